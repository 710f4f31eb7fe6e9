/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One part of a comparison after the other. */
#include "analysis/compare/comparing.h"

#include "analysis/result.h"

static gboolean is_given(const RefnetCompareOptions *options, GError **error) {
  if (options->only_relationships)
    return TRUE;
  if (options->as_of[REFNET_THEN] != REFNET_DATE_UNKNOWN &&
      options->as_of[REFNET_NOW] != REFNET_DATE_UNKNOWN)
    return TRUE;
  g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                      "comparing needs the dates that both datasets are as of");
  return FALSE;
}

static gboolean compare_relationships(RefnetComparing *comparing, GError **error) {
  return refnet_compare_organizations(comparing, error) &&
         refnet_compare_listing(comparing, error) && refnet_compare_ties(comparing, error);
}

static gboolean compare_rest(RefnetComparing *comparing, GError **error) {
  return refnet_compare_people(comparing, error) && refnet_compare_gaps(comparing, error) &&
         refnet_compare_risks(comparing, error) && refnet_compare_figures(comparing, error) &&
         refnet_compare_caveats(comparing, error) &&
         (!comparing->changes.is_scenario || refnet_compare_scenario(comparing, error));
}

RefnetChanges *refnet_changes_new(const RefnetNetwork *then, const RefnetNetwork *now,
                                  const RefnetCompareOptions *options, GError **error) {
  if (!is_given(options, error))
    return NULL;
  RefnetComparing *comparing = g_new0(RefnetComparing, 1);
  g_autoptr(RefnetChanges) changes = &comparing->changes;
  comparing->options = options;
  changes->is_scenario = options->now_of_then != NULL;
  changes->networks[REFNET_THEN] = then;
  changes->networks[REFNET_NOW] = now;
  for (guint side = 0; side < REFNET_SIDES; side++)
    changes->as_of[side] = options->as_of[side];
  gboolean ok = ((comparing->pool = refnet_pool_new()) || refnet_result_no_memory(error)) &&
                compare_relationships(comparing, error) &&
                (options->only_relationships || compare_rest(comparing, error));
  comparing->options = NULL; /* the caller's */
  return ok ? g_steal_pointer(&changes) : NULL;
}

void refnet_changes_free(RefnetChanges *changes) {
  if (!changes)
    return;
  RefnetComparing *comparing = (RefnetComparing *)changes;
  for (guint side = 0; side < REFNET_SIDES; side++) {
    refnet_record_links_free(changes->links[side]);
    refnet_summary_free(changes->summaries[side]);
    refnet_gaps_free(changes->gap_searches[side]);
    refnet_risks_free(changes->risk_searches[side]);
    refnet_check_ins_free(changes->check_ins[side]);
    g_free(comparing->compared_of[side]);
    g_free(comparing->unknown_rows[side]);
  }
  g_free(changes->organizations);
  g_free(changes->moves);
  g_free(changes->ties);
  g_free(changes->figures);
  g_free(changes->gaps);
  g_free(changes->risks);
  g_free(changes->people);
  g_free(changes->unheld);
  g_free(changes->take_overs);
  refnet_pool_free(comparing->pool);
  g_free(comparing);
}

const RefnetOrganization *refnet_changes_organization(const RefnetChanges *changes,
                                                      guint32 compared, guint side) {
  const guint32 *rows = changes->organizations[compared].organization;
  guint known = rows[side] != REFNET_NONE ? side : !side;
  return &changes->networks[known]->dataset->organizations[rows[known]];
}

const RefnetComparedFigure *refnet_changes_figure(const RefnetChanges *changes, const char *key) {
  for (gsize i = 0; i < changes->figure_count; i++)
    if (g_str_equal(changes->figures[i].key, key))
      return &changes->figures[i];
  return NULL;
}
