/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Slugs, and suffixes for those that collide. */
#include "model/load/ids.h"
#include "base/array.h"

#include <string.h>

#define FEWEST_DIGITS 4

typedef struct {
  RefnetOrganization *organizations;
  const guint64 *hashes;
  guint32 length;
  RefnetPool *pool;
  RefnetInterner *taken; /* ids */
  RefnetInterner *slugs;
  guint32 *slug_of; /* of an organization, or REFNET_NONE: its id was given */
  guint32 *rows_of; /* organizations of a slug */
} Maker;

static gboolean take(Maker *maker, const char *id) {
  return refnet_interner_add(maker->taken, id, strlen(id)) != REFNET_NONE;
}

static gboolean is_taken(const Maker *maker, const char *id) {
  return refnet_interner_find(maker->taken, id, strlen(id)) != REFNET_NONE;
}

static gboolean collect_slugs(Maker *maker) {
  for (guint32 i = 0; i < maker->length; i++) {
    maker->slug_of[i] = REFNET_NONE;
    if (maker->organizations[i].id != NULL) {
      if (!take(maker, maker->organizations[i].id))
        return FALSE;
      continue;
    }
    g_autofree char *slug = refnet_text_slug(maker->organizations[i].name);
    maker->slug_of[i] = refnet_interner_add(maker->slugs, slug, strlen(slug));
    if (maker->slug_of[i] == REFNET_NONE)
      return FALSE;
    maker->rows_of[maker->slug_of[i]]++;
  }
  return TRUE;
}

/* Slugs that one row alone has and no given id equals become ids; the other rows are left. */
static gboolean take_free_slugs(Maker *maker) {
  guint32 given = refnet_interner_length(maker->taken);
  for (guint32 i = 0; i < maker->length; i++) {
    guint32 slug = maker->slug_of[i];
    if (slug == REFNET_NONE || maker->rows_of[slug] > 1)
      continue;
    const char *text = refnet_interner_text(maker->slugs, slug);
    guint32 known = refnet_interner_find(maker->taken, text, strlen(text));
    if (known < given)
      continue;
    if (!take(maker, text))
      return FALSE;
    maker->organizations[i].id = text;
  }
  return TRUE;
}

static char *suffixed(const Maker *maker, guint32 row, int digits) {
  guint64 hash = maker->hashes[row];
  guint64 shown = digits < 16 ? hash & ((G_GUINT64_CONSTANT(1) << (4 * digits)) - 1) : hash;
  return g_strdup_printf("%s-%0*" G_GINT64_MODIFIER "x",
                         refnet_interner_text(maker->slugs, maker->slug_of[row]), digits, shown);
}

/* Would all these rows, one slug, get free and different ids with so many digits? */
static gboolean digits_suffice(const Maker *maker, const guint32 *rows, guint32 length,
                               int digits) {
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < length; i++) {
    char *id = suffixed(maker, rows[i], digits);
    gboolean free_id = !is_taken(maker, id);
    if (!g_hash_table_add(seen, id) || !free_id)
      return FALSE;
  }
  return TRUE;
}

static gboolean suffix_group(Maker *maker, const guint32 *rows, guint32 length) {
  int digits = FEWEST_DIGITS;
  while (!digits_suffice(maker, rows, length, digits))
    digits++;
  for (guint32 i = 0; i < length; i++) {
    g_autofree char *id = suffixed(maker, rows[i], digits);
    RefnetOrganization *organization = &maker->organizations[rows[i]];
    organization->id = refnet_pool_intern(maker->pool, id);
    if (organization->id == NULL || !take(maker, id))
      return FALSE;
  }
  return TRUE;
}

/* Rows still without an id come first, by slug. */
static gint compare_rows(guint32 a, guint32 b, gconstpointer data) {
  const Maker *maker = data;
  gboolean a_done = maker->organizations[a].id != NULL;
  gboolean b_done = maker->organizations[b].id != NULL;
  if (a_done || b_done)
    return a_done - b_done;
  return strcmp(refnet_interner_text(maker->slugs, maker->slug_of[a]),
                refnet_interner_text(maker->slugs, maker->slug_of[b]));
}

static gboolean suffix_rest(Maker *maker) {
  g_autofree guint32 *order = refnet_sorted_order(maker->length, compare_rows, maker);
  if (order == NULL)
    return FALSE;
  guint32 start = 0;
  while (start < maker->length && maker->organizations[order[start]].id == NULL) {
    guint32 slug = maker->slug_of[order[start]], end = start + 1;
    while (end < maker->length && maker->slug_of[order[end]] == slug &&
           maker->organizations[order[end]].id == NULL)
      end++;
    if (!suffix_group(maker, order + start, end - start))
      return FALSE;
    start = end;
  }
  return TRUE;
}

static gboolean all_have_ids(const RefnetOrganization *organizations, guint32 length) {
  for (guint32 i = 0; i < length; i++)
    if (organizations[i].id == NULL)
      return FALSE;
  return TRUE;
}

gboolean refnet_make_ids(RefnetOrganization *organizations, const guint64 *hashes, guint32 length,
                         RefnetPool *pool) {
  if (all_have_ids(organizations, length))
    return TRUE;
  Maker maker = {organizations, hashes, length, pool, NULL, NULL, NULL, NULL};
  maker.taken = refnet_interner_new(refnet_pool_arena(pool));
  maker.slugs = refnet_interner_new(refnet_pool_arena(pool));
  maker.slug_of = g_try_new(guint32, MAX(length, 1));
  maker.rows_of = g_try_new0(guint32, MAX(length, 1));
  gboolean ok = maker.slug_of != NULL && maker.rows_of != NULL && collect_slugs(&maker) &&
                take_free_slugs(&maker) && suffix_rest(&maker);
  g_free(maker.slug_of);
  g_free(maker.rows_of);
  refnet_interner_free(maker.taken);
  refnet_interner_free(maker.slugs);
  return ok;
}
