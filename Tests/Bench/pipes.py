"""How `vif xml` gets on with whoever is slow at either end of it."""
import statistics
import subprocess
import time


def prompt(command, lines, pause=0.005):
    """Gives a line at a time, and waits for its document: the median wait in seconds."""
    waits = []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for line in lines:
            time.sleep(pause)
            start = time.perf_counter()
            process.stdin.write(line)
            process.stdin.flush()
            while process.stdout.readline() != b"</interface>\n":
                pass
            waits.append(time.perf_counter() - start)
        process.stdin.close()
    return statistics.median(waits)


def unread(command, input, pause=0.01):
    """Reads what it prints a little at a time: the most memory it has meanwhile, in MiB."""
    peak = 0
    with open(input, "rb") as source, \
            subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE, bufsize=0) as process:
        for _ in range(100):
            time.sleep(pause)
            if not process.stdout.read(1 << 12):
                raise RuntimeError("it ended too soon")
        with open("/proc/%d/status" % process.pid) as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    peak = int(line.split()[1]) / 1024
        # The rest at once, so that it ends well.
        while process.stdout.read(1 << 20):
            pass
    if process.returncode:
        raise RuntimeError("it ended with status %d" % process.returncode)
    return peak
