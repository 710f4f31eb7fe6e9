/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The one way refnet writes JSON: one object, member by member, lists row by row, so that memory
 * stays that of one row. Values are typed by their columns; an unknown value is null. */
#ifndef REFNET_TABLE_WRITE_JSON_H
#define REFNET_TABLE_WRITE_JSON_H

#include <refnet/table.h>

/* Opens the document's object on `output` (borrowed). */
typedef struct RefnetJson RefnetJson;
RefnetJson *refnet_json_new(RefnetOutput *output);

/* Members of the document: one for each of `columns` (ended by key NULL). */
void refnet_json_fields(RefnetJson *json, const RefnetColumn *columns, const RefnetValue *values);
/* A member `key` that is an object with a member for each of `columns`. */
void refnet_json_record(RefnetJson *json, const char *key, const RefnetColumn *columns,
                        const RefnetValue *values);

/* A member `key` that is an array of objects: begin, rows, end. With a dot in it, "ties.added" is
 * the member "added" of the member "ties"; the lists of a group have to follow one another. Where
 * the first column is a REFNET_COLUMN_NAME, the list is an object with a member a row. */
void refnet_json_list_begin(RefnetJson *json, const char *key, const RefnetColumn *columns);
void refnet_json_row(RefnetJson *json, const RefnetValue *values);
void refnet_json_list_end(RefnetJson *json);

/* Closes the object and frees. Write errors are the output's; FALSE: jansson ran out of memory. */
gboolean refnet_json_close(RefnetJson *json, GError **error);

#endif
