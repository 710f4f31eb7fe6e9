/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is prepared once for all who ask. */
#include "analysis/everyone/ground.h"

#include "analysis/memory.h"
#include "analysis/paths/strong_ties.h"
#include "analysis/records/records.h"
#include "analysis/who_else/suggestions.h"
#include "base/parallel.h"

/* From the first row of each group to its last. */
static gboolean link_same(RefnetGround *ground, GError **error) {
  guint32 n = ground->network->vertices;
  g_autofree guint32 *last = REFNET_TRY_ARRAY(guint32, n, error);
  if (!last || !(ground->next_same = REFNET_TRY_ARRAY(guint32, n, error)))
    return FALSE;
  for (guint32 v = 0; v < n; v++) {
    last[v] = v;
    ground->next_same[v] = REFNET_NONE;
  }
  for (guint32 v = 0; v < n; v++) {
    guint32 first = ground->same[v];
    if (v == first)
      continue;
    ground->next_same[last[first]] = v;
    last[first] = v;
  }
  return TRUE;
}

/* Which rows are one organization is found out only where some two may be. */
static gboolean find_same(RefnetGround *ground, GError **error) {
  const RefnetNetwork *network = ground->network;
  g_autofree guint32 *all = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!all)
    return FALSE;
  for (guint32 v = 0; v < network->vertices; v++)
    all[v] = v;
  if (!refnet_records_may_repeat(network, all, network->vertices))
    return TRUE;
  if (!(ground->same = refnet_same_records(network, error)))
    return FALSE;
  refnet_share_meetings(network, ground->same, ground->met);
  return link_same(ground, error);
}

static void look_for_parts(RefnetGround *ground) {
  const RefnetNetwork *network = ground->network;
  for (guint32 v = 0; v < network->vertices && !ground->has_parts; v++)
    ground->has_parts =
        refnet_network_organization(network, v)->details->parent_organization != REFNET_NONE;
}

static gboolean note_places(RefnetGround *ground, GError **error) {
  const RefnetKinds *kinds = ground->kinds;
  guint32 n = ground->network->vertices;
  if (!(ground->places = REFNET_TRY_ARRAY(RefnetPlace, n, error)))
    return FALSE;
  for (guint32 p = 0; p < n; p++) {
    guint32 vertex = ground->allocation->vertex[p], kind = kinds->kind_of[vertex];
    const RefnetKindGroup *group = refnet_kinds_group(kinds, kind);
    guint32 standing =
        (group->candidate ? REFNET_IS_CANDIDATE : 0) | (group->allowed ? REFNET_IS_ALLOWED : 0);
    ground->places[p] = (RefnetPlace){vertex, kind, standing};
  }
  return TRUE;
}

/* What is prepared at the same time. */
typedef struct {
  RefnetGround *ground;
  const RefnetAllocationShape *shape;
  GError *errors[2];
  gboolean done[2];
} Preparation;

static void prepare_half(gpointer work, guint half) {
  Preparation *preparation = work;
  RefnetGround *ground = preparation->ground;
  GError **error = &preparation->errors[half];
  if (half == 0)
    preparation->done[0] = (ground->kinds = refnet_kinds_new(ground->network, &ground->named,
                                                             ground->allowed, error)) &&
                           find_same(ground, error);
  else
    preparation->done[1] =
        (ground->allocation = refnet_allocation_new(ground->network, preparation->shape, error)) &&
        refnet_parts_init(&ground->parts, ground->allocation, ground->allocation->shape.parts,
                          error);
}

static gboolean prepare(RefnetGround *ground, const RefnetAllocationShape *shape, GError **error) {
  Preparation preparation = {.ground = ground, .shape = shape};
  refnet_do_halves(prepare_half, &preparation, g_get_num_processors());
  for (guint half = 0; half < 2; half++)
    if (preparation.errors[half] && (half == 0 || !preparation.errors[0]))
      g_propagate_error(error, preparation.errors[half]);
    else
      g_clear_error(&preparation.errors[half]);
  return preparation.done[0] && preparation.done[1];
}

gboolean refnet_ground_init(RefnetGround *ground, const RefnetNetwork *network,
                            const RefnetWhoElseOptions *options, const RefnetAllocationShape *shape,
                            GError **error) {
  *ground = (RefnetGround){.network = network, .options = options};
  look_for_parts(ground);
  return (ground->allowed = refnet_who_else_allowed(network, options, error)) &&
         (ground->met = refnet_latest_meetings(network, options->as_of, error)) &&
         refnet_named_init(&ground->named, network, error) &&
         (ground->sector_ties = refnet_sector_ties_all(network, error)) &&
         prepare(ground, shape, error) && note_places(ground, error);
}

void refnet_ground_clear(RefnetGround *ground) {
  g_free(ground->allowed);
  g_free(ground->met);
  g_free(ground->places);
  g_free(ground->same);
  g_free(ground->next_same);
  refnet_named_clear(&ground->named);
  g_clear_pointer(&ground->sector_ties, g_ptr_array_unref);
  refnet_kinds_free(ground->kinds);
  refnet_parts_clear(&ground->parts);
  refnet_allocation_free(ground->allocation);
  *ground = (RefnetGround){0};
}

RefnetDate refnet_ground_lapsed(const RefnetGround *ground, guint32 x, guint32 y,
                                gboolean *undated) {
  const RefnetNetwork *past = ground->options->past, *network = ground->network;
  *undated = FALSE;
  guint32 a = past ? past->vertex[network->organization[x]] : REFNET_NONE;
  guint32 b = past ? past->vertex[network->organization[y]] : REFNET_NONE;
  guint64 tie =
      a != REFNET_NONE && b != REFNET_NONE ? refnet_network_find_tie(past, a, b) : G_MAXUINT64;
  if (tie == G_MAXUINT64)
    return REFNET_DATE_UNKNOWN;
  RefnetDate last = refnet_tie_record(past, tie, ground->options->as_of).last;
  *undated = last == REFNET_DATE_UNKNOWN;
  return last;
}
