// libvirt's client brings some fifty libraries, which take the dynamic linker longer than all that
// a short run does. So it is not linked with: here are its functions, each of which loads it, and
// goes on to the real one. Whoever calls them sees no difference.

// Without the package's trait there is nothing here, and no header is needed.
#ifdef VIF_LIBVIRT

#include "shim.h"

#include <pthread.h>

#include "loading.h"

enum {
#define FUNCTION(type, name, parameters, arguments, failure) VIF_INDEX(name),
#define PROCEDURE(name, parameters, arguments) VIF_INDEX(name),
#include "functions.h"
#undef FUNCTION
#undef PROCEDURE
  COUNT
};

static const char *const symbols[COUNT] = {
#define FUNCTION(type, name, parameters, arguments, failure) VIF_SYMBOL(name),
#define PROCEDURE(name, parameters, arguments) VIF_SYMBOL(name),
#include "functions.h"
#undef FUNCTION
#undef PROCEDURE
};

static void *functions[COUNT];
static vif_library library = {
    .name = "libvirt.so.0", .count = COUNT, .symbols = symbols, .functions = functions};

static void load(void) { vif_loadLibrary(&library); }

const char *vif_libvirtFault(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return library.fault[0] == '\0' ? NULL : library.fault;
}

// Hidden, lest libvirt's own calls come here.
#define FUNCTION(type, name, parameters, arguments, failure)                           \
  __attribute__((visibility("hidden"))) type name parameters {                         \
    return vif_libvirtFault() == NULL ? VIF_REAL(functions, name) arguments : failure; \
  }
#define PROCEDURE(name, parameters, arguments)                           \
  __attribute__((visibility("hidden"))) void name parameters {           \
    if (vif_libvirtFault() == NULL) VIF_REAL(functions, name) arguments; \
  }
#include "functions.h"

#endif
