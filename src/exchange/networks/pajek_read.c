/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pajek networks, line by line. Partitions and vectors of a project are left out. */
#include "exchange/networks/network_text.h"
#include "exchange/files/text_file.h"
#include "exchange/networks/tie_writer.h"
#include "exchange/networks/vertex_names.h"

#include <string.h>

typedef enum { NOTHING, VERTICES, ARCS, EDGES, ARCS_LISTS, EDGES_LISTS, MATRIX, LEFT_OUT } Section;

typedef struct {
  const RefnetImport *import;
  const char *label;
  guint file;
  Section section;
  guint networks;       /* begun so far */
  GPtrArray *names;     /* by number − 1; NULL: not yet named */
  gboolean complete;    /* the names are */
  guint row;            /* of the matrix */
  const char *wanted;   /* the folded label of the relation to be read; NULL: all */
  GPtrArray *relations; /* the labels that were met, each once */
  gboolean passes_over; /* the section is of another relation than the wanted one */
  RefnetTieWriter *writer;
} Pajek;

/* `column` counts the words of the line from 1. */
static void reject(Pajek *pajek, guint64 line, guint column, const char *why, const char *fix) {
  RefnetDiagnostic where = {.kind = "bad-line",
                            .severity = REFNET_SEVERITY_ERROR,
                            .file = pajek->label,
                            .line = line,
                            .column = column,
                            .contact = REFNET_NONE};
  refnet_diagnostics_add(refnet_import_report_diagnostics(pajek->import->report), &where, fix, "%s",
                         why);
  refnet_import_report_rejected(pajek->import->report, pajek->file, 1, why);
}

/* A number from 1 to that of the vertices. */
static gboolean read_number(const Pajek *pajek, const char *text, guint64 *number) {
  return pajek->names->len > 0 &&
         g_ascii_string_to_unsigned(text, 10, 1, pajek->names->len, number, NULL);
}

/* The vertex of a number from 1; NULL: there is none. */
static const char *vertex(const Pajek *pajek, const char *text) {
  guint64 number;
  if (!read_number(pajek, text, &number))
    return NULL;
  return g_ptr_array_index(pajek->names, number - 1);
}

/* ---- sections -------------------------------------------------------------------------------- */

static gboolean begin_vertices(Pajek *pajek, char **words, GError **error) {
  guint64 count = 0;
  if (words[1] == NULL ||
      !g_ascii_string_to_unsigned(words[1], 10, 0, REFNET_VERTICES_MOST, &count, NULL)) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
                "%s: *Vertices must be followed by how many there are, at most %u", pajek->label,
                REFNET_VERTICES_MOST);
    return FALSE;
  }
  if (pajek->networks++ > 0) {
    pajek->section = LEFT_OUT;
    return TRUE;
  }
  g_ptr_array_set_size(pajek->names, (gint)count);
  pajek->section = VERTICES;
  if (words[2] != NULL)
    refnet_import_report_say(pajek->import->report,
                             g_strdup("The network has vertices of two kinds; all became "
                                      "organisations."));
  return TRUE;
}

/* "*Arcs :2 "case coordination"": links of the second of several relations. NULL: no label. */
static const char *label_of(char **words) {
  if (words[0] == NULL || words[1] == NULL || *words[1] != ':')
    return NULL;
  return words[2] != NULL ? words[2] : words[1] + 1;
}

static void note_relation(Pajek *pajek, char **words) {
  const char *label = label_of(words);
  pajek->passes_over = FALSE;
  if (label == NULL)
    return;
  if (!g_ptr_array_find_with_equal_func(pajek->relations, label, g_str_equal, NULL))
    g_ptr_array_add(pajek->relations, g_strdup(label));
  g_autofree char *name = refnet_text_fold(label);
  pajek->passes_over = pajek->wanted != NULL && strcmp(name, pajek->wanted) != 0;
}

