/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Membership, from the columns coalitions and partnership. */
#include "analysis/coalition/members.h"

#include "analysis/memory.h"
#include "model/dataset/filter.h"

static const char *const formal[] = {"formal", NULL};

/* What the members are told by; the filter borrows. */
static RefnetFilter rule_of(RefnetCoalition *coalition, const RefnetDataset *dataset, char **names,
                            const char *only[2]) {
  RefnetFilter filter = REFNET_FILTER_INIT;
  coalition->coalition = REFNET_NONE;
  if (names && names[0]) {
    coalition->rule = REFNET_MEMBERS_NAMED;
    filter.coalitions = names;
    if (!names[1])
      coalition->coalition = refnet_vocabulary_find(&dataset->coalitions, names[0]);
  } else if (dataset->coalitions.length == 1) {
    coalition->rule = REFNET_MEMBERS_ONLY_COALITION;
    coalition->coalition = 0;
    only[0] = dataset->coalitions.names[0];
    filter.coalitions = (char **)only;
  } else if (refnet_vocabulary_find(&dataset->partnerships, formal[0]) != REFNET_NONE) {
    coalition->rule = REFNET_MEMBERS_FORMAL;
    filter.partnerships = (char **)formal;
  }
  return filter;
}

gboolean refnet_coalition_init(RefnetCoalition *coalition, const RefnetNetwork *network,
                               char **names, GError **error) {
  const char *only[2] = {NULL, NULL};
  *coalition = (RefnetCoalition){.rule = REFNET_MEMBERS_NONE};
  RefnetFilter filter = rule_of(coalition, network->dataset, names, only);
  if (!(coalition->member = REFNET_TRY_ARRAY(guint8, network->vertices, error)))
    return FALSE;
  if (coalition->rule == REFNET_MEMBERS_NONE)
    return TRUE;
  RefnetFiltered filtered;
  if (!refnet_filter_organizations(network->dataset, &filter, &filtered, error)) {
    refnet_coalition_clear(coalition);
    return FALSE;
  }
  for (guint32 v = 0; v < network->vertices; v++) {
    coalition->member[v] =
        filtered.kept[network->organization[v]] && !refnet_network_organization(network, v)->closed;
    coalition->count += coalition->member[v];
  }
  g_free(filtered.kept);
  if (coalition->count == 0 && coalition->rule != REFNET_MEMBERS_NAMED)
    coalition->rule = REFNET_MEMBERS_NONE;
  return TRUE;
}

void refnet_coalition_clear(RefnetCoalition *coalition) {
  g_clear_pointer(&coalition->member, g_free);
}
