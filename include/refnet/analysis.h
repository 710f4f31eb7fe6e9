/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: figures and findings about a network.
 *
 * Every analysis takes a network (and through it the dataset) and returns a plain struct of vertex
 * numbers and figures. Nothing here prints or opens anything. "Vertex" is always a vertex of that
 * network. An undefined real is NaN. Results must not outlive the network.
 */
#ifndef REFNET_ANALYSIS_H
#define REFNET_ANALYSIS_H

#include <refnet/analysis/compare.h>
#include <refnet/analysis/duplicates.h>
#include <refnet/analysis/gaps.h>
#include <refnet/analysis/network.h>
#include <refnet/analysis/paths.h>
#include <refnet/analysis/record_links.h>
#include <refnet/analysis/risks.h>
#include <refnet/analysis/upkeep.h>
#include <refnet/analysis/who_else.h>

#endif
