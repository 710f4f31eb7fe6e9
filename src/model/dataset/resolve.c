/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The organization that a cell names. */
#include "model/dataset/resolve.h"
#include "model/dataset/name_index.h"
#include "model/dataset/near_names.h"
#include "base/array.h"

#include <string.h>

#define CHARACTERS_TOLD 60
#define CANDIDATES_TOLD 6
#define LOOKED_AT_CLOSELY 10000 /* names among which more than misspelled ones are looked for */

/* Indices are filled when the first text is asked for that is no id, or no name: most files need
 * none. */
struct RefnetResolver {
  const RefnetOrganization *organizations;
  guint32 length;
  RefnetPool *pool;
  RefnetInterner *cells; /* the ids in order, then other cells as they were written; NULL: forgotten
                            … */
  RefnetArray answers;   /* … and the organization of each of these, guint32 */
  RefnetNameIndex folds; /* ids and names */
  RefnetNameIndex plain; /* names without what doesn't tell two apart */
};

/* ---- building -------------------------------------------------------------------------------- */

static gboolean have_folds(RefnetResolver *resolver) {
  return resolver->folds.keys != NULL ||
         refnet_name_index_fill(&resolver->folds, resolver->organizations, resolver->length,
                                resolver->pool, REFNET_NAMED_BY_ID, refnet_text_fold);
}

static gboolean have_plain(RefnetResolver *resolver) {
  return resolver->plain.keys != NULL ||
         refnet_name_index_fill(&resolver->plain, resolver->organizations, resolver->length,
                                resolver->pool, REFNET_NAMED_BY_NAME, refnet_name_plain);
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
  refnet_name_index_clear(&resolver->folds);
  refnet_name_index_clear(&resolver->plain);
  refnet_resolver_forget(resolver);
  g_free(resolver);
}

/* ---- finding --------------------------------------------------------------------------------- */

static RefnetNameClaims find_folded(const RefnetResolver *resolver, const char *text) {
  /* A fold is its own fold, so a text that is one needs no folding. */
  RefnetNameClaims claims = refnet_name_index_find(&resolver->folds, text);
  if (claims.length > 0)
    return claims;
  g_autofree char *fold = refnet_text_fold(text);
  return refnet_name_index_find(&resolver->folds, fold);
}

static RefnetNameClaims find_plain(const RefnetResolver *resolver, const char *text) {
  g_autofree char *plain = refnet_name_plain(text);
  return refnet_name_index_find(&resolver->plain, plain);
}

static RefnetResolution find_named(RefnetResolver *resolver, const char *text,
                                   guint32 *organization) {
  if (!have_folds(resolver))
    return REFNET_RESOLVER_NO_MEMORY;
  RefnetResolution resolution = REFNET_RESOLVED;
  RefnetNameClaims claims = find_folded(resolver, text);
  if (claims.length == 0) {
    if (!have_plain(resolver))
      return REFNET_RESOLVER_NO_MEMORY;
    resolution = REFNET_RESOLVED_PLAINLY;
    claims = find_plain(resolver, text);
  }
  if (claims.length == 0)
    return REFNET_RESOLVED_UNKNOWN;
  if (refnet_name_claims_distinct(claims) > 1)
    return REFNET_RESOLVED_AMBIGUOUS;
  *organization = claims.claims[0].organization;
  return resolution;
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
  return resolution == REFNET_RESOLVED_UNKNOWN ? find_named(resolver, text, organization)
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
  resolution = find_named(resolver, text->text, organization);
  if (refnet_resolution_is_one(resolution))
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
  const RefnetNameIndex *folds = &resolver->folds;
  guint32 keys = has_letter(asked) ? refnet_interner_length(folds->keys) : 0;
  for (guint32 k = 0; k < keys; k++) {
    const char *known = refnet_interner_text(folds->keys, k);
    note_near(&nearest, folds->claims[folds->start[k]].organization,
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
                              RefnetNameClaims candidates) {
  guint32 total = refnet_name_claims_distinct(candidates), told = 0;
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
  if (!have_folds(resolver) || !have_plain(resolver))
    return g_strdup_printf("no organisation is called \"%s\"", asked);
  GString *sentence = g_string_new(NULL);
  RefnetNameClaims claims = find_folded(resolver, text);
  if (claims.length == 0)
    claims = find_plain(resolver, text);
  if (claims.length > 0) {
    g_string_append_printf(sentence, "\"%s\" could be ", asked);
    append_candidates(sentence, resolver, claims);
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
