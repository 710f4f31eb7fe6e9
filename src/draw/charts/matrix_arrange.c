/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A matrix on its page: how large cells and letters are. */
#include "draw/charts/matrix.h"
#include "present/wording/words.h"

#define MOST_NUMBERED 150
/* Share of the page that the key may take: beyond it, neither key nor numbers are drawn. */
#define MOST_FOR_KEY .5
#define LARGEST_CELL 54.0
#define UPRIGHT 1.1 /* height to width of a page on which the legend goes below */
#define LARGEST_LETTER 13.0
#define LETTER .74          /* of a cell */
#define NUMBER .7           /* likewise, where columns have numbers of two digits */
#define NUMBER_ON_SLIDE .84 /* where every other column has one */
#define NAME_WIDTH 17.0     /* in letters of its size */
#define TOTAL_WIDTH 2.6     /* in letters */
/* Keeps what stands beside an Arabic name to the right of it. */
#define LEFT_TO_RIGHT "\u200E"

guint32 refnet_matrix_size(const RefnetMatrix *matrix) {
  return matrix->network->vertices;
}

static gboolean is_named(const RefnetMatrix *matrix) {
  return refnet_matrix_size(matrix) <= REFNET_MATRIX_NAMED;
}

static gboolean is_numbered(const RefnetMatrix *matrix) {
  return refnet_matrix_size(matrix) > REFNET_MATRIX_NAMED &&
         refnet_matrix_size(matrix) <= MOST_NUMBERED && !matrix->has_no_key;
}

gboolean refnet_matrix_is_labeled(const RefnetMatrix *matrix) {
  return matrix->columns_numbered || is_named(matrix) || is_numbered(matrix);
}

gboolean refnet_matrix_has_totals(const RefnetMatrix *matrix) {
  return refnet_matrix_is_labeled(matrix) && !matrix->scales.is_slide;
}

guint32 refnet_matrix_in_whole(const RefnetMatrix *matrix, guint32 vertex) {
  return matrix->whole->vertex[matrix->network->organization[vertex]];
}

guint refnet_matrix_group(const RefnetMatrix *matrix, guint32 vertex) {
  return matrix->encoding->color->group_of[vertex];
}

void refnet_matrix_find_extremes(RefnetMatrix *matrix) {
  for (guint64 a = 0; a < matrix->network->arcs; a++) {
    guint64 count = matrix->network->arc_count[a];
    matrix->most = MAX(matrix->most, count);
    matrix->least = a == 0 ? count : MIN(matrix->least, count);
  }
  if (!matrix->is_counted)
    matrix->most = matrix->least;
}

/* ---- measures -------------------------------------------------------------------------------- */

RefnetFont refnet_matrix_letters(const RefnetMatrix *matrix) {
  return (RefnetFont){matrix->letter, FALSE};
}

gboolean refnet_matrix_has_column_label(const RefnetMatrix *matrix, guint32 place) {
  return !(matrix->columns_numbered && matrix->scales.is_slide) || place % 2 == 0;
}

void refnet_matrix_wrap_label(const RefnetMatrix *matrix, guint32 place, gboolean of_column,
                              RefnetTextBlock *block) {
  RefnetFont font = refnet_matrix_letters(matrix);
  g_autofree char *number = g_strdup_printf("%u", place + 1);
  gboolean is_name = matrix->columns_numbered ? !of_column : is_named(matrix);
  double width = NAME_WIDTH * matrix->letter;
  refnet_typesetter_wrap(matrix->typesetter, is_name ? matrix->key[place] : number, font, width, 1,
                         block);
  if (!is_name || !matrix->columns_numbered)
    return;
  /* The number after the name, however short that has become. */
  const char *mark = block->lines[0].right_to_left ? LEFT_TO_RIGHT : "";
  g_autofree char *both = g_strdup_printf("%s%s%s  %s", mark, block->lines[0].text, mark, number);
  refnet_text_block_clear(block);
  refnet_typesetter_wrap(matrix->typesetter, both, font, 2 * width, 1, block);
}

static double label_length(const RefnetMatrix *matrix, guint32 place, gboolean of_column) {
  RefnetTextBlock block;
  refnet_matrix_wrap_label(matrix, place, of_column, &block);
  double length = of_column && matrix->columns_numbered ? block.height : block.width;
  refnet_text_block_clear(&block);
  return length + REFNET_MATRIX_LABEL_GAP;
}

