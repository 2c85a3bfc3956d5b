#pragma once

/// libxml2's parser. Its own headers are not seen here: where they are is not for whoever imports
/// this to know, and what they pull in, as ICU's, does not go into one compilation with Foundation.
typedef struct _xmlParserCtxt vif_xmlParser;

/// What is called for the parts of a text, with the `user` of the call first. The prototypes are
/// libxml2's own.
typedef struct {
  /// A document type declaration begins.
  void (*documentType)(void *user, const unsigned char *name, const unsigned char *external,
                       const unsigned char *system);
  /// An element begins: its name and prefix; declarations of namespaces, of two pointers each; and
  /// attributes, of five.
  void (*open)(void *user, const unsigned char *name, const unsigned char *prefix,
               const unsigned char *space, int spaceCount, const unsigned char **spaces,
               int attributeCount, int defaulted, const unsigned char **attributes);
  /// The element ends.
  void (*close)(void *user, const unsigned char *name, const unsigned char *prefix,
                const unsigned char *space);
  /// Some text; also of a CDATA section.
  void (*text)(void *user, const unsigned char *text, int length);
} vif_xmlHandler;

/// Why libxml2 cannot be used, as the dynamic linker says; NULL when it can.
///
/// It is loaded by the first call of this, which has to come before all others.
const char *vif_xmlFault(void);

/// A new parser, to be freed with `vif_xmlFree`; NULL without memory.
vif_xmlParser *vif_xmlMake(void);

/// Frees a parser.
void vif_xmlFree(vif_xmlParser *parser);

/// Reads a text of so many bytes, with a NUL behind them, and calls the handler's functions with
/// `user` for what is in it. Returns whether it is well-formed. A parser reads one text.
int vif_xmlRead(vif_xmlParser *parser, const vif_xmlHandler *handler, void *user, const char *text,
                int length);

/// Reads a text to its end, and tells nothing of it but whether it is well-formed.
int vif_xmlCheck(vif_xmlParser *parser, const char *text, int length);

/// Has the reading that calls this end.
void vif_xmlStop(vif_xmlParser *parser);

/// The last error's text, or NULL.
const char *vif_xmlLastMessage(vif_xmlParser *parser);

/// The line of the last error, from 1, or 0.
int vif_xmlLastLine(vif_xmlParser *parser);
