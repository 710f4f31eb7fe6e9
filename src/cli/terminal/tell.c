/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/terminal/tell.h"

#include <refnet/base.h>
#include <stdio.h>

void refnet_cli_tell(char *text) {
  g_autofree char *shown = refnet_text_display(text, 0);
  fprintf(stderr, "%s\n", shown);
  g_free(text);
}
