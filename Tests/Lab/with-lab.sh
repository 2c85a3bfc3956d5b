#!/bin/bash
# Runs CMD on the lab's host: in namespaces of their own with a libvirtd, guests and switches to plug
# into, as far as that can be. Tests skip what is missing, and say so.
#
#   Tests/Lab/with-lab.sh CMD [ARGUMENT...]
#
# All of it is gone with CMD, however that ends. A shell to try things in: with-lab.sh bash
set -euo pipefail
here=$(dirname "$0")
. "$here/privileges.sh"
. "$here/cache.sh"
obstacle=$(obstacle_to_lab)
if [ -n "$obstacle" ]; then
  echo "note: nothing is plugged into a guest: $obstacle" >&2
  exec "$@"
fi
as_root env VIF_LAB_CACHE="$VIF_LAB_CACHE" "$here/in-namespaces.sh" "$here/host/run.sh" "$@"
