#include "loading.h"

#include <dlfcn.h>
#include <stdio.h>

static bool fail(vif_library *library) {
  const char *reason = dlerror();
  snprintf(library->fault, sizeof library->fault, "%s", reason ? reason : library->name);
  return false;
}

bool vif_loadLibrary(vif_library *library) {
  void *handle = dlopen(library->name, RTLD_NOW | RTLD_LOCAL);
  if (!handle) return fail(library);
  for (size_t index = 0; index < library->count; index++) {
    library->functions[index] = dlsym(handle, library->symbols[index]);
    if (!library->functions[index]) return fail(library);
  }
  return true;
}
