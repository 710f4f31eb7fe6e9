/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which cells of area × service × population to look at, as the user put it. */
#ifndef REFNET_ANALYSIS_SUPPLY_CHOICE_H
#define REFNET_ANALYSIS_SUPPLY_CHOICE_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* A mark for each value; NULL: all are chosen. Freed with g_free. */
typedef guint8 RefnetChoice;

static inline gboolean refnet_chosen(const RefnetChoice *choice, guint32 item) {
  return !choice || choice[item];
}

/* The value or area that `name` names, compared folded; NULL: REFNET_NONE. An unknown name is
 * REFNET_ERROR_USAGE, with the nearest known one if one is near; `what` says what kind of thing it
 * is ("service"). O(log values). */
gboolean refnet_choose_value(const char *name, const RefnetVocabulary *vocabulary, const char *what,
                             guint32 *value, GError **error);
gboolean refnet_choose_area(const char *name, const RefnetDataset *dataset, guint32 *area,
                            GError **error);
/* Marks the values that the NULL-terminated `names` name likewise; no names: *choice = NULL.
 * O(names · log values). */
gboolean refnet_choose_values(char *const *names, const RefnetVocabulary *vocabulary,
                              const char *what, RefnetChoice **choice, GError **error);
/* The same of areas; all areas within a chosen one are chosen with it. O(names + areas). */
gboolean refnet_choose_areas(char *const *names, const RefnetDataset *dataset,
                             RefnetChoice **choice, GError **error);

G_END_DECLS

#endif
