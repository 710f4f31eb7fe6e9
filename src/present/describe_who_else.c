/* SPDX-License-Identifier: GPL-2.0-or-later */
/* "Who else should we be meeting with?": suggestions, every reason a sentence, and who can introduce. */
#include "present/description.h"
#include "present/suggestion_sentences.h"

static const RefnetColumn organization_field[] = {
    {"organization", "For", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn reason_columns[] = {
    {"kind", "KIND", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"text", "TEXT", REFNET_VALUE_TEXT, 0, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};
enum { REASON_COLUMNS = 2 };

static const RefnetColumn suggestion_columns[] = {
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"score", "SCORE", REFNET_VALUE_REAL, 2, 0, NULL},
    {"reasons", "REASONS", REFNET_VALUE_RECORDS, 0, REFNET_COLUMN_DETAIL, reason_columns},
    {"introduction", "INTRODUCTION", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

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
};

static void fill_reasons(const RefnetDataset *dataset, const RefnetSuggestion *suggestion,
                         RefnetCells *cells) {
  RefnetValue *nested = refnet_cells_records(cells, suggestion->reason_count, REASON_COLUMNS);
  for (guint32 i = 0; i < suggestion->reason_count; i++, nested += REASON_COLUMNS) {
    const RefnetReason *reason = &suggestion->reasons[i];
    nested[0].text = kind_keys[reason->kind];
    nested[1].text = refnet_cells_own(cells, refnet_suggestion_reason(dataset, reason));
  }
}

static char **introduction_ids(const RefnetNetwork *network, const RefnetPath *path) {
  char **ids = g_new0(char *, path->length + 1);
  for (guint32 i = 0; i < path->length; i++)
    ids[i] = g_strdup(refnet_network_organization(network, path->steps[i].vertex)->id);
  return ids;
}

static void fill_suggestion(const RefnetDescription *description, gsize index,
                            RefnetCells *cells) {
  const RefnetWhoElse *who_else = description->result;
  const RefnetSuggestion *suggestion = &who_else->suggestions[index];
  const RefnetOrganization *candidate =
      refnet_network_organization(description->network, suggestion->vertex);
  refnet_cells_text(cells, candidate->id);
  refnet_cells_text(cells, candidate->name);
  refnet_cells_text(cells, refnet_organization_label(candidate));
  refnet_cells_real(cells, suggestion->score);
  fill_reasons(description->dataset, suggestion, cells);
  refnet_cells_take_texts(cells,
                          introduction_ids(description->network, &suggestion->introduction));
  refnet_cells_take_text(cells, refnet_suggestion_sentence(description->network, suggestion,
                                                           description->wording.show_people));
}

static const char *asking_organization(const RefnetWhoElse *who_else, gboolean as_label) {
  if (who_else->organization == REFNET_NONE)
    return NULL;
  const RefnetOrganization *organization =
      refnet_network_organization(who_else->network, who_else->organization);
  return as_label ? refnet_organization_label(organization) : organization->id;
}

RefnetDescription *refnet_describe_who_else(const RefnetWhoElse *who_else,
                                            const RefnetWording *wording) {
  RefnetDescription *description = refnet_description_new(
      wording, who_else, who_else->network->dataset, who_else->network);
  const char *asking = asking_organization(who_else, TRUE);
  refnet_cells_text(refnet_description_fields(description, organization_field),
                    asking_organization(who_else, FALSE));
  if (asking)
    refnet_description_say(description,
                           g_strdup_printf("Who else should %s be meeting with?", asking));
  if (!who_else->structure_known && who_else->suggestion_count > 0)
    refnet_description_say(
        description, g_strdup("No recorded relationship leads on from here, so these suggestions "
                              "rest on what organisations list: services, areas, people served."));
  refnet_description_add_list(
      description, &(RefnetListing){
                       .key = "suggestions",
                       .columns = suggestion_columns,
                       .fill = fill_suggestion,
                       .length = who_else->suggestion_count,
                       .findings = who_else->suggestion_count,
                       .empty = "Nobody else in the data is left to suggest.",
                   });
  return description;
}
