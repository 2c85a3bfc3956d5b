"""Passes a daemon's socket on, but for the first call of one procedure: that is never answered.

Prints the process to end: withhold.py LISTEN SOCKET PROCEDURE
"""
import os
import select
import socket
import struct
import sys

# Length, program, version, procedure, type: the head of each of libvirt's messages.
HEAD = struct.Struct(">5I")
CALLS_OF_DOMAINS = 0x20008086


class Calls:
    """What a client sends, message by message."""

    def __init__(self, procedure):
        self.procedure = procedure

    def passed(self, data):
        """The whole messages that are to be passed on, and what is left of the last one."""
        passed = b""
        while len(data) >= HEAD.size:
            length, program, _, procedure, _ = HEAD.unpack_from(data)
            if len(data) < length:
                break
            if program == CALLS_OF_DOMAINS and procedure == self.procedure:
                self.procedure = None
            else:
                passed += data[:length]
            data = data[length:]
        return passed, data


def relay(client, daemon, calls):
    rest = b""
    while True:
        for end in select.select([client, daemon], [], [])[0]:
            data = end.recv(65536)
            if not data:
                return
            if end == daemon:
                client.sendall(data)
            else:
                data, rest = calls.passed(rest + data)
                daemon.sendall(data)


def main(path, target, procedure):
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen()
    process = os.fork()
    if process:
        print(process)
        return
    null = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(null, number)
    os.setsid()
    calls = Calls(int(procedure))
    while True:
        client, _ = listener.accept()
        daemon = socket.socket(socket.AF_UNIX)
        daemon.connect(target)
        relay(client, daemon, calls)


main(*sys.argv[1:])
