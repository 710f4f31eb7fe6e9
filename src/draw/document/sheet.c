/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Margins, column and footer of a sheet by its size. */
#include "draw/document/sheet.h"

#define MARGIN_SHARE 0.104
#define LEAST_MARGIN 28
#define MOST_MARGIN 62
#define ABOVE_FOOTER 20
#define FOOTER_HEIGHT 11

RefnetSheet refnet_sheet_of(double width, double height) {
  double margin = CLAMP(MIN(width, height) * MARGIN_SHARE, LEAST_MARGIN, MOST_MARGIN);
  RefnetSheet sheet = {.width = width, .height = height};
  sheet.footer = height - margin * 0.62 - FOOTER_HEIGHT;
  sheet.column = (RefnetBox){margin, margin * 0.95, width - 2 * margin,
                             sheet.footer - ABOVE_FOOTER - margin * 0.95};
  return sheet;
}

RefnetSheet refnet_sheet_turned(const RefnetSheet *sheet) {
  return refnet_sheet_of(sheet->height, sheet->width);
}
