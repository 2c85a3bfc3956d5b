#!/bin/bash
# Makes a virtual environment with the newest os-vif, unless it is there, and prints its folder.
#
#   Tests/OSVIFDifferential/environment.sh [reachable]
#
# It is made in $VIF_CACHE, else in .build. With `reachable`: ends with status 1, and says why, where
# it can be neither found nor made.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=${VIF_CACHE:-$PWD/.build}/venv-osvif

if [ ! -e "$folder/ready" ]; then
  if [ "${1:-}" = reachable ] &&
    ! python3 -m pip download --quiet --no-deps --timeout 10 --retries 0 \
      --dest "$(mktemp -d)" os-vif >/dev/null 2>&1; then
    echo "there is no os-vif here, and no registry to get it from" >&2
    exit 1
  fi
  # Made beside and moved, so that what was cut short is not taken for whole.
  rm -rf "$folder" "$folder.new"
  python3 -m venv --copies "$folder" >&2
  "$folder/bin/python" -m pip install --quiet --disable-pip-version-check os-vif >&2
  touch "$folder/ready"
fi
echo "$folder"
