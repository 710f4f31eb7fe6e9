/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every fold by which an organization can be named, and who answers to it. */
#include "model/dataset/resolve.h"
#include "model/dataset/near_names.h"
#include "base/array.h"

#include <string.h>

#define CHARACTERS_TOLD 60
#define CANDIDATES_TOLD 6
#define LOOKED_AT_CLOSELY 10000 /* names among which more than misspelled ones are looked for */

typedef enum { TIER_ID, TIER_NAME, TIER_ALTERNATE } Tier;

typedef struct {
  guint32 key; /* number of the fold */
  guint32 organization;
  Tier tier;
} Claim;

/* Claims on key k are claims[start[k]] … claims[start[k+1] − 1], by tier, then organization. Folds
 * are made when the first text is asked for that is no id: most files need none. */
struct RefnetResolver {
  const RefnetOrganization *organizations;
  guint32 length;
  RefnetPool *pool;
  RefnetInterner *cells; /* the ids in order, then other cells as they were written; NULL: forgotten … */
  RefnetArray answers;   /* … and the organization of each of these, guint32 */
  RefnetInterner *keys;  /* NULL: no folds yet */
  guint32 *start;
  Claim *claims;
};

/* ---- building -------------------------------------------------------------------------------- */

/* Folds that wait while the memory they need is on its way. */
enum { WAITING_MOST = 32 };
typedef struct {
  RefnetResolver *resolver;
  RefnetArray *claims;
  char *folds[WAITING_MOST];
  RefnetInternerKey keys[WAITING_MOST];
  Claim claimed[WAITING_MOST]; /* key not yet known */
  guint length;
} Claiming;

static gboolean claim_waiting(Claiming *claiming) {
  gboolean ok = TRUE;
  for (guint i = 0; i < claiming->length; i++) {
    claiming->claimed[i].key =
        refnet_interner_add_key(claiming->resolver->keys, &claiming->keys[i]);
    g_free(claiming->folds[i]);
    Claim *added =
        claiming->claimed[i].key != REFNET_NONE ? refnet_array_append(claiming->claims) : NULL;
    ok &= added != NULL;
    if (added != NULL)
      *added = claiming->claimed[i];
  }
  claiming->length = 0;
  return ok;
}

static gboolean claim(Claiming *claiming, const char *text, guint32 organization, Tier tier) {
  if (text == NULL)
    return TRUE;
  char *fold = refnet_text_fold(text);
  claiming->folds[claiming->length] = fold;
  claiming->keys[claiming->length] = refnet_interner_key(fold, strlen(fold));
  refnet_interner_prefetch(claiming->resolver->keys, &claiming->keys[claiming->length]);
  claiming->claimed[claiming->length++] = (Claim){REFNET_NONE, organization, tier};
  return claiming->length < WAITING_MOST || claim_waiting(claiming);
}

static gboolean claim_tier(Claiming *claiming, guint32 length, Tier tier) {
  gboolean ok = TRUE;
  for (guint32 v = 0; ok && v < length; v++) {
    const RefnetOrganization *organization = &claiming->resolver->organizations[v];
    if (tier == TIER_ID)
      ok = claim(claiming, organization->id, v, tier);
    else if (tier == TIER_NAME)
      ok = claim(claiming, organization->name, v, tier);
    else
      ok = claim(claiming, organization->details->short_name, v, tier);
    for (guint32 i = 0;
         ok && tier == TIER_ALTERNATE && i < organization->details->alternate_names.length; i++)
      ok = claim(claiming, organization->details->alternate_names.items[i], v, tier);
  }
  return claim_waiting(claiming) && ok;
}

/* Counting sort by key: claims come by tier and organization, and stay so within a key. */
static gboolean sort_claims(RefnetResolver *resolver, const RefnetArray *claims) {
  guint32 keys = refnet_interner_length(resolver->keys);
  resolver->start = g_try_new0(guint32, (gsize)keys + 2);
  resolver->claims = g_try_new(Claim, MAX(claims->length, 1));
  if (resolver->start == NULL || resolver->claims == NULL)
    return FALSE;
  guint32 *next = resolver->start + 1;
  for (gsize i = 0; i < claims->length; i++)
    next[refnet_array_at(claims, Claim, i)->key + 1]++;
  for (guint32 k = 0; k < keys; k++)
    next[k + 1] += next[k];
  for (gsize i = 0; i < claims->length; i++) {
    const Claim *placed = refnet_array_at(claims, Claim, i);
    resolver->claims[next[placed->key]++] = *placed;
  }
  return TRUE;
}

typedef struct {
  const Claim *claims;
  guint32 length;
} Candidates;

/* The organizations of the best tier that answer to the key, each once. */
static Candidates find_candidates(const RefnetResolver *resolver, guint32 key) {
  const Claim *claims = resolver->claims + resolver->start[key];
  guint32 length = resolver->start[key + 1] - resolver->start[key];
  guint32 best = 1;
  while (best < length && claims[best].tier == claims[0].tier)
    best++;
  return (Candidates){claims, best};
}

