/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A dataset made of another by steps: copies of what steps may change, put back in order. */
#include "model/edit/editing.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/order.h"

/* ---- copies ---------------------------------------------------------------------------------- */

/* `length` items and room for `more`; NULL without memory. */
static gpointer copy(gconstpointer items, gsize length, gsize more, gsize size) {
  gpointer array = g_try_malloc0_n(length + more + 1, size);
  if (array && length > 0)
    memcpy(array, items, length * size);
  return array;
}

static gboolean copy_rows(RefnetEditing *editing, gsize more) {
  const RefnetReferrals *referrals = &editing->source->referrals;
  gsize rows = editing->row_count = referrals->rows;
  editing->row = g_try_new(guint32, rows + more + 1);
  for (gsize i = 0; editing->row && i < rows; i++)
    editing->row[i] = (guint32)i;
  if (referrals->from_contact)
    editing->from_contact = copy(referrals->from_contact, rows, more, sizeof(guint32));
  if (referrals->to_contact)
    editing->to_contact = copy(referrals->to_contact, rows, more, sizeof(guint32));
  return editing->row && (editing->from = copy(referrals->from, rows, more, sizeof(guint32))) &&
         (editing->to = copy(referrals->to, rows, more, sizeof(guint32))) &&
         (editing->from_contact || !referrals->from_contact) &&
         (editing->to_contact || !referrals->to_contact);
}

static gboolean begin(RefnetEditing *editing, gsize more) {
  const RefnetDataset *source = editing->source;
  editing->offer_count = source->offer_count;
  editing->contact_count = source->contact_count;
  editing->person_count = source->person_count;
  return (editing->organizations = copy(source->organizations, source->organization_count, 0,
                                        sizeof(RefnetOrganization))) &&
         (editing->out = copy(NULL, 0, source->organization_count, 1)) &&
         (editing->offers = copy(source->offers, source->offer_count, more, sizeof(RefnetOffer))) &&
         (editing->contacts =
              copy(source->contacts, source->contact_count, more, sizeof(RefnetContact))) &&
         copy_rows(editing, more);
}

static void editing_clear(RefnetEditing *editing) {
  g_free(editing->organizations);
  g_free(editing->out);
  g_free(editing->offers);
  g_free(editing->contacts);
  g_free(editing->row);
  g_free(editing->from);
  g_free(editing->to);
  g_free(editing->from_contact);
  g_free(editing->to_contact);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetEditing, editing_clear)

/* ---- in order again -------------------------------------------------------------------------- */

/* Numbers 0 … count − 1 by organization, each organization's as they were; start[o] is where those
 * of organization o begin. REFNET_NONE: left out. */
static guint32 *order_by_organization(const RefnetEditing *editing, gsize count,
                                      guint32 (*organization_of)(const RefnetEditing *, gsize),
                                      guint32 *start) {
  guint32 organizations = editing->source->organization_count;
  guint32 *order = g_try_new(guint32, count + 1);
  g_autofree guint32 *next = g_try_new0(guint32, (gsize)organizations + 1);
  if (!order || !next) {
    g_free(order);
    return NULL;
  }
  for (gsize i = 0; i < count; i++)
    if (organization_of(editing, i) != REFNET_NONE)
      start[organization_of(editing, i) + 1]++;
  for (guint32 o = 0; o < organizations; o++)
    start[o + 1] += start[o];
  memcpy(next, start, organizations * sizeof *next);
  for (gsize i = 0; i < count; i++)
    if (organization_of(editing, i) != REFNET_NONE)
      order[next[organization_of(editing, i)]++] = (guint32)i;
  return order;
}

static guint32 organization_of_offer(const RefnetEditing *editing, gsize offer) {
  return editing->offers[offer].organization;
}

static guint32 organization_of_contact(const RefnetEditing *editing, gsize contact) {
  return editing->contacts[contact].organization;
}

static guint32 *new_starts(RefnetEditing *editing) {
  gsize bytes = ((gsize)editing->source->organization_count + 1) * sizeof(guint32);
  guint32 *start = refnet_pool_alloc(editing->store->pool, bytes, 0);
  if (start)
    memset(start, 0, bytes);
  return start;
}

static gboolean order_offers(RefnetEditing *editing) {
  RefnetDataset *dataset = &editing->store->dataset;
  guint32 *start = new_starts(editing);
  g_autofree guint32 *order =
      start ? order_by_organization(editing, editing->offer_count, organization_of_offer, start)
            : NULL;
  if (!order || !(editing->store->offers = g_try_new(RefnetOffer, editing->offer_count + 1)))
    return FALSE;
  dataset->offer_count = start[dataset->organization_count];
  for (guint32 i = 0; i < dataset->offer_count; i++)
    editing->store->offers[i] = editing->offers[order[i]];
  dataset->offers = editing->store->offers;
  dataset->offer_start = start;
  return TRUE;
}

/* Referrals name contacts by their places, which change. */
static void renumber(guint32 *contacts, gsize rows, const guint32 *place) {
  for (gsize i = 0; contacts && i < rows; i++)
    if (contacts[i] != REFNET_NONE)
      contacts[i] = place[contacts[i]];
}

static gboolean order_contacts(RefnetEditing *editing) {
  RefnetDataset *dataset = &editing->store->dataset;
  guint32 *start = new_starts(editing);
  RefnetContact *contacts =
      refnet_pool_alloc(editing->store->pool, (editing->contact_count + 1) * sizeof *contacts, 0);
  g_autofree guint32 *order =
      start ? order_by_organization(editing, editing->contact_count, organization_of_contact, start)
            : NULL;
  g_autofree guint32 *place = g_try_new(guint32, editing->contact_count + 1);
  if (!contacts || !order || !place)
    return FALSE;
  for (guint32 i = 0; i < editing->contact_count; i++) {
    contacts[i] = editing->contacts[order[i]];
    place[order[i]] = i;
  }
  renumber(editing->from_contact, editing->row_count, place);
  renumber(editing->to_contact, editing->row_count, place);
  dataset->contacts = contacts;
  dataset->contact_start = start;
  dataset->contact_count = (guint32)editing->contact_count;
  dataset->person_count = editing->person_count;
  return TRUE;
}

