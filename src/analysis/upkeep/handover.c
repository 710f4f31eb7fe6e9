/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one person has to hand over, to whom and by when. */
#include <refnet/analysis.h>

#include <stdlib.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "analysis/risks/contacts.h"
#include "analysis/risks/holders.h"

enum { DAYS_WHEN_LAST = 30, DAYS_OTHERWISE = 90 };

/* ---- who is meant ---------------------------------------------------------------------------- */

static const char *label_of(const RefnetDataset *dataset, guint32 contact) {
  return refnet_organization_label(
      &dataset->organizations[dataset->contacts[contact].organization]);
}

static guint32 refuse_ambiguous(const RefnetDataset *dataset, const char *text, guint32 first,
                                guint32 second, GError **error) {
  g_set_error(
      error, REFNET_ERROR, REFNET_ERROR_USAGE,
      "more than one person is called \"%s\", one at %s, one at %s; give an e-mail address, "
      "an id, or \"contact %u of %u at %s\"",
      text, label_of(dataset, first), label_of(dataset, second),
      first - dataset->contact_start[dataset->contacts[first].organization] + 1,
      dataset->contact_start[dataset->contacts[first].organization + 1] -
          dataset->contact_start[dataset->contacts[first].organization],
      label_of(dataset, first));
  return REFNET_NONE;
}

/* The number that `text` begins with, which is moved past it. */
static gboolean read_number(const char **text, guint64 *number) {
  char *end;
  if (!g_ascii_isdigit(**text))
    return FALSE;
  *number = g_ascii_strtoull(*text, &end, 10);
  *text = end;
  return TRUE;
}

static gboolean skip(const char **text, const char *words) {
  if (!g_str_has_prefix(*text, words))
    return FALSE;
  *text += strlen(words);
  return TRUE;
}

/* "contact 1 of 2 at ORG", as results say it; REFNET_NONE when it is something else. */
static guint32 find_by_place(const RefnetDataset *dataset, const char *text) {
  guint64 place, of;
  if (!(skip(&text, "contact ") || skip(&text, "Contact ")) || !read_number(&text, &place) ||
      !skip(&text, " of ") || !read_number(&text, &of) || !skip(&text, " at "))
    return REFNET_NONE;
  guint32 organization = refnet_dataset_find(dataset, text, NULL);
  if (organization == REFNET_NONE)
    return REFNET_NONE;
  guint32 first = dataset->contact_start[organization];
  guint32 there = dataset->contact_start[organization + 1] - first;
  if (of != there || place < 1 || place > there)
    return REFNET_NONE;
  return dataset->contacts[first + place - 1].person;
}

guint32 refnet_dataset_find_person(const RefnetDataset *dataset, const char *text, GError **error) {
  g_autofree char *fold = refnet_text_fold(text);
  guint32 found = REFNET_NONE;
  for (guint32 c = 0; c < dataset->contact_count && *fold; c++) {
    if (!refnet_contact_is_called(&dataset->contacts[c], fold))
      continue;
    if (found != REFNET_NONE && dataset->contacts[found].person != dataset->contacts[c].person)
      return refuse_ambiguous(dataset, text, found, c, error);
    found = found == REFNET_NONE ? c : found;
  }
  if (found != REFNET_NONE)
    return dataset->contacts[found].person;
  guint32 person = find_by_place(dataset, text);
  if (person == REFNET_NONE)
    g_set_error(
        error, REFNET_ERROR, REFNET_ERROR_USAGE,
        "nobody in contacts.csv is called \"%s\"; give a name, an e-mail address, an id, or "
        "\"contact 1 of 2 at ORG\"",
        text);
  return person;
}

/* ---- one relationship ------------------------------------------------------------------------ */

typedef struct {
  RefnetHandover *result;
  guint8 *gone;    /* by contact */
  guint32 *listed; /* contacts at an end */
  gsize capacity;
} Search;

