/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/questions/titles.h"

#include "model/columns/words.h"

#include <string.h>

gboolean refnet_survey_folds_to_one_of(const char *text, const char *words) {
  g_autofree char *folded = refnet_text_fold_header(text);
  return refnet_word_is_among(folded, words);
}

static gboolean mentions(const char *text, const char *const *words) {
  g_autofree char *folded = refnet_text_fold(text);
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr(folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean refnet_survey_is_other(const char *label) {
  g_autofree char *folded = refnet_text_fold_header(label);
  return refnet_survey_folds_to_one_of(
             label, "other others otherorganization otherorganizations otheragency "
                    "otheragencies otherorganisation othertext otherpartners") ||
         (g_str_has_prefix(folded, "other") &&
          (strstr(folded, "specify") != NULL || strstr(folded, "list") != NULL ||
           strstr(folded, "describe") != NULL || strstr(folded, "name") != NULL));
}

/* "None that I can think of", "Not at this time". */
static gboolean begins_as_none(const char *text) {
  static const char *const beginnings[] = {
      "none that", "none i ",      "none at",     "none come",   "no one ",     "nobody ",
      "not sure",  "not at th",    "not that i",  "can't think", "cant think",  "cannot think",
      "nothing ",  "i don't know", "i dont know", "don't know",  "i'm not sure"};
  g_autofree char *folded = refnet_text_fold(text);
  for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_str_has_prefix(folded, beginnings[i]))
      return TRUE;
  return FALSE;
}

gboolean refnet_survey_is_none(const char *text) {
  return refnet_survey_folds_to_one_of(text,
                                       "noneoftheabove none noneofthese noneofthem noone nobody na "
                                       "notapplicable nothing notsure unsure wedonotrefer "
                                       "idontknow dontknow tbd tba") ||
         refnet_word_is_unknown(text) || begins_as_none(text);
}

gboolean refnet_survey_is_about_itself(const char *title) {
  static const char known[] =
      "timestamp startdate enddate starttime endtime completiontime status responsetype "
      "ipaddress progress durationinseconds duration finished recordeddate responseid "
      "recipientlastname recipientfirstname recipientemail externalreference "
      "externaldatareference locationlatitude locationlongitude distributionchannel "
      "userlanguage respondentid collectorid datecreated datemodified emailaddress email "
      "firstname lastname yourname name fullname contactname phone phonenumber telephone id "
      "submissiondate datesubmitted datestarted lastpage startlanguage seed token username "
      "recordid surveytimestamp complete uuid submissiontime submissionid qrecaptchascore "
      "consent title yourtitle jobtitle yourrole role position city citytown state "
      "stateprovince zip zipcode zippostalcode postalcode address address2 country "
      "lastmodifiedtime uid row rownumber total sum number no comments comment notes date "
      "customdata customdata1 custom1 emailname "
      /* a log of referrals, not a survey: */
      "referralid referralnumber referralname referraldate dateofreferral datereferred "
      "referralstatus referraloutcome referraltype";
  return refnet_survey_folds_to_one_of(title, known);
}

gboolean refnet_survey_asks_who_answers(const char *title) {
  static const char *const words[] = {"organization", "organisation", "agency",      "nonprofit",
                                      "respondent",   "program",      "institution", "provider",
                                      "company",      "member",       "who are you", NULL};
  static const char *const others[] = {"refer",     "type of",  "how many",  "size",    "describe",
                                       "your role", "which of", "employees", "partner", NULL};
  return mentions(title, words) && !mentions(title, others);
}

gboolean refnet_survey_is_slot(const char *label) {
  g_autofree char *folded = refnet_text_fold_header(label);
  gsize letters = strcspn(folded, "0123456789");
  if (folded[letters] == '\0' || strspn(folded + letters, "0123456789") != strlen(folded + letters))
    return FALSE;
  folded[letters] = '\0';
  return letters == 0 ||
         refnet_survey_folds_to_one_of(folded, "organization agency partner name "
                                               "choice no nr number option program service");
}

gboolean refnet_survey_is_freely_written(const char *label) {
  return *label == '\0' || refnet_survey_is_other(label) || refnet_survey_is_slot(label);
}

char *refnet_survey_partner_slot(const char *title) {
  g_autofree char *folded = refnet_text_fold_header(title);
  if (!g_str_has_prefix(folded, "partner") || !refnet_survey_is_slot(title))
    return NULL;
  return g_strstrip(g_strndup(title, strcspn(title, "#0123456789")));
}
