"""Whether documents say what they have to: read by libxml2, and compared by content."""
from lxml import etree


def essence(element):
    """What an element says: to libvirt, neither blanks nor the order of siblings say anything."""
    return (element.tag, sorted(element.attrib.items()), (element.text or "").strip(),
            sorted(essence(child) for child in element if isinstance(child.tag, str)))


def essences(path):
    """What each document of a file says: one after the other, with or without prologues."""
    with open(path, "rb") as file:
        text = file.read()
    return [essence(etree.fromstring(b"<interface " + part.rstrip()))
            for part in text.split(b"<interface ")[1:]]


def fault(path, expected):
    """The first difference from what is expected, or nothing."""
    try:
        found = essences(path)
    except etree.XMLSyntaxError as error:
        return "no XML: %s" % error
    if len(found) != len(expected):
        return "%d documents, not %d" % (len(found), len(expected))
    for number, (mine, right) in enumerate(zip(found, expected)):
        if mine != right:
            return "document %d is %s, not %s" % (number, mine, right)
    return None
