/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/options/nearest.h"

#include <string.h>

#include <refnet/base.h>

#define TOO_FAR 3     /* edits */
#define LEAST_START 2 /* letters of a beginning that says what is meant */

const char *refnet_cli_nearest(const char *const *names, const char *word) {
  const char *nearest = NULL;
  guint least = TOO_FAR;
  if (!g_utf8_validate(word, -1, NULL))
    return NULL;
  for (; *names; names++) {
    gboolean begins = strlen(word) >= LEAST_START && g_str_has_prefix(*names, word);
    guint distance = begins ? 0 : refnet_text_distance(*names, word, TOO_FAR);
    if (distance < least) {
      least = distance;
      nearest = *names;
    }
  }
  return nearest;
}
