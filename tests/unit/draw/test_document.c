/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Documents: everything between the margins, nothing over anything, what belongs together on one
 * page. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <glib/gstdio.h>

#include "unit/draw/made_document.h"

/* ---- pages ----------------------------------------------------------------------------------- */

static void test_empty_document_is_one_page(void **state) {
  (void)state;
  g_autoptr(RefnetDocument) document = new_document();
  g_autoptr(GArray) pages = make_up(document);
  assert_int_equal(pages->len, 1);
}

static void test_blank_texts_add_nothing(void **state) {
  (void)state;
  g_autoptr(RefnetDocument) document = new_document();
  RefnetDocumentItem blank = {.name = " ", .sentence = ""};
  refnet_document_add_paragraph(document, "");
  refnet_document_add_paragraph(document, " \n\t ");
  refnet_document_add_heading(document, 1, "", NULL);
  refnet_document_add_item(document, REFNET_ITEM_BOX, &blank);
  add_table(document, "A", 0);
  refnet_document_add_figures(document, NULL, 0);
  g_autoptr(GArray) pages = make_up(document);
  assert_int_equal(refnet_document_galley(document)->strips->len, 0);
}

static void test_headings_stay_with_what_follows(void **state) {
  (void)state;
  for (guint lines = 0; lines < 60; lines += 3) {
    g_autoptr(RefnetDocument) document = new_document();
    for (guint i = 0; i < lines; i++)
      refnet_document_add_note(document, "A line.");
    refnet_document_add_heading(document, 1, "Section", "section");
    refnet_document_add_heading(document, 2, "Part of it", NULL);
    refnet_document_add_paragraph(document, SENTENCE SENTENCE SENTENCE);
    g_autoptr(GArray) pages = make_up(document);
    for (guint p = 0; p < pages->len; p++) {
      const RefnetPage *page = &g_array_index(pages, RefnetPage, p);
      const RefnetStrip *last = strip_at(document, page, page->placements->len - 1);
      assert_string_equal(last->tag, "P");
      assert_false(last->keep);
    }
  }
}

static const RefnetPdfPart *nth_link(const RefnetComposed *page, guint nth) {
  for (guint i = 0; i < page->parts->len; i++) {
    const RefnetPdfPart *part = &g_array_index(page->parts, RefnetPdfPart, i);
    if (g_str_equal(part->tag, "Link") && nth-- == 0)
      return part;
  }
  fail_msg("there are fewer links");
  return NULL;
}

static void test_no_line_of_a_paragraph_stands_alone(void **state) {
  (void)state;
  g_autoptr(GString) text = g_string_new(NULL);
  for (guint i = 0; i < 30; i++)
    g_string_append(text, SENTENCE " ");
  for (guint above = 0; above < 40; above++) {
    g_autoptr(RefnetDocument) document = new_document();
    for (guint i = 0; i < above; i++)
      refnet_document_add_note(document, "A line.");
    refnet_document_add_paragraph(document, text->str);
    g_autoptr(GArray) pages = make_up(document);
    guint block = refnet_document_galley(document)->blocks;
    for (guint p = 0; p < pages->len; p++) {
      const RefnetPage *page = &g_array_index(pages, RefnetPage, p);
      guint lines = 0;
      for (guint i = 0; i < page->placements->len; i++)
        lines += strip_at(document, page, i)->block == block;
      assert_true(lines != 1);
    }
  }
}

