"""virtinst, which virt-install and virt-xml are made of, as Debian has it."""
import sys

sys.path.insert(0, "/usr/share/virt-manager")

from virtinst import DeviceInterface, cli           # noqa: E402

from lxml_peer import port_of                       # noqa: E402
from peer import obey                               # noqa: E402

CONNECTION = cli.getConnection("test:///default")


def build(port):
    interface = DeviceInterface(CONNECTION)
    interface.type = "bridge"
    interface.macaddr, interface.bridge, port_id, interface.target_dev, mtu = port
    interface.virtualport.type = "openvswitch"
    interface.virtualport.interfaceid = port_id
    interface.model = "virtio"
    interface.driver_name = "vhost"
    interface.driver_queues = 4
    interface.mtu_size = int(mtu)
    return interface.get_xml()


def parse(document):
    interface = DeviceInterface(CONNECTION, parsexml=document)
    # It reads what it is asked for.
    return [interface.macaddr, interface.bridge, interface.virtualport.interfaceid,
            interface.target_dev, str(interface.mtu_size)]


if __name__ == "__main__":
    obey({
        "full": (lambda line: build(port_of(line)), "lines", str),
        "build": (build, "ports", str),
        "parse": (parse, "documents", build),
    })
