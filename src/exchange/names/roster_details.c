/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/roster_details.h"

#include "base/order.h"
#include "model/columns/fields.h"
#include "exchange/files/sheet_writer.h"

#include <string.h>

/* Values by their folds, so that each is kept once: of its spellings the first in order. */
struct RefnetRosterDetails {
  GHashTable *of[REFNET_FIELDS_MAX]; /* organization → GHashTable of fold → value */
};

RefnetRosterDetails *refnet_roster_details_new(void) {
  RefnetRosterDetails *details = g_new0(RefnetRosterDetails, 1);
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    details->of[f] = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
  return details;
}

void refnet_roster_details_free(RefnetRosterDetails *details) {
  for (guint f = 0; f < REFNET_FIELDS_MAX; f++)
    g_hash_table_unref(details->of[f]);
  g_free(details);
}

static GHashTable *values_of(const RefnetRosterDetails *details, guint32 organization,
                             guint field) {
  return g_hash_table_lookup(details->of[field], GUINT_TO_POINTER(organization));
}

void refnet_roster_details_add(RefnetRosterDetails *details, guint32 organization, guint field,
                               const char *value) {
  GHashTable *values = values_of(details, organization, field);
  if (values == NULL) {
    values = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_hash_table_insert(details->of[field], GUINT_TO_POINTER(organization), values);
  }
  char *fold = refnet_text_fold_value(value);
  const char *known = g_hash_table_lookup(values, fold);
  if (known == NULL || strcmp(value, known) < 0)
    g_hash_table_insert(values, fold, g_strdup(value));
  else
    g_free(fold);
}

gboolean refnet_roster_details_has(const RefnetRosterDetails *details, guint field) {
  return g_hash_table_size(details->of[field]) > 0;
}

static int compare_values(gconstpointer a, gconstpointer b, gpointer data) {
  (void)data;
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A field that is no list takes the first. */
char *refnet_roster_details_cell(const RefnetRosterDetails *details, guint32 organization,
                                 guint field) {
  GHashTable *values = values_of(details, organization, field);
  const gboolean is_list = refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->fields[field].list;
  GString *cell = g_string_new(NULL);
  if (values == NULL)
    return g_string_free(cell, FALSE);
  g_autoptr(GPtrArray) all = refnet_values_in_order(values, compare_values, NULL);
  for (guint i = 0; i < all->len && (is_list || i == 0); i++)
    refnet_list_cell_add(cell, g_ptr_array_index(all, i));
  return g_string_free(cell, FALSE);
}
