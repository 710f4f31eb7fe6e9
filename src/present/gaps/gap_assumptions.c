/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said before the gaps: which rows count, what is unknown, how capacity was shared. */
#include "present/gaps/gap_parts.h"
#include "present/wording/words.h"

static void say_count(RefnetDescription *description, guint32 count, const char *rest) {
  if (count == 0)
    return;
  g_autofree char *organizations =
      refnet_words_count(count, "organisation lists", "organisations list");
  refnet_description_say(description,
                         refnet_words_capital(g_strdup_printf("%s %s", organizations, rest)));
}

static gboolean has_status(const RefnetGaps *gaps, RefnetGapStatus status) {
  for (gsize i = 0; i < gaps->cell_count; i++)
    if (gaps->cells[i].status == status)
      return TRUE;
  return FALSE;
}

/* "those within 20 km of it, far ones less" */
static char *radius_words(const RefnetGaps *gaps, RefnetUnits units) {
  static const char *const weights[] = {
      [REFNET_DECAY_NONE] = "",
      [REFNET_DECAY_ZONES] = " (weighing 1, .68 and .22 in the thirds of that distance)",
      [REFNET_DECAY_GAUSSIAN] = " (weighing less with distance, by a Gaussian curve)",
  };
  g_autofree char *radius = refnet_distance_words(gaps->radius, units);
  return gaps->radius > 0
             ? g_strdup_printf(" and those within %s of it%s", radius, weights[gaps->decay])
             : g_strdup("");
}

/* How capacity was shared, where a finding rests on that. */
static void say_catchment(RefnetDescription *description, const RefnetGaps *gaps) {
  if (!has_status(gaps, REFNET_GAP_STRAINED))
    return;
  g_autofree char *radius = radius_words(gaps, description->wording.units);
  refnet_description_say(
      description,
      g_strdup_printf("Need above capacity: each provider's capacity is shared by need among the "
                      "areas it lists%s; where a capacity is blank nothing is said.",
                      radius));
}

/* Without any referral routes are unknown, not missing. */
static void say_routes(RefnetDescription *description, const RefnetGaps *gaps) {
  if (!gaps->has_routes)
    refnet_description_say(description,
                           g_strdup("No referrals between these organisations are recorded, so "
                                    "nothing is said about referral routes."));
}

void refnet_gap_say_assumptions(RefnetDescription *description, const RefnetGaps *gaps) {
  if (gaps->network->filtered_out > 0)
    refnet_description_say(description,
                           g_strdup("Only the organisations that the filters leave are looked at: "
                                    "what is not found among them, others may offer."));
  say_count(description, gaps->organizations_without_services,
            "no services, so what looks missing may be there: gaps may be overstated.");
  say_count(description, gaps->organizations_without_areas,
            "no areas and could not be counted in any: gaps may be overstated.");
  if (gaps->rows_taken_together > 0) {
    g_autofree char *rows =
        refnet_words_count(gaps->rows_taken_together, "row that surely repeats another",
                           "rows that surely repeat others");
    refnet_description_say(description,
                           refnet_words_capital(g_strdup_printf("%s %s as one provider.", rows,
                                                                gaps->rows_taken_together == 1
                                                                    ? "was counted with it"
                                                                    : "were counted with these")));
  }
  if (!gaps->has_needs)
    refnet_description_say(
        description,
        g_strdup("Nothing is listed in a needs.csv: demand is not known, and any service that is "
                 "offered somewhere is taken as needed everywhere. List what is needed "
                 "where in a needs.csv (area, service, demand), and only that is looked "
                 "for."));
  say_catchment(description, gaps);
  say_routes(description, gaps);
}
