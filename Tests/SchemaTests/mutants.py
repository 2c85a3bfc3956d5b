"""Prints each line of JSON as it is, and then with one value in it replaced, removed or added.

mutants.py LINES DEPTH: values that lie deeper stay as they are.
"""

import copy
import json
import sys

REPLACEMENTS = [
    *(None, True, -1, 0, 1, 2, 67, 300, 70000, 2**32, 1.5),
    *("", "on", "yes", "x y", "0x1", "/", [], {}),
]


def places(value, path=()):
    """The paths of all values inside."""
    yield path
    members = {}
    if isinstance(value, dict):
        members = value
    elif isinstance(value, list):
        members = dict(enumerate(value))
    for name, member in members.items():
        yield from places(member, path + (name,))


def changed(value, path, change):
    """A copy, after `change` of what holds the last name of the path."""
    value = copy.deepcopy(value)
    holder = value
    for name in path[:-1]:
        holder = holder[name]
    change(holder, path[-1])
    return value


def put(replacement):
    def change(holder, name):
        holder[name] = replacement

    return change


def remove(holder, name):
    del holder[name]


def mutants(value, depth):
    yield value
    for path in places(value):
        if not 0 < len(path) <= depth:
            continue
        yield changed(value, path, remove)
        if isinstance(path[-1], str):
            yield changed(value, path[:-1] + ("unknown",), put(1))
        for replacement in REPLACEMENTS:
            yield changed(value, path, put(replacement))


seen = set()
with open(sys.argv[1], encoding="utf-8", newline="\n") as lines:
    for line in lines:
        for mutant in mutants(json.loads(line), int(sys.argv[2])):
            text = json.dumps(mutant)
            if text not in seen:
                seen.add(text)
                print(text)
