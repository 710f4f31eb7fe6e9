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
  REFNET_DATE_FROM_PERIOD, /* a month, a quarter, a season or a year */
  REFNET_DATE_FROM_WORDS,  /* "3/2/2026 – call back", "approx. April 2026" */
  REFNET_DATE_FROM_ORDER   /* day or month first, as other dates of the file have it */
} RefnetDateGuess;
#define REFNET_DATE_GUESSES 5

/* A cell of `field`, which is one of dates. Of a month, a quarter, a season or a year it is the
 * first day, or the last where the field says when something ends. *guesses gets a bit, 1 <<
 * RefnetDateGuess, for each that was needed but the last. */
RefnetDateStatus refnet_date_cell_read(const RefnetField *field, const char *text,
                                       RefnetDateOrder order, RefnetDate *date, guint *guesses);

/* What may be a date between words that say no other time: of "3/2/2026 – call back" and "approx.
 * 3/2/2026" 3/2/2026. Caller frees; NULL: there are no such words. O(length). */
char *refnet_date_between_words(const char *text);

/* What a cell says that is no date. */
typedef enum {
  REFNET_UNREAD_OTHER,
  REFNET_UNREAD_YEAR,  /* "FY2026", "2025-26": a year that begins on other days in other places */
  REFNET_UNREAD_WINTER /* "Winter 2026": of two years */
} RefnetUnreadTime;

/* O(length). */
RefnetUnreadTime refnet_date_unread_time(const char *text);

G_END_DECLS

#endif
