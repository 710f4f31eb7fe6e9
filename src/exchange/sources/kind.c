/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a file is that somebody gives for a dataset, from its beginning and its headers. */
#include "exchange/files/archive.h"
#include "exchange/files/packed.h"
#include "exchange/files/text_file.h"
#include "exchange/flat/people.h"
#include "exchange/networks/gml_read.h"
#include "exchange/networks/link_head.h"
#include "exchange/survey/source.h"
#include "model/columns/header_row.h"
#include "model/columns/recognize.h"
#include "model/columns/words.h"

#include <stdio.h>
#include <string.h>

/* ---- tables ---------------------------------------------------------------------------------- */

/* The file of a dataset that its header makes it; REFNET_FILES: none. */
static guint best_file(char *const *headers, const char *const *columns) {
  guint best = REFNET_FILES, most = 0;
  for (guint f = 0; f < REFNET_FILES; f++) {
    guint score = refnet_header_row_sure_score(headers, (RefnetFile)f, columns);
    if (score > most) {
      most = score;
      best = f;
    }
  }
  return best;
}

/* Are half of the headers such as lists of organizations have? Else questions may follow. */
static gboolean knows_most(GStrv headers) {
  return 2 * refnet_header_row_known(headers, REFNET_FILE_ORGANIZATIONS) >= g_strv_length(headers);
}

static gboolean is_survey(const char *path, const char *const *columns) {
  return refnet_survey_file_likeness(path, columns) >= REFNET_SURVEY_LIKELY;
}

/* Two lines or more with as many cells as the first, a few short ones. */
static gboolean are_links(const char *head) {
  g_auto(GStrv) lines = g_strsplit_set(head, "\r\n", -1);
  guint cells = 0, alike = 0, other = 0;
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++) {
    g_auto(GStrv) parts = refnet_text_tokens(lines[i], ",;\t ");
    guint length = g_strv_length(parts);
    if (length == 0 || strchr("#%", *lines[i]) != NULL)
      continue;
    cells = cells == 0 ? length : cells;
    alike += length == cells && strlen(lines[i]) < 200;
    other += length != cells;
  }
  return cells >= 2 && cells <= 6 && alike >= 2 && other == 0;
}

/* Columns of yes and no, as tables for `import flat` have them. */
static gboolean has_flags(const char *head) {
  guint flags = 0, cells = 0;
  g_auto(GStrv) parts = g_strsplit_set(head, ",;\t\r\n", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    RefnetTri answer;
    cells += *parts[i] != '\0';
    flags += refnet_word_answer(parts[i], &answer) && strlen(parts[i]) > 0;
  }
  return flags >= 6 && 3 * flags > cells;
}

/* A log of one's own referrals: to whom and when, but not who refers. */
static gboolean lacks_an_end(const char *head, const char *const *columns) {
  g_auto(RefnetLinkHead) found = refnet_link_head_look(head, columns);
  return found.lone_end != NULL;
}

static GStrv headers_of(const GPtrArray *rows, guint row) {
  char **cells = g_ptr_array_index(rows, row);
  return refnet_header_row((const char *const *)cells, g_strv_length(cells));
}

/* The first row; below titles, the first that is a header of referrals or organizations. */
static GStrv find_header(const GPtrArray *rows, const char *const *columns, guint *top) {
  for (*top = 0; *top < rows->len; ++*top) {
    g_auto(GStrv) headers = headers_of(rows, *top);
    if (refnet_header_row_names_ends(headers, REFNET_ENDS_ANY) ||
        best_file(headers, columns) == REFNET_FILE_ORGANIZATIONS)
      return g_steal_pointer(&headers);
  }
  *top = 0;
  return rows->len > 0 ? headers_of(rows, 0) : refnet_header_row(NULL, 0);
}

