/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who holds a tie, and how likely it is to be left without a contact. */
#include "analysis/risks/holders.h"

#include <math.h>
#include <string.h>

#include "analysis/risks/contacts.h"
#include "analysis/memory.h"
#include "analysis/result.h"
#include "base/order.h"

/* ---- people --------------------------------------------------------------------------------- */

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

/* ---- holders of an end ---------------------------------------------------------------------- */

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

gsize refnet_holders_listed(const RefnetNetwork *network, guint32 here, guint32 there,
                            guint32 *contacts, gboolean *named) {
  const RefnetDataset *dataset = network->dataset;
  const guint32 *from = dataset->referrals.from_contact, *to = dataset->referrals.to_contact;
  gsize length = 0;
  if (from)
    length =
        append_named(network, refnet_network_find_arc(network, here, there), from, contacts, 0);
  if (to)
    length =
        append_named(network, refnet_network_find_arc(network, there, here), to, contacts, length);
  *named = length > 0;
  if (*named)
    return length;
  guint32 organization = network->organization[here];
  for (guint32 c = dataset->contact_start[organization];
       c < dataset->contact_start[organization + 1]; c++)
    contacts[length++] = c;
  return length;
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

/* Makes room for `wanted` people, twice as many as before at least. */
static gboolean make_room(RefnetHolders *holders, guint64 wanted, guint64 *room, GError **error) {
  if (wanted <= *room)
    return TRUE;
  *room = MAX(wanted, 2 * *room);
  guint32 *person = g_try_realloc_n(holders->person, *room, sizeof *person);
  if (!person)
    return refnet_result_no_memory(error);
  holders->person = person;
  return TRUE;
}

static gboolean visit_ends(RefnetHolders *holders, guint32 *scratch, GError **error) {
  const RefnetNetwork *network = holders->network;
  guint64 room = 0;
  for (guint64 end = 0; end < 2 * network->ties; end++) {
    guint32 a = network->tie_a[end / 2], b = network->tie_b[end / 2];
    gboolean named;
    gsize length =
        refnet_holders_listed(network, end % 2 ? b : a, end % 2 ? a : b, scratch, &named);
    holders->known[end] = length > 0;
    length = people_there(holders, scratch, length);
    holders->start[end + 1] = holders->start[end] + length;
    if (!make_room(holders, holders->start[end + 1], &room, error))
      return FALSE;
    if (length > 0)
      memcpy(holders->person + holders->start[end], scratch, length * sizeof *scratch);
  }
  return TRUE;
}

static gboolean find_holders(RefnetHolders *holders, GError **error) {
  guint64 ends = 2 * holders->network->ties;
  g_autofree guint32 *scratch =
      REFNET_TRY_ARRAY(guint32, refnet_holders_most_listed(holders->network), error);
  if (!scratch || !(holders->start = REFNET_TRY_ARRAY(guint64, ends + 1, error)) ||
      !(holders->known = REFNET_TRY_ARRAY(guint8, ends, error)) ||
      !visit_ends(holders, scratch, error))
    return FALSE;
  for (guint64 end = 0; end < ends; end += 2)
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

/* ---- what becomes of a tie ------------------------------------------------------------------ */

RefnetTieState refnet_holders_state(const RefnetHolders *holders, guint64 tie) {
  const guint64 *start = holders->start + 2 * tie;
  if (!holders->known[2 * tie] || !holders->known[2 * tie + 1])
    return REFNET_TIE_UNKNOWN;
  return start[0] == start[1] || start[1] == start[2] ? REFNET_TIE_LOST : REFNET_TIE_HELD;
}

/* Steps through the union of both ends' holders, by number. */
typedef struct {
  const guint32 *person;
  guint64 a, a_end, b, b_end;
} Union;

static Union union_of(const RefnetHolders *holders, guint64 tie) {
  const guint64 *start = holders->start + 2 * tie;
  return (Union){holders->person, start[0], start[1], start[1], start[2]};
}

static gboolean union_next(Union *both, guint32 *person, gboolean *at_a, gboolean *at_b) {
  guint32 a = both->a < both->a_end ? both->person[both->a] : REFNET_NONE;
  guint32 b = both->b < both->b_end ? both->person[both->b] : REFNET_NONE;
  *person = MIN(a, b);
  if (*person == REFNET_NONE)
    return FALSE;
  *at_a = a == *person;
  *at_b = b == *person;
  both->a += *at_a;
  both->b += *at_b;
  return TRUE;
}

void refnet_holders_products(const RefnetHolders *holders, guint64 tie, double ends[2],
                             double *both) {
  Union holding = union_of(holders, tie);
  guint32 person;
  gboolean at_a, at_b;
  ends[0] = ends[1] = *both = 1;
  while (union_next(&holding, &person, &at_a, &at_b)) {
    double leaving = holders->leaving[person];
    *both *= leaving;
    ends[0] *= at_a ? leaving : 1;
    ends[1] *= at_b ? leaving : 1;
  }
}

double refnet_holders_loss(const RefnetHolders *holders, guint64 tie) {
  switch (refnet_holders_state(holders, tie)) {
  case REFNET_TIE_UNKNOWN:
    return NAN;
  case REFNET_TIE_LOST:
    return 1;
  default:
    break;
  }
  double ends[2], both;
  refnet_holders_products(holders, tie, ends, &both);
  return ends[0] + ends[1] - both;
}

/* Those who hold the tie and are not removed, with their ends alone; `count` is by end. */
static gsize list_parts(const RefnetHolders *holders, guint64 tie, const guint8 *removed,
                        RefnetPart *parts, gsize count[2]) {
  Union both = union_of(holders, tie);
  gsize length = 0;
  guint32 person;
  gboolean at_a, at_b;
  count[0] = count[1] = 0;
  while (union_next(&both, &person, &at_a, &at_b)) {
    if (removed && removed[person])
      continue;
    guint8 ends = (guint8)((at_a ? REFNET_AT_A : 0) | (at_b ? REFNET_AT_B : 0));
    parts[length++] = (RefnetPart){.person = person, .ends = ends};
    count[0] += at_a;
    count[1] += at_b;
  }
  return length;
}

/* Multiplies the products over A, B and A∪B by the chance of one more person. */
static void extend(const RefnetHolders *holders, const RefnetPart *part, const double products[3],
                   double extended[3]) {
  double leaving = holders->leaving[part->person];
  extended[0] = products[0] * (part->ends & REFNET_AT_A ? leaving : 1);
  extended[1] = products[1] * (part->ends & REFNET_AT_B ? leaving : 1);
  extended[2] = products[2] * leaving;
}

/* importance = [at A] P_(A\h) + [at B] P_(B\h) − P_(A∪B\h). Products without one member come from
 * those before and after it, for dividing fails where p_h is 0. */
gsize refnet_holders_parts(const RefnetHolders *holders, guint64 tie, const guint8 *removed,
                           double *products, RefnetPart *parts) {
  gsize count[2];
  gsize length = list_parts(holders, tie, removed, parts, count);
  double(*after)[3] = (double(*)[3])products;
  after[length][0] = after[length][1] = after[length][2] = 1;
  for (gsize i = length; i-- > 0;)
    extend(holders, &parts[i], after[i + 1], after[i]);
  double before[3] = {1, 1, 1};
  for (gsize i = 0; i < length; i++) {
    RefnetPart *part = &parts[i];
    gboolean at_a = (part->ends & REFNET_AT_A) != 0, at_b = (part->ends & REFNET_AT_B) != 0;
    const double *rest = after[i + 1];
    part->last = (at_a && count[0] == 1) || (at_b && count[1] == 1);
    part->importance =
        (at_a ? before[0] * rest[0] : 0) + (at_b ? before[1] * rest[1] : 0) - before[2] * rest[2];
    extend(holders, part, before, before);
  }
  return length;
}

guint32 refnet_holders_last(const RefnetHolders *holders, guint64 end) {
  gboolean is_alone = holders->start[end + 1] - holders->start[end] == 1;
  if (!is_alone || refnet_holders_state(holders, end / 2) == REFNET_TIE_LOST)
    return REFNET_NONE;
  return holders->person[holders->start[end]];
}
