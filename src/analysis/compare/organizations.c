/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which row of one list is which of the other: by what names one organization only, the surest
 * first. */
#include "analysis/compare/comparing.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/memory.h"
#include "base/order.h"

/* Who is whom so far: the partner of each organization of either list, or REFNET_NONE. */
typedef struct {
  const RefnetDataset *dataset[REFNET_SIDES];
  guint32 *partner[REFNET_SIDES];
  guint32 *further[REFNET_SIDES]; /* the other side's organization whose further row it is */
  guint8 *by;                     /* RefnetSameBy, of the older's organizations */
  guint32 *link;
} Matching;

static void matching_clear(Matching *matching) {
  for (guint side = 0; side < REFNET_SIDES; side++) {
    g_free(matching->partner[side]);
    g_free(matching->further[side]);
  }
  g_free(matching->by);
  g_free(matching->link);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Matching, matching_clear)

static guint32 *nobody(guint32 length, GError **error) {
  guint32 *array = REFNET_TRY_ARRAY(guint32, length, error);
  if (array)
    memset(array, 0xFF, length * sizeof *array);
  return array;
}

static gboolean matching_init(Matching *matching, const RefnetComparing *comparing,
                              GError **error) {
  for (guint side = 0; side < REFNET_SIDES; side++) {
    const RefnetDataset *dataset = refnet_comparing_dataset(comparing, side);
    matching->dataset[side] = dataset;
    if (!(matching->partner[side] = nobody(dataset->organization_count, error)) ||
        !(matching->further[side] = nobody(dataset->organization_count, error)))
      return FALSE;
  }
  guint32 then = matching->dataset[REFNET_THEN]->organization_count;
  return (matching->link = nobody(then, error)) &&
         (matching->by = REFNET_TRY_ARRAY(guint8, then, error));
}

static void join(Matching *matching, guint32 then, guint32 now, RefnetSameBy by, guint32 link) {
  matching->partner[REFNET_THEN][then] = now;
  matching->partner[REFNET_NOW][now] = then;
  matching->by[then] = (guint8)by;
  matching->link[then] = link;
}

static gboolean is_open(const Matching *matching, guint side, guint32 organization) {
  return matching->partner[side][organization] == REFNET_NONE;
}

static const RefnetOrganization *organization_at(const Matching *matching, guint side,
                                                 guint32 organization) {
  return &matching->dataset[side]->organizations[organization];
}

/* ---- by id ----------------------------------------------------------------------------------- */

/* Ids are in order on both sides, bytewise. Of those equal on both sides `take` says which to
 * join. */
static void match_ids(Matching *matching,
                      gboolean (*take)(const RefnetOrganization *, const RefnetOrganization *)) {
  guint32 lengths[] = {matching->dataset[REFNET_THEN]->organization_count,
                       matching->dataset[REFNET_NOW]->organization_count};
  for (guint32 i = 0, k = 0; i < lengths[REFNET_THEN] && k < lengths[REFNET_NOW];) {
    const RefnetOrganization *then = organization_at(matching, REFNET_THEN, i);
    const RefnetOrganization *now = organization_at(matching, REFNET_NOW, k);
    int order = strcmp(then->id, now->id);
    if (order == 0 && is_open(matching, REFNET_THEN, i) && is_open(matching, REFNET_NOW, k) &&
        take(then, now))
      join(matching, i, k, REFNET_SAME_BY_ID, REFNET_NONE);
    i += order <= 0;
    k += order >= 0;
  }
}

static gboolean has_same_name(const RefnetOrganization *then, const RefnetOrganization *now) {
  if (strcmp(then->name, now->name) == 0)
    return TRUE;
  g_autofree char *a = refnet_text_fold(then->name), *b = refnet_text_fold(now->name);
  return strcmp(a, b) == 0;
}

static gboolean always(const RefnetOrganization *then, const RefnetOrganization *now) {
  (void)then, (void)now;
  return TRUE;
}

/* ---- by name --------------------------------------------------------------------------------- */

#define SEVERAL (REFNET_NONE - 1)

/* The open organization of each side that a name stands for; REFNET_NONE: none, or SEVERAL. */
typedef struct {
  guint32 organization[REFNET_SIDES];
} Named;

