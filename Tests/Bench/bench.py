"""Runs the product beside its peers, and prints tables: see run.sh.

    bench.py FOLDER

The folder has the inputs; `peers.tsv`, a line of "name, command" each, with a third field if it is
left out, the reason; and the programs Bench, vif and measure."""
import os
import subprocess
import sys

import content
import pipes
from processes import Process
from programs import Program, Row, time_in_turns

WORK = sys.argv[1]
ROUNDS = int(os.environ.get("ROUNDS", 9))
LINES = int(os.environ.get("LINES", 1_000_000))
CPU = max(os.sched_getaffinity(0))

#: What is compared with what: of each group, the first row is the product's.
GROUPS = [
    ("JSON line to XML", [
        ("vif", "Bench", "full"),
        ("C++ simdjson + plain buffer: five fields, no rule (the ceiling)", "simdjson", "plain"),
        ("C++ simdjson + xmlTextWriter: five fields, no rule", "simdjson", "full"),
        ("C jansson + xmlTextWriter", "jansson", "full"),
        ("libvirt-go-xml", "libvirtxml", "full"),
        ("Python + lxml", "lxml", "full"),
        ("nova", "nova", "full"),
        ("virtinst", "virtinst", "full"),
    ]),
    ("Fields to XML", [
        ("vif, with every rule", "Bench", "build"),
        ("vif, from an interface that was checked", "Bench", "write"),
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
        ("whole way", "Bench", "full"),
        ("JSON line to VIF", "Bench", "decode"),
        ("VIF to interface, past every rule", "Bench", "translate"),
        ("interface to XML", "Bench", "write"),
        ("check", "Bench", "check"),
        ("format", "Bench", "format"),
    ]),
]
#: What makes no document that could be compared.
TEXTLESS = {("jansson", "scan")}


def path(name):
    return os.path.join(WORK, name)


