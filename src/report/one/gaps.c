/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is missing where an organization works: first what it could help with. */
#include "base/order.h"
#include "present/description/description.h"
#include "report/one/sections.h"
#include "report/one/subject.h"

static gint compare_numbers(gconstpointer a, gconstpointer b) {
  return refnet_order(*(const guint32 *)a, *(const guint32 *)b);
}

static gboolean works_in(const RefnetReportResults *results, guint32 area) {
  return g_array_binary_search(results->areas, &area, compare_numbers, NULL);
}

static gboolean offers(const RefnetReportResults *results, guint32 service) {
  const RefnetDataset *dataset = results->dataset;
  guint32 one = refnet_report_one_index(results);
  for (guint32 i = dataset->offer_start[one]; i < dataset->offer_start[one + 1]; i++)
    if (dataset->offers[i].service == service)
      return TRUE;
  return FALSE;
}

gboolean refnet_report_one_is_alone(const RefnetReportResults *results, const RefnetGap *gap) {
  return gap->status == REFNET_GAP_FRAGILE && refnet_report_one_is_among(results, gap->providers);
}

/* As a second provider, with what it offers elsewhere or to others there, with a related service,
 * as one of those who offer it. */
static gboolean could_help(const RefnetReportResults *results, const RefnetGap *gap) {
  if (refnet_report_one_is(results, gap->second) || refnet_report_one_is(results, gap->link_from) ||
      refnet_report_one_is(results, gap->link_to) ||
      refnet_report_one_is_among(results, gap->providers) || offers(results, gap->service))
    return TRUE;
  for (guint32 i = 0; i < gap->related_count; i++)
    if (refnet_report_one_is(results, gap->related[i].organization))
      return TRUE;
  return FALSE;
}

/* Is it one of the nearest who offer what is missing? */
static gboolean is_near(const RefnetReportResults *results, const RefnetGap *gap) {
  for (guint32 i = 0; i < gap->nearest_count; i++)
    if (refnet_report_one_is(results, gap->nearest[i].organization))
      return TRUE;
  return FALSE;
}

static gboolean is_chance(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  const RefnetGap *gap = &results->gaps->cells[row];
  return !refnet_report_one_is_alone(results, gap) &&
         ((works_in(results, gap->area) && could_help(results, gap)) || is_near(results, gap));
}

static gboolean is_beyond(gconstpointer data, guint32 row) {
  const RefnetReportResults *results = data;
  const RefnetGap *gap = &results->gaps->cells[row];
  return works_in(results, gap->area) && !could_help(results, gap) && !is_near(results, gap);
}

RefnetReportPlaces refnet_report_one_chances(const RefnetReportResults *results) {
  return refnet_report_places(results->gaps, is_chance, results);
}

/* What there is nothing to say without; NULL: all is there. */
static const char *what_is_missing(const RefnetReportResults *results) {
  if (results->dataset->services.length == 0 || results->dataset->area_count == 0)
    return "No services or no areas are listed, so nothing can be said of gaps. Fill the columns "
           "services and areas of organizations.csv.";
  if (results->areas->len == 0)
    return "Where it works is not listed, so what is missing there can't be said. Ask.";
  return NULL;
}

gboolean refnet_report_one_gaps(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetWording *wording = &results->options->wording;
  const char *missing = what_is_missing(results);
  (void)error;
  if (missing) {
    refnet_report_say_lead(report, g_strdup(missing));
    return TRUE;
  }
  g_autoptr(RefnetDescription) near = refnet_describe_gaps(results->gaps, wording);
  g_autoptr(RefnetDescription) beyond = refnet_describe_gaps(results->gaps, wording);
  refnet_description_keep_rows(near, "cells", is_chance, results);
  refnet_description_keep_rows(beyond, "cells", is_beyond, results);
  refnet_report_say_list(
      report, near,
      &(RefnetReportList){.key = "cells",
                          .heading = "Where they could help",
                          .style = REFNET_FINDINGS_NUMBERED,
                          .when_empty = "We found no gap that is near to what they offer."});
  refnet_report_say_table(report, beyond,
                          &(RefnetReportList){.key = "cells",
                                              .heading = "What else is missing there; do they know "
                                                         "who could help?",
                                              .without = {"reason"}});
  return TRUE;
}
