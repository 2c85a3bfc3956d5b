"""Validates lines of JSON with Python's jsonschema: a line "ok" or what is wrong for each.

validate.py SCHEMA LINES; without arguments, says by its exit status whether it can.
"""

import sys

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match

import json

if len(sys.argv) == 3:
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    with open(sys.argv[2], encoding="utf-8", newline="\n") as lines:
        for line in lines:
            error = best_match(validator.iter_errors(json.loads(line)))
            print("ok" if error is None else ascii(error.message)[:200])
