/* SPDX-License-Identifier: GPL-2.0-or-later */
/* XML as a stream of elements and texts. Nothing outside the document is ever looked at. */
#ifndef REFNET_EXCHANGE_FILES_XML_READER_H
#define REFNET_EXCHANGE_FILES_XML_READER_H

#include <refnet/table.h>

G_BEGIN_DECLS

/* The attributes of an element. */
typedef struct RefnetXmlAttributes RefnetXmlAttributes;

/* A copy of the attribute's value, whatever its namespace; NULL: there is none. Caller frees. */
char *refnet_xml_attribute(const RefnetXmlAttributes *attributes, const char *name);
/* The same into `value`, cut to `size` − 1 bytes; "" where there is none. FALSE: there is none. */
gboolean refnet_xml_attribute_into(const RefnetXmlAttributes *attributes, const char *name,
                                   char *value, gsize size);

/* The line on which the element's tag ends, from 1. */
guint64 refnet_xml_line(const RefnetXmlAttributes *attributes);

/* What to do with elements, by their local names, and with text, which may come in pieces. Each may
 * be NULL; an error stops the reading. */
typedef struct {
  gboolean (*start)(const char *name, const RefnetXmlAttributes *attributes, gpointer data,
                    GError **error);
  gboolean (*end)(const char *name, gpointer data, GError **error);
  gboolean (*text)(const char *text, gsize length, gpointer data, GError **error);
} RefnetXmlHandler;

/* Reads what `read` delivers of `stream`; messages call it `label`. REFNET_ERROR_INPUT: it is not
 * well-formed, or it has a document type, by which entities could be made to grow without end.
 * Memory: the depth of the document. O(bytes). */
gboolean refnet_xml_read(const char *label, RefnetReadFunc read, gpointer stream,
                         const RefnetXmlHandler *handler, gpointer data, GError **error);

G_END_DECLS

#endif