/* As `import flat` tells it; `top` is the header among the rows. */
static gboolean are_people(const GPtrArray *rows, guint top) {
  char **header = top < rows->len ? g_ptr_array_index(rows, top) : NULL;
  const guint width = header != NULL ? g_strv_length(header) : 0;
  g_autofree const char **cells = g_new(const char *, (gsize)width * rows->len + 1);
  RefnetGrid grid = {.rows = rows->len - MIN(top, rows->len), .width = width, .cells = cells};
  RefnetFlatPeople people;
  for (guint r = 0; r < grid.rows; r++) {
    char **row = g_ptr_array_index(rows, top + r);
    for (guint c = 0, length = g_strv_length(row); c < width; c++)
      cells[(gsize)r * width + c] = c < length ? row[c] : "";
  }
  return refnet_flat_people_find(&people, &grid) && people.organization != G_MAXUINT;
}

static RefnetSourceKind kind_of_table(const char *path, const char *head,
                                      const char *const *columns) {
  g_autoptr(GPtrArray) rows = refnet_text_file_head_rows(head, REFNET_HEADER_WITHIN);
  guint top;
  g_auto(GStrv) headers = find_header(rows, columns, &top);
  if (refnet_header_row_names_ends(headers, REFNET_ENDS_ANY))
    return REFNET_SOURCE_REFERRALS;
  guint file = best_file(headers, columns);
  gboolean people = are_people(rows, top);
  if (file == REFNET_FILE_ORGANIZATIONS && !people && knows_most(headers))
    return REFNET_SOURCE_ORGANIZATIONS;
  const RefnetSurveyLikeness survey = refnet_survey_file_likeness(path, columns);
  if (file == REFNET_FILE_ORGANIZATIONS && !people && survey < REFNET_SURVEY_LIKELY)
    return REFNET_SOURCE_ORGANIZATIONS;
  if (survey >= REFNET_SURVEY_LIKELY)
    return REFNET_SOURCE_SURVEY;
  if (people)
    return REFNET_SOURCE_PEOPLE;
  if (file < REFNET_FILES)
    return REFNET_SOURCE_TABLE;
  if (refnet_header_row_has(headers, REFNET_FILE_ORGANIZATIONS, REFNET_ORGANIZATION_NAME))
    return has_flags(head) ? REFNET_SOURCE_FLAT : REFNET_SOURCE_ORGANIZATIONS;
  if (are_links(head) || lacks_an_end(head, columns))
    return REFNET_SOURCE_LINKS;
  return survey != REFNET_SURVEY_NONE ? REFNET_SOURCE_SURVEY : REFNET_SOURCE_UNKNOWN;
}

/* ---- archives -------------------------------------------------------------------------------- */

static RefnetSourceKind kind_of_zip(const char *path) {
  static const char *const tables[] = {"organizations.csv", "organization.csv", NULL};
  g_autoptr(RefnetArchive) archive = refnet_archive_open(path, NULL);
  RefnetSourceKind kind = REFNET_SOURCE_UNKNOWN;
  const char *name;
  while (archive != NULL && (name = refnet_archive_next(archive, NULL)) != NULL) {
    g_autofree char *base = g_path_get_basename(name);
    g_autofree char *lower = g_ascii_strdown(base, -1);
    if (g_str_equal(name, "xl/workbook.xml"))
      return REFNET_SOURCE_WORKBOOK;
    if (g_str_equal(name, "content.xml"))
      kind = REFNET_SOURCE_OTHER_SPREADSHEET;
    if (g_strv_contains(tables, lower))
      kind = REFNET_SOURCE_DIRECTORY;
  }
  return kind;
}

/* ---- all ------------------------------------------------------------------------------------- */

