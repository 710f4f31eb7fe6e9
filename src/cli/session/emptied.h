/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A remark for those whose filters leave nothing to look at. */
#ifndef REFNET_CLI_SESSION_EMPTIED_H
#define REFNET_CLI_SESSION_EMPTIED_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* Why `filter` leaves no organization or none of the referrals there are, in one sentence that says
 * what there is; NULL when it leaves some, or there are none. Caller frees. O(rows). */
char *refnet_cli_emptied(const RefnetNetwork *network, const RefnetFilter *filter);

G_END_DECLS

#endif
