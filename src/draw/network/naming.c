/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names by importance, numbers by name. */
#include "draw/network/naming.h"

#include <string.h>

#include "draw/labels/names.h"
#include "present/wording/words.h"

/* Of more than can all be named, so many are. */
#define NAMED_OF_MORE 60
#define NAMED_OF_MORE_ON_SLIDE 24
/* Of the room that the drawing will have where it is tight, the names chosen beforehand; others are
 * added where they find room without making it. */
#define NAMES_SHARE 0.12
#define FEWEST_NAMED_FIRST 5
/* In all panels of a crowd, and in each. */
#define NAMED_IN_PANELS 84
#define FEWEST_NAMED 2
/* In letters of the label's size: a line of a name, one of a name that needs all lines, an
 * isolate's. */
#define NAME_WIDTH 11.0
#define LONG_NAME_WIDTH 17.0
#define ISOLATE_WIDTH 26.0
/* Of a narrow name's width, for lines are not all of one length. */
#define NARROW_SLACK 1.15
#define NARROWEST 5.0

/* ---- who is named ---------------------------------------------------------------------------- */

static gint compare_importance(gconstpointer left, gconstpointer right, gpointer data) {
  const RefnetArrangement *a = data;
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  double difference = refnet_arrangement_importance(a, w) - refnet_arrangement_importance(a, v);
  if (difference != 0)
    return difference < 0 ? -1 : 1;
  return (v > w) - (v < w);
}

guint32 *refnet_naming_order(const RefnetArrangement *a) {
  guint32 *order = g_memdup2(a->layout->member, a->layout->placed * sizeof *order);
  if (a->layout->placed > 0)
    g_qsort_with_data(order, (gint)a->layout->placed, sizeof *order, compare_importance,
                      (gpointer)a);
  return order;
}

/* In panels each has its own share of the names. */
static guint32 named_in_panel(const RefnetArrangement *a, guint32 panel) {
  guint32 members = a->layout->panels[panel].count;
  double share = (double)NAMED_IN_PANELS * members / MAX(a->layout->placed, 1);
  return MAX((guint32)(share + 0.5), FEWEST_NAMED);
}

static void choose_in_panels(RefnetArrangement *a, const guint32 *order) {
  g_autofree guint32 *named = g_new0(guint32, (gsize)a->layout->panel_count + 1);
  RefnetLabeled rest = refnet_arrangement_without_name(a);
  for (guint32 i = 0; i < a->layout->placed; i++) {
    guint32 panel = a->panel[order[i]];
    gboolean is_named = named[panel]++ < named_in_panel(a, panel);
    a->labeled[order[i]] = is_named ? REFNET_LABELED_NAME : rest;
  }
}

/* How many of the first in `order` the page has room for without pushing discs about. */
static guint32 count_roomy(RefnetArrangement *a, const guint32 *order) {
  RefnetBox body = refnet_frame_body(&a->frame);
  double room = NAMES_SHARE * body.width * body.height;
  guint32 named = 0, most = a->scales.is_slide ? NAMED_OF_MORE_ON_SLIDE : NAMED_OF_MORE;
  while (named < MIN(a->layout->placed, most)) {
    RefnetTextBlock *label = &a->label[order[named]];
    refnet_text_block_clear(label);
    refnet_naming_wrap(a, order[named]);
    room -= label->width * label->height;
    if (room < 0 && named >= FEWEST_NAMED_FIRST)
      break;
    named++;
  }
  return named;
}

void refnet_naming_choose(RefnetArrangement *a) {
  guint32 connected = a->layout->placed;
  guint32 named = connected <= REFNET_ALL_NAMED ? connected : NAMED_OF_MORE;
  RefnetLabeled rest = refnet_arrangement_without_name(a);
  g_autofree guint32 *order = refnet_naming_order(a);
  memset(a->shape, 0, a->network->vertices * sizeof *a->shape);
  if (refnet_arrangement_is_crowded_slide(a) || a->is_tight)
    named = count_roomy(a, order);
  for (guint32 i = 0; i < connected; i++)
    a->labeled[order[i]] = i < named ? REFNET_LABELED_NAME : rest;
  if (a->panel && refnet_arrangement_is_crowd(a))
    choose_in_panels(a, order);
  for (guint32 i = 0; i < a->isolate_count; i++)
    a->labeled[a->isolate[i]] = REFNET_LABELED_NAME;
  for (guint32 v = 0; v < a->network->vertices && a->is_bare; v++)
    a->labeled[v] = REFNET_LABELED_BARE;
}

