/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What becomes of a tie when those who hold it leave, and how likely that is. */
#include "analysis/risks/holders.h"

#include <math.h>

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
