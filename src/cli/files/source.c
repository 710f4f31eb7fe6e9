/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/files/source.h"

#include "base/shell_word.h"
#include "cli/terminal/tell.h"

static char *network_advice(const char *format, const char *name, const char *path) {
  return g_strdup_printf("is a network in %s; make a dataset of it with refnet import %s %s -o DIR",
                         format, name, path);
}

/* What to do with a file that is no dataset; NULL: nothing is known to do. `path` is fit to be
 * shown, and typed. */
static char *advice(RefnetSourceKind kind, const char *path) {
  switch (kind) {
  case REFNET_SOURCE_TABLE:
    return g_strdup_printf(
        "is one table of a dataset, but neither organisations nor referrals; give it beside these, "
        "by the option of what it holds (--contacts, --services, --categories, --needs …): "
        "--organizations FILE --contacts %s, say",
        path);
  case REFNET_SOURCE_PEOPLE:
    return g_strdup_printf(
        "is a list of people; give it beside a list of organisations, --organizations FILE "
        "--contacts %s, or, where there is none, make a dataset of it with refnet import flat %s "
        "-o DIR",
        path, path);
  case REFNET_SOURCE_OTHER_SPREADSHEET:
    return g_strdup("is a spreadsheet of another program; open it there and save it as an Excel "
                    "workbook (.xlsx) or as CSV");
  case REFNET_SOURCE_WEB_PAGE:
    return g_strdup("is a web page, whatever its name says; open it in a spreadsheet program and "
                    "save it as an Excel workbook (.xlsx) or as CSV");
  case REFNET_SOURCE_DOCUMENT:
    return g_strdup("is a PDF; ask for the table it was made from, as CSV or as an Excel workbook");
  case REFNET_SOURCE_JSON:
    return g_strdup("is JSON; export it as CSV or as an Excel workbook");
  case REFNET_SOURCE_DIRECTORY:
    return g_strdup_printf(
        "looks like a directory of Open Referral (HSDS); make a dataset of it with "
        "refnet import hsds %s -o DIR",
        path);
  case REFNET_SOURCE_LINKS:
    return g_strdup_printf(
        "looks like a list of links or a network; make a dataset of it with refnet "
        "import edgelist %s -o DIR",
        path);
  case REFNET_SOURCE_FLAT:
    return g_strdup_printf(
        "looks like a table with a column for each service; make a dataset of it with "
        "refnet import flat %s -o DIR",
        path);
  case REFNET_SOURCE_HMIS:
    return g_strdup_printf("has the tables of an HMIS; make a dataset of them with refnet import "
                           "flat %s -o DIR",
                           path);
  case REFNET_SOURCE_GRAPHML:
    return network_advice("GraphML", "graphml", path);
  case REFNET_SOURCE_GEXF:
    return network_advice("GEXF", "gexf", path);
  case REFNET_SOURCE_GML:
    return network_advice("GML", "gml", path);
  default:
    return NULL;
  }
}

/* The same with the file's name before it. */
static char *describe_other(RefnetSourceKind kind, const char *path) {
  g_autofree char *name = g_filename_display_name(path);
  g_autofree char *shown = refnet_text_display(name, 0);
  g_autofree char *word = refnet_shell_word(shown);
  g_autofree char *what = advice(kind, word);
  return what ? g_strdup_printf("\"%s\" %s", shown, what) : NULL;
}

RefnetDataset *refnet_cli_source_load(const char *path, const RefnetLoadOptions *load,
                                      GError **error) {
  RefnetSourceKind kind = refnet_source_kind(path, load->columns);
  if (!g_file_test(path, G_FILE_TEST_EXISTS) ||
      (g_file_test(path, G_FILE_TEST_IS_DIR) && kind != REFNET_SOURCE_HMIS))
    return refnet_dataset_load(path, load, error);
  RefnetFiles files = {NULL};
  switch (kind) {
  case REFNET_SOURCE_WORKBOOK:
    return refnet_workbook_load(path, load, error);
  case REFNET_SOURCE_ORGANIZATIONS:
    files.organizations = path;
    return refnet_dataset_load_files(&files, load, error);
  case REFNET_SOURCE_REFERRALS:
    files.referrals = path;
    return refnet_dataset_load_files(&files, load, error);
  default:
    break;
  }
  /* A damaged workbook can say best itself what it has. */
  if (kind == REFNET_SOURCE_UNKNOWN && refnet_workbook_is_one(path))
    return refnet_workbook_load(path, load, error);
  g_autofree char *message = describe_other(kind, path);
  if (message == NULL)
    return refnet_dataset_load(path, load, error);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "%s", message);
  return NULL;
}

/* What `path`, given for a table, is instead; NULL: nothing else that is known. */
static char *describe_mistaken(const char *path, const RefnetLoadOptions *load) {
  if (path == NULL || !g_file_test(path, G_FILE_TEST_IS_REGULAR))
    return NULL;
  RefnetSourceKind kind = refnet_source_kind(path, load->columns);
  return kind == REFNET_SOURCE_TABLE ? NULL : describe_other(kind, path);
}

RefnetDataset *refnet_cli_source_load_files(const RefnetFiles *files, const RefnetLoadOptions *load,
                                            GError **error) {
  GError *failure = NULL;
  RefnetDataset *dataset = refnet_workbook_load_files(files, load, &failure);
  if (dataset)
    return dataset;
  g_autofree char *message = NULL;
  if (g_error_matches(failure, REFNET_ERROR, REFNET_ERROR_INPUT))
    message = describe_mistaken(files->referrals, load);
  if (message) {
    g_free(failure->message);
    failure->message = g_steal_pointer(&message);
  }
  g_propagate_error(error, failure);
  return NULL;
}

void refnet_cli_source_tell(const char *path, const RefnetLoadOptions *load) {
  RefnetSourceKind kind = refnet_source_kind(path, load->columns);
  g_autofree char *name = g_filename_display_name(path), *word = refnet_shell_word(name);
  if (kind == REFNET_SOURCE_ORGANIZATIONS)
    refnet_cli_tell(
        g_strdup_printf("%s is one file, and was read as organisations without referrals; "
                        "give these beside it: --organizations %s --referrals FILE",
                        name, word));
  else if (kind == REFNET_SOURCE_REFERRALS)
    refnet_cli_tell(
        g_strdup_printf("%s is one file, and was read as referrals; the organisations are "
                        "those named in it",
                        name));
  else if (kind == REFNET_SOURCE_DIRECTORY && g_file_test(path, G_FILE_TEST_IS_DIR))
    refnet_cli_tell(
        g_strdup_printf("%s looks like a directory of Open Referral (HSDS); refnet import "
                        "hsds %s -o DIR reads more of it",
                        name, word));
}