void refnet_naming_shorten_isolates(RefnetArrangement *a) {
  for (guint32 i = 0; i < a->isolate_count; i++) {
    RefnetLabeled *labeled = &a->labeled[a->isolate[i]];
    *labeled = *labeled == REFNET_LABELED_NAME && !refnet_arrangement_is_crowd(a)
                   ? REFNET_LABELED_NUMBER
                   : REFNET_LABELED_BARE;
  }
}

void refnet_naming_drop_numbers(RefnetArrangement *a) {
  for (guint32 v = 0; v < a->network->vertices; v++)
    if (a->labeled[v] == REFNET_LABELED_NUMBER)
      a->labeled[v] = REFNET_LABELED_BARE;
}

/* ---- numbers and key ------------------------------------------------------------------------- */

/* Numbers go by name, so that the key can be searched both ways. */
static void assign_numbers(RefnetArrangement *a) {
  g_autofree guint32 *numbered = g_new(guint32, (gsize)a->network->vertices + 1);
  guint32 count = 0;
  memset(a->number, 0, a->network->vertices * sizeof *a->number);
  for (guint32 v = 0; v < a->network->vertices; v++)
    if (a->labeled[v] == REFNET_LABELED_NUMBER)
      numbered[count++] = v;
  refnet_names_sort(a->names, numbered, count);
  g_ptr_array_set_size(a->key, 0);
  for (guint32 i = 0; i < count; i++) {
    a->number[numbered[i]] = i + 1;
    g_ptr_array_add(a->key, a->names[numbered[i]]);
  }
}

static void set_note(RefnetArrangement *a) {
  guint32 bare = 0;
  for (guint32 v = 0; v < a->network->vertices; v++)
    bare += a->labeled[v] == REFNET_LABELED_BARE;
  g_clear_pointer(&a->note, g_free);
  if (bare == 0 || a->is_bare)
    return;
  g_autofree char *share = refnet_words_share(bare, a->network->vertices);
  const char *drawn =
      refnet_words_in_number(bare, "is drawn without its name", "are drawn without their names");
  a->note = a->scales.is_slide ? g_strdup_printf("%s unnamed, for want of room.", share)
                               : g_strdup_printf("%s organisations %s%s.", share, drawn,
                                                 a->has_index ? "; the PDF lists all of them"
                                                              : ", for want of room");
}

/* ---- what labels say ------------------------------------------------------------------------- */

/* The narrowest that breaks no word. */
static double narrow_width(RefnetArrangement *a, const char *name, RefnetFont font, double whole) {
  g_auto(GStrv) words = g_strsplit(name, " ", -1);
  double width = MAX(whole / REFNET_TEXT_LINES, NARROWEST * font.size);
  for (guint i = 0; words[i]; i++)
    width = MAX(width, refnet_typesetter_width(a->typesetter, words[i], font));
  return MIN(width * NARROW_SLACK, LONG_NAME_WIDTH * font.size);
}

void refnet_naming_wrap(RefnetArrangement *a, guint32 v) {
  RefnetFont font = a->scales.label;
  const char *name = a->names[v];
  if (refnet_arrangement_is_isolate(a, v)) {
    double most = a->isolate_width > 0 ? a->isolate_width : ISOLATE_WIDTH * font.size;
    refnet_typesetter_wrap(a->typesetter, name, font, most, 1, &a->label[v]);
    return;
  }
  double whole = refnet_typesetter_width(a->typesetter, name, font);
  double width = LONG_NAME_WIDTH * font.size;
  if (a->shape[v] == REFNET_NAME_NARROW)
    width = narrow_width(a, name, font, whole);
  else if (a->shape[v] == REFNET_NAME_USUAL &&
           whole < (REFNET_TEXT_LINES - 1) * NAME_WIDTH * font.size)
    width = NAME_WIDTH * font.size;
  refnet_typesetter_wrap(a->typesetter, name, font, width, REFNET_TEXT_LINES, &a->label[v]);
}

static void set_labels(RefnetArrangement *a) {
  for (guint32 v = 0; v < a->network->vertices; v++) {
    refnet_text_block_clear(&a->label[v]);
    g_autofree char *number = g_strdup_printf("%u", a->number[v]);
    if (a->labeled[v] == REFNET_LABELED_NUMBER)
      refnet_typesetter_wrap(a->typesetter, number, a->scales.number, 1000, 1, &a->label[v]);
    else if (a->labeled[v] == REFNET_LABELED_NAME)
      refnet_naming_wrap(a, v);
  }
}

void refnet_naming_set(RefnetArrangement *a) {
  assign_numbers(a);
  set_note(a);
  set_labels(a);
}