static RefnetSourceKind kind_of_markup(const char *head) {
  static const struct {
    const char *tag;
    RefnetSourceKind kind;
  } tags[] = {{"<graphml", REFNET_SOURCE_GRAPHML},
              {"<gexf", REFNET_SOURCE_GEXF},
              {"<workbook", REFNET_SOURCE_OTHER_SPREADSHEET},
              {"<html", REFNET_SOURCE_WEB_PAGE},
              {"<!doctype html", REFNET_SOURCE_WEB_PAGE},
              {"<table", REFNET_SOURCE_WEB_PAGE},
              {"%pdf-", REFNET_SOURCE_DOCUMENT}};
  g_autofree char *lower = g_ascii_strdown(head, -1);
  for (gsize i = 0; i < G_N_ELEMENTS(tags); i++)
    if (strstr(lower, tags[i].tag) != NULL)
      return tags[i].kind;
  return REFNET_SOURCE_UNKNOWN;
}

/* XML and PDF are refused where tables are read, so their beginning is looked at by itself. */
static RefnetSourceKind kind_of_refused(const char *path) {
  char head[4096] = "";
  FILE *file = refnet_packed_is(path) ? NULL : fopen(path, "rbe");
  g_autoptr(RefnetPacked) packed = file == NULL ? refnet_packed_open(path, "", NULL) : NULL;
  if (file != NULL) {
    fread(head, 1, sizeof head - 1, file);
    fclose(file);
  } else if (packed != NULL) {
    refnet_packed_read(packed, head, sizeof head - 1, NULL);
  }
  return kind_of_markup(head);
}

static RefnetSourceKind kind_of_text(const char *path, const char *head,
                                     const char *const *columns) {
  g_autofree char *line = refnet_text_file_first_line(head);
  if (*line == '<')
    return kind_of_refused(path);
  if (refnet_gml_begins(line))
    return REFNET_SOURCE_GML;
  if (*line == '{' || g_str_has_prefix(line, "[{") || g_str_equal(line, "["))
    return REFNET_SOURCE_JSON;
  if (strchr("[!", *line) != NULL || g_str_has_prefix(head, "# "))
    return REFNET_SOURCE_UNKNOWN;
  gboolean is_network = g_ascii_strncasecmp(line, "*vertices", 9) == 0 ||
                        g_ascii_strncasecmp(line, "*network", 8) == 0 ||
                        g_ascii_strncasecmp(line, "dl ", 3) == 0;
  if (is_network || refnet_packed_is(path))
    return REFNET_SOURCE_LINKS;
  return kind_of_table(path, head, columns);
}

static gboolean has_file(const char *folder, const char *name) {
  g_autofree char *path = g_build_filename(folder, name, NULL);
  return g_file_test(path, G_FILE_TEST_EXISTS);
}

/* Directories have tables beside that of the organizations that no dataset has, and so have the
 * systems that record who was housed. */
static RefnetSourceKind kind_of_folder(const char *path) {
  static const char *const others[] = {
      "locations.csv",           "location.csv",           "services_at_location.csv",
      "service_at_location.csv", "physical_addresses.csv", "datapackage.json"};
  for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
    if (has_file(path, others[i]))
      return REFNET_SOURCE_DIRECTORY;
  return has_file(path, "Organization.csv") && has_file(path, "Project.csv") &&
                 !has_file(path, "organizations.csv")
             ? REFNET_SOURCE_HMIS
             : REFNET_SOURCE_UNKNOWN;
}

RefnetSourceKind refnet_source_kind(const char *path, const char *const *columns) {
  if (g_file_test(path, G_FILE_TEST_IS_DIR))
    return kind_of_folder(path);
  if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
    return REFNET_SOURCE_UNKNOWN;
  if (refnet_workbook_is_one(path)) {
    RefnetSourceKind kind = kind_of_zip(path);
    return kind == REFNET_SOURCE_WORKBOOK && is_survey(path, columns) ? REFNET_SOURCE_SURVEY : kind;
  }
  g_autofree char *bytes = refnet_text_file_head(path);
  g_autofree char *head = g_utf8_make_valid(bytes, -1);
  if (*head == '\0')
    return kind_of_refused(path);
  return strchr(bytes, '\1') != NULL ? REFNET_SOURCE_UNKNOWN : kind_of_text(path, head, columns);
}
