"""Prints each line of JSON as it is, and then with one value in it replaced, removed or added."""

import copy
import json
import sys

REPLACEMENTS = [None, True, -1, 0, 1, 2, 67, 300, 70000, 2**32, 1.5, "", "on", "yes", "x y", "0x1", "/", [], {}]


def places(value, path=()):
    """The paths of all values inside."""
    yield path
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, member in members:
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


def mutants(value):
    yield value
    for path in places(value):
        if not path:
            continue
        yield changed(value, path, remove)
        yield changed(value, path[:-1] + ("unknown",), put(1)) if isinstance(path[-1], str) else value
        for replacement in REPLACEMENTS:
            yield changed(value, path, put(replacement))


seen = set()
with open(sys.argv[1], encoding="utf-8", newline="\n") as lines:
    for line in lines:
        for mutant in mutants(json.loads(line)):
            text = json.dumps(mutant)
            if text not in seen:
                seen.add(text)
                print(text)
