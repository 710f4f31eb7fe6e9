/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is to succeed a contact, where that names nobody whom contacts.csv lists. */
#include "model/check/check.h"
#include "model/dataset/near_names.h"

typedef struct {
  guint32 at_home;   /* at the contact's organization, by that name; REFNET_NONE: nobody */
  guint32 elsewhere; /* the same at another */
  guint32 nearest;   /* at the contact's organization, by nearly that name */
} Successor;

static gboolean is_somebody_else(const RefnetContact *contact, const RefnetContact *other) {
  return contact->person != other->person;
}

static guint32 find_called(const RefnetDataset *dataset, guint32 first, guint32 end,
                           const RefnetContact *leaver, const char *fold) {
  for (guint32 c = first; c < end; c++)
    if (is_somebody_else(&dataset->contacts[c], leaver) &&
        refnet_contact_is_called(&dataset->contacts[c], fold))
      return c;
  return REFNET_NONE;
}

/* Of those who have not left. */
static guint32 find_nearest(const RefnetDataset *dataset, guint32 first, guint32 end,
                            const RefnetContact *leaver) {
  g_autoptr(GPtrArray) names = g_ptr_array_new();
  g_autoptr(GArray) contacts = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 c = first; c < end; c++) {
    const RefnetContact *contact = &dataset->contacts[c];
    if (!is_somebody_else(contact, leaver) || contact->left != REFNET_DATE_UNKNOWN)
      continue;
    g_ptr_array_add(names, (gpointer)contact->name);
    g_array_append_val(contacts, c);
  }
  const guint32 nearest =
      refnet_nearest_name((const char *const *)names->pdata, names->len, leaver->succeeded_by);
  return nearest != REFNET_NONE ? g_array_index(contacts, guint32, nearest) : REFNET_NONE;
}

/* Nobody is looked for elsewhere, nor among nearly such names, once enough is told of these. */
static Successor find_successor(const RefnetDataset *dataset, const RefnetContact *leaver) {
  const guint32 first = dataset->contact_start[leaver->organization];
  const guint32 end = dataset->contact_start[leaver->organization + 1];
  g_autofree char *fold = refnet_text_fold(leaver->succeeded_by);
  Successor found = {REFNET_NONE, REFNET_NONE, REFNET_NONE};
  found.at_home = find_called(dataset, first, end, leaver, fold);
  if (found.at_home != REFNET_NONE ||
      !refnet_kind_is_told(REFNET_KIND_UNKNOWN_SUCCESSOR, dataset->diagnostics))
    return found;
  found.nearest = find_nearest(dataset, first, end, leaver);
  if (found.nearest == REFNET_NONE)
    found.elsewhere = find_called(dataset, 0, dataset->contact_count, leaver, fold);
  return found;
}

static void report(const RefnetStore *store, const RefnetContact *leaver, guint32 person,
                   const char *fix, const char *message) {
  refnet_sheet_report(&store->sheets[REFNET_FILE_CONTACTS], store->dataset.diagnostics,
                      REFNET_KIND_UNKNOWN_SUCCESSOR, leaver->line, REFNET_CONTACT_SUCCEEDED_BY,
                      person, fix, "%s", message);
}

/* The cell holds a person's name, so it is not quoted. */
static void check(const RefnetStore *store, guint32 number) {
  const RefnetDataset *dataset = &store->dataset;
  const RefnetContact *leaver = &dataset->contacts[number];
  if (leaver->succeeded_by == NULL || leaver->line == 0)
    return;
  const Successor found = find_successor(dataset, leaver);
  if (found.at_home != REFNET_NONE)
    return;
  g_autofree char *fold = refnet_text_fold(leaver->succeeded_by);
  if (refnet_contact_is_called(leaver, fold))
    report(store, leaver, number, "name who is the contact now",
           "{person} is named as their own successor");
  else if (found.nearest != REFNET_NONE)
    report(store, leaver, found.nearest, "write the name as in contacts.csv",
           "nobody of the successor's name is listed at the organisation; did you mean {person}?");
  else if (found.elsewhere != REFNET_NONE)
    report(store, leaver, found.elsewhere, "add a row for the successor at this organisation, too",
           "the successor is listed at another organisation only, as {person}");
  else
    report(store, leaver, number, "add the successor to contacts.csv, or correct the name",
           "the successor of {person} is not listed in contacts.csv");
}

void refnet_check_successors(const RefnetStore *store) {
  for (guint32 i = 0; i < store->dataset.contact_count; i++)
    check(store, i);
}
