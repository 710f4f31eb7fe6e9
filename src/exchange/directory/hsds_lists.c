/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lists of values in one cell. */
#include "exchange/directory/hsds.h"
#include "exchange/files/sheet_writer.h"

#include <string.h>

static int compare_texts(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void refnet_hsds_add_once(GPtrArray *texts, const char *text) {
  if (text != NULL && !g_ptr_array_find(texts, text, NULL))
    g_ptr_array_add(texts, (gpointer)text);
}

char *refnet_hsds_list_cell(GPtrArray *texts) {
  if (texts->len == 0)
    return NULL;
  GString *cell = g_string_new(NULL);
  g_ptr_array_sort(texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    refnet_list_cell_add(cell, g_ptr_array_index(texts, i));
  return g_string_free(cell, FALSE);
}

GPtrArray *refnet_hsds_terms_of(const RefnetHsds *hsds, guint32 service, RefnetHsdsTermRole role) {
  GPtrArray *names = g_ptr_array_new();
  RefnetIndexList terms = refnet_links_of(hsds->service_terms, service);
  guint level = role == REFNET_HSDS_TERM_OF_SERVICES ? hsds->options->taxonomy_level : 0;
  for (guint32 i = 0; i < terms.length; i++)
    if (refnet_hsds_term_role(hsds->terms, terms.items[i]) == role)
      refnet_hsds_add_once(names, refnet_hsds_term_name(hsds->terms, terms.items[i], level));
  return names;
}
