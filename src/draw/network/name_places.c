/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tries names, then numbers, and takes names back where numbers need the room. */
#include "draw/network/name_places.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "draw/network/division.h"
#include "draw/network/name_requests.h"
#include "draw/network/naming.h"

/* Points that a leader to a name may be long. */
#define NAME_REACH 150.0
#define NAME_REACH_ON_SLIDE 40.0
#define ADDED_REACH 20.0
#define MOST_TRIED 150
/* Discs of others that the leader of a name may run over in a crowd: through more of them nobody
 * follows it, and the name is rather left out. */
#define MOST_CROSSED 1
/* Share of the names that may stand farther away. */
#define CALLED_OUT 0.06
/* Points around a number without a place in which names make room for it. */
#define NEAREST 50.0
#define FARTHEST 500.0

/* ---- one kind of label ----------------------------------------------------------------------- */

/* Labels of the vertices that are labeled so, beside those placed before. Returns how many found no
 * room. */
static guint32 place_labels(RefnetArrangement *a, const RefnetLabelField *field,
                            RefnetLabeled labeled, double reach) {
  guint32 placed = a->layout->placed, count = 0, missing = 0;
  g_autofree RefnetLabelRequest *requests = g_new0(RefnetLabelRequest, (gsize)placed + 1);
  g_autofree RefnetLabelPlace *places = g_new0(RefnetLabelPlace, (gsize)placed + 1);
  for (guint32 i = 0; i < placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] != labeled && !a->place[v].placed)
      continue;
    requests[count] = refnet_name_request(a, i);
    places[count++] = a->place[v];
  }
  refnet_labels_place(field, requests, count, reach, a->seed, places);
  for (guint32 i = 0; i < count; i++) {
    a->place[a->layout->member[requests[i].disc]] = places[i];
    missing += !places[i].placed;
  }
  return missing;
}

/* Discs and lines as they lie now; free both arrays of the field. */
static RefnetLabelField make_field(const RefnetArrangement *a) {
  guint32 placed = a->layout->placed;
  RefnetLabelDisc *discs = g_new(RefnetLabelDisc, (gsize)placed + 1);
  RefnetLabelLine *lines = g_new(RefnetLabelLine, refnet_name_count_lines(a) + 1);
  gsize line_count = 0;
  for (guint32 i = 0; i < placed; i++) {
    guint32 v = a->layout->member[i];
    discs[i] = (RefnetLabelDisc){a->position[v], a->radius[v]};
  }
  for (guint64 t = 0; t < a->network->ties; t++)
    for (guint i = 0; i < refnet_name_lines_of(a, t); i++)
      lines[line_count++] =
          (RefnetLabelLine){a->position[a->network->tie_a[t]], a->position[a->network->tie_b[t]]};
  return (RefnetLabelField){
      .area = a->drawing,
      .discs = discs,
      .disc_count = placed,
      .lines = lines,
      .line_count = line_count,
      .taken = a->panels.heading_box,
      .taken_count = a->panels.count,
      .beside = refnet_arrangement_is_crowded_slide(a) ? 0 : REFNET_LABEL_WORD_GAP,
      .most_crossed = refnet_arrangement_is_crowd(a) || refnet_arrangement_is_crowded_slide(a)
                          ? MOST_CROSSED
                          : 0};
}

static void clear_field(RefnetLabelField *field) {
  g_free((RefnetLabelDisc *)field->discs);
  g_free((RefnetLabelLine *)field->lines);
}

/* ---- names ----------------------------------------------------------------------------------- */

/* Names without a place become `instead`. */
static void replace_unplaced_names(RefnetArrangement *a, RefnetLabeled instead) {
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] == REFNET_LABELED_NAME && !a->place[v].placed)
      a->labeled[v] = instead;
  }
}

/* A few names may stand far away: less in the way than a key. Returns how many found no room. */
static guint32 call_out(RefnetArrangement *a, RefnetLabelField *field) {
  guint32 most_crossed = field->most_crossed;
  field->most_crossed = REFNET_NONE;
  guint32 missing = place_labels(a, field, REFNET_LABELED_NAME, a->scales.width / 4);
  field->most_crossed = most_crossed;
  return missing;
}

/* Names that were not chosen, or found no room in an earlier round, may find it in `shape` within
 * `reach` of their discs. `labeled` is how those are labeled so far. */
static void try_names(RefnetArrangement *a, const RefnetLabelField *field, RefnetLabeled labeled,
                      RefnetNameShape shape, double reach) {
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] != labeled)
      continue;
    a->labeled[v] = REFNET_LABELED_NAME;
    refnet_text_block_clear(&a->label[v]);
    a->shape[v] = shape;
    refnet_naming_wrap(a, v);
  }
  place_labels(a, field, REFNET_LABELED_NAME, reach);
  replace_unplaced_names(a, labeled);
}

