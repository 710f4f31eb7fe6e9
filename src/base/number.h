/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers as people read them. */
#ifndef REFNET_BASE_NUMBER_H
#define REFNET_BASE_NUMBER_H

#include <glib.h>

G_BEGIN_DECLS

/* "1,234.5" for "1234.5": a decimal number, maybe with a sign and an exponent, its whole part in
 * groups of three. Caller frees. */
char *refnet_number_grouped(const char *number);

G_END_DECLS

#endif
