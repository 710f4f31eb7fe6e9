/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arranges a network on a page. */
#ifndef REFNET_DRAW_NETWORK_ARRANGE_H
#define REFNET_DRAW_NETWORK_ARRANGE_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* What a network map shows, borrowed; all but the network may be NULL. */
typedef struct {
  const RefnetNetwork *network;
  const RefnetMeasures *measures;
  const RefnetRisks *risks;
  const RefnetDeparture *departure;
  const RefnetStory *story;
} RefnetMapSubject;

/* Arranges everything; `typesetter` is borrowed. Labels that find no room turn into numbers, and
 * the rest is arranged anew around the longer key. REFNET_ERROR_USAGE for an option that means
 * nothing here, REFNET_ERROR_INTERNAL when memory runs out. */
RefnetArrangement *refnet_arrangement_new(const RefnetMapSubject *subject,
                                          const RefnetMapOptions *options,
                                          RefnetTypesetter *typesetter, GError **error);

G_END_DECLS

#endif
