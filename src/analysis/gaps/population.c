/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups that nobody in the area serves, though somebody offers the service there: populations, and
 * on demand languages. Where any provider's groups are blank nothing is claimed. */
#include "analysis/gaps/search.h"

#include <math.h>
#include <string.h>

#include "analysis/result.h"

/* ---- who is served --------------------------------------------------------------------------- */

static void mark(guint8 *marks, RefnetIndexList items) {
  for (guint32 i = 0; i < items.length; i++)
    marks[items.items[i]] = TRUE;
}

/* Marks the populations that the cell's supply points serve; FALSE where one doesn't say. */
static gboolean mark_populations(const RefnetGapSearch *search, guint32 area) {
  memset(search->groups_served, 0, search->network->dataset->populations.length);
  for (guint32 i = 0; i < refnet_service_supply_count(search->supply, area); i++) {
    const RefnetSupply *point = refnet_service_supply_at(search->supply, area, i);
    if (point->populations.length == 0)
      return FALSE;
    mark(search->groups_served, point->populations);
  }
  return TRUE;
}

/* Languages of all rows of a provider; FALSE where none says. */
static gboolean mark_languages_of(const RefnetGapSearch *search, guint32 provider) {
  const RefnetProviders *providers = search->providers;
  gboolean known = FALSE;
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++) {
    RefnetIndexList languages =
        refnet_network_organization(search->network, providers->members[m])->details->languages;
    known |= languages.length > 0;
    mark(search->groups_served, languages);
  }
  return known;
}

static gboolean mark_languages(const RefnetGapSearch *search, const RefnetGapCell *cell) {
  memset(search->groups_served, 0, search->network->dataset->languages.length);
  for (guint32 i = 0; i < cell->provider_count; i++)
    if (!mark_languages_of(search, cell->providers[i]))
      return FALSE;
  return TRUE;
}

static gboolean serves_population(const RefnetGapSearch *search, guint32 provider,
                                  guint32 population) {
  for (guint32 p = 0; p < search->supply->length; p++)
    if (search->supply->points[p].provider == provider &&
        refnet_list_has(search->supply->points[p].populations, population))
      return TRUE;
  return FALSE;
}

static gboolean speaks(const RefnetGapSearch *search, guint32 provider, guint32 language) {
  const RefnetProviders *providers = search->providers;
  for (guint32 m = providers->member_start[provider]; m < providers->member_start[provider + 1];
       m++)
    if (refnet_list_has(
            refnet_network_organization(search->network, providers->members[m])->details->languages,
            language))
      return TRUE;
  return FALSE;
}

/* ---- findings -------------------------------------------------------------------------------- */

typedef struct {
  const RefnetGapSearch *search;
  guint32 population, language;
} Group;

static gboolean is_for_group(guint32 provider, gconstpointer data) {
  const Group *group = data;
  return group->language == REFNET_NONE
             ? serves_population(group->search, provider, group->population)
             : speaks(group->search, provider, group->language);
}

static gboolean report(RefnetGapSearch *search, const RefnetGapCell *cell, guint32 population,
                       guint32 language, double demand, GError **error) {
  Group group = {search, population, language};
  RefnetGap gap = refnet_gap_begin(search, cell, REFNET_GAP_POPULATION);
  gap.population = population;
  gap.language = language;
  gap.demand = gap.unmet = demand;
  gap.access = NAN; /* the capacity is for others */
  if (!refnet_gap_add_nearest(search, is_for_group, &group, &gap))
    return refnet_result_no_memory(error);
  return refnet_gap_end(search, cell, &gap, error);
}

/* Rows of one cell that name this population, together. */
static double demand_of(const RefnetGapSearch *search, const RefnetGapCell *cell,
                        guint32 population) {
  double demand = NAN;
  for (guint32 i = cell->first_need; i < cell->last_need; i++) {
    const RefnetNeed *need = &search->network->dataset->needs[search->demand->rows[i]];
    if (need->population == population && !isnan(need->demand))
      demand = isnan(demand) ? need->demand : demand + need->demand;
  }
  return demand;
}

static gboolean report_needed(RefnetGapSearch *search, const RefnetGapCell *cell, GError **error) {
  for (guint32 i = cell->first_need; i < cell->last_need; i++) {
    guint32 population = search->network->dataset->needs[search->demand->rows[i]].population;
    if (population == REFNET_NONE || search->groups_served[population] ||
        !refnet_chosen(search->populations, population))
      continue;
    search->groups_served[population] = TRUE; /* several rows may name it */
    double demand = demand_of(search, cell, population);
    if (demand != 0 && !report(search, cell, population, REFNET_NONE, demand, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean offered_to(const RefnetGapSearch *search, guint32 population) {
  for (guint32 p = 0; p < search->supply->length; p++)
    if (refnet_list_has(search->supply->points[p].populations, population))
      return TRUE;
  return FALSE;
}

/* Without needs.csv whom the service is offered to somewhere counts as in need of it everywhere. */
static gboolean report_offered(RefnetGapSearch *search, const RefnetGapCell *cell, GError **error) {
  for (guint32 p = 0; p < search->network->dataset->populations.length; p++)
    if (!search->groups_served[p] && refnet_chosen(search->populations, p) &&
        offered_to(search, p) && !report(search, cell, p, REFNET_NONE, NAN, error))
      return FALSE;
  return TRUE;
}

gboolean refnet_gap_report_populations(RefnetGapSearch *search, const RefnetGapCell *cell,
                                       GError **error) {
  if (!refnet_gap_wanted(search, REFNET_GAP_POPULATION) || !mark_populations(search, cell->area))
    return TRUE;
  return search->result->gaps.has_needs ? report_needed(search, cell, error)
                                        : report_offered(search, cell, error);
}

static gboolean spoken_by_some(const RefnetGapSearch *search, guint32 language) {
  for (guint32 p = 0; p < search->supply->length; p++)
    if (speaks(search, search->supply->points[p].provider, language))
      return TRUE;
  return FALSE;
}

gboolean refnet_gap_report_languages(RefnetGapSearch *search, const RefnetGapCell *cell,
                                     GError **error) {
  if (!search->options->by_language || !refnet_gap_wanted(search, REFNET_GAP_POPULATION) ||
      !mark_languages(search, cell))
    return TRUE;
  for (guint32 l = 0; l < search->network->dataset->languages.length; l++)
    if (!search->groups_served[l] && spoken_by_some(search, l) &&
        !report(search, cell, REFNET_NONE, l, NAN, error))
      return FALSE;
  return TRUE;
}
