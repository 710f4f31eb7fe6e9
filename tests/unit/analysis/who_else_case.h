/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A dataset, its network and whom to meet, cleared together. */
#ifndef REFNET_TESTS_WHO_ELSE_CASE_H
#define REFNET_TESTS_WHO_ELSE_CASE_H

#include <refnet/analysis.h>

typedef struct {
  RefnetDataset *dataset;
  RefnetNetwork *network;
  RefnetWhoElse *answer;
} Case;

static void case_clear(Case *c) {
  refnet_who_else_free(c->answer);
  refnet_network_free(c->network);
  refnet_dataset_free(c->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

#endif
