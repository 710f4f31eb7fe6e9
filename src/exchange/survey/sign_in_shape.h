/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a sign-in sheet is laid out: a row a member with a column a date, a row an attendance, or the
 * persons who came to one meeting. */
#ifndef REFNET_EXCHANGE_SURVEY_SIGN_IN_SHAPE_H
#define REFNET_EXCHANGE_SURVEY_SIGN_IN_SHAPE_H

#include "exchange/files/grid.h"

G_BEGIN_DECLS

typedef struct {
  guint header;                          /* row */
  guint organization, person, last_name; /* columns, or G_MAXUINT */
  guint email, phone, role;
  gboolean names_no_organization; /* only the persons who came */
  guint people;                   /* several in a cell; or G_MAXUINT */
  guint date;                     /* of a row an attendance; else G_MAXUINT */
  guint dates, short_dates;       /* columns headed by one, with and without a year */
  RefnetDate held;                /* of a sheet for one meeting, from above its header */
  gboolean held_is_ambiguous;     /* day or month may be first in it */
} RefnetSignInShape;

/* FALSE: the sheet is no sign-in sheet. O(cells of the first rows), or of the column of dates. */
gboolean refnet_sign_in_shape(const RefnetGrid *grid, RefnetDateOrder order,
                              RefnetSignInShape *shape);

/* The date that a text means, with the month first where nothing tells; or REFNET_DATE_UNKNOWN. */
RefnetDate refnet_sign_in_date(const char *text, RefnetDateOrder order);

G_END_DECLS

#endif
