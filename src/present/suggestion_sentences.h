/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences of "who else should we be meeting with?". All are the caller's to free. */
#ifndef REFNET_PRESENT_SUGGESTION_SENTENCES_H
#define REFNET_PRESENT_SUGGESTION_SENTENCES_H

#include <refnet/present.h>

/* One reason as a sentence about the candidate: "It offers transport, which you don't list." */
char *refnet_suggestion_reason(const RefnetDataset *dataset, const RefnetReason *reason);
/* "Consider meeting Ride Together: it …", with every reason and who can introduce. */
char *refnet_suggestion_sentence(const RefnetNetwork *network, const RefnetSuggestion *suggestion,
                                 gboolean show_people);

#endif
