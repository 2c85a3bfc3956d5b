#!/usr/bin/python3
"""Joins two TAP devices as a cable does, and answers VDP requests on it as a switch does.

    switch.py STATION-TAP BRIDGE-TAP FOLDER

FOLDER/associations has a line "INSTANCE MAC" for each association. FOLDER/ready is made once both
ends speak ECP. (That and VDP are of 802.1Qbg's draft 0, as lldpad speaks them.)
"""

import fcntl
import os
import select
import struct
import sys
import uuid

ECP = 0x88B7
REQUEST, ACKNOWLEDGEMENT = 0, 1
VDP = b"\x00\x1b\x3f\x02"
ASSOCIATE, DEASSOCIATE = 2, 3
SUCCESS = b"\x00"


def open_tap(name):
    TUNSETIFF, IFF_TAP, IFF_NO_PI = 0x400454CA, 0x0002, 0x1000
    device = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TAP | IFF_NO_PI))
    return device


class Frame:
    """An ECP frame: addresses, head, and TLVs of VDP."""

    HEAD = struct.Struct("!12sH3sxHBH")

    def __init__(self, data):
        self.addresses, self.type, self.oui, self.subtype, self.mode, self.sequence = (
            self.HEAD.unpack_from(data)
        )
        self.tlvs = []
        offset = self.HEAD.size
        while offset + 2 <= len(data):
            head = int.from_bytes(data[offset : offset + 2], "big")
            end = offset + 2 + (head & 0x1FF)
            if head >> 9 == 127 and data[offset + 2 : offset + 6] == VDP:
                self.tlvs.append(data[offset:end])
            offset = end if head else len(data)

    def answer(self, addresses, sequence):
        """The frame that grants all that is asked for."""
        head = self.HEAD.pack(addresses, ECP, self.oui, self.subtype, REQUEST, sequence)
        granted = (tlv[:7] + SUCCESS + tlv[8:] for tlv in self.tlvs)
        return (head + b"".join(granted)).ljust(60, b"\x00")


class Switch:
    def __init__(self, folder):
        self.folder = folder
        self.associations = {}
        self.asked = []
        self.sequence = 0x100
        self.speakers = set()
        self.write("associations")

    def write(self, name):
        scratch = f"{self.folder}/{name}.new"
        with open(scratch, "w") as file:
            file.writelines(f"{instance} {mac}\n" for instance, mac in self.associations.items())
        os.rename(scratch, f"{self.folder}/{name}")

    def note(self, tlv):
        mode, instance, mac = tlv[6], str(uuid.UUID(bytes=tlv[13:29])), tlv[32:38].hex(":")
        if mode == ASSOCIATE:
            self.associations[instance] = mac
        elif mode == DEASSOCIATE:
            self.associations.pop(instance, None)
        self.write("associations")

    def see(self, data, is_of_station):
        """Takes note of a frame that passes; returns one to send to the station after it, or None."""
        if len(data) < Frame.HEAD.size or data[12:14] != ECP.to_bytes(2, "big"):
            return None
        frame = Frame(data)
        if frame.mode == ACKNOWLEDGEMENT and is_of_station not in self.speakers:
            self.speakers.add(is_of_station)
            if len(self.speakers) == 2:
                self.write("ready")
        if is_of_station and frame.mode == REQUEST and frame.tlvs:
            self.asked.append(frame)
        if is_of_station or frame.mode != ACKNOWLEDGEMENT or not self.asked:
            return None
        asked = self.asked.pop(0)
        for tlv in asked.tlvs:
            self.note(tlv)
        self.sequence += 1
        return asked.answer(frame.addresses, self.sequence)


def main(station, bridge, folder):
    station, bridge = open_tap(station), open_tap(bridge)
    switch = Switch(folder)
    while True:
        for end in select.select([station, bridge], [], [])[0]:
            data = os.read(end, 65536)
            try:
                os.write(bridge if end == station else station, data)
            except OSError:
                continue  # The other end is down.
            answer = switch.see(data, end == station)
            if answer:
                os.write(station, answer)


main(*sys.argv[1:])
