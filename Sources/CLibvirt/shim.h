#pragma once

#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

/// glibc has it since 2.27, but shows it to GNU's sources only.
extern int memfd_create(const char *name, unsigned int flags);

/// An open file that lives in memory, or -1; a program that this one starts does not get it.
static inline int vif_memoryFile(void) {
  const unsigned int close_on_exec = 1;
  return memfd_create("vif", close_on_exec);
}
