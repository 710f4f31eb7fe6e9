/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/export/graph_columns.h"

#include "present/network/measure_cells.h"
#include "present/wording/privacy.h"

static const RefnetColumn known_columns[] = {
    {"id", "Id", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"label", "Label", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"name", "Name", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"short_name", "Short name", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"alternate_names", "Alternate names", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"sector", "Sector", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"services", "Services", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"areas", "Areas", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"populations", "Populations", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"languages", "Languages", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"offers", "Offers", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"seeks", "Seeks", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"partnership", "Partnership", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"coalitions", "Coalitions", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"capacity", "Capacity", REFNET_VALUE_REAL, 0, 0, NULL},
    {"status", "Status", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"address", "Address", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"city", "City", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"postal_code", "Postal code", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"latitude", "Latitude", REFNET_VALUE_REAL, 0, 0, NULL},
    {"longitude", "Longitude", REFNET_VALUE_REAL, 0, 0, NULL},
    {"phone", "Phone", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"email", "E-mail", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"website", "Website", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"tax_id", "Tax id", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"parent", "Parent", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"funding_end", "Funding end", REFNET_VALUE_DATE, 0, 0, NULL},
    {"verified", "Verified", REFNET_VALUE_DATE, 0, 0, NULL},
    {"contacts", "Contacts", REFNET_VALUE_INTEGER, 0, 0, NULL},
};

/* With --show-people only. */
static const RefnetColumn people_columns[] = {
    {"contact_names", "Contact names", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"contact_emails", "Contact e-mails", REFNET_VALUE_TEXTS, 0, 0, NULL},
    {"contact_phones", "Contact phones", REFNET_VALUE_TEXTS, 0, 0, NULL},
};

static gboolean has_key(const GArray *columns, const char *key) {
  for (guint i = 0; i < columns->len; i++)
    if (g_ascii_strcasecmp(g_array_index(columns, RefnetColumn, i).key, key) == 0)
      return TRUE;
  for (const RefnetColumn *measure = refnet_measure_columns; measure->key; measure++)
    if (g_ascii_strcasecmp(measure->key, key) == 0)
      return TRUE;
  return FALSE;
}

static void add_attribute(RefnetGraphColumns *chosen, const RefnetDataset *dataset, GArray *columns,
                          guint attribute) {
  const char *name = dataset->attributes[attribute].name;
  char *key = g_strdup(name);
  for (guint number = 2; has_key(columns, key); number++) {
    g_free(key);
    key = g_strdup_printf("%s (%u)", name, number);
  }
  g_ptr_array_add(chosen->keys, key);
  RefnetColumn column = {.key = key, .heading = key, .type = REFNET_VALUE_TEXT};
  g_array_append_val(columns, column);
  g_array_append_val(chosen->attributes, attribute);
}

RefnetGraphColumns *refnet_graph_columns_new(const RefnetExport *export) {
  RefnetGraphColumns *chosen = g_new0(RefnetGraphColumns, 1);
  chosen->keys = g_ptr_array_new_with_free_func(g_free);
  chosen->attributes = g_array_new(FALSE, FALSE, sizeof(guint));
  GArray *columns = g_array_new(TRUE, TRUE, sizeof(RefnetColumn));
  const RefnetDataset *dataset = export->network->dataset;
  g_array_append_vals(columns, known_columns, G_N_ELEMENTS(known_columns));
  if (export->show_people)
    g_array_append_vals(columns, people_columns, G_N_ELEMENTS(people_columns));
  for (guint i = 0; i < dataset->attribute_count; i++)
    if (export->show_people || !refnet_may_name_people(dataset->attributes[i].name))
      add_attribute(chosen, dataset, columns, i);
  chosen->end_of_attributes = columns->len;
  const RefnetColumn *measure = refnet_measure_columns + REFNET_MEASURE_COLUMNS_FIRST;
  for (; measure->key; measure++)
    if (!(measure->flags & REFNET_COLUMN_TABLE_ONLY))
      g_array_append_val(columns, *measure);
  chosen->columns = (RefnetColumn *)(void *)g_array_free(columns, FALSE);
  return chosen;
}

void refnet_graph_columns_free(RefnetGraphColumns *columns) {
  if (columns == NULL)
    return;
  g_ptr_array_unref(columns->keys);
  g_array_unref(columns->attributes);
  g_free(columns->columns);
  g_free(columns);
}
