/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which color and symbol a sector has. */
#include "draw/palette.h"

#include <math.h>
#include <string.h>

#define COLORS 8
#define MOST_GROUPS (2 * COLORS)

/* Okabe & Ito, "Color Universal Design", 2008, in an order whose first few differ most. */
static const guint32 fills[COLORS] = {0x56B4E9, 0xE69F00, 0x009E73, 0xCC79A7,
                                      0x0072B2, 0xD55E00, 0xF0E442, 0x000000};
static const guint32 outlines[COLORS] = {0x2B6F99, 0x8F6300, 0x00563F, 0x85426A,
                                         0x003F63, 0x803800, 0x8C8412, 0x000000};
#define OTHER_FILL 0xA9B1B8
#define UNKNOWN_FILL 0xFFFFFF
#define PLAIN_OUTLINE 0x5B6770
#define RING_RGB 0x111827

typedef struct {
  guint32 sector, count;
  const char *name;
} Ranked;

static gint compare_ranked(gconstpointer left, gconstpointer right) {
  const Ranked *a = left, *b = right;
  if (a->count != b->count)
    return a->count > b->count ? -1 : 1;
  int order = strcmp(a->name, b->name);
  return order ? order : (a->sector > b->sector) - (a->sector < b->sector);
}

static guint32 sector_of(const RefnetNetwork *network, guint32 vertex) {
  return network->dataset->organizations[network->organization[vertex]].sector;
}

/* Sectors that occur, most organizations first: of the dataset or, were those too many, of the
 * view. */
static GArray *rank_sectors(const RefnetNetwork *network, gboolean of_view) {
  const RefnetDataset *dataset = network->dataset;
  GArray *ranked = g_array_new(FALSE, TRUE, sizeof(Ranked));
  g_array_set_size(ranked, dataset->sectors.length);
  for (guint32 s = 0; s < dataset->sectors.length; s++)
    g_array_index(ranked, Ranked, s) = (Ranked){s, 0, dataset->sectors.names[s]};
  guint32 count = of_view ? network->vertices : dataset->organization_count;
  for (guint32 i = 0; i < count; i++) {
    guint32 sector = of_view ? sector_of(network, i) : dataset->organizations[i].sector;
    if (sector < ranked->len)
      g_array_index(ranked, Ranked, sector).count++;
  }
  g_array_sort(ranked, compare_ranked);
  while (ranked->len > 0 && g_array_index(ranked, Ranked, ranked->len - 1).count == 0)
    g_array_set_size(ranked, ranked->len - 1);
  if (ranked->len <= MOST_GROUPS || of_view)
    return ranked;
  g_array_unref(ranked);
  return rank_sectors(network, TRUE);
}

static RefnetGroup group_of_rank(guint rank, const char *name) {
  guint color = rank % COLORS;
  RefnetSymbol symbol = rank < COLORS ? REFNET_SYMBOL_PLAIN : REFNET_SYMBOL_DOT;
  return (RefnetGroup){.name = refnet_text_display(name, 0),
                       .fill = refnet_color(fills[color], 1),
                       .outline = refnet_color(outlines[color], 1),
                       .mark = refnet_color(0xFFFFFF, 1),
                       .symbol = symbol};
}

static RefnetGroup plain_group(char *name, guint32 fill, RefnetSymbol symbol) {
  return (RefnetGroup){.name = name,
                       .fill = refnet_color(fill, 1),
                       .outline = refnet_color(PLAIN_OUTLINE, 1),
                       .mark = refnet_color(PLAIN_OUTLINE, 1),
                       .symbol = symbol};
}

/* Groups for the ranked sectors, then "other" and "not given", whether they occur or not. */
static GArray *make_groups(const GArray *ranked) {
  GArray *groups = g_array_new(FALSE, TRUE, sizeof(RefnetGroup));
  guint own = MIN(ranked->len, MOST_GROUPS);
  for (guint rank = 0; rank < own; rank++) {
    RefnetGroup group = group_of_rank(rank, g_array_index(ranked, Ranked, rank).name);
    g_array_append_val(groups, group);
  }
  char *others = g_strdup_printf("Other (%u sectors)", ranked->len - own);
  RefnetGroup other = plain_group(others, OTHER_FILL, REFNET_SYMBOL_CROSS);
  RefnetGroup unknown = plain_group(g_strdup(ranked->len ? "Sector not given" : "Organisation"),
                                    ranked->len ? UNKNOWN_FILL : fills[0], REFNET_SYMBOL_PLAIN);
  g_array_append_val(groups, other);
  g_array_append_val(groups, unknown);
  return groups;
}

