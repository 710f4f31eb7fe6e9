/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Results of "who else", and who may be in them. */
#include "analysis/who_else/suggestions.h"

#include "analysis/memory.h"
#include "analysis/result.h"
#include "model/dataset/filter.h"

RefnetWhoElseResult *refnet_who_else_result_new(const RefnetNetwork *network, GError **error) {
  RefnetWhoElseResult *result = g_new0(RefnetWhoElseResult, 1);
  result->who_else.network = network;
  result->who_else.organization = REFNET_NONE;
  result->who_else.coalition = REFNET_NONE;
  if ((result->pool = refnet_pool_new()))
    return result;
  refnet_who_else_free(&result->who_else);
  refnet_result_no_memory(error);
  return NULL;
}

RefnetSuggestion *refnet_who_else_result_add(RefnetWhoElseResult *result, guint32 vertex,
                                             double score) {
  RefnetWhoElse *who_else = &result->who_else;
  gpointer array = who_else->suggestions;
  if (!refnet_result_grow(&array, who_else->suggestion_count, &result->capacity,
                          sizeof(RefnetSuggestion)))
    return NULL;
  who_else->suggestions = array;
  RefnetSuggestion *suggestion = &who_else->suggestions[who_else->suggestion_count++];
  *suggestion = (RefnetSuggestion){.vertex = vertex, .score = score};
  return suggestion;
}

gboolean refnet_who_else_result_tell(RefnetWhoElseResult *result, const RefnetReason *reason,
                                     const guint32 *items, guint32 length) {
  RefnetWhoElse *who_else = &result->who_else;
  RefnetSuggestion *suggestion = &who_else->suggestions[who_else->suggestion_count - 1];
  RefnetReason told = *reason;
  if (!refnet_result_list(result->pool, items, length, &told.items))
    return FALSE;
  suggestion->reasons = g_renew(RefnetReason, suggestion->reasons, suggestion->reason_count + 1);
  suggestion->reasons[suggestion->reason_count++] = told;
  return TRUE;
}

void refnet_who_else_free(RefnetWhoElse *who_else) {
  if (!who_else)
    return;
  RefnetWhoElseResult *result = (RefnetWhoElseResult *)who_else;
  for (guint32 i = 0; i < who_else->suggestion_count; i++) {
    g_free(who_else->suggestions[i].reasons);
    g_free(who_else->suggestions[i].introduction.steps);
    g_free(who_else->suggestions[i].alternative.steps);
  }
  refnet_pool_free(result->pool);
  g_free(who_else->suggestions);
  g_free(result);
}

void refnet_who_else_introduce(RefnetWhoElse *who_else, RefnetPathFinder *finder) {
  for (guint32 i = 0; i < who_else->suggestion_count; i++) {
    RefnetSuggestion *suggestion = &who_else->suggestions[i];
    suggestion->introduction = refnet_path_best(finder, suggestion->vertex, REFNET_PATH_MAX_TIES);
    if (suggestion->introduction.length > 2)
      suggestion->alternative = refnet_path_other(finder, suggestion->vertex, REFNET_PATH_MAX_TIES,
                                                  &suggestion->introduction);
  }
}

guint8 *refnet_who_else_allowed(const RefnetNetwork *network, const RefnetWhoElseOptions *options,
                                GError **error) {
  RefnetFiltered filtered;
  g_autofree guint8 *allowed = REFNET_TRY_ARRAY(guint8, network->vertices, error);
  if (!allowed ||
      !refnet_filter_organizations(network->dataset, options->candidates, &filtered, error))
    return NULL;
  for (guint32 v = 0; v < network->vertices; v++)
    allowed[v] =
        filtered.kept[network->organization[v]] && !refnet_network_organization(network, v)->closed;
  g_free(filtered.kept);
  for (guint32 i = 0; i < options->excluded_count; i++)
    if (network->vertex[options->excluded[i]] != REFNET_NONE)
      allowed[network->vertex[options->excluded[i]]] = FALSE;
  return g_steal_pointer(&allowed);
}

gboolean refnet_who_else_is_filtered(const RefnetWhoElseOptions *options) {
  const RefnetFilter *chosen = options->candidates;
  return options->excluded_count > 0 ||
         (chosen && (chosen->areas || chosen->services || chosen->sectors || chosen->populations ||
                     chosen->coalitions || chosen->partnerships));
}

gboolean refnet_is_part_of_same_body(const RefnetNetwork *network, guint32 a, guint32 b) {
  guint32 first = network->organization[a], second = network->organization[b];
  return refnet_network_organization(network, a)->details->parent_organization == second ||
         refnet_network_organization(network, b)->details->parent_organization == first;
}

guint32 refnet_later_meeting(const RefnetMeeting *meetings, guint32 a, guint32 b) {
  if (a == REFNET_NONE || b == REFNET_NONE)
    return a == REFNET_NONE ? b : a;
  if (meetings[a].date != meetings[b].date)
    return meetings[a].date > meetings[b].date ? a : b;
  return MIN(a, b);
}

guint32 *refnet_latest_meetings(const RefnetNetwork *network, RefnetDate as_of, GError **error) {
  const RefnetMeeting *meetings = network->dataset->meetings;
  guint32 *latest = REFNET_TRY_ARRAY(guint32, network->vertices, error);
  if (!latest)
    return NULL;
  for (guint32 v = 0; v < network->vertices; v++)
    latest[v] = REFNET_NONE;
  for (guint32 i = 0; i < network->dataset->meeting_count; i++) {
    guint32 v = network->vertex[meetings[i].organization];
    gboolean to_come = as_of != REFNET_DATE_UNKNOWN && meetings[i].date > as_of;
    if (v == REFNET_NONE || to_come || meetings[i].date == REFNET_DATE_UNKNOWN)
      continue;
    latest[v] = refnet_later_meeting(meetings, latest[v], i);
  }
  return latest;
}

void refnet_share_meetings(const RefnetNetwork *network, const guint32 *same, guint32 *latest) {
  for (guint32 v = 0; v < network->vertices; v++)
    latest[same[v]] = refnet_later_meeting(network->dataset->meetings, latest[same[v]], latest[v]);
  for (guint32 v = 0; v < network->vertices; v++)
    latest[v] = latest[same[v]];
}
