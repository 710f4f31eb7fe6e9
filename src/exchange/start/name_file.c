/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/start/name_file.h"

#include <string.h>

#include "exchange/files/text_file.h"
#include "model/columns/fields.h"
#include "model/columns/no_name.h"
#include "model/columns/words.h"
#include "table/csv_cell.h"

typedef struct {
  RefnetNameList *names;
  RefnetNamesLeftOut left_out;
  guint column; /* of a table */
} Reading;

static const RefnetField *name_field(void) {
  return &refnet_file_fields(REFNET_FILE_ORGANIZATIONS)->fields[REFNET_ORGANIZATION_NAME];
}

/* Lines of signs alone divide lists; they are no names. */
static void add_name(Reading *reading, const char *name) {
  guint32 before = refnet_name_list_length(reading->names);
  name = refnet_csv_take(name);
  g_autofree char *letters = refnet_text_fold_header(name);
  if (*letters == '\0')
    return;
  if (refnet_word_is_blank(name, name_field()) || refnet_word_is_total(name)) {
    reading->left_out.unnamed++;
    return;
  }
  refnet_name_list_add(reading->names, name);
  reading->left_out.repeated += refnet_name_list_length(reading->names) == before;
}

static gboolean is_heading(const char *text) {
  g_autofree char *folded = refnet_text_fold_header(text);
  return refnet_field_fit(name_field(), folded) != G_MAXUINT;
}

/* ---- a table --------------------------------------------------------------------------------- */

/* Several headings, one of them for names. */
static gboolean is_table(const char *path) {
  g_autofree char *head = refnet_text_file_head(path);
  g_autofree char *first = refnet_text_file_first_line(head);
  g_auto(GStrv) cells = refnet_text_tokens(first, ",;\t");
  gboolean is_named = FALSE;
  for (guint i = 0; cells[i] != NULL; i++)
    is_named |= is_heading(cells[i]);
  return is_named && g_strv_length(cells) > 1;
}

static gboolean read_header(const RefnetRow *header, gpointer data, GError **error) {
  Reading *reading = data;
  (void)error;
  for (guint i = header->fields; i-- > 0;)
    if (is_heading(header->cells[i]))
      reading->column = i;
  return TRUE;
}

static RefnetRowFate read_row(const RefnetRow *row, gpointer data) {
  Reading *reading = data;
  add_name(reading, row->cells[reading->column]);
  return REFNET_ROW_KEPT;
}

static void note_unreadable(const RefnetRow *row, const char *text, gsize length, gpointer data) {
  RefnetNamesLeftOut *left_out = &((Reading *)data)->left_out;
  (void)text, (void)length;
  if (left_out->unreadable++ == 0)
    left_out->first_line = row->line;
}

static gboolean read_table(Reading *reading, const char *path, GError **error) {
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  RefnetTableOptions table = {.label = path};
  const RefnetRowHandler handler = {
      .header = read_header, .row = read_row, .data = reading, .rejected = note_unreadable};
  RefnetRowCount count = {0};
  return refnet_table_read(path, &table, &handler, &count, diagnostics, error);
}

/* ---- one name a line ------------------------------------------------------------------------- */

/* Without the bullet of a list, and without what a spreadsheet puts around a single cell. */
static char *name_of(const char *line) {
  static const char *const bullets[] = {"- ", "* ", "\u2022", "\u2013 ", "\u00b7"};
  for (gsize i = 0; i < G_N_ELEMENTS(bullets); i++)
    if (g_str_has_prefix(line, bullets[i])) {
      line += strlen(bullets[i]);
      break;
    }
  g_autofree char *name = g_strstrip(g_strdup(line));
  gsize length = strlen(name);
  while (length > 0 && strchr(",; \t", name[length - 1]))
    name[--length] = '\0';
  if (length < 2 || name[0] != '"' || name[length - 1] != '"')
    return g_steal_pointer(&name);
  name[length - 1] = '\0';
  g_auto(GStrv) parts = g_strsplit(name + 1, "\"\"", -1);
  return g_strjoinv("\"", parts);
}

static gboolean read_lines(Reading *reading, const char *path, GError **error) {
  g_autoptr(RefnetTextFile) file = refnet_text_file_open(path, path, error);
  g_autoptr(GError) failure = NULL;
  const char *line;
  guint64 number;
  gboolean is_first = TRUE;
  if (file == NULL)
    return FALSE;
  while ((line = refnet_text_file_line(file, &number, &failure)) != NULL) {
    g_autofree char *name = name_of(line);
    if (*name != '\0' && !(is_first && is_heading(name)))
      add_name(reading, name);
    is_first &= *name == '\0';
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error(error, g_steal_pointer(&failure));
  return FALSE;
}

RefnetNameList *refnet_name_file_read(const char *path, RefnetNamesLeftOut *left_out,
                                      GError **error) {
  g_autoptr(RefnetNameList) names = refnet_name_list_new();
  Reading reading = {.names = names};
  if (!(is_table(path) ? read_table : read_lines)(&reading, path, error))
    return NULL;
  *left_out = reading.left_out;
  if (refnet_name_list_length(names) > 0)
    return g_steal_pointer(&names);
  g_autofree char *shown = refnet_text_display(path, 0);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s names no organisation; write one name a line", shown);
  return NULL;
}
