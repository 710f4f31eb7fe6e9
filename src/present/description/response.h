/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who answered the survey, in words. */
#ifndef REFNET_PRESENT_DESCRIPTION_RESPONSE_H
#define REFNET_PRESENT_DESCRIPTION_RESPONSE_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Organisations in respondents.csv; *answered: those of them with a row that says yes. O(rows). */
guint32 refnet_response_asked(const RefnetDataset *dataset, guint32 *answered);
/* "72 of 99 organisations in respondents.csv answered; …"; NULL: nobody was asked. Caller frees. */
char *refnet_response_sentence(const RefnetDataset *dataset);
/* The labels of up to `most` organisations that did not answer, or of those that are open, and how
 * many others; NULL when all did. Caller frees. O(rows). */
char *refnet_response_silent(const RefnetDataset *dataset, gboolean only_open, gsize most);

G_END_DECLS

#endif
