/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two networks as one: what came, what went, what stayed. */
#include <string.h>

#include "draw/drawn_network.h"
#include "draw/network/map_story.h"
#include "draw/page/frame.h"
#include "draw/signs/scales.h"

typedef enum { CHANGE_KEPT, CHANGE_ADDED, CHANGE_LOST, CHANGES } Change;
/* Relationships in both may have become stronger or weaker, too. */
enum { TIE_STRONGER = CHANGES, TIE_WEAKER, TIE_CHANGES };

/* An organization of either, with its vertices; REFNET_NONE: it is not in that network. */
typedef struct {
  const RefnetOrganization *organization; /* the newer */
  guint32 old_vertex, new_vertex;
} Joined;

typedef struct {
  const RefnetNetwork *old, *now;
  GArray *joined;           /* Joined, by id */
  guint32 *of_old, *of_new; /* by vertex: where in joined */
  RefnetDataset dataset;    /* of the joined organizations: their ids, names and details, no more */
  RefnetOrganization *organizations;
  RefnetNetwork *network;
} Union;

/* ---- who is whom ----------------------------------------------------------------------------- */

static gint compare_joined(gconstpointer left, gconstpointer right) {
  const Joined *a = left, *b = right;
  int order = strcmp(a->organization->id, b->organization->id);
  /* The one that stayed or came first, where an old id now means another. */
  return order ? order : (a->new_vertex > b->new_vertex) - (a->new_vertex < b->new_vertex);
}

static void match_by(const Union *both, char *(*key)(const RefnetOrganization *),
                     guint32 *old_of_new, guint32 *new_of_old) {
  g_autoptr(GHashTable) found = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 v = both->old->vertices; v-- > 0;)
    if (new_of_old[v] == REFNET_NONE)
      g_hash_table_replace(found, key(refnet_network_organization(both->old, v)),
                           GUINT_TO_POINTER(v));
  for (guint32 v = 0; v < both->now->vertices; v++) {
    g_autofree char *own = key(refnet_network_organization(both->now, v));
    gpointer value;
    if (old_of_new[v] != REFNET_NONE || !g_hash_table_lookup_extended(found, own, NULL, &value))
      continue;
    guint32 old = GPOINTER_TO_UINT(value);
    if (new_of_old[old] != REFNET_NONE)
      continue;
    old_of_new[v] = old;
    new_of_old[old] = v;
  }
}

static char *id_of(const RefnetOrganization *organization) {
  return g_strdup(organization->id);
}
static char *fold_of(const RefnetOrganization *organization) {
  return refnet_text_fold(organization->name);
}

static guint32 *no_vertices(guint32 count) {
  guint32 *vertices = g_new(guint32, (gsize)count + 1);
  memset(vertices, 0xFF, count * sizeof *vertices);
  return vertices;
}

/* Same id, else same folded name. */
static void join(Union *both) {
  g_autofree guint32 *old_of_new = no_vertices(both->now->vertices);
  g_autofree guint32 *new_of_old = no_vertices(both->old->vertices);
  match_by(both, id_of, old_of_new, new_of_old);
  match_by(both, fold_of, old_of_new, new_of_old);
  both->joined = g_array_new(FALSE, FALSE, sizeof(Joined));
  for (guint32 v = 0; v < both->now->vertices; v++) {
    Joined joined = {refnet_network_organization(both->now, v), old_of_new[v], v};
    g_array_append_val(both->joined, joined);
  }
  for (guint32 v = 0; v < both->old->vertices; v++) {
    Joined joined = {refnet_network_organization(both->old, v), v, REFNET_NONE};
    if (new_of_old[v] == REFNET_NONE)
      g_array_append_val(both->joined, joined);
  }
  g_array_sort(both->joined, compare_joined);
  both->of_old = no_vertices(both->old->vertices);
  both->of_new = no_vertices(both->now->vertices);
  for (guint32 i = 0; i < both->joined->len; i++) {
    const Joined *joined = &g_array_index(both->joined, Joined, i);
    if (joined->old_vertex != REFNET_NONE)
      both->of_old[joined->old_vertex] = i;
    if (joined->new_vertex != REFNET_NONE)
      both->of_new[joined->new_vertex] = i;
  }
}

/* ---- the network of both --------------------------------------------------------------------- */

