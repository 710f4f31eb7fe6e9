/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/who_else/suggestion_cells.h"

#include <math.h>

#include "present/who_else/suggestion_sentences.h"

const RefnetColumn refnet_suggestion_reason_columns[] = {
    {"kind", "KIND", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"text", "TEXT", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};
enum { REASON_COLUMNS = 2 };

static const char *const kind_keys[] = {
    [REFNET_REASON_COMMON_PARTNERS] = "common_partners",
    [REFNET_REASON_COMPLEMENTARY] = "complementary_services",
    [REFNET_REASON_SHARED_AREA] = "shared_area",
    [REFNET_REASON_SHARED_POPULATION] = "shared_population",
    [REFNET_REASON_NEAR] = "near",
    [REFNET_REASON_NOMINATED] = "nominated",
    [REFNET_REASON_OFFERS_MATCH] = "offers_what_you_seek",
    [REFNET_REASON_SEEKS_MATCH] = "seeks_what_you_offer",
    [REFNET_REASON_INDIRECT_PARTNERS] = "partners_of_partners",
    [REFNET_REASON_SHARED_SERVICE] = "shared_services",
    [REFNET_REASON_SECTORS] = "sectors_work_together",
    [REFNET_REASON_RENEW] = "renew",
    [REFNET_REASON_MET] = "met",
    [REFNET_REASON_NEW_SERVICE] = "service_no_member_offers",
    [REFNET_REASON_MORE_CAPACITY] = "service_members_cannot_meet",
    [REFNET_REASON_SECOND_PROVIDER] = "service_one_member_offers",
    [REFNET_REASON_NEW_SECTOR] = "new_sector",
    [REFNET_REASON_REACH] = "reach",
    [REFNET_REASON_NEW_GROUP] = "new_group",
    [REFNET_REASON_MEMBER_PARTNERS] = "works_with_members",
};

static void fill_reasons(const RefnetDescription *description, const RefnetSuggestion *suggestion,
                         RefnetCells *cells) {
  RefnetValue *nested = refnet_cells_records(cells, suggestion->reason_count, REASON_COLUMNS);
  for (guint32 i = 0; i < suggestion->reason_count; i++, nested += REASON_COLUMNS) {
    const RefnetReason *reason = &suggestion->reasons[i];
    nested[0].text = kind_keys[reason->kind];
    nested[1].text = refnet_cells_own(
        cells, refnet_suggestion_reason(description->dataset, reason, &description->wording));
  }
}

static char **introduction_ids(const RefnetNetwork *network, const RefnetPath *path) {
  char **ids = g_new0(char *, path->length + 1);
  for (guint32 i = 0; i < path->length; i++)
    ids[i] = g_strdup(refnet_network_organization(network, path->steps[i].vertex)->id);
  return ids;
}

static void fill_ways(const RefnetNetwork *network, const RefnetSuggestion *suggestion,
                      RefnetCells *cells) {
  const RefnetPath *way = &suggestion->introduction;
  gboolean is_way = way->length > 0;
  refnet_cells_take_texts(cells, introduction_ids(network, way));
  refnet_cells_real(cells, is_way ? way->strength : NAN);
  refnet_cells_text(
      cells,
      is_way ? refnet_network_organization(network, way->steps[way->weakest].vertex)->id : NULL);
  refnet_cells_take_texts(cells, introduction_ids(network, &suggestion->alternative));
}

void refnet_suggestion_fill(const RefnetDescription *description, const RefnetWhoElse *who_else,
                            const RefnetSuggestion *suggestion, RefnetCells *cells) {
  const RefnetOrganization *candidate =
      refnet_network_organization(description->network, suggestion->vertex);
  refnet_cells_text(cells, candidate->id);
  refnet_cells_text(cells, candidate->name);
  refnet_cells_text(cells, refnet_organization_label(candidate));
  refnet_cells_real(cells, suggestion->score);
  fill_reasons(description, suggestion, cells);
  fill_ways(description->network, suggestion, cells);
  refnet_cells_take_text(cells,
                         refnet_suggestion_sentence(who_else, suggestion, &description->wording));
}
