/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whom a whole coalition should meet next: one organization after the other, each for what it adds
 * to the members and to those chosen before; or the few that add most together. */
#include <refnet/analysis.h>

#include "analysis/coalition/best_few.h"
#include "analysis/coalition/reasons.h"
#include "analysis/coalition/ways.h"
#include "analysis/result.h"

typedef struct {
  const RefnetNetwork *network;
  const RefnetWhoElseOptions *options;
  RefnetCoalition coalition;
  RefnetCoalitionSides sides;
  RefnetCoalitionCells cells;
  RefnetCoalitionTeller teller;
  RefnetWhoElseResult *result;
} Search;

static void search_clear(Search *search) {
  refnet_coalition_clear(&search->coalition);
  refnet_coalition_sides_clear(&search->sides);
  refnet_coalition_cells_clear(&search->cells);
  refnet_coalition_teller_clear(&search->teller);
  refnet_who_else_free(search->result ? &search->result->who_else : NULL);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

static gboolean suggest(Search *search, guint32 vertex, double gain, GError **error) {
  RefnetSuggestion *suggestion = refnet_who_else_result_add(search->result, vertex, gain);
  if (!suggestion || !refnet_coalition_tell(&search->teller, vertex, search->result))
    return refnet_result_no_memory(error);
  search->result->who_else.reached += gain;
  return refnet_coalition_introduce(&search->sides, search->options->as_of, suggestion, error);
}

static gboolean list_members(Search *search, GError **error) {
  g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 v = 0; v < search->network->vertices; v++)
    if (search->coalition.member[v])
      g_array_append_val(members, v);
  return refnet_result_list(search->result->pool, (const guint32 *)(gpointer)members->data,
                            members->len, &search->result->who_else.members) ||
         refnet_result_no_memory(error);
}

static gboolean prepare(Search *search, GError **error) {
  RefnetWhoElseResult *result = refnet_who_else_result_new(search->network, error);
  search->result = result;
  if (!result || !refnet_coalition_init(&search->coalition, search->network,
                                        search->options->coalitions, error))
    return FALSE;
  result->who_else.asked_by = REFNET_ASKED_BY_COALITION;
  result->who_else.structure_known = TRUE;
  result->who_else.filtered = refnet_who_else_is_filtered(search->options);
  result->who_else.objective = search->options->objective;
  result->who_else.member_rule = search->coalition.rule;
  result->who_else.coalition = search->coalition.coalition;
  result->who_else.has_needs = refnet_needs_known(search->network->dataset);
  return list_members(search, error);
}

/* Of few, those that add most together; of many, one after the other. */
static gboolean suggest_all(Search *search, GError **error) {
  RefnetCoverage *coverage = &search->cells.coverage;
  RefnetWhoElse *who_else = &search->result->who_else;
  guint32 vertex, top = search->options->top;
  double gain, first = 0;
  RefnetBestFew best;
  refnet_best_few_find(coverage, top > 0 ? MIN(top, REFNET_BEST_FEW) : REFNET_BEST_FEW, &best);
  who_else->is_best = best.is_best && top > 0 && top <= REFNET_BEST_FEW;
  if (top > 0 && top <= REFNET_BEST_FEW)
    refnet_coverage_keep(coverage, best.vertices, best.length);
  for (guint32 k = 0; (top == 0 || k < top) && refnet_coverage_best(coverage, &vertex, &gain);
       k++) {
    if (!suggest(search, vertex, gain, error))
      return FALSE;
    refnet_coverage_take(coverage, vertex);
    first += k < REFNET_BEST_FEW ? gain : 0;
  }
  if (best.is_best && best.value > 0)
    who_else->share_of_best = MIN(first / best.value, 1);
  return TRUE;
}

static gboolean choose(Search *search, GError **error) {
  const RefnetWhoElseOptions *options = search->options;
  RefnetWhoElse *who_else = &search->result->who_else;
  if (!refnet_coalition_sides_init(&search->sides, search->network, &search->coalition, options,
                                   error) ||
      !refnet_coalition_cells_init(&search->cells, &search->sides, options->objective, error) ||
      !refnet_coalition_teller_init(&search->teller, &search->sides, &search->cells, options->seed,
                                    options->as_of, error))
    return FALSE;
  who_else->candidates = search->sides.candidates;
  who_else->open = search->cells.goal;
  return suggest_all(search, error);
}

RefnetWhoElse *refnet_who_else_coalition(const RefnetNetwork *network,
                                         const RefnetWhoElseOptions *options, GError **error) {
  static const RefnetWhoElseOptions defaults = {.as_of = REFNET_DATE_UNKNOWN};
  g_auto(Search) search = {.network = network, .options = options ? options : &defaults};
  if (!prepare(&search, error) || (search.coalition.count > 0 && !choose(&search, error)))
    return NULL;
  RefnetWhoElse *who_else = &search.result->who_else;
  search.result = NULL;
  return who_else;
}
