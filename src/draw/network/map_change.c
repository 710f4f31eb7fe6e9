/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The two networks of a comparison as one: what came, what went, what stayed, what is not known. */
#include "base/order.h"
#include "draw/drawn_network.h"
#include "draw/network/map_story.h"
#include "draw/page/frame.h"
#include "present/wording/words.h"

typedef enum { CHANGE_KEPT, CHANGE_SILENT, CHANGE_ADDED, CHANGE_LOST, CHANGES } Change;

/* The organizations that either view has, in the order of a comparison, as one network. */
typedef struct {
  const RefnetChanges *changes;
  guint32 *compared; /* by vertex: in changes->organizations */
  guint32 *vertex;   /* by place there; REFNET_NONE: in neither view */
  guint32 vertices;
  RefnetDataset dataset; /* of these organizations: their ids, names and details, no more */
  RefnetOrganization *organizations;
  RefnetNetwork *network;
} Union;

/* ---- the network of both --------------------------------------------------------------------- */

static guint32 compared_of(const RefnetChanges *changes, guint side, guint32 vertex) {
  return changes->compared_of[side][changes->networks[side]->organization[vertex]];
}

/* Further rows of one organization are in a view where the first may not be. */
static void number_vertices(Union *both) {
  const RefnetChanges *changes = both->changes;
  both->vertex = g_new(guint32, (gsize)changes->organization_count + 1);
  both->compared = g_new(guint32, (gsize)changes->organization_count + 1);
  for (guint32 c = 0; c < changes->organization_count; c++)
    both->vertex[c] = REFNET_NONE;
  for (guint side = 0; side < REFNET_SIDES; side++)
    for (guint32 v = 0; v < changes->networks[side]->vertices; v++)
      both->vertex[compared_of(changes, side, v)] = 0;
  for (guint32 c = 0; c < changes->organization_count; c++)
    if (both->vertex[c] != REFNET_NONE) {
      both->compared[both->vertices] = c;
      both->vertex[c] = both->vertices++;
    }
}

static void add_arcs(const Union *both, guint side, GArray *arcs) {
  const RefnetNetwork *network = both->changes->networks[side];
  for (guint64 i = 0; i < network->arcs; i++) {
    guint32 from = both->vertex[compared_of(both->changes, side, network->arc_from[i])];
    guint32 to = both->vertex[compared_of(both->changes, side, network->arc_to[i])];
    RefnetDrawnArc arc = {from, to, network->arc_count[i]};
    if (from == to)
      continue;
    if (network->undirected)
      arc = (RefnetDrawnArc){MIN(from, to), MAX(from, to), arc.count};
    g_array_append_val(arcs, arc);
  }
}

static gint compare_ends(gconstpointer left, gconstpointer right) {
  const RefnetDrawnArc *a = left, *b = right;
  int order = refnet_order(a->from, b->from);
  return order ? order : refnet_order(a->to, b->to);
}

/* Each once, its referrals added up. */
static GArray *list_arcs(const Union *both, guint side) {
  GArray *arcs = g_array_new(FALSE, FALSE, sizeof(RefnetDrawnArc));
  add_arcs(both, side, arcs);
  g_array_sort(arcs, compare_ends);
  guint kept = 0;
  for (guint i = 0; i < arcs->len; i++) {
    RefnetDrawnArc *items = (RefnetDrawnArc *)(void *)arcs->data;
    if (kept > 0 && compare_ends(&items[kept - 1], &items[i]) == 0)
      items[kept - 1].count += items[i].count;
    else
      items[kept++] = items[i];
  }
  g_array_set_size(arcs, kept);
  return arcs;
}

/* The arcs of now, and of then those that are no more. */
static GArray *list_all_arcs(const Union *both) {
  g_autoptr(GArray) then = list_arcs(both, REFNET_THEN);
  GArray *arcs = list_arcs(both, REFNET_NOW);
  guint count = arcs->len, now = 0;
  for (guint i = 0; i < then->len; i++) {
    const RefnetDrawnArc *arc = &g_array_index(then, RefnetDrawnArc, i);
    while (now < count && compare_ends(&g_array_index(arcs, RefnetDrawnArc, now), arc) < 0)
      now++;
    if (now == count || compare_ends(&g_array_index(arcs, RefnetDrawnArc, now), arc) != 0)
      g_array_append_vals(arcs, arc, 1);
  }
  return arcs;
}

