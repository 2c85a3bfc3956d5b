#pragma once

// libxml2 is loaded when something is read, and not linked with: it brings ICU and libstdc++, which
// take the dynamic linker longer than a short run that writes only takes for all else.

#if !__has_include(<libxml2/libxml/xmlversion.h>)
#error "libxml2's headers are missing (Debian: libxml2-dev)"
#endif

// Debian's libxml2 is built with ICU and pulls ICU's headers in for one struct that nothing here
// touches.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

// Each header by name: libxml2 2.12 and newer no longer pull one another in.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

#if LIBXML_VERSION >= 21400
#define LIBXML_NAME "libxml2.so.16"
#else
#define LIBXML_NAME "libxml2.so.2"
#endif

#include "loading.h"

/// Some functions of libxml2's, by their list: `library` is what `vif_loadLibrary` wants, after which
/// `REAL(name)` is each of them.
#define LIBRARY(FUNCTIONS)                                       \
  enum { FUNCTIONS(INDEX) COUNT };                               \
  static const char *const symbols[COUNT] = {FUNCTIONS(SYMBOL)}; \
  static void *functions[COUNT];                                 \
  static vif_library library = {                                 \
      .name = LIBXML_NAME, .count = COUNT, .symbols = symbols, .functions = functions}
#define INDEX(name) VIF_INDEX(name),
#define SYMBOL(name) VIF_SYMBOL(name),
#define REAL(name) VIF_REAL(functions, name)

/// The options that every parse of a stranger's text is done with: nothing is fetched, nothing is
/// printed, and entities are neither loaded nor replaced.
static inline int safe_options(void) {
  int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT |
                XML_PARSE_IGNORE_ENC;
#if LIBXML_VERSION >= 21300
  options |= XML_PARSE_NO_XXE;
#endif
#if LIBXML_VERSION >= 21400
  options |= XML_PARSE_NO_SYS_CATALOG;
#endif
  return options;
}
