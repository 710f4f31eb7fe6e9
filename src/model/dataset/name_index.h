/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who answers to a name: id, then name, then alternate or short name, under keys made of them. */
#ifndef REFNET_MODEL_DATASET_NAME_INDEX_H
#define REFNET_MODEL_DATASET_NAME_INDEX_H

#include "base/interner.h"
#include "base/pool.h"

#include <refnet/model.h>

G_BEGIN_DECLS

typedef enum { REFNET_NAMED_BY_ID, REFNET_NAMED_BY_NAME, REFNET_NAMED_BY_ALTERNATE } RefnetNaming;

typedef struct {
  guint32 key; /* number of the key */
  guint32 organization;
  RefnetNaming naming;
} RefnetNameClaim;

/* Claims on key k are claims[start[k]] … claims[start[k+1] − 1], by naming, then organization. */
typedef struct {
  RefnetInterner *keys; /* NULL: nothing yet */
  guint32 *start;
  RefnetNameClaim *claims;
} RefnetNameIndex;

/* What a name is found by; caller frees. "": nothing. */
typedef char *(*RefnetNameKeyFunc)(const char *name);

/* The claims of the best naming on a key, by organization; none: length 0. */
typedef struct {
  const RefnetNameClaim *claims;
  guint32 length;
} RefnetNameClaims;

/* Fills a zeroed index with what organizations are called in `first` and the ways that follow it.
 * FALSE: memory ran out, and it is as it was. Near-linear in the names. */
gboolean refnet_name_index_fill(RefnetNameIndex *index, const RefnetOrganization *organizations,
                                guint32 length, RefnetPool *pool, RefnetNaming first,
                                RefnetNameKeyFunc key_of);
void refnet_name_index_clear(RefnetNameIndex *index);

/* O(length of the key). */
RefnetNameClaims refnet_name_index_find(const RefnetNameIndex *index, const char *key);
/* How many organizations these are. O(claims). */
guint32 refnet_name_claims_distinct(RefnetNameClaims claims);

G_END_DECLS

#endif
