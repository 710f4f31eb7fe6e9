/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Gaps as places to talk about: each service in an area once, whoever it is missing for. */
#ifndef REFNET_REPORT_TELLING_PLACES_H
#define REFNET_REPORT_TELLING_PLACES_H

#include <refnet/present.h>

G_BEGIN_DECLS

enum { REFNET_REPORT_PLACES = 3 };

typedef struct {
  const RefnetGap *gaps[REFNET_REPORT_PLACES];
  guint count;
} RefnetReportPlaces;

/* The first few in the order of the gaps. `is_wanted`: of these rows only; NULL: of all. */
RefnetReportPlaces refnet_report_places(const RefnetGaps *gaps,
                                        gboolean (*is_wanted)(gconstpointer data, guint32 row),
                                        gconstpointer data);

/* "dental care in Orchard Flats and child care in Mill Creek", the area once where it is one; NULL:
 * there are none. Caller frees. */
char *refnet_report_places_words(const RefnetDataset *dataset, const RefnetReportPlaces *places);

G_END_DECLS

#endif
