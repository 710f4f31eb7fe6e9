/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps of a scenario in words. */
#ifndef REFNET_PRESENT_WHAT_IF_STEP_WORDS_H
#define REFNET_PRESENT_WHAT_IF_STEP_WORDS_H

#include <refnet/present.h>

G_BEGIN_DECLS

/* "Elm Clinic closed and Ash offered food in Eastside"; after five, the others counted. Caller
 * frees. */
char *refnet_steps_words(const RefnetSteps *steps, gboolean show_people);

G_END_DECLS

#endif
