/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures as sheets have them. */
#ifndef REFNET_MODEL_COLUMNS_FIGURES_H
#define REFNET_MODEL_COLUMNS_FIGURES_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* A number, also 1,200 and 1,200.50 by their groups of three. FALSE: none. */
gboolean refnet_figure_parse(const char *text, double *value);
/* Degrees have no thousands, so a comma in them is a decimal point. FALSE: no number. */
gboolean refnet_degrees_parse(const char *text, double *value);
G_END_DECLS

#endif
