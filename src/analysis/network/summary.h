/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The whole network in those figures that take no time. */
#ifndef REFNET_ANALYSIS_NETWORK_SUMMARY_H
#define REFNET_ANALYSIS_NETWORK_SUMMARY_H

#include <refnet/analysis.h>

G_BEGIN_DECLS

/* A summary without betweenness, distances and communities, which are NaN and 0. Near-linear but
 * for the triangles. */
RefnetSummary *refnet_summary_new_brief(const RefnetNetwork *network, GError **error);

G_END_DECLS

#endif