static void test_contents_tell_pages(void **state) {
  (void)state;
  g_autoptr(RefnetDocument) document = new_document();
  refnet_document_add_title(document, "Harbor County", "as of 1 June 2026");
  refnet_document_add_contents(document, "Contents");
  for (guint section = 0; section < 5; section++) {
    g_autofree char *heading = g_strdup_printf("Section %u", section);
    RefnetDocumentItem item = {"Respite", SENTENCE, "need: 480", "s", "Section"};
    refnet_document_add_heading(document, 1, heading, section == 3 ? "s" : NULL);
    for (guint i = 0; i < 14; i++)
      refnet_document_add_item(document, REFNET_ITEM_NUMBER, &item);
    add_table(document, "Bay Dental", 5);
  }
  g_autoptr(GArray) pages = make_up(document);
  RefnetGalley *galley = refnet_document_galley(document);
  RefnetComposed first = refnet_compose(galley, pages, 0, "Harbor County");
  g_autofree guint *count = count_placements(document, pages);
  for (guint i = 0; i < galley->strips->len; i++)
    assert_true(count[i] >= 1);
  assert_true(pages->len > 4);
  assert_int_equal(galley->headings->len, 5);
  for (guint i = 0; i < galley->headings->len; i++) {
    const RefnetHeading *heading = &g_array_index(galley->headings, RefnetHeading, i);
    const RefnetPdfPart *link = nth_link(&first, i);
    assert_in_range(heading->page, i == 0 ? 1 : 2, pages->len);
    assert_int_equal(link->page, heading->page);
    const RefnetPage *page = &g_array_index(pages, RefnetPage, heading->page - 1);
    gboolean is_there = FALSE;
    for (guint k = 0; k < page->placements->len; k++)
      is_there |= strip_at(document, page, k)->heading == i;
    assert_true(is_there);
  }
  const RefnetPdfPart *see = nth_link(&first, 5);
  assert_int_equal(see->page, refnet_galley_find(galley, "s")->page);
  refnet_composed_clear(&first);
}

static void test_note_stays_with_its_list(void **state) {
  (void)state;
  RefnetDocumentItem item = {NULL, "Ask who else to include.", NULL, NULL, NULL};
  for (guint items = 20; items < 60; items++) {
    g_autoptr(RefnetDocument) document = new_document();
    for (guint i = 0; i < items; i++)
      refnet_document_add_item(document, REFNET_ITEM_BOX, &item);
    refnet_document_add_note(document, "The first of 100.");
    g_autoptr(GArray) pages = make_up(document);
    assert_true(g_array_index(pages, RefnetPage, pages->len - 1).placements->len > 1);
  }
}

/* ---- any text -------------------------------------------------------------------------------- */

static void test_hostile_texts(void **state) {
  (void)state;
  static const char *const texts[] = {
      "\xff\xfe\x80 broken \xc3",
      "\x1b[31mred\x07 \u202e evil \u2066\u2067",
      "مركز الرعاية الصحية في الميناء offers transport in Eastside, but we have no recorded route",
      "המרכז לבריאות הקהילה בנמל מציע שירותים רבים לקשישים ולמטפלים בכל רחבי המחוז ובסביבתו הקרובה",
      "e\u0301\u0302\u0303\u0304\u0305\u0306 👩‍👩‍👧‍👦 "
      "東京都福祉保健局東京都福祉保健局東京都福祉保健局東京都福祉保健局",
      "\u200b\u200d\u2028\u2029\ufeff\u00ad",
  };
  g_autoptr(RefnetDocument) document = new_document();
  refnet_document_add_contents(document, "Contents");
  for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
    RefnetDocumentItem item = {texts[i], texts[i], texts[i], NULL, NULL};
    RefnetDocumentFigure figures[] = {{texts[i], texts[i], texts[i]}, {"1", "two", NULL}};
    refnet_document_add_heading(document, 1, texts[i], NULL);
    refnet_document_add_item(document, REFNET_ITEM_NUMBER, &item);
    refnet_document_add_figures(document, figures, G_N_ELEMENTS(figures));
    add_table(document, texts[i], 2);
  }
  g_autoptr(GArray) pages = make_up(document);
  assert_true(pages->len > 1);
}

/* An English sentence that begins with a name in Arabic is still read from the left. */
static void test_sentences_run_one_way(void **state) {
  (void)state;
  g_autoptr(RefnetDocument) document = new_document();
  refnet_document_add_paragraph(document, "مركز offers transport in Eastside.");
  refnet_document_add_paragraph(document, "مركز الرعاية");
  g_autoptr(GArray) pages = make_up(document);
  const RefnetScene *scene = refnet_document_galley(document)->scene;
  assert_false(refnet_scene_at(scene, 0)->right_to_left);
  assert_true(refnet_scene_at(scene, 1)->right_to_left);
}

