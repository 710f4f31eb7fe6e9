/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/network/roles.h"

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

/* "10 of 12 organisations have fewer" */
static char *beside_others(const RefnetMeasures *measures, guint32 lower, const char *less) {
  if (lower == 0)
    return g_strdup_printf("no organisation has %s", less);
  g_autofree char *share = refnet_words_share(lower, measures->network->vertices);
  return g_strdup_printf("%s organisations %s %s", share,
                         refnet_words_in_number(lower, "has", "have"), less);
}

static char *hub_sentence(const RefnetMeasures *measures, const RefnetVertexMeasures *vertex) {
  g_autofree char *ties = refnet_words_count(vertex->degree, "relationship", "relationships");
  guint32 fewer = 0;
  for (guint32 v = 0; v < measures->network->vertices; v++)
    fewer += measures->vertices[v].degree < vertex->degree;
  g_autofree char *others = beside_others(measures, fewer, "fewer");
  return g_strdup_printf("It has %s; %s.", ties, others);
}

static char *broker_sentence(const RefnetMeasures *measures, const RefnetVertexMeasures *vertex) {
  g_autofree char *own = refnet_words_figure(vertex->betweenness);
  guint32 lower = 0;
  for (guint32 v = 0; v < measures->network->vertices; v++)
    lower += measures->vertices[v].betweenness < vertex->betweenness * (1 - 1e-9);
  g_autofree char *others = beside_others(measures, lower, "less");
  return g_strdup_printf("Shortest referral routes between others pass through it: its "
                         "betweenness is %s; %s.",
                         own, others);
}

static char *direction_sentence(const RefnetVertexMeasures *vertex) {
  g_autofree char *out = refnet_words_count(vertex->out_degree, "organisation", "organisations");
  g_autofree char *in = refnet_words_count(vertex->in_degree, "refers", "refer");
  return g_strdup_printf("It refers to %s, and %s to it.", vertex->out_degree ? out : "nobody",
                         vertex->in_degree ? in : "nobody refers");
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
