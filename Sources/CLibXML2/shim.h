#pragma once

// Debian's libxml2 is built with ICU and pulls ICU's headers in for one struct that nothing here
// touches. Swift's Foundation brings an ICU of its own, and the two do not go into one compilation.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

// Each header by name: libxml2 2.12 and newer no longer pull one another in.
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// The last error's text on this context, or NULL. A shim, since the error is `xmlErrorPtr` up to
/// libxml2 2.11 and `const xmlError *` from 2.12 on.
static inline const char *vif_xmlCtxtLastMessage(xmlParserCtxtPtr context) {
  const xmlError *error = xmlCtxtGetLastError(context);
  return error == NULL ? NULL : error->message;
}

/// The line of the last error on this context, from 1, or 0. The reason is that of
/// `vif_xmlCtxtLastMessage`.
static inline int vif_xmlCtxtLastLine(xmlParserCtxtPtr context) {
  const xmlError *error = xmlCtxtGetLastError(context);
  return error == NULL ? 0 : error->line;
}

/// What every parse of a stranger's text here is done with: nothing is fetched, nothing is printed,
/// and entities are neither loaded nor replaced.
///
/// A shim, since libxml2 has the option that closes external entities for good only from 2.13 on.
static inline int vif_xmlSafeParseOptions(void) {
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

/// Reads a text of so many bytes, with a NUL behind them, and calls the handler's functions with
/// `user` for what is in it. Returns whether it is well-formed.
///
/// References to characters come replaced. With the same option references to entities would, which
/// only a document type declares: the handler has to stop the parser there.
static inline int vif_xmlCall(xmlParserCtxtPtr context, const xmlSAXHandler *handler, void *user,
                              const char *text, int length) {
  *context->sax = *handler;
  context->userData = user;
  int options = vif_xmlSafeParseOptions() | XML_PARSE_NOENT;
#if LIBXML_VERSION >= 21100
  xmlCtxtReadMemory(context, text, length, NULL, NULL, options);
#else
  // Older versions try again and again to get more into a buffer that has all there is: a quarter
  // of what a short document costs. There is none behind an input of this kind.
  xmlParserInputPtr input = xmlNewInputStream(context);
  if (input == NULL) return 0;
  input->base = input->cur = (const xmlChar *)text;
  input->end = input->base + length;
  input->length = length;
  xmlCtxtUseOptions(context, options);
  inputPush(context, input);
  xmlParseDocument(context);
#endif
  return context->wellFormed;
}