static void measure_labels(RefnetMatrix *matrix) {
  double share = !matrix->columns_numbered  ? LETTER
                 : !matrix->scales.is_slide ? NUMBER
                                            : NUMBER_ON_SLIDE;
  matrix->letter = MIN(matrix->cell * share, LARGEST_LETTER);
  matrix->label_width = matrix->label_height = 0;
  matrix->total_width = refnet_matrix_has_totals(matrix) ? TOTAL_WIDTH * matrix->letter : 0;
  for (guint32 i = 0; i < refnet_matrix_size(matrix) && refnet_matrix_is_labeled(matrix); i++) {
    matrix->label_width = MAX(matrix->label_width, label_length(matrix, i, FALSE));
    matrix->label_height = MAX(matrix->label_height, label_length(matrix, i, TRUE));
  }
}

static double beside_cells(const RefnetMatrix *matrix) {
  return matrix->label_width + REFNET_MATRIX_STRIP + 2 + matrix->total_width;
}

static double above_cells(const RefnetMatrix *matrix) {
  return matrix->label_height + REFNET_MATRIX_STRIP + 2 + matrix->total_width;
}

static double sample_height(const RefnetMatrix *matrix) {
  return matrix->scales.legend.size * (matrix->scales.is_slide ? 2.1 : 3.6);
}

/* How to read it, and how many are not drawn; caller frees. */
static char *note_on(const RefnetMatrix *matrix) {
  const char *how =
      matrix->scales.is_slide
          ? matrix->network->undirected ? "A cell joins row and column." : "Rows refer to columns."
      : refnet_matrix_size(matrix) > MOST_NUMBERED ? "Rows refer to columns."
      : matrix->has_no_key && !matrix->columns_numbered
          ? "Rows refer to columns. Who they are needs a larger page, such as --size a3."
      : matrix->network->undirected
          ? "A cell joins row and column. Margins: relationships of each."
          : "Rows refer to columns. Right: to how many; below: how many refer there.";
  guint32 shown = refnet_matrix_size(matrix), all = matrix->whole->vertices;
  g_autofree char *most = refnet_words_digits(shown), *others = refnet_words_digits(all - shown);
  return shown == all
             ? g_strdup(how)
             : g_strdup_printf("%s\nThe %s with most relationships; %s more are not drawn.", how,
                               most, others);
}

static void make_legend(RefnetMatrix *matrix, double height) {
  g_autofree char *note = note_on(matrix);
  gboolean has_key = is_numbered(matrix) && !matrix->columns_numbered;
  RefnetLegendContent content = {.encoding = matrix->encoding,
                                 .scales = &matrix->scales,
                                 .directed = !matrix->network->undirected,
                                 .key = matrix->key,
                                 .key_length = has_key ? refnet_matrix_size(matrix) : 0,
                                 .key_lines = 1,
                                 .note = note,
                                 .keeps_note = TRUE};
  g_clear_pointer(&matrix->legend, refnet_legend_free);
  matrix->legend = refnet_legend_new(matrix->typesetter, &content, height);
}

void refnet_matrix_arrange(RefnetMatrix *matrix) {
  RefnetBox body = refnet_frame_body(&matrix->frame);
  make_legend(matrix, body.height);
  if (refnet_legend_width(matrix->legend) > body.width * MOST_FOR_KEY && is_numbered(matrix) &&
      !matrix->columns_numbered) {
    matrix->has_no_key = TRUE;
    make_legend(matrix, body.height);
  }
  gboolean is_below = body.height > UPRIGHT * body.width && !matrix->scales.is_slide;
  if (is_below)
    refnet_legend_lay_flat(matrix->legend, body.width);
  double legend = is_below ? 0 : refnet_legend_width(matrix->legend);
  double under = is_below ? refnet_legend_height(matrix->legend) + matrix->scales.margin : 0;
  double width = MAX(body.width - legend - matrix->scales.margin, body.width * .3);
  double height = MAX(body.height - sample_height(matrix) - under, body.height * .3);
  double small = .5, large = LARGEST_CELL;
  for (int round = 0; round < 12; round++) {
    matrix->cell = (small + large) / 2;
    measure_labels(matrix);
    gboolean fits = beside_cells(matrix) + matrix->cell * refnet_matrix_size(matrix) <= width &&
                    above_cells(matrix) + matrix->cell * refnet_matrix_size(matrix) <= height;
    *(fits ? &small : &large) = matrix->cell;
  }
  matrix->cell = small;
  measure_labels(matrix);
  double taken = beside_cells(matrix) + matrix->cell * refnet_matrix_size(matrix);
  matrix->cells_at = (RefnetPoint){body.x + MAX(width - taken, 0) / 2 + matrix->label_width +
                                       REFNET_MATRIX_STRIP + 2,
                                   body.y + matrix->label_height + REFNET_MATRIX_STRIP + 2};
  double foot = matrix->cells_at.y + matrix->cell * refnet_matrix_size(matrix) +
                matrix->total_width + sample_height(matrix);
  matrix->legend_at = is_below ? (RefnetPoint){body.x, foot + matrix->scales.margin}
                               : (RefnetPoint){body.x + body.width - legend, body.y};
}
