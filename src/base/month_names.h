/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The months in English, as dates are written and read. */
#ifndef REFNET_BASE_MONTH_NAMES_H
#define REFNET_BASE_MONTH_NAMES_H

extern const char *const refnet_month_names[12]; /* January first */

#endif
