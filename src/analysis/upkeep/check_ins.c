/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is due a call, and about what. */
#include <refnet/analysis.h>

#include <stdlib.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "analysis/risks/contacts.h"
#include "base/order.h"

enum { HALF_YEAR = 6 /* months */ };

/* A person at one organization, who may have several rows there. */
typedef struct {
  guint64 organization; /* plus 1, the last one this was filled for */
  guint32 contact;      /* the row that tells most */
  RefnetDate latest;    /* last contact, of all rows */
} Listed;

typedef struct {
  RefnetCheckIns *result;
  RefnetCheckInOptions options;
  Listed *listed; /* by person */
  gsize capacity;
} Search;

static void clear(Search *search) {
  g_free(search->listed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, clear)

static gboolean add(Search *search, const RefnetDue *due, GError **error) {
  RefnetCheckIns *result = search->result;
  gpointer array = result->due;
  if (!refnet_result_grow(&array, result->due_count, &search->capacity, sizeof *due))
    return refnet_result_no_memory(error);
  result->due = array;
  result->due[result->due_count++] = *due;
  result->kind_counts[due->kind]++;
  return TRUE;
}

static gboolean is_closed(const RefnetNetwork *network, guint32 vertex) {
  return refnet_network_organization(network, vertex)->closed;
}

static gboolean is_near(const Search *search, RefnetDate date, guint32 days) {
  return date != REFNET_DATE_UNKNOWN && (gint64)date <= (gint64)search->options.as_of + days;
}

/* ---- contacts -------------------------------------------------------------------------------- */

/* Who has not left, then the later date. */
static gboolean tells_more(const Search *search, guint32 contact, guint32 than) {
  const RefnetContact *contacts = search->result->network->dataset->contacts;
  gboolean has_left = refnet_contact_has_left(&contacts[contact], search->options.as_of);
  if (has_left != refnet_contact_has_left(&contacts[than], search->options.as_of))
    return !has_left;
  return has_left ? contacts[contact].left > contacts[than].left
                  : contacts[contact].last_contact > contacts[than].last_contact;
}

/* The unknown date is the smallest. */
static void list_people(Search *search, guint32 organization) {
  const RefnetDataset *dataset = search->result->network->dataset;
  for (guint32 c = dataset->contact_start[organization];
       c < dataset->contact_start[organization + 1]; c++) {
    const RefnetContact *contact = &dataset->contacts[c];
    Listed *listed = &search->listed[contact->person];
    if (listed->organization != (guint64)organization + 1)
      *listed = (Listed){(guint64)organization + 1, c, contact->last_contact};
    else if (tells_more(search, c, listed->contact))
      listed->contact = c;
    listed->latest = MAX(listed->latest, contact->last_contact);
  }
}

static gboolean add_check_in(Search *search, guint32 vertex, guint32 contact, GError **error) {
  const RefnetContact *who = &search->result->network->dataset->contacts[contact];
  RefnetDate last = search->listed[who->person].latest;
  if (who->line == 0)
    return TRUE;
  search->result->contacts++;
  if (last == REFNET_DATE_UNKNOWN) {
    search->result->contacts_without_date++;
    return TRUE;
  }
  RefnetDate half_year = refnet_date_add_months(who->first_contact, HALF_YEAR);
  gboolean is_new = half_year != REFNET_DATE_UNKNOWN && search->options.as_of < half_year;
  int months = is_new ? 1 : (int)search->options.cadence;
  RefnetDue due = {.kind = REFNET_DUE_CHECK_IN,
                   .vertex = vertex,
                   .partner = REFNET_NONE,
                   .contact = contact,
                   .due = refnet_date_add_months(last, months),
                   .last = last,
                   .first_half_year = is_new};
  return !is_near(search, due.due, search->options.check_in_days) || add(search, &due, error);
}

static gboolean add_successor(Search *search, guint32 vertex, guint32 contact, GError **error) {
  const RefnetNetwork *network = search->result->network;
  const RefnetContact *who = &network->dataset->contacts[contact];
  RefnetDue due = {.kind = REFNET_DUE_SUCCESSOR,
                   .vertex = vertex,
                   .partner = REFNET_NONE,
                   .contact = contact,
                   .due = who->left,
                   .last = who->last_contact,
                   .count = refnet_network_degree(network, vertex)};
  return who->succeeded_by != NULL || add(search, &due, error);
}

static gboolean look_at_contacts(Search *search, guint32 vertex, GError **error) {
  const RefnetNetwork *network = search->result->network;
  const RefnetDataset *dataset = network->dataset;
  guint32 organization = network->organization[vertex];
  list_people(search, organization);
  for (guint32 c = dataset->contact_start[organization];
       c < dataset->contact_start[organization + 1]; c++) {
    if (search->listed[dataset->contacts[c].person].contact != c)
      continue;
    gboolean has_left = refnet_contact_has_left(&dataset->contacts[c], search->options.as_of);
    if (!has_left && !add_check_in(search, vertex, c, error))
      return FALSE;
    if (has_left && !add_successor(search, vertex, c, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean look_at_funding(Search *search, guint32 vertex, GError **error) {
  const RefnetNetwork *network = search->result->network;
  RefnetDate end = refnet_network_organization(network, vertex)->details->funding_end;
  if (!is_near(search, end, search->options.renewal_days) || end < search->options.as_of)
    return TRUE;
  RefnetDue due = {.kind = REFNET_DUE_FUNDING,
                   .vertex = vertex,
                   .partner = REFNET_NONE,
                   .contact = refnet_contact_to_ask(network, REFNET_NONE, vertex, REFNET_NONE,
                                                    search->options.as_of),
                   .due = end,
                   .last = REFNET_DATE_UNKNOWN};
  return add(search, &due, error);
}

/* ---- arcs ------------------------------------------------------------------------------------ */

/* Renewed agreements stand in later rows: the latest date counts. */
static RefnetDate renewal_of(const RefnetNetwork *network, guint64 arc) {
  const RefnetReferrals *referrals = &network->dataset->referrals;
  RefnetDate latest = REFNET_DATE_UNKNOWN;
  for (guint64 i = network->row_start[arc]; i < network->row_start[arc + 1]; i++)
    latest = MAX(latest, refnet_referral_renewal(referrals, network->rows[i]));
  return latest;
}

static RefnetDue due_on_arc(const Search *search, guint64 arc, RefnetDueKind kind) {
  const RefnetNetwork *network = search->result->network;
  guint32 from = network->arc_from[arc], to = network->arc_to[arc];
  return (RefnetDue){
      .kind = kind,
      .vertex = from,
      .partner = to,
      .contact = refnet_contact_to_ask(network, to, from, REFNET_NONE, search->options.as_of),
      .due = REFNET_DATE_UNKNOWN,
      .last = refnet_network_arc_date(network, arc),
      .count = network->arc_count[arc],
      .partner_silent =
          refnet_dataset_answered(network->dataset, network->organization[to]) == REFNET_TRI_NO};
}

static gboolean look_at_arc(Search *search, guint64 arc, GError **error) {
  const RefnetNetwork *network = search->result->network;
  guint32 from = network->arc_from[arc], to = network->arc_to[arc];
  gboolean is_one_way =
      !network->undirected && refnet_network_find_arc(network, to, from) == G_MAXUINT64;
  search->result->one_way_arcs += is_one_way;
  if (is_closed(network, from) || is_closed(network, to))
    return TRUE;
  RefnetDate renewal = renewal_of(network, arc);
  if (is_near(search, renewal, search->options.renewal_days)) {
    RefnetDue due = due_on_arc(search, arc, REFNET_DUE_RENEWAL);
    due.due = renewal;
    if (!add(search, &due, error))
      return FALSE;
  }
  if (!is_one_way)
    return TRUE;
  RefnetDue due = due_on_arc(search, arc, REFNET_DUE_RECIPROCITY);
  return add(search, &due, error);
}

/* ---- the whole ------------------------------------------------------------------------------- */

static int soonest_first(const void *left, const void *right) {
  const RefnetDue *a = left, *b = right;
  gboolean a_dated = a->due != REFNET_DATE_UNKNOWN, b_dated = b->due != REFNET_DATE_UNKNOWN;
  if (a_dated != b_dated)
    return a_dated ? -1 : 1;
  if (a->due != b->due)
    return a->due < b->due ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  if (!a_dated && a->count != b->count)
    return refnet_order(b->count, a->count);
  if (a->vertex != b->vertex)
    return refnet_order(a->vertex, b->vertex);
  if (a->partner != b->partner)
    return refnet_order(a->partner, b->partner);
  return refnet_order(a->contact, b->contact);
}

static gboolean find_due(Search *search, GError **error) {
  RefnetCheckIns *result = search->result;
  search->listed = REFNET_TRY_ARRAY(Listed, result->network->dataset->person_count, error);
  if (!search->listed)
    return FALSE;
  for (guint32 v = 0; v < result->network->vertices; v++)
    if (!is_closed(result->network, v) &&
        (!look_at_contacts(search, v, error) || !look_at_funding(search, v, error)))
      return FALSE;
  for (guint64 a = 0; a < result->network->arcs; a++)
    if (!look_at_arc(search, a, error))
      return FALSE;
  if (result->due_count > 1)
    qsort(result->due, result->due_count, sizeof *result->due, soonest_first);
  return TRUE;
}

RefnetCheckIns *refnet_check_ins_new(const RefnetNetwork *network,
                                     const RefnetCheckInOptions *options, GError **error) {
  if (options->as_of == REFNET_DATE_UNKNOWN || options->cadence == 0) {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "check-ins need a date and a number of months between them");
    return NULL;
  }
  g_autoptr(RefnetCheckIns) result = g_new0(RefnetCheckIns, 1);
  result->network = network;
  result->as_of = options->as_of;
  g_auto(Search) search = {.result = result, .options = *options};
  return find_due(&search, error) ? g_steal_pointer(&result) : NULL;
}

void refnet_check_ins_free(RefnetCheckIns *check_ins) {
  if (!check_ins)
    return;
  g_free(check_ins->due);
  g_free(check_ins);
}
