/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/one_column.h"

#include <string.h>

const char *refnet_one_column_advice(const char *cell) {
  if (strchr(cell, '|') != NULL)
    return "its columns are divided by |; put commas, semicolons or tabs in their place";
  if (strpbrk(cell, ",;\t") != NULL)
    return "all columns stand in one, each row in quotes as a whole; in a spreadsheet program "
           "split it with Text to Columns, and save it again";
  return NULL;
}
