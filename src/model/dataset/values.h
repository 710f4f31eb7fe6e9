/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A vocabulary while it is being collected: spellings with equal folds become one value. */
#ifndef REFNET_MODEL_DATASET_VALUES_H
#define REFNET_MODEL_DATASET_VALUES_H

#include "base/pool.h"

#include <refnet/model.h>

G_BEGIN_DECLS

/* Values are numbered in order of first sight until they are finished. */
typedef struct RefnetValues RefnetValues;

/* A word that means every value (areas only). */
#define REFNET_VALUE_ALL (G_MAXUINT32 - 1)

/* Spellings with equal `fold` are one value. */
typedef char *(*RefnetFoldFunc)(const char *text);
RefnetValues *refnet_values_new(RefnetPool *pool, RefnetFoldFunc fold);
void refnet_values_free(RefnetValues *values);

/* The number of the value that `text` spells, made when new; the spelling is counted. REFNET_NONE
 * when memory ran out. O(length). */
guint32 refnet_values_add(RefnetValues *values, const char *text);
/* The same, adding and counting nothing: REFNET_NONE when absent. */
guint32 refnet_values_find(const RefnetValues *values, const char *text);
/* Lets `text` stand for `value` too, unless it is a value or stands for another already. */
void refnet_values_alias(RefnetValues *values, const char *text, guint32 value);
/* Decides how a value is written, however often other spellings are used. */
void refnet_values_prefer(RefnetValues *values, guint32 value, const char *text);
guint32 refnet_values_length(const RefnetValues *values);

/* Numbers the values by folded name and writes each as most of its mentions do: `vocabulary` gets
 * the names, the result their final numbers by first number (caller frees). NULL when memory ran
 * out. O(values · log values + spellings). */
guint32 *refnet_values_finish(const RefnetValues *values, RefnetVocabulary *vocabulary);

G_END_DECLS

#endif
