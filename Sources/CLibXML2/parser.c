#include "parser.h"

#include <pthread.h>
#include <stddef.h>

#include "library.h"

#if LIBXML_VERSION >= 21100
#define READING(FUNCTION) FUNCTION(xmlCtxtReadMemory)
#else
#define READING(FUNCTION)     \
  FUNCTION(xmlCtxtReadMemory) \
  FUNCTION(xmlNewInputStream) \
  FUNCTION(xmlCtxtUseOptions) \
  FUNCTION(inputPush)         \
  FUNCTION(xmlParseDocument)
#endif
#define FUNCTIONS(FUNCTION)     \
  FUNCTION(xmlInitParser)       \
  FUNCTION(xmlNewParserCtxt)    \
  FUNCTION(xmlFreeParserCtxt)   \
  READING(FUNCTION)             \
  FUNCTION(xmlStopParser)       \
  FUNCTION(xmlCtxtGetLastError) \
  FUNCTION(xmlFreeDoc)

LIBRARY(FUNCTIONS);

static void load(void) {
  // It wants its tables set up once before the first use from several threads.
  if (vif_loadLibrary(&library)) REAL(xmlInitParser)();
}

const char *vif_xmlFault(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return library.fault[0] == '\0' ? NULL : library.fault;
}

vif_xmlParser *vif_xmlMake(void) { return REAL(xmlNewParserCtxt)(); }

void vif_xmlFree(vif_xmlParser *parser) { REAL(xmlFreeParserCtxt)(parser); }

// Without it, libxml2 does not collect a comment, of which it says what is wrong.
static void pass_over(void *user, const xmlChar *text) { (void)user, (void)text; }

int vif_xmlRead(vif_xmlParser *parser, const vif_xmlHandler *handler, void *user, const char *text,
                int length) {
  *parser->sax = (xmlSAXHandler){
      .initialized = XML_SAX2_MAGIC,
      .internalSubset = handler->documentType,
      .startElementNs = handler->open,
      .endElementNs = handler->close,
      .characters = handler->text,
      // The same for all texts: libxml2 then does not ask which are blank.
      .ignorableWhitespace = handler->text,
      .cdataBlock = handler->text,
      .comment = pass_over,
  };
  parser->userData = user;
  // References to characters come replaced. With the same option references to entities would,
  // which only a document type declares: the handler has to stop the parser there.
  int options = safe_options() | XML_PARSE_NOENT;
#if LIBXML_VERSION >= 21100
  REAL(xmlCtxtReadMemory)(parser, text, length, NULL, NULL, options);
#else
  // Older versions try again and again to get more into a buffer that has all there is: a quarter
  // of what a short document costs. There is none behind an input of this kind.
  xmlParserInputPtr input = REAL(xmlNewInputStream)(parser);
  if (input == NULL) return 0;
  input->base = input->cur = (const xmlChar *)text;
  input->end = input->base + length;
  input->length = length;
  REAL(xmlCtxtUseOptions)(parser, options);
  REAL(inputPush)(parser, input);
  REAL(xmlParseDocument)(parser);
#endif
  return parser->wellFormed;
}

int vif_xmlCheck(vif_xmlParser *parser, const char *text, int length) {
  // To be told of UTF-8, libxml2 would convert it to itself.
  xmlDocPtr document = REAL(xmlCtxtReadMemory)(parser, text, length, NULL, NULL, safe_options());
  if (document == NULL) return 0;
  REAL(xmlFreeDoc)(document);
  return 1;
}

void vif_xmlStop(vif_xmlParser *parser) { REAL(xmlStopParser)(parser); }

// The error is `xmlErrorPtr` up to libxml2 2.11 and `const xmlError *` from 2.12 on.
static const xmlError *last_error(vif_xmlParser *parser) {
  return REAL(xmlCtxtGetLastError)(parser);
}

const char *vif_xmlLastMessage(vif_xmlParser *parser) {
  const xmlError *error = last_error(parser);
  return error == NULL ? NULL : error->message;
}

int vif_xmlLastLine(vif_xmlParser *parser) {
  const xmlError *error = last_error(parser);
  return error == NULL ? 0 : error->line;
}