/* Drops groups that do not occur and renumbers those that do. */
static void keep_occurring(RefnetPalette *palette, GArray *groups, guint32 vertices) {
  g_autofree guint *number = g_new0(guint, groups->len);
  for (guint i = 0; i < groups->len; i++) {
    RefnetGroup *group = &g_array_index(groups, RefnetGroup, i);
    if (group->count == 0) {
      g_free(group->name);
      continue;
    }
    number[i] = palette->group_count;
    g_array_index(groups, RefnetGroup, palette->group_count++) = *group;
  }
  for (guint32 v = 0; v < vertices; v++)
    palette->group_of[v] = number[palette->group_of[v]];
}

RefnetPalette *refnet_palette_by_sector(const RefnetNetwork *network) {
  RefnetPalette *palette = g_new0(RefnetPalette, 1);
  g_autoptr(GArray) ranked = rank_sectors(network, FALSE);
  g_autoptr(GArray) groups = make_groups(ranked);
  guint other = groups->len - 2, unknown = groups->len - 1;
  g_autofree guint *group_of_sector = g_new(guint, network->dataset->sectors.length + 1);
  for (guint32 s = 0; s < network->dataset->sectors.length; s++)
    group_of_sector[s] = other;
  for (guint rank = 0; rank < other; rank++)
    group_of_sector[g_array_index(ranked, Ranked, rank).sector] = rank;
  palette->group_of = g_new(guint, (gsize)network->vertices + 1);
  for (guint32 v = 0; v < network->vertices; v++) {
    guint32 sector = sector_of(network, v);
    palette->group_of[v] =
        sector < network->dataset->sectors.length ? group_of_sector[sector] : unknown;
    g_array_index(groups, RefnetGroup, palette->group_of[v]).count++;
  }
  keep_occurring(palette, groups, network->vertices);
  palette->groups = g_memdup2(groups->data, groups->len * sizeof(RefnetGroup));
  return palette;
}

/* ---- contacts ------------------------------------------------------------------------------- */

typedef enum {
  CONTACTS_ONE,
  CONTACTS_LEFT,
  CONTACTS_NOBODY,
  CONTACTS_MORE,
  CONTACT_GROUPS
} Contacts;

static const struct {
  const char *name;
  guint32 fill, outline;
  RefnetSymbol symbol;
} contact_groups[CONTACT_GROUPS] = {
    [CONTACTS_ONE] = {"Rests on one contact", 0xE69F00, 0x8F6300, REFNET_SYMBOL_DOT},
    [CONTACTS_LEFT] = {"All listed have left", 0xD55E00, 0x803800, REFNET_SYMBOL_CROSS},
    [CONTACTS_NOBODY] = {"Nobody listed", UNKNOWN_FILL, PLAIN_OUTLINE, REFNET_SYMBOL_PLAIN},
    [CONTACTS_MORE] = {"Two contacts or more", 0x9CC9E3, 0x2B6F99, REFNET_SYMBOL_PLAIN},
};

static Contacts contacts_of(const RefnetOrganizationRisk *risk, gboolean one_leaves) {
  guint32 leaving = one_leaves ? 1 : 0;
  if (risk->contacts > leaving)
    return risk->contacts - leaving == 1 ? CONTACTS_ONE : CONTACTS_MORE;
  return risk->contacts_left + leaving > 0 ? CONTACTS_LEFT : CONTACTS_NOBODY;
}

