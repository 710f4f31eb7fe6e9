/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network as text, told apart by its beginning: GML, Pajek, UCINET, a folder of tables, or a
 * list of links. */
#include "exchange/networks/network_text.h"

#include "exchange/files/text_file.h"
#include "exchange/networks/gml_read.h"

#include <string.h>

/* The table of a folder that has one of the names, whatever their letters; NULL: none. */
static char *find_table(const char *folder, const char *const *wanted) {
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  const char *name;
  char *found = NULL;
  while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
    for (gsize i = 0; wanted[i] != NULL; i++)
      if (g_ascii_strcasecmp(name, wanted[i]) == 0 &&
          (found == NULL || strcmp(name, strrchr(found, G_DIR_SEPARATOR) + 1) < 0)) {
        g_free(found);
        found = g_build_filename(folder, name, NULL);
      }
  return found;
}

static gboolean read_folder(const RefnetImport *import, const RefnetEdgeListOptions *options,
                            GError **error) {
  static const char *const nodes[] = {"nodes.csv", "elements.csv", "vertices.csv", NULL};
  static const char *const edges[] = {"edges.csv", "connections.csv", "links.csv", NULL};
  g_autofree char *links = find_table(import->source, edges);
  g_autofree char *names = find_table(import->source, nodes);
  if (links == NULL) {
    g_set_error_literal(
        error, REFNET_ERROR, REFNET_ERROR_INPUT,
        "the folder has neither edges.csv nor connections.csv; give the file with the "
        "links itself");
    return FALSE;
  }
  const char *given = options->organizations != NULL ? options->organizations : names;
  g_autoptr(RefnetRoster) roster = given != NULL ? refnet_roster_new(import, given, error) : NULL;
  return (given == NULL || roster != NULL) &&
         refnet_edge_list_read(import, links, options->fields, roster, error);
}

static gboolean is_ucinet(const char *line) {
  return g_ascii_strncasecmp(line, "dl", 2) == 0 && (line[2] == '\0' || line[2] == ' ');
}

/* The names of such networks are their own; of lists of links they may be mended. */
static gboolean refuse_names(const RefnetEdgeListOptions *options, const char *path,
                             GError **error) {
  if (options->organizations == NULL)
    return TRUE;
  g_autofree char *name = g_filename_display_basename(path);
  g_autofree char *shown = refnet_text_display(name, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "--organizations mends the names of a list of links, and \"%s\" is a network with "
              "names of its own; leave it out, and mend them in the new dataset",
              shown);
  return FALSE;
}

gboolean refnet_import_edge_list(const RefnetImport *import, const RefnetEdgeListOptions *options,
                                 GError **error) {
  if (g_file_test(import->source, G_FILE_TEST_IS_DIR))
    return read_folder(import, options, error);
  g_autofree char *head = refnet_text_file_head(import->source);
  g_autofree char *line = refnet_text_file_first_line(head);
  if (refnet_gml_begins(line))
    return refuse_names(options, import->source, error) && refnet_import_graph(import, error);
  if (*line == '*')
    return refuse_names(options, import->source, error) &&
           refnet_pajek_read(import, import->source, options->matrix, error);
  if (is_ucinet(line))
    return refuse_names(options, import->source, error) &&
           refnet_ucinet_read(import, import->source, options->matrix, error);
  g_autoptr(RefnetRoster) roster = options->organizations != NULL
                                       ? refnet_roster_new(import, options->organizations, error)
                                       : NULL;
  return (options->organizations == NULL || roster != NULL) &&
         refnet_edge_list_read(import, import->source, options->fields, roster, error);
}
