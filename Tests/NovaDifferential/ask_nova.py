"""Makes items of input at random, and asks the real nova what it makes of them.

    python ask_nova.py make SEED COUNT        lines of {"id", "form", "vif" | "port" and "network",
                                          "options", "expected": {"osvif" | "osvif_error", "xml" |
                                          "error"}}
    python ask_nova.py items < LINES      those that nova has a document for, without its answer
    python ask_nova.py speed < ITEMS      {form: documents per second, from text to text}
"""
import json
import logging
import os
import random
import sys
import time
import types
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import nova.conf                                    # noqa: E402
from nova import exception, objects                 # noqa: E402
from nova.network import model, neutron, os_vif_util  # noqa: E402
from nova.pci import utils as pci                   # noqa: E402
from nova.virt.libvirt import vif as driver         # noqa: E402
from os_vif import objects as vif_objects           # noqa: E402
from os_vif.objects import base as vif_base         # noqa: E402
from os_vif.objects import vif as vif_classes       # noqa: E402

objects.register_all()
vif_objects.register_all()
CONF = nova.conf.CONF
SETTINGS = ("rx_queue_size", "tx_queue_size", "max_queues", "use_virtio_for_bridges", "virt_type")
INSTANCE = objects.Instance(id=1, uuid="5f1e0c3a-0000-4000-8000-000000000001", project_id="1")
HOST = {}


def netdev(address, pf_interface=False):
    if address not in HOST["ifname_by_pci"]:
        raise exception.PciDeviceNotFoundById(id=address)
    return HOST["ifname_by_pci"][address]


class Host:
    """What the driver asks of a host: its vDPA devices."""

    def get_vdpa_device_path(self, address):
        return HOST["vdpa_path"][address]


pci.get_ifname_by_pci_address = netdev
os.uname = lambda: types.SimpleNamespace(
    sysname="Linux", nodename="host", release=HOST["kernel"], version="", machine="x86_64")


class Neutron(neutron.API):
    """nova's side of Neutron, without a service: what else it would ask for is not part of a VIF."""

    def __init__(self):
        pass

    def _nw_info_get_ips(self, client, port):
        return [(ip["subnet_id"], model.FixedIP(address=ip["ip_address"]))
                for ip in port["fixed_ips"]]

    def _nw_info_get_subnets(self, context, port, network_IPs, client=None):
        subnets = {}
        for subnet, ip in network_IPs:
            subnets.setdefault(subnet, []).append(ip)
        return model.NetworkInfo([model.Subnet(ips=ips) for ips in subnets.values()])

    def _get_physnet_tunneled_info(self, context, client, net_id):
        return None, False


neutron.get_client = lambda *arguments, **options: None


def prepare(options):
    """The driver's arguments."""
    HOST.update(ifname_by_pci={}, vdpa_path={}, kernel="6.1.0")
    HOST.update({key: options[key] for key in HOST if key in options})
    for key in SETTINGS:
        CONF.clear_override(key, group="libvirt")
    virt_type = options.get("virt_type", "kvm")
    for key, value in dict({"virt_type": virt_type}, **options.get("conf", {})).items():
        CONF.set_override(key, value, group="libvirt")
    flavor = objects.Flavor(id=1, name="f", flavorid="1", vcpus=options.get("vcpus", 1),
                            extra_specs=options.get("extra_specs", {}), memory_mb=1, root_gb=1,
                            ephemeral_gb=0, swap=0, is_public=True, disabled=False,
                            rxtx_factor=1.0)
    image = objects.ImageMeta.from_dict(
        {"name": "i", "properties": options.get("image_properties", {})})
    return driver.LibvirtGenericVIFDriver(Host()), image, flavor, virt_type


def fault(error):
    return {"type": type(error).__name__, "message": str(error)}


def network_info(line):
    """The item as a VIF of network_info."""
    if "port" in line:
        port = dict(line["port"])
        networks = [dict(line["network"], tenant_id="1")] if "network" in line else []
        return Neutron()._build_vif_model(None, None, port, networks, [])
    return model.VIF.hydrate(json.loads(json.dumps(line["vif"])))