static gboolean begin_section(Pajek *pajek, const char *line, GError **error) {
  static const struct {
    const char *name;
    Section section;
  } sections[] = {{"*arcs", ARCS},
                  {"*edges", EDGES},
                  {"*arcslist", ARCS_LISTS},
                  {"*edgeslist", EDGES_LISTS},
                  {"*matrix", MATRIX}};
  g_auto(GStrv) words = refnet_text_tokens(line, " \t");
  g_autofree char *name = g_ascii_strdown(words[0], -1);
  if (g_str_equal(name, "*vertices")) /* of what is left out, it says nothing */
    return pajek->section == LEFT_OUT || begin_vertices(pajek, words, error);
  gboolean first = pajek->networks <= 1 && !g_str_equal(name, "*network");
  Section was = pajek->section;
  note_relation(pajek, words);
  pajek->section = g_str_equal(name, "*network") ? NOTHING : LEFT_OUT;
  for (gsize i = 0; i < G_N_ELEMENTS(sections); i++)
    if (g_str_equal(name, sections[i].name) && first && was != LEFT_OUT)
      pajek->section = sections[i].section;
  pajek->row = 0;
  if (pajek->section != LEFT_OUT && !pajek->complete && pajek->names->len > 0 &&
      pajek->section != NOTHING) {
    refnet_vertex_names_complete(pajek->names);
    pajek->complete = TRUE;
  }
  return TRUE;
}

/* ---- lines ----------------------------------------------------------------------------------- */

static void take_vertex(Pajek *pajek, char **words, guint64 line) {
  guint64 number;
  if (!read_number(pajek, words[0], &number)) {
    reject(pajek, line, 1, "the vertex's number is not from 1 to the number of vertices",
           "look at the number after *Vertices");
    return;
  }
  if (g_ptr_array_index(pajek->names, number - 1) != NULL) {
    reject(pajek, line, 1, "the vertex has a line above", "give each vertex a number of its own");
    return;
  }
  g_ptr_array_index(pajek->names, number - 1) =
      words[1] != NULL ? refnet_text_clean(words[1]) : NULL;
  refnet_import_report_used(pajek->import->report, pajek->file, 1);
}

/* FALSE: a vertex is not there, or the value is no count. */
static gboolean put_link(Pajek *pajek, const char *from, const char *to, const char *value,
                         gboolean both_ways) {
  RefnetTie tie = {.both_ways = both_ways};
  tie.cells[REFNET_REFERRAL_FROM] = vertex(pajek, from);
  tie.cells[REFNET_REFERRAL_TO] = vertex(pajek, to);
  tie.cells[REFNET_REFERRAL_COUNT] = value;
  return tie.cells[REFNET_REFERRAL_FROM] != NULL && tie.cells[REFNET_REFERRAL_TO] != NULL &&
         refnet_tie_writer_add(pajek->writer, &tie) != REFNET_TIE_BAD_COUNT;
}

/* Of a line that is rejected no link is taken. */
static void take_list(Pajek *pajek, char **words, guint64 line) {
  guint wrong = words[1] == NULL ? 2 : 0;
  for (guint i = 0; words[i] != NULL && wrong == 0; i++)
    wrong = vertex(pajek, words[i]) == NULL ? i + 1 : 0;
  if (wrong > 0) {
    reject(pajek, line, wrong, "a vertex of the line is not among the vertices",
           "look at the number after *Vertices");
    return;
  }
  for (guint i = 1; words[i] != NULL; i++)
    put_link(pajek, words[0], words[i], NULL, pajek->section == EDGES_LISTS);
  refnet_import_report_used(pajek->import->report, pajek->file, 1);
}

/* The word that keeps a line from being a link. */
static guint wrong_word(const Pajek *pajek, char **words) {
  if (vertex(pajek, words[0]) == NULL)
    return 1;
  return words[1] == NULL || vertex(pajek, words[1]) == NULL ? 2 : 3;
}

