/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Made documents, and what must hold on each of their pages. */
#ifndef REFNET_TESTS_MADE_DOCUMENT_H
#define REFNET_TESTS_MADE_DOCUMENT_H

#include <string.h>

#include "draw/document/compose.h"
#include "draw/document/document.h"
#include "draw/scene/map.h"

#define TOLERANCE 0.3
#define SENTENCE                                                                                   \
  "We found no respite listed in Eastside; two of its 14 organisations list no services, so ask "  \
  "them first. The nearest listed provider, Harbor Respite in Northport, is 12 km away."

static inline RefnetDocument *new_document(void) {
  RefnetDocumentOptions options = {.title = "Harbor County",
                                   .as_of = refnet_date_from_ymd(2026, 6, 1)};
  RefnetDocument *document = refnet_document_new(&options, NULL);
  assert_non_null(document);
  return document;
}

static inline void add_table(RefnetDocument *document, const char *name, guint rows) {
  static const RefnetDocumentColumn columns[] = {
      {"Organisation", FALSE}, {"Relationships", TRUE}, {"What the data show", FALSE}};
  refnet_document_begin_table(document, "Organisations", columns, G_N_ELEMENTS(columns));
  for (guint i = 0; i < rows; i++) {
    g_autofree char *number = g_strdup_printf("%u", i * 7);
    const char *cells[] = {name, number, i % 3 == 0 ? SENTENCE : NULL};
    refnet_document_add_row(document, cells);
  }
  refnet_document_end_table(document);
}

static inline RefnetMap *map_of_size(double width, double height, double letters) {
  RefnetTypesetter *typesetter = refnet_typesetter_new(NULL);
  RefnetScene *scene = refnet_scene_new(width, height, "map");
  RefnetMapOptions options = {.width = width};
  RefnetBox box = {width / 4, height / 4, 60, letters * 1.2};
  refnet_scene_add_rectangle(scene, REFNET_PART_FRAME, (RefnetBox){0, 0, width, height});
  refnet_scene_add_text(scene, REFNET_PART_LABEL, "Bay Dental", (RefnetFont){letters, FALSE}, box,
                        box.y + letters);
  return refnet_map_finish(scene, typesetter, &options);
}

/* ---- what must hold on every page ------------------------------------------------------------ */

static inline const RefnetStrip *strip_at(RefnetDocument *document, const RefnetPage *page, guint index) {
  gsize strip = g_array_index(page->placements, RefnetPlacement, index).strip;
  return refnet_galley_strip(refnet_document_galley(document), strip);
}

static inline void check_placements(RefnetDocument *document, const RefnetPage *page) {
  double y = page->sheet.column.y;
  for (guint i = 0; i < page->placements->len; i++) {
    const RefnetPlacement *at = &g_array_index(page->placements, RefnetPlacement, i);
    assert_true(at->y >= y - TOLERANCE);
    y = at->y + strip_at(document, page, i)->height;
  }
  assert_true(y <= page->sheet.column.y + page->sheet.column.height + TOLERANCE);
}

static inline gboolean is_text(const RefnetPrimitive *primitive) {
  return primitive->shape == REFNET_SHAPE_TEXT;
}

static inline void check_ink(const RefnetScene *scene, const RefnetSheet *sheet) {
  RefnetBox inside = sheet->column;
  inside.height = sheet->footer + 14 - inside.y;
  inside = refnet_box_grow(inside, TOLERANCE);
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    assert_true(refnet_box_inside(primitive->box, inside));
    for (gsize k = 0; k < i && is_text(primitive); k++) {
      RefnetBox other = refnet_box_grow(refnet_scene_at(scene, k)->box, -TOLERANCE);
      if (is_text(refnet_scene_at(scene, k)) && other.width > 0 && other.height > 0)
        assert_false(refnet_box_overlaps(primitive->box, other));
    }
  }
}

static inline void check_parts(const GArray *parts, const RefnetScene *scene) {
  for (guint i = 0; i < parts->len; i++) {
    const RefnetPdfPart *part = &g_array_index(parts, RefnetPdfPart, i);
    assert_true(part->first < part->end && part->end <= refnet_scene_length(scene));
    for (guint k = 0; k < i; k++) {
      const RefnetPdfPart *before = &g_array_index(parts, RefnetPdfPart, k);
      assert_true(before->first <= part->first);
      assert_true(before->end <= part->first || before->end >= part->end);
    }
  }
}

/* Makes up the pages and checks them; caller unrefs. */
static inline GArray *make_up(RefnetDocument *document) {
  GArray *pages = refnet_document_make_up(document);
  RefnetGalley *galley = refnet_document_galley(document);
  for (guint i = 0; i < pages->len; i++) {
    const RefnetPage *page = &g_array_index(pages, RefnetPage, i);
    check_placements(document, page);
    RefnetComposed composed = refnet_compose(galley, pages, i, "Harbor County");
    check_ink(composed.scene, &page->sheet);
    check_parts(composed.parts, composed.scene);
    refnet_composed_clear(&composed);
  }
  return pages;
}

/* How often each strip was placed. */
static inline guint *count_placements(RefnetDocument *document, const GArray *pages) {
  guint *count = g_new0(guint, refnet_document_galley(document)->strips->len + 1);
  for (guint p = 0; p < pages->len; p++) {
    const RefnetPage *page = &g_array_index(pages, RefnetPage, p);
    for (guint i = 0; i < page->placements->len; i++)
      count[g_array_index(page->placements, RefnetPlacement, i).strip]++;
  }
  return count;
}

static inline int tear_down(void **state) {
  (void)state;
  refnet_draw_cleanup();
  return 0;
}

#endif
