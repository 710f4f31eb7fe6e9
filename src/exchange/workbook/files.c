/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Single files as a dataset, workbooks among them. */
#include "exchange/workbook/tables.h"

static const char *path_of(const RefnetFiles *files, RefnetFile file) {
  const char *const paths[REFNET_FILES] = {
      [REFNET_FILE_ORGANIZATIONS] = files->organizations,
      [REFNET_FILE_SERVICES] = files->services,
      [REFNET_FILE_REFERRALS] = files->referrals,
      [REFNET_FILE_CONTACTS] = files->contacts,
      [REFNET_FILE_NEEDS] = files->needs,
      [REFNET_FILE_AREAS] = files->areas,
      [REFNET_FILE_RESPONDENTS] = files->respondents,
      [REFNET_FILE_NOMINATIONS] = files->nominations,
      [REFNET_FILE_MEETINGS] = files->meetings,
      [REFNET_FILE_CATEGORIES] = files->categories,
  };
  return paths[file];
}

typedef struct {
  RefnetSheetTable tables[REFNET_FILES];
  gsize length;
  GPtrArray *workbooks; /* RefnetWorkbook * */
  GPtrArray *names;     /* theirs */
  RefnetDiagnostics *diagnostics;
} Tables;

static gboolean add_sheet(Tables *tables, RefnetFile file, const char *path,
                          const RefnetLoadOptions *options, GError **error) {
  RefnetWorkbook *workbook = refnet_workbook_open(path, error);
  if (workbook == NULL)
    return FALSE;
  g_ptr_array_add(tables->workbooks, workbook);
  char *name = g_filename_display_basename(path);
  g_ptr_array_add(tables->names, name);
  RefnetWorkbookSheet *sheet = refnet_workbook_sheet_for(
      workbook, file, NULL, options != NULL ? options->columns : NULL, error);
  if (sheet == NULL)
    return FALSE;
  refnet_workbook_report(sheet, 0, tables->diagnostics);
  tables->tables[tables->length++] = (RefnetSheetTable){.file = refnet_file_fields(file)->file,
                                                        .label = sheet->label,
                                                        .workbook = name,
                                                        .grid = sheet->grid};
  return TRUE;
}

static gboolean is_made(const RefnetFiles *files, const char *path) {
  return files->made_in != NULL && g_str_has_prefix(path, files->made_in);
}

static gboolean add_all(Tables *tables, const RefnetFiles *files, const RefnetLoadOptions *options,
                        GError **error) {
  for (guint f = 0; f < REFNET_FILES; f++) {
    const char *path = path_of(files, (RefnetFile)f);
    if (path == NULL)
      continue;
    if (!refnet_workbook_is_one(path))
      tables->tables[tables->length++] =
          (RefnetSheetTable){.file = refnet_file_fields((RefnetFile)f)->file,
                             .path = path,
                             .label = is_made(files, path) ? files->made_from : NULL};
    else if (!add_sheet(tables, (RefnetFile)f, path, options, error))
      return FALSE;
  }
  return TRUE;
}

RefnetDataset *refnet_workbook_load_files(const RefnetFiles *files,
                                          const RefnetLoadOptions *options, GError **error) {
  g_autoptr(GPtrArray) workbooks =
      g_ptr_array_new_with_free_func((GDestroyNotify)refnet_workbook_free);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  Tables tables = {.workbooks = workbooks, .names = names, .diagnostics = refnet_diagnostics_new()};
  gboolean ok = add_all(&tables, files, options, error);
  if (ok && workbooks->len > 0) {
    const char *path = files->organizations != NULL ? files->organizations : files->referrals;
    return refnet_dataset_load_sheets(path != NULL ? path : "", tables.tables, tables.length,
                                      tables.diagnostics, options, error);
  }
  refnet_diagnostics_free(tables.diagnostics);
  return ok ? refnet_dataset_load_files(files, options, error) : NULL;
}
