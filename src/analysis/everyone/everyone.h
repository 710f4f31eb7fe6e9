/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom each organization should meet; the public part is in the room's header. */
#ifndef REFNET_ANALYSIS_EVERYONE_EVERYONE_H
#define REFNET_ANALYSIS_EVERYONE_EVERYONE_H

#include "analysis/everyone/allocation.h"

#include <refnet/analysis/who_else.h>

G_BEGIN_DECLS

/* refnet_who_else_everyone with a shape of one's own. */
RefnetEveryone *refnet_everyone_shaped(const RefnetNetwork *network,
                                       const RefnetWhoElseOptions *options,
                                       const RefnetAllocationShape *shape, GError **error);

G_END_DECLS

#endif
