"""Whole processes beside each other: start-up, and files of many lines."""
import os
import subprocess
import sys

import content
from processes import Process
from tables import rounded, table, times


class Whole:
    """What is run, and where."""

    def __init__(self, work, commands, rounds, cpu):
        self.work, self.commands, self.rounds, self.cpu = work, commands, rounds, cpu
        self.vif = self.path("vif")
        self.xml = [self.vif, "xml", "--guest", self.path("guest.json")]
        help = subprocess.run([*self.xml, "--help"], capture_output=True, text=True).stdout
        self.alone = [*self.xml, "--jobs", "1"] if "--jobs" in help else self.xml

    def path(self, name):
        return os.path.join(self.work, name)

    def process(self, title, command, input=None, pinned=True):
        return Process(title, command, self.path("measure"), self.work, input,
                       self.cpu if pinned else None)

    def demand(self, expected, *processes):
        """Ends the run unless what they write is right."""
        for process in processes:
            process.write(self.path("written"))
            if fault := content.fault(self.path("written"), expected):
                sys.exit("error: %s: %s" % (process.title, fault))

    def turns(self, processes, rounds):
        for round in range(rounds):
            for index in range(len(processes)):
                processes[(index + round) % len(processes)].take_turn()

    def start(self, expected):
        """One document by a new process, and what else is waited for."""
        one = self.path("one.json")
        xml = [self.process("vif xml", [*self.xml, one])]
        if "jansson" in self.commands:
            command = [*self.commands["jansson"], "--stream", "full"]
            xml.append(self.process("C jansson + xmlTextWriter", command, one))
        for name, title in (("libvirtxml", "libvirt-go-xml"), ("lxml", "Python + lxml"),
                            ("virtinst", "virtinst"), ("nova", "nova")):
            if name in self.commands:
                xml.append(self.process(title, [*self.commands[name], "--one", one]))
        self.demand(expected[:1], *xml)
        others = []
        if "virsh" in self.commands:
            others.append(self.process(
                "virsh attach-interface --print-xml",
                ["virsh", "-q", "-c", "test:///default", "attach-interface", "test", "bridge",
                 "br-int", "--target", "tap0", "--model", "virtio", "--print-xml"]))
        others += [
            self.process("vif check", [self.vif, "check", self.path("one.xml")]),
            self.process("vif --help", [self.vif, "--help"]),
            self.process("vif --generate-completion-script bash",
                         [self.vif, "--generate-completion-script", "bash"]),
            self.process("/bin/true", ["/bin/true"]),
        ]
        rows = xml + others
        self.turns(rows, self.rounds)
        table(["Start-up, one document", "ms", "CPU ms", "time ÷ vif's", "MiB"],
              [[row.title, "%.1f" % (1e3 * row.median("wall")), "%.1f" % (1e3 * row.median("cpu")),
                "" if row is rows[0] else times(row.ratio(rows[0], "wall")), "%.1f" % row.peak]
               for row in rows])

    def lines(self, name, count, rounds, expected=None):
        """Files of JSON lines, beside streams in C and C++."""
        lines = self.path(name)
        rows = [self.process("vif xml", [*self.alone, lines])]
        if self.alone != self.xml:
            rows[0].title += ", --jobs 1"
            rows.append(self.process("vif xml, all cores", [*self.xml, lines], pinned=False))
        for peer, title in (("simdjson", "C++ simdjson + xmlTextWriter"),
                            ("jansson", "C jansson + xmlTextWriter")):
            if peer in self.commands:
                rows.append(self.process(title, [*self.commands[peer], "--stream", "full"], lines))
        if expected is not None:
            self.demand(expected, *rows)
        rows.insert(1, self.process(rows[0].title + " --format json",
                                    [*self.alone, "--format", "json", lines]))
        self.compare("Whole process, %s lines" % rounded(count), rows, count, rounds)

    def documents(self, name, count, rounds):
        """Files of interfaces that are looked at."""
        rows = [self.process("vif %s --format json" % verb,
                             [self.vif, verb, "--format", "json", self.path(name)])
                for verb in ("check", "format")]
        self.compare("Whole process, %s interfaces" % rounded(count), rows, count, rounds)

    def compare(self, title, rows, count, rounds):
        self.turns(rows, rounds)
        own = rows[0]
        table([title, "per CPU-second", "per second", "CPU time ÷ the first's",
               "time ÷ the first's", "peak MiB"],
              [[row.title, rounded(count / row.median("cpu")), rounded(count / row.median("wall")),
                "" if row is own else times(row.ratio(own, "cpu")),
                "" if row is own else times(row.ratio(own, "wall")), "%.1f" % row.peak]
               for row in rows])
