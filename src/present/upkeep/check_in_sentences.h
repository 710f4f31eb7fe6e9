/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences of what is due. All are the caller's to free. */
#ifndef REFNET_PRESENT_UPKEEP_CHECK_IN_SENTENCES_H
#define REFNET_PRESENT_UPKEEP_CHECK_IN_SENTENCES_H

#include <refnet/present.h>

/* "check_in", "renewal" … as in JSON and CSV. Static. */
const char *refnet_due_key(RefnetDueKind kind);
/* A few words, as a calendar shows them: "Check in with Elm Clinic". */
char *refnet_due_title(const RefnetCheckIns *check_ins, const RefnetDue *due);
/* What is due, since when, and what to do. */
char *refnet_due_sentence(const RefnetCheckIns *check_ins, const RefnetDue *due,
                          gboolean show_people);

#endif
