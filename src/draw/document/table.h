/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables: columns as wide as their content asks for, headings that are repeated on each page, rows
 * that stay whole. */
#ifndef REFNET_DRAW_DOCUMENT_TABLE_H
#define REFNET_DRAW_DOCUMENT_TABLE_H

#include <refnet/draw.h>

#include "draw/document/galley.h"

G_BEGIN_DECLS

/* A table whose rows are collected until their columns can be told. */
typedef struct RefnetTableSetting RefnetTableSetting;

/* `caption` may be NULL; texts are copied. With `terms` it is a list of words, bold, and what they
 * mean: without headings and rules. */
RefnetTableSetting *refnet_table_setting_new(const char *caption,
                                             const RefnetDocumentColumn *columns, guint count,
                                             gboolean terms);
/* Cells are as many as columns; NULL is blank. */
void refnet_table_setting_add(RefnetTableSetting *table, const char *const *cells);
/* The last cell of the last row leads to `uri`, which is copied. */
void refnet_table_setting_link(RefnetTableSetting *table, const char *uri);
/* Sets the table and frees it. O(cells). */
void refnet_table_setting_finish(RefnetTableSetting *table, RefnetGalley *galley);
void refnet_table_setting_free(RefnetTableSetting *table);

G_END_DECLS

#endif
