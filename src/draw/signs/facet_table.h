/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The columns and measures that every map can show, by name. */
#ifndef REFNET_DRAW_SIGNS_FACET_TABLE_H
#define REFNET_DRAW_SIGNS_FACET_TABLE_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* What a facet is made from: groups, then figures. */
typedef enum {
  REFNET_FACET_BY_VALUE, /* of a vocabulary, or an area */
  REFNET_FACET_BY_TEXT,
  REFNET_FACET_BY_COMMUNITY,
  REFNET_FACET_BY_ROLE,
  REFNET_FACET_BY_CAPACITY,
  REFNET_FACET_BY_DEGREE,
  REFNET_FACET_BY_COUNT, /* referrals in both directions */
  REFNET_FACET_BY_MEASURE
} RefnetFacetSource;

/* In place of a vocabulary: the areas. */
#define REFNET_FACET_AREAS G_MAXSIZE
/* A list of more than one: the group after all others. */
#define REFNET_FACET_SEVERAL (REFNET_NONE - 1)

typedef struct {
  const char *name, *title;
  RefnetFacetSource source;
  gsize vocabulary; /* BY_VALUE: where in the dataset */
  guint32 (*group)(const RefnetDataset *dataset, guint32 organization);
  const char *(*text)(const RefnetOrganization *organization);
  double (*measure)(const RefnetVertexMeasures *measure);
} RefnetFacetRow;

/* The only area where the organization works, REFNET_FACET_SEVERAL, or REFNET_NONE: not known. */
guint32 refnet_facet_area(const RefnetDataset *dataset, guint32 organization);

const RefnetFacetRow *refnet_facet_rows(gsize *count);

G_END_DECLS

#endif