static void make_network(Union *both) {
  const RefnetChanges *changes = both->changes;
  const RefnetNetwork *now = changes->networks[REFNET_NOW];
  g_autofree guint32 *identity = g_new(guint32, (gsize)both->vertices + 1);
  both->organizations = g_new0(RefnetOrganization, (gsize)both->vertices + 1);
  for (guint32 v = 0; v < both->vertices; v++) {
    const RefnetOrganization *organization =
        refnet_changes_organization(changes, both->compared[v], REFNET_NOW);
    both->organizations[v] = (RefnetOrganization){.id = organization->id,
                                                  .name = organization->name,
                                                  .details = organization->details,
                                                  .sector = REFNET_NONE};
    identity[v] = v;
  }
  both->dataset = (RefnetDataset){.path = now->dataset->path,
                                  .name = now->dataset->name,
                                  .organization_count = both->vertices,
                                  .organizations = both->organizations};
  g_autoptr(GArray) arcs = list_all_arcs(both);
  both->network =
      refnet_drawn_network_new(&both->dataset, identity, both->vertices,
                               (RefnetDrawnArc *)(void *)arcs->data, arcs->len, now->undirected);
}

static void union_clear(Union *both) {
  refnet_network_free(both->network);
  g_free(both->organizations);
  g_free(both->compared);
  g_free(both->vertex);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Union, union_clear)

/* ---- organizations --------------------------------------------------------------------------- */

/* As the comparison lists them: who is closed now went, who is open again came. */
static Change *changes_of(const Union *both) {
  const RefnetChanges *changes = both->changes;
  Change *change = g_new0(Change, (gsize)both->vertices + 1);
  for (guint32 v = 0; v < both->vertices; v++)
    change[v] =
        changes->organizations[both->compared[v]].silent[REFNET_NOW] ? CHANGE_SILENT : CHANGE_KEPT;
  for (gsize i = 0; i < changes->move_count; i++) {
    const RefnetOrganizationChange *move = &changes->moves[i];
    guint32 v = both->vertex[move->compared];
    if (v != REFNET_NONE && move->kind <= REFNET_CHANGE_LEFT)
      change[v] = move->kind <= REFNET_CHANGE_ENTERED ? CHANGE_ADDED : CHANGE_LOST;
  }
  return change;
}

/* Stayed gray, did not answer paler, came blue with a dot, went white with a cross. */
static RefnetPalette *color_changes(const Union *both) {
  static const RefnetGroup looks[CHANGES] = {
      [CHANGE_KEPT] = {.fill = {0.79, 0.82, 0.85, 1}, .outline = {0.36, 0.4, 0.44, 1}},
      [CHANGE_SILENT] = {.fill = {0.93, 0.94, 0.95, 1},
                         .outline = {0.36, 0.4, 0.44, 1},
                         .dashed = TRUE},
      [CHANGE_ADDED] = {.fill = {0, 0.447, 0.698, 1},
                        .outline = {0, 0.25, 0.39, 1},
                        .mark = {1, 1, 1, 1},
                        .symbol = REFNET_SYMBOL_DOT},
      [CHANGE_LOST] = {.fill = {1, 1, 1, 1},
                       .outline = {0.75, 0.29, 0, 1},
                       .mark = {0.75, 0.29, 0, 1},
                       .symbol = REFNET_SYMBOL_CROSS,
                       .dashed = TRUE}};
  static const char *const names[CHANGES] = {"In both", "No answer now", "New", "Gone or closed"};
  g_autofree Change *change = changes_of(both);
  RefnetPalette *palette = g_new0(RefnetPalette, 1);
  palette->title = g_strdup("change");
  palette->groups = g_memdup2(looks, sizeof looks);
  palette->group_count = CHANGES;
  palette->group_of = g_new(guint, (gsize)both->vertices + 1);
  for (guint i = 0; i < CHANGES; i++)
    palette->groups[i].name = g_strdup(names[i]);
  for (guint32 v = 0; v < both->vertices; v++) {
    palette->group_of[v] = change[v];
    palette->groups[change[v]].count++;
  }
  return palette;
}

/* ---- relationships --------------------------------------------------------------------------- */

/* The looks, in the order of the legend. */
enum { NEW, GONE, UNKNOWN, STRONGER, WEAKER, KEPT, LOOKS };

static guint look_of(const RefnetTieChange *tie) {
  static const guint looks[REFNET_TIE_CHANGES] = {
      [REFNET_TIE_ADDED] = NEW,           [REFNET_TIE_REMOVED] = GONE,
      [REFNET_TIE_UNSAID_THEN] = UNKNOWN, [REFNET_TIE_UNSAID_NOW] = UNKNOWN,
      [REFNET_TIE_STRONGER] = STRONGER,   [REFNET_TIE_WEAKER] = WEAKER,
      [REFNET_TIE_STEADY] = KEPT};
  guint look = looks[tie->kind];
  return (look == STRONGER || look == WEAKER) && !tie->clearly ? KEPT : look;
}

