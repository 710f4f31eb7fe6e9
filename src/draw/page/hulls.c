/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who belongs together, and the ground they stand on. */
#include "draw/page/hulls.h"

#include <math.h>
#include <string.h>

#define MOST_HULLS 8
/* In points: around a form, of the bands between them, of the line around all. */
#define PAD 7.0
#define BAND 9.0
#define RIM 1.4

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

/* ---- the ground ------------------------------------------------------------------------------ */

/* By member the one that it is joined to, itself for the first. */
static guint *span(const GArray *members, const RefnetPoint *position) {
  guint count = members->len;
  guint *joined = g_new0(guint, count);
  g_autofree double *nearest = g_new(double, count);
  g_autofree gboolean *in = g_new0(gboolean, count);
  for (guint i = 0; i < count; i++)
    nearest[i] = i == 0 ? 0 : G_MAXDOUBLE;
  for (guint step = 0; step < count; step++) {
    guint next = G_MAXUINT;
    for (guint i = 0; i < count; i++)
      if (!in[i] && (next == G_MAXUINT || nearest[i] < nearest[next]))
        next = i;
    in[next] = TRUE;
    RefnetPoint at = position[g_array_index(members, guint32, next)];
    for (guint i = 0; i < count; i++) {
      RefnetPoint other = position[g_array_index(members, guint32, i)];
      double distance = hypot(other.x - at.x, other.y - at.y);
      if (in[i] || distance >= nearest[i])
        continue;
      nearest[i] = distance;
      joined[i] = next;
    }
  }
  return joined;
}

static void paint(const GArray *members, const guint *joined, const RefnetPoint *position,
                  const double *radius, double rim, RefnetColor color, RefnetScene *scene) {
  for (guint i = 0; i < members->len; i++) {
    guint32 v = g_array_index(members, guint32, i);
    guint32 w = g_array_index(members, guint32, joined[i]);
    RefnetPrimitive *band =
        refnet_scene_add_line(scene, REFNET_PART_HULL, position[v], position[w]);
    band->stroke = color;
    band->stroke_width = 2 * (BAND + rim);
    refnet_scene_add_disc(scene, REFNET_PART_HULL, position[v], radius[v] + PAD + rim)->fill =
        color;
  }
}

void refnet_hulls_draw(const RefnetHulls *hulls, const RefnetPoint *position, const double *radius,
                       RefnetScene *scene) {
  for (guint i = 0; i < hulls->members->len; i++) {
    const GArray *members = g_ptr_array_index(hulls->members, i);
    const RefnetGroup *look = &hulls->palette->groups[i];
    g_autofree guint *joined = span(members, position);
    paint(members, joined, position, radius, RIM, look->outline, scene);
    paint(members, joined, position, radius, 0, look->fill, scene);
  }
}
