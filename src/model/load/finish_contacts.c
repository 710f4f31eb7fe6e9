/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Contacts by their final numbers, and everything that refers to them. */
#include "base/diagnostics.h"
#include "model/load/load.h"
#include "model/load/people.h"

static gboolean place_contacts(RefnetLoader *loader) {
  RefnetStore *store = loader->store;
  RefnetDataset *dataset = &store->dataset;
  guint32 count = (guint32)loader->contacts.length;
  RefnetContact *contacts = refnet_pool_alloc(store->pool, count * sizeof *contacts, 0);
  guint32 *start =
      refnet_pool_alloc(store->pool, ((gsize)dataset->organization_count + 1) * sizeof *start, 0);
  if (contacts == NULL || start == NULL)
    return FALSE;
  for (guint32 i = 0; i < count; i++) {
    contacts[i] = refnet_array_at(&loader->contacts, RefnetPlace, i)->contact;
    start[contacts[i].organization + 1]++;
  }
  for (guint32 v = 0; v < dataset->organization_count; v++)
    start[v + 1] += start[v];
  dataset->contacts = contacts;
  dataset->contact_count = count;
  dataset->contact_start = start;
  return TRUE;
}

static void renumber(guint32 *column, gsize rows, const guint32 *final) {
  for (gsize i = 0; column != NULL && i < rows; i++)
    if (column[i] != REFNET_NONE)
      column[i] = final[column[i]];
}

static void renumber_references(RefnetStore *store, const guint32 *final) {
  renumber(store->referrals.from_contact, store->referrals.rows, final);
  renumber(store->referrals.to_contact, store->referrals.rows, final);
  refnet_diagnostics_renumber_contacts(store->dataset.diagnostics, final);
}

gboolean refnet_finish_contacts(RefnetLoader *loader, GError **error) {
  guint32 count = (guint32)loader->contacts.length;
  g_autofree guint32 *order = refnet_order_places(&loader->contacts);
  g_autofree guint32 *final = g_try_new(guint32, (gsize)count + 1);
  if (order == NULL || final == NULL || !refnet_array_permute(&loader->contacts, order) ||
      !refnet_number_people(&loader->contacts, &loader->store->dataset.person_count) ||
      !place_contacts(loader))
    return refnet_set_out_of_memory(error);
  for (guint32 i = 0; i < count; i++)
    final[order[i]] = i;
  renumber_references(loader->store, final);
  return TRUE;
}
