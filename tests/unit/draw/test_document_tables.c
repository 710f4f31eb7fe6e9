/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tables and pictures in documents: of any size, none cut that need not be. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/draw/made_document.h"

/* ---- tables ---------------------------------------------------------------------------------- */

static void test_column_headings_are_repeated(void **state) {
  (void)state;
  g_autoptr(RefnetDocument) document = new_document();
  refnet_document_add_paragraph(document, SENTENCE);
  add_table(document, "The Interfaith Council for Older Adults and Caregivers of the Bay", 200);
  g_autoptr(GArray) pages = make_up(document);
  RefnetGalley *galley = refnet_document_galley(document);
  gsize headings = g_array_index(galley->tables, guint32, 0);
  assert_true(pages->len > 3);
  for (guint p = 1; p < pages->len; p++) {
    const RefnetPage *page = &g_array_index(pages, RefnetPage, p);
    assert_int_equal(g_array_index(page->placements, RefnetPlacement, 0).strip, headings);
    assert_true(page->placements->len > 2);
  }
  g_autofree guint *count = count_placements(document, pages);
  for (guint i = 0; i < galley->strips->len; i++)
    assert_int_equal(count[i], i == headings ? pages->len : 1);
}

static void test_tables_of_any_length(void **state) {
  (void)state;
  static const guint rows[] = {1, 2, 3, 10000};
  for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
    g_autoptr(RefnetDocument) document = new_document();
    add_table(document, "Bay Dental", rows[i]);
    g_autoptr(GArray) pages = refnet_document_make_up(document);
    /* A caption and the column headings above them. */
    assert_int_equal(refnet_document_galley(document)->strips->len, rows[i] + 2);
    assert_true(pages->len >= 1 + rows[i] / 45);
    check_placements(document, &g_array_index(pages, RefnetPage, pages->len - 1));
  }
}

static void test_row_higher_than_a_page_is_cut(void **state) {
  (void)state;
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 60; i++)
    g_string_append(text, SENTENCE " ");
  g_autoptr(RefnetDocument) document = new_document();
  add_table(document, text->str, 3);
  g_autoptr(GArray) pages = make_up(document);
  assert_true(pages->len > 3);
  for (guint p = 0; p + 1 < pages->len; p++) {
    const RefnetPage *page = &g_array_index(pages, RefnetPage, p);
    assert_true(page->placements->len > 20);
  }
}

static void test_word_wider_than_its_column(void **state) {
  (void)state;
  g_autofree char *word = g_strnfill(700, 'w');
  g_autoptr(RefnetDocument) document = new_document();
  RefnetDocumentItem item = {word, word, word, NULL, NULL};
  refnet_document_add_title(document, word, word);
  refnet_document_add_contents(document, "Contents");
  refnet_document_add_heading(document, 1, word, NULL);
  refnet_document_add_heading(document, 1, word, NULL);
  refnet_document_add_item(document, REFNET_ITEM_BULLET, &item);
  refnet_document_add_term(document, word, word, NULL);
  add_table(document, word, 3);
  g_autoptr(GArray) pages = make_up(document);
  assert_true(pages->len >= 2);
}

static void test_many_columns_stay_on_the_page(void **state) {
  (void)state;
  RefnetDocumentColumn columns[30];
  const char *cells[30];
  for (guint i = 0; i < G_N_ELEMENTS(columns); i++) {
    columns[i] = (RefnetDocumentColumn){"Relationships", i % 2};
    cells[i] = "1234567";
  }
  g_autoptr(RefnetDocument) document = new_document();
  refnet_document_begin_table(document, NULL, columns, G_N_ELEMENTS(columns));
  refnet_document_add_row(document, cells);
  refnet_document_end_table(document);
  g_autoptr(GArray) pages = make_up(document);
  assert_int_equal(pages->len, 1);
}

/* ---- pictures -------------------------------------------------------------------------------- */