static void test_missing_letters_are_told(void **state) {
  (void)state;
  g_autoptr(RefnetDocument) document = new_document();
  refnet_document_add_paragraph(document, "Bay Dental");
  assert_null(refnet_document_missing_letters(document));
  refnet_document_add_paragraph(document, "\U00013000\U00013001");
  g_autofree char *sentence = refnet_document_missing_letters(document);
  assert_non_null(sentence);
}

/* ---- the file -------------------------------------------------------------------------------- */

static gboolean write_report(const char *path, GError **error) {
  g_autoptr(RefnetDocument) document = new_document();
  g_autoptr(RefnetMap) map = map_of_size(960, 540, 11);
  RefnetDocumentItem item = {"Respite", SENTENCE, "need: 480", "words", "Words"};
  refnet_document_add_title(document, "Harbor County", "as of 1 June 2026");
  refnet_document_add_contents(document, "Contents");
  refnet_document_add_heading(document, 1, "The network", NULL);
  refnet_document_add_lead(document, SENTENCE);
  refnet_document_add_item(document, REFNET_ITEM_BOX, &item);
  refnet_document_add_picture(document, map, "Who refers to whom", "A map of all.");
  add_table(document, "Bay Dental", 300);
  refnet_document_add_heading(document, 1, "Words", "words");
  refnet_document_add_term(document, "tie", "a relationship", NULL);
  g_autoptr(RefnetOutput) output = refnet_output_open(path, error);
  return output && refnet_document_write(document, output, error) &&
         refnet_output_commit(output, error);
}

static void test_same_document_same_bytes(void **state) {
  (void)state;
  g_autofree char *folder = g_dir_make_tmp("refnet-test-XXXXXX", NULL);
  g_autofree char *one = g_build_filename(folder, "1.pdf", NULL);
  g_autofree char *two = g_build_filename(folder, "2.pdf", NULL);
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length, second_length;
  assert_true(write_report(one, NULL) && write_report(two, NULL));
  assert_true(g_file_get_contents(one, &first, &first_length, NULL));
  assert_true(g_file_get_contents(two, &second, &second_length, NULL));
  assert_true(first_length == second_length && memcmp(first, second, first_length) == 0);
  assert_true(first_length > 5000 && g_str_has_prefix(first, "%PDF-1."));
  g_remove(one);
  g_remove(two);
  g_rmdir(folder);
}

static void test_full_disk_is_an_error(void **state) {
  (void)state;
  g_autoptr(GError) error = NULL;
  if (!g_file_test("/dev/full", G_FILE_TEST_EXISTS))
    skip();
  assert_false(write_report("/dev/full", &error));
  assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_IO));
}

static void test_impossible_page(void **state) {
  (void)state;
  static const double sides[] = {1, 100, 20000, -5};
  for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
    g_autoptr(GError) error = NULL;
    RefnetDocumentOptions options = {.title = "T", .width = 300, .height = sides[i]};
    assert_null(refnet_document_new(&options, &error));
    assert_true(g_error_matches(error, REFNET_ERROR, REFNET_ERROR_USAGE));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_empty_document_is_one_page),
      cmocka_unit_test(test_blank_texts_add_nothing),
      cmocka_unit_test(test_headings_stay_with_what_follows),
      cmocka_unit_test(test_no_line_of_a_paragraph_stands_alone),
      cmocka_unit_test(test_contents_tell_pages),
      cmocka_unit_test(test_hostile_texts),
      cmocka_unit_test(test_sentences_run_one_way),
      cmocka_unit_test(test_missing_letters_are_told),
      cmocka_unit_test(test_note_stays_with_its_list),
      cmocka_unit_test(test_same_document_same_bytes),
      cmocka_unit_test(test_full_disk_is_an_error),
      cmocka_unit_test(test_impossible_page),
  };
  return cmocka_run_group_tests(tests, NULL, tear_down);
}
