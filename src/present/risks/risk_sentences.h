/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences of single-contact risk, about one organisation, relationship or person each. All
 * are the caller's to free. */
#ifndef REFNET_PRESENT_RISKS_RISK_SENTENCES_H
#define REFNET_PRESENT_RISKS_RISK_SENTENCES_H

#include <refnet/analysis.h>

/* What rests on an organisation or on the names listed there; "" when nothing does. */
char *refnet_risk_sentence_organization(const RefnetRisks *risks,
                                        const RefnetOrganizationRisk *risk);
/* Does it say more than that nobody is listed there, which is something unknown, not a finding?
 * O(1). */
gboolean refnet_risk_is_finding(const RefnetRisks *risks, const RefnetOrganizationRisk *risk);
char *refnet_risk_sentence_tie(const RefnetRisks *risks, const RefnetTieRisk *risk);
/* Are all organisations where the person is listed closed? */
gboolean refnet_risk_is_out_of_office(const RefnetRisks *risks, const RefnetPersonRisk *risk);
char *refnet_risk_sentence_person(const RefnetRisks *risks, const RefnetPersonRisk *risk,
                                  gboolean show_people);
char *refnet_risk_sentence_missing(const RefnetRisks *risks, const RefnetMissingContact *missing);

/* The assumption that figures rest on: "assuming 20 % yearly turnover; …". */
char *refnet_risk_turnover_words(double turnover);

#endif
