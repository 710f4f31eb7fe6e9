/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every description is made of: fields, lists with a row function each, sentences. One file a
 * result (describe_*.c) makes them; description.c writes any of them. */
#ifndef REFNET_PRESENT_DESCRIPTION_DESCRIPTION_H
#define REFNET_PRESENT_DESCRIPTION_DESCRIPTION_H

#include "present/description/listing.h"
#include <refnet/present.h>

struct RefnetDescription {
  RefnetWording wording;
  gconstpointer result; /* what it describes */
  const RefnetDataset *dataset;
  const RefnetNetwork *network; /* NULL for check */
  guint32 *order;               /* rows of a sorted list; NULL: as they are. Owned */
  guint32 *ranks;               /* of those rows, in that order; 0: none. Owned */
  RefnetColumn *columns;        /* of a list whose columns were chosen; NULL: static ones. Owned */
  const RefnetColumn *field_columns; /* NULL: no fields */
  gboolean fields_first;             /* the fields are the result: CSV shows them, not a list */
  RefnetCells fields;
  GArray *listings;        /* of RefnetListing */
  GPtrArray *introduction; /* sentences before the lists; owned */
};

RefnetDescription *refnet_description_new(const RefnetWording *wording, gconstpointer result,
                                          const RefnetDataset *dataset,
                                          const RefnetNetwork *network);
/* The cells of the fields, to be filled in the order of `columns`. */
RefnetCells *refnet_description_fields(RefnetDescription *description, const RefnetColumn *columns);
/* Copies `listing` and takes what it owns. */
void refnet_description_add_list(RefnetDescription *description, const RefnetListing *listing);
/* A sentence for people, before the lists. Takes `sentence`. */
void refnet_description_say(RefnetDescription *description, char *sentence);
/* The list called `key`; NULL: there is none. */
const RefnetListing *refnet_description_find_list(const RefnetDescription *description,
                                                  const char *key);
/* Leaves of that list only the rows that are wanted. O(rows). */
typedef gboolean (*RefnetRowWanted)(gconstpointer data, guint32 row);
void refnet_description_keep_rows(RefnetDescription *description, const char *key,
                                  RefnetRowWanted wanted, gconstpointer data);
/* "people", or what the user calls them. */
const char *refnet_description_people(const RefnetDescription *description);

#endif
