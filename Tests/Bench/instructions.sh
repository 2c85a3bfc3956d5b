#!/bin/bash
# Counts the instructions that each stage of the product costs a document, by callgrind: they do not
# depend on what else the machine does.
#
#   Tests/Bench/instructions.sh [--record | --check] [option for swift …]
#
# Prints a table: stage, instructions, and how many they were when they were recorded in
# baseline.tsv. With --record they are recorded anew; with --check it ends with status 1 when one is
# above that by more than a tenth. What is not of a document (`start`: a whole run of `vif` on one,
# `help`) is counted whole. DOCUMENTS says of how many documents the others are the mean; start-up is
# left out of them: it is the difference between two lengths of a run. With PEERS=1 those in C and C++
# are counted besides, which are not recorded.
#
# With IF_REACHABLE=1 it is skipped where there is no valgrind.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
action=show
case ${1:-} in --record | --check) action=${1#--}; shift ;; esac
command -v valgrind >/dev/null || {
  [ -n "${IF_REACHABLE:-}" ] || { echo "error: this needs valgrind" >&2; exit 1; }
  echo "skipped: there is no valgrind, and no instructions were counted"
  exit 0
}

programs=$("$here/build.sh" Bench,vif "$@")
export count=${DOCUMENTS:-100} bench=$programs/Bench vif=$programs/vif
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export work
"$here/make-inputs.sh" "$bench" "$count" "$work"
cat "$work/vifs.jsonl" "$work/vifs.jsonl" >"$work/twice.jsonl"

# The instructions of a command; what it prints is of no interest.
instructions() {
  # The order of a dictionary's keys, and so the work on it, is to be the same each time.
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" \
    2>&1 >/dev/null | sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}
# How many instructions a document costs at a stage, of the product's or, with a slash, a peer's.
stage() {
  local once twice program=$bench stage=$1
  case $1 in
    jansson/start) instructions "$work/jansson" --stream full <"$work/one.json"; return ;;
    */*) program=$work/${1%/*} stage=${1#*/} ;;
  esac
  case $1 in
    start) instructions "$vif" xml --guest "$work/guest.json" "$work/one.json"; return ;;
    help) instructions "$vif" --help; return ;;
    xml)
      once=$(instructions "$vif" xml --guest "$work/guest.json" "$work/vifs.jsonl")
      twice=$(instructions "$vif" xml --guest "$work/guest.json" "$work/twice.jsonl")
      ;;
    *)
      once=$(instructions "$program" "$work" <<<"pass $stage $count")
      twice=$(instructions "$program" "$work" <<<"pass $stage $((2 * count))")
      ;;
  esac
  echo $(((twice - once) / count))
}
counted() { printf '%s\t%s\n' "$1" "$(stage "$1")"; }
export -f instructions stage counted

# Two at a time: they do not disturb each other's counts.
stages=(decode translate write full build parse check format xml start help)
others=()
if [ -n "${PEERS:-}" ]; then
  # shellcheck source=Tests/Bench/Peers/build.sh
  . "$here/Peers/build.sh"
  simdjson >/dev/null
  jansson >/dev/null
  others=(simdjson/plain simdjson/full)
  others+=(jansson/full jansson/build jansson/parse jansson/scan jansson/start)
fi
printf '%s\n' "${stages[@]}" "${others[@]}" | xargs -P "$(nproc)" -I{} bash -euc 'counted {}' >"$work/counts"

{
  printf '%s\t%s\n' stage instructions
  for name in "${stages[@]}"; do grep "^$name	[1-9]" "$work/counts"; done
} >"$work/table"
awk -F '\t' -v action="$action" '
  FNR == 1 { next }
  NR == FNR { old[$1] = $2; next }
  {
    change = old[$1] ? sprintf("%+.1f %%", 100 * ($2 / old[$1] - 1)) : "not recorded"
    printf "%-14s %12d  %s\n", $1, $2, change
    if (action == "check" && $2 > 1.1 * old[$1]) {
      print "error: " $1 ": " (old[$1] ? "more than a tenth above the baseline" : change) \
        > "/dev/stderr"
      failed = 1
    }
  }
  END { exit failed }' "$here/baseline.tsv" "$work/table"
for name in "${others[@]}"; do
  printf '%-14s %12d\n' "$name" "$(sed -n "s,^$name	,,p" "$work/counts")"
done
[ "$action" != record ] || cp "$work/table" "$here/baseline.tsv"
