import Diagnostics

extension CodeExplanation {
  /// Of how the device is served.
  static let ofDrivers = [
    CodeExplanation(
      .driverModel,
      """
      A setting that only virtio devices have stands beside another model, or beside none. libvirt \
      refuses iommu, ats, packed and page_per_vq there, and drops the vhost path of a backend; a \
      persistent part of a failover pair is refused by QEMU, and so a note. The other driver settings \
      are dropped as attributes that libvirt does not read. Make the model virtio, or leave the \
      setting out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='e1000'/>
          <driver packed='on'/>
        </interface>
        """
      ),
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='e1000'/>
          <backend vhost='/dev/vhost-net'/>
        </interface>
        """
      ),
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='e1000'/>
          <teaming type='persistent'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .driverHostDevice,
      """
      A host device has a driver setting that it cannot have. The guest's own driver talks to the real \
      device, so nobody on the host makes queues or offloads for it: libvirt takes the name 'vfio' \
      and no other setting of QEMU's. Leave the others out.
      """
    ),
    CodeExplanation(
      .driverTxQueueSize,
      """
      The transmit queue is longer than 256 entries. QEMU has longer ones with vhost-user and vDPA \
      only, and libvirt does not look: elsewhere the guest does not get what was asked for. Write \
      256, or leave tx_queue_size out.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='virtio'/>
          <driver tx_queue_size='1024'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .driverNameIgnored,
      """
      The driver's name has no effect on this type of interface. It chooses between QEMU and the \
      kernel's vhost for a TAP device; a vhost-user switch or a vDPA device serves the queues itself. \
      Leave the name out.
      """,
      .document(
        """
        <interface type='vdpa'>
          <source dev='/dev/vhost-vdpa-0'/>
          <model type='virtio'/>
          <driver name='qemu'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .driverQueuesOne,
      """
      libvirt drops a number of queues of 0 or 1. Every device has one pair of queues, so 1 says \
      nothing, and 0 is taken for nothing said. Leave queues out, or ask for 2 or more.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='virtio'/>
          <driver queues='1'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .driverQueueSizeZero,
      """
      libvirt drops a queue size of 0, and QEMU takes its default of 256. Leave it out, or write 256, \
      512 or 1024.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='virtio'/>
          <driver rx_queue_size='0'/>
        </interface>
        """
      )
    ),
    CodeExplanation(
      .driverQueues,
      """
      More queues are asked for than the kernel gives a TAP device, which is 256. libvirt takes any \
      number in a definition, and the start fails. As many queues as the guest has CPUs is as much as \
      it can use.
      """,
      .document(
        """
        <interface type='bridge'>
          <source bridge='br0'/>
          <model type='virtio'/>
          <driver queues='300'/>
        </interface>
        """
      )
    ),
  ]
}
