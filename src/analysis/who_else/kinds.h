/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations that are alike in all that speaks for a candidate but its ties and its place on the
 * map: what is said of one of a kind is said of all. */
#ifndef REFNET_ANALYSIS_WHO_ELSE_KINDS_H
#define REFNET_ANALYSIS_WHO_ELSE_KINDS_H

#include "analysis/who_else/score.h"

G_BEGIN_DECLS

/* What is on record of an organization, whatever it says. */
enum {
  REFNET_HAS_SERVICES = 1 << 0,
  REFNET_HAS_AREAS = 1 << 1,
  REFNET_HAS_POPULATIONS = 1 << 2,
  REFNET_HAS_OFFERS = 1 << 3,
  REFNET_HAS_SEEKS = 1 << 4,
  REFNET_HAS_PLACE = 1 << 5 /* coordinates */
};

/* The same services, areas, populations, offers, seeks, sector and number of nominations, all with
 * coordinates or none, open or closed, allowed or not. */
typedef struct {
  guint32 organization; /* one of them */
  RefnetProfile profile;
  guint8 recorded;    /* set of REFNET_HAS_… */
  gboolean candidate; /* not closed */
  gboolean allowed;   /* may be suggested */
  guint32 nominations;
  guint32 group;
} RefnetKind;

/* Kinds of one sector with the same on record, whatever it says: there may be as many kinds as
 * organizations, but groups are few. */
typedef struct {
  guint32 sector;
  guint8 recorded;
  gboolean candidate, allowed;
  guint32 members;
  guint32 most_services, most_nominations; /* of any kind in it */
} RefnetKindGroup;

typedef struct {
  const RefnetNetwork *network;
  RefnetKind *kinds;
  guint32 count;
  guint32 *kind_of; /* by vertex */
  GArray *groups;   /* of RefnetKindGroup */
  guint32 *start;   /* by kind, and one past: its vertices are member[start[k]] …, rising */
  guint32 *member;
} RefnetKinds;

/* `allowed` is by vertex. NULL with REFNET_ERROR_INTERNAL without memory. O(n + length of lists).
 */
RefnetKinds *refnet_kinds_new(const RefnetNetwork *network, const RefnetNamed *named,
                              const guint8 *allowed, GError **error);
void refnet_kinds_free(RefnetKinds *kinds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetKinds, refnet_kinds_free)

G_END_DECLS

#endif
