"""OpenStack's nova, as it makes a guest's interface of an os-vif object: its driver, from the
primitive on, its configuration classes, and their reading."""
import json
import logging
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import nova.conf                                    # noqa: E402
from nova import objects                            # noqa: E402
from nova.virt.libvirt import config                # noqa: E402
from nova.virt.libvirt import vif as driver         # noqa: E402
from os_vif import objects as vif_objects           # noqa: E402
from os_vif.objects import vif as vif_classes       # noqa: E402

from peer import obey                               # noqa: E402

objects.register_all()
vif_objects.register_all()
nova.conf.CONF([], project="nova", default_config_files=[])

DRIVER = driver.LibvirtGenericVIFDriver()
FLAVOR = objects.Flavor(vcpus=4, extra_specs={}, name="m1")
IMAGE = objects.ImageMeta.from_dict({"properties": {"hw_vif_multiqueue_enabled": "true"}})


def full(line):
    vif = vif_classes.VIFBase.obj_from_primitive(json.loads(line))
    return DRIVER._get_config_os_vif(None, vif, IMAGE, FLAVOR, "kvm", "normal").to_xml()


def build(port):
    made = config.LibvirtConfigGuestInterface()
    made.net_type = "bridge"
    made.mac_addr, made.source_dev, port_id, made.target_dev, mtu = port
    made.vporttype = "openvswitch"
    made.add_vport_param("interfaceid", port_id)
    made.model = "virtio"
    made.driver_name = "vhost"
    made.vhost_queues = 4
    made.mtu = int(mtu)
    return made.to_xml()


def parse(document):
    read = config.LibvirtConfigGuestInterface()
    read.parse_str(document)
    return read


if __name__ == "__main__":
    obey({
        "full": (full, "lines", str),
        "build": (build, "ports", str),
        "parse": (parse, "documents", lambda read: read.to_xml()),
    })
