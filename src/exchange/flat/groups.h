/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of a table that are of one organization, as directories of 211 have one for each program. */
#ifndef REFNET_EXCHANGE_FLAT_GROUPS_H
#define REFNET_EXCHANGE_FLAT_GROUPS_H

#include "exchange/files/grid.h"

G_BEGIN_DECLS

typedef enum {
  REFNET_ROW_FIRST,      /* of its organization */
  REFNET_ROW_FURTHER,    /* with the id and the name of an earlier one, or the name alone */
  REFNET_ROW_OF_ANOTHER, /* with the id of an earlier one, and another name */
  REFNET_ROW_ENDED       /* closed, where another row of the organization is not */
} RefnetRowPlace;

typedef struct {
  RefnetRowPlace *places; /* by row of the grid */
  guint *next;            /* by row: the next of the organization, or 0 */
  char **ids;             /* by row: made for one of a name that stands apart; or NULL */
  guint further;          /* rows that are further ones */
  guint apart;            /* names that stand for several places */
} RefnetFlatGroups;

/* What makes rows one organization's where there are no ids. */
typedef enum {
  REFNET_ROWS_STAY_APART,
  REFNET_ROWS_OF_A_NAME,
  REFNET_ROWS_OF_A_NAME_PEOPLE,   /* each of a person, whose status is not the organization's */
  REFNET_ROWS_OF_A_NAME_AND_PLACE /* where addresses differ a name stands for several */
} RefnetRowsOfOne;

/* The column that names a program or project, other than that of the organizations' names;
 * G_MAXUINT: there is none. */
guint refnet_flat_program_column(const RefnetGrid *grid, guint name_column);

/* Rows of one id and name are one organization's; where there are no ids, `rows_of_one` says which.
 * `columns`: by field of the organizations, G_MAXUINT where there is none. Near-linear in the rows.
 */
RefnetFlatGroups refnet_flat_groups_find(const RefnetGrid *grid, const guint *columns,
                                         RefnetRowsOfOne rows_of_one);
void refnet_flat_groups_clear(RefnetFlatGroups *groups, guint rows);

/* What `row` and those after it (by `next`; NULL: none) have in a column: of a list each item once,
 * else the first that is filled. Of a single row the cell as it is. Caller frees. */
char *refnet_flat_group_cell(const RefnetGrid *grid, guint row, const guint *next, guint column,
                             gboolean is_list);

G_END_DECLS

#endif
