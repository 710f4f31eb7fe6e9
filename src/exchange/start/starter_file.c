/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/start/starter_file.h"

RefnetOutput *refnet_starter_open(const RefnetStarter *starter, const char *name, GError **error) {
  g_autofree char *path = starter->path(name, starter->path_data);
  return refnet_output_open(path, error);
}

void refnet_starter_begin_csv(RefnetOutput *output) {
  refnet_output_puts(output, "\xEF\xBB\xBF");
}