static void take_link(Pajek *pajek, char **words, guint64 line) {
  double value;
  gboolean valued = words[1] != NULL && words[2] != NULL && refnet_number_parse(words[2], &value);
  if (words[1] == NULL ||
      !put_link(pajek, words[0], words[1], valued ? words[2] : NULL, pajek->section == EDGES))
    reject(pajek, line, wrong_word(pajek, words),
           "the line doesn't name two of the vertices, with a value from 0 on where there is one",
           "write two numbers of vertices");
  else
    refnet_import_report_used(pajek->import->report, pajek->file, 1);
}

/* The word that keeps a line from being a row of the matrix; 0: none does. */
static guint wrong_value(const Pajek *pajek, char **words) {
  guint length = g_strv_length(words);
  double value;
  if (pajek->row >= pajek->names->len || length != pajek->names->len)
    return MIN(length, pajek->names->len) + 1;
  for (guint i = 0; i < length; i++)
    if (!refnet_number_parse(words[i], &value) || !(value >= 0 && value < (double)G_MAXUINT32))
      return i + 1;
  return 0;
}

/* Of a row that is rejected no link is taken. */
static void take_matrix_row(Pajek *pajek, char **words, guint64 line) {
  guint wrong = wrong_value(pajek, words);
  g_autofree char *from = g_strdup_printf("%u", ++pajek->row);
  for (guint i = 0; wrong == 0 && words[i] != NULL; i++) {
    g_autofree char *to = g_strdup_printf("%u", i + 1);
    double value;
    if (refnet_number_parse(words[i], &value) && value > 0)
      put_link(pajek, from, to, words[i], FALSE);
  }
  if (wrong == 0)
    refnet_import_report_used(pajek->import->report, pajek->file, 1);
  else
    reject(pajek, line, wrong, "the row of the matrix has not a value from 0 on for each vertex",
           "write as many values as there are vertices");
}

static gboolean take_line(Pajek *pajek, const char *line, guint64 number, GError **error) {
  if (*line == '\0')
    return TRUE;
  if (*line == '*')
    return begin_section(pajek, line, error);
  g_auto(GStrv) words = refnet_text_tokens(line, " \t");
  RefnetImportReport *report = pajek->import->report;
  if (*line == '%' || *line == '/' || words[0] == NULL) {
    refnet_import_report_ignored(report, pajek->file, 1, "a comment");
    return TRUE;
  }
  if (pajek->passes_over) {
    refnet_import_report_ignored(report, pajek->file, 1, "it is of another relation");
    return TRUE;
  }
  switch (pajek->section) {
  case VERTICES:
    take_vertex(pajek, words, number);
    break;
  case ARCS:
  case EDGES:
    take_link(pajek, words, number);
    break;
  case ARCS_LISTS:
  case EDGES_LISTS:
    take_list(pajek, words, number);
    break;
  case MATRIX:
    take_matrix_row(pajek, words, number);
    break;
  case NOTHING:
  case LEFT_OUT:
    refnet_import_report_ignored(report, pajek->file, 1,
                                 "it belongs to no network, or to a second one");
    break;
  }
  return TRUE;
}

/* ---- the file -------------------------------------------------------------------------------- */

static char *list_relations(const GPtrArray *relations) {
  GString *list = g_string_new(NULL);
  for (guint i = 0; i < relations->len; i++) {
    g_autofree char *shown = refnet_text_display(g_ptr_array_index(relations, i), 40);
    g_string_append_printf(list, "%s\"%s\"", i > 0 ? ", " : "", shown);
  }
  return g_string_free(list, FALSE);
}

/* The labels of all relations, each once. NULL: the file cannot be read. */
static GPtrArray *look_for_relations(const char *path, const char *label, GError **error) {
  g_autoptr(RefnetTextFile) file = refnet_text_file_open(path, label, error);
  g_autoptr(GPtrArray) relations = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GError) failure = NULL;
  const char *line;
  guint64 number;
  if (file == NULL)
    return NULL;
  while ((line = refnet_text_file_line(file, &number, &failure)) != NULL) {
    g_auto(GStrv) words = *line == '*' ? refnet_text_tokens(line, " \t") : NULL;
    const char *relation = words != NULL ? label_of(words) : NULL;
    if (relation != NULL &&
        !g_ptr_array_find_with_equal_func(relations, relation, g_str_equal, NULL))
      g_ptr_array_add(relations, g_strdup(relation));
  }
  if (failure == NULL)
    return g_steal_pointer(&relations);
  g_propagate_error(error, g_steal_pointer(&failure));
  return NULL;
}

