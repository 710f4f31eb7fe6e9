/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who answered the survey, in words. */
#ifndef REFNET_PRESENT_DESCRIPTION_RESPONSE_H
#define REFNET_PRESENT_DESCRIPTION_RESPONSE_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Organisations of the view in respondents.csv; *answered: those of them with a row that says yes.
 * O(rows). */
guint32 refnet_response_asked(const RefnetNetwork *network, guint32 *answered);
/* "72 of 99 organisations in respondents.csv answered; …", whatever the view is; NULL: nobody was
 * asked. Caller frees. */
char *refnet_response_sentence(const RefnetDataset *dataset);
/* The labels of up to `most` organisations of the view that did not answer, and how many others;
 * not of those that have closed, whom nobody can ask: `*closed` is how many. NULL: no open one.
 * Caller frees. O(rows). */
char *refnet_response_silent(const RefnetNetwork *network, gsize most, guint32 *closed);

G_END_DECLS

#endif
