/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates as sheets have them: also days that spreadsheets have numbered, and months for days. */
#ifndef REFNET_MODEL_COLUMNS_DATES_H
#define REFNET_MODEL_COLUMNS_DATES_H

#include "model/columns/fields.h"

#include <refnet/base.h>

G_BEGIN_DECLS

/* What was taken for granted when a date was read. */
typedef enum {
  REFNET_DATE_FROM_SERIAL, /* a number, by which spreadsheets count days */
  REFNET_DATE_FROM_SHORT_YEAR,
  REFNET_DATE_FROM_PERIOD, /* a month, a quarter or a year */
  REFNET_DATE_FROM_ORDER   /* day or month first, as other dates of the file have it */
} RefnetDateGuess;
#define REFNET_DATE_GUESSES 4

/* A cell of `field`, which is one of dates. Of a month, a quarter or a year it is the first day, or
 * the last where the field says when something ends. *guesses gets a bit, 1 << RefnetDateGuess, for
 * each of the first three that was needed. */
RefnetDateStatus refnet_date_cell_read(const RefnetField *field, const char *text,
                                       RefnetDateOrder order, RefnetDate *date, guint *guesses);

G_END_DECLS

#endif
