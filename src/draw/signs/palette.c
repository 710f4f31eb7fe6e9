/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which color, form and symbol a group has. */
#include "draw/signs/palette.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "present/wording/words.h"

#define OTHER_FILL 0xA9B1B8
#define UNKNOWN_FILL 0xFFFFFF
#define PLAIN_OUTLINE 0x5B6770

/* ---- groups ---------------------------------------------------------------------------------- */

/* The sort is stable: equal totals stay in the facet's order. */
static gint compare_totals(gconstpointer left, gconstpointer right, gpointer data) {
  const guint32 *total = data;
  guint32 a = total[*(const guint32 *)left], b = total[*(const guint32 *)right];
  return (a < b) - (a > b);
}

/* The groups of the facet that occur at all, those with their own entry first. */
static guint32 *rank_groups(const RefnetFacet *facet, guint32 vertices, gboolean of_view,
                            guint32 *length) {
  g_autofree guint32 *total = g_new0(guint32, (gsize)facet->count + 1);
  guint32 *ranked = g_new(guint32, (gsize)facet->count + 1);
  *length = 0;
  if (of_view)
    for (guint32 v = 0; v < vertices; v++)
      total[facet->group[v] == REFNET_NONE ? facet->count : facet->group[v]]++;
  else
    memcpy(total, facet->total, facet->count * sizeof *total);
  for (guint32 g = 0; g < facet->count; g++)
    if (total[g] > 0)
      ranked[(*length)++] = g;
  if (!facet->is_ordered && *length > 0)
    g_qsort_with_data(ranked, (gint)*length, sizeof *ranked, compare_totals, total);
  return ranked;
}

static RefnetGroup painted_group(char *name, guint32 fill) {
  return (RefnetGroup){.name = name,
                       .fill = refnet_color(fill, 1),
                       .outline = refnet_color(refnet_colors_darker(fill), 1),
                       .mark = refnet_color(refnet_colors_on(fill), 1)};
}

static RefnetGroup plain_group(char *name, guint32 fill, RefnetSymbol symbol) {
  RefnetGroup group = painted_group(name, fill);
  group.outline = group.mark = refnet_color(PLAIN_OUTLINE, 1);
  group.symbol = symbol;
  return group;
}

/* "Other (9 sectors)". */
static char *other_name(const char *title, guint32 count) {
  gsize length = strlen(title);
  g_autofree char *number = refnet_words_digits(count);
  if (strchr(title, ' ') || length == 0)
    return g_strdup_printf("Other (%s %s)", number, count == 1 ? "value" : "values");
  if (count == 1)
    return g_strdup_printf("Other (1 %s)", title);
  gboolean ends_in_y = title[length - 1] == 'y';
  return g_strdup_printf("Other (%s %.*s%s)", number, (int)(length - ends_in_y), title,
                         ends_in_y ? "ies" : "s");
}

/* "Sector not known", without the unit of a figure. */
static char *unknown_name(const char *title) {
  g_autofree char *bare = g_strndup(title, strcspn(title, ","));
  g_autofree char *shown = refnet_text_display(bare, 40);
  return refnet_words_capital(g_strdup_printf("%s not known", shown));
}

