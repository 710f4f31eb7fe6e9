/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A DL file of UCINET's while it is read. */
#ifndef REFNET_EXCHANGE_NETWORKS_UCINET_H
#define REFNET_EXCHANGE_NETWORKS_UCINET_H

#include "exchange/networks/tie_writer.h"

G_BEGIN_DECLS

typedef enum {
  REFNET_UCINET_FULL_MATRIX,
  REFNET_UCINET_LOWER_HALF,
  REFNET_UCINET_UPPER_HALF,
  REFNET_UCINET_EDGE_LIST,
  REFNET_UCINET_NODE_LIST,
  REFNET_UCINET_NUMBERED_NODE_LIST /* nodelist1b */
} RefnetUcinetFormat;

typedef struct {
  const RefnetImport *import;
  const char *label;
  guint file;
  GArray *lines;   /* char *, owned; none is blank */
  GArray *numbers; /* guint64: theirs in the file */
  guint at;        /* the next line */
  guint vertices, matrices;
  RefnetUcinetFormat format;
  gboolean embedded;
  gboolean no_diagonal; /* the matrix has no values on it */
  GPtrArray *names;
  GHashTable *by_fold; /* of embedded labels: fold → number + 1 */
  GPtrArray *matrix_names;
  RefnetTieWriter *writer;
} RefnetUcinet;

/* A line's text. */
const char *refnet_ucinet_line(const RefnetUcinet *ucinet, guint index);
/* REFNET_ERROR_INPUT at the line at hand: what is wrong with the whole file. Always FALSE. */
gboolean refnet_ucinet_refuse(const RefnetUcinet *ucinet, const char *why, GError **error);

/* Reads all that stands before the data: what there is, and how it is labelled. */
gboolean refnet_ucinet_read_head(RefnetUcinet *ucinet, GError **error);

G_END_DECLS

#endif