def table(header, rows):
    print("| " + " | ".join(header) + " |")
    print("|" + "|".join(["---"] + ["---:"] * (len(header) - 1)) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


def times(ratio):
    return "%.*f×" % (0 if ratio >= 100 else 1 if ratio >= 10 else 2, ratio)


def thousands(number):
    return "{:,.0f}".format(float("%.3g" % number))


def peers():
    """The commands of the peers that are there; says which are not."""
    commands = {"Bench": [path("Bench")]}
    with open(path("peers.tsv")) as file:
        for line in file:
            name, command, reason = line.rstrip("\n").split("\t")
            if reason:
                print("Left out: %s, because %s." % (name, reason))
            else:
                commands[name] = command.split()
    print(flush=True)
    return commands


def compare_stages(commands, expected):
    """The programs beside each other, a stage at a time, after what they write was read."""
    running = {name: Program([*command, WORK], CPU) for name, command in commands.items()}
    for name, stage in sorted({row[1:] for _, rows in GROUPS for row in rows} - TEXTLESS):
        if name not in running:
            continue
        running[name].write(stage, path("written"))
        if fault := content.fault(path("written"), expected):
            sys.exit("error: %s %s: %s" % (name, stage, fault))
    for title, group in GROUPS:
        rows = [Row(row, running[name], stage) for row, name, stage in group if name in running]
        time_in_turns(rows, ROUNDS)
        own = rows[0]
        table([title, "documents per CPU-second", "vif's speed ÷ its"],
              [[row.title, thousands(row.rate), "" if row is own else times(row.ratio(own))]
               for row in rows])
    for program in running.values():
        program.end()


def vif_commands():
    """`vif xml` with one job and with all, as far as it can be told."""
    xml = [path("vif"), "xml", "--guest", path("guest.json")]
    help = subprocess.run([*xml, "--help"], capture_output=True, text=True).stdout
    return ({"vif xml --jobs 1": [*xml, "--jobs", "1"], "vif xml, all cores": xml}
            if "--jobs" in help else {"vif xml": xml})


def processes(commands, lines, expected):
    """The command-line tool, over a file, beside streams in C and C++."""
    made = []
    for title, command in vif_commands().items():
        made.append(Process(title, [*command, lines], path("measure"), WORK,
                            cpu=None if "all" in title else CPU))
    title, command = next(iter(vif_commands().items()))
    made.append(Process(title + " --format json", [*command, "--format", "json", lines],
                        path("measure"), WORK, cpu=CPU))
    for name, title in (("simdjson", "C++ simdjson + xmlTextWriter"),
                        ("jansson", "C jansson + xmlTextWriter")):
        if name in commands:
            made.append(Process(title, [*commands[name], "--stream", "full"], path("measure"),
                                WORK, input=lines, cpu=CPU))
    for process in made:
        if expected is None or "json" in process.command:
            continue
        process.write(path("written"))
        if fault := content.fault(path("written"), expected):
            sys.exit("error: %s: %s" % (process.title, fault))
    return made


def compare_processes(title, made, count, rounds):
    for round in range(rounds):
        for index in range(len(made)):
            made[(index + round) % len(made)].take_turn()
    own = made[0]
    table([title, "documents per CPU-second", "per second", "CPU time ÷ vif's", "time ÷ vif's",
           "peak MiB"],
          [[process.title, thousands(count / process.median("cpu")),
            thousands(count / process.median("wall")),
            "" if process is own else times(process.ratio(own, "cpu")),
            "" if process is own else times(process.ratio(own, "wall")), "%.1f" % process.peak]
           for process in made])


def startup(commands):
    """One document by a new process, and what else is waited for."""
    vif, one, guest = path("vif"), path("one.json"), path("guest.json")
    rows = [("vif xml", [vif, "xml", "--guest", guest, one], None),
            ("vif --help", [vif, "--help"], None),
            ("vif --generate-completion-script bash",
             [vif, "--generate-completion-script", "bash"], None),
            ("vif check", [vif, "check", path("one.xml")], None),
            ("/bin/true", ["/bin/true"], None)]
    if "jansson" in commands:
        rows.append(("C jansson + xmlTextWriter", [*commands["jansson"], "--stream", "full"], one))
    if "virsh" in commands:
        rows.append(("virsh attach-interface --print-xml",
                     ["virsh", "-q", "-c", "test:///default", "attach-interface", "test", "bridge",
                      "br-int", "--target", "tap0", "--model", "virtio", "--print-xml"], None))
    for name, title in (("libvirtxml", "libvirt-go-xml"), ("lxml", "Python + lxml"),
                        ("virtinst", "virtinst"), ("nova", "nova")):
        if name in commands:
            rows.append((title, [*commands[name], "--one", one], None))
    made = [Process(title, command, path("measure"), WORK, input=input, cpu=CPU)
            for title, command, input in rows]
    for round in range(ROUNDS):
        for index in range(len(made)):
            made[(index + round) % len(made)].take_turn()
    own = made[0]
    table(["Start-up, one document", "ms", "CPU ms", "time ÷ vif's", "MiB"],
          [[process.title, "%.1f" % (1e3 * process.median("wall")),
            "%.1f" % (1e3 * process.median("cpu")),
            "" if process is own else times(process.ratio(own, "wall")), "%.1f" % process.peak]
           for process in made])


def main():
    commands = peers()
    expected = content.essences(path("documents.xml"))
    stages = {name: command for name, command in commands.items() if name != "virsh"}
    compare_stages(stages, expected)
    startup(commands)
    compare_processes("Whole process, %s lines" % thousands(len(expected)),
                      processes(commands, path("vifs.jsonl"), expected), len(expected), ROUNDS)
    command = next(iter(vif_commands().values()))
    with open(path("vifs.jsonl"), "rb") as file:
        lines = [file.readline() for _ in range(100)]
    print("A line waits %.2f ms for its document in a pipe. Where nobody reads, `vif xml` takes "
          "%.1f MiB.\n" % (1e3 * pipes.prompt(command, lines),
                           pipes.unread(command, path("vifs.jsonl"))), flush=True)
    if LINES:
        with open(path("many.jsonl"), "wb") as file:
            subprocess.run([path("Bench"), "make", "vifs", str(LINES)], stdout=file, check=True)
        compare_processes("Whole process, %s lines" % thousands(LINES),
                          processes(commands, path("many.jsonl"), None), LINES, 1)


main()