static char *group_name(const char *name) {
  return refnet_words_capital(refnet_text_display(name, 0));
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

/* How a group looks by its rank among `colors`. */
static RefnetGroup colored_group(const RefnetColorSet *colors, guint rank, const char *name) {
  RefnetGroup group = painted_group(group_name(name), colors->fills[rank % colors->count]);
  static const RefnetForm rounds[] = {REFNET_FORM_DISC, REFNET_FORM_SQUARE};
  static const RefnetForm gray_rounds[] = {REFNET_FORM_DISC, REFNET_FORM_SQUARE,
                                           REFNET_FORM_TRIANGLE, REFNET_FORM_DIAMOND};
  guint round = rank / colors->count;
  /* Grays next to each other differ by form, so that the eye never has to compare shades alone. */
  group.form = colors == refnet_colors_gray(FALSE)
                   ? gray_rounds[(round + rank) % G_N_ELEMENTS(gray_rounds)]
                   : rounds[round % G_N_ELEMENTS(rounds)];
  return group;
}

static guint most_groups(const RefnetColorSet *colors) {
  return colors == refnet_colors_gray(FALSE) ? 3 * colors->count : 2 * colors->count;
}

/* Turns ranked groups into entries: `own` of them, then other, then unknown. */
static RefnetPalette *make_palette(const RefnetFacet *facet, guint32 vertices,
                                   const guint32 *ranked, guint own, GArray *groups) {
  RefnetPalette *palette = g_new0(RefnetPalette, 1);
  g_autofree guint *entry = g_new(guint, (gsize)facet->count + 1);
  palette->title = g_strdup(facet->title);
  for (guint32 g = 0; g < facet->count; g++)
    entry[g] = own;
  for (guint rank = 0; rank < own; rank++)
    entry[ranked[rank]] = rank;
  palette->group_of = g_new(guint, (gsize)vertices + 1);
  for (guint32 v = 0; v < vertices; v++) {
    palette->group_of[v] = facet->group[v] == REFNET_NONE ? own + 1 : entry[facet->group[v]];
    g_array_index(groups, RefnetGroup, palette->group_of[v]).count++;
  }
  keep_occurring(palette, groups, vertices);
  palette->groups = g_memdup2(groups->data, groups->len * sizeof(RefnetGroup));
  return palette;
}

/* By rank in the view, the rank of its look: that of the whole dataset where it has one there, so
 * that a sector looks the same on all maps; the others take what is left. */
static guint *looks_of(const guint32 *ranked, guint own, const guint32 *of_dataset, guint32 length,
                       guint most) {
  guint *look = g_new(guint, (gsize)own + 1);
  g_autofree gboolean *taken = g_new0(gboolean, (gsize)most + 1);
  for (guint rank = 0; rank < own; rank++) {
    look[rank] = most;
    for (guint k = 0; k < MIN(length, most); k++)
      if (of_dataset[k] == ranked[rank])
        look[rank] = k;
    taken[look[rank]] = TRUE;
  }
  for (guint rank = 0, next = 0; rank < own; rank++) {
    while (next < most && taken[next])
      next++;
    if (look[rank] == most)
      look[rank] = next++;
  }
  return look;
}

RefnetPalette *refnet_palette_by_groups(const RefnetFacet *facet, guint32 vertices,
                                        const RefnetColorSet *colors, guint most) {
  guint32 length;
  most = most > 0 ? MIN(most, most_groups(colors)) : most_groups(colors);
  g_autofree guint32 *of_dataset = rank_groups(facet, vertices, FALSE, &length);
  guint32 of_dataset_length = length;
  g_autofree guint32 *ranked = length > most
                                   ? rank_groups(facet, vertices, TRUE, &length)
                                   : g_memdup2(of_dataset, (gsize)length * sizeof *ranked);
  guint own = MIN(length, most);
  g_autofree guint *look = looks_of(ranked, own, of_dataset, of_dataset_length, most);
  g_autoptr(GArray) groups = g_array_new(FALSE, TRUE, sizeof(RefnetGroup));
  for (guint rank = 0; rank < own; rank++) {
    RefnetGroup group = colored_group(colors, look[rank], facet->names[ranked[rank]]);
    g_array_append_val(groups, group);
  }
  RefnetGroup other =
      plain_group(other_name(facet->title, length - own), OTHER_FILL, REFNET_SYMBOL_CROSS);
  RefnetGroup unknown = plain_group(unknown_name(facet->title), UNKNOWN_FILL, REFNET_SYMBOL_PLAIN);
  g_array_append_val(groups, other);
  g_array_append_val(groups, unknown);
  return make_palette(facet, vertices, ranked, own, groups);
}

RefnetPalette *refnet_palette_by_form(const RefnetFacet *facet, guint32 vertices) {
  static const RefnetForm forms[] = {REFNET_FORM_SQUARE, REFNET_FORM_TRIANGLE, REFNET_FORM_DIAMOND,
                                     REFNET_FORM_HEXAGON, REFNET_FORM_TRIANGLE_DOWN};
  guint32 length;
  g_autofree guint32 *ranked = rank_groups(facet, vertices, TRUE, &length);
  guint own = MIN(length, (guint)G_N_ELEMENTS(forms));
  g_autoptr(GArray) groups = g_array_new(FALSE, TRUE, sizeof(RefnetGroup));
  for (guint rank = 0; rank < own; rank++) {
    RefnetGroup group =
        plain_group(group_name(facet->names[ranked[rank]]), UNKNOWN_FILL, REFNET_SYMBOL_PLAIN);
    group.form = forms[rank];
    g_array_append_val(groups, group);
  }
  RefnetGroup other =
      plain_group(other_name(facet->title, length - own), UNKNOWN_FILL, REFNET_SYMBOL_PLAIN);
  other.form = REFNET_FORM_PENTAGON;
  RefnetGroup unknown = plain_group(unknown_name(facet->title), UNKNOWN_FILL, REFNET_SYMBOL_PLAIN);
  g_array_append_val(groups, other);
  g_array_append_val(groups, unknown);
  return make_palette(facet, vertices, ranked, own, groups);
}

RefnetPalette *refnet_palette_plain(guint32 vertices, guint32 rgb) {
  RefnetPalette *palette = g_new0(RefnetPalette, 1);
  palette->groups = g_new(RefnetGroup, 1);
  palette->groups[0] = painted_group(NULL, rgb);
  palette->groups[0].count = vertices;
  palette->group_count = vertices > 0;
  palette->group_of = g_new0(guint, (gsize)vertices + 1);
  return palette;
}

/* ---- figures --------------------------------------------------------------------------------- */

static int compare_figures(const void *left, const void *right) {
  double a = *(const double *)left, b = *(const double *)right;
  return (a > b) - (a < b);
}

/* The known figures, rising. */
static double *sort_figures(const double *figures, guint32 vertices, guint32 *length) {
  double *sorted = g_new(double, (gsize)vertices + 1);
  *length = 0;
  for (guint32 v = 0; v < vertices; v++)
    if (!isnan(figures[v]))
      sorted[(*length)++] = figures[v];
  qsort(sorted, *length, sizeof *sorted, compare_figures);
  return sorted;
}

/* Where each class begins in the sorted figures; start[classes] is their end. */
static guint find_classes(const double *sorted, guint32 length, guint most, guint32 *start) {
  guint classes = 0;
  guint32 distinct = 0;
  for (guint32 i = 0; i < length; i++)
    distinct += i == 0 || sorted[i] > sorted[i - 1];
  for (guint32 i = 0; i < length; i++) {
    gboolean is_new = i == 0 || sorted[i] > sorted[i - 1];
    gboolean is_due = distinct <= most || i >= (guint64)length * classes / most;
    if (is_new && is_due && classes < most)
      start[classes++] = i;
  }
  start[classes] = length;
  return classes;
}

static char *figure_text(double figure) {
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  if (figure == floor(figure) || fabs(figure) >= 100)
    return refnet_words_figure(figure);
  return g_strdup(g_ascii_formatd(digits, sizeof digits, "%.3g", figure));
}

static char *class_name(double low, double high) {
  g_autofree char *from = figure_text(low), *to = figure_text(high);
  return g_str_equal(from, to) ? g_steal_pointer(&from) : g_strdup_printf("%s–%s", from, to);
}

static guint class_of(double figure, const double *sorted, const guint32 *start, guint classes) {
  guint found = classes - 1;
  while (found > 0 && figure < sorted[start[found]])
    found--;
  return found;
}

RefnetPalette *refnet_palette_by_figures(const RefnetFacet *facet, guint32 vertices,
                                         const RefnetColorSet *colors) {
  guint32 length, start[REFNET_COLORS_MOST + 1];
  g_autofree double *sorted = sort_figures(facet->figure, vertices, &length);
  guint classes = find_classes(sorted, length, colors->count, start);
  RefnetPalette *palette = g_new0(RefnetPalette, 1);
  g_autoptr(GArray) groups = g_array_new(FALSE, TRUE, sizeof(RefnetGroup));
  palette->title = g_strdup(facet->title);
  for (guint i = 0; i < classes; i++) {
    guint color = classes > 1 ? i * (colors->count - 1) / (classes - 1) : colors->count / 2;
    RefnetGroup group =
        painted_group(class_name(sorted[start[i]], sorted[start[i + 1] - 1]), colors->fills[color]);
    g_array_append_val(groups, group);
  }
  RefnetGroup unknown = plain_group(unknown_name(facet->title), UNKNOWN_FILL, REFNET_SYMBOL_CROSS);
  g_array_append_val(groups, unknown);
  palette->group_of = g_new(guint, (gsize)vertices + 1);
  for (guint32 v = 0; v < vertices; v++) {
    double figure = facet->figure[v];
    palette->group_of[v] = isnan(figure) ? classes : class_of(figure, sorted, start, classes);
    g_array_index(groups, RefnetGroup, palette->group_of[v]).count++;
  }
  keep_occurring(palette, groups, vertices);
  palette->groups = g_memdup2(groups->data, groups->len * sizeof(RefnetGroup));
  return palette;
}

/* ---- contacts -------------------------------------------------------------------------------- */

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
  palette->title = g_strdup("contacts listed");
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
  g_free(palette->title);
  g_free(palette->groups);
  g_free(palette->group_of);
  g_free(palette);
}