def answer(line):
    """What nova makes of an item."""
    options, expected = line["options"], {}
    try:
        libvirt, image, flavor, virt_type = prepare(options)
        if line["form"] == "os-vif":
            vif = vif_base.VersionedObject.obj_from_primitive(line["vif"])
            config = libvirt._get_config_os_vif(
                INSTANCE, vif, image, flavor, virt_type, options.get("vnic_type", "normal"))
        else:
            try:
                vif = network_info(line)
                made = os_vif_util.nova_to_osvif_vif(vif)
                expected["osvif"] = None if made is None else made.obj_to_primitive()
            except Exception as error:
                expected["osvif_error"] = fault(error)
                raise
            config = libvirt.get_config(INSTANCE, vif, image, flavor, virt_type)
        expected["xml"] = config.to_xml()
    except Exception as error:
        expected["error"] = fault(error)
    return expected


PCI = ["0000:0a:00.1", "0000:0A:1f.7", "0001:ff:10.0"]
TYPES = [getattr(model, name) for name in dir(model) if name.startswith("VIF_TYPE_")]
TYPES = sorted({kind for kind in TYPES if kind}) + ["nonesuch"] + 4 * [
    "ovs", "ovs", "vhostuser", "hw_veb", "802.1qbg", "802.1qbh", "macvtap", "tap", "midonet",
    "iovisor", "ib_hostdev", "vrouter", "agilio_ovs", "ivs"]
VNICS = sorted({getattr(model, name) for name in dir(model)
                if name.startswith("VNIC_TYPE") and isinstance(getattr(model, name), str)})
MODELS = ["virtio", "e1000", "e1000e", "rtl8139", "VIRTIO", "ne2k_pci", "VirtualE1000", "lan9118",
          "vmxnet3", "netfront", "igb", "pcnet", "spapr-vlan", "sriov"]


