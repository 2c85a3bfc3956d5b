/* C with jansson and libxml2: its writer, and its reader. */
#include <jansson.h>
#include <libxml/xmlreader.h>

#include "document.h"

static struct text text_of(const json_t *object, const char *key) {
  const json_t *value = json_object_get(object, key);
  struct text text = {json_string_value(value), json_string_length(value)};
  if (!text.start) exit(1);
  return text;
}

static const json_t *data_of(const json_t *object) {
  return json_object_get(object, "versioned_object.data");
}

static void write_from(json_t *tree) {
  char size[24];
  const json_t *data = data_of(tree);
  const json_t *network = data_of(json_object_get(data, "network"));
  int length = snprintf(size, sizeof size, "%lld",
                        (long long)json_integer_value(json_object_get(network, "mtu")));
  struct port port = {
      text_of(data, "address"), text_of(data, "bridge_name"),
      text_of(data_of(json_object_get(data, "port_profile")), "interface_id"),
      text_of(data, "vif_name"), {size, (size_t)length}};
  write_document(&port);
  json_decref(tree);
}

static void full_line(char *line, size_t length, size_t capacity) {
  (void)capacity;
  json_t *tree = json_loadb(line, length, 0, NULL);
  if (!tree) exit(1);
  write_from(tree);
}

static void full(size_t number) {
  full_line((char *)lines[number].start, lines[number].length, 0);
}

static void build(size_t number) { write_document(&ports[number]); }

/* The least that can be called a document. */
static void plain_build(size_t number) { put_document(&ports[number]); }

/* What a document says of its port, in memory of its own. */
static struct text taken(xmlTextReaderPtr reader, const char *name) {
  xmlChar *value = xmlTextReaderGetAttribute(reader, (const xmlChar *)name);
  if (!value) exit(1);
  struct text text = {(const char *)value, strlen((const char *)value)};
  return text;
}

static void parse(size_t number) {
  struct port port = {0};
  xmlTextReaderPtr reader = xmlReaderForMemory(documents[number].start,
                                               (int)documents[number].length, NULL, NULL,
                                               XML_PARSE_NONET);
  if (!reader) exit(1);
  int state;
  while ((state = xmlTextReaderRead(reader)) == 1) {
    if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT) continue;
    const char *name = (const char *)xmlTextReaderConstName(reader);
    if (!strcmp(name, "mac")) port.mac = taken(reader, "address");
    else if (!strcmp(name, "source")) port.bridge = taken(reader, "bridge");
    else if (!strcmp(name, "parameters")) port.id = taken(reader, "interfaceid");
    else if (!strcmp(name, "target")) port.device = taken(reader, "dev");
    else if (!strcmp(name, "mtu")) port.mtu = taken(reader, "size");
  }
  if (state < 0) exit(1);
  xmlFreeTextReader(reader);
  emitted += port.mac.length;
  if (output) write_document(&port);
  struct text *texts[] = {&port.mac, &port.bridge, &port.id, &port.device, &port.mtu};
  for (int field = 0; field < 5; field++) xmlFree((void *)texts[field]->start);
}

/* The reader alone: it goes past every attribute. */
static void scan(size_t number) {
  xmlTextReaderPtr reader = xmlReaderForMemory(documents[number].start,
                                               (int)documents[number].length, NULL, NULL,
                                               XML_PARSE_NONET);
  if (!reader) exit(1);
  while (xmlTextReaderRead(reader) == 1)
    while (xmlTextReaderMoveToNextAttribute(reader) == 1)
      emitted += strlen((const char *)xmlTextReaderConstValue(reader));
  xmlFreeTextReader(reader);
}

int main(int argc, char **argv) {
  const struct stage stages[] = {{"full", full, full_line},   {"build", build, NULL},
                                 {"plain-build", plain_build, NULL}, {"parse", parse, NULL},
                                 {"scan", scan, NULL},        {NULL, NULL, NULL}};
  return peer_main(argc, argv, stages);
}
