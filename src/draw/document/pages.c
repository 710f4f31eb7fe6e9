/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pages made up from strips: what stays together, what floats, headings that come again. */
#include "draw/document/pages.h"

/* Column headings higher than this share of the column are not repeated. */
#define HIGHEST_HEADINGS 0.4
#define ROUNDING 0.01
#define BELOW_FLOATS 14

typedef struct {
  const RefnetGalley *galley;
  const RefnetSheet *sheet;
  GArray *pages;
  GArray *alone;  /* gsize: strips that wait for the page to be full, to have the next */
  GArray *floats; /* gsize: the first strips of groups that wait for the next page, to begin it */
  double y;       /* where the next strip may begin */
} Maker;

static void clear_page(gpointer page) {
  g_array_unref(((RefnetPage *)page)->placements);
}

static RefnetPage *last_page(const Maker *maker) {
  return &g_array_index(maker->pages, RefnetPage, maker->pages->len - 1);
}

static void add_page(Maker *maker, const RefnetSheet *sheet) {
  RefnetPage page = {*sheet, g_array_new(FALSE, FALSE, sizeof(RefnetPlacement))};
  g_array_append_val(maker->pages, page);
  maker->y = sheet->column.y;
}

static void place(Maker *maker, gsize strip, double y) {
  RefnetPlacement placement = {strip, y};
  g_array_append_val(last_page(maker)->placements, placement);
}

static void place_those_alone(Maker *maker) {
  for (guint i = 0; i < maker->alone->len; i++) {
    gsize index = g_array_index(maker->alone, gsize, i);
    const RefnetStrip *strip = refnet_galley_strip(maker->galley, index);
    RefnetSheet own = refnet_sheet_of(strip->page_width, strip->page_height);
    add_page(maker, &own);
    place(maker, index, own.column.y);
  }
  g_array_set_size(maker->alone, 0);
}

static gboolean is_at_top(const Maker *maker) {
  return last_page(maker)->placements->len == 0;
}

/* The column headings that a strip at the top of a page needs above it; REFNET_NONE: none. */
static gsize headings_of(const Maker *maker, const RefnetStrip *strip) {
  if (strip->table == REFNET_NONE)
    return REFNET_NONE;
  gsize headings = g_array_index(maker->galley->tables, guint32, strip->table);
  double height = refnet_galley_strip(maker->galley, headings)->height;
  return height <= maker->sheet->column.height * HIGHEST_HEADINGS ? headings : REFNET_NONE;
}

static gboolean fits(const Maker *maker, double height) {
  const RefnetBox *column = &maker->sheet->column;
  return maker->y + height <= column->y + column->height + ROUNDING;
}

/* ---- groups: strips that stay together ------------------------------------------------------- */

static gboolean stands_alone(const RefnetStrip *strip) {
  return strip->page_width > 0;
}

/* The end of the strips that stay with `first`, before what floats; `height` is theirs, without
 * what is above them. */
static gsize group_end(const RefnetGalley *galley, gsize first, double *height) {
  gsize i = first;
  gboolean keep = TRUE;
  *height = 0;
  for (; i < galley->strips->len && keep; i++) {
    const RefnetStrip *strip = refnet_galley_strip(galley, i);
    if (stands_alone(strip))
      continue;
    if (strip->floats && i > first)
      break;
    *height += strip->height + (i > first ? strip->before : 0);
    keep = strip->keep;
  }
  return i;
}

static void place_below(Maker *maker, gsize index) {
  const RefnetStrip *strip = refnet_galley_strip(maker->galley, index);
  maker->y += is_at_top(maker) ? 0 : strip->before;
  place(maker, index, maker->y);
  maker->y += strip->height;
}

/* Places the floats that there is room for, at least one. */
static void place_floats(Maker *maker) {
  guint placed = 0;
  for (; placed < maker->floats->len; placed++) {
    gsize first = g_array_index(maker->floats, gsize, placed);
    double height, before = refnet_galley_strip(maker->galley, first)->before;
    gsize end = group_end(maker->galley, first, &height);
    if (placed > 0 && !fits(maker, before + height))
      break;
    for (gsize i = first; i < end; i++)
      place_below(maker, i);
  }
  g_array_remove_range(maker->floats, 0, placed);
  maker->y += BELOW_FLOATS;
}

/* Begins pages until what `next` begins has room below the floats at their top. */
static void begin_page(Maker *maker, const RefnetStrip *next, double height) {
  place_those_alone(maker);
  add_page(maker, maker->sheet);
  gboolean has_floats = maker->floats->len > 0;
  if (has_floats)
    place_floats(maker);
  gsize headings = headings_of(maker, next);
  double above = headings == REFNET_NONE ? 0 : refnet_galley_strip(maker->galley, headings)->height;
  if (has_floats && !fits(maker, above + next->before + height)) {
    begin_page(maker, next, height);
    return;
  }
  if (headings != REFNET_NONE)
    place_below(maker, headings);
}

static void place_in_flow(Maker *maker, gsize index) {
  const RefnetStrip *strip = refnet_galley_strip(maker->galley, index);
  if (!is_at_top(maker) && !fits(maker, strip->before + strip->height))
    begin_page(maker, strip, strip->height);
  place_below(maker, index);
}

static gsize place_group(Maker *maker, gsize first) {
  const RefnetStrip *strip = refnet_galley_strip(maker->galley, first);
  double height;
  gsize end = group_end(maker->galley, first, &height);
  gboolean can_be_whole = height <= maker->sheet->column.height + ROUNDING;
  gboolean has_room = is_at_top(maker) || fits(maker, strip->before + height);
  if (strip->floats && (!has_room || maker->floats->len > 0)) {
    g_array_append_val(maker->floats, first);
    return end;
  }
  if (can_be_whole && !has_room)
    begin_page(maker, strip, height);
  for (gsize i = first; i < end; i++) {
    if (stands_alone(refnet_galley_strip(maker->galley, i)))
      g_array_append_val(maker->alone, i);
    else
      place_in_flow(maker, i);
  }
  return end;
}

/* ---- all pages ------------------------------------------------------------------------------- */

static void note_headings(const GArray *pages, RefnetGalley *galley) {
  for (guint p = 0; p < pages->len; p++) {
    const RefnetPage *page = &g_array_index(pages, RefnetPage, p);
    for (guint i = 0; i < page->placements->len; i++) {
      const RefnetPlacement *at = &g_array_index(page->placements, RefnetPlacement, i);
      guint32 index = refnet_galley_strip(galley, at->strip)->heading;
      if (index == REFNET_NONE)
        continue;
      RefnetHeading *heading = &g_array_index(galley->headings, RefnetHeading, index);
      heading->page = p + 1;
      heading->y = at->y;
    }
  }
}

GArray *refnet_pages_make_up(RefnetGalley *galley, const RefnetSheet *sheet) {
  Maker maker = {.galley = galley, .sheet = sheet};
  maker.pages = g_array_new(FALSE, FALSE, sizeof(RefnetPage));
  g_array_set_clear_func(maker.pages, clear_page);
  maker.alone = g_array_new(FALSE, FALSE, sizeof(gsize));
  maker.floats = g_array_new(FALSE, FALSE, sizeof(gsize));
  add_page(&maker, sheet);
  for (gsize i = 0; i < galley->strips->len;)
    i = place_group(&maker, i);
  place_those_alone(&maker);
  while (maker.floats->len > 0) {
    add_page(&maker, sheet);
    place_floats(&maker);
  }
  g_array_unref(maker.alone);
  g_array_unref(maker.floats);
  note_headings(maker.pages, galley);
  return maker.pages;
}
