/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups of sectors or areas, largest first; the small ones together. */
#include "draw/network/unlinked.h"

#include <string.h>

#include "draw/signs/facet_table.h"
#include "present/wording/words.h"

/* Fewer are read at a glance. */
#define FEWEST 12
#define FEWEST_IN_GROUP 3

/* Numbers of groups beyond those of the data. */
enum { SEVERAL, OTHERS, UNKNOWN };

typedef struct {
  guint32 vertex, group, size;
  char *fold;
} Member;

static gboolean is_by_sector(const RefnetArrangement *a) {
  return a->network->dataset->sectors.length > 0;
}

static guint32 named_count(const RefnetArrangement *a) {
  const RefnetDataset *dataset = a->network->dataset;
  return is_by_sector(a) ? dataset->sectors.length : dataset->area_count;
}

static guint32 group_of(const RefnetArrangement *a, guint32 v) {
  const RefnetOrganization *organization = refnet_arrangement_organization(a, v);
  guint32 named = named_count(a);
  if (is_by_sector(a))
    return organization->sector == REFNET_NONE ? named + UNKNOWN : organization->sector;
  guint32 area = refnet_facet_area(a->network->dataset, a->network->organization[v]);
  return area == REFNET_FACET_SEVERAL ? named + SEVERAL
         : area == REFNET_NONE        ? named + UNKNOWN
                                      : area;
}

static char *name_of(const RefnetArrangement *a, guint32 group) {
  const RefnetDataset *dataset = a->network->dataset;
  guint32 named = named_count(a);
  if (group < named)
    return refnet_words_capital(refnet_text_display(
        is_by_sector(a) ? dataset->sectors.names[group] : dataset->areas[group].name, 60));
  if (group == named + SEVERAL)
    return g_strdup("Several areas");
  if (group == named + OTHERS)
    return g_strdup(is_by_sector(a) ? "Other sectors" : "Other areas");
  return g_strdup(is_by_sector(a) ? "Sector not known" : "Area not known");
}

/* Large groups first, but those without a name of their own last; then by name. */
static gint compare_members(gconstpointer left, gconstpointer right, gpointer data) {
  const Member *x = left, *y = right;
  guint32 named = *(const guint32 *)data;
  gboolean x_last = x->group > named + SEVERAL, y_last = y->group > named + SEVERAL;
  if (x_last != y_last)
    return x_last ? 1 : -1;
  if (!x_last && x->size != y->size)
    return x->size > y->size ? -1 : 1;
  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  int order = strcmp(x->fold, y->fold);
  return order ? order : (x->vertex > y->vertex) - (x->vertex < y->vertex);
}

/* Groups of fewer than `fewest` become the others; returns how many groups there are then. */
static guint32 gather_small(Member *members, guint32 count, guint32 *size, guint32 others,
                            guint32 fewest) {
  guint32 groups = 0;
  memset(size, 0, ((gsize)others + UNKNOWN - OTHERS + 1) * sizeof *size);
  for (guint32 i = 0; i < count; i++)
    size[members[i].group]++;
  for (guint32 i = 0; i < count; i++)
    if (members[i].group < others - OTHERS && size[members[i].group] < fewest) {
      size[members[i].group]--;
      size[others]++;
      members[i].group = others;
    }
  for (guint32 i = 0; i < count; i++)
    members[i].size = size[members[i].group];
  for (guint32 g = 0; g <= others + UNKNOWN - OTHERS; g++)
    groups += size[g] > 0;
  return groups;
}

static void write_groups(RefnetArrangement *a, const Member *members) {
  for (guint32 i = 0; i < a->isolate_count; i++) {
    a->isolate[i] = members[i].vertex;
    if (i == 0 || members[i].group != members[i - 1].group) {
      RefnetIsolateGroup group = {name_of(a, members[i].group), i, 0};
      g_array_append_val(a->groups, group);
    }
    g_array_index(a->groups, RefnetIsolateGroup, a->groups->len - 1).count++;
  }
}

void refnet_unlinked_group(RefnetArrangement *a, guint32 most) {
  guint32 named = named_count(a), count = a->isolate_count, fewest = FEWEST_IN_GROUP;
  g_array_set_size(a->groups, 0);
  if (a->network->ties > 0 || count < FEWEST || (!is_by_sector(a) && named == 0))
    return;
  g_autofree Member *members = g_new(Member, (gsize)count + 1);
  g_autofree guint32 *size = g_new0(guint32, (gsize)named + UNKNOWN + 1);
  for (guint32 i = 0; i < count; i++)
    members[i] = (Member){.vertex = a->isolate[i],
                          .group = group_of(a, a->isolate[i]),
                          .fold = refnet_text_fold(a->names[a->isolate[i]])};
  while (gather_small(members, count, size, named + OTHERS, fewest) > most && fewest <= count)
    fewest++;
  g_qsort_with_data(members, (gint)count, sizeof *members, compare_members, &named);
  write_groups(a, members);
  for (guint32 i = 0; i < count; i++)
    g_free(members[i].fold);
}
