# shellcheck shell=bash
# Sourced by the scripts beside it: where the lab keeps what is slow to get or to make.

# The folder, which whoever becomes root takes along.
export VIF_LAB_CACHE="${VIF_LAB_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/swift-vif-lab}"
