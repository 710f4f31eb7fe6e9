/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The JSON format of a document: all of it but the words between. */
#include "table/write/format.h"

#include "table/write/json.h"

static gpointer open_document(RefnetOutput *output, gsize width) {
  (void)width;
  return refnet_json_new(output);
}

static void write_fields(gpointer state, const RefnetColumn *columns, const RefnetValue *values) {
  refnet_json_fields(state, columns, values);
}

static void write_record(gpointer state, const char *key, const RefnetColumn *columns,
                         const RefnetValue *values) {
  refnet_json_record(state, key, columns, values);
}

static void begin_list(gpointer state, const char *key, const RefnetColumn *columns) {
  refnet_json_list_begin(state, key, columns);
}

static void write_row(gpointer state, const RefnetValue *values) {
  refnet_json_row(state, values);
}

static void end_list(gpointer state) {
  refnet_json_list_end(state);
}

static gboolean close_document(gpointer state, GError **error) {
  return refnet_json_close(state, error);
}

const RefnetFormatWriter refnet_write_json = {
    .open = open_document,
    .fields = write_fields,
    .record = write_record,
    .list_begin = begin_list,
    .row = write_row,
    .list_end = end_list,
    .close = close_document,
};
