/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/everyone/fitting.h"

double refnet_fit_anew(const RefnetSuitability *suitability, guint term, guint32 said) {
  const RefnetSaid *all = suitability->kinds->statements[term].said;
  double fit = refnet_said_fit((RefnetTerm)term, &all[suitability->said[term]], &all[said],
                               suitability->prefer);
  return isnan(fit) ? 0 : fit;
}

double refnet_fit_nearness(const RefnetSuitability *suitability, guint32 vertex) {
  const RefnetNetwork *network = suitability->kinds->network;
  return refnet_profile_nearness(network->dataset, suitability->scores.organization,
                                 network->organization[vertex]);
}
