"""Whole processes: how long they take, how much of it is CPU time, and how much memory."""
import os
import statistics
import subprocess


class Run:
    """What a process took."""

    def __init__(self, line):
        wall, cpu, memory, status = map(int, line.split())
        self.wall, self.cpu, self.memory, self.status = wall / 1e9, cpu / 1e9, memory / 1024, status


class Process:
    """A command that is run whole, again and again."""

    def __init__(self, title, command, measure, work, input=None, cpu=None):
        self.title, self.input = title, input
        self.pinned = ["taskset", "-c", str(cpu)] if cpu is not None else []
        self.command, self.measure = list(map(str, command)), measure
        self.record = os.path.join(work, "runs")
        self.runs = []

    def take_turn(self, output=subprocess.DEVNULL):
        open(self.record, "w").close()
        source = open(self.input, "rb") if self.input else subprocess.DEVNULL
        try:
            # What pins is not measured with it.
            subprocess.run([*self.pinned, self.measure, self.record, *self.command],
                           stdin=source, stdout=output, stderr=subprocess.DEVNULL, check=True)
        finally:
            if self.input:
                source.close()
        with open(self.record) as file:
            run = Run(file.read())
        if run.status:
            raise RuntimeError("%s ended with status %d" % (" ".join(self.command), run.status))
        self.runs.append(run)

    def write(self, path):
        """Runs it once, without counting it, for what it prints."""
        with open(path, "wb") as file:
            self.take_turn(file)
        self.runs.pop()

    def median(self, part):
        return statistics.median(getattr(run, part) for run in self.runs)

    @property
    def peak(self):
        return max(run.memory for run in self.runs)

    def ratio(self, other, part):
        """How much more it takes than another, in the same rounds."""
        return statistics.median(getattr(mine, part) / getattr(its, part)
                                 for mine, its in zip(self.runs, other.runs))
