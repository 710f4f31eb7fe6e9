/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the data has wrong, collected: every finding counted, the first hundred of a kind kept. */
#include "base/diagnostics.h"

#include <string.h>

#include "base/order.h"
#include "base/pool.h"

#define KEPT_OF_A_KIND 100

struct RefnetDiagnostics {
  GPtrArray *kept;     /* of RefnetDiagnostic */
  GHashTable *of_kind; /* kind → guint64 count */
  guint64 of_severity[REFNET_SEVERITY_ERROR + 1];
  RefnetPool *pool;
  RefnetDiagnosticFunc watch;
  gpointer watch_data;
};

static void diagnostic_free(gpointer data) {
  RefnetDiagnostic *diagnostic = data;
  g_free(diagnostic->message);
  g_free(diagnostic->fix);
  g_free(diagnostic);
}

RefnetDiagnostics *refnet_diagnostics_new(void) {
  RefnetDiagnostics *diagnostics = g_new0(RefnetDiagnostics, 1);
  diagnostics->kept = g_ptr_array_new_with_free_func(diagnostic_free);
  diagnostics->of_kind = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
  diagnostics->pool = refnet_pool_new();
  return diagnostics;
}

void refnet_diagnostics_free(RefnetDiagnostics *diagnostics) {
  if (diagnostics == NULL)
    return;
  g_ptr_array_unref(diagnostics->kept);
  g_hash_table_unref(diagnostics->of_kind);
  refnet_pool_free(diagnostics->pool);
  g_free(diagnostics);
}

/* How many of the kind there are now, this one included. */
static guint64 count_one(RefnetDiagnostics *diagnostics, const RefnetDiagnostic *where) {
  diagnostics->of_severity[where->severity]++;
  guint64 *count = g_hash_table_lookup(diagnostics->of_kind, where->kind);
  if (count == NULL) {
    count = g_new0(guint64, 1);
    g_hash_table_insert(diagnostics->of_kind, (gpointer)where->kind, count);
  }
  return ++*count;
}

void refnet_diagnostics_watch(RefnetDiagnostics *diagnostics, RefnetDiagnosticFunc watch,
                              gpointer data) {
  diagnostics->watch = watch;
  diagnostics->watch_data = data;
}

static void keep(RefnetDiagnostics *diagnostics, const RefnetDiagnostic *added) {
  RefnetDiagnostic *kept = g_new(RefnetDiagnostic, 1);
  *kept = *added;
  kept->file = refnet_pool_intern(diagnostics->pool, added->file);
  kept->field = refnet_pool_intern(diagnostics->pool, added->field);
  kept->fix = g_strdup(added->fix);
  kept->message = g_strdup(added->message);
  g_ptr_array_add(diagnostics->kept, kept);
}

void refnet_diagnostics_add(RefnetDiagnostics *diagnostics, const RefnetDiagnostic *where,
                            const char *fix, const char *message, ...) {
  g_return_if_fail(where->kind != NULL && where->severity <= REFNET_SEVERITY_ERROR);
  gboolean is_kept = count_one(diagnostics, where) <= KEPT_OF_A_KIND;
  if (!is_kept && diagnostics->watch == NULL)
    return;
  va_list arguments;
  va_start(arguments, message);
  g_autofree char *text = g_strdup_vprintf(message, arguments);
  va_end(arguments);
  RefnetDiagnostic added = *where;
  added.message = text;
  added.fix = (char *)fix;
  if (is_kept)
    keep(diagnostics, &added);
  if (diagnostics->watch != NULL)
    diagnostics->watch(&added, diagnostics->watch_data);
}

gsize refnet_diagnostics_length(const RefnetDiagnostics *diagnostics) {
  return diagnostics->kept->len;
}

const RefnetDiagnostic *refnet_diagnostics_at(const RefnetDiagnostics *diagnostics, gsize index) {
  g_return_val_if_fail(index < diagnostics->kept->len, NULL);
  return g_ptr_array_index(diagnostics->kept, index);
}

void refnet_diagnostics_renumber_contacts(RefnetDiagnostics *diagnostics, const guint32 *number) {
  for (guint i = 0; i < diagnostics->kept->len; i++) {
    RefnetDiagnostic *kept = g_ptr_array_index(diagnostics->kept, i);
    if (kept->contact != REFNET_NONE)
      kept->contact = number[kept->contact];
  }
}

guint64 refnet_diagnostics_count(const RefnetDiagnostics *diagnostics, RefnetSeverity severity) {
  g_return_val_if_fail(severity <= REFNET_SEVERITY_ERROR, 0);
  return diagnostics->of_severity[severity];
}

guint64 refnet_diagnostics_count_kind(const RefnetDiagnostics *diagnostics, const char *kind) {
  const guint64 *count = g_hash_table_lookup(diagnostics->of_kind, kind);
  return count != NULL ? *count : 0;
}

static int compare_diagnostics(gconstpointer a, gconstpointer b) {
  const RefnetDiagnostic *first = *(const RefnetDiagnostic *const *)a;
  const RefnetDiagnostic *second = *(const RefnetDiagnostic *const *)b;
  int order = refnet_order(second->severity, first->severity);
  if (order == 0)
    order = strcmp(first->kind, second->kind);
  if (order == 0)
    order = g_strcmp0(first->file, second->file);
  if (order == 0)
    order = refnet_order(first->line, second->line);
  if (order == 0)
    order = refnet_order(first->column, second->column);
  return order;
}

void refnet_diagnostics_sort(RefnetDiagnostics *diagnostics) {
  /* GLib's sort of pointer arrays keeps equal elements in order. */
  g_ptr_array_sort(diagnostics->kept, compare_diagnostics);
}

/* Columns as spreadsheets letter them: A … Z, AA … */
static char *column_letters(guint column) {
  GString *letters = g_string_new(NULL);
  for (; column > 0; column = (column - 1) / 26)
    g_string_prepend_c(letters, (char)('A' + (column - 1) % 26));
  return g_string_free(letters, FALSE);
}

static char *location_in_sheet(const RefnetDiagnostic *diagnostic) {
  if (diagnostic->line == 0)
    return g_strdup(diagnostic->file);
  if (diagnostic->column == 0)
    return g_strdup_printf("%s, row %" G_GUINT64_FORMAT, diagnostic->file, diagnostic->line);
  g_autofree char *letters = column_letters(diagnostic->column);
  return g_strdup_printf("%s, cell %s%" G_GUINT64_FORMAT, diagnostic->file, letters,
                         diagnostic->line);
}

char *refnet_diagnostic_location(const RefnetDiagnostic *diagnostic) {
  const char *file = diagnostic->file != NULL ? diagnostic->file : "dataset";
  if (diagnostic->in_sheet)
    return location_in_sheet(diagnostic);
  if (diagnostic->line == 0)
    return g_strdup(file);
  if (diagnostic->column == 0)
    return g_strdup_printf("%s:%" G_GUINT64_FORMAT, file, diagnostic->line);
  return g_strdup_printf("%s:%" G_GUINT64_FORMAT ":%u", file, diagnostic->line, diagnostic->column);
}