static void add_arcs(const RefnetNetwork *network, const guint32 *joined_of, GArray *arcs) {
  for (guint64 i = 0; i < network->arcs; i++) {
    RefnetDrawnArc arc = {joined_of[network->arc_from[i]], joined_of[network->arc_to[i]],
                          network->arc_count[i]};
    g_array_append_val(arcs, arc);
  }
}

static gint compare_ends(gconstpointer left, gconstpointer right) {
  const RefnetDrawnArc *a = left, *b = right;
  if (a->from != b->from)
    return a->from < b->from ? -1 : 1;
  return (a->to > b->to) - (a->to < b->to);
}

/* The arcs of now, and of old those that are no more. */
static GArray *list_arcs(const Union *both) {
  g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  GArray *arcs = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  add_arcs(both->now, both->of_new, all);
  add_arcs(both->old, both->of_old, all);
  g_array_sort(all, compare_ends); /* stable: that of now stands before that of old */
  for (guint i = 0; i < all->len; i++) {
    const RefnetDrawnArc *arc = &g_array_index(all, RefnetDrawnArc, i);
    if (i == 0 || compare_ends(arc - 1, arc) != 0)
      g_array_append_vals(arcs, arc, 1);
  }
  return arcs;
}

static void make_network(Union *both) {
  guint32 count = both->joined->len;
  g_autofree guint32 *identity = g_new(guint32, (gsize)count + 1);
  both->organizations = g_new0(RefnetOrganization, (gsize)count + 1);
  for (guint32 i = 0; i < count; i++) {
    const RefnetOrganization *organization = g_array_index(both->joined, Joined, i).organization;
    both->organizations[i] = (RefnetOrganization){.id = organization->id,
                                                  .name = organization->name,
                                                  .details = organization->details,
                                                  .sector = REFNET_NONE};
    identity[i] = i;
  }
  both->dataset = (RefnetDataset){.path = both->now->dataset->path,
                                  .name = both->now->dataset->name,
                                  .organization_count = count,
                                  .organizations = both->organizations};
  g_autoptr(GArray) arcs = list_arcs(both);
  both->network = refnet_drawn_network_new(&both->dataset, identity, count,
                                           (RefnetDrawnArc *)(void *)arcs->data, arcs->len,
                                           both->now->undirected);
}

static void union_clear(Union *both) {
  refnet_network_free(both->network);
  g_array_unref(both->joined);
  g_free(both->organizations);
  g_free(both->of_old);
  g_free(both->of_new);
}

/* ---- what changed ---------------------------------------------------------------------------- */

static Change change_of(guint32 old, guint32 now) {
  if (old != REFNET_NONE && now != REFNET_NONE)
    return CHANGE_KEPT;
  return now != REFNET_NONE ? CHANGE_ADDED : CHANGE_LOST;
}

/* Referrals between a and b, both ways; 0: no relationship. */
static guint64 referrals_between(const RefnetNetwork *network, guint32 a, guint32 b) {
  guint64 tie =
      a == REFNET_NONE || b == REFNET_NONE ? G_MAXUINT64 : refnet_network_find_tie(network, a, b);
  return tie == G_MAXUINT64 ? 0 : refnet_scales_referrals(network, tie);
}

/* By more than chance brings about: two standard errors of the difference of two counts. */
static gboolean differs_clearly(guint64 was, guint64 is) {
  double difference = (double)is - (double)was;
  return difference * difference > 4 * ((double)is + (double)was);
}

static guint change_of_tie(const Union *both, guint64 tie) {
  const Joined *a = &g_array_index(both->joined, Joined, both->network->tie_a[tie]);
  const Joined *b = &g_array_index(both->joined, Joined, both->network->tie_b[tie]);
  guint64 was = referrals_between(both->old, a->old_vertex, b->old_vertex);
  guint64 is = referrals_between(both->now, a->new_vertex, b->new_vertex);
  if (was == 0)
    return CHANGE_ADDED;
  if (is == 0)
    return CHANGE_LOST;
  if (!differs_clearly(was, is))
    return CHANGE_KEPT;
  return is > was ? TIE_STRONGER : TIE_WEAKER;
}

