/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What names and numbers of a network map ask for, and what they had better keep clear of. */
#ifndef REFNET_DRAW_NETWORK_NAME_REQUESTS_H
#define REFNET_DRAW_NETWORK_NAME_REQUESTS_H

#include "draw/labels/label_placement.h"
#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* For the label of the organization that the disc, numbered as in the layout, stands for. */
RefnetLabelRequest refnet_name_request(const RefnetArrangement *a, guint32 disc);

/* As how many lines a tie counts that a name may stand on: what a map of risks or of introductions
 * is about, as more. O(1). */
guint refnet_name_lines_of(const RefnetArrangement *a, guint64 tie);
/* Of all ties. O(ties). */
gsize refnet_name_count_lines(const RefnetArrangement *a);

G_END_DECLS

#endif
