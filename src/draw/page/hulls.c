/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who belongs together, and the ground they stand on. */
#include "draw/page/hulls.h"

#include <string.h>

#define MOST_HULLS 8
/* ---- who belongs together -------------------------------------------------------------------- */

typedef struct {
  char *name;
  guint32 all;     /* of the view */
  GArray *members; /* with a relationship */
} Group;

static guint32 group_count(const RefnetNetwork *network, const RefnetMeasures *measures,
                           RefnetMapHulls kind) {
  switch (kind) {
  case REFNET_MAP_HULLS_COALITION:
    return network->dataset->coalitions.length;
  case REFNET_MAP_HULLS_COMMUNITY:
    return measures->communities;
  case REFNET_MAP_HULLS_SECTOR:
    return network->dataset->sectors.length;
  case REFNET_MAP_HULLS_NONE:
    break;
  }
  return 0;
}

static char *group_name(const RefnetNetwork *network, RefnetMapHulls kind, guint32 group) {
  if (kind == REFNET_MAP_HULLS_COMMUNITY)
    return g_strdup_printf("Community %u", group + 1);
  const RefnetVocabulary *names =
      kind == REFNET_MAP_HULLS_SECTOR ? &network->dataset->sectors : &network->dataset->coalitions;
  return refnet_text_display(names->names[group], 0);
}

static void join(const RefnetNetwork *network, guint32 v, Group *group) {
  group->all++;
  if (refnet_network_degree(network, v) > 0)
    g_array_append_val(group->members, v);
}

static void join_groups(const RefnetNetwork *network, const RefnetMeasures *measures,
                        RefnetMapHulls kind, guint32 v, Group *groups, guint32 count) {
  const RefnetOrganization *organization = refnet_network_organization(network, v);
  if (kind == REFNET_MAP_HULLS_COALITION) {
    for (guint32 i = 0; i < organization->details->coalitions.length; i++)
      join(network, v, &groups[organization->details->coalitions.items[i]]);
    return;
  }
  guint32 group =
      kind == REFNET_MAP_HULLS_SECTOR ? organization->sector : measures->vertices[v].community - 1;
  if (group < count)
    join(network, v, &groups[group]);
}

/* The sort is stable: of equal ones the first stays first. */
static gint compare_groups(gconstpointer left, gconstpointer right, gpointer data) {
  (void)data;
  const Group *a = left, *b = right;
  return (a->members->len < b->members->len) - (a->members->len > b->members->len);
}

/* Pale enough to read on. */
static RefnetGroup hull_look(guint index) {
  const RefnetColorSet *colors = refnet_colors_find(NULL, FALSE, NULL);
  RefnetColor full = refnet_color(colors->fills[index % colors->count], 1);
  const double paper = 0.7, edge = 0.2;
  return (RefnetGroup){
      .fill = {full.red + (1 - full.red) * paper, full.green + (1 - full.green) * paper,
               full.blue + (1 - full.blue) * paper, 1},
      .outline = {full.red + (1 - full.red) * edge, full.green + (1 - full.green) * edge,
                  full.blue + (1 - full.blue) * edge, 1}};
}

static RefnetHulls *take_largest(Group *groups, guint32 count, const char *title) {
  RefnetHulls *hulls = g_new0(RefnetHulls, 1);
  hulls->palette = g_new0(RefnetPalette, 1);
  hulls->palette->title = g_strdup(title);
  hulls->palette->groups = g_new0(RefnetGroup, MOST_HULLS);
  hulls->members = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
  for (guint32 i = 0; i < count; i++) {
    if (groups[i].members->len < 2)
      continue;
    if (hulls->members->len == MOST_HULLS) {
      hulls->left_out++;
      continue;
    }
    RefnetGroup look = hull_look(hulls->members->len);
    look.name = g_steal_pointer(&groups[i].name);
    look.count = groups[i].all;
    hulls->palette->groups[hulls->palette->group_count++] = look;
    g_ptr_array_add(hulls->members, g_array_ref(groups[i].members));
  }
  return hulls;
}

RefnetHulls *refnet_hulls_new(const RefnetNetwork *network, const RefnetMeasures *measures,
                              RefnetMapHulls kind) {
  static const char *const titles[] = {[REFNET_MAP_HULLS_COALITION] = "coalition",
                                       [REFNET_MAP_HULLS_COMMUNITY] = "community",
                                       [REFNET_MAP_HULLS_SECTOR] = "sector"};
  if (kind == REFNET_MAP_HULLS_NONE)
    return NULL;
  guint32 count = group_count(network, measures, kind);
  g_autofree Group *groups = g_new0(Group, (gsize)count + 1);
  for (guint32 i = 0; i < count; i++)
    groups[i] =
        (Group){group_name(network, kind, i), 0, g_array_new(FALSE, FALSE, sizeof(guint32))};
  for (guint32 v = 0; v < network->vertices; v++)
    join_groups(network, measures, kind, v, groups, count);
  if (count > 0)
    g_qsort_with_data(groups, (gint)count, sizeof *groups, compare_groups, NULL);
  RefnetHulls *hulls = take_largest(groups, count, titles[kind]);
  for (guint32 i = 0; i < count; i++) {
    g_free(groups[i].name);
    g_array_unref(groups[i].members);
  }
  return hulls;
}

void refnet_hulls_free(RefnetHulls *hulls) {
  if (!hulls)
    return;
  refnet_palette_free(hulls->palette);
  g_ptr_array_unref(hulls->members);
  g_free(hulls);
}
