/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Hands each part of a document to the format that was asked for. */
#include "table/write/writer.h"

#include "table/write/format.h"

struct RefnetWriter {
  const RefnetFormatWriter *format;
  gpointer state;
};

static const RefnetFormatWriter *format_writer(RefnetFormat format) {
  switch (format) {
  case REFNET_FORMAT_CSV:
    return &refnet_write_csv;
  case REFNET_FORMAT_JSON:
    return &refnet_write_json;
  case REFNET_FORMAT_MARKDOWN:
    return &refnet_write_markdown;
  case REFNET_FORMAT_TABLE:
    break;
  }
  return &refnet_write_table;
}

RefnetWriter *refnet_writer_new(RefnetFormat format, RefnetOutput *output, gsize width) {
  RefnetWriter *writer = g_new0(RefnetWriter, 1);
  writer->format = format_writer(format);
  writer->state = writer->format->open(output, width);
  return writer;
}

void refnet_writer_text(RefnetWriter *writer, const char *text) {
  if (writer->format->text)
    writer->format->text(writer->state, text);
}

void refnet_writer_heading(RefnetWriter *writer, const char *text) {
  if (writer->format->heading)
    writer->format->heading(writer->state, text);
}

void refnet_writer_fields(RefnetWriter *writer, const RefnetColumn *columns,
                          const RefnetValue *values) {
  writer->format->fields(writer->state, columns, values);
}

void refnet_writer_record(RefnetWriter *writer, const char *key, const RefnetColumn *columns,
                          const RefnetValue *values) {
  if (writer->format->record)
    writer->format->record(writer->state, key, columns, values);
}

void refnet_writer_list_begin(RefnetWriter *writer, const char *key, const RefnetColumn *columns) {
  writer->format->list_begin(writer->state, key, columns);
}

void refnet_writer_row(RefnetWriter *writer, const RefnetValue *values) {
  writer->format->row(writer->state, values);
}

void refnet_writer_list_end(RefnetWriter *writer) {
  writer->format->list_end(writer->state);
}

gboolean refnet_writer_close(RefnetWriter *writer, GError **error) {
  gboolean ok = writer->format->close(writer->state, error);
  g_free(writer);
  return ok;
}
