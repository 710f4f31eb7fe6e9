/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index of an atlas: every organization by name, with its page. */
#include <math.h>
#include <string.h>

#include "draw/atlas/atlas.h"
#include "draw/page/frame.h"

#define PAGE_WIDTH 1600.0
#define PAGE_HEIGHT 900.0
/* In letters: the least width of a column, the height of a line, the room that the page number
 * takes. */
#define COLUMN 28.0
#define LINE 1.45
#define FIGURE 4.0
#define FIGURE_WITH_CELL 6.4
/* Points; letters go by the page's width, and the room that title and source line take is rounded
 * up. */
#define LETTERS_SHARE .01
#define LEAST_LETTERS 8.0
#define MOST_LETTERS 11.0
#define LETTERS_ON_SLIDE 12.0
#define HEADER 150.0
#define HEADER_ON_SLIDE 90.0

typedef struct {
  char *fold;
  char *name;
  char *place; /* "4 C3" */
} Entry;

/* On the page as it is drawn; it is shown `zoom` times as large. */
typedef struct {
  guint columns, rows;
  double width, height, letters, zoom;
  double figure; /* letters that the place takes */
} Grid;

static Grid grid_of(const RefnetMapOptions *options) {
  gboolean is_slide = refnet_scales_is_slide(options->least_text);
  double zoom = refnet_scales_page_zoom(options->width, options->height, options->least_text);
  double width = (options->width > 0 ? options->width : PAGE_WIDTH) / zoom;
  double height = (options->height > 0 ? options->height : PAGE_HEIGHT) / zoom;
  double letters =
      is_slide ? LETTERS_ON_SLIDE : CLAMP(LETTERS_SHARE * width, LEAST_LETTERS, MOST_LETTERS);
  double header = is_slide ? HEADER_ON_SLIDE : HEADER;
  double margin = refnet_scales_for_page(width, height).margin;
  return (Grid){(guint)MAX(floor((width - 2 * margin) / (COLUMN * letters) + .1), 1),
                (guint)MAX(floor((height - header) / (LINE * letters)), 1),
                width,
                height,
                letters,
                zoom,
                is_slide ? FIGURE : FIGURE_WITH_CELL};
}

guint refnet_index_pages(const RefnetNetwork *network, const RefnetMapOptions *options) {
  Grid grid = grid_of(options);
  return (network->vertices + grid.columns * grid.rows - 1) / (grid.columns * grid.rows);
}

static gint compare_entries(gconstpointer left, gconstpointer right) {
  const Entry *a = left, *b = right;
  int order = strcmp(a->fold, b->fold);
  if (order == 0)
    order = strcmp(a->name, b->name);
  return order ? order : strcmp(a->place, b->place);
}

static void clear_entry(gpointer data) {
  Entry *entry = data;
  g_free(entry->fold);
  g_free(entry->name);
  g_free(entry->place);
}

static char *place_in_words(RefnetIndexPlace place) {
  g_autofree char *cell = refnet_page_cell_name(place.cell);
  if (cell && place.number == REFNET_NONE)
    return g_steal_pointer(&cell);
  gboolean is_in_one = place.number > 0 && place.number != REFNET_NONE;
  g_autofree char *number = is_in_one ? g_strdup_printf("%u", place.number) : g_strdup("–");
  return cell ? g_strdup_printf("%s %s", number, cell) : g_steal_pointer(&number);
}

static GArray *sort_entries(const RefnetNetwork *network, const RefnetIndexPlace *places) {
  GArray *entries = g_array_sized_new(FALSE, FALSE, sizeof(Entry), network->vertices);
  g_array_set_clear_func(entries, clear_entry);
  for (guint32 v = 0; v < network->vertices; v++) {
    const char *name = refnet_network_organization(network, v)->name;
    Entry entry = {refnet_text_fold(name), refnet_text_display(name, 120),
                   place_in_words(places[v])};
    g_array_append_val(entries, entry);
  }
  g_array_sort(entries, compare_entries);
  return entries;
}

static void draw_entry(const Entry *entry, Grid grid, double column, RefnetTypesetter *typesetter,
                       RefnetPoint at, RefnetScene *scene) {
  double letters = grid.letters;
  RefnetFont font = {letters, FALSE}, bold = {letters, TRUE};
  RefnetTextBlock name, page;
  RefnetTextStyle style = {
      .part = REFNET_PART_KEY, .owner = REFNET_NONE, .color = refnet_color(REFNET_INK, 1)};
  refnet_typesetter_wrap(typesetter, entry->place, bold, 1000, 1, &page);
  refnet_typesetter_wrap(typesetter, entry->name, font, column - (grid.figure + 1) * letters, 1,
                         &name);
  refnet_text_block_draw(&page, scene, at.x + (grid.figure - 1) * letters - page.width, at.y,
                         &style);
  refnet_text_block_draw(&name, scene, at.x + grid.figure * letters, at.y, &style);
  refnet_text_block_clear(&name);
  refnet_text_block_clear(&page);
}

static RefnetScene *draw_page(const GArray *entries, guint first, Grid grid,
                              const RefnetFrame *frame, RefnetTypesetter *typesetter) {
  RefnetScene *scene = refnet_frame_draw(frame);
  RefnetBox body = refnet_frame_body(frame);
  double column = body.width / grid.columns, line = body.height / grid.rows;
  for (guint i = 0; i < grid.columns * grid.rows && first + i < entries->len; i++) {
    RefnetPoint at = {body.x + i / grid.rows * column, body.y + i % grid.rows * line};
    draw_entry(&g_array_index(entries, Entry, first + i), grid, column, typesetter, at, scene);
  }
  refnet_scene_enlarge(scene, grid.zoom);
  return scene;
}

void refnet_index_draw(const RefnetNetwork *network, const RefnetIndexPlace *places,
                       const char *what, const RefnetMapOptions *options, guint pages_in_all,
                       RefnetTypesetter *typesetter, GPtrArray *pages) {
  Grid grid = grid_of(options);
  RefnetScales scales = refnet_scales_for_page(grid.width, grid.height);
  RefnetMapOptions titled = *options;
  g_autofree char *dataset =
      options->title ? g_strdup(options->title) : refnet_frame_title_of(network->dataset->name);
  g_autofree char *title = g_strdup_printf("%s: %s", dataset, what);
  g_autoptr(GArray) entries = sort_entries(network, places);
  if (refnet_scales_is_slide(options->least_text))
    refnet_scales_set_slide(&scales);
  titled.title = title;
  titled.subtitle = NULL;
  for (guint first = 0; first < entries->len; first += grid.columns * grid.rows) {
    RefnetFrame frame = {NULL, NULL, {.line_count = 0}, {.line_count = 0}, {.line_count = 0}};
    g_autofree char *page = g_strdup_printf("page %u of %u", pages->len + 2, pages_in_all);
    refnet_frame_set(&frame, typesetter, &scales, network->dataset, &titled, page);
    g_ptr_array_add(pages, draw_page(entries, first, grid, &frame, typesetter));
    refnet_frame_clear(&frame);
  }
}
