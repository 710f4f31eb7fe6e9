/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — a referral network graph analyzer: the whole library in one header.
 *
 *   refnet_dataset_load   reads a folder of CSV files        <refnet/model.h>
 *   refnet_network_new    makes the network of a view of it  <refnet/model.h>
 *   refnet_gaps_new …     find things out                    <refnet/analysis.h>
 *   refnet_describe_… and refnet_description_write say them  <refnet/present.h>
 *   refnet_…_write_…      hand them to other programs        <refnet/exchange.h>
 *   refnet_map_new        draws the network                  <refnet/draw.h>
 *   refnet_report_write   puts all of it together            <refnet/report.h>
 */
#ifndef REFNET_REFNET_H
#define REFNET_REFNET_H

#include <refnet/analysis.h>
#include <refnet/base.h>
#include <refnet/draw.h>
#include <refnet/exchange.h>
#include <refnet/model.h>
#include <refnet/present.h>
#include <refnet/report.h>
#include <refnet/table.h>

#endif
