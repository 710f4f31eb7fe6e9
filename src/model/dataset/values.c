/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Spellings, the folds they share and the values these make. */
#include "model/dataset/values.h"
#include "base/array.h"

#include <string.h>

typedef struct {
  guint32 fold;
  guint64 count;
} Spelling;

typedef struct {
  guint32 fold;
  const char *preferred; /* or NULL */
} Value;

struct RefnetValues {
  RefnetPool *pool;
  RefnetFoldFunc fold;
  RefnetInterner *spelling_texts, *fold_texts;
  RefnetArray spellings;     /* Spelling, by spelling */
  RefnetArray value_of_fold; /* guint32, by fold */
  RefnetArray values;        /* Value */
};

RefnetValues *refnet_values_new(RefnetPool *pool, RefnetFoldFunc fold) {
  RefnetValues *values = g_new0(RefnetValues, 1);
  values->pool = pool;
  values->fold = fold;
  values->spelling_texts = refnet_interner_new(refnet_pool_arena(pool));
  values->fold_texts = refnet_interner_new(refnet_pool_arena(pool));
  values->spellings = REFNET_ARRAY(Spelling);
  values->value_of_fold = REFNET_ARRAY(guint32);
  values->values = REFNET_ARRAY(Value);
  return values;
}

void refnet_values_free(RefnetValues *values) {
  if (values == NULL)
    return;
  refnet_interner_free(values->spelling_texts);
  refnet_interner_free(values->fold_texts);
  refnet_array_clear(&values->spellings);
  refnet_array_clear(&values->value_of_fold);
  refnet_array_clear(&values->values);
  g_free(values);
}

/* The number of the fold of `text`; a new one means `value`, or a new value when that is
 * REFNET_NONE. */
static guint32 add_fold(RefnetValues *values, const char *text, guint32 value) {
  g_autofree char *fold = values->fold(text);
  guint32 number = refnet_interner_add(values->fold_texts, fold, strlen(fold));
  if (number == REFNET_NONE || number < values->value_of_fold.length)
    return number;
  guint32 *meaning = refnet_array_append(&values->value_of_fold);
  if (meaning == NULL)
    return REFNET_NONE;
  *meaning = value;
  if (value == REFNET_NONE) {
    *meaning = (guint32)values->values.length;
    Value *added = refnet_array_append(&values->values);
    if (added == NULL)
      return REFNET_NONE;
    added->fold = number;
  }
  return number;
}

guint32 refnet_values_add(RefnetValues *values, const char *text) {
  guint32 number = refnet_interner_add(values->spelling_texts, text, strlen(text));
  if (number == REFNET_NONE)
    return REFNET_NONE;
  if (number == values->spellings.length) {
    Spelling *added = refnet_array_append(&values->spellings);
    if (added == NULL)
      return REFNET_NONE;
    added->fold = add_fold(values, text, REFNET_NONE);
  }
  Spelling *spelling = refnet_array_at(&values->spellings, Spelling, number);
  spelling->count++;
  if (spelling->fold == REFNET_NONE)
    return REFNET_NONE;
  return *refnet_array_at(&values->value_of_fold, guint32, spelling->fold);
}

guint32 refnet_values_find(const RefnetValues *values, const char *text) {
  guint32 number = refnet_interner_find(values->spelling_texts, text, strlen(text));
  guint32 fold;
  if (number != REFNET_NONE) {
    fold = refnet_array_at(&values->spellings, Spelling, number)->fold;
  } else {
    g_autofree char *folded = values->fold(text);
    fold = refnet_interner_find(values->fold_texts, folded, strlen(folded));
  }
  return fold != REFNET_NONE ? *refnet_array_at(&values->value_of_fold, guint32, fold)
                             : REFNET_NONE;
}

void refnet_values_alias(RefnetValues *values, const char *text, guint32 value) {
  add_fold(values, text, value);
}

void refnet_values_prefer(RefnetValues *values, guint32 value, const char *text) {
  if (value < values->values.length)
    refnet_array_at(&values->values, Value, value)->preferred =
        refnet_pool_intern(values->pool, text);
}

guint32 refnet_values_length(const RefnetValues *values) {
  return (guint32)values->values.length;
}

static gint compare_folds(guint32 a, guint32 b, gconstpointer data) {
  const RefnetValues *values = data;
  const Value *first = refnet_array_at(&values->values, Value, a);
  const Value *second = refnet_array_at(&values->values, Value, b);
  return strcmp(refnet_interner_text(values->fold_texts, first->fold),
                refnet_interner_text(values->fold_texts, second->fold));
}

/* The most used spelling of each value's own fold; aliases are not spellings of it. */
static void choose_names(const RefnetValues *values, const guint32 *final, const char **names,
                         guint64 *counts) {
  for (guint32 i = 0; i < values->spellings.length; i++) {
    const Spelling *spelling = refnet_array_at(&values->spellings, Spelling, i);
    if (spelling->fold == REFNET_NONE)
      continue;
    guint32 value = *refnet_array_at(&values->value_of_fold, guint32, spelling->fold);
    if (value >= values->values.length ||
        refnet_array_at(&values->values, Value, value)->fold != spelling->fold)
      continue;
    const char *text = refnet_interner_text(values->spelling_texts, i);
    guint32 v = final[value];
    if (names[v] == NULL || spelling->count > counts[v] ||
        (spelling->count == counts[v] && strcmp(text, names[v]) < 0)) {
      names[v] = text;
      counts[v] = spelling->count;
    }
  }
  for (guint32 i = 0; i < values->values.length; i++) {
    const Value *value = refnet_array_at(&values->values, Value, i);
    if (value->preferred != NULL)
      names[final[i]] = value->preferred;
  }
}

guint32 *refnet_values_finish(const RefnetValues *values, RefnetVocabulary *vocabulary) {
  guint32 length = (guint32)values->values.length;
  const char **names = refnet_pool_alloc(values->pool, length * sizeof *names, 0);
  g_autofree guint32 *order = refnet_sorted_order(length, compare_folds, values);
  g_autofree guint32 *final = g_try_new(guint32, MAX(length, 1));
  g_autofree guint64 *counts = g_try_new0(guint64, MAX(length, 1));
  if (names == NULL || order == NULL || final == NULL || counts == NULL)
    return NULL;
  for (guint32 i = 0; i < length; i++)
    final[order[i]] = i;
  choose_names(values, final, names, counts);
  vocabulary->names = names;
  vocabulary->length = length;
  return g_steal_pointer(&final);
}
