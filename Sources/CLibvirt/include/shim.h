#pragma once

#if !__has_include(<libvirt/libvirt.h>)
#error "libvirt's headers are missing (Debian: libvirt-dev)"
#endif
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

/// Why libvirt's library cannot be used, as the dynamic linker says; NULL when it can.
///
/// It is loaded by the first call of one of its functions, or by this. Where it cannot be, each of
/// them fails as it does by itself.
const char *vif_libvirtFault(void);

/// glibc has it since 2.27, but shows it to GNU's sources only.
extern int memfd_create(const char *name, unsigned int flags);

/// An open file that lives in memory, or -1; a program that this one starts does not get it.
static inline int vif_memoryFile(void) {
  const unsigned int close_on_exec = 1;
  return memfd_create("vif", close_on_exec);
}