static guint32 distinct(Candidates candidates) {
  guint32 count = 1;
  for (guint32 i = 1; i < candidates.length; i++)
    count += candidates.claims[i].organization != candidates.claims[i - 1].organization;
  return count;
}

static void drop_folds(RefnetResolver *resolver) {
  g_clear_pointer(&resolver->keys, refnet_interner_free);
  g_clear_pointer(&resolver->start, g_free);
  g_clear_pointer(&resolver->claims, g_free);
}

/* Near-linear the first time. */
static gboolean have_folds(RefnetResolver *resolver) {
  if (resolver->keys != NULL)
    return TRUE;
  const guint32 length = resolver->length;
  RefnetArray claims = REFNET_ARRAY(Claim);
  resolver->keys = refnet_interner_new(refnet_pool_arena(resolver->pool));
  Claiming claiming = {.resolver = resolver, .claims = &claims};
  gboolean ok = refnet_interner_reserve(resolver->keys, 2 * (gsize)length) &&
                claim_tier(&claiming, length, TIER_ID) &&
                claim_tier(&claiming, length, TIER_NAME) &&
                claim_tier(&claiming, length, TIER_ALTERNATE) && sort_claims(resolver, &claims);
  refnet_array_clear(&claims);
  if (!ok)
    drop_folds(resolver);
  return ok;
}

/* O(length) the first time. */
static gboolean have_cells(RefnetResolver *resolver) {
  if (resolver->cells != NULL)
    return TRUE;
  resolver->cells = refnet_interner_new(refnet_pool_arena(resolver->pool));
  gboolean ok = refnet_interner_reserve(resolver->cells, resolver->length);
  for (guint32 v = 0; ok && v < resolver->length; v++) {
    const char *id = resolver->organizations[v].id;
    ok = refnet_interner_add(resolver->cells, id, strlen(id)) == v;
  }
  if (!ok)
    refnet_resolver_forget(resolver);
  return ok;
}

void refnet_resolver_forget(RefnetResolver *resolver) {
  g_clear_pointer(&resolver->cells, refnet_interner_free);
  refnet_array_clear(&resolver->answers);
}

RefnetResolver *refnet_resolver_new(const RefnetOrganization *organizations, guint32 length,
                                    RefnetInterner *ids, RefnetPool *pool) {
  RefnetResolver *resolver = g_new0(RefnetResolver, 1);
  resolver->organizations = organizations;
  resolver->length = length;
  resolver->pool = pool;
  resolver->cells = ids;
  resolver->answers = REFNET_ARRAY(guint32);
  if (!have_cells(resolver))
    g_clear_pointer(&resolver, refnet_resolver_free);
  return resolver;
}

void refnet_resolver_free(RefnetResolver *resolver) {
  if (resolver == NULL)
    return;
  drop_folds(resolver);
  refnet_resolver_forget(resolver);
  g_free(resolver);
}

/* ---- finding --------------------------------------------------------------------------------- */

static guint32 find_key(const RefnetResolver *resolver, const char *text) {
  /* A fold is its own fold, so a text that is one needs no folding. */
  guint32 key = refnet_interner_find(resolver->keys, text, strlen(text));
  if (key != REFNET_NONE)
    return key;
  g_autofree char *fold = refnet_text_fold(text);
  return refnet_interner_find(resolver->keys, fold, strlen(fold));
}

static RefnetResolution find_folded(RefnetResolver *resolver, const char *text,
                                    guint32 *organization) {
  if (!have_folds(resolver))
    return REFNET_RESOLVER_NO_MEMORY;
  guint32 key = find_key(resolver, text);
  if (key == REFNET_NONE)
    return REFNET_RESOLVED_UNKNOWN;
  Candidates candidates = find_candidates(resolver, key);
  if (distinct(candidates) > 1)
    return REFNET_RESOLVED_AMBIGUOUS;
  *organization = candidates.claims[0].organization;
  return REFNET_RESOLVED;
}

/* An id written just so is meant before all that only folds make equal. */
static RefnetResolution find_written(RefnetResolver *resolver, const RefnetInternerKey *text,
                                     guint32 *organization) {
  *organization = REFNET_NONE;
  if (!have_cells(resolver))
    return REFNET_RESOLVER_NO_MEMORY;
  const guint32 number = refnet_interner_find_key(resolver->cells, text);
  *organization = number;
  if (number < resolver->length)
    return REFNET_RESOLVED;
  *organization = REFNET_NONE;
  if (number == REFNET_NONE || number - resolver->length >= resolver->answers.length)
    return REFNET_RESOLVED_UNKNOWN;
  *organization = *refnet_array_at(&resolver->answers, guint32, number - resolver->length);
  return REFNET_RESOLVED;
}

RefnetResolution refnet_resolver_find(RefnetResolver *resolver, const char *text,
                                      guint32 *organization) {
  const RefnetInternerKey key = refnet_interner_key(text, strlen(text));
  const RefnetResolution resolution = find_written(resolver, &key, organization);
  return resolution == REFNET_RESOLVED_UNKNOWN ? find_folded(resolver, text, organization)
                                               : resolution;
}

