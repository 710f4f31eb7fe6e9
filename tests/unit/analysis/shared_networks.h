/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Published networks and figures that do not come with refnet: read from the folder that the
 * environment variable REFNET_SHARED names, tests that need them are skipped without it. */
#ifndef REFNET_TESTS_SHARED_NETWORKS_H
#define REFNET_TESTS_SHARED_NETWORKS_H

#include <string.h>

#include "unit/analysis/network_support.h"

static inline gboolean shared_networks_available(void) {
  const char *folder = g_getenv("REFNET_SHARED"); /* empty: there is none */
  g_autofree char *path = folder && *folder
                              ? g_build_filename(folder, "networks", "ref_network_level.csv", NULL)
                              : NULL;
  return path && g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

/* The cells of data/networks/FILE, header first. */
static inline GPtrArray *shared_cells(const char *file) {
  g_autofree char *path = g_build_filename(g_getenv("REFNET_SHARED"), "networks", file, NULL);
  GPtrArray *cells = support_read_cells(path);
  g_assert_nonnull(cells);
  return cells;
}

static inline gsize shared_column(GPtrArray *cells, const char *header) {
  char **headers = g_ptr_array_index(cells, 0);
  gsize column = 0;
  while (headers[column] && strcmp(headers[column], header) != 0)
    column++;
  g_assert_nonnull(headers[column]);
  return column;
}

/* The figure in a row (from 1: the first after the header); NaN where the cell is blank. */
static inline double shared_figure(GPtrArray *cells, guint32 row, const char *header) {
  char **values = g_ptr_array_index(cells, row);
  const char *value = values[shared_column(cells, header)];
  return *value && strcmp(value, "NA") != 0 ? g_ascii_strtod(value, NULL) : NAN;
}

/* The network of NAME_edges.csv with `vertices` vertices, in the order of its ids; NULL: not there.
 */
static inline SupportNetwork *shared_network(const char *name, guint32 vertices) {
  g_autofree char *file = g_strdup_printf("%s_edges.csv", name);
  GPtrArray *cells = shared_cells(file);
  SupportNetwork *support = support_network_new(vertices);
  for (guint32 row = 1; row < cells->len; row++)
    support_add_arc(support, (guint32)shared_figure(cells, row, "from_id") - 1,
                    (guint32)shared_figure(cells, row, "to_id") - 1);
  g_ptr_array_unref(cells);
  return support;
}

#endif
