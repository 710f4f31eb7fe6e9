/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Headings of columns: tables on a terminal set them in capitals, pages do not. */
#include "present/wording/words.h"
#include "report/formats/writer.h"

char *refnet_report_heading(const RefnetColumn *column) {
  g_autofree char *upper = g_utf8_strup(column->heading, -1);
  gboolean is_shouted = g_str_equal(upper, column->heading);
  return is_shouted ? refnet_words_capital(g_utf8_strdown(column->heading, -1))
                    : g_strdup(column->heading);
}
