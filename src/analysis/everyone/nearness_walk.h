/* SPDX-License-Identifier: GPL-2.0-or-later */
/* b(x,y) by walking: of one y, or of everybody within three ties. */
#ifndef REFNET_ANALYSIS_EVERYONE_NEARNESS_WALK_H
#define REFNET_ANALYSIS_EVERYONE_NEARNESS_WALK_H

#include "analysis/everyone/nearness.h"

G_BEGIN_DECLS

/* Walks over two ties, forgetting parts: to everybody `near`, x and those tied to it among them.
 * O(Σ ties of the neighbors of x). */
void refnet_nearness_walk_two(RefnetNearness *nearness);
/* Thereafter: over three ties to everybody, so that nothing is left. All beyond the columns that
 * have `sought` or more are among those found. O(Σ ties of those within two ties). */
void refnet_nearness_walk_three(RefnetNearness *nearness, double sought);

/* b(x,y) for any y without a tie to x. O(1) for columns, else O(ties of y + columns tied to x); for
 * the first, beside that, O(Σ ties of the neighbors of x that are no columns). */
double refnet_nearness_score(RefnetNearness *nearness, guint32 y);
/* Asks for what that reads, some scores ahead. */
void refnet_nearness_prefetch(const RefnetNearness *nearness, guint32 y);

G_END_DECLS

#endif
