/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many people leave an organization in a year. */
#ifndef REFNET_ANALYSIS_RISKS_TURNOVER_H
#define REFNET_ANALYSIS_RISKS_TURNOVER_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* Yearly turnover by organization, 0 … 1: what `options` say of the organization, else its cell in
 * a `turnover` column of organizations.csv ("0.4", "40 %"), else what they say of its sector, else
 * options->turnover. *unread counts cells that are no share. NULL with REFNET_ERROR_USAGE when an
 * option is no share. The array is the caller's. O(organizations + turnovers). */
double *refnet_turnover_new(const RefnetDataset *dataset, const RefnetRiskOptions *options,
                            guint32 *unread, GError **error);

G_END_DECLS

#endif
