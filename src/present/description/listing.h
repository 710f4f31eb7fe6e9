/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A list of a description: its columns, and a function that fills one row. */
#ifndef REFNET_PRESENT_DESCRIPTION_LISTING_H
#define REFNET_PRESENT_DESCRIPTION_LISTING_H

#include "present/description/cells.h"
#include <refnet/present.h>

/* Fills the cells of row `index`. */
typedef void (*RefnetRowFill)(const RefnetDescription *description, gsize index,
                              RefnetCells *cells);

typedef struct {
  const char *key;
  const char *heading;
  const RefnetColumn *columns;
  RefnetRowFill fill;
  gsize length;
  GArray *notable; /* of guint32: the rows people see, the others say nothing to them; NULL: all.
                      Owned by the description */
  gboolean only_notable;  /* programs get no others either: the list is some rows of a result */
  gsize shown;            /* rows that people see unless they ask for more; 0: ten */
  gboolean whole;         /* never shortened */
  gboolean apart;         /* `fill` may be called by several threads at once, and takes its time */
  guint64 findings;       /* how many of its rows are findings, for --fail-on */
  gboolean main;          /* CSV shows this one when no list is named; none so marked: the first */
  gboolean programs_only; /* JSON, and wherever it is asked for by name */
  gboolean people_only;   /* not JSON: rows of another list that belong together */
  const char *empty;      /* sentence in place of no rows; NULL: the list is left out. Static */
} RefnetListing;

/* How many rows people see, and which is the i-th of them. */
gsize refnet_listing_length(const RefnetListing *listing);
gsize refnet_listing_row(const RefnetListing *listing, gsize i);

#endif
