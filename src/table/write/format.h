/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a format has to do. Each is one file: table_format.c, csv_format.c, json_format.c,
 * markdown_format.c. A NULL function means the format leaves that part out. */
#ifndef REFNET_TABLE_WRITE_FORMAT_H
#define REFNET_TABLE_WRITE_FORMAT_H

#include "table/write/writer.h"

typedef struct {
  gpointer (*open)(RefnetOutput *output, gsize width);
  void (*text)(gpointer state, const char *text);
  void (*heading)(gpointer state, const char *text);
  void (*fields)(gpointer state, const RefnetColumn *columns, const RefnetValue *values);
  void (*record)(gpointer state, const char *key, const RefnetColumn *columns,
                 const RefnetValue *values);
  void (*list_begin)(gpointer state, const char *key, const RefnetColumn *columns);
  void (*row)(gpointer state, const RefnetValue *values);
  void (*list_end)(gpointer state);
  gboolean (*close)(gpointer state, GError **error);
} RefnetFormatWriter;

extern const RefnetFormatWriter refnet_write_table, refnet_write_csv, refnet_write_json,
    refnet_write_markdown;

/* The value as people read it: numbers with the column's decimals, thousands apart, dates ISO,
 * lists joined by ", ", unknown as "n/a" for numbers and "" for text. Caller frees. */
char *refnet_value_for_people(const RefnetColumn *column, const RefnetValue *value);
/* The same beside its label, where a blank would look forgotten: what data leaves blank is "not
 * recorded". Caller frees. */
char *refnet_field_for_people(const RefnetColumn *column, const RefnetValue *value);
/* The value with nothing rounded, lists joined by "; ", unknown as "". Caller frees. */
char *refnet_value_for_programs(const RefnetColumn *column, const RefnetValue *value);
/* Is the column set right in tables? */
gboolean refnet_column_is_number(const RefnetColumn *column);
/* Do people see it in a table's columns (neither prose nor for programs only)? */
gboolean refnet_column_is_visible(const RefnetColumn *column);
/* Has any of `columns` (ended by key NULL) a place in a table's columns? Is any of them prose? */
gboolean refnet_columns_are_visible(const RefnetColumn *columns);
gboolean refnet_columns_have_prose(const RefnetColumn *columns);

#endif
