/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/directory/relation.h"

#include "base/memory.h"
#include "exchange/directory/plain_text.h"
#include "model/columns/overrides.h"
#include "model/columns/words.h"

#include <string.h>

/* ---- columns --------------------------------------------------------------------------------- */

/* The place of `word` in the words of `list`, from 0; G_MAXUINT: it isn't there. */
static guint place_of_word(const char *list, const char *word) {
  gsize length = strlen(word);
  guint place = 0;
  for (; length > 0 && *list != '\0'; place++) {
    gsize next = strcspn(list, " ");
    if (next == length && strncmp(list, word, length) == 0)
      return place;
    list += next;
    list += strspn(list, " ");
  }
  return G_MAXUINT;
}

/* The header that an override gives to the field; NULL: it speaks of another. */
static const char *header_in(const RefnetRelation *relation, const char *override,
                             const char *field) {
  g_autofree char *table = g_strndup(relation->table->files, strcspn(relation->table->files, " "));
  return refnet_override_header(override, table, field);
}

/* What --column says of the field: the header, folded. */
static char *find_override(const RefnetRelation *relation, const RefnetImport *import,
                           const char *field) {
  const char *header = NULL;
  for (gsize i = 0; header == NULL && import->columns != NULL && import->columns[i] != NULL; i++)
    header = header_in(relation, import->columns[i], field);
  return header != NULL ? refnet_text_fold_header(header) : NULL;
}

gboolean refnet_relation_has_override(const RefnetRelation *relation, const char *override) {
  for (guint f = 0; relation->present && f < relation->table->field_count; f++)
    if (relation->columns[f] >= 0 &&
        header_in(relation, override, relation->table->fields[f].name) != NULL)
      return TRUE;
  return FALSE;
}

static gint find_column(const RefnetRelation *relation, const RefnetImport *import, guint field,
                        char **headers) {
  const RefnetRelationField *wanted = &relation->table->fields[field];
  g_autofree char *override = find_override(relation, import, wanted->name);
  const char *names = override != NULL ? override : wanted->headers;
  guint best = G_MAXUINT;
  gint column = -1;
  for (guint c = 0; headers[c] != NULL; c++) {
    guint place = place_of_word(names, headers[c]);
    if (place < best) {
      best = place;
      column = (gint)c;
    }
  }
  return column;
}

/* ---- reading --------------------------------------------------------------------------------- */

typedef struct {
  RefnetRelation *relation;
  const RefnetImport *import;
  RefnetPool *pool;
  GPtrArray *cells; /* const char * */
  GArray *lines;    /* guint64 */
} Reading;

static gboolean take_header(const RefnetRow *header, gpointer data, GError **error) {
  Reading *reading = data;
  RefnetRelation *relation = reading->relation;
  g_auto(GStrv) headers = g_new0(char *, header->fields + 1);
  (void)error;
  for (guint c = 0; c < header->fields; c++)
    headers[c] = refnet_text_fold_header(header->cells[c]);
  for (guint f = 0; f < relation->table->field_count; f++)
    relation->columns[f] = find_column(relation, reading->import, f, headers);
  return TRUE;
}

/* Blank, also as databases and people write it; these may be initials or names. */
static gboolean is_blank(const char *text) {
  static const char *const meant[] = {"na", "nan", "nil"};
  for (gsize i = 0; i < G_N_ELEMENTS(meant); i++)
    if (g_ascii_strcasecmp(text, meant[i]) == 0)
      return FALSE;
  return *text == '\0' || g_str_equal(text, "\\N") || refnet_word_is_unknown(text);
}

static RefnetRowFate take_row(const RefnetRow *row, gpointer data) {
  Reading *reading = data;
  const RefnetRelation *relation = reading->relation;
  for (guint f = 0; f < relation->table->field_count; f++) {
    const char *text = relation->columns[f] >= 0 ? row->cells[relation->columns[f]] : "";
    g_autofree char *plain = refnet_plain_text(text);
    text = plain != NULL ? plain : text;
    g_ptr_array_add(reading->cells,
                    is_blank(text) ? NULL : (gpointer)refnet_pool_intern(reading->pool, text));
  }
  g_array_append_val(reading->lines, row->line);
  return REFNET_ROW_KEPT;
}

static gboolean read_file(Reading *reading, const RefnetPackage *package, GError **error) {
  RefnetRelation *relation = reading->relation;
  const RefnetImport *import = reading->import;
  RefnetTableOptions options = {.label = relation->label,
                                .delimiter = import->delimiter,
                                .progress = import->progress,
                                .progress_data = import->progress_data};
  const RefnetRowHandler handler = {.header = take_header, .row = take_row, .data = reading};
  RefnetRowCount count;
  if (!refnet_package_read(package, relation->label, &options, &handler, &count,
                           relation->diagnostics, error))
    return FALSE;
  relation->present = TRUE;
  relation->broken = count.rejected;
  relation->rows = reading->lines->len;
  return TRUE;
}

static void find_file(RefnetRelation *relation, const RefnetPackage *package, RefnetPool *pool) {
  g_auto(GStrv) names = g_strsplit(relation->table->files, " ", -1);
  for (gsize i = 0; names[i] != NULL; i++) {
    g_autofree char *file = g_strconcat(names[i], ".csv", NULL);
    const char *found = refnet_package_find(package, file);
    if (found == NULL && i > 0)
      continue;
    relation->label = refnet_pool_intern(pool, found != NULL ? found : file);
    if (found != NULL) {
      relation->present = TRUE;
      return;
    }
  }
}

