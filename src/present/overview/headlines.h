/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Findings in one sentence each, with what to do, for those who read no further. All are the
 * caller's to free. */
#ifndef REFNET_PRESENT_OVERVIEW_HEADLINES_H
#define REFNET_PRESENT_OVERVIEW_HEADLINES_H

#include <refnet/present.h>

G_BEGIN_DECLS

/* How many organizations one of them names. */
enum { REFNET_HEADLINE_NAMES = 3 };

/* What works: who can reach whom, and how much goes both ways. NULL without a relationship. */
char *refnet_headline_connected(const RefnetSummary *summary);
/* How many recorded needs have no gap; NULL without any. */
char *refnet_headline_met(const RefnetGaps *gaps);
/* Gaps taken together; NULL without any. */
char *refnet_headline_gaps(const RefnetGaps *gaps, const RefnetWording *wording);
/* One of them, and whom to ask. */
char *refnet_headline_gap(const RefnetGaps *gaps, const RefnetGap *gap,
                          const RefnetWording *wording);
/* Whom to meet first and through whom; NULL: nobody is suggested. */
char *refnet_headline_meet(const RefnetWhoElse *who_else, const RefnetWording *wording);
/* The first few whom to meet; NULL: nobody is suggested. */
char *refnet_headline_suggested(const RefnetWhoElse *who_else);
/* The first few places where one more contact helps most, each once; NULL: nowhere. */
char *refnet_headline_introductions(const RefnetRisks *risks);
/* How few people hold the relationships, and where one more contact helps most; NULL: unknown. */
char *refnet_headline_people(const RefnetRisks *risks);
/* The organisation that is the only link for most others; NULL: none is. */
char *refnet_headline_only_link(const RefnetRisks *risks);
/* What is due by the date, first of all with whom; NULL: nothing is. */
char *refnet_headline_due(const RefnetCheckIns *check_ins, RefnetDate by);
/* Rows that are probably one organisation; NULL: none are. */
char *refnet_headline_records(const RefnetDuplicates *duplicates);

G_END_DECLS

#endif
