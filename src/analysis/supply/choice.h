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

/* Marks the values that the NULL-terminated `names` name, compared folded; no names: *choice =
 * NULL. An unknown name is REFNET_ERROR_USAGE, with the nearest known one if one is near; `what`
 * says what kind of thing it is ("service"). O(names · log values). */
gboolean refnet_choose_values(char *const *names, const RefnetVocabulary *vocabulary,
                              const char *what, RefnetChoice **choice, GError **error);
/* The same for areas; all areas within a chosen one are chosen with it. O(names + areas). */
gboolean refnet_choose_areas(char *const *names, const RefnetDataset *dataset,
                             RefnetChoice **choice, GError **error);

G_END_DECLS

#endif
