/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A person's leaving, from the findings about that person to marks on discs and lines. */
#include "draw/signs/departure.h"

#include "analysis/memory.h"
#include "analysis/risks/contacts.h"
#include "present/wording/words.h"

/* Everybody listed counts, the person's other places too: a contact moved is not a contact lost. */
static gboolean note_places(const RefnetNetwork *network, guint32 person, RefnetDate as_of,
                            RefnetDeparture *departure, guint32 *first, GError **error) {
  const RefnetDataset *dataset = network->dataset;
  g_autofree guint8 *gone = refnet_contacts_gone(dataset, as_of, error);
  if (!gone)
    return FALSE;
  *first = REFNET_NONE;
  for (guint32 c = 0; c < dataset->contact_count; c++) {
    if (dataset->contacts[c].person != person)
      continue;
    if (*first == REFNET_NONE)
      *first = c;
    guint32 vertex = network->vertex[dataset->contacts[c].organization];
    if (vertex == REFNET_NONE)
      continue;
    departure->is_of[vertex] = TRUE;
    departure->leaves[vertex] |= !gone[c];
  }
  return TRUE;
}

static void note_ties(const RefnetRisks *risks, const RefnetPersonRisk *person,
                      RefnetDeparture *departure) {
  for (gsize i = 0; i < risks->tie_count; i++)
    if (risks->ties[i].already_lost) {
      departure->fate[risks->ties[i].tie] = REFNET_TIE_GONE_ALREADY;
      departure->ties_gone++;
    }
  for (guint32 i = 0; person && i < person->ties_left_without_contact; i++)
    departure->fate[person->ties[i]] = REFNET_TIE_GOES;
}

static void note_consequences(const RefnetDataset *dataset, const RefnetPersonRisk *person,
                              RefnetDeparture *departure) {
  departure->ties_held = person->ties_held;
  departure->ties_going = person->ties_left_without_contact;
  departure->organizations_cut_off = person->cut_off_count;
  for (guint32 i = 0; i < person->cut_off.length; i++)
    departure->cut_off[person->cut_off.items[i]] = TRUE;
  g_strfreev(departure->services);
  departure->services = g_new0(char *, (gsize)person->unreachable_count + 1);
  for (guint32 i = 0; i < person->unreachable_count; i++)
    departure->services[i] =
        g_strdup_printf("%s in %s", dataset->services.names[person->unreachable[i].service],
                        dataset->areas[person->unreachable[i].area].name);
}

/* NULL: holds no tie of the network. */
static const RefnetPersonRisk *find_person(const RefnetRisks *risks, guint32 person) {
  for (guint32 i = 0; i < risks->people_count; i++)
    if (risks->people[i].person == person)
      return &risks->people[i];
  return NULL;
}

RefnetDeparture *refnet_departure_new(const RefnetRisks *risks, guint32 person, RefnetDate as_of,
                                      gboolean show_people, GError **error) {
  const RefnetNetwork *network = risks->network;
  const RefnetPersonRisk *risk = find_person(risks, person);
  g_autoptr(RefnetDeparture) departure = g_new0(RefnetDeparture, 1);
  guint32 first;
  departure->services = g_new0(char *, 1);
  if (!(departure->fate = REFNET_TRY_ARRAY(guint8, network->ties, error)) ||
      !(departure->leaves = REFNET_TRY_ARRAY(guint8, network->vertices, error)) ||
      !(departure->is_of = REFNET_TRY_ARRAY(guint8, network->vertices, error)) ||
      !(departure->cut_off = REFNET_TRY_ARRAY(guint8, network->vertices, error)) ||
      !note_places(network, person, as_of, departure, &first, error))
    return NULL;
  departure->who = refnet_words_contact(network->dataset, first, show_people);
  note_ties(risks, risk, departure);
  if (risk)
    note_consequences(network->dataset, risk, departure);
  return g_steal_pointer(&departure);
}

void refnet_departure_free(RefnetDeparture *departure) {
  if (!departure)
    return;
  g_free(departure->who);
  g_free(departure->fate);
  g_free(departure->leaves);
  g_free(departure->is_of);
  g_free(departure->cut_off);
  g_strfreev(departure->services);
  g_free(departure);
}