static void clear(Search *search) {
  g_free(search->gone);
  g_free(search->listed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, clear)

static guint32 person_of(const Search *search, guint32 contact) {
  return search->result->network->dataset->contacts[contact].person;
}

/* The contact whom succeeded_by names, when listed there and not gone, and the place is open. */
static guint32 find_successor(const Search *search, guint32 contact) {
  const RefnetDataset *dataset = search->result->network->dataset;
  const RefnetContact *leaver = &dataset->contacts[contact];
  if (!leaver->succeeded_by || dataset->organizations[leaver->organization].closed)
    return REFNET_NONE;
  g_autofree char *fold = refnet_text_fold(leaver->succeeded_by);
  for (guint32 c = dataset->contact_start[leaver->organization];
       c < dataset->contact_start[leaver->organization + 1]; c++)
    if (!search->gone[c] && dataset->contacts[c].person != leaver->person &&
        refnet_contact_is_called(&dataset->contacts[c], fold))
      return c;
  return REFNET_NONE;
}

static RefnetDate next_renewal(const Search *search, guint32 from, guint32 to, RefnetDate next) {
  const RefnetNetwork *network = search->result->network;
  guint64 arc = refnet_network_find_arc(network, from, to);
  if (arc == G_MAXUINT64)
    return next;
  for (guint64 i = network->row_start[arc]; i < network->row_start[arc + 1]; i++) {
    RefnetDate date = refnet_referral_renewal(&network->dataset->referrals, network->rows[i]);
    if (date >= search->result->as_of && (next == REFNET_DATE_UNKNOWN || date < next))
      next = date;
  }
  return next;
}

static void add_arc(const RefnetNetwork *network, guint32 from, guint32 to,
                    RefnetHandoverStep *step) {
  guint64 arc = refnet_network_find_arc(network, from, to);
  if (arc == G_MAXUINT64)
    return;
  step->referrals += network->arc_count[arc];
  step->latest = MAX(step->latest, refnet_network_arc_date(network, arc));
}

static RefnetDate due_by(const Search *search, const RefnetHandoverStep *step,
                         const RefnetContact *leaver) {
  RefnetDate as_of = search->result->as_of;
  RefnetDate by = as_of + (step->is_last ? DAYS_WHEN_LAST : DAYS_OTHERWISE);
  if (leaver->left != REFNET_DATE_UNKNOWN)
    by = MAX(leaver->left, as_of);
  return step->renewal != REFNET_DATE_UNKNOWN ? MIN(by, step->renewal) : by;
}

static RefnetHandoverStep step_of(const Search *search, guint32 contact, guint64 tie,
                                  guint32 vertex, guint32 partner, gboolean is_last) {
  const RefnetHandover *result = search->result;
  const RefnetNetwork *network = result->network;
  RefnetHandoverStep step = {
      .tie = tie,
      .vertex = vertex,
      .partner = partner,
      .colleague = find_successor(search, contact),
      .is_last = is_last,
      .latest = REFNET_DATE_UNKNOWN,
      .partner_contact =
          refnet_contact_to_ask(network, vertex, partner, result->person, result->as_of),
      .renewal = next_renewal(search, vertex, partner,
                              next_renewal(search, partner, vertex, REFNET_DATE_UNKNOWN)),
  };
  step.is_successor = step.colleague != REFNET_NONE;
  if (!step.is_successor && !refnet_network_organization(network, vertex)->closed)
    step.colleague = refnet_contact_to_ask(network, partner, vertex, result->person, result->as_of);
  add_arc(network, vertex, partner, &step);
  add_arc(network, partner, vertex, &step);
  step.by = due_by(search, &step, &network->dataset->contacts[contact]);
  return step;
}

static gboolean look_at_tie(Search *search, guint32 contact, guint64 tie, guint32 vertex,
                            guint32 partner, GError **error) {
  RefnetHandover *result = search->result;
  gboolean is_named, holds = FALSE, is_last = TRUE;
  gsize length = refnet_holders_listed(result->network, vertex, partner, search->listed, &is_named);
  for (gsize i = 0; i < length; i++) {
    gboolean is_same = person_of(search, search->listed[i]) == result->person;
    holds = holds || is_same;
    is_last = is_last && (is_same || search->gone[search->listed[i]]);
  }
  if (!holds || (search->gone[contact] && !is_named && !is_last))
    return TRUE;
  gpointer steps = result->steps;
  if (!refnet_result_grow(&steps, result->step_count, &search->capacity, sizeof *result->steps))
    return refnet_result_no_memory(error);
  result->steps = steps;
  result->steps[result->step_count++] = step_of(search, contact, tie, vertex, partner, is_last);
  return TRUE;
}

/* ---- all of them ----------------------------------------------------------------------------- */

static gboolean look_at_place(Search *search, guint32 contact, GError **error) {
  const RefnetNetwork *network = search->result->network;
  guint32 vertex = network->vertex[network->dataset->contacts[contact].organization];
  if (vertex == REFNET_NONE)
    return TRUE;
  for (guint64 i = network->tie_start[vertex]; i < network->tie_start[vertex + 1]; i++)
    if (!refnet_network_organization(network, network->neighbor[i])->closed &&
        !look_at_tie(search, contact, network->tie_of[i], vertex, network->neighbor[i], error))
      return FALSE;
  return TRUE;
}

static int most_pressing_first(const void *left, const void *right) {
  const RefnetHandoverStep *a = left, *b = right;
  if (a->is_last != b->is_last)
    return a->is_last ? -1 : 1;
  if (a->by != b->by)
    return a->by < b->by ? -1 : 1;
  if (a->referrals != b->referrals)
    return a->referrals > b->referrals ? -1 : 1;
  if (a->vertex != b->vertex)
    return a->vertex < b->vertex ? -1 : 1;
  return a->partner < b->partner ? -1 : a->partner > b->partner;
}

static gboolean find_steps(Search *search, GError **error) {
  RefnetHandover *result = search->result;
  const RefnetDataset *dataset = result->network->dataset;
  guint32 organization = REFNET_NONE;
  if (!(search->gone = refnet_contacts_gone(dataset, result->as_of, error)) ||
      !(search->listed =
            REFNET_TRY_ARRAY(guint32, refnet_holders_most_listed(result->network), error)))
    return FALSE;
  for (guint32 c = 0; c < dataset->contact_count; c++) {
    if (dataset->contacts[c].person != result->person)
      continue;
    if (organization == REFNET_NONE)
      result->contact = c;
    /* Two places at one organization follow each other; one is enough. */
    if (dataset->contacts[c].organization != organization && !look_at_place(search, c, error))
      return FALSE;
    organization = dataset->contacts[c].organization;
  }
  if (result->step_count > 1)
    qsort(result->steps, result->step_count, sizeof *result->steps, most_pressing_first);
  return TRUE;
}

RefnetHandover *refnet_handover_new(const RefnetNetwork *network, guint32 person, RefnetDate as_of,
                                    GError **error) {
  if (as_of == REFNET_DATE_UNKNOWN) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE, "a handover needs a date");
    return NULL;
  }
  g_autoptr(RefnetHandover) result = g_new0(RefnetHandover, 1);
  result->network = network;
  result->person = person;
  result->as_of = as_of;
  g_auto(Search) search = {.result = result};
  return find_steps(&search, error) ? g_steal_pointer(&result) : NULL;
}

void refnet_handover_free(RefnetHandover *handover) {
  if (!handover)
    return;
  g_free(handover->steps);
  g_free(handover);
}
