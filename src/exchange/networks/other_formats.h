/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks in formats that would pass for a list of links, and are none. */
#ifndef REFNET_EXCHANGE_NETWORKS_OTHER_FORMATS_H
#define REFNET_EXCHANGE_NETWORKS_OTHER_FORMATS_H

#include <glib.h>

G_BEGIN_DECLS

/* What the file is whose beginning is `head`, as refnet_text_file_head has it, and what to do: to
 * follow "FILE is "; NULL: it may be a list of links. `delimiter` divides its cells. Static.
 * O(bytes). */
const char *refnet_other_format(const char *head, char delimiter);

G_END_DECLS

#endif
