/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said of a gap, and how its kinds are called. */
#ifndef REFNET_PRESENT_GAPS_GAP_SENTENCES_H
#define REFNET_PRESENT_GAPS_GAP_SENTENCES_H

#include "present/description/description.h"

/* The key of the contract ("absent"), and the words for people ("none found"). */
const char *refnet_gap_status_key(RefnetGapStatus status);
const char *refnet_gap_status_words(RefnetGapStatus status);

/* The finding with its evidence and what to do about it; caller frees. */
char *refnet_gap_sentence(const RefnetDescription *description, const RefnetGaps *gaps,
                          const RefnetGap *gap);

#endif
