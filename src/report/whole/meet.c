/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who else to meet: for the coalition, when, and which of its members should work together. */
#include "present/description/description.h"
#include "report/whole/sections.h"

enum { MEETINGS = 12 /* a quarter */ };

static void say_plan(const RefnetReport *report) {
  const RefnetReportResults *results = &report->results;
  if (results->plan->count == 0)
    return;
  g_autoptr(RefnetDescription) plan =
      refnet_describe_plan(results->plan, &results->options->wording);
  refnet_report_say_subheading(report, "A plan of meetings");
  refnet_report_say_table(report, plan,
                          &(RefnetReportList){.key = "plan",
                                              .heading = "Who to meet in which week",
                                              .without = {"reason"},
                                              .most = MEETINGS,
                                              .with = "ask_contact"});
  refnet_report_say_introduction(report, plan, 0);
}

static void say_ties(const RefnetReport *report) {
  const RefnetReportResults *results = &report->results;
  if (!results->ties) {
    refnet_report_say_note(report, g_strdup("Relationships among members are not looked for: there "
                                            "are too many members to compare every two."));
    return;
  }
  if (results->ties->network->ties == 0)
    return;
  g_autoptr(RefnetDescription) ties =
      refnet_describe_ties(results->ties, &results->options->wording);
  refnet_report_say_list(
      report, ties,
      &(RefnetReportList){.key = "ties",
                          .heading = results->ties->member_rule == REFNET_MEMBERS_NONE
                                         ? "Relationships that could be made"
                                         : "Relationships that members could make, or help to make",
                          .style = REFNET_FINDINGS_NUMBERED,
                          .without = {"score"},
                          .most = REFNET_REPORT_FEW});
}

gboolean refnet_report_meet(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  (void)error;
  g_autoptr(RefnetDescription) description =
      refnet_describe_who_else(results->who_else, &results->options->wording);
  const char *hint = refnet_who_else_hint(results->who_else);
  if (hint)
    refnet_report_say_lead(report, g_strdup(hint));
  else if (description->introduction->len > 0)
    refnet_report_say_lead(report, g_strdup(g_ptr_array_index(description->introduction, 0)));
  refnet_report_say_who_counts(report);
  refnet_report_say_introduction(report, description, hint ? 0 : 1);
  if (!hint)
    refnet_report_say_list(
        report, description,
        &(RefnetReportList){.key = "suggestions", .style = REFNET_FINDINGS_NUMBERED});
  say_plan(report);
  say_ties(report);
  return TRUE;
}
