/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What rests on one person or one organisation, and what helps most. */
#include "present/description/description.h"
#include "present/overview/headlines.h"
#include "present/risks/risk_network_sentences.h"
#include "report/whole/sections.h"

static RefnetMap *draw(const RefnetReport *report, const RefnetMapOptions *options,
                       GError **error) {
  return refnet_map_new_risks(report->results.risks, options, error);
}

static const char *what_is_missing(const RefnetReportResults *results) {
  if (results->network->ties == 0)
    return "No relationships are recorded, so nothing can be said of what rests on whom. Fill "
           "referrals.csv with who refers to whom.";
  return NULL;
}

/* Without contacts, and where nothing rests on one organization, all discs would look the same. */
static gboolean has_map(const RefnetRisks *risks) {
  gboolean tells_apart = risks->network->dataset->contact_count > 0 ||
                         risks->articulation.length > 0 || risks->bridge_count > 0;
  return tells_apart && refnet_map_is_readable(risks->network);
}

static gboolean show_map(const RefnetReport *report, GError **error) {
  if (!has_map(report->results.risks))
    return TRUE;
  return refnet_report_show(
      report, draw, REFNET_SHAPE_NETWORK, "What rests on one contact or one organisation",
      "Discs by how many contacts are listed; a ring marks an organisation that is the only link "
      "for others, which are hatched. That shows its importance, not a fault.",
      "A map of the network. The lists below name the organisations that are only links and those "
      "with one listed contact.",
      error);
}

static void say_actions(const RefnetReport *report, const RefnetDescription *description) {
  const RefnetRisks *risks = report->results.risks;
  if (risks->introduction_count > 0) {
    refnet_report_say_subheading(report, "What would help most");
    g_autofree char *whole = refnet_risk_sentence_whole(risks);
    g_autofree char *then = refnet_risk_sentence_introductions(risks);
    refnet_report_say(report, g_strconcat(whole, " ", then, NULL));
    refnet_report_say_table(
        report, description,
        &(RefnetReportList){.key = "introductions",
                            .heading = "One more contact introduced to the partners, and how many "
                                       "relationships are then expected to be without one",
                            .most = REFNET_REPORT_FEW});
  }
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "missing_contacts",
                                             .style = REFNET_FINDINGS_CHECKLIST,
                                             .with = "reason",
                                             .by_sentence = TRUE,
                                             .heading = "Relationships without a listed contact"});
}

/* `when_empty`: what to say where there are none; NULL: what the command says. */
static void say_organizations(const RefnetReport *report, const RefnetDescription *description,
                              const char *when_empty) {
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "organizations",
                                             .style = REFNET_FINDINGS_NUMBERED,
                                             .no_figures = TRUE,
                                             .when_empty = when_empty});
}

gboolean refnet_report_rests(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetWording *wording = &results->options->wording;
  const char *missing = what_is_missing(results);
  g_autoptr(RefnetDescription) description = refnet_describe_risks(results->risks, wording);
  if (missing) {
    refnet_report_say_lead(report, g_strdup(missing));
    say_organizations(report, description, ""); /* funding that ends needs no relationship */
    return TRUE;
  }
  refnet_report_say_lead(report, refnet_headline_people(results->risks));
  refnet_report_say_note(report, refnet_risk_sentence_single_contacts(results->risks));
  refnet_report_say_note(report, refnet_risk_sentence_closed(results->risks));
  refnet_report_say_note(report, refnet_risk_sentence_repeated(results->risks));
  if (results->risks->introduction_count == 0)
    refnet_report_say_note(report, refnet_risk_sentence_whole(results->risks));
  if (!show_map(report, error))
    return FALSE;
  if (results->dataset->contact_count > 0)
    say_actions(report, description);
  say_organizations(report, description, NULL);
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "people",
                                             .style = REFNET_FINDINGS_NUMBERED,
                                             .most = REFNET_REPORT_FEW,
                                             .by_sentence = TRUE});
  refnet_report_say_list(
      report, description,
      &(RefnetReportList){.key = "key_players", .style = REFNET_FINDINGS_BULLETS});
  return TRUE;
}