static void note_name(GHashTable *names, guint side, guint32 organization, const char *name) {
  g_autofree char *fold = name ? refnet_text_fold(name) : NULL;
  if (!fold || !*fold)
    return;
  Named *named = g_hash_table_lookup(names, fold);
  if (!named) {
    named = g_new(Named, 1);
    *named = (Named){{REFNET_NONE, REFNET_NONE}};
    g_hash_table_insert(names, g_steal_pointer(&fold), named);
  }
  guint32 *known = &named->organization[side];
  *known = *known == REFNET_NONE || *known == organization ? organization : SEVERAL;
}

static GHashTable *note_names(const Matching *matching, gboolean with_others) {
  GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
  for (guint side = 0; side < REFNET_SIDES; side++)
    for (guint32 o = 0; o < matching->dataset[side]->organization_count; o++) {
      const RefnetOrganization *organization = organization_at(matching, side, o);
      if (!is_open(matching, side, o))
        continue;
      note_name(names, side, o, organization->name);
      if (!with_others)
        continue;
      note_name(names, side, o, organization->details->short_name);
      for (guint32 i = 0; i < organization->details->alternate_names.length; i++)
        note_name(names, side, o, organization->details->alternate_names.items[i]);
    }
  return names;
}

/* Partners by names; SEVERAL where names point to more than one. */
static void note_partner(guint32 *partner, guint32 organization, guint32 other) {
  guint32 *known = &partner[organization];
  *known = *known == REFNET_NONE || *known == other ? other : SEVERAL;
}

static gboolean match_names(Matching *matching, gboolean with_others, GError **error) {
  guint32 counts[] = {matching->dataset[REFNET_THEN]->organization_count,
                      matching->dataset[REFNET_NOW]->organization_count};
  g_autofree guint32 *now_of = nobody(counts[REFNET_THEN], error);
  g_autofree guint32 *then_of = now_of ? nobody(counts[REFNET_NOW], error) : NULL;
  if (!then_of)
    return FALSE;
  g_autoptr(GHashTable) names = note_names(matching, with_others);
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, names);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    const guint32 *side = ((const Named *)value)->organization;
    if (side[REFNET_THEN] >= SEVERAL || side[REFNET_NOW] >= SEVERAL)
      continue;
    note_partner(now_of, side[REFNET_THEN], side[REFNET_NOW]);
    note_partner(then_of, side[REFNET_NOW], side[REFNET_THEN]);
  }
  for (guint32 then = 0; then < counts[REFNET_THEN]; then++)
    if (now_of[then] < SEVERAL && then_of[now_of[then]] == then)
      join(matching, then, now_of[then],
           with_others ? REFNET_SAME_BY_OTHER_NAME : REFNET_SAME_BY_NAME, REFNET_NONE);
  return TRUE;
}

/* ---- by record ------------------------------------------------------------------------------- */

/* The open organizations of a side beside the whole other list. */
static gboolean find_links(RefnetComparing *comparing, const Matching *matching, guint side,
                           GError **error) {
  const RefnetDataset *dataset = matching->dataset[side];
  guint32 *rows = REFNET_TRY_ARRAY(guint32, dataset->organization_count, error);
  RefnetNetwork *unknown = &comparing->unknown[side];
  if (!rows)
    return FALSE;
  comparing->unknown_rows[side] = rows;
  *unknown = (RefnetNetwork){.dataset = dataset, .organization = rows};
  for (guint32 o = 0; o < dataset->organization_count; o++)
    if (is_open(matching, side, o))
      rows[unknown->vertices++] = o;
  if (unknown->vertices == 0 || matching->dataset[!side]->organization_count == 0)
    return TRUE;
  comparing->changes.links[side] =
      refnet_record_links_new(unknown, matching->dataset[!side], NULL, error);
  return comparing->changes.links[side] != NULL;
}

/* By row of a side the first link that surely is it, which is the surest; REFNET_NONE: none. */
static guint32 *surest_links(const RefnetRecordLinks *links, guint32 rows, GError **error) {
  guint32 *surest = nobody(rows, error);
  for (gsize i = links && surest ? links->link_count : 0; i-- > 0;)
    if (links->links[i].decision == REFNET_DECISION_MERGE)
      surest[links->links[i].organization] = (guint32)i;
  return surest;
}

