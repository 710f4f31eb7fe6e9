/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations that come round to themselves when one goes from parent to parent. */
#include "model/check/check.h"

static guint32 parent_of(const RefnetDataset *dataset, guint32 v) {
  return dataset->organizations[v].details->parent_organization;
}

/* The member of the circle that stands first in the file: where it is said. */
static guint32 first_row(const RefnetDataset *dataset, guint32 start, guint32 *length) {
  guint32 first = start;
  *length = 0;
  guint32 at = start;
  do {
    const RefnetOrganization *organization = &dataset->organizations[at];
    if (organization->line < dataset->organizations[first].line)
      first = at;
    (*length)++;
    at = parent_of(dataset, at);
  } while (at != start);
  return first;
}

static void report_circle(const RefnetStore *store, guint32 start) {
  const RefnetDataset *dataset = &store->dataset;
  guint32 length, first = first_row(dataset, start, &length);
  const RefnetOrganization *organization = &dataset->organizations[first];
  const RefnetOrganization *parent = &dataset->organizations[parent_of(dataset, first)];
  g_autofree char *name = refnet_text_display(organization->name, 60);
  g_autofree char *through = refnet_text_display(parent->name, 60);
  g_autofree char *message = NULL;
  if (length == 1)
    message = g_strdup_printf("\"%s\" is its own parent", name);
  else if (length == 2)
    message = g_strdup_printf("\"%s\" and \"%s\" are each other's parent", name, through);
  else
    message =
        g_strdup_printf("\"%s\" is its own parent by way of \"%s\" and others", name, through);
  refnet_check_report_organization(
      store, REFNET_KIND_PARENT_CYCLE, organization->line, REFNET_ORGANIZATION_PARENT,
      length == 1 ? "name the parent, or clear the cell"
                  : "clear the cell of the organisation that has no parent",
      message);
}

/* Every organization is walked from once: `walk` numbers the walk that first came by. */
void refnet_check_parents(const RefnetStore *store) {
  const RefnetDataset *dataset = &store->dataset;
  g_autofree guint32 *walk = g_try_new0(guint32, (gsize)dataset->organization_count + 1);
  for (guint32 v = 0; walk != NULL && v < dataset->organization_count; v++) {
    guint32 at = v;
    for (; at != REFNET_NONE && walk[at] == 0; at = parent_of(dataset, at))
      walk[at] = v + 1;
    if (at != REFNET_NONE && walk[at] == v + 1)
      report_circle(store, at);
  }
}
