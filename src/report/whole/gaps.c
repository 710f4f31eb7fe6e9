/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Service gaps: the picture, those that touch most people, and what they come to by area. */
#include "present/description/description.h"
#include "present/overview/headlines.h"
#include "present/wording/words.h"
#include "report/whole/sections.h"

/* Of a picture that is on no paper. */
#define WIDTH 1000.0
#define LETTERS 10.0

/* As high as it needs, where that can be. */
static RefnetMap *draw(const RefnetReport *report, const RefnetMapOptions *options,
                       GError **error) {
  const RefnetReportResults *results = &report->results;
  RefnetMapOptions as_needed = *options;
  gboolean is_paper =
      report->format->picture_room(report->state, results->network->vertices, REFNET_SHAPE_TABLE)
          .is_paper;
  if (!is_paper) {
    as_needed.width = WIDTH;
    as_needed.height = 0;
    as_needed.least_text = LETTERS;
  }
  return refnet_map_new_gaps(results->gaps, &results->gap_options, &as_needed, error);
}

static const char *what_is_missing(const RefnetDataset *dataset) {
  if (dataset->services.length == 0)
    return "No services are listed. Fill the columns services and areas of organizations.csv to "
           "see which are missing where.";
  if (dataset->area_count == 0)
    return "No areas are listed. Fill the column areas of organizations.csv to see what is missing "
           "where.";
  return NULL;
}

/* Are they in the order of people who go without? */
static gboolean knows_unmet(const RefnetGaps *gaps) {
  return gaps->cell_count > 0 && gaps->cells[0].unmet > 0;
}

static gboolean show_gaps(const RefnetReport *report, const RefnetDescription *description,
                          GError **error) {
  if (!refnet_report_show(
          report, draw, REFNET_SHAPE_TABLE, "Services by areas",
          "A row for each service, a column for each area; the key says what the marks "
          "mean. Empty places have two providers or more, or nobody is known to need the service "
          "there.",
          "A table of services by areas with a mark for each gap. The lists below name the gaps "
          "that touch most people and what they add up to by area and by service.",
          error))
    return FALSE;
  refnet_report_say_list(report, description,
                         &(RefnetReportList){.key = "cells",
                                             .heading = knows_unmet(report->results.gaps)
                                                            ? "Where most people go without"
                                                            : "What is missing, and whom to ask",
                                             .style = REFNET_FINDINGS_NUMBERED});
  refnet_report_say_subheading(report, "What they add up to");
  refnet_report_say_table(report, description, &(RefnetReportList){.key = "areas"});
  refnet_report_say_table(report, description, &(RefnetReportList){.key = "services"});
  refnet_report_say_table(report, description, &(RefnetReportList){.key = "unused"});
  return TRUE;
}

/* Others than the rest of the report is about may count here. */
static char *who_counts(const RefnetReportResults *results) {
  const RefnetNetwork *network = results->gaps->network;
  if (network->vertices == results->network->vertices)
    return NULL;
  g_autofree char *count = refnet_words_count(network->vertices, "organisation", "organisations");
  return g_strdup_printf(
      "Only gaps in what was chosen are told. Here %s count, not only those that "
      "the filters leave: nothing is called missing that others offer.",
      count);
}

gboolean refnet_report_gaps(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetWording *wording = &results->options->wording;
  const char *missing = what_is_missing(results->dataset);
  if (missing) {
    refnet_report_say_lead(report, g_strdup(missing));
    return TRUE;
  }
  g_autoptr(RefnetDescription) description = refnet_describe_gaps(results->gaps, wording);
  char *lead = refnet_headline_gaps(results->gaps, wording);
  gboolean has_gaps = lead != NULL;
  refnet_report_say_lead(report, has_gaps ? lead
                                          : g_strdup("We found no gap in the services and areas "
                                                     "listed."));
  refnet_report_say_note(report, who_counts(results));
  refnet_report_say_introduction(report, description, 0);
  return !has_gaps || show_gaps(report, description, error);
}
