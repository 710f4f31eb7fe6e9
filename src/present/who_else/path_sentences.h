/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said of introductions. All results are the caller's to free. */
#ifndef REFNET_PRESENT_WHO_ELSE_PATH_SENTENCES_H
#define REFNET_PRESENT_WHO_ELSE_PATH_SENTENCES_H

#include <refnet/present.h>

/* "Harbor Respite → Memory Care → Ride Together". */
char *refnet_path_route(const RefnetNetwork *network, const RefnetPath *path);
/* "The weakest step is between A and B: six referrals are recorded, the latest on 3 May 2026." For
 * a path of one tie: "Between A and B six referrals are recorded, …". */
char *refnet_path_weakest(const RefnetNetwork *network, const RefnetPath *path);

#endif
