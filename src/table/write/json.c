/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON on jansson: a value is built for each member or row, dumped, and dropped. */
#include "table/write/json.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

struct RefnetJson {
  RefnetOutput *output;
  const RefnetColumn *columns; /* of the open list */
  char *group;                 /* the member whose lists are being written; NULL: none */
  gboolean is_keyed;           /* rows of the open list are members */
  gboolean first_member, first_row, failed;
};

static json_t *json_text(const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  return json_string(valid);
}

static json_t *json_object_of(const RefnetColumn *columns, const RefnetValue *values);

/* Drops `container` and gives NULL when something could not be put into it. */
static json_t *complete(json_t *container, gboolean ok) {
  if (!ok)
    json_decref(container);
  return ok ? container : NULL;
}

static json_t *json_texts(const RefnetValue *value) {
  json_t *array = json_array();
  gboolean ok = TRUE;
  for (gsize i = 0; i < value->texts.length && ok; i++)
    ok = json_array_append_new(array, json_text(value->texts.items[i])) == 0;
  return complete(array, ok);
}

static guint count_columns(const RefnetColumn *columns) {
  guint count = 0;
  while (columns[count].key)
    count++;
  return count;
}

static json_t *json_records(const RefnetColumn *columns, const RefnetValue *value) {
  json_t *array = json_array();
  guint width = count_columns(columns);
  gboolean ok = TRUE;
  for (gsize i = 0; i < value->records.length && ok; i++)
    ok = json_array_append_new(array, json_object_of(columns, value->records.cells + i * width)) ==
         0;
  return complete(array, ok);
}

static json_t *json_date(RefnetDate date) {
  g_autofree char *iso = refnet_date_iso(date);
  return iso ? json_string(iso) : json_null();
}

/* + 0.0: no "-0.0". */
static json_t *json_number(double real) {
  return isfinite(real) ? json_real(real + 0.0) : json_null();
}

static json_t *json_value(const RefnetColumn *column, const RefnetValue *value) {
  if (value->is_null)
    return json_null();
  switch (column->type) {
  case REFNET_VALUE_TEXT:
    return value->text ? json_text(value->text) : json_null();
  case REFNET_VALUE_INTEGER:
    return json_integer(value->integer);
  case REFNET_VALUE_REAL:
    return json_number(value->real);
  case REFNET_VALUE_BOOLEAN:
    return json_boolean(value->boolean);
  case REFNET_VALUE_DATE:
    return json_date(value->date);
  case REFNET_VALUE_TEXTS:
    return json_texts(value);
  case REFNET_VALUE_RECORDS:
    return json_records(column->columns, value);
  }
  return json_null();
}

static json_t *json_object_of(const RefnetColumn *columns, const RefnetValue *values) {
  json_t *object = json_object();
  gboolean ok = TRUE;
  for (guint i = 0; columns[i].key && ok; i++)
    if (!(columns[i].flags & (REFNET_COLUMN_TABLE_ONLY | REFNET_COLUMN_NAME)))
      ok = json_object_set_new(object, columns[i].key, json_value(&columns[i], &values[i])) == 0;
  return complete(object, ok);
}

/* Characters that JSON may hold as they are, but that a terminal obeys: DEL, the controls beyond
 * ASCII, line separators, and those that turn the rest of a line round. 0: none at `at`. */
static gunichar harmful_at(const char *at, const char *end) {
  guchar first = (guchar)*at;
  if (first == 0x7F)
    return 0x7F;
  if ((first != 0xC2 && first != 0xE2) || end - at < (first == 0xC2 ? 2 : 3))
    return 0;
  gunichar c = g_utf8_get_char(at);
  gboolean is_harmful = (c >= 0x80 && c <= 0x9F) || c == 0x2028 || c == 0x2029 ||
                        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return is_harmful ? c : 0;
}