RefnetRelation *refnet_relation_read(const RefnetPackage *package, const RefnetRelationTable *table,
                                     const RefnetImport *import, RefnetPool *pool, GError **error) {
  g_autoptr(RefnetRelation) relation = g_new0(RefnetRelation, 1);
  relation->table = table;
  relation->diagnostics = refnet_import_report_diagnostics(import->report);
  relation->columns = g_new(gint, MAX(table->field_count, 1));
  for (guint f = 0; f < table->field_count; f++)
    relation->columns[f] = -1;
  Reading reading = {relation, import, pool, g_ptr_array_new(),
                     g_array_new(FALSE, FALSE, sizeof(guint64))};
  find_file(relation, package, pool);
  gboolean ok = !relation->present || read_file(&reading, package, error);
  relation->cells = (const char **)g_ptr_array_free(reading.cells, FALSE);
  relation->lines = (guint64 *)(gpointer)g_array_free(reading.lines, FALSE);
  relation->unused = g_try_new(const char *, relation->rows);
  relation->rejected = g_try_new0(guint8, relation->rows);
  relation->left_out = g_try_new0(guint8, relation->rows);
  if (!ok)
    return NULL;
  if (relation->rows > 0 &&
      (relation->unused == NULL || relation->rejected == NULL || relation->left_out == NULL)) {
    refnet_set_out_of_memory(error);
    return NULL;
  }
  for (guint32 row = 0; row < relation->rows; row++)
    relation->unused[row] = table->unused;
  return g_steal_pointer(&relation);
}

void refnet_relation_free(RefnetRelation *relation) {
  if (relation == NULL)
    return;
  g_free(relation->columns);
  g_free(relation->cells);
  g_free(relation->lines);
  g_free(relation->unused);
  g_free(relation->rejected);
  g_free(relation->left_out);
  g_free(relation);
}

const char *refnet_relation_cell(const RefnetRelation *relation, guint32 row, guint field) {
  return relation->cells[(gsize)row * relation->table->field_count + field];
}

gboolean refnet_relation_has(const RefnetRelation *relation, guint field) {
  return relation->columns[field] >= 0;
}

void refnet_relation_fill(RefnetRelation *relation, guint32 row, guint field, const char *text) {
  relation->cells[(gsize)row * relation->table->field_count + field] = text;
}

/* ---- what becomes of the rows ---------------------------------------------------------------- */

void refnet_relation_use(RefnetRelation *relation, guint32 row) {
  if (!relation->rejected[row])
    relation->unused[row] = NULL;
}

void refnet_relation_ignore(RefnetRelation *relation, guint32 row, const char *why) {
  if (!relation->rejected[row])
    relation->unused[row] = why;
}

static void report(const RefnetRelation *relation, guint32 row, guint field, const char *kind,
                   RefnetSeverity severity, const char *fix, const char *message) {
  const RefnetDiagnostic where = {
      .kind = kind,
      .severity = severity,
      .file = relation->label,
      .line = relation->lines[row],
      .column = field != G_MAXUINT ? (guint)(relation->columns[field] + 1) : 0,
      .field = field != G_MAXUINT ? relation->table->fields[field].name : NULL,
      .contact = REFNET_NONE};
  refnet_diagnostics_add(relation->diagnostics, &where, fix, "%s", message);
}

void refnet_relation_reject(RefnetRelation *relation, guint32 row, guint field, const char *kind,
                            const char *why, const char *fix, const char *message, ...) {
  if (relation->rejected[row])
    return;
  va_list arguments;
  va_start(arguments, message);
  g_autofree char *text = g_strdup_vprintf(message, arguments);
  va_end(arguments);
  relation->rejected[row] = TRUE;
  relation->unused[row] = why;
  report(relation, row, field, kind, REFNET_SEVERITY_ERROR, fix, text);
}

void refnet_relation_warn(RefnetRelation *relation, guint32 row, guint field, const char *kind,
                          const char *fix, const char *message, ...) {
  va_list arguments;
  va_start(arguments, message);
  g_autofree char *text = g_strdup_vprintf(message, arguments);
  va_end(arguments);
  report(relation, row, field, kind, REFNET_SEVERITY_WARNING, fix, text);
}

void refnet_relation_account(const RefnetRelation *relation, const RefnetImport *import) {
  if (!relation->present)
    return;
  guint file = refnet_import_report_file(import->report, relation->label);
  refnet_import_report_rejected(import->report, file, relation->broken,
                                "they could not be read as rows of the table");
  for (guint32 row = 0; row < relation->rows; row++) {
    if (relation->unused[row] == NULL)
      refnet_import_report_used(import->report, file, 1);
    else if (relation->rejected[row])
      refnet_import_report_rejected(import->report, file, 1, relation->unused[row]);
    else
      refnet_import_report_ignored(import->report, file, 1, relation->unused[row]);
  }
}

/* ---- keys ------------------------------------------------------------------------------------ */

GHashTable *refnet_relation_index(RefnetRelation *relation, guint field) {
  GHashTable *index = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint32 row = 0; row < relation->rows; row++) {
    const char *key = refnet_relation_cell(relation, row, field);
    guint32 first = refnet_index_find(index, key);
    if (key == NULL)
      continue;
    if (first == REFNET_NO_ROW)
      g_hash_table_insert(index, (gpointer)key, GUINT_TO_POINTER(row + 1));
    else
      refnet_relation_reject(relation, row, field, "duplicate-id", "their ids are used already",
                             "give each row an id of its own",
                             "id \"%s\" is used already on line %" G_GUINT64_FORMAT, key,
                             relation->lines[first]);
  }
  return index;
}

guint32 refnet_index_find(GHashTable *index, const char *key) {
  gpointer found = key != NULL ? g_hash_table_lookup(index, key) : NULL;
  return found != NULL ? GPOINTER_TO_UINT(found) - 1 : REFNET_NO_ROW;
}
