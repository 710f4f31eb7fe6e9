/* SPDX-License-Identifier: GPL-2.0-or-later */
/* People listed at an organization: who has left it, and whom to ask there. */
#include "analysis/risks/contacts.h"

#include "analysis/memory.h"
#include "analysis/result.h"

/* `staying` is by person: the organization, plus 1, last found to have that person still. */
guint8 *refnet_contacts_gone(const RefnetDataset *dataset, RefnetDate as_of, GError **error) {
  g_autofree guint64 *staying = REFNET_TRY_ARRAY(guint64, dataset->person_count, error);
  guint8 *gone = staying ? REFNET_TRY_ARRAY(guint8, dataset->contact_count, error) : NULL;
  if (!gone)
    return NULL;
  for (guint32 o = 0; o < dataset->organization_count; o++) {
    guint32 first = dataset->contact_start[o], end = dataset->contact_start[o + 1];
    for (guint32 c = first; c < end; c++)
      if (!refnet_contact_has_left(&dataset->contacts[c], as_of))
        staying[dataset->contacts[c].person] = (guint64)o + 1;
    for (guint32 c = first; c < end; c++)
      gone[c] = staying[dataset->contacts[c].person] != (guint64)o + 1;
  }
  return gone;
}

/* ---- whom to ask ----------------------------------------------------------------------------- */

typedef struct {
  const RefnetNetwork *network;
  RefnetDate as_of;
  guint32 organization;
  guint32 except; /* person */
  guint32 best;
} Choice;

static gboolean is_better(const RefnetDataset *dataset, guint32 a, guint32 b) {
  if (b == REFNET_NONE)
    return TRUE;
  const RefnetContact *first = &dataset->contacts[a], *second = &dataset->contacts[b];
  gboolean first_primary = first->primary == REFNET_TRI_YES;
  gboolean second_primary = second->primary == REFNET_TRI_YES;
  if (first_primary != second_primary)
    return first_primary;
  if (first->last_contact != second->last_contact)
    return first->last_contact > second->last_contact;
  return a < b;
}

static void consider(Choice *choice, guint32 contact) {
  const RefnetDataset *dataset = choice->network->dataset;
  if (contact == REFNET_NONE || dataset->contacts[contact].organization != choice->organization ||
      dataset->contacts[contact].person == choice->except ||
      refnet_contact_has_left(&dataset->contacts[contact], choice->as_of))
    return;
  if (is_better(dataset, contact, choice->best))
    choice->best = contact;
}

/* The contacts named in rows of one arc, in `column`. */
static void consider_named(Choice *choice, guint64 arc, const guint32 *column) {
  const RefnetNetwork *network = choice->network;
  if (arc == G_MAXUINT64 || !column)
    return;
  for (guint64 i = network->row_start[arc]; i < network->row_start[arc + 1]; i++)
    consider(choice, column[network->rows[i]]);
}

guint32 refnet_contact_to_ask(const RefnetNetwork *network, guint32 before, guint32 vertex,
                              guint32 except, RefnetDate as_of) {
  const RefnetDataset *dataset = network->dataset;
  Choice choice = {network, as_of, network->organization[vertex], except, REFNET_NONE};
  if (before != REFNET_NONE) {
    consider_named(&choice, refnet_network_find_arc(network, before, vertex),
                   dataset->referrals.to_contact);
    consider_named(&choice, refnet_network_find_arc(network, vertex, before),
                   dataset->referrals.from_contact);
  }
  if (choice.best != REFNET_NONE)
    return choice.best;
  for (guint32 c = dataset->contact_start[choice.organization];
       c < dataset->contact_start[choice.organization + 1]; c++)
    consider(&choice, c);
  return choice.best;
}
