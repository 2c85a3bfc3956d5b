"""Puts lines before the real os-vif, or makes lines of its own objects.

    python osvif.py answer < LINES        {"id", "primitive", "target_version"?, "manifest"?}
    python osvif.py make SEED COUNT

Both write lines of {"id", "primitive", …, "expected": {"primitive" | "error"}}.
"""
import ipaddress
import json
import logging
import random
import sys
import warnings

import os_vif.objects
from os_vif.objects import base
from oslo_versionedobjects import base as ovo
from oslo_versionedobjects import fields

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
os_vif.objects.register_all()


def write(line):
    print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))


def answer(line):
    """What os-vif makes of a line, by the way that messages take."""

    class Serializer(ovo.VersionedObjectSerializer):
        OBJ_BASE_CLASS = base.VersionedObject

    version, manifest = line.get("target_version"), line.get("manifest")
    try:
        thing = Serializer().deserialize_entity(None, line["primitive"])
        if not isinstance(thing, base.VersionedObject):
            thing = base.VersionedObject.obj_from_primitive(line["primitive"])
        if version is None and manifest is None:
            return {"primitive": Serializer().serialize_entity(None, thing)}
        return {"primitive": thing.obj_to_primitive(version, manifest)}
    except Exception as error:
        return {"error": {"type": type(error).__name__, "message": str(error)}}


CLASSES = {name: known[0] for name, known in ovo.VersionedObjectRegistry.obj_classes().items()
           if known[0].OBJ_PROJECT_NAMESPACE == "os_vif"}
TEXTS = ["", "br-int", "tap07bd6cea-fb", "é", "\u0000", "\u001f\u007f\u0085", "\u2028\u2029",
         "\U0001f600", '"\\/', "<&>'", "\n\r\t\b\f", "7", "None"]


def text(dice):
    return dice.choice(TEXTS) if dice.random() < 0.5 else "tap%08x" % dice.getrandbits(32)


def uuid(dice):
    digits = "%032x" % dice.getrandbits(128)
    dashed = "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
    return dice.choice([dashed, dashed, digits, dashed.upper(), "{%s}" % dashed,
                        "urn:uuid:" + dashed])


def address(dice):
    kind = dice.randrange(4)
    if kind == 0:
        return ipaddress.IPv4Address(dice.getrandbits(32))
    if kind == 1:
        return ipaddress.IPv6Address(dice.choice([0, 0xFFFF << 32, 0x64FF9B << 96])
                                     | dice.getrandbits(32))
    mask = int("".join(dice.choice(["0000", "ffff"]) for _ in range(8)), 16)
    return ipaddress.IPv6Address(dice.getrandbits(128) & mask)


def value(dice, field):
    """Something that a field of this type takes."""
    kind = field._type if isinstance(field, fields.Field) else field
    if isinstance(kind, fields.Object):
        names = [name for name, known in CLASSES.items() if name == kind._obj_name or
                 kind._subclasses and any(kind._obj_name == parent.__name__
                                          for parent in known.__mro__)]
        return thing(dice, dice.choice(names))
    if isinstance(kind, fields.List):
        return [value(dice, kind._element_type) for _ in range(dice.randrange(4))]
    if isinstance(kind, fields.Enum):
        return dice.choice(kind.valid_values)
    if isinstance(kind, fields.UUID):
        return uuid(dice)
    if isinstance(kind, fields.MACAddress):
        spelled = dice.choice(":-").join("%02x" % dice.getrandbits(8) for _ in range(6))
        return dice.choice([spelled, spelled.upper()])
    if isinstance(kind, fields.PCIAddress):
        spelled = "%04x:%02x:%02x.%x" % (dice.getrandbits(16), dice.getrandbits(8),
                                         dice.getrandbits(5), dice.getrandbits(3))
        return dice.choice([spelled, spelled.upper()])
    if isinstance(kind, fields.Boolean):
        return dice.random() < 0.5
    if isinstance(kind, fields.Integer):
        return dice.choice([0, 1, -1, 1500, 2 ** 63 - 1, -2 ** 63, dice.getrandbits(16)])
    if isinstance(kind, fields.IPNetwork):
        host = address(dice)
        return "%s/%d" % (host, dice.randrange(host.max_prefixlen + 1))
    if isinstance(kind, fields.IPAddress):
        return str(address(dice))
    if isinstance(kind, fields.String):
        return text(dice)
    raise TypeError("no values are made for fields of type %r" % kind)


def thing(dice, name):
    """An object of a class with some of its fields set, and some of those not changed since."""
    made = CLASSES[name]()
    for field_name, field in made.fields.items():
        throw = dice.random()
        if throw < 0.1 and field.nullable or throw < 0.2 and \
                field.default is not fields.UnspecifiedDefault:
            setattr(made, field_name, None)
        elif throw < 0.75:
            setattr(made, field_name, value(dice, field))
    known = [field for field in made.fields if dice.random() < 0.5]
    made.obj_reset_changes(None if dice.random() < 0.5 else known, recursive=False)
    if dice.random() < 0.2:
        major, minor = made.VERSION.split(".")
        made.VERSION = "%s.%d" % (major, dice.randrange(int(minor) + 1))
    return made


def main():
    if sys.argv[1:2] == ["answer"]:
        for line in sys.stdin:
            line = json.loads(line)
            write(dict(line, expected=answer(line)))
    elif sys.argv[1:2] == ["make"] and len(sys.argv) == 4:
        dice = random.Random(int(sys.argv[2]))
        names = sorted(CLASSES)
        for number in range(int(sys.argv[3])):
            primitive = thing(dice, names[number % len(names)]).obj_to_primitive()
            write({"id": "theirs-%d" % number, "primitive": primitive,
                   "expected": {"primitive": primitive}})
    else:
        sys.exit(__doc__)


main()
