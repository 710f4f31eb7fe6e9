/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a map shows of a person's leaving: which relationships, organizations and services go. */
#ifndef REFNET_DRAW_SIGNS_DEPARTURE_H
#define REFNET_DRAW_SIGNS_DEPARTURE_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* What becomes of a relationship. */
typedef enum {
  REFNET_TIE_STAYS,
  REFNET_TIE_GOES,        /* an end is left without a listed contact */
  REFNET_TIE_GONE_ALREADY /* everybody listed at an end has left before */
} RefnetTieFate;

typedef struct {
  char *who;       /* "contact 1 of 2 at ORG", or the name */
  guint8 *fate;    /* RefnetTieFate, by tie */
  guint8 *leaves;  /* by vertex: one listed contact fewer there */
  guint8 *is_of;   /* by vertex: the person is listed there */
  guint8 *cut_off; /* by vertex: no route through listed contacts to the rest */
  guint32 ties_held, ties_going, ties_gone;
  guint32 organizations_cut_off; /* REFNET_NONE: not worked out, in a very large network */
  char **services; /* "dental care in Lakeshore": no recorded route leads there any more */
} RefnetDeparture;

/* `person` leaves the organizations of the network and nobody else does. REFNET_ERROR_INTERNAL when
 * memory runs out. O(n + ties + contacts). */
RefnetDeparture *refnet_departure_new(const RefnetRisks *risks, guint32 person, RefnetDate as_of,
                                      gboolean show_people, GError **error);
void refnet_departure_free(RefnetDeparture *departure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDeparture, refnet_departure_free)

G_END_DECLS

#endif