static void tell_ties(const Union *both, RefnetStory *story) {
  static const struct {
    RefnetEdgeLook look;
    gboolean always; /* in the legend */
    const char *words;
  } looks[LOOKS] = {[NEW] = {REFNET_EDGE_BLUE, TRUE, "new"},
                    [GONE] = {REFNET_EDGE_RED_DASHES, TRUE, "no longer recorded"},
                    [UNKNOWN] = {REFNET_EDGE_GHOST, FALSE, "not known, no answer"},
                    [STRONGER] = {REFNET_EDGE_DARK, FALSE, "more referrals"},
                    [WEAKER] = {REFNET_EDGE_DOTS, FALSE, "fewer referrals"},
                    [KEPT] = {REFNET_EDGE_PALE, TRUE, "about as many"}};
  const RefnetChanges *changes = both->changes;
  guint64 count[LOOKS] = {[KEPT] = both->network->ties};
  story->look = g_new(RefnetEdgeLook, both->network->ties + 1);
  for (guint64 t = 0; t < both->network->ties; t++)
    story->look[t] = looks[KEPT].look;
  for (gsize i = 0; i < changes->tie_count; i++) {
    const RefnetTieChange *tie = &changes->ties[i];
    guint look = look_of(tie);
    guint64 t = refnet_network_find_tie(both->network, both->vertex[tie->a], both->vertex[tie->b]);
    story->look[t] = looks[look].look;
    count[KEPT]--;
    count[look]++;
  }
  for (guint i = 0; i < LOOKS; i++) {
    g_autofree char *number = refnet_words_digits(count[i]);
    if (looks[i].always || count[i] > 0)
      refnet_story_add_look(story, looks[i].look,
                            g_strdup_printf("%s: %s", looks[i].words, number));
  }
}

/* ---- the map --------------------------------------------------------------------------------- */

static guint count_moves(const RefnetChanges *changes, RefnetOrganizationChangeKind kind) {
  guint count = 0;
  for (gsize i = 0; i < changes->move_count; i++)
    count += changes->moves[i].kind == kind;
  return count;
}

/* "99 organisations, 277 relationships". */
static char *size_of(const RefnetNetwork *network) {
  g_autofree char *organizations =
      refnet_words_tally(network->vertices, "organisation", "organisations");
  g_autofree char *ties = refnet_words_tally(network->ties, "relationship", "relationships");
  return g_strdup_printf("%s, %s", organizations, ties);
}

/* What it was drawn from; names and rows that are not as they were, too. */
static char *count_words(const RefnetChanges *changes) {
  const RefnetNetwork *then = changes->networks[REFNET_THEN], *now = changes->networks[REFNET_NOW];
  GString *text = g_string_new(NULL);
  g_autofree char *before = size_of(then), *after = size_of(now);
  g_string_printf(text, "before: %s · now: %s", before, after);
  guint renamed = count_moves(changes, REFNET_CHANGE_RENAMED);
  guint joined = count_moves(changes, REFNET_CHANGE_JOINED);
  g_autofree char *others = refnet_words_digits(renamed);
  g_autofree char *rows = refnet_words_tally(joined, "further row", "further rows");
  if (renamed > 0)
    g_string_append_printf(text, " · %s under another name now", others);
  if (joined > 0)
    g_string_append_printf(text, " · %s of one that has another", rows);
  return g_string_free(text, FALSE);
}

static RefnetStory *tell(const Union *both) {
  const RefnetNetwork *const *networks = both->changes->networks;
  RefnetStory *story = refnet_story_new();
  g_autofree char *old = refnet_frame_title_of(networks[REFNET_THEN]->dataset->name);
  g_autofree char *now = refnet_frame_title_of(networks[REFNET_NOW]->dataset->name);
  story->title = g_strdup_printf("%s: what changed since %s", now, old);
  story->heading = g_strdup("Relationships");
  story->color = color_changes(both);
  tell_ties(both, story);
  story->counts = count_words(both->changes);
  return story;
}

RefnetMap *refnet_map_new_change(const RefnetChanges *changes, const RefnetMapOptions *options,
                                 GError **error) {
  g_auto(Union) both = {.changes = changes};
  number_vertices(&both);
  make_network(&both);
  g_autoptr(RefnetStory) story = tell(&both);
  return refnet_map_new_story(both.network, NULL, story, options, error);
}
