/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/shell_word.h"

#include <string.h>

char *refnet_shell_word(const char *text) {
  return *text == '\0' || strpbrk(text, " \t\n'\"\\$`*?()&;|<>#!~[]{}") != NULL
             ? g_shell_quote(text)
             : g_strdup(text);
}
