/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sentences of single-contact risk over the whole network. All are the caller's to free. */
#ifndef REFNET_PRESENT_RISKS_RISK_NETWORK_SENTENCES_H
#define REFNET_PRESENT_RISKS_RISK_NETWORK_SENTENCES_H

#include <refnet/analysis.h>

/* The expected loss over the whole network, what it leaves out first, and with its assumption. */
char *refnet_risk_sentence_whole(const RefnetRisks *risks);
/* Which organisations are listed as closed, though their relationships count; NULL when none is. */
char *refnet_risk_sentence_closed(const RefnetRisks *risks);
/* "These three people hold more than half of the relationships …"; NULL when unknown. */
char *refnet_risk_sentence_truck_factor(const RefnetRisks *risks, gboolean show_people);
/* Said once where most organisations have one listed contact; NULL where they don't. */
char *refnet_risk_sentence_single_contacts(const RefnetRisks *risks);
/* That rows which surely are one organisation stand apart here; NULL: there are none. */
char *refnet_risk_sentence_repeated(const RefnetRisks *risks);
/* Cells of a turnover column that could not be used; NULL when all could. */
char *refnet_risk_sentence_turnover(const RefnetRisks *risks);

/* What one introduction would bring. */
char *refnet_risk_sentence_introduction(const RefnetRisks *risks,
                                        const RefnetIntroduction *introduction);
/* What the first three would bring together; NULL when there is none. */
char *refnet_risk_sentence_introductions(const RefnetRisks *risks);
char *refnet_risk_sentence_key_set(const RefnetRisks *risks, const RefnetKeySet *set);

#endif