static int dump_to_output(const char *bytes, size_t length, void *data) {
  const char *end = bytes + length, *unwritten = bytes;
  for (const char *at = bytes; at < end; at++) {
    gunichar harmful = harmful_at(at, end);
    if (harmful == 0)
      continue;
    refnet_output_write(data, unwritten, (gsize)(at - unwritten));
    refnet_output_printf(data, "\\u%04X", harmful);
    unwritten = g_utf8_next_char(at);
    at = unwritten - 1;
  }
  refnet_output_write(data, unwritten, (gsize)(end - unwritten));
  return 0;
}

static void dump(RefnetJson *json, json_t *value, size_t flags) {
  if (!value || json_dump_callback(value, dump_to_output, json->output,
                                   flags | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15)) != 0)
    json->failed = TRUE;
  json_decref(value);
}

static void close_group(RefnetJson *json) {
  if (json->group)
    refnet_output_puts(json->output, "\n  }");
  g_clear_pointer(&json->group, g_free);
}

static void write_key(RefnetJson *json, const char *key, const char *between) {
  refnet_output_puts(json->output, json->first_member ? "\n" : ",\n");
  refnet_output_puts(json->output, between);
  json->first_member = FALSE;
  dump(json, json_text(key), 0);
  refnet_output_puts(json->output, ": ");
}

static void member(RefnetJson *json, const char *key) {
  close_group(json);
  write_key(json, key, "  ");
}

/* "ties.added" is the member "added" of the member "ties". */
static void list_member(RefnetJson *json, const char *key) {
  const char *dot = strchr(key, '.');
  if (!dot) {
    member(json, key);
    return;
  }
  g_autofree char *group = g_strndup(key, (gsize)(dot - key));
  if (g_strcmp0(json->group, group) != 0) {
    member(json, group);
    refnet_output_puts(json->output, "{");
    json->first_member = TRUE;
    json->group = g_steal_pointer(&group);
  }
  write_key(json, dot + 1, "    ");
}

RefnetJson *refnet_json_new(RefnetOutput *output) {
  RefnetJson *json = g_new0(RefnetJson, 1);
  json->output = output;
  json->first_member = TRUE;
  refnet_output_puts(output, "{");
  return json;
}

void refnet_json_fields(RefnetJson *json, const RefnetColumn *columns, const RefnetValue *values) {
  for (guint i = 0; columns[i].key; i++) {
    if (columns[i].flags & REFNET_COLUMN_TABLE_ONLY)
      continue;
    member(json, columns[i].key);
    dump(json, json_value(&columns[i], &values[i]), 0);
  }
}

void refnet_json_record(RefnetJson *json, const char *key, const RefnetColumn *columns,
                        const RefnetValue *values) {
  member(json, key);
  dump(json, json_object_of(columns, values), 0);
}

void refnet_json_list_begin(RefnetJson *json, const char *key, const RefnetColumn *columns) {
  list_member(json, key);
  json->columns = columns;
  json->first_row = TRUE;
  json->is_keyed = (columns[0].flags & REFNET_COLUMN_NAME) != 0;
  refnet_output_puts(json->output, json->is_keyed ? "{" : "[");
}

void refnet_json_row(RefnetJson *json, const RefnetValue *values) {
  refnet_output_puts(json->output, json->first_row ? "\n    " : ",\n    ");
  json->first_row = FALSE;
  if (json->is_keyed) {
    dump(json, json_text(values[0].text), 0);
    refnet_output_puts(json->output, ": ");
  }
  dump(json, json_object_of(json->columns, values), 0);
}

void refnet_json_list_end(RefnetJson *json) {
  refnet_output_puts(json->output, json->first_row ? "" : json->group ? "\n    " : "\n  ");
  refnet_output_puts(json->output, json->is_keyed ? "}" : "]");
}

gboolean refnet_json_close(RefnetJson *json, GError **error) {
  gboolean failed = json->failed;
  close_group(json);
  refnet_output_puts(json->output, "\n}\n");
  g_free(json);
  if (failed)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INTERNAL, "out of memory while writing JSON");
  return !failed;
}