/* Stayed gray, came blue with a dot, went white with a cross and a dashed rim. */
static RefnetPalette *color_changes(const Union *both) {
  static const RefnetGroup looks[CHANGES] = {
      [CHANGE_KEPT] = {.fill = {0.79, 0.82, 0.85, 1}, .outline = {0.36, 0.4, 0.44, 1}},
      [CHANGE_ADDED] = {.fill = {0, 0.447, 0.698, 1},
                        .outline = {0, 0.25, 0.39, 1},
                        .mark = {1, 1, 1, 1},
                        .symbol = REFNET_SYMBOL_DOT},
      [CHANGE_LOST] = {.fill = {1, 1, 1, 1},
                       .outline = {0.75, 0.29, 0, 1},
                       .mark = {0.75, 0.29, 0, 1},
                       .symbol = REFNET_SYMBOL_CROSS,
                       .dashed = TRUE}};
  static const char *const names[CHANGES] = {"In both", "New", "No longer there"};
  RefnetPalette *palette = g_new0(RefnetPalette, 1);
  palette->title = g_strdup("what changed");
  palette->groups = g_memdup2(looks, sizeof looks);
  palette->group_count = CHANGES;
  palette->group_of = g_new(guint, (gsize)both->joined->len + 1);
  for (guint i = 0; i < CHANGES; i++)
    palette->groups[i].name = g_strdup(names[i]);
  for (guint32 i = 0; i < both->joined->len; i++) {
    const Joined *joined = &g_array_index(both->joined, Joined, i);
    palette->group_of[i] = change_of(joined->old_vertex, joined->new_vertex);
    palette->groups[palette->group_of[i]].count++;
  }
  return palette;
}

static void tell_ties(const Union *both, RefnetStory *story) {
  static const struct {
    RefnetEdgeLook look;
    const char *words;
  } kinds[TIE_CHANGES] = {[CHANGE_ADDED] = {REFNET_EDGE_BLUE, "new"},
                          [CHANGE_LOST] = {REFNET_EDGE_RED_DASHES, "no longer recorded"},
                          [TIE_STRONGER] = {REFNET_EDGE_DARK, "clearly more referrals now"},
                          [TIE_WEAKER] = {REFNET_EDGE_DOTS, "clearly fewer referrals now"},
                          [CHANGE_KEPT] = {REFNET_EDGE_PALE, "in both, about as many referrals"}};
  static const guint order[TIE_CHANGES] = {CHANGE_ADDED, CHANGE_LOST, TIE_STRONGER, TIE_WEAKER,
                                           CHANGE_KEPT};
  guint64 count[TIE_CHANGES] = {0};
  story->look = g_new(RefnetEdgeLook, both->network->ties + 1);
  for (guint64 t = 0; t < both->network->ties; t++) {
    guint change = change_of_tie(both, t);
    story->look[t] = kinds[change].look;
    count[change]++;
  }
  for (guint i = 0; i < TIE_CHANGES; i++)
    if (order[i] < CHANGES || count[order[i]] > 0)
      refnet_story_add_look(
          story, kinds[order[i]].look,
          g_strdup_printf("%s: %" G_GUINT64_FORMAT, kinds[order[i]].words, count[order[i]]));
}

static RefnetStory *tell(const Union *both) {
  RefnetStory *story = refnet_story_new();
  g_autofree char *old = refnet_frame_title_of(both->old->dataset->name);
  g_autofree char *now = refnet_frame_title_of(both->now->dataset->name);
  story->title = g_strdup_printf("%s: what changed since %s", now, old);
  story->heading = g_strdup("Relationships");
  story->color = color_changes(both);
  story->size_title = g_strdup("relationships in either");
  tell_ties(both, story);
  story->counts = g_strdup_printf(
      "before: %u organisations, %" G_GUINT64_FORMAT " relationships · now: %u organisations, "
      "%" G_GUINT64_FORMAT " relationships",
      both->old->vertices, both->old->ties, both->now->vertices, both->now->ties);
  return story;
}

RefnetMap *refnet_map_new_change(const RefnetNetwork *old, const RefnetNetwork *now,
                                 const RefnetMapOptions *options, GError **error) {
  Union both = {.old = old, .now = now};
  join(&both);
  make_network(&both);
  g_autoptr(RefnetStory) story = tell(&both);
  RefnetMap *map = refnet_map_new_story(both.network, NULL, story, options, error);
  union_clear(&both);
  return map;
}
