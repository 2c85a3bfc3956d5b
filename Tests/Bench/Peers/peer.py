"""What the peers in Python share: they read the inputs of a folder, then obey lines of the standard
input, as Tests/Bench/Program/CommandLoop.swift does."""
import os
import sys
import time


class Inputs:
    def __init__(self, folder):
        def read(name):
            with open(os.path.join(folder, name)) as file:
                return file.read()

        end = "</interface>\n"
        self.lines = read("vifs.jsonl").splitlines()
        self.documents = [part + end for part in read("documents.xml").split(end)[:-1]]
        self.ports = [line.split("\t") for line in read("fields.tsv").splitlines()]


def obey(stages):
    """Serves `{name: (what to do, the inputs' list to do it to, how to make a text of it)}`.

    With `--one FILE` it does the whole way of one line, and no more."""
    if sys.argv[1] == "--one":
        with open(sys.argv[2]) as file:
            sys.stdout.write(stages["full"][0](file.read()))
        return
    # What other modules print is no answer.
    answers, sys.stdout = sys.stdout, sys.stderr

    def answer(text):
        answers.write("%s\n" % text)
        answers.flush()

    inputs = Inputs(sys.argv[1])
    answer("ready " + " ".join(stages))
    for line in sys.stdin:
        verb, name, last = line.split()
        work, source, text = stages[name]
        items = getattr(inputs, source)
        if verb == "pass":
            count = int(last)
            turns = [items[index % len(items)] for index in range(count)]
            start = time.process_time_ns()
            for item in turns:
                work(item)
            answer(time.process_time_ns() - start)
        else:
            with open(last, "w") as file:
                for item in items:
                    file.write(text(work(item)))
            answer("done")
