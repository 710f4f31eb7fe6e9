/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/document/pages.h"

/* Column headings higher than this share of the column are not repeated. */
#define HIGHEST_HEADINGS 0.4
#define ROUNDING 0.01

typedef struct {
  const RefnetGalley *galley;
  const RefnetSheet *sheet;
  GArray *pages;
  GArray *alone; /* gsize: strips that wait for the page to be full */
  double y;      /* where the next strip may begin */
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

static void begin_page(Maker *maker, const RefnetStrip *next) {
  place_those_alone(maker);
  add_page(maker, maker->sheet);
  gsize headings = headings_of(maker, next);
  if (headings == REFNET_NONE)
    return;
  place(maker, headings, maker->y);
  maker->y += refnet_galley_strip(maker->galley, headings)->height;
}

static double space_before(const Maker *maker, const RefnetStrip *strip) {
  return is_at_top(maker) ? 0 : strip->before;
}

static gboolean fits(const Maker *maker, double height) {
  const RefnetBox *column = &maker->sheet->column;
  return maker->y + height <= column->y + column->height + ROUNDING;
}

/* ---- what stays together --------------------------------------------------------------------- */

static gboolean stands_alone(const RefnetStrip *strip) {
  return strip->page_width > 0;
}

/* The end of the strips that stay with `first`; `height` is theirs, without what is above them. */
static gsize group_end(const RefnetGalley *galley, gsize first, double *height) {
  gsize i = first;
  gboolean keep = TRUE;
  *height = 0;
  for (; i < galley->strips->len && keep; i++) {
    const RefnetStrip *strip = refnet_galley_strip(galley, i);
    if (stands_alone(strip))
      continue;
    *height += strip->height + (i > first ? strip->before : 0);
    keep = strip->keep;
  }
  return i;
}

static void place_in_flow(Maker *maker, gsize index) {
  const RefnetStrip *strip = refnet_galley_strip(maker->galley, index);
  if (!is_at_top(maker) && !fits(maker, strip->before + strip->height))
    begin_page(maker, strip);
  maker->y += space_before(maker, strip);
  place(maker, index, maker->y);
  maker->y += strip->height;
}

static gsize place_group(Maker *maker, gsize first) {
  const RefnetStrip *strip = refnet_galley_strip(maker->galley, first);
  double height;
  gsize end = group_end(maker->galley, first, &height);
  gboolean can_be_whole = height <= maker->sheet->column.height + ROUNDING;
  if (can_be_whole && !is_at_top(maker) && !fits(maker, strip->before + height))
    begin_page(maker, strip);
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
  add_page(&maker, sheet);
  for (gsize i = 0; i < galley->strips->len;)
    i = place_group(&maker, i);
  place_those_alone(&maker);
  g_array_unref(maker.alone);
  note_headings(maker.pages, galley);
  return maker.pages;
}
