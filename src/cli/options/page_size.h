/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sizes of pages by name. */
#ifndef REFNET_CLI_OPTIONS_PAGE_SIZE_H
#define REFNET_CLI_OPTIONS_PAGE_SIZE_H

#include <glib.h>

typedef struct {
  double width, height; /* points */
  double least_text;    /* points: smaller letters could not be read there */
} PageSize;

/* Reads "a4", "letter", "slide" … or "WIDTHxHEIGHT" with pt (or nothing), mm, cm or in behind it.
 * Paper lies on its side unless `portrait`. REFNET_ERROR_USAGE, with a suggestion. */
gboolean refnet_page_size_parse(const char *text, gboolean portrait, PageSize *size,
                                GError **error);

#endif
