/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the number in a workbook's cell means, by the cell's format. */
#ifndef REFNET_EXCHANGE_WORKBOOK_CELL_FORMAT_H
#define REFNET_EXCHANGE_WORKBOOK_CELL_FORMAT_H

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  REFNET_CELL_FORMAT_NUMBER,
  REFNET_CELL_FORMAT_DATE, /* with or without a time of day */
  REFNET_CELL_FORMAT_TIME, /* of a day, or hours in all */
  REFNET_CELL_FORMAT_CODE  /* digits in places of their own, as a ZIP code's */
} RefnetCellFormatKind;

typedef struct {
  RefnetCellFormatKind kind;
  const char *pattern; /* of a code; borrowed */
} RefnetCellFormat;

/* The format with the number `id` among those that every workbook has (ECMA-376, 18.8.30). */
RefnetCellFormat refnet_cell_format_builtin(guint id);
/* The format written as `pattern`, which must outlive it: "d mmm yyyy", "00000". */
RefnetCellFormat refnet_cell_format_parse(const char *pattern);

/* The text people mean by the number in a cell: "2026-02-14", "2026-02-14 13:30:00", "13:30:00",
 * "04212", "0.3". `from_1904`: days count from 1 January 1904, else from 1900 as Excel does, which
 * believes in a 29 February 1900. Caller frees. */
char *refnet_cell_format_text(const RefnetCellFormat *format, double number, gboolean from_1904);

G_END_DECLS

#endif
