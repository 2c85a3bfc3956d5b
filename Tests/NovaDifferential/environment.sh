#!/bin/bash
# Makes a virtual environment with the newest nova and os-vif, unless it is there, and prints its
# folder.
#
#   Tests/NovaDifferential/environment.sh
#
# It is made in $VIF_CACHE, else in .build, of some 400 MB. nova 34 needs Python 3.11; the first
# python3 that is new enough is taken. libvirt's Python binding is not needed.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${VIF_CACHE:-$PWD/.build}/venv-nova

if [ ! -e "$folder/ready" ]; then
  for python in python3 python3.11 python3.12 python3.13 ''; do
    [ -n "$python" ] || { echo "error: nova needs Python 3.11 or newer" >&2; exit 1; }
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break
  done
  rm -rf "$folder"
  "$python" -m venv "$folder" >&2
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --timeout 20 --retries 1 \
    'nova>=34' os-vif >&2
  # Last, so that what was cut short is not taken for whole.
  touch "$folder/ready"
fi
echo "$folder"
