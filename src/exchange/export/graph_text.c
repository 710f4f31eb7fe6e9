/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/export/graph_text.h"

static char *joined(const RefnetValue *value) {
  GString *text = g_string_new(NULL);
  for (gsize i = 0; i < value->texts.length; i++) {
    g_autofree char *item = g_strdelimit(g_strdup(value->texts.items[i]), "|", ',');
    g_string_append_printf(text, "%s%s", i ? "|" : "", item);
  }
  return g_string_free(text, FALSE);
}

char *refnet_graph_text(const RefnetColumn *column, const RefnetValue *value) {
  char real[G_ASCII_DTOSTR_BUF_SIZE];
  if (value->is_null)
    return NULL;
  switch (column->type) {
  case REFNET_VALUE_TEXT:
    return g_strdup(value->text);
  case REFNET_VALUE_INTEGER:
    return g_strdup_printf("%" G_GINT64_FORMAT, value->integer);
  case REFNET_VALUE_REAL:
    return g_strdup(g_ascii_formatd(real, sizeof real, "%.15g", value->real + 0.0)); /* no "-0" */
  case REFNET_VALUE_BOOLEAN:
    return g_strdup(value->boolean ? "true" : "false");
  case REFNET_VALUE_DATE:
    return refnet_date_iso(value->date);
  case REFNET_VALUE_TEXTS:
    return value->texts.length > 0 ? joined(value) : NULL;
  case REFNET_VALUE_RECORDS:
    break;
  }
  return NULL;
}

/* By text the vertex that has it as its id, + 1. */
static GHashTable *index_ids(const RefnetNetwork *network) {
  GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint32 v = 0; v < network->vertices; v++)
    g_hash_table_insert(ids, (gpointer)refnet_network_organization(network, v)->id,
                        GSIZE_TO_POINTER((gsize)v + 1));
  return ids;
}

char **refnet_graph_unique_names(const RefnetNetwork *network) {
  g_autoptr(GHashTable) first = g_hash_table_new(g_str_hash, g_str_equal); /* by name: vertex + 1 */
  g_autoptr(GHashTable) ids = index_ids(network);
  g_autofree gboolean *shared = g_new0(gboolean, (gsize)network->vertices + 1);
  char **names = g_new0(char *, (gsize)network->vertices + 1);
  for (guint32 v = 0; v < network->vertices; v++) {
    const char *name = refnet_network_organization(network, v)->name;
    gsize other = GPOINTER_TO_SIZE(g_hash_table_lookup(first, name));
    gsize identified = GPOINTER_TO_SIZE(g_hash_table_lookup(ids, name));
    shared[v] = other > 0 || (identified > 0 && identified != (gsize)v + 1);
    if (other > 0)
      shared[other - 1] = TRUE;
    else
      g_hash_table_insert(first, (gpointer)name, GSIZE_TO_POINTER((gsize)v + 1));
  }
  for (guint32 v = 0; v < network->vertices; v++) {
    const RefnetOrganization *organization = refnet_network_organization(network, v);
    names[v] = shared[v] ? g_strdup_printf("%s (%s)", organization->name, organization->id)
                         : g_strdup(organization->name);
  }
  return names;
}

const char *refnet_graph_type_name(RefnetValueType type) {
  switch (type) {
  case REFNET_VALUE_INTEGER:
    return "long";
  case REFNET_VALUE_REAL:
    return "double";
  case REFNET_VALUE_BOOLEAN:
    return "boolean";
  default:
    return "string";
  }
}