class Maker:
    """Makes items; a part that is left out now and then is given with `maybe`."""

    def __init__(self, seed):
        self.dice = random.Random(seed)

    def often(self):
        return self.dice.random() < 0.9

    def seldom(self):
        return self.dice.random() < 0.1

    def coin(self):
        return self.dice.random() < 0.5

    def uuid(self):
        digits = "%032x" % self.dice.getrandbits(128)
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def mac(self):
        text = "fa:16:3e:%02x:%02x:%02x" % tuple(self.dice.getrandbits(8) for _ in range(3))
        return text.upper() if self.seldom() else text

    def ip(self):
        if self.coin():
            return "10.%d.%d.%d" % tuple(self.dice.getrandbits(8) for _ in range(3))
        return "fd00::%x" % self.dice.getrandbits(16)

    def maybe(self, **parts):
        return {key: make() for key, make in parts.items() if self.coin()}

    def options(self):
        dice = self.dice
        truth = lambda: dice.choice(["true", "false", "True", "1", "no", "yes", " on ", "maybe"])
        limit = lambda: str(dice.choice([1, 1000, 4194303, 4294967295]))
        specs = {}
        if self.coin():
            for way in ("inbound", "outbound"):
                for kind in ("average", "peak", "burst"):
                    if dice.random() < 0.7:
                        specs["quota:vif_%s_%s" % (way, kind)] = (
                            str(dice.choice([1, 1000, 4194303])) if kind == "burst" else limit())
        if dice.random() < 0.4:
            specs["hw:vif_multiqueue_enabled"] = truth()
        if dice.random() < 0.15:
            specs["hw:virtio_packed_ring"] = truth()
        image = {}
        if dice.random() < 0.3:
            image["hw_vif_model"] = dice.choice(MODELS)
        if dice.random() < 0.2:
            image["hw_vif_multiqueue_enabled"] = truth()
        if self.seldom():
            image["hw_virtio_packed_ring"] = truth()
        conf = self.maybe(rx_queue_size=lambda: dice.choice([256, 512, 1024]),
                          tx_queue_size=lambda: dice.choice([256, 512, 1024]))
        if self.seldom():
            conf["max_queues"] = dice.choice([1, 2, 8])
        if self.seldom():
            conf["use_virtio_for_bridges"] = False
        return {
            "virt_type": dice.choice(["kvm"] * 6 + ["qemu", "qemu", "parallels", "lxc"]),
            "vcpus": dice.choice([1, 2, 4, 300]), "extra_specs": specs,
            "image_properties": image, "conf": conf,
            "kernel": dice.choice(["6.1.0-18-amd64", "5.14.0", "4.18.0", "3.10.0", "2.6.32"]),
            "ifname_by_pci": {address.lower(): "enp10s0f0v1" for address in PCI if self.often()}
            | ({PCI[1]: "enp10s0f0v1"} if self.often() else {}),
            "vdpa_path": {address.lower(): "/dev/vhost-vdpa-0" for address in PCI}
            | {PCI[1]: "/dev/vhost-vdpa-0"},
        }

    def details(self):
        dice = self.dice
        details = self.maybe(
            port_filter=self.coin, ovs_hybrid_plug=self.coin, ovs_create_tap=self.coin,
            datapath_type=lambda: dice.choice(["system", "netdev", None]),
            bridge_name=lambda: dice.choice(["br-int", "tbr-0c5a8d2e-1", "a-bridge-of-a-long-name"]),
            vhostuser_mode=lambda: dice.choice(["client", "server"]),
            vhostuser_fp_plug=self.coin, vhostuser_ovs_plug=self.coin,
            vhostuser_vrouter_plug=self.coin, isolate_vif=self.coin)
        for key, values in (("vhostuser_socket", ["/run/vhu0", "/var/lib/vhost/a-b_c", ""]),
                            ("vlan", [0, 7, 4095, "100", "0", None]),
                            ("profileid", ["MyPortProfile", "p"]),
                            ("macvtap_source", ["eth0", "eth0.100"]),
                            ("macvtap_mode", ["bridge", "vepa", "passthrough", "private"]),
                            ("physical_interface", ["eth0"])):
            if self.often():
                details[key] = dice.choice(values)
        return details

    def subnet(self):
        made = {"cidr": "10.0.0.0/%d" % self.dice.randrange(33), "version": 4, "meta": {},
                "dns": [{"address": self.ip(), "type": "dns", "meta": {}}] * self.dice.randrange(3),
                "gateway": {"address": self.ip() if self.often() else None, "type": "gateway",
                            "meta": {}},
                "ips": [{"address": self.ip(), "type": "fixed", "meta": {}, "floating_ips": [
                    {"address": self.ip(), "type": "floating", "meta": {}}]
                    * self.dice.randrange(3)} for _ in range(self.dice.randrange(3))],
                "routes": [{"cidr": "192.168.0.0/16", "meta": {},
                            "gateway": {"address": self.ip(), "type": "gateway", "meta": {}},
                            "interface": self.dice.choice([None, "eth0"])}]
                * self.dice.randrange(2)}
        return made

    def network(self):
        dice = self.dice
        meta = self.maybe(
            injected=self.coin, tenant_id=self.uuid, multi_host=self.coin,
            should_create_bridge=self.coin, bridge_interface=lambda: dice.choice([None, "eth1"]),
            vlan=lambda: dice.choice([0, 5, "6"]))
        if self.often():
            meta["interface"] = dice.choice(["eth0", "eth0.99"])
        if self.seldom():
            meta["should_create_vlan"] = self.coin()
        if self.often():
            meta["mtu"] = dice.choice([0, 68, 1442, 1500, 9000, "1500", None])
        return {"id": self.uuid(), "label": dice.choice(["private", "", None, "n\u00e9t"]),
                "bridge": dice.choice(["br-int", "brq0c5a8d2e-1", "br-int", None]),
                "subnets": [self.subnet() for _ in range(dice.randrange(3))], "meta": meta}

    def network_info(self):
        dice = self.dice
        identity = self.uuid()
        made = {
            "id": identity, "address": self.mac() if dice.random() < 0.97 else None,
            "network": self.network() if dice.random() < 0.97 else None,
            "type": dice.choice(TYPES), "details": self.details() if self.often() else None,
            "devname": dice.choice(["tap" + identity[:11]] * 8
                                   + [None, None, "", "tap" + identity, "vnet0", "a b"]),
            "ovs_interfaceid": dice.choice([identity, self.uuid(), None, ""]),
            "qbh_params": None,
            "qbg_params": {"managerid": dice.choice(["11", "255", "0", 7]),
                           "typeid": dice.choice(["1193047", "16777215", 5]),
                           "typeidversion": dice.choice(["2", "255", 1]),
                           "instanceid": self.uuid()} if self.often() else None,
            "active": dice.choice([True, False, None]), "vnic_type": dice.choice(VNICS),
            "profile": {"pci_slot": dice.choice(PCI), "pci_vendor_info": "8086:10ed"}
            if self.often() else dice.choice([None, {}]),
            "preserve_on_delete": self.coin(), "delegate_create": self.often(), "meta": {}}
        if self.seldom():
            del made[dice.choice(["devname", "details", "profile", "network", "vnic_type",
                                  "ovs_interfaceid", "delegate_create", "meta"])]
        return {"form": "network_info", "vif": made}

    def port(self):
        dice = self.dice
        identity, network, subnet = self.uuid(), self.uuid(), self.uuid()
        made = {"id": identity, "mac_address": self.mac(), "network_id": network, "tenant_id": "1",
                "binding:vif_type": dice.choice(TYPES), "binding:vif_details": self.details(),
                "binding:vnic_type": dice.choice(VNICS),
                "binding:profile": dice.choice([{"pci_slot": dice.choice(PCI)}] * 4 + [{}]),
                "status": dice.choice(["ACTIVE", "DOWN", "BUILD"]), "admin_state_up": self.coin(),
                "fixed_ips": [{"subnet_id": dice.choice([subnet, network]),
                               "ip_address": self.ip()} for _ in range(dice.randrange(4))],
                "device_owner": "compute:nova", "port_security_enabled": True}
        return {"form": "neutron", "port": made,
                "network": {"id": network, "name": dice.choice(["private", ""]),
                            "mtu": dice.choice([1442, 1500, 0, None])}}

    def osvif(self):
        """An object that nova makes of a record, at times with another profile."""
        while True:
            prepare({})
            try:
                made = os_vif_util.nova_to_osvif_vif(
                    model.VIF.hydrate(self.network_info()["vif"]))
            except Exception:
                continue
            if made is not None:
                break
        if self.seldom():
            made.port_profile = self.dice.choice(
                [vif_classes.VIFPortProfileBase(),
                 vif_classes.VIFPortProfileFPBridge(bridge_name="br0"),
                 vif_classes.VIFPortProfileFPTap(mac_address="fa:16:3e:00:00:01"),
                 vif_classes.VIFPortProfileOpenVSwitch(interface_id=self.uuid(),
                                                       profile_id="web")])
        vnic = ("normal" if not isinstance(made, vif_classes.VIFHostDevice)
                else self.dice.choice(["direct", "vdpa", "direct", "normal"]))
        return {"form": "os-vif", "vif": made.obj_to_primitive(), "vnic_type": vnic}

    def line(self, number):
        made = (self.network_info, self.port, self.osvif)[number % 3]()
        options = self.options()
        vnic = made.pop("vnic_type", None)
        if vnic is not None:
            options["vnic_type"] = vnic
        line = dict(made, id="%s-%d" % (made["form"], number), options=options)
        # As it is after a way through text: no object of nova's in it.
        return json.loads(json.dumps(line))


def rates(lines):
    """How many documents a second nova makes of each form, from text to text."""
    texts = {}
    for text in lines:
        texts.setdefault(json.loads(text)["form"], []).append(text)
    found = {}
    for form, items in sorted(texts.items()):
        items = items[:200]
        best = 0.0
        for _ in range(3):
            start = time.perf_counter()
            for text in items:
                answer(json.loads(text))
            best = max(best, len(items) / (time.perf_counter() - start))
        found[form] = round(best)
    return found


def main():
    if sys.argv[1:2] == ["make"] and len(sys.argv) == 4:
        maker = Maker(int(sys.argv[2]))
        for number in range(int(sys.argv[3])):
            line = maker.line(number)
            line["expected"] = answer(line)
            print(json.dumps(line))
    elif sys.argv[1:] == ["items"]:
        for line in map(json.loads, sys.stdin):
            if "xml" in line.pop("expected"):
                print(json.dumps(line))
    elif sys.argv[1:] == ["speed"]:
        print(json.dumps(rates(sys.stdin)))
    else:
        sys.exit(__doc__)


main()
