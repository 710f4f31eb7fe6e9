/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Writing results row by row in one of four formats. The caller says what is there, in order; each
 * format shows what suits its readers: JSON everything, CSV the rows of one list, tables and
 * Markdown the columns and sentences people read. */
#ifndef REFNET_TABLE_WRITE_WRITER_H
#define REFNET_TABLE_WRITE_WRITER_H

#include <refnet/table.h>

typedef struct RefnetWriter RefnetWriter;

/* `width`: columns of the terminal, for tables. `output` is borrowed. */
RefnetWriter *refnet_writer_new(RefnetFormat format, RefnetOutput *output, gsize width);

/* A sentence for people; JSON and CSV leave it out. */
void refnet_writer_text(RefnetWriter *writer, const char *text);
/* A heading for people. */
void refnet_writer_heading(RefnetWriter *writer, const char *text);
/* Top-level members: shown to people as a list of labels and values; in CSV as rows key,value. */
void refnet_writer_fields(RefnetWriter *writer, const RefnetColumn *columns,
                          const RefnetValue *values);
/* A member that is an object, for programs only: JSON. */
void refnet_writer_record(RefnetWriter *writer, const char *key, const RefnetColumn *columns,
                          const RefnetValue *values);

/* Rows with the same columns. */
void refnet_writer_list_begin(RefnetWriter *writer, const char *key, const RefnetColumn *columns);
void refnet_writer_row(RefnetWriter *writer, const RefnetValue *values);
void refnet_writer_list_end(RefnetWriter *writer);

/* Ends the document and frees the writer. */
gboolean refnet_writer_close(RefnetWriter *writer, GError **error);

#endif
