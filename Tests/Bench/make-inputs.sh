#!/bin/bash
# Writes the inputs that every program of the benchmark reads.
#
#   Tests/Bench/make-inputs.sh BENCH COUNT FOLDER
#
# BENCH is the program of Tests/Bench/Program, COUNT the number of ports.
set -euo pipefail
bench=$1 count=$2 folder=$3
"$bench" make vifs "$count" >"$folder/vifs.jsonl"
"$bench" make documents "$count" >"$folder/documents.xml"
"$bench" make fields "$count" >"$folder/fields.tsv"
"$bench" make items "$count" >"$folder/items.jsonl"
"$bench" make vifs 1 >"$folder/one.json"
"$bench" make documents 1 >"$folder/one.xml"
echo '{"driver":{"name":"vhost","queues":4}}' >"$folder/guest.json"
