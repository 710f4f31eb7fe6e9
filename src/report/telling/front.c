/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/telling/front.h"

#include "analysis/result.h"
#include "draw/page/frame.h"
#include "present/description/response.h"
#include "present/wording/words.h"

/* Contacts of the view from the `first` to before the `end`: "167 contacts are listed; five of the
 * contacts have left." Caller frees. */
static char *contacts(const RefnetReportResults *results, guint32 first, guint32 end) {
  guint32 listed = 0, left = 0;
  for (guint32 i = first; i < end; i++) {
    const RefnetContact *contact = &results->dataset->contacts[i];
    if (results->network->vertex[contact->organization] == REFNET_NONE)
      continue;
    listed++;
    left += refnet_contact_has_left(contact, results->options->wording.as_of);
  }
  g_autofree char *people = refnet_words_count(listed, "contact", "contacts");
  g_autofree char *gone =
      refnet_words_count(left, "of the contacts has left", "of the contacts have left");
  return g_strdup_printf("%s are listed%s%s.", people, left > 0 ? "; " : "", left > 0 ? gone : "");
}

static char *counts(const RefnetReportResults *results) {
  const RefnetNetwork *network = results->network;
  g_autofree char *organizations =
      refnet_words_count(network->vertices, "organisation", "organisations");
  g_autofree char *ties = refnet_words_count(network->ties, "relationship", "relationships");
  g_autofree char *people = contacts(results, 0, results->dataset->contact_count);
  return refnet_words_capital(g_strdup_printf("%s, %s and %s", organizations, ties, people));
}

static char *response(const RefnetNetwork *network) {
  guint32 answered, asked = refnet_response_asked(network, &answered);
  g_autofree char *share = refnet_words_share(answered, asked);
  if (asked == 0)
    return NULL;
  return g_strdup_printf(
      "%s organisations asked %s answered%s", share,
      refnet_words_in_number(answered, "has", "have"),
      answered == asked ? "." : "; what the others left unsaid is unknown, not missing.");
}

/* NULL: there are no people to name. */
static const char *privacy(const RefnetReportResults *results) {
  if (results->dataset->contact_count == 0)
    return NULL;
  return results->options->wording.show_people
             ? "This report names people. Share it only with those who may see that."
             : "Contacts go by number, not by name.";
}

/* What is listed of one organization. */
static char *counts_of_one(const RefnetReportResults *results) {
  guint32 organization = results->network->organization[results->subject];
  const RefnetDataset *dataset = results->dataset;
  g_autofree char *ties = refnet_words_count(
      refnet_network_degree(results->network, results->subject), "relationship", "relationships");
  const guint32 *start = &dataset->contact_start[organization];
  g_autofree char *people = contacts(results, start[0], start[1]);
  return refnet_words_capital(g_strdup_printf("%s and %s", ties, people));
}

/* What the report is called and what it says of itself below that. */
typedef struct {
  char *title, *subtitle;
} Names;

static Names name_report(const RefnetReportResults *results) {
  const RefnetReportOptions *options = results->options;
  g_autofree char *network = refnet_frame_title_of(results->dataset->name);
  g_autofree char *date = refnet_date_words(options->wording.as_of);
  if (results->subject == REFNET_NONE)
    return (Names){g_strdup(options->title ? options->title : network),
                   g_strdup_printf("Report on the referral network, as of %s", date)};
  const RefnetOrganization *one = refnet_network_organization(results->network, results->subject);
  return (Names){g_strdup(options->title ? options->title : one->name),
                 g_strdup_printf("For a visit: what the referral network of %s knows, as of %s",
                                 network, date)};
}

gboolean refnet_report_write_front(const RefnetReport *report, GError **error) {
  const RefnetReportResults *results = &report->results;
  const RefnetReportOptions *options = results->options;
  gboolean is_one = results->subject != REFNET_NONE;
  Names names = name_report(results);
  g_autofree char *size = is_one ? counts_of_one(results) : counts(results);
  g_autofree char *answered = is_one ? NULL : response(results->network);
  const char *facts[] = {size, NULL, NULL, NULL, NULL};
  guint count = 1;
  if (answered)
    facts[count++] = answered;
  if (options->filters)
    facts[count++] = options->filters;
  facts[count++] = privacy(results);
  RefnetReportFront front = {
      .title = names.title,
      .subtitle = names.subtitle,
      .facts = facts,
      .sections = report->sections,
      .section_count = report->section_count,
      .before_contents =
          report->section_count > 1 && g_str_equal(report->sections[0].id, "in-short"),
      .as_of = options->wording.as_of,
      .version = options->version,
      .page_width = options->page_width,
      .page_height = options->page_height,
  };
  gboolean is_begun = report->format->begin(report->state, &front, error);
  g_free(names.title);
  g_free(names.subtitle);
  return is_begun;
}
