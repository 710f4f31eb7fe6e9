/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns names that a user typed into marks on areas, services and populations. */
#include "analysis/supply/choice.h"

#include "analysis/memory.h"
#include "model/dataset/resolve.h"

enum { CHARACTERS_TOLD = 60 };

static gboolean refuse(const char *what, const char *text, const RefnetVocabulary *names,
                       GError **error) {
  guint32 nearest = refnet_nearest_name(names->names, names->length, text);
  g_autofree char *shown = refnet_text_display(text, CHARACTERS_TOLD);
  g_autofree char *near =
      nearest == REFNET_NONE ? NULL : refnet_text_display(names->names[nearest], CHARACTERS_TOLD);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "no %s is called \"%s\"%s%s%s", what, shown,
              near ? "; did you mean \"" : "", near ? near : "", near ? "\"?" : "");
  return FALSE;
}

gboolean refnet_choose_values(char *const *names, const RefnetVocabulary *vocabulary,
                              const char *what, RefnetChoice **choice, GError **error) {
  *choice = NULL;
  if (!names || !names[0])
    return TRUE;
  g_autofree RefnetChoice *marks = REFNET_TRY_ARRAY(RefnetChoice, vocabulary->length, error);
  if (!marks)
    return FALSE;
  for (guint i = 0; names[i]; i++) {
    guint32 value = refnet_vocabulary_find(vocabulary, names[i]);
    if (value == REFNET_NONE)
      return refuse(what, names[i], vocabulary, error);
    marks[value] = TRUE;
  }
  *choice = g_steal_pointer(&marks);
  return TRUE;
}

static gboolean refuse_area(const RefnetDataset *dataset, const char *text, GError **error) {
  g_autofree const char **names =
      REFNET_TRY_ARRAY(const char *, 2 * (guint64)dataset->area_count, error);
  if (!names)
    return FALSE;
  for (guint32 a = 0; a < dataset->area_count; a++) {
    names[2 * a] = dataset->areas[a].key;
    names[2 * a + 1] = dataset->areas[a].name;
  }
  RefnetVocabulary known = {names, 2 * dataset->area_count};
  return refuse("area", text, &known, error);
}

gboolean refnet_choose_areas(char *const *names, const RefnetDataset *dataset,
                             RefnetChoice **choice, GError **error) {
  *choice = NULL;
  if (!names || !names[0])
    return TRUE;
  g_autofree RefnetChoice *named = REFNET_TRY_ARRAY(RefnetChoice, dataset->area_count, error);
  g_autofree RefnetChoice *marks = REFNET_TRY_ARRAY(RefnetChoice, dataset->area_count, error);
  if (!named || !marks)
    return FALSE;
  for (guint i = 0; names[i]; i++) {
    guint32 area = refnet_dataset_find_area(dataset, names[i]);
    if (area == REFNET_NONE)
      return refuse_area(dataset, names[i], error);
    named[area] = TRUE;
  }
  for (guint32 a = 0; a < dataset->area_count; a++)
    for (guint32 around = a; around != REFNET_NONE; around = dataset->areas[around].within)
      marks[a] |= named[around];
  *choice = g_steal_pointer(&marks);
  return TRUE;
}