/* The size of the page that a picture comes to stand on, and of its letters there. */
static RefnetSheet page_of_picture(double width, double height, double *letters) {
  g_autoptr(RefnetDocument) document = new_document();
  g_autoptr(RefnetMap) map = map_of_size(width, height, *letters);
  refnet_document_add_paragraph(document, SENTENCE);
  refnet_document_add_picture(document, map, SENTENCE SENTENCE SENTENCE SENTENCE, NULL);
  refnet_document_add_paragraph(document, SENTENCE);
  g_autoptr(GArray) pages = make_up(document);
  const RefnetScene *scene = refnet_document_galley(document)->scene;
  for (gsize i = 0; i < refnet_scene_length(scene); i++)
    if (is_text(refnet_scene_at(scene, i)) &&
        g_str_equal(refnet_scene_at(scene, i)->text, "Bay Dental"))
      *letters = refnet_scene_at(scene, i)->font.size;
  return g_array_index(pages, RefnetPage, pages->len - 1).sheet;
}

static void test_pictures_stay_legible(void **state) {
  (void)state;
  double small = 7, shrunk = 12, turned = 11, large = 9;
  RefnetSheet sheet = page_of_picture(400, 300, &small);
  assert_true(sheet.width < sheet.height && small == 7);
  sheet = page_of_picture(600, 400, &shrunk);
  assert_true(sheet.width < sheet.height && shrunk >= REFNET_DOCUMENT_LEAST_TEXT && shrunk < 12);
  sheet = page_of_picture(960, 540, &turned);
  assert_true(sheet.width > sheet.height && sheet.width < 850 && turned >= 7.5);
  sheet = page_of_picture(2400, 1300, &large);
  assert_true(sheet.width > 2400 && large == 9);
}

static void test_picture_made_for_the_room_keeps_its_size(void **state) {
  (void)state;
  g_autoptr(RefnetDocument) document = new_document();
  for (guint sideways = 0; sideways <= 1; sideways++) {
    double width, height, letters = 7.5;
    refnet_document_picture_room(document, sideways, &width, &height);
    RefnetSheet sheet = page_of_picture(width, height, &letters);
    assert_true(letters == 7.5 && (sheet.width > sheet.height) == sideways);
  }
}

/* What follows a picture without room fills the page; the picture begins the next. */
static void test_pictures_float(void **state) {
  (void)state;
  g_autoptr(RefnetDocument) document = new_document();
  g_autoptr(RefnetMap) map = map_of_size(400, 600, 10), small = map_of_size(400, 150, 10);
  for (guint i = 0; i < 5; i++)
    refnet_document_add_paragraph(document, SENTENCE);
  refnet_document_add_picture(document, map, "Who refers to whom", "A map of all.");
  refnet_document_add_picture(document, small, "Who else", "A map of all.");
  for (guint i = 0; i < 30; i++)
    refnet_document_add_paragraph(document, SENTENCE);
  refnet_document_add_picture(document, map, "The last", "A map of all.");
  g_autoptr(GArray) pages = make_up(document);
  assert_int_equal(pages->len, 4);
  for (guint p = 1; p < pages->len; p++) {
    const RefnetPage *before = &g_array_index(pages, RefnetPage, p - 1);
    assert_true(strip_at(document, &g_array_index(pages, RefnetPage, p), 0)->floats);
    assert_string_equal(strip_at(document, before, before->placements->len - 1)->tag, "P");
  }
  g_autofree guint *count = count_placements(document, pages);
  for (guint i = 0; i < refnet_document_galley(document)->strips->len; i++)
    assert_int_equal(count[i], 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_column_headings_are_repeated),
      cmocka_unit_test(test_tables_of_any_length),
      cmocka_unit_test(test_row_higher_than_a_page_is_cut),
      cmocka_unit_test(test_word_wider_than_its_column),
      cmocka_unit_test(test_many_columns_stay_on_the_page),
      cmocka_unit_test(test_pictures_stay_legible),
      cmocka_unit_test(test_picture_made_for_the_room_keeps_its_size),
      cmocka_unit_test(test_pictures_float),
  };
  return cmocka_run_group_tests(tests, NULL, tear_down);
}
