/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names by importance, numbers by name, areas by where they are. */
#include "draw/ground/ground_names.h"

#include <string.h>

/* Up to so many organizations every one is named; of more, the most important. */
#define ALL_NAMED 100
#define NAMED_OF_MORE 60
#define ALL_NAMED_ON_SLIDE 24
#define NAMED_ON_SLIDE 16
/* As many as there are areas fewer, but so many at least. */
#define NAMED_BESIDE_AREAS 6
/* Up to so many the others are numbered, with the key on the page. */
#define ALL_NUMBERED 600
/* In letters of the label's size: a line of a name, the line of who lies apart. */
#define NAME_WIDTH 12.0
#define APART_WIDTH 24.0

/* ---- who is named ---------------------------------------------------------------------------- */

double refnet_ground_names_importance(const RefnetGroundPage *page, guint32 v) {
  if (refnet_ground_is_marker(page, v))
    return (double)page->a.scales.most_ties + page->members[v];
  return refnet_network_degree(page->network, v);
}

static gint compare_importance(gconstpointer left, gconstpointer right, gpointer data) {
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  double difference =
      refnet_ground_names_importance(data, w) - refnet_ground_names_importance(data, v);
  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return (v > w) - (v < w);
}

/* How those are labeled that have no room for a name: a slide has none for a key either. */
static RefnetLabeled without_name(const RefnetGroundPage *page) {
  gboolean has_key = page->network->vertices <= ALL_NUMBERED && !page->a.scales.is_slide;
  return has_key ? REFNET_LABELED_NUMBER : REFNET_LABELED_BARE;
}

void refnet_ground_names_number_fewer(RefnetGroundPage *page) {
  guint32 n = page->network->vertices, count = 0;
  g_autofree guint32 *order = g_new(guint32, (gsize)n + 1);
  for (guint32 v = 0; v < n; v++)
    if (page->a.labeled[v] == REFNET_LABELED_NUMBER)
      order[count++] = v;
  if (count > 1)
    g_qsort_with_data(order, (gint)count, sizeof *order, compare_importance, page);
  guint32 fewer = MIN(count / 8 + 1, count);
  for (guint32 i = 0; i < fewer; i++)
    if (page->has_named_again)
      page->a.labeled[order[count - 1 - i]] = REFNET_LABELED_BARE;
    else
      page->a.labeled[order[i]] = REFNET_LABELED_NAME;
  page->has_named_again = TRUE;
}

void refnet_ground_names_choose(RefnetGroundPage *page) {
  guint32 n = page->network->vertices, count = 0, named = n <= ALL_NAMED ? n : NAMED_OF_MORE;
  RefnetLabeled rest = without_name(page);
  if (page->a.scales.is_slide && !page->gathered && n > ALL_NAMED_ON_SLIDE)
    named = MAX(NAMED_ON_SLIDE - MIN(page->area_count, NAMED_ON_SLIDE), NAMED_BESIDE_AREAS);
  g_autofree guint32 *order = g_new(guint32, (gsize)n + 1);
  for (guint32 v = 0; v < n; v++) {
    page->a.labeled[v] = page->head[v] == v ? REFNET_LABELED_NAME : REFNET_LABELED_BARE;
    if (refnet_ground_is_drawn(page, v))
      order[count++] = v;
  }
  if (count > 1)
    g_qsort_with_data(order, (gint)count, sizeof *order, compare_importance, page);
  for (guint32 i = 0; i < count; i++)
    page->a.labeled[order[i]] = i < named ? REFNET_LABELED_NAME : rest;
  for (guint32 v = 0; v < n && !page->names_given; v++)
    page->a.labeled[v] = REFNET_LABELED_BARE;
}

void refnet_ground_names_replace_unplaced(RefnetGroundPage *page) {
  RefnetLabeled instead = without_name(page);
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (refnet_ground_is_placed(page, v) && page->a.labeled[v] == REFNET_LABELED_NAME &&
        !page->a.place[v].placed)
      page->a.labeled[v] = instead;
}

void refnet_ground_names_count_unnamed(RefnetGroundPage *page) {
  page->unnamed = 0;
  for (guint32 v = 0; v < page->network->vertices && page->names_given; v++)
    page->unnamed += page->a.labeled[page->head[v]] == REFNET_LABELED_BARE;
}

void refnet_ground_names_leave_out(RefnetGroundPage *page) {
  for (guint32 v = 0; v < page->network->vertices; v++)
    if (refnet_ground_is_drawn(page, v) && !page->a.place[v].placed)
      page->a.labeled[v] = REFNET_LABELED_BARE;
  refnet_ground_names_count_unnamed(page);
}

