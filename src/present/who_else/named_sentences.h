/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom partners named beside those who are suggested. */
#ifndef REFNET_PRESENT_WHO_ELSE_NAMED_SENTENCES_H
#define REFNET_PRESENT_WHO_ELSE_NAMED_SENTENCES_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* "Partners also named Harbor Barbers Guild (three of them) and Cedar Tool Club; …": of
 * nominations.csv those who are neither members nor suggested, for one organization only those who
 * are not in the data; NULL: there are none. Caller frees.
 * O(nominations · log nominations + organizations). */
char *refnet_who_else_also_named(const RefnetWhoElse *who_else);

G_END_DECLS

#endif
