#!/bin/bash
# tc for libvirt on a kernel that has HTB, which does the shaping, and not what libvirt puts beside it:
# pfifo stands for sfq, and what needs marks or the police is left out.
arguments=()
for argument; do
  case $argument in
    sfq) arguments+=(pfifo) ;;
    # Its one option, with the number behind it.
    perturb) break ;;
    fw | police) exit 0 ;;
    *) arguments+=("$argument") ;;
  esac
done
exec /usr/sbin/tc "${arguments[@]}"