static void add_names(RefnetArrangement *a, const RefnetLabelField *field, RefnetLabeled labeled) {
  try_names(a, field, labeled, REFNET_NAME_USUAL, 0);
  refnet_division_renumber(a);
}

static guint32 count_labeled(const RefnetArrangement *a, RefnetLabeled labeled) {
  guint32 count = 0;
  for (guint32 i = 0; i < a->layout->placed; i++)
    count += a->labeled[a->layout->member[i]] == labeled;
  return count;
}

/* All ways to set the names of those who have nothing. */
static void try_all_shapes(RefnetArrangement *a, RefnetLabelField *field) {
  static const double reaches[] = {0, ADDED_REACH};
  guint32 most_crossed = field->most_crossed;
  field->most_crossed = 0;
  for (gsize i = 0; i < G_N_ELEMENTS(reaches); i++)
    for (RefnetNameShape shape = 0; shape < REFNET_NAME_SHAPES; shape++)
      if (count_labeled(a, REFNET_LABELED_BARE) > 0)
        try_names(a, field, REFNET_LABELED_BARE, shape, reaches[i]);
  field->most_crossed = most_crossed;
}

/* Where names that find no room have no number either, all ways to set them are tried, unless there
 * are so many that it would take long and gain little. */
static void add_all_names(RefnetArrangement *a, RefnetLabelField *field) {
  if (a->layout->placed > MOST_TRIED) {
    add_names(a, field, REFNET_LABELED_BARE);
    return;
  }
  try_all_shapes(a, field);
  refnet_division_renumber(a);
}

/* A key takes room from the drawing, and then more names find none: before a name becomes a number,
 * all ways to set it are tried. FALSE: some found no room, and are without a name. */
static gboolean set_otherwise(RefnetArrangement *a, RefnetLabelField *field) {
  if (a->layout->placed > MOST_TRIED || refnet_arrangement_is_crowd(a) ||
      count_labeled(a, REFNET_LABELED_BARE) > 0) {
    replace_unplaced_names(a, refnet_arrangement_without_name(a));
    return FALSE;
  }
  replace_unplaced_names(a, REFNET_LABELED_BARE);
  try_all_shapes(a, field);
  gboolean all = count_labeled(a, REFNET_LABELED_BARE) == 0;
  for (guint32 i = 0; i < a->layout->placed; i++) {
    RefnetLabeled *labeled = &a->labeled[a->layout->member[i]];
    if (*labeled == REFNET_LABELED_BARE)
      *labeled = refnet_arrangement_without_name(a);
  }
  return all;
}

/* Numbers without a place are left out, and said to be. */
static void leave_out_numbers(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] == REFNET_LABELED_NUMBER && !a->place[v].placed)
      a->labeled[v] = REFNET_LABELED_BARE;
  }
  refnet_division_renumber(a);
}

typedef struct {
  double away;
  guint32 v;
} Away;

static gint compare_away(gconstpointer left, gconstpointer right) {
  const Away *l = left, *r = right;
  return l->away != r->away ? (l->away < r->away ? 1 : -1) : (l->v > r->v) - (l->v < r->v);
}

/* Of a crowd those that lie farthest outside: there is room for their names. */
static void add_outer_names(RefnetArrangement *a, const RefnetLabelField *field) {
  guint32 placed = a->layout->placed, tried = 0;
  RefnetPoint middle = {a->drawing.x + a->drawing.width / 2, a->drawing.y + a->drawing.height / 2};
  g_autofree Away *order = g_new(Away, (gsize)placed + 1);
  for (guint32 i = 0; i < placed; i++) {
    RefnetPoint at = a->position[a->layout->member[i]];
    order[i] =
        (Away){hypot((at.x - middle.x) / a->drawing.width, (at.y - middle.y) / a->drawing.height),
               a->layout->member[i]};
  }
  qsort(order, placed, sizeof *order, compare_away);
  for (guint32 i = 0; i < placed && tried < MOST_TRIED; i++)
    if (a->labeled[order[i].v] == REFNET_LABELED_BARE) {
      a->labeled[order[i].v] = REFNET_LABELED_NUMBER; /* until names are tried */
      tried++;
    }
  try_names(a, field, REFNET_LABELED_NUMBER, REFNET_NAME_USUAL, ADDED_REACH);
  leave_out_numbers(a);
}

/* ---- numbers --------------------------------------------------------------------------------- */

/* Returns how many found no room. */
static guint32 place_numbers(RefnetArrangement *a, RefnetLabelField *field) {
  guint32 most_crossed = field->most_crossed;
  guint32 missing = place_labels(a, field, REFNET_LABELED_NUMBER, a->scales.width / 8);
  if (missing > 0) {
    field->most_crossed = REFNET_NONE;
    missing = place_labels(a, field, REFNET_LABELED_NUMBER, a->scales.width / 3);
  }
  field->most_crossed = most_crossed;
  return missing;
}

static void unplace_numbers(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->layout->placed; i++)
    if (a->labeled[a->layout->member[i]] == REFNET_LABELED_NUMBER)
      a->place[a->layout->member[i]] = (RefnetLabelPlace){.placed = FALSE};
}

