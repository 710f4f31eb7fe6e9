/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A dataset, its network and the gaps found in it, cleared together. */
#ifndef REFNET_TESTS_GAPS_CASE_H
#define REFNET_TESTS_GAPS_CASE_H

#include <refnet/analysis.h>

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetGaps *gaps;
} Case;

static void case_clear(Case *c) {
  refnet_gaps_free(c->gaps);
  refnet_network_free(c->network);
  refnet_dataset_free(c->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

#endif
