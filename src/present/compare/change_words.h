/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words of comparisons: since when, who, and the reason of each row. Results are the caller's to
 * free unless they are const. */
#ifndef REFNET_PRESENT_COMPARE_CHANGE_WORDS_H
#define REFNET_PRESENT_COMPARE_CHANGE_WORDS_H

#include "present/description/description.h"

G_BEGIN_DECLS

/* "since last year", or "since 30 September 2025" where it is not about a year. */
char *refnet_change_since(const RefnetChanges *changes);
/* The name for people, of the newer list where it is there; borrowed. */
const char *refnet_change_label(const RefnetChanges *changes, guint32 compared);
/* The side whose dataset has the contact of the change. */
guint refnet_change_side_of(const RefnetContactChange *change);
/* What a side is called at the beginning of a sentence: "Then", "In this case". Static. */
const char *refnet_change_side_heading(const RefnetChanges *changes, guint side);
/* "Elm Clinic and Ride Together" */
char *refnet_change_pair(const RefnetChanges *changes, const RefnetTieChange *tie);
/* "from 3 to 12", with so many decimals; "n/a" for what is unknown. */
char *refnet_change_from_to(const double value[REFNET_SIDES], int decimals);

/* The names, of which some may be equal, each once and three at most: "A, B, C and two others". */
char *refnet_change_list_once(const GPtrArray *names);
/* `findings`, say "six findings closed", with what they are about, a name each: "six findings
 * closed: A, B, C and three others."; where several are about the same, "six findings closed; they
 * are about A and B." */
char *refnet_change_name_findings(const char *findings, const GPtrArray *names);

/* What has to be listed for a figure to say anything. */
typedef enum {
  REFNET_FIGURE_NETWORK,
  REFNET_FIGURE_REFERRALS, /* numbers of referrals */
  REFNET_FIGURE_CONTACTS,
  REFNET_FIGURE_SERVICES
} RefnetFigureAbout;

/* The figure's words and how many decimals people read; NULL: it is for programs. */
typedef struct {
  const char *key, *words;
  int decimals;
  RefnetFigureAbout about;
  const char *meaning[2]; /* of less and of more; NULL: neither good nor bad by itself */
} RefnetFigureWords;
const RefnetFigureWords *refnet_figure_words(const char *key);

/* The evidence of a row, one or two sentences. */
char *refnet_change_reason_organization(const RefnetChanges *changes,
                                        const RefnetOrganizationChange *move);
char *refnet_change_reason_tie(const RefnetChanges *changes, const RefnetTieChange *tie);
char *refnet_change_reason_figure(const RefnetChanges *changes, const RefnetComparedFigure *figure);
char *refnet_change_reason_gap(const RefnetDescription *description, const RefnetChanges *changes,
                               const RefnetGapMove *move);
char *refnet_change_reason_risk(const RefnetChanges *changes, const RefnetRiskMove *move,
                                gboolean up);
char *refnet_change_reason_person(const RefnetChanges *changes, const RefnetContactChange *change,
                                  gboolean show_people);

/* A finding closed from bad to better: more providers in the cell, or no finding left and no fewer
 * of them; with fewer or none nobody speaks of the service there any more. What a group lacked
 * is better only where it is served. */
gboolean refnet_change_is_better(const RefnetGapMove *move);

/* What makes the two lists hard to compare: said before the findings that it weakens. */
void refnet_change_say_caveats(RefnetDescription *description, const RefnetChanges *changes);
/* What works, first; then what to look at. */
void refnet_change_say_what_works(RefnetDescription *description, const RefnetChanges *changes);
void refnet_change_say_what_to_look_at(RefnetDescription *description,
                                       const RefnetChanges *changes);

G_END_DECLS

#endif