/* ---- referrals ------------------------------------------------------------------------------- */

/* A column by the rows that stay; new rows get `blank`. NULL: there is no such column, or no
 * memory, which *ok says. */
#define DEFINE_GATHER(name, type)                                                                  \
  static type *name(const RefnetEditing *editing, const type *column, type blank, gboolean *ok) {  \
    type *gathered = column ? g_try_new(type, editing->row_count + 1) : NULL;                      \
    if (!gathered) {                                                                               \
      *ok = *ok && !column;                                                                        \
      return NULL;                                                                                 \
    }                                                                                              \
    for (gsize i = 0, k = 0; i < editing->row_count; i++)                                          \
      if (editing->from[i] != REFNET_NONE)                                                         \
        gathered[k++] = editing->row[i] == REFNET_NONE ? blank : column[editing->row[i]];          \
    return gathered;                                                                               \
  }

DEFINE_GATHER(gather_numbers, guint32)
DEFINE_GATHER(gather_parts, gint32)
DEFINE_GATHER(gather_words, guint8)

/* The working columns hold what stays themselves. */
static guint32 *keep(const RefnetEditing *editing, const guint32 *column, gboolean *ok) {
  guint32 *kept = column ? g_try_new(guint32, editing->row_count + 1) : NULL;
  *ok = *ok && (kept || !column);
  for (gsize i = 0, k = 0; kept && i < editing->row_count; i++)
    if (editing->from[i] != REFNET_NONE)
      kept[k++] = column[i];
  return kept;
}

static gsize count_kept(const RefnetEditing *editing) {
  gsize kept = 0;
  for (gsize i = 0; i < editing->row_count; i++)
    kept += editing->from[i] != REFNET_NONE;
  return kept;
}

static gboolean gather_referrals(RefnetEditing *editing) {
  const RefnetReferrals *source = &editing->source->referrals;
  RefnetReferralColumns *columns = &editing->store->referrals;
  gboolean ok = TRUE;
  columns->rows = count_kept(editing);
  columns->from = keep(editing, editing->from, &ok);
  columns->to = keep(editing, editing->to, &ok);
  columns->from_contact = keep(editing, editing->from_contact, &ok);
  columns->to_contact = keep(editing, editing->to_contact, &ok);
  columns->service = gather_numbers(editing, source->service, REFNET_NONE, &ok);
  columns->count = gather_numbers(editing, source->count, 1, &ok);
  columns->reported_by = gather_numbers(editing, source->reported_by, REFNET_NONE, &ok);
  columns->accepted = gather_parts(editing, source->accepted, -1, &ok);
  columns->completed = gather_parts(editing, source->completed, -1, &ok);
  columns->date = gather_parts(editing, source->date, editing->as_of, &ok);
  columns->renewal = gather_parts(editing, source->renewal, REFNET_DATE_UNKNOWN, &ok);
  columns->frequency = gather_words(editing, source->frequency, REFNET_FREQUENCY_UNKNOWN, &ok);
  columns->basis = gather_words(editing, source->basis, REFNET_BASIS_UNKNOWN, &ok);
  columns->agreement = gather_words(editing, source->agreement, REFNET_AGREEMENT_UNKNOWN, &ok);
  columns->outcome = gather_words(editing, source->outcome, REFNET_OUTCOME_UNKNOWN, &ok);
  return ok;
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* What no step changes is the source's. */
static void borrow(RefnetEditing *editing) {
  RefnetStore *store = editing->store;
  const RefnetStore *source = refnet_store_of(editing->source);
  RefnetDiagnostics *diagnostics = store->dataset.diagnostics;
  store->dataset = *editing->source;
  store->dataset.diagnostics = diagnostics;
  store->borrows = TRUE;
  store->resolver = source->resolver;
  store->leaf_start = source->leaf_start;
  store->leaf = source->leaf;
}

static gboolean finish(RefnetEditing *editing, GError **error) {
  RefnetStore *store = editing->store;
  store->organizations = g_steal_pointer(&editing->organizations);
  store->dataset.organizations = store->organizations;
  if (!order_offers(editing) || !order_contacts(editing) || !gather_referrals(editing))
    return refnet_set_out_of_memory(error);
  refnet_store_publish_referrals(store);
  return TRUE;
}

static gboolean apply_all(RefnetEditing *editing, const RefnetEdit *edits, gsize count,
                          GError **error) {
  for (gsize i = 0; i < count; i++)
    if (!refnet_editing_apply(editing, &edits[i], error)) {
      if (edits[i].text)
        g_prefix_error(error, "%s: ", edits[i].text);
      return FALSE;
    }
  return TRUE;
}

RefnetDataset *refnet_dataset_edited(const RefnetDataset *dataset, const RefnetEdit *edits,
                                     gsize count, RefnetDate as_of, guint8 **out, GError **error) {
  g_auto(RefnetEditing) editing = {.source = dataset, .store = refnet_store_new(), .as_of = as_of};
  RefnetDataset *edited = &editing.store->dataset;
  borrow(&editing);
  gboolean ok = (begin(&editing, count) || refnet_set_out_of_memory(error)) &&
                apply_all(&editing, edits, count, error) && finish(&editing, error);
  if (!ok) {
    refnet_dataset_free(edited);
    return NULL;
  }
  *out = g_steal_pointer(&editing.out);
  return edited;
}