void refnet_ground_names_list_areas(RefnetGroundPage *page) {
  const RefnetDataset *dataset = page->network->dataset;
  g_autofree guint8 *has_parts = g_new0(guint8, (gsize)dataset->area_count + 1);
  RefnetFont font = {page->a.scales.label.size * (page->a.scales.is_slide ? 1 : 1.05), TRUE};
  page->areas = g_new(guint32, (gsize)dataset->area_count + 1);
  page->area_name = g_new0(RefnetTextBlock, (gsize)dataset->area_count + 1);
  page->area_label = g_new0(RefnetLabelPlace, (gsize)dataset->area_count + 1);
  page->area_point = g_new0(RefnetPoint, (gsize)dataset->area_count + 1);
  page->area_side = g_new0(guint8, (gsize)dataset->area_count + 1);
  for (guint32 area = 0; area < dataset->area_count; area++)
    if (dataset->areas[area].within != REFNET_NONE)
      has_parts[dataset->areas[area].within] = TRUE;
  for (guint32 area = 0; area < dataset->area_count; area++) {
    if (has_parts[area] || page->area_place[area].basis == REFNET_PLACE_UNKNOWN)
      continue;
    g_autofree char *name = refnet_text_display(dataset->areas[area].name, 0);
    refnet_typesetter_wrap(page->a.typesetter, name, font, NAME_WIDTH * font.size, 2,
                           &page->area_name[page->area_count]);
    page->areas[page->area_count++] = area;
  }
}

/* ---- numbers and key ------------------------------------------------------------------------- */

static gint compare_names(gconstpointer left, gconstpointer right, gpointer data) {
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  char *const *folds = data;
  int order = strcmp(folds[v], folds[w]);
  return order ? order : (v > w) - (v < w);
}

/* Markers of most come before those of few, and before names. */
static char *sort_key(const RefnetGroundPage *page, guint32 v) {
  g_autofree char *fold = refnet_text_fold(page->a.names[v]);
  if (!refnet_ground_is_marker(page, v))
    return g_strdup_printf("1 %s", fold);
  return g_strdup_printf("0 %010u %s", G_MAXUINT32 - page->members[v], fold);
}

/* By name, so that the key can be searched both ways. */
static void assign_numbers(RefnetGroundPage *page) {
  guint32 n = page->network->vertices, count = 0;
  g_auto(GStrv) folds = g_new0(char *, (gsize)n + 1);
  g_autofree guint32 *order = g_new(guint32, (gsize)n + 1);
  for (guint32 v = 0; v < n; v++) {
    folds[v] = sort_key(page, v);
    page->a.number[v] = 0;
    if (page->a.labeled[v] == REFNET_LABELED_NUMBER)
      order[count++] = v;
  }
  if (count > 1)
    g_qsort_with_data(order, (gint)count, sizeof *order, compare_names, folds);
  g_ptr_array_set_size(page->a.key, 0);
  for (guint32 i = 0; i < count; i++) {
    page->a.number[order[i]] = i + 1;
    g_ptr_array_add(page->a.key, page->a.names[order[i]]);
  }
}

/* ---- what labels say ------------------------------------------------------------------------- */

/* With how far away it is, where that is why it is not shown. */
static char *name_apart(const RefnetGroundPage *page, guint32 v) {
  if (page->far[v] == 0)
    return g_strdup(page->a.names[v]);
  g_autofree char *distance = refnet_distance_words(page->far[v], page->units);
  return g_strdup_printf("%s, %s away", page->a.names[v], distance);
}

static void set_label(RefnetGroundPage *page, guint32 v) {
  RefnetArrangement *a = &page->a;
  refnet_text_block_clear(&a->label[v]);
  g_autofree char *number = g_strdup_printf("%u", a->number[v]);
  g_autofree char *apart = name_apart(page, v);
  double letter = a->scales.label.size;
  if (a->labeled[v] == REFNET_LABELED_NUMBER)
    refnet_typesetter_wrap(a->typesetter, number, a->scales.number, 1000, 1, &a->label[v]);
  else if (a->labeled[v] == REFNET_LABELED_NAME && refnet_ground_is_placed(page, v))
    refnet_typesetter_wrap(a->typesetter, a->names[v], a->scales.label, NAME_WIDTH * letter,
                           REFNET_TEXT_LINES, &a->label[v]);
  else if (a->labeled[v] == REFNET_LABELED_NAME)
    refnet_typesetter_wrap(a->typesetter, apart, a->scales.label, APART_WIDTH * letter, 1,
                           &a->label[v]);
}

void refnet_ground_names_set(RefnetGroundPage *page) {
  assign_numbers(page);
  for (guint32 v = 0; v < page->network->vertices; v++)
    set_label(page, v);
}
