#include "schema.h"

#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "library.h"

// RELAX NG, which libxml2 may be built without: where these headers are of, or where this runs. An
// option of its own from libxml2 2.14 on; part of the schemas before.
#if LIBXML_VERSION >= 21400
#ifdef LIBXML_RELAXNG_ENABLED
#define HAS_RELAXNG 1
#endif
#elif defined(LIBXML_SCHEMAS_ENABLED)
#define HAS_RELAXNG 1
#endif

#ifdef HAS_RELAXNG
#include <libxml/relaxng.h>

#define FUNCTIONS(FUNCTION)                     \
  FUNCTION(xmlReadMemory)                       \
  FUNCTION(xmlFreeDoc)                          \
  FUNCTION(xmlRelaxNGNewMemParserCtxt)          \
  FUNCTION(xmlRelaxNGSetParserStructuredErrors) \
  FUNCTION(xmlRelaxNGParse)                     \
  FUNCTION(xmlRelaxNGFreeParserCtxt)            \
  FUNCTION(xmlRelaxNGNewValidCtxt)              \
  FUNCTION(xmlRelaxNGSetValidStructuredErrors)  \
  FUNCTION(xmlRelaxNGValidateDoc)               \
  FUNCTION(xmlRelaxNGFreeValidCtxt)             \
  FUNCTION(xmlRelaxNGFree)

LIBRARY(FUNCTIONS);

static void load(void) { vif_loadLibrary(&library); }

int vif_hasRelaxNG(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return library.fault[0] == '\0';
}

// The error is `xmlErrorPtr` up to libxml2 2.11 and `const xmlError *` from 2.12 on.
#if LIBXML_VERSION >= 21200
static void keep(void *context, const xmlError *error) {
#else
static void keep(void *context, xmlErrorPtr error) {
#endif
  vif_schemaMessage *message = context;
  if (message->text[0] == '\0' && error != NULL && error->message != NULL)
    strncpy(message->text, error->message, sizeof message->text - 1);
}

void *vif_schemaCompile(const char *grammar, int length, vif_schemaMessage *message) {
  memset(message, 0, sizeof *message);
  xmlRelaxNGParserCtxtPtr context = REAL(xmlRelaxNGNewMemParserCtxt)(grammar, length);
  if (context == NULL) return NULL;
  REAL(xmlRelaxNGSetParserStructuredErrors)(context, keep, message);
  // The first one sets up what all schemas share, and libxml2 has no lock for that.
  static pthread_mutex_t compiling = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&compiling);
  xmlRelaxNGPtr schema = REAL(xmlRelaxNGParse)(context);
  pthread_mutex_unlock(&compiling);
  REAL(xmlRelaxNGFreeParserCtxt)(context);
  return schema;
}

static int validate(xmlRelaxNGPtr schema, xmlDocPtr document, vif_schemaMessage *message) {
  xmlRelaxNGValidCtxtPtr context = REAL(xmlRelaxNGNewValidCtxt)(schema);
  if (context == NULL) return -1;
  REAL(xmlRelaxNGSetValidStructuredErrors)(context, keep, message);
  int result = REAL(xmlRelaxNGValidateDoc)(context, document);
  REAL(xmlRelaxNGFreeValidCtxt)(context);
  return result;
}

int vif_schemaValidate(void *schema, const char *text, int length, vif_schemaMessage *message) {
  memset(message, 0, sizeof *message);
  xmlDocPtr document = REAL(xmlReadMemory)(text, length, NULL, "UTF-8", safe_options());
  if (document == NULL) {
    strncpy(message->text, "the document cannot be parsed", sizeof message->text - 1);
    return -1;
  }
  int result = validate(schema, document, message);
  REAL(xmlFreeDoc)(document);
  return result;
}

void vif_schemaFree(void *schema) { REAL(xmlRelaxNGFree)(schema); }

#else

int vif_hasRelaxNG(void) { return 0; }

void *vif_schemaCompile(const char *grammar, int length, vif_schemaMessage *message) {
  (void)grammar, (void)length;
  memset(message, 0, sizeof *message);
  return NULL;
}

int vif_schemaValidate(void *schema, const char *text, int length, vif_schemaMessage *message) {
  (void)schema, (void)text, (void)length;
  memset(message, 0, sizeof *message);
  return -1;
}

void vif_schemaFree(void *schema) { (void)schema; }

#endif
