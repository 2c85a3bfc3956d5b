"""The programs that are compared, each running and obeying lines, and how they are timed in turns."""
import statistics
import subprocess


class Program:
    """A program that has read the inputs, and does a stage's work when it is told to."""

    def __init__(self, command, cpu):
        self.process = subprocess.Popen(
            ["taskset", "-c", str(cpu), *command], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        words = self.answer().split()
        if words[0] != "ready":
            raise RuntimeError("%s does not begin with 'ready'" % command[0])
        self.stages = words[1:]

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("%s ended" % " ".join(map(str, self.process.args)))
        return line

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.answer()

    def cost(self, stage, count):
        """The mean of so many documents, in nanoseconds of CPU time."""
        return int(self.tell("pass %s %d" % (stage, count))) / count

    def write(self, stage, path):
        self.tell("write %s %s" % (stage, path))

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Row:
    """A program at a stage: what a round of it costs, and how often it is done in one."""

    #: A round of a row takes about so long, and the turns follow close upon each other.
    PERIOD = 1e8

    def __init__(self, title, program, stage):
        self.title, self.program, self.stage = title, program, stage
        self.costs = []
        # Twice, the first to get warm.
        for count in (20, 200):
            cost = program.cost(stage, count)
        self.count = max(10, min(200_000, int(self.PERIOD / cost)))

    def take_turn(self):
        self.costs.append(self.program.cost(self.stage, self.count))

    @property
    def rate(self):
        """Documents a second of CPU time."""
        return 1e9 / statistics.median(self.costs)

    def ratio(self, other):
        """How much more work it is than another row, in the same rounds."""
        return statistics.median(mine / its for mine, its in zip(self.costs, other.costs))


def time_in_turns(rows, rounds):
    """Each row once a round, in an order that moves on, so that what disturbs one disturbs all."""
    for round in range(rounds):
        for index in range(len(rows)):
            rows[(index + round) % len(rows)].take_turn()
