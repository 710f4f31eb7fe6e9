/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A plan of meetings: who in which week, where, and whom to ask. */
#include "present/description/description.h"
#include "present/who_else/nobody_sentences.h"
#include "present/who_else/suggestion_sentences.h"
#include "present/wording/words.h"

static const RefnetColumn fields[] = {
    {"organization", "For", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"weeks", "Weeks", REFNET_VALUE_INTEGER, 0, REFNET_COLUMN_DETAIL, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn columns[] = {
    {"week", "WEEK", REFNET_VALUE_INTEGER, 0, 0, NULL},
    {"date", "FROM", REFNET_VALUE_DATE, 0, 0, NULL},
    {"area", "AREA", REFNET_VALUE_TEXT, 0, 0, NULL},
    {"id", "ID", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"name", "MEET", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"label", "MEET", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_TABLE_ONLY, NULL},
    {"ask", "ASK AT", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"ask_contact", "ASK", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_DETAIL, NULL},
    {"reason", "REASON", REFNET_VALUE_TEXT, 0, REFNET_COLUMN_PROSE, NULL},
    {NULL, NULL, 0, 0, 0, NULL}};

static const RefnetColumn no_columns[] = {{"id", "ID", REFNET_VALUE_TEXT, 0, 0, NULL},
                                          {NULL, NULL, 0, 0, 0, NULL}};

static void fill_meeting(const RefnetDescription *description, gsize index, RefnetCells *cells) {
  const RefnetMeetingPlan *plan = description->result;
  const RefnetPlannedMeeting *meeting = &plan->meetings[index];
  const RefnetOrganization *organization = refnet_network_organization(
      description->network, plan->who_else->suggestions[meeting->suggestion].vertex);
  refnet_cells_integer(cells, meeting->week);
  refnet_cells_date(cells, meeting->date);
  refnet_cells_text(
      cells, meeting->area == REFNET_NONE ? NULL : description->dataset->areas[meeting->area].name);
  refnet_cells_text(cells, organization->id);
  refnet_cells_text(cells, organization->name);
  refnet_cells_text(cells, refnet_organization_label(organization));
  refnet_cells_text(cells, refnet_network_organization(description->network, meeting->ask)->id);
  refnet_cells_take_text(cells, meeting->contact == REFNET_NONE
                                    ? NULL
                                    : refnet_words_contact(description->dataset, meeting->contact,
                                                           description->wording.show_people));
  refnet_cells_take_text(cells, refnet_plan_sentence(plan, meeting, &description->wording));
}

static void say_plan(RefnetDescription *description, const RefnetMeetingPlan *plan) {
  g_autofree char *meetings = refnet_words_count(plan->count, "meeting", "meetings");
  g_autofree char *weeks = refnet_words_count(plan->weeks, "week", "weeks");
  g_autofree char *day = refnet_date_words(plan->meetings[0].date);
  char *text =
      g_strdup_printf("%s over %s, from %s on%s.", meetings, weeks, day ? day : "any week",
                      plan->count > 1 ? "; organisations of the same area follow one another" : "");
  refnet_description_say(description, refnet_words_capital(text));
}

RefnetDescription *refnet_describe_plan(const RefnetMeetingPlan *plan,
                                        const RefnetWording *wording) {
  const RefnetWhoElse *who_else = plan->who_else;
  const RefnetNetwork *network = who_else->network;
  RefnetDescription *description = refnet_description_new(wording, plan, network->dataset, network);
  RefnetCells *cells = refnet_description_fields(description, fields);
  refnet_cells_text(cells, who_else->organization == REFNET_NONE
                               ? NULL
                               : refnet_network_organization(network, who_else->organization)->id);
  refnet_cells_integer(cells, plan->weeks);
  if (plan->count > 0)
    say_plan(description, plan);
  refnet_description_add_list(
      description,
      &(RefnetListing){.key = "suggestions", .columns = no_columns, .programs_only = TRUE});
  refnet_description_add_list(description,
                              &(RefnetListing){.key = "plan",
                                               .columns = columns,
                                               .fill = fill_meeting,
                                               .length = plan->count,
                                               .shown = plan->count,
                                               .findings = plan->count,
                                               .main = TRUE,
                                               .empty = refnet_who_else_nobody(who_else)});
  return description;
}
