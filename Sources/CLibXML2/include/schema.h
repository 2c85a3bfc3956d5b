#pragma once

/// The first error's text, cut to what fits.
typedef struct {
  char text[512];
} vif_schemaMessage;

/// Whether this libxml2 knows RELAX NG, which it may be built without. To be asked before all else
/// of a schema, and after `vif_xmlFault`.
int vif_hasRelaxNG(void);

/// Compiles a grammar; NULL, and a message, when that fails. To be freed with `vif_schemaFree`.
void *vif_schemaCompile(const char *grammar, int length, vif_schemaMessage *message);

/// Validates a text: 0 when it is valid, positive when it is not, negative when that cannot be
/// said. A compiled schema may be shared by threads.
int vif_schemaValidate(void *schema, const char *text, int length, vif_schemaMessage *message);

/// Frees a compiled schema.
void vif_schemaFree(void *schema);
