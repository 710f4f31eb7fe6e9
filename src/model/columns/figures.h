/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures as sheets have them. */
#ifndef REFNET_MODEL_COLUMNS_FIGURES_H
#define REFNET_MODEL_COLUMNS_FIGURES_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* A number, also 1,200 and 1,200.50 by their groups of three, and 12,5 and 1.200,50 as other
 * countries write it. FALSE: none. */
gboolean refnet_figure_parse(const char *text, double *value);
/* A whole number with a decimal comma: "12,0" and "1.234,0". FALSE: it is none. */
gboolean refnet_count_parse_comma(const char *text, guint64 *value);
/* Degrees have no thousands, so a comma in them is a decimal point. FALSE: no number. */
gboolean refnet_degrees_parse(const char *text, double *value);
/* Whether such a text says one figure where a point parts thousands and another where it begins a
 * fraction: "1.250". Nobody has 1.250 of anything people count, but "0.250" and "12.5" are plain.
 */
gboolean refnet_figure_could_be_two(const char *text);

G_END_DECLS

#endif
