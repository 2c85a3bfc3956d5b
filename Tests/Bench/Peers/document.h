/* How the peers in C and C++ write a port's document: with libxml2's writer, and with nothing. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include <libxml/xmlwriter.h>

#include "peer.h"

static void start(xmlTextWriterPtr writer, const char *name) {
  if (xmlTextWriterStartElement(writer, (const xmlChar *)name) < 0) exit(1);
}

static void attribute(xmlTextWriterPtr writer, const char *name, const char *value) {
  if (xmlTextWriterWriteAttribute(writer, (const xmlChar *)name, (const xmlChar *)value) < 0)
    exit(1);
}

static void end(xmlTextWriterPtr writer) {
  if (xmlTextWriterEndElement(writer) < 0) exit(1);
}

static void lone(xmlTextWriterPtr writer, const char *element, const char *name,
                 const char *value) {
  start(writer, element);
  attribute(writer, name, value);
  end(writer);
}

/* As libvirt prints it: two blanks, single quotes. */
static void write_document(const struct port *port) {
  /* To keep the buffer for the next document makes it no faster. */
  xmlBufferPtr buffer = xmlBufferCreateSize(1024);
  xmlTextWriterPtr writer = xmlNewTextWriterMemory(buffer, 0);
  if (!buffer || !writer) exit(1);
  xmlTextWriterSetIndent(writer, 1);
  xmlTextWriterSetIndentString(writer, (const xmlChar *)"  ");
  xmlTextWriterSetQuoteChar(writer, '\'');
  start(writer, "interface");
  attribute(writer, "type", "bridge");
  lone(writer, "mac", "address", port->mac.start);
  lone(writer, "source", "bridge", port->bridge.start);
  start(writer, "virtualport");
  attribute(writer, "type", "openvswitch");
  lone(writer, "parameters", "interfaceid", port->id.start);
  end(writer);
  lone(writer, "target", "dev", port->device.start);
  lone(writer, "model", "type", "virtio");
  start(writer, "driver");
  attribute(writer, "name", "vhost");
  attribute(writer, "queues", "4");
  end(writer);
  lone(writer, "mtu", "size", port->mtu.start);
  end(writer);
  xmlTextWriterFlush(writer);
  emit((const char *)xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
  xmlFreeTextWriter(writer);
  xmlBufferFree(buffer);
}

static char *put(char *place, const char *text) {
  size_t length = strlen(text);
  memcpy(place, text, length);
  return place + length;
}

static char *put_escaped(char *place, struct text text) {
  for (size_t index = 0; index < text.length; index++) {
    switch (text.start[index]) {
      case '&': place = put(place, "&amp;"); break;
      case '<': place = put(place, "&lt;"); break;
      case '>': place = put(place, "&gt;"); break;
      case '\'': place = put(place, "&apos;"); break;
      case '"': place = put(place, "&quot;"); break;
      default: *place++ = text.start[index];
    }
  }
  return place;
}

/* The least that makes such a document: no depth, no names, no optional parts. */
static void put_document(const struct port *port) {
  static char room[65536];
  char *place = put(room, "<interface type='bridge'>\n  <mac address='");
  place = put_escaped(place, port->mac);
  place = put(place, "'/>\n  <source bridge='");
  place = put_escaped(place, port->bridge);
  place = put(place, "'/>\n  <virtualport type='openvswitch'>\n    <parameters interfaceid='");
  place = put_escaped(place, port->id);
  place = put(place, "'/>\n  </virtualport>\n  <target dev='");
  place = put_escaped(place, port->device);
  place = put(place,
              "'/>\n  <model type='virtio'/>\n  <driver name='vhost' queues='4'/>\n"
              "  <mtu size='");
  place = put_escaped(place, port->mtu);
  place = put(place, "'/>\n</interface>\n");
  emit(room, (size_t)(place - room));
}

#endif
