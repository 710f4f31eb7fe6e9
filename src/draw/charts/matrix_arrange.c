/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A matrix on its page: who stands where, and how large cells and letters are. */
#include "draw/charts/matrix.h"

#define MOST_NUMBERED 150
/* Share of the page that the key may take: beyond it, neither key nor numbers are drawn. */
#define MOST_FOR_KEY .5
#define LARGEST_CELL 30.0
#define LARGEST_LETTER 13.0
#define LETTER .74      /* of a cell */
#define NAME_WIDTH 17.0 /* in letters of its size */
#define TOTAL_WIDTH 2.6 /* in letters */

guint32 refnet_matrix_size(const RefnetMatrix *matrix) {
  return matrix->network->vertices;
}
gboolean refnet_matrix_is_named(const RefnetMatrix *matrix) {
  return refnet_matrix_size(matrix) <= REFNET_MATRIX_NAMED;
}
gboolean refnet_matrix_is_numbered(const RefnetMatrix *matrix) {
  return refnet_matrix_size(matrix) > REFNET_MATRIX_NAMED &&
         refnet_matrix_size(matrix) <= MOST_NUMBERED && !matrix->has_no_key;
}
guint refnet_matrix_group(const RefnetMatrix *matrix, guint32 vertex) {
  return matrix->encoding->color->group_of[vertex];
}

/* ---- order ----------------------------------------------------------------------------------- */

static gint compare_vertices(gconstpointer left, gconstpointer right, gpointer data) {
  const RefnetMatrix *matrix = data;
  guint32 v = *(const guint32 *)left, w = *(const guint32 *)right;
  if (refnet_matrix_group(matrix, v) != refnet_matrix_group(matrix, w))
    return refnet_matrix_group(matrix, v) < refnet_matrix_group(matrix, w) ? -1 : 1;
  guint32 a = refnet_network_degree(matrix->network, v),
          b = refnet_network_degree(matrix->network, w);
  if (a != b)
    return a > b ? -1 : 1;
  return (v > w) - (v < w);
}

void refnet_matrix_set_order(RefnetMatrix *matrix) {
  guint32 n = refnet_matrix_size(matrix);
  matrix->order = g_new(guint32, (gsize)n + 1);
  matrix->rank = g_new(guint32, (gsize)n + 1);
  matrix->key = g_new0(const char *, (gsize)n + 1);
  for (guint32 v = 0; v < n; v++)
    matrix->order[v] = v;
  if (n > 1)
    g_qsort_with_data(matrix->order, (gint)n, sizeof *matrix->order, compare_vertices, matrix);
  for (guint32 i = 0; i < n; i++) {
    matrix->rank[matrix->order[i]] = i;
    matrix->key[i] = matrix->names[matrix->order[i]];
  }
}

void refnet_matrix_find_extremes(RefnetMatrix *matrix) {
  for (guint64 a = 0; a < matrix->network->arcs; a++) {
    guint64 count = matrix->network->arc_count[a];
    matrix->most = MAX(matrix->most, count);
    matrix->least = a == 0 ? count : MIN(matrix->least, count);
  }
}

/* ---- measures -------------------------------------------------------------------------------- */

RefnetFont refnet_matrix_letters(const RefnetMatrix *matrix) {
  return (RefnetFont){matrix->letter, FALSE};
}

void refnet_matrix_wrap_label(const RefnetMatrix *matrix, guint32 place, RefnetTextBlock *block) {
  g_autofree char *number = g_strdup_printf("%u", place + 1);
  refnet_typesetter_wrap(matrix->typesetter,
                         refnet_matrix_is_named(matrix) ? matrix->key[place] : number,
                         refnet_matrix_letters(matrix), NAME_WIDTH * matrix->letter, 1, block);
}

static void measure_labels(RefnetMatrix *matrix) {
  matrix->letter = MIN(matrix->cell * LETTER, LARGEST_LETTER);
  matrix->label_width = matrix->label_height = 0;
  matrix->total_width = refnet_matrix_is_named(matrix) || refnet_matrix_is_numbered(matrix)
                            ? TOTAL_WIDTH * matrix->letter
                            : 0;
  for (guint32 i = 0; i < refnet_matrix_size(matrix) && matrix->total_width > 0; i++) {
    RefnetTextBlock block;
    refnet_matrix_wrap_label(matrix, i, &block);
    matrix->label_width = MAX(matrix->label_width, block.width + 5);
    matrix->label_height = refnet_matrix_is_named(matrix)
                               ? matrix->label_width
                               : MAX(matrix->label_height, block.width + 5);
    refnet_text_block_clear(&block);
  }
}

static double beside_cells(const RefnetMatrix *matrix) {
  return matrix->label_width + REFNET_MATRIX_STRIP + 2 + matrix->total_width;
}

static double above_cells(const RefnetMatrix *matrix) {
  return matrix->label_height + REFNET_MATRIX_STRIP + 2 + matrix->total_width;
}

static double sample_height(const RefnetMatrix *matrix) {
  return matrix->scales.legend.size * 3.6;
}

static void make_legend(RefnetMatrix *matrix, double height) {
  static const char *const note =
      "Rows refer to columns. Right: to how many; below: how many refer there.";
  static const char *const note_undirected =
      "A cell joins row and column. Margins: relationships of each.";
  static const char *const note_without_key =
      "Rows refer to columns. Who they are needs a larger page, such as --size a3.";
  RefnetLegendContent content = {
      .encoding = matrix->encoding,
      .scales = &matrix->scales,
      .directed = !matrix->network->undirected,
      .key = matrix->key,
      .key_length = refnet_matrix_is_numbered(matrix) ? refnet_matrix_size(matrix) : 0,
      .key_lines = 1,
      .note = refnet_matrix_size(matrix) > MOST_NUMBERED ? "Rows refer to columns."
              : matrix->has_no_key                       ? note_without_key
              : matrix->network->undirected              ? note_undirected
                                                         : note};
  g_clear_pointer(&matrix->legend, refnet_legend_free);
  matrix->legend = refnet_legend_new(matrix->typesetter, &content, height);
}

void refnet_matrix_arrange(RefnetMatrix *matrix) {
  RefnetBox body = refnet_frame_body(&matrix->frame);
  make_legend(matrix, body.height);
  if (refnet_legend_width(matrix->legend) > body.width * MOST_FOR_KEY &&
      refnet_matrix_is_numbered(matrix)) {
    matrix->has_no_key = TRUE;
    make_legend(matrix, body.height);
  }
  double legend = refnet_legend_width(matrix->legend);
  double width = MAX(body.width - legend - matrix->scales.margin, body.width * .3);
  double height = body.height - sample_height(matrix);
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
  matrix->legend_at = (RefnetPoint){body.x + body.width - legend, body.y};
}
