/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who holds a tie: the people who stand at its ends, how likely each is to leave, and what becomes
 * of the tie when they do. */
#ifndef REFNET_ANALYSIS_RISKS_HOLDERS_H
#define REFNET_ANALYSIS_RISKS_HOLDERS_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* End 2t of tie t is at tie_a[t], end 2t + 1 at tie_b[t].
 *
 * The holders of an end are the people named there in any row of the tie, or, when none is named,
 * all contacts of the organization. Of these, the ones who have left that organization by as_of
 * hold nothing any more (they may go on to hold ties elsewhere); an end whose holders all left is
 * without a contact. */
typedef struct {
  const RefnetNetwork *network;
  guint64 *start; /* by end, and one past: holders are person[start[e]] … person[start[e+1] − 1] */
  guint32 *person; /* rising, each once, not gone */
  guint8 *known;   /* by end: somebody is listed there, gone or not */

  guint8 *gone;    /* by contact: the person has left that organization altogether */
  double *leaving; /* by person: chance p_h of leaving within a year from as_of */

  guint64 *held_start; /* by person, and one past: the other way round … */
  guint64 *held;       /* … ends, rising */
  gsize largest;       /* holders of the two ends of a tie together, at most */
} RefnetHolders;

/* `turnover` is yearly, 0 … 1, by organization; the highest of the places that a person has not
 * left counts. A person whose last contact was t years before as_of has left by a year from as_of
 * with 1 − (1 − turnover)^(t+1); t is taken from the latest date at any of the person's places, 0
 * when there is none, it lies ahead, or as_of is unknown. O(rows log + holders). */
RefnetHolders *refnet_holders_new(const RefnetNetwork *network, const double *turnover,
                                  RefnetDate as_of, GError **error);
void refnet_holders_free(RefnetHolders *holders);

typedef enum {
  REFNET_TIE_UNKNOWN, /* no contact listed at an end */
  REFNET_TIE_LOST,    /* all contacts at an end have left */
  REFNET_TIE_HELD
} RefnetTieState;

/* UNKNOWN goes before LOST: with nobody listed at one end, nothing is known of the tie. O(1). */
RefnetTieState refnet_holders_state(const RefnetHolders *holders, guint64 tie);

/* q, the chance that an end of the tie is without a contact a year from as_of: P_A + P_B − P_(A∪B),
 * P_X the product of the p_h of those at X. 1 when LOST, NaN when UNKNOWN. O(holders). */
double refnet_holders_loss(const RefnetHolders *holders, guint64 tie);

/* The chances that everybody at each end leaves, and that all of both do: P_A and P_B into ends[0]
 * and ends[1], P_(A∪B) into *both; 1 for a set of nobody. O(holders). */
void refnet_holders_products(const RefnetHolders *holders, guint64 tie, double ends[2],
                             double *both);

/* The contacts listed at the end of a tie that is at `here`, gone or not: those named there in the
 * tie's rows, then *named is TRUE, else all of the organization. `contacts` has room for
 * refnet_holders_most_listed; they may repeat. Returns how many. O(rows of the tie + contacts). */
gsize refnet_holders_listed(const RefnetNetwork *network, guint32 here, guint32 there,
                            guint32 *contacts, gboolean *named);
guint64 refnet_holders_most_listed(const RefnetNetwork *network);

enum { REFNET_AT_A = 1, REFNET_AT_B = 2 };

/* One person's part in one tie. */
typedef struct {
  guint32 person;
  guint8 ends;       /* REFNET_AT_A, REFNET_AT_B or both: where the person stands */
  gboolean last;     /* nobody else is left at one of these ends */
  double importance; /* q if the person leaves − q if the person stays (Birnbaum 1969) */
} RefnetPart;

/* Fills `parts` (room for holders->largest) with those who hold the tie and are not `removed` (by
 * person, NULL: nobody is), by number; returns how many. `products` is room for 3 · (largest + 1)
 * reals. Importance is that of a tie whose ends are both known. O(holders). */
gsize refnet_holders_parts(const RefnetHolders *holders, guint64 tie, const guint8 *removed,
                           double *products, RefnetPart *parts);

/* By end: the only person left who holds it, or REFNET_NONE: nobody, or more than one, or a tie
 * that is lost in any case. */
guint32 refnet_holders_last(const RefnetHolders *holders, guint64 end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetHolders, refnet_holders_free)

G_END_DECLS

#endif