/* Joins those that are each other's surest; of what is left, notes whose further row it is. */
static void join_surest(Matching *matching, RefnetRecordLinks *const *links,
                        guint32 *const *surest) {
  const RefnetRecordLinks *ours = links[REFNET_NOW], *theirs = links[REFNET_THEN];
  for (guint32 now = 0; now < matching->dataset[REFNET_NOW]->organization_count; now++) {
    guint32 link = surest[REFNET_NOW][now];
    guint32 then = link == REFNET_NONE ? REFNET_NONE : ours->links[link].other;
    guint32 back = then == REFNET_NONE ? REFNET_NONE : surest[REFNET_THEN][then];
    if (back != REFNET_NONE && theirs->links[back].other == now)
      join(matching, then, now, REFNET_SAME_BY_RECORD, link);
  }
  for (guint side = 0; side < REFNET_SIDES; side++)
    for (guint32 o = 0; o < matching->dataset[side]->organization_count; o++) {
      guint32 link = surest[side][o];
      if (link == REFNET_NONE || !is_open(matching, side, o))
        continue;
      guint32 other = links[side]->links[link].other;
      if (!is_open(matching, !side, other))
        matching->further[side][o] = other;
    }
}

static gboolean match_records(RefnetComparing *comparing, Matching *matching, GError **error) {
  for (guint side = 0; side < REFNET_SIDES; side++)
    if (!find_links(comparing, matching, side, error))
      return FALSE;
  RefnetRecordLinks *const *links = comparing->changes.links;
  g_autofree guint32 *then =
      surest_links(links[REFNET_THEN], matching->dataset[REFNET_THEN]->organization_count, error);
  g_autofree guint32 *now =
      then ? surest_links(links[REFNET_NOW], matching->dataset[REFNET_NOW]->organization_count,
                          error)
           : NULL;
  if (!now)
    return FALSE;
  join_surest(matching, links, (guint32 *const[]){then, now});
  return TRUE;
}

/* ---- all of them ----------------------------------------------------------------------------- */

/* A sheet may number its rows anew each year: ids tell nothing where more of those of one name have
 * another than the same. */
static gboolean do_ids_stay(const Matching *matching) {
  gint64 same = 0;
  for (guint32 then = 0; then < matching->dataset[REFNET_THEN]->organization_count; then++) {
    guint32 now = matching->partner[REFNET_THEN][then];
    if (now != REFNET_NONE)
      same += strcmp(organization_at(matching, REFNET_THEN, then)->id,
                     organization_at(matching, REFNET_NOW, now)->id) == 0
                  ? 1
                  : -1;
  }
  return same >= 0;
}

/* Equal names go before equal ids that stand for other names. */
static gboolean match(RefnetComparing *comparing, Matching *matching, GError **error) {
  match_ids(matching, has_same_name);
  if (!match_names(matching, FALSE, error))
    return FALSE;
  if (do_ids_stay(matching))
    match_ids(matching, always);
  return match_names(matching, TRUE, error) && match_records(comparing, matching, error);
}

/* What is known of who is whom, where one dataset was made of the other. */
static void match_given(Matching *matching, const guint32 *now_of_then) {
  for (guint32 then = 0; then < matching->dataset[REFNET_THEN]->organization_count; then++)
    if (now_of_then[then] == then)
      join(matching, then, then, REFNET_SAME_BY_ID, REFNET_NONE);
    else
      matching->further[REFNET_THEN][then] = now_of_then[then];
}

static void count_renumbered(RefnetComparing *comparing, const Matching *matching) {
  guint32 lengths[] = {matching->dataset[REFNET_THEN]->organization_count,
                       matching->dataset[REFNET_NOW]->organization_count};
  for (guint32 i = 0, k = 0; i < lengths[REFNET_THEN] && k < lengths[REFNET_NOW];) {
    int order = strcmp(organization_at(matching, REFNET_THEN, i)->id,
                       organization_at(matching, REFNET_NOW, k)->id);
    comparing->changes.renumbered += order == 0 && matching->partner[REFNET_THEN][i] != k;
    i += order <= 0;
    k += order >= 0;
  }
}

typedef struct {
  const char *id; /* of the newer row, else the older */
  RefnetComparedOrganization compared;
} Row;

static int compare_rows(const void *a, const void *b) {
  const Row *x = a, *y = b;
  int order = strcmp(x->id, y->id);
  /* An id may stand for another organization now. */
  if (order == 0)
    order = refnet_order(x->compared.organization[REFNET_NOW] == REFNET_NONE,
                         y->compared.organization[REFNET_NOW] == REFNET_NONE);
  return order;
}

