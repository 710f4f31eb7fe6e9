/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Suggestions as a plan: who is met in which week, those of an area together. */
#include <refnet/analysis.h>

#include <math.h>

#include "analysis/memory.h"
#include "analysis/risks/contacts.h"

enum { MOST_WEEKS = 12, DAYS_IN_WEEK = 7, MONDAY_OFFSET = 3 }; /* 1 January 1970 was a Thursday */

static RefnetDate next_monday(RefnetDate date) {
  gint32 weekday = (date + MONDAY_OFFSET) % DAYS_IN_WEEK; /* 0: Monday */
  return date + DAYS_IN_WEEK - (weekday < 0 ? weekday + DAYS_IN_WEEK : weekday);
}

/* Where the organization is. Areas that consist of others say too little. */
static guint32 home_area(const RefnetDataset *dataset, const RefnetOrganization *organization,
                         const guint8 *with_parts) {
  guint32 nearest = REFNET_NONE;
  double least = INFINITY;
  for (guint32 a = 0; a < dataset->area_count; a++) {
    const RefnetArea *area = &dataset->areas[a];
    double km =
        refnet_distance_km(organization->details->latitude, organization->details->longitude,
                           area->latitude, area->longitude);
    if (with_parts[a] || !(km < least))
      continue;
    least = km;
    nearest = a;
  }
  if (nearest == REFNET_NONE && organization->areas.length == 1)
    return organization->areas.items[0];
  return nearest;
}

static guint32 *find_areas(const RefnetWhoElse *who_else, guint32 count, GError **error) {
  const RefnetDataset *dataset = who_else->network->dataset;
  guint32 *home = REFNET_TRY_ARRAY(guint32, count, error);
  g_autofree guint8 *with_parts =
      home ? REFNET_TRY_ARRAY(guint8, dataset->area_count, error) : NULL;
  if (!with_parts) {
    g_free(home);
    return NULL;
  }
  for (guint32 a = 0; a < dataset->area_count; a++)
    if (dataset->areas[a].within != REFNET_NONE)
      with_parts[dataset->areas[a].within] = TRUE;
  for (guint32 i = 0; i < count; i++)
    home[i] = home_area(
        dataset, refnet_network_organization(who_else->network, who_else->suggestions[i].vertex),
        with_parts);
  return home;
}

/* Who makes the introduction; where nobody does, the organization itself. A member is asked through
 * whom it knows the one to meet, anybody else through whom we know it. */
static void find_whom_to_ask(const RefnetWhoElse *who_else, RefnetDate as_of,
                             RefnetPlannedMeeting *meeting) {
  const RefnetSuggestion *suggestion = &who_else->suggestions[meeting->suggestion];
  const RefnetPath *way = &suggestion->introduction;
  gboolean coalition = who_else->asked_by == REFNET_ASKED_BY_COALITION;
  guint32 introducer = coalition ? 0 : 1;
  guint32 before = coalition ? suggestion->vertex : who_else->organization;
  if (way->length > introducer + 1) {
    meeting->ask = way->steps[introducer].vertex;
  } else {
    meeting->ask = suggestion->vertex;
    before = REFNET_NONE;
  }
  meeting->contact =
      refnet_contact_to_ask(who_else->network, before, meeting->ask, REFNET_NONE, as_of);
}

/* Takes the suggestions area by area, each area when its best one comes up. */
static void put_in_order(RefnetMeetingPlan *plan, const guint32 *home, guint8 *placed,
                         guint32 count) {
  for (guint32 i = 0; i < count; i++)
    for (guint32 k = i; k < count; k++) {
      if (placed[k] || home[k] != home[i])
        continue;
      plan->meetings[plan->count++] = (RefnetPlannedMeeting){.suggestion = k, .area = home[k]};
      placed[k] = TRUE;
    }
}

RefnetMeetingPlan *refnet_meeting_plan_new(const RefnetWhoElse *who_else, guint32 most,
                                           RefnetDate as_of, GError **error) {
  guint32 count = MIN(who_else->suggestion_count, most ? most : MOST_WEEKS);
  g_autoptr(RefnetMeetingPlan) plan = g_new0(RefnetMeetingPlan, 1);
  g_autofree guint32 *home = find_areas(who_else, count, error);
  g_autofree guint8 *placed = home ? REFNET_TRY_ARRAY(guint8, count, error) : NULL;
  if (!placed || !(plan->meetings = REFNET_TRY_ARRAY(RefnetPlannedMeeting, count, error)))
    return NULL;
  plan->who_else = who_else;
  plan->weeks = MIN(count, MOST_WEEKS);
  put_in_order(plan, home, placed, count);
  for (guint32 i = 0; i < plan->count; i++) {
    RefnetPlannedMeeting *meeting = &plan->meetings[i];
    guint32 week = (guint32)((guint64)i * plan->weeks / plan->count);
    meeting->week = week + 1;
    meeting->date = as_of == REFNET_DATE_UNKNOWN
                        ? REFNET_DATE_UNKNOWN
                        : next_monday(as_of) + (RefnetDate)(DAYS_IN_WEEK * week);
    find_whom_to_ask(who_else, as_of, meeting);
  }
  return g_steal_pointer(&plan);
}

void refnet_meeting_plan_free(RefnetMeetingPlan *plan) {
  if (!plan)
    return;
  g_free(plan->meetings);
  g_free(plan);
}
