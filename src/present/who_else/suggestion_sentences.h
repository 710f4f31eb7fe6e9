/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences of "who else should we be meeting with?". All are the caller's to free. */
#ifndef REFNET_PRESENT_WHO_ELSE_SUGGESTION_SENTENCES_H
#define REFNET_PRESENT_WHO_ELSE_SUGGESTION_SENTENCES_H

#include <refnet/present.h>

/* What makes a reason true, in words: partners, services, areas, a distance or a date. */
char *refnet_reason_names(const RefnetDataset *dataset, const RefnetReason *reason,
                          RefnetUnits units);
/* One reason as a sentence about the candidate: "It offers transport, which you don't list." */
char *refnet_suggestion_reason(const RefnetDataset *dataset, const RefnetReason *reason,
                               const RefnetWording *wording);
/* "Consider meeting Ride Together: it …", with every reason and who can introduce. */
char *refnet_suggestion_sentence(const RefnetWhoElse *who_else, const RefnetSuggestion *suggestion,
                                 const RefnetWording *wording);
/* "Meet Ride Together", a title for a calendar. */
char *refnet_plan_title(const RefnetMeetingPlan *plan, const RefnetPlannedMeeting *meeting);
/* Why, in a sentence, and whom to ask. */
char *refnet_plan_sentence(const RefnetMeetingPlan *plan, const RefnetPlannedMeeting *meeting,
                           const RefnetWording *wording);

#endif
