"""Runs the product beside its peers, and prints tables in Markdown: see run.sh.

    bench.py FOLDER

The folder has the inputs; the programs Bench, vif and measure; and `peers.tsv`, each line of which
has a peer's name, its command and, where it is left out, the reason."""
import os
import subprocess
import sys

import content
import pipes
import stages
from tables import rounded
from whole import Whole

WORK = sys.argv[1]
ROUNDS = int(os.environ.get("ROUNDS", 9))
LINES = int(os.environ.get("LINES", 1_000_000))
CPU = max(os.sched_getaffinity(0))


def path(name):
    return os.path.join(WORK, name)


def peers():
    """The commands of the peers that are there; says which are not."""
    commands = {}
    with open(path("peers.tsv")) as file:
        for line in file:
            name, command, reason = line.rstrip("\n").split("\t")
            if reason:
                print("Left out: %s (%s)" % (name, reason))
            else:
                commands[name] = command.split()
    return commands


def processor():
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return "unknown"


def main():
    commands = peers()
    expected = content.essences(path("documents.xml"))
    with open(path("vifs.jsonl"), "rb") as file:
        lines = file.readlines()
    print("%s ports, %s bytes of JSON each; %d rounds in turns on core %d of %d (%s)\n" % (
        rounded(len(lines)), rounded(sum(map(len, lines)) / len(lines)), ROUNDS, CPU,
        os.cpu_count(), processor()), flush=True)
    programs = {"Bench": [path("Bench")], **commands}
    programs.pop("virsh", None)
    stages.compare(WORK, programs, expected, ROUNDS, CPU)

    whole = Whole(WORK, commands, ROUNDS, CPU)
    whole.start(expected)
    whole.lines("vifs.jsonl", len(lines), 1, expected)
    print("In a pipe, a line waits %.2f ms for its document. While nobody reads what it writes, "
          "`vif xml` takes %.1f MiB.\n" % (1e3 * pipes.prompt(whole.xml, lines[:100]),
                                           pipes.unread(whole.xml, path("vifs.jsonl"))), flush=True)
    for count, rounds in ((LINES // 10, ROUNDS), (LINES, 1)):
        if not count:
            continue
        for kind in ("vifs", "items"):
            with open(path(kind + ".many"), "wb") as file:
                subprocess.run([path("Bench"), "make", kind, str(count)], stdout=file, check=True)
        whole.lines("vifs.many", count, rounds)
        if rounds > 1:
            whole.documents("items.many", count, rounds)


main()
