/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Splitting cells at ; and | (commas are the business of finish_values.c). */
#include "model/columns/lists.h"

#include <string.h>

char **refnet_list_split(const char *text, const char *separators) {
  GPtrArray *parts = g_ptr_array_new();
  while (*text != '\0') {
    gsize length = strcspn(text, separators);
    char *part = g_strstrip(g_strndup(text, length));
    if (*part != '\0')
      g_ptr_array_add(parts, part);
    else
      g_free(part);
    text += length;
    text += *text != '\0';
  }
  g_ptr_array_add(parts, NULL);
  return (char **)g_ptr_array_free(parts, FALSE);
}

gboolean refnet_list_is_separated(const char *text) {
  return strpbrk(text, ";|") != NULL;
}

gboolean refnet_list_texts(RefnetPool *pool, const char *text, RefnetTextList *list) {
  g_auto(GStrv) parts = refnet_list_split(text, ";|");
  guint length = g_strv_length(parts);
  const char **items = refnet_pool_alloc(pool, length * sizeof *items, 0);
  if (items == NULL)
    return FALSE;
  for (guint i = 0; i < length; i++) {
    items[i] = refnet_pool_intern(pool, parts[i]);
    if (items[i] == NULL)
      return FALSE;
  }
  *list = (RefnetTextList){items, length};
  return TRUE;
}
