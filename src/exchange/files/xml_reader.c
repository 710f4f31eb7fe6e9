/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/files/xml_reader.h"

#include "base/memory.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

enum { BLOCK_BYTES = 65536, DEPTH_MOST = 256 };

typedef struct {
  const char *label;
  const RefnetXmlHandler *handler;
  gpointer data;
  xmlParserCtxt *parser;
  guint depth;
  GError *failure;
} Reader;

/* libxml2 gives five pointers an attribute: local name, prefix, URI, value, end of the value. */
struct RefnetXmlAttributes {
  int count;
  const xmlChar **fields;
  xmlParserCtxt *parser;
};

guint64 refnet_xml_line(const RefnetXmlAttributes *attributes) {
  return (guint64)MAX(xmlSAX2GetLineNumber(attributes->parser), 1);
}

static const xmlChar **find_attribute(const RefnetXmlAttributes *attributes, const char *name) {
  for (int i = 0; i < attributes->count; i++)
    if (strcmp((const char *)attributes->fields[i * 5], name) == 0)
      return &attributes->fields[i * 5];
  return NULL;
}

char *refnet_xml_attribute(const RefnetXmlAttributes *attributes, const char *name) {
  const xmlChar **fields = find_attribute(attributes, name);
  return fields != NULL ? g_strndup((const char *)fields[3], (gsize)(fields[4] - fields[3])) : NULL;
}

gboolean refnet_xml_attribute_into(const RefnetXmlAttributes *attributes, const char *name,
                                   char *value, gsize size) {
  const xmlChar **fields = find_attribute(attributes, name);
  gsize length = fields != NULL ? MIN((gsize)(fields[4] - fields[3]), size - 1) : 0;
  if (length > 0)
    memcpy(value, fields[3], length);
  value[length] = '\0';
  return fields != NULL;
}

/* ---- what libxml2 calls ---------------------------------------------------------------------- */

static void stop_when_failed(Reader *reader) {
  if (reader->failure != NULL)
    xmlStopParser(reader->parser);
}

static void fail(Reader *reader, const char *why) {
  if (reader->failure == NULL)
    g_set_error(&reader->failure, REFNET_ERROR, REFNET_ERROR_INPUT, "%s is not read: %s",
                reader->label, why);
  xmlStopParser(reader->parser);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespaces, const xmlChar **namespace, int attributes, int defaulted,
                     const xmlChar **fields) {
  Reader *reader = context;
  const RefnetXmlAttributes given = {attributes, fields, reader->parser};
  (void)prefix;
  (void)uri;
  (void)namespaces;
  (void)namespace;
  (void)defaulted;
  if (reader->failure != NULL)
    return;
  if (++reader->depth > DEPTH_MOST)
    fail(reader, "its elements are nested too deeply");
  else if (reader->handler->start != NULL)
    reader->handler->start((const char *)name, &given, reader->data, &reader->failure);
  stop_when_failed(reader);
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  Reader *reader = context;
  (void)prefix;
  (void)uri;
  if (reader->failure != NULL)
    return;
  reader->depth--;
  if (reader->handler->end != NULL)
    reader->handler->end((const char *)name, reader->data, &reader->failure);
  stop_when_failed(reader);
}

static void on_text(void *context, const xmlChar *text, int length) {
  Reader *reader = context;
  if (reader->failure == NULL && reader->handler->text != NULL)
    reader->handler->text((const char *)text, (gsize)length, reader->data, &reader->failure);
  stop_when_failed(reader);
}

static void on_document_type(void *context, const xmlChar *name, const xmlChar *public_id,
                             const xmlChar *system_id) {
  (void)name;
  (void)public_id;
  (void)system_id;
  fail(context, "it declares a document type, by which a document can be made to grow without end");
}

static void on_error(void *context, xmlErrorPtr cause) {
  Reader *reader = context;
  if (reader->failure != NULL || cause->level != XML_ERR_FATAL)
    return;
  g_autofree char *valid = g_utf8_make_valid(cause->message != NULL ? cause->message : "", -1);
  g_autofree char *trouble = refnet_text_clean(valid);
  g_set_error(&reader->failure, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s is damaged: line %d of its XML: %s", reader->label, cause->line, trouble);
}

/* ---- the document ---------------------------------------------------------------------------- */

static gboolean feed(Reader *reader, RefnetReadFunc read, gpointer stream, GError **error) {
  g_autofree char *block = g_malloc(BLOCK_BYTES);
  gssize got;
  while ((got = read(stream, block, BLOCK_BYTES, error)) > 0 && reader->failure == NULL)
    xmlParseChunk(reader->parser, block, (int)got, 0);
  if (got < 0)
    return FALSE;
  if (reader->failure == NULL)
    xmlParseChunk(reader->parser, NULL, 0, 1);
  if (reader->failure == NULL && !reader->parser->wellFormed)
    fail(reader, "it is no XML");
  if (reader->failure == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&reader->failure));
  return FALSE;
}

gboolean refnet_xml_read(const char *label, RefnetReadFunc read, gpointer stream,
                         const RefnetXmlHandler *handler, gpointer data, GError **error) {
  Reader reader = {.label = label, .handler = handler, .data = data};
  xmlSAXHandler calls = {.initialized = XML_SAX2_MAGIC,
                         .startElementNs = on_start,
                         .endElementNs = on_end,
                         .characters = on_text,
                         .cdataBlock = on_text,
                         .internalSubset = on_document_type,
                         .serror = on_error};
  reader.parser = xmlCreatePushParserCtxt(&calls, &reader, NULL, 0, NULL);
  if (reader.parser == NULL)
    return refnet_set_out_of_memory(error);
  /* Without a document type there are no entities but XML's own five, which libxml2 resolves in
   * attributes only when asked to. */
  xmlCtxtUseOptions(reader.parser, XML_PARSE_NONET | XML_PARSE_NOENT);
  gboolean ok = feed(&reader, read, stream, error);
  g_clear_error(&reader.failure);
  xmlFreeDoc(reader.parser->myDoc);
  xmlFreeParserCtxt(reader.parser);
  return ok;
}
