/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the sheets leave open of an organization. */
#include "present/wording/words.h"
#include "report/one/sections.h"
#include "report/one/subject.h"

static char *silence(const RefnetReportResults *results) {
  if (refnet_dataset_answered(results->dataset, refnet_report_one_index(results)) != REFNET_TRI_NO)
    return NULL;
  return g_strdup_printf(
      "%s has not answered the survey: to whom it refers, and who else refers to "
      "it, may be unrecorded. Ask.",
      refnet_report_one_label(results));
}

static char *silent_partners(const RefnetReportResults *results) {
  const RefnetNetwork *network = results->network;
  g_autoptr(GArray) silent = g_array_new(FALSE, FALSE, sizeof(guint32));
  guint64 first = network->tie_start[results->subject];
  guint64 end = network->tie_start[results->subject + 1];
  for (guint64 i = first; i < end; i++) {
    const guint32 partner = network->neighbor[i];
    if (refnet_dataset_answered(network->dataset, network->organization[partner]) == REFNET_TRI_NO)
      g_array_append_val(silent, partner);
  }
  if (silent->len == 0)
    return NULL;
  RefnetIndexList list = {(guint32 *)(gpointer)silent->data, silent->len};
  g_autofree char *names = refnet_words_vertices(network, list, 3);
  g_autofree char *share = refnet_words_share(silent->len, end - first);
  return g_strdup_printf("%s partners did not answer the survey (%s), so what they refer may be "
                         "unrecorded.",
                         share, names);
}

/* Does it say whom it serves, of itself or of one service at least? */
static gboolean says_populations(const RefnetReportResults *results) {
  const RefnetDataset *dataset = results->dataset;
  guint32 one = refnet_report_one_index(results);
  gboolean says = dataset->organizations[one].populations.length > 0;
  for (guint32 i = dataset->offer_start[one]; i < dataset->offer_start[one + 1]; i++)
    says |= dataset->offers[i].populations.length > 0;
  return says;
}

/* "services, areas and languages"; NULL: all are listed. */
static char *blank_lists(const RefnetReportResults *results) {
  const RefnetOrganization *one = refnet_report_one_organization(results);
  const char *blank[7];
  gsize count = 0;
  if (!refnet_dataset_services_known(results->dataset, refnet_report_one_index(results)))
    blank[count++] = "which services it offers";
  if (results->areas->len == 0)
    blank[count++] = "where it works";
  if (!says_populations(results))
    blank[count++] = "whom it serves";
  if (one->details->languages.length == 0)
    blank[count++] = "which languages are spoken";
  if (one->details->seeks.length == 0)
    blank[count++] = "what it seeks from partners";
  if (!one->details->phone && !one->details->email && !one->details->website)
    blank[count++] = "a phone number, an e-mail address or a website";
  if (one->details->verified == REFNET_DATE_UNKNOWN)
    blank[count++] = "when all this was last confirmed";
  return count == 0 ? NULL : refnet_words_list(blank, count, 0);
}

static char *blanks(const RefnetReportResults *results) {
  g_autofree char *list = blank_lists(results);
  return list ? g_strdup_printf("Not listed: %s.", list) : NULL;
}

static char *contacts(const RefnetReportResults *results) {
  const RefnetDataset *dataset = results->dataset;
  guint32 organization = refnet_report_one_index(results);
  guint32 here = 0, undated = 0;
  for (guint32 i = dataset->contact_start[organization];
       i < dataset->contact_start[organization + 1]; i++) {
    gboolean has_left = dataset->contacts[i].left != REFNET_DATE_UNKNOWN &&
                        dataset->contacts[i].left <= results->options->wording.as_of;
    here += !has_left;
    undated += !has_left && dataset->contacts[i].last_contact == REFNET_DATE_UNKNOWN;
  }
  if (here == 0)
    return g_strdup("Nobody is listed there who has not left. Ask whom to call.");
  if (undated == 0)
    return NULL;
  if (here == 1)
    return g_strdup("The one person listed there has no date of last contact, so no check-in with "
                    "them can be due.");
  g_autofree char *share = refnet_words_share(undated, here);
  return g_strdup_printf("%s people listed there %s no date of last contact, so no check-in with "
                         "them can be due.",
                         share, refnet_words_in_number(undated, "has", "have"));
}

gboolean refnet_report_one_unknown(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetReportFormatWriter *format = report->format;
  char *holes[] = {silence(results), blanks(results), contacts(results), silent_partners(results)};
  guint said = 0;
  (void)error;
  for (guint i = 0; i < G_N_ELEMENTS(holes); i++)
    said += holes[i] != NULL;
  if (said == 0) {
    refnet_report_say_lead(report, g_strdup("Nothing is known to be missing."));
    return TRUE;
  }
  refnet_report_say_lead(report, g_strdup("Blank is unknown, never zero. A visit is the time to "
                                          "ask."));
  format->findings_begin(report->state, REFNET_FINDINGS_CHECKLIST);
  for (guint i = 0; i < G_N_ELEMENTS(holes); i++)
    refnet_report_say_finding(report, NULL, holes[i], NULL);
  format->findings_end(report->state);
  return TRUE;
}
