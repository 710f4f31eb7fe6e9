/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences of single-contact risk. All are the caller's to free. */
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
char *refnet_risk_sentence_person(const RefnetRisks *risks, const RefnetPersonRisk *risk,
                                  gboolean show_people);
char *refnet_risk_sentence_introduction(const RefnetRisks *risks,
                                        const RefnetIntroduction *introduction);
char *refnet_risk_sentence_missing(const RefnetRisks *risks, const RefnetMissingContact *missing);
char *refnet_risk_sentence_key_set(const RefnetRisks *risks, const RefnetKeySet *set);
/* What the first three introductions would bring; NULL when there is none. */
char *refnet_risk_sentence_introductions(const RefnetRisks *risks);
/* Cells of a turnover column that could not be used; NULL when all could. */
char *refnet_risk_sentence_turnover(const RefnetRisks *risks);
/* The expected loss over the whole network, what it leaves out first, and with its assumption. */
char *refnet_risk_sentence_whole(const RefnetRisks *risks);
/* "These three people hold more than half of the relationships …"; NULL when unknown. */
char *refnet_risk_sentence_truck_factor(const RefnetRisks *risks, gboolean show_people);
/* Said once where most organisations have one listed contact; NULL where they don't. */
char *refnet_risk_sentence_single_contacts(const RefnetRisks *risks);

#endif
