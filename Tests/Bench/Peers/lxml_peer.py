"""Python: json and lxml, with nothing between them."""
import json
from lxml import etree
from lxml.etree import Element, SubElement

from peer import obey


def build(port):
    mac, bridge, port_id, device, mtu = port
    interface = Element("interface", type="bridge")
    SubElement(interface, "mac", address=mac)
    SubElement(interface, "source", bridge=bridge)
    virtual_port = SubElement(interface, "virtualport", type="openvswitch")
    SubElement(virtual_port, "parameters", interfaceid=port_id)
    SubElement(interface, "target", dev=device)
    SubElement(interface, "model", type="virtio")
    SubElement(interface, "driver", name="vhost", queues="4")
    SubElement(interface, "mtu", size=mtu)
    return etree.tostring(interface, pretty_print=True, encoding="unicode")


def port_of(line):
    data = json.loads(line)["versioned_object.data"]
    return (data["address"], data["bridge_name"],
            data["port_profile"]["versioned_object.data"]["interface_id"], data["vif_name"],
            str(data["network"]["versioned_object.data"]["mtu"]))


def parse(document):
    interface = etree.fromstring(document)
    return (interface.find("mac").get("address"), interface.find("source").get("bridge"),
            interface.find("virtualport/parameters").get("interfaceid"),
            interface.find("target").get("dev"), interface.find("mtu").get("size"))


if __name__ == "__main__":
    obey({
        "full": (lambda line: build(port_of(line)), "lines", str),
        "build": (build, "ports", str),
        "parse": (parse, "documents", build),
    })