/* The fold of the relation that is called `wanted`, else of the only one that has it in its label.
 * NULL: none has, or several. Caller frees. */
static char *choose_relation(const char *path, const char *label, const char *wanted,
                             GError **error) {
  g_autoptr(GPtrArray) relations = look_for_relations(path, label, error);
  g_autoptr(GPtrArray) like = g_ptr_array_new();
  g_autofree char *fold = refnet_text_fold(wanted);
  for (guint i = 0; relations != NULL && i < relations->len; i++) {
    g_autofree char *name = refnet_text_fold(g_ptr_array_index(relations, i));
    if (strcmp(name, fold) == 0)
      return g_steal_pointer(&fold);
    if (strstr(name, fold) != NULL)
      g_ptr_array_add(like, g_ptr_array_index(relations, i));
  }
  if (relations == NULL || like->len == 1)
    return relations != NULL ? refnet_text_fold(g_ptr_array_index(like, 0)) : NULL;
  g_autofree char *list = list_relations(like->len > 0 ? like : relations);
  if (like->len > 0)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "%s has several relations with what is given with --question in their names: %s",
                label, list);
  else
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "%s has no relation with the name given with --question; it has %s", label,
                *list != '\0' ? list : "none with a name");
  return NULL;
}

static void say_relations(const Pajek *pajek) {
  g_autofree char *list = list_relations(pajek->relations);
  if (pajek->wanted == NULL && pajek->relations->len > 1)
    refnet_import_report_say(pajek->import->report,
                             g_strdup_printf("The file has %u relations, and all were read as one: "
                                             "%s. Choose one by its label with --question.",
                                             pajek->relations->len, list));
}

static gboolean read_lines(Pajek *pajek, RefnetTextFile *file, GError **error) {
  g_autoptr(GError) failure = NULL;
  const char *line;
  guint64 number;
  while ((line = refnet_text_file_line(file, &number, &failure)) != NULL)
    if (!take_line(pajek, line, number, error))
      return FALSE;
  if (failure != NULL) {
    g_propagate_error(error, g_steal_pointer(&failure));
    return FALSE;
  }
  if (!pajek->complete)
    refnet_vertex_names_complete(pajek->names);
  if (pajek->names->len > 0)
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s has no *Vertices, which a network of Pajek begins with", pajek->label);
  return FALSE;
}

gboolean refnet_pajek_read(const RefnetImport *import, const char *path, const char *relation,
                           GError **error) {
  g_autofree char *name = g_path_get_basename(path), *label = g_utf8_make_valid(name, -1);
  g_autofree char *wanted = relation != NULL ? choose_relation(path, label, relation, error) : NULL;
  if (relation != NULL && wanted == NULL)
    return FALSE;
  g_autoptr(RefnetTextFile) file = refnet_text_file_open(path, label, error);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GPtrArray) relations = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(RefnetTieWriter) writer =
      file != NULL ? refnet_tie_writer_open(import, 1u << REFNET_REFERRAL_COUNT, error) : NULL;
  if (writer == NULL)
    return FALSE;
  Pajek pajek = {.import = import,
                 .label = label,
                 .file = refnet_import_report_file(import->report, label),
                 .names = names,
                 .wanted = wanted,
                 .relations = relations,
                 .writer = writer};
  if (!read_lines(&pajek, file, error))
    return FALSE;
  say_relations(&pajek);
  return refnet_tie_writer_close(writer, error) && refnet_vertex_names_write(names, import, error);
}
