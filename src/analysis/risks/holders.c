/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who holds a tie, and how likely each is to leave. */
#include "analysis/risks/holders.h"

#include <math.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/result.h"
#include "analysis/risks/contacts.h"
#include "base/order.h"
#include "base/parallel.h"
#include "model/network/arc_cursor.h"

enum { TIES_FOR_A_THREAD = 20000 };

/* ---- people ---------------------------------------------------------------------------------- */

static double chance_of_leaving(double turnover, RefnetDate last_contact, RefnetDate as_of) {
  double years = 0;
  if (last_contact != REFNET_DATE_UNKNOWN && as_of != REFNET_DATE_UNKNOWN)
    years = MAX(0, ((double)as_of - last_contact) / 365.25);
  return 1 - pow(1 - turnover, years + 1);
}

static gboolean judge_people(RefnetHolders *holders, const double *turnover, RefnetDate as_of,
                             GError **error) {
  const RefnetDataset *dataset = holders->network->dataset;
  g_autofree RefnetDate *latest = REFNET_TRY_ARRAY(RefnetDate, dataset->person_count, error);
  if (!latest || !(holders->leaving = REFNET_TRY_ARRAY(double, dataset->person_count, error)))
    return FALSE;
  for (guint32 p = 0; p < dataset->person_count; p++)
    latest[p] = REFNET_DATE_UNKNOWN;
  /* The unknown date is the smallest. */
  for (guint32 c = 0; c < dataset->contact_count; c++) {
    const RefnetContact *contact = &dataset->contacts[c];
    double *highest = &holders->leaving[contact->person];
    latest[contact->person] = MAX(latest[contact->person], contact->last_contact);
    if (!holders->gone[c])
      *highest = MAX(*highest, turnover[contact->organization]);
  }
  for (guint32 p = 0; p < dataset->person_count; p++)
    holders->leaving[p] = chance_of_leaving(holders->leaving[p], latest[p], as_of);
  return TRUE;
}

/* ---- holders of an end ----------------------------------------------------------------------- */

static guint64 arc_rows(const RefnetNetwork *network, guint64 arc) {
  return network->row_start[arc + 1] - network->row_start[arc];
}

/* Appends the contacts that `column` names in the rows of `arc`. */
static gsize append_named(const RefnetNetwork *network, guint64 arc, const guint32 *column,
                          guint32 *contacts, gsize length) {
  if (arc == G_MAXUINT64)
    return length;
  for (guint64 r = network->row_start[arc]; r < network->row_start[arc + 1]; r++)
    if (column[network->rows[r]] != REFNET_NONE)
      contacts[length++] = column[network->rows[r]];
  return length;
}

/* As refnet_holders_listed, for the arcs from here to there and back; G_MAXUINT64: there is none.
 */
static gsize list_end(const RefnetNetwork *network, guint32 here, guint64 there, guint64 back,
                      guint32 *contacts, gboolean *named) {
  const RefnetDataset *dataset = network->dataset;
  const guint32 *from = dataset->referrals.from_contact, *to = dataset->referrals.to_contact;
  gsize length = from ? append_named(network, there, from, contacts, 0) : 0;
  if (to)
    length = append_named(network, back, to, contacts, length);
  *named = length > 0;
  if (*named)
    return length;
  guint32 organization = network->organization[here];
  for (guint32 c = dataset->contact_start[organization];
       c < dataset->contact_start[organization + 1]; c++)
    contacts[length++] = c;
  return length;
}

gsize refnet_holders_listed(const RefnetNetwork *network, guint32 here, guint32 there,
                            guint32 *contacts, gboolean *named) {
  return list_end(network, here, refnet_network_find_arc(network, here, there),
                  refnet_network_find_arc(network, there, here), contacts, named);
}

/* The rows of an arc and of its reverse are twice those of the fullest arc at most. */
guint64 refnet_holders_most_listed(const RefnetNetwork *network) {
  const RefnetDataset *dataset = network->dataset;
  guint64 most = 0;
  for (guint64 a = 0; a < network->arcs; a++)
    most = MAX(most, 2 * arc_rows(network, a));
  for (guint32 o = 0; o < dataset->organization_count; o++)
    most = MAX(most, (guint64)dataset->contact_start[o + 1] - dataset->contact_start[o]);
  return most;
}

/* Turns contacts into the people among them who are not gone, a set; returns its length. */
static gsize people_there(const RefnetHolders *holders, guint32 *contacts, gsize length) {
  gsize people = 0;
  for (gsize i = 0; i < length; i++)
    if (!holders->gone[contacts[i]])
      contacts[people++] = holders->network->dataset->contacts[contacts[i]].person;
  return refnet_sort_distinct(contacts, people);
}

/* Half of the ties, their holders found in a thread of its own. */
typedef struct {
  RefnetHolders *holders;
  guint64 first, end; /* ties */
  guint32 *scratch;   /* contacts of an end */
  guint32 *person;    /* as in holders, from the first tie on */
  guint64 length, room;
  guint64 out, in; /* places of arcs from and to the organization at hand */
  gboolean complete;
} Half;

static void half_clear(Half *half) {
  g_free(half->scratch);
  g_free(half->person);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Half, half_clear)

