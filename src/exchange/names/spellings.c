/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/spellings.h"

#include <refnet/base.h>

#include "exchange/files/sheet_writer.h"

#include <string.h>

struct RefnetSpellings {
  GHashTable *met; /* organization → GPtrArray of texts */
};

RefnetSpellings *refnet_spellings_new(void) {
  RefnetSpellings *spellings = g_new(RefnetSpellings, 1);
  spellings->met = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  return spellings;
}

void refnet_spellings_free(RefnetSpellings *spellings) {
  g_hash_table_unref(spellings->met);
  g_free(spellings);
}

static GPtrArray *met_of(const RefnetSpellings *spellings, guint32 organization) {
  return g_hash_table_lookup(spellings->met, GUINT_TO_POINTER(organization));
}

static gboolean have_one_fold(const char *a, const char *b) {
  g_autofree char *fold_a = refnet_text_fold(a);
  g_autofree char *fold_b = refnet_text_fold(b);
  return strcmp(fold_a, fold_b) == 0;
}

void refnet_spellings_add(RefnetSpellings *spellings, guint32 organization, const char *name,
                          const char *spelling) {
  GPtrArray *met = met_of(spellings, organization);
  if (have_one_fold(name, spelling))
    return;
  for (guint i = 0; met != NULL && i < met->len; i++)
    if (have_one_fold(g_ptr_array_index(met, i), spelling))
      return;
  if (met == NULL) {
    met = g_ptr_array_new_with_free_func(g_free);
    g_hash_table_insert(spellings->met, GUINT_TO_POINTER(organization), met);
  }
  g_ptr_array_add(met, g_strdup(spelling));
}

static int compare_texts(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void refnet_spellings_list(const RefnetSpellings *spellings, guint32 organization, GString *cell) {
  GPtrArray *met = met_of(spellings, organization);
  if (met == NULL)
    return;
  g_ptr_array_sort(met, compare_texts);
  for (guint i = 0; i < met->len; i++)
    refnet_list_cell_add(cell, g_ptr_array_index(met, i));
}
