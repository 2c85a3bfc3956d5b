#!/bin/bash
# Makes a virtual environment with the newest os-vif, unless it is there, and prints its folder.
#
#   Tests/OSVIFDifferential/environment.sh
#
# It is made in $VIF_CACHE, else in .build.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${VIF_CACHE:-$PWD/.build}/venv-osvif

if [ ! -e "$folder/ready" ]; then
  rm -rf "$folder"
  python3 -m venv "$folder" >&2
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --timeout 20 --retries 1 \
    os-vif >&2
  # Last, so that what was cut short is not taken for whole.
  touch "$folder/ready"
fi
echo "$folder"
