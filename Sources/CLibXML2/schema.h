#pragma once

// RELAX NG, which libxml2 may be built without. Its own headers then declare nothing, and Swift can
// see no macro: so there are stand-ins here that say so.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <string.h>

// An option of its own from libxml2 2.14 on; part of the schemas before.
#if LIBXML_VERSION >= 21400
#ifdef LIBXML_RELAXNG_ENABLED
#define VIF_HAS_RELAXNG 1
#endif
#elif defined(LIBXML_SCHEMAS_ENABLED)
#define VIF_HAS_RELAXNG 1
#endif

/// The first error's text, cut to what fits.
typedef struct {
  char text[512];
} vif_schemaMessage;

#ifdef VIF_HAS_RELAXNG

// The error is `xmlErrorPtr` up to libxml2 2.11 and `const xmlError *` from 2.12 on.
#if LIBXML_VERSION >= 21200
static inline void vif_schemaError(void *context, const xmlError *error) {
#else
static inline void vif_schemaError(void *context, xmlErrorPtr error) {
#endif
  vif_schemaMessage *message = (vif_schemaMessage *)context;
  if (message->text[0] == '\0' && error != NULL && error->message != NULL)
    strncpy(message->text, error->message, sizeof message->text - 1);
}

/// Whether this libxml2 knows RELAX NG.
static inline int vif_hasRelaxNG(void) { return 1; }

/// Compiles a grammar; NULL, and a message, when that fails. To be freed with `vif_schemaFree`.
static inline void *vif_schemaCompile(const char *grammar, int length, vif_schemaMessage *message) {
  memset(message, 0, sizeof *message);
  xmlRelaxNGParserCtxtPtr context = xmlRelaxNGNewMemParserCtxt(grammar, length);
  if (context == NULL) return NULL;
  xmlRelaxNGSetParserStructuredErrors(context, vif_schemaError, message);
  xmlRelaxNGPtr schema = xmlRelaxNGParse(context);
  xmlRelaxNGFreeParserCtxt(context);
  return schema;
}

/// Validates a document: 0 when it is valid, positive when it is not, negative when that cannot be
/// said. A compiled schema may be shared by threads.
static inline int vif_schemaValidate(void *schema, xmlDocPtr document, vif_schemaMessage *message) {
  memset(message, 0, sizeof *message);
  xmlRelaxNGValidCtxtPtr context = xmlRelaxNGNewValidCtxt((xmlRelaxNGPtr)schema);
  if (context == NULL) return -1;
  xmlRelaxNGSetValidStructuredErrors(context, vif_schemaError, message);
  int result = xmlRelaxNGValidateDoc(context, document);
  xmlRelaxNGFreeValidCtxt(context);
  return result;
}

/// Frees a compiled schema.
static inline void vif_schemaFree(void *schema) { xmlRelaxNGFree((xmlRelaxNGPtr)schema); }

#else

static inline int vif_hasRelaxNG(void) { return 0; }
static inline void *vif_schemaCompile(const char *grammar, int length, vif_schemaMessage *message) {
  (void)grammar, (void)length;
  memset(message, 0, sizeof *message);
  return NULL;
}
static inline int vif_schemaValidate(void *schema, xmlDocPtr document, vif_schemaMessage *message) {
  (void)schema, (void)document;
  memset(message, 0, sizeof *message);
  return -1;
}
static inline void vif_schemaFree(void *schema) { (void)schema; }

#endif
