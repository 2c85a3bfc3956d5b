"""The product's stages beside the peers', each over inputs that are in memory already."""
import os
import sys

import content
from programs import Program, Row, time_in_turns
from tables import rounded, table, times

#: What is compared with what: of each group, the first row is the product's.
GROUPS = [
    ("JSON line to XML", [
        ("vif, every field and rule", "Bench", "full"),
        ("C++ simdjson + plain buffer, five fields (the ceiling)", "simdjson", "plain"),
        ("C++ simdjson + xmlTextWriter, five fields", "simdjson", "full"),
        ("C jansson + xmlTextWriter, five fields", "jansson", "full"),
        ("libvirt-go-xml, five fields", "libvirtxml", "full"),
        ("Python + lxml, five fields", "lxml", "full"),
        ("nova, whole path", "nova", "full"),
        ("virtinst, five fields", "virtinst", "full"),
    ]),
    ("Fields to XML", [
        ("vif, every rule", "Bench", "build"),
        ("vif, an interface that was checked", "Bench", "write"),
        ("C plain buffer", "jansson", "plain-build"),
        ("C xmlTextWriter", "jansson", "build"),
        ("libvirt-go-xml", "libvirtxml", "build"),
        ("Python lxml", "lxml", "build"),
        ("nova's configuration classes", "nova", "build"),
        ("virtinst", "virtinst", "build"),
    ]),
    ("XML to fields", [
        ("vif, every field and rule", "Bench", "parse"),
        ("C xmlTextReader, nothing kept", "jansson", "scan"),
        ("C xmlTextReader, five fields", "jansson", "parse"),
        ("libvirt-go-xml", "libvirtxml", "parse"),
        ("Python lxml, five fields", "lxml", "parse"),
        ("nova's configuration classes", "nova", "parse"),
        ("virtinst, five fields", "virtinst", "parse"),
    ]),
    ("Stages of vif", [
        ("JSON line to XML", "Bench", "full"),
        ("JSON line to VIF", "Bench", "decode"),
        ("VIF to interface, every rule", "Bench", "translate"),
        ("interface to XML", "Bench", "write"),
        ("check", "Bench", "check"),
        ("format", "Bench", "format"),
    ]),
]
#: What makes no document that could be compared.
TEXTLESS = {("jansson", "scan")}


def compare(work, commands, expected, rounds, cpu):
    """A table for each group, after what the programs write was read and found right."""
    running = {name: Program([*command, work], cpu) for name, command in commands.items()}
    written = os.path.join(work, "written")
    for name, stage in sorted({row[1:] for _, rows in GROUPS for row in rows} - TEXTLESS):
        if name not in running:
            continue
        running[name].write(stage, written)
        if fault := content.fault(written, expected):
            sys.exit("error: %s %s: %s" % (name, stage, fault))
    for title, group in GROUPS:
        rows = [Row(row, running[name], stage) for row, name, stage in group if name in running]
        time_in_turns(rows, rounds)
        own = rows[0]
        table([title, "documents per CPU-second", "vif's speed ÷ its"],
              [[row.title, rounded(row.rate), "" if row is own else times(row.ratio(own))]
               for row in rows])
    for program in running.values():
        program.end()
