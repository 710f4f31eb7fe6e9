/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/telling/method.h"

#include "present/wording/words.h"

/* ---- how it was worked out ------------------------------------------------------------------- */

static char *assumed_turnover(const RefnetReportResults *results) {
  g_autofree char *rate = refnet_words_rate(results->risks->turnover);
  return g_strdup_printf(
      "A person listed as a contact is taken to leave within a year with a chance of %s, more the "
      "longer nobody has been in touch. Child-welfare agencies see 20 to 40 %% (Casey Family "
      "Programs). It is an assumption about the whole, not a forecast about anybody.",
      rate);
}

/* What the data have: only that is explained. */
enum {
  HAS_TIES = 1 << 0,
  HAS_CONTACTS = 1 << 1,
  HAS_GAPS = 1 << 2,
  HAS_NEEDS = 1 << 3,
  HAS_COALITION = 1 << 4
};

static guint look_at(const RefnetReportResults *results) {
  const RefnetDataset *dataset = results->dataset;
  guint has =
      (results->network->ties > 0 ? HAS_TIES : 0) |
      (dataset->contact_count > 0 ? HAS_CONTACTS : 0) |
      (dataset->services.length > 0 && dataset->area_count > 0 ? HAS_GAPS : 0) |
      (results->subject == REFNET_NONE && results->who_else->suggestion_count > 0 ? HAS_COALITION
                                                                                  : 0);
  for (guint32 i = 0; i < dataset->need_count; i++)
    has |= dataset->needs[i].demand > 0 ? HAS_NEEDS : 0;
  return has;
}

static const struct {
  guint needs;
  const char *name, *text; /* NULL: the turnover assumed */
} methods[] = {
    {HAS_TIES, "Relationships.",
     "Two organisations have a relationship when at least one refers to the other. Rows that name "
     "the same two are added up."},
    {HAS_TIES, "Groups.",
     "Found by the Leiden method (Traag, Waltman and van Eck 2019) on relationships alone; they "
     "know nothing of sectors or places."},
    {HAS_GAPS, "Gaps.",
     "A service is called missing in an area when nobody who lists the area lists it, though it is "
     "needed there, or, without figures on need, offered elsewhere. Capacity is shared among the "
     "areas a provider lists, by need (two-step floating catchment, Luo and Wang 2003). Often "
     "unfilled: at least five known outcomes, and more than a quarter unfilled even allowing for "
     "chance (Wilson 1927)."},
    {HAS_TIES | HAS_CONTACTS, "What rests on people.", NULL},
    {HAS_TIES, "Only links.",
     "An organisation is an only link when others would have no recorded route to the rest without "
     "it."},
    {HAS_CONTACTS, "Check-ins.",
     "Due monthly in the first half-year of knowing somebody, then quarterly."},
    {0, "Listed twice.",
     "Rows are compared by name, phone, e-mail, website, tax number and address (Fellegi and "
     "Sunter 1969). Nothing was merged."},
    {HAS_COALITION, "Who else to meet.",
     "Each suggestion is chosen for what it adds to those before it (Nemhauser, Wolsey and Fisher "
     "1978); introductions follow the strongest chain of at most three relationships."},
};

gboolean refnet_report_method(const RefnetReport *report, GError **error) {
  const RefnetReportFormatWriter *format = report->format;
  const char *version = report->results.options->version;
  guint has = look_at(&report->results);
  (void)error;
  refnet_report_say_lead(report, g_strdup("Every figure follows from the sheets by a published "
                                          "method; the same sheets give the same report."));
  format->findings_begin(report->state, REFNET_FINDINGS_BULLETS);
  for (guint i = 0; i < G_N_ELEMENTS(methods); i++)
    if ((methods[i].needs & has) == methods[i].needs)
      refnet_report_say_finding(
          report, methods[i].name,
          methods[i].text ? g_strdup(methods[i].text) : assumed_turnover(&report->results), NULL);
  format->findings_end(report->state);
  if (version)
    refnet_report_say_note(
        report, g_strdup_printf("Made by refnet %s. Nothing was sent anywhere. Lists show what "
                                "comes first; refnet report --top all shows all of it.",
                                version));
  return TRUE;
}

/* ---- words ----------------------------------------------------------------------------------- */

static const struct {
  guint needs;
  const char *term, *meaning;
} words[] = {
    {HAS_GAPS, "Area", "A place as the sheets name it: a town, a township, a set of postal codes."},
    {HAS_CONTACTS, "Check-in", "A call to a partner to keep in touch, without any other reason."},
    {HAS_COALITION, "Coalition",
     "The organisations that meet; its members are marked in the list."},
    {HAS_GAPS, "Gap",
     "A service that is missing in an area or for a group, rests on one provider, has less room "
     "than needed, has no recorded referral route, or often can't take people."},
    {HAS_NEEDS, "Need",
     "People a year who need a service in an area, as needs.csv says; a person may need "
     "several."},
    {HAS_TIES, "Only link",
     "An organisation through which others are connected, and they in no other way. "
     "That shows its importance, not a fault."},
    {0, "Recorded", "Written in the sheets. What is not recorded may be there all the same."},
    {0, "Referral", "One organisation sending a person to another for a service."},
    {0, "Relationship", "Referrals between two organisations, in one direction or both."},
    {HAS_NEEDS, "Unmet", "People a year for whom the listed capacity has no room."},
};

gboolean refnet_report_words(const RefnetReport *report, GError **error) {
  RefnetReportTerm terms[G_N_ELEMENTS(words)];
  guint has = look_at(&report->results);
  gsize count = 0;
  (void)error;
  for (guint i = 0; i < G_N_ELEMENTS(words); i++)
    if ((words[i].needs & has) == words[i].needs)
      terms[count++] = (RefnetReportTerm){.term = words[i].term, .meaning = words[i].meaning};
  report->format->terms(report->state, terms, count);
  return TRUE;
}
