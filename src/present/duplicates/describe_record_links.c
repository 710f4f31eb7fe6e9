/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which of our organisations are in another list, under what id, and which are not. */
#include "present/description/description.h"
#include "present/duplicates/evidence_sentences.h"
#include "present/wording/places.h"
#include "present/wording/words.h"

static const RefnetColumn link_columns[] = {
    {"organization", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "ORGANISATION", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"other", "ID THERE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"other_name", "NAME THERE", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"score", "BITS", REFNET_VALUE_REAL, 1, REFNET_COLUMN_DETAIL, NULL},
    {"probability", "PROBABILITY", REFNET_VALUE_REAL, 2, 0, NULL},
    {"decision", "DECISION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"evidence", "EVIDENCE", REFNET_VALUE_TEXTS, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn unmatched_columns[] = {
    {"organization", "ORGANISATION", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "ORGANISATION", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

/* "Elm Clinic (line 14) is probably listed in 211.csv as Elm Clinic Inc, id 62 (98 %): same phone
 * and website. Please confirm." */
static char *link_reason(const RefnetRecordLinks *links, const RefnetRecordLink *link) {
  const RefnetOrganization *ours = links->network->dataset->organizations;
  const RefnetOrganization *other = &links->other->organizations[link->other];
  gboolean is_sure = link->decision == REFNET_DECISION_MERGE;
  g_autofree char *name =
      refnet_place_organization(links->network->dataset, &ours[link->organization]);
  g_autofree char *percent = refnet_words_percent(link->probability);
  GString *reason = g_string_new(NULL);
  g_string_printf(reason, "%s %s listed in %s as %s, id %s (%s)", name,
                  is_sure ? "is probably" : "may be", links->other->name, other->name, other->id,
                  percent);
  refnet_evidence_append(reason, link->evidence, link->evidence_count);
  g_string_append_printf(reason, ".%s", is_sure ? "" : refnet_evidence_caution(link->obstacle));
  if (link->taken != REFNET_NONE)
    g_string_append_printf(reason, " That one is probably our %s.", ours[link->taken].name);
  g_string_append(reason, " Please confirm.");
  return g_string_free(reason, FALSE);
}

static void fill_link(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetRecordLinks *links = description->result;
  const RefnetRecordLink *link = &links->links[index];
  const RefnetOrganization *organization = &description->dataset->organizations[link->organization];
  const RefnetOrganization *other = &links->other->organizations[link->other];
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_text(cells, other->id);
  refnet_cells_text(cells, other->name);
  refnet_cells_real(cells, link->score);
  refnet_cells_real(cells, link->probability);
  refnet_cells_text(cells, link->decision == REFNET_DECISION_MERGE ? "merge" : "review");
  refnet_cells_take_texts(cells, refnet_evidence_texts(link->evidence, link->evidence_count));
  refnet_cells_take_text(cells, link_reason(links, link));
}

static gboolean has_only_a_name(const RefnetOrganization *organization) {
  return !organization->details->phone && !organization->details->email &&
         !organization->details->website && !organization->details->tax_id &&
         !organization->details->address;
}

/* "Three rows of 211.csv have the name of Red Cross (line 7), and nothing tells which of them it
 * is, if any: a phone number, website or address would help." */
static char *namesakes_reason(const RefnetRecordLinks *links, const char *name, guint32 namesakes,
                              gboolean only_a_name) {
  g_autofree char *rows = refnet_words_count(namesakes, "row", "rows");
  const char *why;
  if (only_a_name)
    why = namesakes == 1 ? ", which alone is too little to tell that it is the same: a phone "
                           "number, website or address would help"
                         : ", and nothing tells which of them it is, if any: a phone number, "
                           "website or address would help";
  else
    why = namesakes == 1 ? ", but too little else agrees: look whether it is the same"
                         : ", but too little else agrees with any of them: look whether one is the "
                           "same";
  return g_strdup_printf("%s of %s %s the name of %s%s.", refnet_words_capital(rows),
                         links->other->name, namesakes == 1 ? "has" : "have", name, why);
}

static char *unmatched_reason(const RefnetRecordLinks *links, gsize index) {
  const RefnetDataset *dataset = links->network->dataset;
  const RefnetOrganization *organization = &dataset->organizations[links->unmatched[index]];
  gboolean only_a_name = has_only_a_name(organization);
  g_autofree char *name = refnet_place_organization(dataset, organization);
  if (links->namesakes[index] > 0)
    return namesakes_reason(links, name, links->namesakes[index], only_a_name);
  return g_strdup_printf("We found no %s in %s%s.", name, links->other->name,
                         only_a_name ? ", and had only the name to look for: a phone number, "
                                       "website or address would help"
                                     : "; it may be there under another name, phone or address");
}

static void fill_unmatched(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetRecordLinks *links = description->result;
  const RefnetOrganization *organization =
      &description->dataset->organizations[links->unmatched[index]];
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_take_text(cells, unmatched_reason(links, index));
}

/* "Of 69 organisations, 60 are probably listed in 211.csv; three may be; six were not found there."
 */
static char *summary(const RefnetRecordLinks *links) {
  g_autofree char *all =
      refnet_words_count(links->network->vertices, "organisation", "organisations");
  g_autofree char *found = links->found > 0 ? refnet_words_number(links->found) : g_strdup("none");
  g_autofree char *possible = refnet_words_number(links->possible);
  g_autofree char *unmatched = refnet_words_number(links->unmatched_count);
  GString *text = g_string_new(NULL);
  g_string_printf(text, "Of %s, %s %s probably listed in %s", all, found,
                  links->found == 1 ? "is" : "are", links->other->name);
  if (links->possible > 0)
    g_string_append_printf(text, "; %s may be", possible);
  if (links->unmatched_count > 0)
    g_string_append_printf(text, "; %s %s not found there", unmatched,
                           links->unmatched_count == 1 ? "was" : "were");
  g_string_append_c(text, '.');
  return g_string_free(text, FALSE);
}

RefnetDescription *refnet_describe_record_links(const RefnetRecordLinks *links,
                                                const RefnetWording *wording) {
  RefnetDescription *description =
      refnet_description_new(wording, links, links->network->dataset, links->network);
  refnet_description_say(description, summary(links));
  refnet_description_add_list(
      description, &(RefnetListing){.key = "records",
                                    .heading = "Organisations that may be in the other list",
                                    .columns = link_columns,
                                    .fill = fill_link,
                                    .length = links->link_count,
                                    .findings = links->link_count,
                                    .empty = "None of the organisations looks like one of the "
                                             "other list."});
  refnet_description_add_list(
      description, &(RefnetListing){.key = "unmatched",
                                    .heading = "Organisations not found in the other list",
                                    .columns = unmatched_columns,
                                    .fill = fill_unmatched,
                                    .length = links->unmatched_count,
                                    .empty = "All organisations were found, or may be there."});
  return description;
}
