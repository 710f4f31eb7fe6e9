/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/networks/vertex_names.h"

#include "exchange/files/sheet_writer.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"

#include <string.h>

static gboolean is_name(const char *label) {
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_ORGANIZATIONS);
  return label != NULL && *label != '\0' &&
         !refnet_word_is_blank(label, &file->fields[REFNET_ORGANIZATION_NAME]);
}

char *refnet_vertex_name(const char *label, guint number) {
  return is_name(label) ? g_strdup(label) : g_strdup_printf("Vertex %u", number);
}

void refnet_vertex_names_complete(GPtrArray *names) {
  g_autoptr(GHashTable) taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < names->len; i++) {
    const char *given = g_ptr_array_index(names, i);
    char *name = refnet_vertex_name(given, i + 1);
    char *fold = refnet_text_fold(name);
    for (guint number = i + 1; g_hash_table_contains(taken, fold); number++) {
      g_free(name);
      g_free(fold);
      name = g_strdup_printf("%s (%u)", is_name(given) ? given : "Vertex", number);
      fold = refnet_text_fold(name);
    }
    g_hash_table_add(taken, fold);
    g_free(g_ptr_array_index(names, i));
    g_ptr_array_index(names, i) = name;
  }
}

static int compare_names(gconstpointer a, gconstpointer b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

gboolean refnet_vertex_names_write(const GPtrArray *names, const RefnetImport *import,
                                   GError **error) {
  static const char *const columns[] = {"name", NULL};
  g_autoptr(GPtrArray) ordered = g_ptr_array_new();
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add(ordered, g_ptr_array_index(names, i));
  g_ptr_array_sort(ordered, compare_names);
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(import, REFNET_FILE_ORGANIZATIONS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < ordered->len; i++) {
    const char *cell = g_ptr_array_index(ordered, i);
    refnet_sheet_writer_row(writer, &cell);
  }
  return refnet_sheet_writer_close(writer, error);
}
