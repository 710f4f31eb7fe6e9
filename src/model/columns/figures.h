/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures and numbered days as sheets have them. */
#ifndef REFNET_MODEL_COLUMNS_FIGURES_H
#define REFNET_MODEL_COLUMNS_FIGURES_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* A number, also 1,200 and 1,200.50 by their groups of three. FALSE: none. */
gboolean refnet_figure_parse(const char *text, double *value);
/* Degrees have no thousands, so a comma in them is a decimal point. FALSE: no number. */
gboolean refnet_degrees_parse(const char *text, double *value);
/* A day as spreadsheets number them, from 1 on 1 January 1900, with the 29 February 1900 that they
 * wrongly have. Five digits in a column of dates are nothing else; the time of day is dropped.
 * FALSE: not such a number, or not between 1954 and 2119. */
gboolean refnet_serial_date_parse(const char *text, RefnetDate *date);

G_END_DECLS

#endif