/* Added names around numbers without a place become numbers again. */
static void take_names_back(RefnetArrangement *a, const RefnetLabeled *labeled, double around) {
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 v = a->layout->member[i];
    if (a->labeled[v] != REFNET_LABELED_NUMBER || a->place[v].placed)
      continue;
    for (guint32 k = 0; k < a->layout->placed; k++) {
      guint32 w = a->layout->member[k];
      gboolean was_added =
          labeled[w] == REFNET_LABELED_NUMBER && a->labeled[w] == REFNET_LABELED_NAME;
      if (was_added && refnet_box_meets_disc(a->place[w].box, a->position[v], around)) {
        a->labeled[w] = REFNET_LABELED_NUMBER;
        /* Not missing: its own number is placed with the others. */
        a->place[w].placed = TRUE;
      }
    }
  }
  unplace_numbers(a);
}

/* Numbers, and as many more names as leave room for the numbers of all others. Returns how many
 * numbers found none. */
static guint32 place_others(RefnetArrangement *a, RefnetLabelField *field) {
  gsize n = a->network->vertices;
  if (refnet_arrangement_is_crowd(a) || a->key->len == 0)
    return place_numbers(a, field);
  g_autofree RefnetLabeled *labeled = g_memdup2(a->labeled, n * sizeof *labeled);
  g_autofree RefnetLabelPlace *place = g_memdup2(a->place, n * sizeof *place);
  add_names(a, field, REFNET_LABELED_NUMBER);
  for (double around = NEAREST; around < FARTHEST; around *= 2) {
    if (place_numbers(a, field) == 0)
      return 0;
    take_names_back(a, labeled, around);
    refnet_division_renumber(a);
  }
  memcpy(a->labeled, labeled, n * sizeof *labeled);
  memcpy(a->place, place, n * sizeof *place);
  refnet_division_renumber(a);
  return place_numbers(a, field);
}

/* ---- both ------------------------------------------------------------------------------------ */

/* The least important eighth of the names become numbers: others had no room for theirs. FALSE when
 * names are not what takes the room. */
static gboolean name_fewer(RefnetArrangement *a) {
  guint32 placed = a->layout->placed, named = 0;
  g_autofree guint32 *order = refnet_naming_order(a);
  for (guint32 i = 0; i < placed; i++)
    named += a->labeled[order[i]] == REFNET_LABELED_NAME;
  if (named <= placed / 10)
    return FALSE;
  unplace_numbers(a);
  for (guint32 i = placed, fewer = named / 8 + 1; i-- > 0 && fewer > 0;)
    if (a->labeled[order[i]] == REFNET_LABELED_NAME) {
      a->labeled[order[i]] = REFNET_LABELED_NUMBER;
      a->place[order[i]] = (RefnetLabelPlace){.placed = FALSE};
      fewer--;
    }
  return TRUE;
}

gboolean refnet_name_places_find(RefnetArrangement *a, gboolean last) {
  RefnetLabelField field = make_field(a);
  double reach = a->scales.is_slide                            ? NAME_REACH_ON_SLIDE
                 : refnet_arrangement_is_crowd(a) && !a->panel ? a->scales.width / 3
                                                               : NAME_REACH;
  guint32 missing = place_labels(a, &field, REFNET_LABELED_NAME, reach);
  gboolean is_slide = refnet_arrangement_is_crowded_slide(a);
  if (missing > 0 && missing <= CALLED_OUT * a->layout->placed && !a->scales.is_slide &&
      !refnet_arrangement_is_crowd(a))
    missing = call_out(a, &field);
  gboolean complete = missing == 0;
  if (!complete && !last) {
    complete = set_otherwise(a, &field);
  } else if ((is_slide || (a->key->len == 0 && !refnet_arrangement_is_crowd(a) &&
                           count_labeled(a, REFNET_LABELED_BARE) > 0)) &&
             !a->is_bare) {
    complete = TRUE;
    add_all_names(a, &field);
  } else if (refnet_arrangement_is_crowd(a) && !a->panel && !a->is_bare) {
    complete = TRUE;
    add_outer_names(a, &field);
  } else if (place_others(a, &field) > 0) {
    complete = last || !name_fewer(a);
    if (complete)
      leave_out_numbers(a);
  }
  clear_field(&field);
  return complete;
}

void refnet_name_places_isolates(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->isolate_count; i++) {
    guint32 v = a->isolate[i];
    const RefnetTextBlock *label = &a->label[v];
    RefnetPoint middle =
        refnet_isolates_middle(&a->isolates, i, a->isolates_at.x, a->isolates_at.y);
    a->position[v] = middle;
    a->place[v] =
        (RefnetLabelPlace){.placed = label->line_count > 0,
                           .box = {middle.x + a->radius[v] + 5, middle.y - label->height / 2,
                                   label->width, label->height}};
  }
}
