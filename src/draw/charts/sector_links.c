/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sectors gathered into groups, and the links between these. */
#include "draw/charts/sector_links.h"

#include "present/wording/words.h"

/* The sectors of the summary come largest first, with what is blank last. */
static guint32 list_groups(RefnetSectorLinks *links, const RefnetSummary *summary, guint32 most,
                           guint32 *group_of) {
  const RefnetDataset *dataset = summary->network->dataset;
  guint32 blank = dataset->sectors.length, named = 0, others = 0, other = REFNET_NONE;
  for (guint32 i = 0; i < summary->sector_count; i++)
    named += summary->sectors[i].sector != REFNET_NONE;
  guint32 own = named <= most ? named : most - 1;
  for (guint32 i = 0; i < summary->sector_count; i++) {
    const RefnetSectorCount *sector = &summary->sectors[i];
    gboolean is_blank = sector->sector == REFNET_NONE;
    guint32 group = !is_blank && i >= own && other != REFNET_NONE ? other : links->count++;
    if (!is_blank && i >= own) {
      other = group;
      others++;
    }
    group_of[is_blank ? blank : sector->sector] = group;
    links->groups[group].organizations += sector->organizations;
    links->groups[group].is_sector = !is_blank && group != other;
    if (!links->groups[group].name)
      links->groups[group].name =
          is_blank ? g_strdup("Sector not known")
                   : refnet_text_display(dataset->sectors.names[sector->sector], 0);
  }
  if (other != REFNET_NONE) {
    g_free(links->groups[other].name);
    g_autofree char *count = refnet_words_digits(others);
    links->groups[other].name = g_strdup_printf("Other (%s sectors)", count);
  }
  return blank;
}

static void add_links(RefnetSectorLinks *links, gboolean undirected, guint32 from, guint32 to,
                      guint64 count) {
  links->links[(gsize)from * links->count + to] += count;
  if (undirected && from != to)
    links->links[(gsize)to * links->count + from] += count;
  if (from == to) {
    links->groups[from].within += count;
    links->within += count;
    return;
  }
  links->between += count;
  links->groups[from].out += count;
  links->groups[to].in += count;
  if (undirected) {
    links->groups[from].in += count;
    links->groups[to].out += count;
  }
}

RefnetSectorLinks *refnet_sector_links_new(const RefnetSummary *summary, guint32 most) {
  const RefnetNetwork *network = summary->network;
  RefnetSectorLinks *links = g_new0(RefnetSectorLinks, 1);
  g_autofree guint32 *group_of = g_new0(guint32, (gsize)network->dataset->sectors.length + 1);
  links->groups = g_new0(RefnetSectorGroup, (gsize)most + 2);
  guint32 blank = list_groups(links, summary, most, group_of);
  links->links = g_new0(guint64, (gsize)links->count * links->count + 1);
  for (gsize i = 0; i < summary->mixing_count; i++) {
    const RefnetSectorMixing *pair = &summary->mixing[i];
    add_links(links, network->undirected, group_of[pair->from == REFNET_NONE ? blank : pair->from],
              group_of[pair->to == REFNET_NONE ? blank : pair->to], pair->arcs);
  }
  return links;
}

void refnet_sector_links_free(RefnetSectorLinks *links) {
  if (!links)
    return;
  for (guint32 g = 0; g < links->count; g++)
    g_free(links->groups[g].name);
  g_free(links->groups);
  g_free(links->links);
  g_free(links);
}

guint64 refnet_sector_links_at(const RefnetSectorLinks *links, guint32 from, guint32 to) {
  return links->links[(gsize)from * links->count + to];
}

guint64 refnet_sector_links_of_pair(const RefnetSectorLinks *links, gboolean undirected, guint32 a,
                                    guint32 b) {
  guint64 there = refnet_sector_links_at(links, a, b);
  return a == b || undirected ? there : there + refnet_sector_links_at(links, b, a);
}