static Row row_of(const Matching *matching, const RefnetComparing *comparing, guint32 then,
                  guint32 now) {
  const RefnetChanges *changes = &comparing->changes;
  guint32 rows[] = {then, now};
  guint side = now != REFNET_NONE ? REFNET_NOW : REFNET_THEN;
  Row row = {organization_at(matching, side, rows[side])->id,
             {.by = REFNET_SAME_BY_NOTHING, .link = REFNET_NONE}};
  for (guint s = 0; s < REFNET_SIDES; s++) {
    row.compared.organization[s] = rows[s];
    row.compared.vertex[s] =
        rows[s] == REFNET_NONE ? REFNET_NONE : changes->networks[s]->vertex[rows[s]];
  }
  if (then != REFNET_NONE && now != REFNET_NONE) {
    row.compared.by = (RefnetSameBy)matching->by[then];
    row.compared.link = matching->link[then];
  }
  return row;
}

/* One entry for each organization of either list. */
static gboolean list_rows(RefnetComparing *comparing, const Matching *matching, GError **error) {
  RefnetChanges *changes = &comparing->changes;
  guint32 then = matching->dataset[REFNET_THEN]->organization_count;
  guint32 now = matching->dataset[REFNET_NOW]->organization_count, count = 0;
  g_autofree Row *rows = REFNET_TRY_ARRAY(Row, (guint64)then + now, error);
  if (!rows || !(changes->organizations =
                     REFNET_TRY_ARRAY(RefnetComparedOrganization, (guint64)then + now, error)))
    return FALSE;
  for (guint32 k = 0; k < now; k++)
    if (matching->further[REFNET_NOW][k] == REFNET_NONE)
      rows[count++] = row_of(matching, comparing, matching->partner[REFNET_NOW][k], k);
  for (guint32 i = 0; i < then; i++)
    if (is_open(matching, REFNET_THEN, i) && matching->further[REFNET_THEN][i] == REFNET_NONE)
      rows[count++] = row_of(matching, comparing, i, REFNET_NONE);
  if (count > 0)
    qsort(rows, count, sizeof *rows, compare_rows);
  for (guint32 i = 0; i < count; i++)
    changes->organizations[i] = rows[i].compared;
  changes->organization_count = count;
  return TRUE;
}

static void index_entries(RefnetComparing *comparing) {
  RefnetChanges *changes = &comparing->changes;
  for (guint32 c = 0; c < changes->organization_count; c++) {
    const RefnetComparedOrganization *compared = &changes->organizations[c];
    for (guint side = 0; side < REFNET_SIDES; side++)
      if (compared->organization[side] != REFNET_NONE)
        comparing->compared_of[side][compared->organization[side]] = c;
    changes->shared +=
        compared->vertex[REFNET_THEN] != REFNET_NONE && compared->vertex[REFNET_NOW] != REFNET_NONE;
  }
}

/* By organization of each dataset, where it is among all; further rows are where the first is. */
static gboolean index_rows(RefnetComparing *comparing, const Matching *matching, GError **error) {
  for (guint side = 0; side < REFNET_SIDES; side++) {
    guint32 *index = nobody(matching->dataset[side]->organization_count, error);
    comparing->changes.compared_of[side] = comparing->compared_of[side] = index;
    if (!index)
      return FALSE;
  }
  index_entries(comparing);
  for (guint side = 0; side < REFNET_SIDES; side++)
    for (guint32 o = 0; o < matching->dataset[side]->organization_count; o++)
      if (matching->further[side][o] != REFNET_NONE)
        comparing->compared_of[side][o] = comparing->compared_of[!side][matching->further[side][o]];
  return TRUE;
}

gboolean refnet_compare_organizations(RefnetComparing *comparing, GError **error) {
  g_auto(Matching) matching = {0};
  if (!matching_init(&matching, comparing, error))
    return FALSE;
  if (comparing->options->now_of_then) {
    match_given(&matching, comparing->options->now_of_then);
  } else {
    if (!match(comparing, &matching, error))
      return FALSE;
    count_renumbered(comparing, &matching);
  }
  return list_rows(comparing, &matching, error) && index_rows(comparing, &matching, error);
}
