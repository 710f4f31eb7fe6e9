/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/network/roles.h"

#include <math.h>

#include "present/wording/words.h"

const char *refnet_role_key(RefnetRole role) {
  static const char *const keys[] = {[REFNET_ROLE_NONE] = "none",
                                     [REFNET_ROLE_ISOLATE] = "isolate",
                                     [REFNET_ROLE_HUB] = "hub",
                                     [REFNET_ROLE_BROKER] = "broker",
                                     [REFNET_ROLE_FEEDER] = "feeder",
                                     [REFNET_ROLE_RECEIVER] = "receiver",
                                     [REFNET_ROLE_PERIPHERAL] = "peripheral"};
  return keys[role];
}

const char *refnet_role_word(RefnetRole role) {
  if (role == REFNET_ROLE_ISOLATE)
    return "no relationships";
  return role == REFNET_ROLE_NONE ? NULL : refnet_role_key(role);
}

/* ---- the sentence ---------------------------------------------------------------------------- */

/* Thresholds are percentiles: nine of ten organizations are at or below them. */
static char *hub_sentence(const RefnetMeasures *measures, const RefnetVertexMeasures *vertex) {
  g_autofree char *ties = refnet_words_count(vertex->degree, "relationship", "relationships");
  g_autofree char *usual = refnet_words_number((guint64)floor(measures->degree_hub_threshold));
  return g_strdup_printf("It has %s; nine of ten organisations have %s or fewer.", ties, usual);
}

static char *broker_sentence(const RefnetMeasures *measures, const RefnetVertexMeasures *vertex) {
  g_autofree char *own = refnet_words_figure(vertex->betweenness);
  g_autofree char *usual = refnet_words_figure(measures->betweenness_broker_threshold);
  return g_strdup_printf("Many of the shortest referral routes between others pass through it: its "
                         "betweenness is %s, and nine of ten organisations have %s or less.",
                         own, usual);
}

static char *direction_sentence(const RefnetVertexMeasures *vertex) {
  g_autofree char *out = refnet_words_count(vertex->out_degree, "organisation", "organisations");
  g_autofree char *in = refnet_words_count(vertex->in_degree, "refers", "refer");
  return g_strdup_printf("It refers to %s, and %s to it.", out, in);
}

char *refnet_role_sentence(const RefnetMeasures *measures, guint32 vertex) {
  const RefnetVertexMeasures *own = &measures->vertices[vertex];
  switch (own->role) {
  case REFNET_ROLE_HUB:
    return hub_sentence(measures, own);
  case REFNET_ROLE_BROKER:
    return broker_sentence(measures, own);
  case REFNET_ROLE_FEEDER:
  case REFNET_ROLE_RECEIVER:
    return direction_sentence(own);
  case REFNET_ROLE_PERIPHERAL:
    return g_strdup("It hangs on the network by single relationships: it is in no group whose "
                    "members all have two or more relationships within it.");
  case REFNET_ROLE_ISOLATE:
    return g_strdup("We have no relationships recorded for it, which may only mean that none were "
                    "written down.");
  case REFNET_ROLE_NONE:
    break;
  }
  return g_strdup("It is connected without standing out by the number or the direction of its "
                  "relationships, or by what passes through it.");
}