/* Makes room for `more` people, twice as many as before at least. */
static gboolean make_room(Half *half, gsize more) {
  if (half->length + more <= half->room)
    return TRUE;
  guint64 room = MAX(half->length + more, 2 * half->room);
  guint32 *person = g_try_realloc_n(half->person, room, sizeof *person);
  if (!person)
    return FALSE;
  half->person = person;
  half->room = room;
  return TRUE;
}

static gboolean visit_end(Half *half, guint64 end, guint32 here, guint64 there, guint64 back) {
  RefnetHolders *holders = half->holders;
  gboolean named;
  gsize length = list_end(holders->network, here, there, back, half->scratch, &named);
  holders->known[end] = length > 0;
  length = people_there(holders, half->scratch, length);
  if (!make_room(half, length))
    return FALSE;
  if (length > 0)
    memcpy(half->person + half->length, half->scratch, length * sizeof *half->scratch);
  half->length += length;
  holders->start[end + 1] = half->length;
  return TRUE;
}

/* half->complete is FALSE when memory ran out. */
static void visit_ties(gpointer work, guint number) {
  Half *const *halves = work;
  Half *half = halves[number];
  const RefnetNetwork *network = half->holders->network;
  RefnetArcCursor cursor = {0, 0};
  guint64 there, back;
  for (guint64 t = half->first; t < half->end; t++) {
    refnet_arcs_between(network, network->tie_a[t], network->tie_b[t], &cursor, &there, &back);
    if (!visit_end(half, 2 * t, network->tie_a[t], there, back) ||
        !visit_end(half, 2 * t + 1, network->tie_b[t], back, there))
      return;
  }
  half->complete = TRUE;
}

/* Puts the holders of the second half behind those of the first. */
static gboolean join_halves(RefnetHolders *holders, Half *first, const Half *second,
                            GError **error) {
  guint64 length = first->length + second->length;
  guint32 *person = g_try_realloc_n(first->person, MAX(length, 1), sizeof *person);
  if (!person)
    return refnet_result_no_memory(error);
  first->person = NULL;
  holders->person = person;
  if (second->length > 0)
    memcpy(person + first->length, second->person, second->length * sizeof *person);
  for (guint64 end = 2 * second->first; end < 2 * second->end; end++)
    holders->start[end + 1] += first->length;
  return TRUE;
}

static gboolean find_holders(RefnetHolders *holders, GError **error) {
  guint64 ties = holders->network->ties, most = refnet_holders_most_listed(holders->network);
  g_auto(Half) first = {.holders = holders, .end = ties / 2};
  g_auto(Half) second = {.holders = holders, .first = ties / 2, .end = ties};
  Half *halves[] = {&first, &second};
  if (!(holders->start = REFNET_TRY_ARRAY(guint64, 2 * ties + 1, error)) ||
      !(holders->known = REFNET_TRY_ARRAY(guint8, 2 * ties, error)) ||
      !(first.scratch = REFNET_TRY_ARRAY(guint32, most, error)) ||
      !(second.scratch = REFNET_TRY_ARRAY(guint32, most, error)))
    return FALSE;
  refnet_do_halves(visit_ties, halves, ties >= TIES_FOR_A_THREAD ? g_get_num_processors() : 1);
  if (!first.complete || !second.complete)
    return refnet_result_no_memory(error);
  if (!join_halves(holders, &first, &second, error))
    return FALSE;
  for (guint64 end = 0; end < 2 * ties; end += 2)
    holders->largest = MAX(holders->largest, holders->start[end + 2] - holders->start[end]);
  return TRUE;
}

/* The ends of each person, by counting. */
static gboolean invert(RefnetHolders *holders, GError **error) {
  guint32 people = holders->network->dataset->person_count;
  guint64 ends = 2 * holders->network->ties;
  g_autofree guint64 *cursor = REFNET_TRY_ARRAY(guint64, people, error);
  if (!cursor || !(holders->held_start = REFNET_TRY_ARRAY(guint64, (guint64)people + 1, error)) ||
      !(holders->held = REFNET_TRY_ARRAY(guint64, holders->start[ends], error)))
    return FALSE;
  for (guint64 i = 0; i < holders->start[ends]; i++)
    holders->held_start[holders->person[i] + 1]++;
  for (guint32 p = 0; p < people; p++) {
    cursor[p] = holders->held_start[p];
    holders->held_start[p + 1] += holders->held_start[p];
  }
  for (guint64 end = 0; end < ends; end++)
    for (guint64 i = holders->start[end]; i < holders->start[end + 1]; i++)
      holders->held[cursor[holders->person[i]]++] = end;
  return TRUE;
}

RefnetHolders *refnet_holders_new(const RefnetNetwork *network, const double *turnover,
                                  RefnetDate as_of, GError **error) {
  g_autoptr(RefnetHolders) holders = g_new0(RefnetHolders, 1);
  holders->network = network;
  if (!(holders->gone = refnet_contacts_gone(network->dataset, as_of, error)) ||
      !judge_people(holders, turnover, as_of, error) || !find_holders(holders, error) ||
      !invert(holders, error))
    return NULL;
  return g_steal_pointer(&holders);
}

void refnet_holders_free(RefnetHolders *holders) {
  if (!holders)
    return;
  g_free(holders->start);
  g_free(holders->person);
  g_free(holders->known);
  g_free(holders->gone);
  g_free(holders->leaving);
  g_free(holders->held_start);
  g_free(holders->held);
  g_free(holders);
}
