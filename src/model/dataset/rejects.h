/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows that were left out of a dataset, with what they said and why. */
#ifndef REFNET_MODEL_DATASET_REJECTS_H
#define REFNET_MODEL_DATASET_REJECTS_H

#include "model/dataset/sheet.h"

G_BEGIN_DECLS

typedef struct RefnetRejects RefnetRejects;

RefnetRejects *refnet_rejects_new(void);
void refnet_rejects_free(RefnetRejects *rejects);

/* A diagnostic was added; the last error before a row is rejected is its reason. */
void refnet_rejects_note(RefnetRejects *rejects, const RefnetDiagnostic *diagnostic);
/* A row of `sheet` was rejected; as RefnetRejectFunc. FALSE when memory ran out. */
gboolean refnet_rejects_add(RefnetRejects *rejects, const RefnetSheet *sheet, const RefnetRow *row,
                            const char *text, gsize length);
/* Rows of `sheet` were read that count for nothing: forget them. */
void refnet_rejects_forget(RefnetRejects *rejects);

/* Calls with the place of each row of `sheet` that could not be parsed, in the order they came. */
typedef void (*RefnetRejectPlaceFunc)(RefnetRowLocation place, gpointer data);
void refnet_rejects_each_unparsed(const RefnetRejects *rejects, const RefnetSheet *sheet,
                                  RefnetRejectPlaceFunc call, gpointer data);

/* CSV: file, line, reason, fix, then a column for each header of the files concerned, then the text
 * of rows that could not be parsed. */
void refnet_rejects_write(const RefnetRejects *rejects, RefnetOutput *output);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetRejects, refnet_rejects_free)

G_END_DECLS

#endif
