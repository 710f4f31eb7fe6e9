/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/telling/places.h"

#include "present/wording/words.h"

static gboolean has_place(const RefnetReportPlaces *places, const RefnetGap *gap) {
  for (guint i = 0; i < places->count; i++)
    if (places->gaps[i]->area == gap->area && places->gaps[i]->service == gap->service)
      return TRUE;
  return FALSE;
}

RefnetReportPlaces refnet_report_places(const RefnetGaps *gaps,
                                        gboolean (*is_wanted)(gconstpointer data, guint32 row),
                                        gconstpointer data) {
  RefnetReportPlaces places = {.count = 0};
  for (guint32 i = 0; i < gaps->cell_count && places.count < REFNET_REPORT_PLACES; i++)
    if (!has_place(&places, &gaps->cells[i]) && (!is_wanted || is_wanted(data, i)))
      places.gaps[places.count++] = &gaps->cells[i];
  return places;
}

char *refnet_report_places_words(const RefnetDataset *dataset, const RefnetReportPlaces *places) {
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  gboolean is_one_area = TRUE;
  if (places->count == 0)
    return NULL;
  const char *first = dataset->areas[places->gaps[0]->area].name;
  for (guint i = 1; i < places->count; i++)
    is_one_area &= places->gaps[i]->area == places->gaps[0]->area;
  for (guint i = 0; i < places->count; i++) {
    const char *service = dataset->services.names[places->gaps[i]->service];
    const char *area = dataset->areas[places->gaps[i]->area].name;
    g_ptr_array_add(names,
                    is_one_area ? g_strdup(service) : g_strdup_printf("%s in %s", service, area));
  }
  g_autofree char *list = refnet_words_list((const char *const *)names->pdata, names->len, 0);
  return is_one_area ? g_strdup_printf("%s in %s", list, first) : g_steal_pointer(&list);
}
