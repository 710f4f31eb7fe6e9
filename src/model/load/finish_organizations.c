/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations by their final numbers: ids, order, parents, and columns kept as attributes. */
#include "base/order.h"
#include "model/load/cells.h"
#include "model/load/ids.h"
#include "model/load/load.h"

#include <string.h>

static gint compare_ids(guint32 a, guint32 b, gconstpointer data) {
  const RefnetOrganization *organizations = data;
  return strcmp(organizations[a].id, organizations[b].id);
}

/* Most files are sorted by id. */
static gboolean put_in_order(RefnetLoader *loader) {
  RefnetArray *organizations = &loader->organizations;
  const guint32 length = (guint32)organizations->length;
  if (refnet_is_sorted(length, compare_ids, organizations->items))
    return TRUE;
  g_autofree guint32 *order = refnet_sorted_order(length, compare_ids, organizations->items);
  gboolean ok = order != NULL && refnet_array_permute(organizations, order);
  for (guint i = 0; ok && i < REFNET_LISTS; i++)
    ok = refnet_array_permute(&loader->list_texts[i], order);
  for (guint i = 0; ok && i < loader->attributes->len; i++) {
    RefnetAttributeColumn *attribute = g_ptr_array_index(loader->attributes, i);
    ok = refnet_array_permute(&attribute->values, order);
  }
  return ok;
}

/* The ids by number, if they were first seen in the order that the organizations have: what finds
 * repeated rows then finds organizations, too. */
static RefnetInterner *take_ids(RefnetLoader *loader) {
  RefnetInterner *ids = g_steal_pointer(&loader->seen_rows);
  const guint32 length = loader->store->dataset.organization_count;
  gboolean same = ids != NULL && refnet_interner_length(ids) == length;
  for (guint32 v = 0; same && v < length; v++)
    same = loader->sorted[v].id == refnet_interner_text(ids, v);
  if (!same)
    g_clear_pointer(&ids, refnet_interner_free);
  return ids;
}

/* From now on the organizations are the store's. */
static gboolean sort_organizations(RefnetLoader *loader) {
  RefnetStore *store = loader->store;
  refnet_array_clear(&loader->row_hashes);
  if (!put_in_order(loader))
    return FALSE;
  store->organizations = loader->sorted = loader->organizations.items;
  store->dataset.organizations = loader->sorted;
  store->dataset.organization_count = (guint32)loader->organizations.length;
  loader->organizations = REFNET_ARRAY(RefnetOrganization);
  return TRUE;
}

static void report_parent(const RefnetStore *store, const RefnetOrganization *organization,
                          RefnetResolution resolution) {
  const RefnetSheet *sheet = &store->sheets[REFNET_FILE_ORGANIZATIONS];
  const RefnetOrganizationDetails *details = organization->details;
  if (resolution == REFNET_RESOLVED_PLAINLY) {
    refnet_report_plain_name(store, sheet, organization->line, REFNET_ORGANIZATION_PARENT,
                             details->parent, details->parent_organization);
  } else if (!refnet_resolution_is_one(resolution)) {
    g_autofree char *shown = refnet_text_display(details->parent, REFNET_CELL_SHOWN);
    refnet_sheet_report(sheet, store->dataset.diagnostics, REFNET_KIND_UNKNOWN_PARENT,
                        organization->line, REFNET_ORGANIZATION_PARENT, REFNET_NONE, NULL,
                        "parent \"%s\" is not one organisation of the dataset", shown);
  }
}

static void resolve_parents(RefnetLoader *loader) {
  const RefnetStore *store = loader->store;
  for (guint32 v = 0; v < store->dataset.organization_count; v++) {
    RefnetOrganization *organization = &loader->sorted[v];
    const char *parent = organization->details->parent;
    RefnetOrganizationDetails *details =
        parent != NULL ? refnet_loader_details(loader, organization) : NULL;
    if (details != NULL)
      report_parent(store, organization,
                    refnet_resolver_find(store->resolver, parent, &details->parent_organization));
  }
}

/* A header that stands there a second time gets a number; a blank one its place. */
static const char *attribute_name(const RefnetStore *store, guint column) {
  const RefnetSheet *sheet = &store->sheets[REFNET_FILE_ORGANIZATIONS];
  const char *header = sheet->headers[column];
  guint before = 0;
  for (guint c = 0; c < column; c++)
    before += strcmp(sheet->headers[c], header) == 0;
  g_autofree char *name = *header == '\0' ? g_strdup_printf("column %u", column + 1)
                          : before > 0    ? g_strdup_printf("%s (%u)", header, before + 1)
                                          : g_strdup(header);
  return refnet_pool_intern(store->pool, name);
}

static gboolean any_text(const RefnetArray *texts) {
  for (gsize i = 0; i < texts->length; i++)
    if (*refnet_array_at(texts, const char *, i) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean finish_attributes(RefnetLoader *loader) {
  RefnetStore *store = loader->store;
  RefnetAttribute *attributes =
      refnet_pool_alloc(store->pool, loader->attributes->len * sizeof *attributes, 0);
  guint32 count = 0;
  for (guint i = 0; attributes != NULL && i < loader->attributes->len; i++) {
    RefnetAttributeColumn *column = g_ptr_array_index(loader->attributes, i);
    const char *header = store->sheets[REFNET_FILE_ORGANIZATIONS].headers[column->column];
    if (*header == '\0' && !any_text(&column->values))
      continue;
    gsize bytes = column->values.length * sizeof(const char *);
    const char **values = refnet_pool_alloc(store->pool, bytes, 0);
    if (values == NULL)
      return FALSE;
    if (bytes > 0)
      memcpy(values, column->values.items, bytes);
    attributes[count++] = (RefnetAttribute){attribute_name(store, column->column), values};
    refnet_array_clear(&column->values);
  }
  store->dataset.attributes = attributes;
  store->dataset.attribute_count = count;
  return attributes != NULL;
}

gboolean refnet_finish_organizations(RefnetLoader *loader, GError **error) {
  RefnetStore *store = loader->store;
  RefnetArray *organizations = &loader->organizations;
  if (!refnet_make_ids(organizations->items, loader->row_hashes.items,
                       (guint32)organizations->length, store->pool) ||
      !sort_organizations(loader) || !finish_attributes(loader))
    return refnet_set_out_of_memory(error);
  store->resolver = refnet_resolver_new(loader->sorted, store->dataset.organization_count,
                                        take_ids(loader), store->pool);
  if (store->resolver == NULL)
    return refnet_set_out_of_memory(error);
  resolve_parents(loader);
  return TRUE;
}
