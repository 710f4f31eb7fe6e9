/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A cell and its title, the gravest finding first. */
#include "draw/gaps/gap_cells.h"

#include <math.h>

#include "draw/gaps/gap_marks.h"
#include "present/gaps/gap_sentences.h"

static char *cell_title(const RefnetGapMatrix *page, guint32 row, guint32 column) {
  const RefnetGapSquare *square = refnet_gap_table_at(page->table, row, column);
  g_autofree char *service = refnet_text_display(refnet_gap_matrix_service(page, row), 0);
  g_autofree char *area = refnet_text_display(refnet_gap_matrix_area(page, column), 0);
  GString *title = g_string_new(NULL);
  g_string_append_printf(title, "%s in %s: ", service, area);
  gsize start = title->len;
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    if (square->statuses & 1u << refnet_gap_gravity[i])
      g_string_append_printf(title, "%s%s", title->len > start ? ", " : "",
                             refnet_gap_status_words(refnet_gap_gravity[i]));
  if (title->len == start)
    g_string_append(title, "no finding");
  if (!isnan(square->demand)) {
    g_autofree char *people = refnet_gap_matrix_people(square->demand);
    g_string_append_printf(title, "; %s %s in need a year", people,
                           square->demand == 1 ? "person" : "people");
  }
  return g_string_free(title, FALSE);
}

/* The gravest finding, or -1. */
static int gravest(const RefnetGapSquare *square) {
  for (guint i = 0; i < REFNET_GAP_STATUSES; i++)
    if (square->statuses & 1u << refnet_gap_gravity[i])
      return (int)refnet_gap_gravity[i];
  return -1;
}

/* Further findings, small, along the cell's lower right. Returns whether there are any. */
static gboolean draw_further(const RefnetGapMatrix *page, RefnetScene *scene,
                             const RefnetGapSquare *square, guint32 owner, RefnetBox box,
                             int first) {
  double unit = page->unit, x = box.x + box.width - 8 * unit;
  gboolean any = FALSE;
  for (guint i = REFNET_GAP_STATUSES; i-- > 0;) {
    RefnetGapStatus status = refnet_gap_gravity[i];
    if (!(square->statuses & 1u << status) || (int)status == first)
      continue;
    RefnetPoint middle = {x, box.y + box.height - 7 * unit};
    refnet_gap_symbol_draw(status, scene, REFNET_PART_MARK, owner, middle, 3 * unit,
                           refnet_gap_ink((RefnetGapStatus)first));
    x -= 10 * unit;
    any = TRUE;
  }
  return any;
}

void refnet_gap_cell_draw(const RefnetGapMatrix *page, RefnetScene *scene, guint32 row,
                          guint32 column) {
  const RefnetGapSquare *square = refnet_gap_table_at(page->table, row, column);
  RefnetBox box = refnet_gap_matrix_cell(page, row, column);
  double unit = page->unit;
  int status = gravest(square);
  g_autofree char *id = g_strdup_printf("%s|%s", refnet_gap_matrix_service(page, row),
                                        page->dataset->areas[page->table->areas[column]].key);
  g_autofree char *title = cell_title(page, row, column);
  guint32 owner = refnet_scene_add_owner(scene, id, title);
  RefnetPrimitive *cell = refnet_scene_add_rectangle(scene, REFNET_PART_CELL, box);
  cell->owner = owner;
  cell->fill =
      status < 0 ? refnet_color(REFNET_GAP_CLEAR_RGB, 1) : refnet_gap_fill((RefnetGapStatus)status);
  cell->stroke = refnet_color(0xFFFFFF, 1);
  cell->stroke_width = 1.5 * unit;
  gboolean further = FALSE;
  if (status >= 0) {
    RefnetPoint middle = {box.x + 11 * unit, box.y + box.height / 2};
    refnet_gap_symbol_draw((RefnetGapStatus)status, scene, REFNET_PART_MARK, owner, middle,
                           5 * unit, refnet_gap_ink((RefnetGapStatus)status));
    further = draw_further(page, scene, square, owner, box, status);
  }
  if (isnan(square->demand))
    return;
  RefnetGapStyle style = {REFNET_PART_FIGURE, owner,
                          status < 0 ? refnet_color(REFNET_MUTED_INK, 1)
                                     : refnet_gap_ink((RefnetGapStatus)status),
                          REFNET_ALIGN_RIGHT, 1};
  RefnetBox place = {box.x + 19 * unit, box.y + (further ? 1 : 0) * unit, box.width - 24 * unit,
                     box.height - (further ? 10 : 0) * unit};
  g_autofree char *people = refnet_gap_matrix_people(square->demand);
  refnet_gap_matrix_text(page, scene, people, refnet_gap_matrix_font(page, REFNET_GAP_FONT, FALSE),
                         place, style);
}
