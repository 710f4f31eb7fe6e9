/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/dataset/name_index.h"
#include "base/array.h"

#include <string.h>

/* ---- claiming -------------------------------------------------------------------------------- */

/* Keys that wait while the memory they need is on its way. */
enum { WAITING_MOST = 32 };
typedef struct {
  RefnetNameIndex *index;
  RefnetArray *claims;
  RefnetNameKeyFunc key_of;
  char *texts[WAITING_MOST];
  RefnetInternerKey keys[WAITING_MOST];
  RefnetNameClaim claimed[WAITING_MOST]; /* key not yet known */
  guint length;
} Claiming;

static gboolean claim_waiting(Claiming *claiming) {
  gboolean ok = TRUE;
  for (guint i = 0; i < claiming->length; i++) {
    claiming->claimed[i].key = refnet_interner_add_key(claiming->index->keys, &claiming->keys[i]);
    g_free(claiming->texts[i]);
    RefnetNameClaim *added =
        claiming->claimed[i].key != REFNET_NONE ? refnet_array_append(claiming->claims) : NULL;
    ok &= added != NULL;
    if (added != NULL)
      *added = claiming->claimed[i];
  }
  claiming->length = 0;
  return ok;
}

static gboolean claim(Claiming *claiming, const char *name, guint32 organization,
                      RefnetNaming naming) {
  char *text = name != NULL ? claiming->key_of(name) : NULL;
  if (text == NULL || *text == '\0') {
    g_free(text);
    return TRUE;
  }
  claiming->texts[claiming->length] = text;
  claiming->keys[claiming->length] = refnet_interner_key(text, strlen(text));
  refnet_interner_prefetch(claiming->index->keys, &claiming->keys[claiming->length]);
  claiming->claimed[claiming->length++] = (RefnetNameClaim){REFNET_NONE, organization, naming};
  return claiming->length < WAITING_MOST || claim_waiting(claiming);
}

static gboolean claim_alternates(Claiming *claiming, const RefnetOrganization *organization,
                                 guint32 number) {
  const RefnetOrganizationDetails *details = organization->details;
  gboolean ok = claim(claiming, details->short_name, number, REFNET_NAMED_BY_ALTERNATE);
  for (guint32 i = 0; ok && i < details->alternate_names.length; i++)
    ok = claim(claiming, details->alternate_names.items[i], number, REFNET_NAMED_BY_ALTERNATE);
  return ok;
}

static gboolean claim_all(Claiming *claiming, const RefnetOrganization *organizations,
                          guint32 length, RefnetNaming naming) {
  gboolean ok = TRUE;
  for (guint32 v = 0; ok && v < length; v++)
    if (naming == REFNET_NAMED_BY_ALTERNATE)
      ok = claim_alternates(claiming, &organizations[v], v);
    else
      ok = claim(claiming,
                 naming == REFNET_NAMED_BY_ID ? organizations[v].id : organizations[v].name, v,
                 naming);
  return claim_waiting(claiming) && ok;
}

/* ---- the index ------------------------------------------------------------------------------- */

/* Counting sort by key: claims come by naming and organization, and stay so within a key. */
static gboolean sort_claims(RefnetNameIndex *index, const RefnetArray *claims) {
  guint32 keys = refnet_interner_length(index->keys);
  index->start = g_try_new0(guint32, (gsize)keys + 2);
  index->claims = g_try_new(RefnetNameClaim, MAX(claims->length, 1));
  if (index->start == NULL || index->claims == NULL)
    return FALSE;
  guint32 *next = index->start + 1;
  for (gsize i = 0; i < claims->length; i++)
    next[refnet_array_at(claims, RefnetNameClaim, i)->key + 1]++;
  for (guint32 k = 0; k < keys; k++)
    next[k + 1] += next[k];
  for (gsize i = 0; i < claims->length; i++) {
    const RefnetNameClaim *placed = refnet_array_at(claims, RefnetNameClaim, i);
    index->claims[next[placed->key]++] = *placed;
  }
  return TRUE;
}

void refnet_name_index_clear(RefnetNameIndex *index) {
  g_clear_pointer(&index->keys, refnet_interner_free);
  g_clear_pointer(&index->start, g_free);
  g_clear_pointer(&index->claims, g_free);
}

gboolean refnet_name_index_fill(RefnetNameIndex *index, const RefnetOrganization *organizations,
                                guint32 length, RefnetPool *pool, RefnetNaming first,
                                RefnetNameKeyFunc key_of) {
  RefnetArray claims = REFNET_ARRAY(RefnetNameClaim);
  index->keys = refnet_interner_new(refnet_pool_arena(pool));
  Claiming claiming = {.index = index, .claims = &claims, .key_of = key_of};
  gboolean ok = refnet_interner_reserve(index->keys, 2 * (gsize)length);
  for (RefnetNaming naming = first; ok && naming <= REFNET_NAMED_BY_ALTERNATE; naming++)
    ok = claim_all(&claiming, organizations, length, naming);
  ok = ok && sort_claims(index, &claims);
  refnet_array_clear(&claims);
  if (!ok)
    refnet_name_index_clear(index);
  return ok;
}

RefnetNameClaims refnet_name_index_find(const RefnetNameIndex *index, const char *key) {
  guint32 number = refnet_interner_find(index->keys, key, strlen(key));
  if (number == REFNET_NONE)
    return (RefnetNameClaims){NULL, 0};
  const RefnetNameClaim *claims = index->claims + index->start[number];
  guint32 length = index->start[number + 1] - index->start[number];
  guint32 best = 1;
  while (best < length && claims[best].naming == claims[0].naming)
    best++;
  return (RefnetNameClaims){claims, best};
}

guint32 refnet_name_claims_distinct(RefnetNameClaims claims) {
  guint32 count = claims.length > 0;
  for (guint32 i = 1; i < claims.length; i++)
    count += claims.claims[i].organization != claims.claims[i - 1].organization;
  return count;
}
