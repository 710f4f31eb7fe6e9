/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the answers to a survey come to: links with the strongest answer given, who answered, whom
 * they named. */
#ifndef REFNET_EXCHANGE_SURVEY_LINKS_H
#define REFNET_EXCHANGE_SURVEY_LINKS_H

#include "exchange/names/roster.h"
#include "model/columns/scale.h"

G_BEGIN_DECLS

typedef struct RefnetSurveyLinks RefnetSurveyLinks;

typedef struct {
  guint32 from, to; /* organizations */
  guint32 reported_by;
} RefnetSurveyLink;

/* `roster` is borrowed. */
RefnetSurveyLinks *refnet_survey_links_new(const RefnetRoster *roster);
void refnet_survey_links_free(RefnetSurveyLinks *links);

/* Of two answers about one link from one organization the stronger counts. O(1). */
void refnet_survey_links_add(RefnetSurveyLinks *links, RefnetSurveyLink link, RefnetAnswer answer);
/* An organization answered (or left everything blank) on `date`, which may be unknown. */
void refnet_survey_links_answered(RefnetSurveyLinks *links, guint32 organization, gboolean answered,
                                  RefnetDate date);
/* Was asked about, or asked; without an answer it did not answer. */
void refnet_survey_links_asked(RefnetSurveyLinks *links, guint32 organization);
void refnet_survey_links_nominate(RefnetSurveyLinks *links, const char *name, guint32 named_by,
                                  RefnetDate date, const char *note);

/* Whom `reporter` named as its contact at `partner`. A link has its contact where they named one
 * person there. */
void refnet_survey_links_contact(RefnetSurveyLinks *links, guint32 reporter, guint32 partner,
                                 const char *name);
guint refnet_survey_links_nominations(const RefnetSurveyLinks *links);

/* Links for which answers of one organization differed. */
guint64 refnet_survey_links_differing(const RefnetSurveyLinks *links);
/* Links with a yes, and with a no. */
void refnet_survey_links_count(const RefnetSurveyLinks *links, guint64 *yes, guint64 *no);
guint refnet_survey_links_respondents(const RefnetSurveyLinks *links);
/* A link that shows which way links go: a strong one whose reverse isn't there. FALSE: no links. */
gboolean refnet_survey_links_example(const RefnetSurveyLinks *links, RefnetSurveyLink *link);

/* Writes referrals.csv and respondents.csv, and nominations.csv where there are any; by name. */
gboolean refnet_survey_links_write(const RefnetSurveyLinks *links, const RefnetImport *import,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSurveyLinks, refnet_survey_links_free)

G_END_DECLS

#endif
