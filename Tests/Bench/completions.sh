#!/bin/bash
# Writes the completions of a built tool, as shells look for them, so that no shell has to ask for them
# when it starts.
#
#   Tests/Bench/completions.sh FOLDER
#
# In FOLDER/completions: bash/vif, zsh/_vif, fish/vif.fish.
set -euo pipefail
cd "$1"
for pair in bash:vif zsh:_vif fish:vif.fish; do
  shell=${pair%:*}
  mkdir -p "completions/$shell"
  ./vif --generate-completion-script "$shell" >"completions/$shell/${pair#*:}"
done
