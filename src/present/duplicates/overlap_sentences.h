/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Services listed by two and more, in words: what is shared, whether it is needed, what to do. The
 * sentences are the caller's to free. */
#ifndef REFNET_PRESENT_DUPLICATES_OVERLAP_SENTENCES_H
#define REFNET_PRESENT_DUPLICATES_OVERLAP_SENTENCES_H

#include <refnet/analysis.h>

#include "present/description/description.h"

/* FALSE for a list without referrals: nothing follows from there being none between two. */
gboolean refnet_overlap_knows_ties(const RefnetDescription *description);

/* "A and B both list food boxes for older adults in Eastside. …", with what to do. */
char *refnet_overlap_reason(const RefnetDescription *description,
                            const RefnetServiceOverlap *overlap);
/* "Meeting regularly, they could agree who serves whom." */
char *refnet_overlap_next_step(const RefnetDescription *description,
                               const RefnetServiceOverlap *overlap);

/* The same of three and more. */
char *refnet_overlap_group_reason(const RefnetDescription *description,
                                  const RefnetServiceGroup *group);
char *refnet_overlap_group_next_step(const RefnetServiceGroup *group);

#endif
