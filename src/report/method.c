/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the figures assume and where the methods are from; and the words, for those who are new. */
#include "present/words.h"
#include "report/say.h"

/* ---- how it was worked out ------------------------------------------------------------------- */

static char *assumed_turnover(const RefnetReportResults *results) {
  g_autofree char *rate = refnet_words_rate(results->risks->turnover);
  return g_strdup_printf(
      "A person listed as a contact is taken to leave within a year with a chance of %s, more the "
      "longer nobody has been in touch. Child-welfare agencies see 20 to 40 %% (Casey Family "
      "Programs). It is an assumption about the whole, not a forecast about anybody.",
      rate);
}

static void say_method(const RefnetReport *report, const char *name, const char *text) {
  refnet_report_say_finding(report, name, g_strdup(text), NULL);
}

gboolean refnet_report_method(const RefnetReport *report, GError **error) {
  const RefnetReportFormatWriter *format = report->writer.format;
  (void)error;
  refnet_report_say_lead(report, g_strdup("Every figure follows from the sheets by a published "
                                          "method; the same sheets give the same report."));
  format->findings_begin(report->writer.state, REFNET_FINDINGS_BULLETS);
  say_method(report, "Relationships.",
             "Two organisations have a relationship when at least one refers to the other. Rows "
             "that name the same two are added up.");
  say_method(report, "Groups.",
             "Found by the Leiden method (Traag, Waltman and van Eck 2019) on relationships alone; "
             "they know nothing of sectors or places.");
  say_method(report, "Gaps.",
             "A service is called missing in an area when nobody who lists the area lists it, "
             "though it is needed there, or, without figures on need, offered elsewhere. Capacity "
             "is shared among the areas a provider lists, by need (two-step floating catchment, "
             "Luo and Wang 2003). Often unfilled: at least five known outcomes, and more than a "
             "quarter unfilled even allowing for chance (Wilson 1927).");
  refnet_report_say_finding(report, "What rests on people.", assumed_turnover(&report->results),
                            NULL);
  say_method(report, "Only links.",
             "An organisation is an only link when others would have no recorded route to the "
             "rest without it.");
  say_method(report, "Check-ins.",
             "Due monthly in the first half-year of knowing somebody, then quarterly.");
  say_method(report, "Listed twice.",
             "Rows are compared by name, phone, e-mail, website, tax number and address (Fellegi "
             "and Sunter 1969). Nothing was merged.");
  say_method(report, "Who else to meet.",
             "Each suggestion is chosen for what it adds to those before it (Nemhauser, Wolsey and "
             "Fisher 1978); introductions follow the strongest chain of at most three "
             "relationships.");
  format->findings_end(report->writer.state);
  const char *version = report->results.options->version;
  if (version)
    refnet_report_say_note(
        report, g_strdup_printf("Made by refnet %s. Nothing was sent anywhere.", version));
  return TRUE;
}

/* ---- words ----------------------------------------------------------------------------------- */

gboolean refnet_report_words(const RefnetReport *report, GError **error) {
  static const RefnetReportTerm terms[] = {
      {"Area",
       "A place as the sheets divide the county: a town, a township, a set of postal codes."},
      {"Check-in", "A call to a partner to keep in touch, without any other reason."},
      {"Coalition", "The organisations that meet; its members are marked in the list."},
      {"Gap",
       "A service that is missing in an area or for a group, rests on one provider, has less "
       "room than needed, has no recorded referral route, or often can't take people."},
      {"Need", "People a year who need a service in an area, as needs.csv says; a person may need "
               "several."},
      {"Only link", "An organisation through which others are connected, and they in no other way. "
                    "That shows its importance, not a fault."},
      {"Recorded", "Written in the sheets. What is not recorded may be there all the same."},
      {"Referral", "One organisation sending a person to another for a service."},
      {"Relationship", "Referrals between two organisations, in one direction or both."},
      {"Unmet", "People a year for whom the listed capacity has no room."},
  };
  (void)error;
  report->writer.format->terms(report->writer.state, terms, G_N_ELEMENTS(terms));
  return TRUE;
}
