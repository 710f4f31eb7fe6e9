/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Turns names that a user typed into marks on areas, services and populations. */
#include "analysis/supply/choice.h"

#include "analysis/memory.h"
#include "model/dataset/near_names.h"

static gboolean refuse(const char *what, const char *text, const char *const *names, guint32 length,
                       GError **error) {
  g_autofree char *shown = refnet_text_display(text, 60);
  g_autofree char *advice = refnet_names_advice(names, length, text);
  gboolean is_service = g_str_equal(what, "service");
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "no %s is called \"%s\"%s%s", what, shown,
              is_service ? ": nobody offers or needs it in the data" : "", advice);
  return FALSE;
}

gboolean refnet_choose_value(const char *name, const RefnetVocabulary *vocabulary, const char *what,
                             guint32 *value, GError **error) {
  *value = name ? refnet_vocabulary_find(vocabulary, name) : REFNET_NONE;
  return !name || *value != REFNET_NONE ||
         refuse(what, name, vocabulary->names, vocabulary->length, error);
}

gboolean refnet_choose_area(const char *name, const RefnetDataset *dataset, guint32 *area,
                            GError **error) {
  *area = name ? refnet_dataset_find_area(dataset, name) : REFNET_NONE;
  if (!name || *area != REFNET_NONE)
    return TRUE;
  g_autoptr(GPtrArray) names = refnet_area_names(dataset);
  return refuse("area", name, (const char *const *)names->pdata, names->len, error);
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
    guint32 value;
    if (!refnet_choose_value(names[i], vocabulary, what, &value, error))
      return FALSE;
    marks[value] = TRUE;
  }
  *choice = g_steal_pointer(&marks);
  return TRUE;
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
    guint32 area;
    if (!refnet_choose_area(names[i], dataset, &area, error))
      return FALSE;
    named[area] = TRUE;
  }
  for (guint32 a = 0; a < dataset->area_count; a++)
    for (guint32 around = a; around != REFNET_NONE; around = dataset->areas[around].within)
      marks[a] |= named[around];
  *choice = g_steal_pointer(&marks);
  return TRUE;
}
