# shellcheck shell=bash disable=SC2034
# Sourced by the scripts beside it: the modules of a virtio NIC, in the order in which they load.
modules=(virtio_ring virtio virtio_pci_modern_dev virtio_pci_legacy_dev virtio_pci failover
  net_failover virtio_net)