/* Remembers the answer; when memory ran out, it is worked out again the next time. */
static void remember(RefnetResolver *resolver, const RefnetInternerKey *text,
                     guint32 organization) {
  if (refnet_interner_length(resolver->cells) != resolver->length + resolver->answers.length)
    return;
  guint32 *answer = refnet_array_append(&resolver->answers);
  if (answer == NULL)
    return;
  *answer = organization;
  if (refnet_interner_add_key(resolver->cells, text) == REFNET_NONE)
    resolver->answers.length--;
}

RefnetResolution refnet_resolver_find_cell(RefnetResolver *resolver, const RefnetInternerKey *text,
                                           guint32 *organization) {
  RefnetResolution resolution = find_written(resolver, text, organization);
  if (resolution != REFNET_RESOLVED_UNKNOWN)
    return resolution;
  resolution = find_folded(resolver, text->text, organization);
  if (resolution == REFNET_RESOLVED)
    remember(resolver, text, *organization);
  return resolution;
}

void refnet_resolver_prefetch(const RefnetResolver *resolver, const RefnetInternerKey *text) {
  if (resolver->cells != NULL)
    refnet_interner_prefetch(resolver->cells, text);
}

/* ---- explaining ------------------------------------------------------------------------------ */

static gboolean has_letter(const char *text) {
  for (; *text != '\0'; text = g_utf8_next_char(text))
    if (g_unichar_isalpha(g_utf8_get_char(text)))
      return TRUE;
  return FALSE;
}

typedef struct {
  guint32 organization[2]; /* REFNET_NONE: none, or no second one as near */
  guint distance;
} Nearest;

/* Of organizations as near the first by number. */
static void note_near(Nearest *nearest, guint32 organization, guint distance) {
  guint32 *found = nearest->organization;
  if (distance == G_MAXUINT || distance > nearest->distance || organization == found[0] ||
      (distance == nearest->distance && organization == found[1]))
    return;
  if (distance < nearest->distance) {
    *nearest = (Nearest){{organization, REFNET_NONE}, distance};
  } else if (organization < found[0]) {
    found[1] = found[0];
    found[0] = organization;
  } else if (organization < found[1]) {
    found[1] = organization;
  }
}

/* Numbers that differ by a digit are different, not misspelled. */
static Nearest find_nearest(const RefnetResolver *resolver, const char *text) {
  g_autofree char *asked = refnet_text_fold(text);
  Nearest nearest = {{REFNET_NONE, REFNET_NONE}, G_MAXUINT};
  guint32 keys = has_letter(asked) ? refnet_interner_length(resolver->keys) : 0;
  for (guint32 k = 0; k < keys; k++) {
    const char *known = refnet_interner_text(resolver->keys, k);
    note_near(&nearest, resolver->claims[resolver->start[k]].organization,
              keys <= LOOKED_AT_CLOSELY ? refnet_names_nearness(known, asked)
                                        : refnet_names_edits(known, asked));
  }
  return nearest;
}

static void append_candidate(GString *list, const RefnetOrganization *organization) {
  g_autofree char *name = refnet_text_display(organization->name, CHARACTERS_TOLD);
  g_autofree char *id = refnet_text_display(organization->id, CHARACTERS_TOLD);
  g_string_append_printf(list, "\"%s\" (%s)", name, id);
}

static void append_candidates(GString *list, const RefnetResolver *resolver,
                              Candidates candidates) {
  guint32 total = distinct(candidates), told = 0;
  for (guint32 i = 0; i < candidates.length && told < CANDIDATES_TOLD; i++) {
    guint32 organization = candidates.claims[i].organization;
    if (i > 0 && organization == candidates.claims[i - 1].organization)
      continue;
    if (told > 0)
      g_string_append(list, told + 1 == total ? " or " : ", ");
    append_candidate(list, &resolver->organizations[organization]);
    told++;
  }
  if (told < total)
    g_string_append_printf(list, " or %u more", total - told);
}

char *refnet_resolver_explain(RefnetResolver *resolver, const char *text) {
  g_autofree char *asked = refnet_text_display(text, CHARACTERS_TOLD);
  if (!have_folds(resolver))
    return g_strdup_printf("no organisation is called \"%s\"", asked);
  GString *sentence = g_string_new(NULL);
  guint32 key = find_key(resolver, text);
  if (key != REFNET_NONE) {
    g_string_append_printf(sentence, "\"%s\" could be ", asked);
    append_candidates(sentence, resolver, find_candidates(resolver, key));
    return g_string_free(sentence, FALSE);
  }
  g_string_append_printf(sentence, "no organisation is called \"%s\"", asked);
  const Nearest nearest = find_nearest(resolver, text);
  for (guint i = 0; i < 2 && nearest.organization[i] != REFNET_NONE; i++) {
    g_string_append(sentence, i == 0 ? "; did you mean " : " or ");
    append_candidate(sentence, &resolver->organizations[nearest.organization[i]]);
  }
  if (nearest.organization[0] != REFNET_NONE)
    g_string_append_c(sentence, '?');
  return g_string_free(sentence, FALSE);
}