RefnetPalette *refnet_palette_by_contacts(const RefnetRisks *risks, const guint8 *leaves) {
  RefnetPalette *palette = g_new0(RefnetPalette, 1);
  g_autoptr(GArray) groups = g_array_new(FALSE, TRUE, sizeof(RefnetGroup));
  for (guint i = 0; i < CONTACT_GROUPS; i++) {
    RefnetGroup group = {.name = g_strdup(contact_groups[i].name),
                         .fill = refnet_color(contact_groups[i].fill, 1),
                         .outline = refnet_color(contact_groups[i].outline, 1),
                         .mark = refnet_color(i == CONTACTS_ONE ? 0x000000 : 0xFFFFFF, 1),
                         .symbol = contact_groups[i].symbol};
    g_array_append_val(groups, group);
  }
  palette->group_of = g_new0(guint, (gsize)risks->organization_count + 1);
  for (guint32 i = 0; i < risks->organization_count; i++) {
    const RefnetOrganizationRisk *risk = &risks->organizations[i];
    guint group = contacts_of(risk, leaves && leaves[risk->vertex]);
    palette->group_of[risk->vertex] = group;
    g_array_index(groups, RefnetGroup, group).count++;
  }
  keep_occurring(palette, groups, risks->organization_count);
  palette->groups = g_memdup2(groups->data, groups->len * sizeof(RefnetGroup));
  return palette;
}

void refnet_palette_free(RefnetPalette *palette) {
  if (!palette)
    return;
  for (guint i = 0; i < palette->group_count; i++)
    g_free(palette->groups[i].name);
  g_free(palette->groups);
  g_free(palette->group_of);
  g_free(palette);
}

static void draw_cross(const RefnetGroup *group, RefnetScene *scene, RefnetPart part, guint32 owner,
                       RefnetPoint middle, double arm) {
  for (int sign = -1; sign <= 1; sign += 2) {
    RefnetPoint from = {middle.x - arm, middle.y - sign * arm};
    RefnetPoint to = {middle.x + arm, middle.y + sign * arm};
    RefnetPrimitive *line = refnet_scene_add_line(scene, part, from, to);
    line->owner = owner;
    line->stroke = group->mark;
    line->stroke_width = MAX(0.8, arm / 3);
  }
}

static RefnetPrimitive *add_disc(RefnetScene *scene, RefnetPart part, guint32 owner,
                                 RefnetPoint middle, double radius) {
  RefnetPrimitive *disc = refnet_scene_add_disc(scene, part, middle, radius);
  disc->owner = owner;
  disc->stroke_width = 1;
  return disc;
}

/* Chords of the disc, rising to the right. */
void refnet_palette_hatch(RefnetScene *scene, RefnetPart part, guint32 owner, RefnetPoint middle,
                          double radius) {
  const double step = 3.5;
  for (double off = step * ceil(-radius / step) + step / 2; off < radius; off += step) {
    double half = sqrt(radius * radius - off * off) * G_SQRT2 / 2, aside = off * G_SQRT2 / 2;
    RefnetPoint from = {middle.x + aside - half, middle.y + aside + half};
    RefnetPoint to = {middle.x + aside + half, middle.y + aside - half};
    RefnetPrimitive *line = refnet_scene_add_line(scene, part, from, to);
    line->owner = owner;
    line->stroke = refnet_color(RING_RGB, 0.75);
    line->stroke_width = 0.9;
  }
}

void refnet_palette_draw_disc(const RefnetGroup *group, RefnetScene *scene, RefnetPart part,
                              guint32 owner, RefnetPoint middle, double radius, gboolean ringed) {
  RefnetPart mark_part = part == REFNET_PART_NODE ? REFNET_PART_MARK : part;
  if (ringed) {
    RefnetPrimitive *ring = add_disc(scene, part, owner, middle, radius);
    ring->fill = refnet_color(0xFFFFFF, 1);
    ring->stroke = refnet_color(RING_RGB, 1);
    ring->stroke_width = 1.8;
    radius -= REFNET_RING;
  }
  RefnetPrimitive *disc = add_disc(scene, ringed ? mark_part : part, owner, middle, radius);
  disc->fill = group->fill;
  disc->stroke = group->outline;
  if (group->symbol == REFNET_SYMBOL_DOT)
    add_disc(scene, mark_part, owner, middle, radius * 0.4)->fill = group->mark;
  else if (group->symbol == REFNET_SYMBOL_CROSS)
    draw_cross(group, scene, mark_part, owner, middle, radius * 0.45);
}
