/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Services that an organization lists and that its rows in services.csv, which count in place of
 * the list, leave out. */
#include "model/check/check.h"

enum { NAMED = 3 };

static gboolean is_offered(const RefnetDataset *dataset, guint32 v, guint32 service) {
  for (guint32 i = dataset->offer_start[v]; i < dataset->offer_start[v + 1]; i++)
    if (dataset->offers[i].service == service)
      return TRUE;
  return FALSE;
}

/* "primary care", "emergency care", "dental care" and 2 more; NULL: none is left out. */
static char *name_left_out(const RefnetDataset *dataset, guint32 v) {
  RefnetIndexList listed = dataset->organizations[v].services;
  GString *names = g_string_new(NULL);
  guint32 count = 0;
  for (guint32 i = 0; i < listed.length; i++) {
    if (is_offered(dataset, v, listed.items[i]) || count++ >= NAMED)
      continue;
    g_autofree char *name = refnet_text_display(dataset->services.names[listed.items[i]], 60);
    g_string_append_printf(names, "%s\"%s\"", names->len > 0 ? ", " : "", name);
  }
  if (count > NAMED)
    g_string_append_printf(names, " and %u more", count - NAMED);
  return g_string_free(names, count == 0);
}

void refnet_check_services(const RefnetStore *store) {
  const RefnetDataset *dataset = &store->dataset;
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    const RefnetOrganization *organization = &dataset->organizations[v];
    guint32 first = dataset->offer_start[v];
    gboolean has_rows = first < dataset->offer_start[v + 1] && dataset->offers[first].line > 0;
    g_autofree char *left_out =
        has_rows && !organization->closed ? name_left_out(dataset, v) : NULL;
    if (left_out == NULL)
      continue;
    g_autofree char *name = refnet_text_display(organization->name, 60);
    g_autofree char *message = g_strdup_printf(
        "\"%s\" lists %s, but its rows in services.csv, which count in place of the list, do not",
        name, left_out);
    refnet_check_report_organization(
        store, REFNET_KIND_SERVICES_LEFT_OUT, organization->line, REFNET_ORGANIZATION_SERVICES,
        "add a row of each to services.csv, or take them off the list", message);
  }
}
