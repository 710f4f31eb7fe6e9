/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What each column of one table of organizations is taken for, and how the import says so. */
#ifndef REFNET_EXCHANGE_FLAT_USES_H
#define REFNET_EXCHANGE_FLAT_USES_H

#include "exchange/flat/groups.h"
#include "exchange/flat/people.h"
#include "model/columns/fields.h"

G_BEGIN_DECLS

typedef enum {
  REFNET_FLAT_KEPT,       /* written as it is, under its own header */
  REFNET_FLAT_SERVICE,    /* yes or no of a service … */
  REFNET_FLAT_POPULATION, /* … or of a group of people */
  REFNET_FLAT_LISTED,     /* a list of either */
  REFNET_FLAT_PERSON,     /* of a contact */
  REFNET_FLAT_PERSONAL,   /* yes or no of the people who are listed: left out */
  REFNET_FLAT_CLASHING,   /* ids of organizations, one of which two have: left out */
  REFNET_FLAT_UNNAMED     /* left out */
} RefnetFlatUse;

typedef struct {
  const RefnetImport *import;
  RefnetGrid *grid;                      /* of organizations */
  guint field_column[REFNET_FIELDS_MAX]; /* or G_MAXUINT */
  guint *field_of;     /* by column: the field whose list it holds, or G_MAXUINT */
  RefnetFlatUse *uses; /* by column */
  char **values; /* by column: the service or population that it stands for; of one that is kept:
                  * that it might have been one */
  RefnetFlatPeople people;
  gboolean has_people, has_programs;
  gboolean lists_people; /* a row a person, whose organization stands beside them */
  const char **written;  /* by row: the id or name of who is written; NULL */
  RefnetFlatGroups groups;
  GHashTable *more; /* id → GString of services from the table of categories; NULL: there is none */
} RefnetFlatTable;

/* Fills in fields, uses and values of the columns, whose arrays are there, field_of with G_MAXUINT,
 * the others zeroed; and which columns are those of people. O(cells + columns · synonyms). */
void refnet_flat_uses_choose(RefnetFlatTable *flat);

/* Tells the report of columns that are more than kept, and warns of filled ones without a header.
 * O(cells). */
void refnet_flat_uses_say(const RefnetFlatTable *flat);

G_END_DECLS

#endif
