/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ids for organizations that were given none. */
#ifndef REFNET_MODEL_LOAD_IDS_H
#define REFNET_MODEL_LOAD_IDS_H

#include "base/pool.h"

#include <refnet/model.h>

G_BEGIN_DECLS

/* Sets the id of every organization that has none to the slug of its name. Where several slugs are
 * equal, or one equals a given id, all of these get a suffix from the hash of their row (4 digits,
 * more where they would collide again), so that the order of rows changes nothing. Hashes of rows
 * without an id must differ. FALSE when memory ran out. O(n log n). */
gboolean refnet_make_ids(RefnetOrganization *organizations, const guint64 *hashes, guint32 length,
                         RefnetPool *pool);

G_END_DECLS

#endif
