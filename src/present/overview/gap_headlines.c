/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Of gaps: all taken together, and one with whom to ask. */
#include "present/overview/headlines.h"

#include <math.h>

#include "present/wording/words.h"

/* Of a view, which says nothing of what is there besides it. Caller frees. */
static char *among_these(guint32 organizations, const char *where) {
  g_autofree char *these = refnet_words_count(organizations, "organisation", "organisations");
  gboolean is_one = organizations == 1;
  return g_strdup_printf("Among the %s that the filters leave, services are missing, or rest on "
                         "little, in %s; what %s offer, others may.",
                         these, where, is_one ? "it doesn't" : "they don't");
}

char *refnet_headline_gaps(const RefnetGaps *gaps, const RefnetWording *wording) {
  double unmet = 0;
  guint areas = 0, cells = 0;
  for (gsize i = 0; i < gaps->area_total_count; i++) {
    areas += gaps->areas[i].cells > 0;
    cells += gaps->areas[i].cells;
    unmet += gaps->areas[i].unmet > 0 ? gaps->areas[i].unmet : 0;
  }
  if (cells == 0)
    return NULL;
  g_autofree char *where = refnet_words_count(areas, "area", "areas");
  if (gaps->network->filtered_out > 0)
    return among_these(gaps->network->vertices, where);
  g_autofree char *people = refnet_words_people_a_year(unmet, "about", wording->people_term);
  g_autofree char *without =
      unmet > 0 ? g_strdup_printf("; as far as need is recorded, %s %s without, counted "
                                  "service by service",
                                  people, refnet_words_is_one_person(unmet) ? "goes" : "go")
                : g_strdup("");
  return g_strdup_printf("Services are missing, or rest on little, in %s%s.", where, without);
}

/* "dental care for youth" */
static char *service_for_whom(const RefnetDataset *dataset, const RefnetGap *gap) {
  gboolean is_for = gap->population != REFNET_NONE, is_in = gap->language != REFNET_NONE;
  return g_strdup_printf("%s%s%s%s%s", dataset->services.names[gap->service], is_for ? " for " : "",
                         is_for ? dataset->populations.names[gap->population] : "",
                         is_in ? " in " : "", is_in ? dataset->languages.names[gap->language] : "");
}

/* "about 240 people a year" */
static char *people_a_year(const RefnetGap *gap, double figure, const RefnetWording *wording) {
  return refnet_words_people_a_year(figure, gap->demand_partial ? "at least" : "about",
                                    wording->people_term);
}

/* ", where about 240 people a year need it"; "": not known. */
static char *need_clause(const RefnetGap *gap, const RefnetWording *wording) {
  g_autofree char *people = people_a_year(gap, gap->demand, wording);
  return gap->demand > 0
             ? g_strdup_printf(", where %s %s it", people,
                               refnet_words_is_one_person(gap->demand) ? "needs" : "need")
             : g_strdup("");
}

static char *ask_instead(const RefnetGaps *gaps, const RefnetGap *gap) {
  const RefnetDataset *dataset = gaps->network->dataset;
  const guint32 unplaced = refnet_gap_unplaced(gaps, gap);
  if (gap->organizations_without_services > 0) {
    g_autofree char *unknown = refnet_words_count(
        gap->organizations_without_services, "organisation that lists", "organisations that list");
    return g_strdup_printf("first ask the %s no services there", unknown);
  }
  if (gap->nearest_count == 0)
    return g_strdup("ask who could offer it");
  if (unplaced != REFNET_NONE)
    return g_strdup_printf("ask whether %s, for which no areas are listed, offers it there",
                           refnet_organization_label(&dataset->organizations[unplaced]));
  const RefnetNearest *nearest = &gap->nearest[0];
  return g_strdup_printf("ask %s, %s, whom it could take",
                         refnet_organization_label(&dataset->organizations[nearest->organization]),
                         isfinite(nearest->km) ? "the nearest listed provider"
                                               : "which is listed elsewhere");
}

static char *none_found(const RefnetGaps *gaps, const RefnetGap *gap, const char *what,
                        const char *area, const char *need) {
  g_autofree char *ask = ask_instead(gaps, gap);
  return g_strdup_printf("We found no %s listed in %s%s; %s.", what, area, need, ask);
}

static char *one_provider(const RefnetDataset *dataset, const RefnetGap *gap, const char *what,
                          const char *area, const char *need, const char *provider) {
  const char *second = gap->second == REFNET_NONE
                           ? NULL
                           : refnet_organization_label(&dataset->organizations[gap->second]);
  return g_strdup_printf("One listed organisation, %s, offers %s in %s%s; ask %s%s.", provider,
                         what, area, need, second ? second : "who could be a second",
                         second ? " whether it could be a second" : "");
}

char *refnet_headline_gap(const RefnetGaps *gaps, const RefnetGap *gap,
                          const RefnetWording *wording) {
  const RefnetDataset *dataset = gaps->network->dataset;
  const char *area = dataset->areas[gap->area].name;
  g_autofree char *what = service_for_whom(dataset, gap);
  gboolean is_one = gap->providers.length == 1;
  g_autofree char *need = need_clause(gap, wording);
  g_autofree char *unmet = people_a_year(gap, gap->unmet, wording);
  g_autofree char *providers =
      refnet_words_organizations(dataset, gap->providers, REFNET_HEADLINE_NAMES);
  g_autofree char *unfilled = refnet_words_share(gap->outcomes_unfilled, gap->outcomes_known);
  switch (gap->status) {
  case REFNET_GAP_ABSENT:
    return none_found(gaps, gap, what, area, need);
  case REFNET_GAP_FRAGILE:
    return one_provider(dataset, gap, what, area, need, providers);
  case REFNET_GAP_POPULATION:
    return g_strdup_printf(
        "We found no %s listed in %s%s; ask %s, who %s it there for others, whom "
        "%s could take.",
        what, area, need, providers, is_one ? "lists" : "list", is_one ? "it" : "they");
  case REFNET_GAP_STRAINED:
    return g_strdup_printf("%s would go without %s in %s by the capacity that is listed; ask %s "
                           "where more could come from.",
                           gap->unmet > 0 ? refnet_words_capital(unmet) : "Some", what, area,
                           *providers ? providers : "around");
  case REFNET_GAP_UNREACHABLE:
    return g_strdup_printf("%s %s %s in %s, but we have no recorded referral route to %s; ask "
                           "whether calls go unrecorded.",
                           providers, is_one ? "offers" : "offer", what, area,
                           is_one ? "it" : "them");
  case REFNET_GAP_FAILING:
    break;
  }
  return g_strdup_printf("Of the referrals for %s in %s%s with a known outcome, %s were not "
                         "filled; ask %s what stands in the way.",
                         what, area, refnet_words_or_elsewhere(dataset, gap), unfilled, providers);
}
