/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps of what-if as people write them: options, and rows of a file. */
#include "cli/commands/scenario.h"

#include "base/gravest.h"

#include <string.h>

/* What a step needs to be told. */
enum { TAKES_PERSON = 1, TAKES_OTHER = 2, TAKES_SERVICE = 4 };

static const struct {
  const char *name; /* of the option, and of the action in a file */
  RefnetEditKind kind;
  guint takes;
  const char *form; /* of what the option is given */
} actions[] = {
    {"close", REFNET_EDIT_CLOSE, 0, "ORG"},
    {"leave", REFNET_EDIT_LEAVE, TAKES_PERSON, "PERSON"},
    {"add-tie", REFNET_EDIT_ADD_TIE, TAKES_OTHER, "FROM:TO"},
    {"drop-tie", REFNET_EDIT_DROP_TIE, TAKES_OTHER, "ORG:ORG"},
    {"offer", REFNET_EDIT_OFFER, TAKES_SERVICE, "ORG:SERVICE or ORG:SERVICE:AREA"},
    {"stop-offering", REFNET_EDIT_STOP_OFFERING, TAKES_SERVICE, "ORG:SERVICE or ORG:SERVICE:AREA"},
    {"merge", REFNET_EDIT_MERGE, TAKES_OTHER, "ORG:ORG"},
    {"add-contact", REFNET_EDIT_ADD_CONTACT, 0, "ORG"},
};

static void step_free(gpointer data) {
  ScenarioStep *step = data;
  g_free(step->text);
  g_free(step->organization);
  g_free(step->other);
  g_free(step->person);
  g_free(step->service);
  g_free(step->area);
  g_free(step);
}

void refnet_cli_scenario_clear(Scenario *scenario) {
  g_clear_pointer(&scenario->edits, g_array_unref);
  g_clear_pointer(&scenario->steps, g_ptr_array_unref);
}

/* ---- one step -------------------------------------------------------------------------------- */

/* The cells of a step; "" where there is nothing. */
typedef struct {
  const char *organization, *other, *service, *area;
} Cells;

/* A step is given all that its action takes. */
static gboolean is_complete(guint action, const Cells *cells, GError **error) {
  guint takes = actions[action].takes;
  const char *missing = NULL;
  if ((takes & TAKES_PERSON) && !*cells->other && !*cells->organization)
    missing = "a person";
  else if (!(takes & TAKES_PERSON) && !*cells->organization)
    missing = "an organisation";
  else if ((takes & TAKES_OTHER) && !*cells->other)
    missing = "a second organisation";
  else if ((takes & TAKES_SERVICE) && !*cells->service)
    missing = "a service";
  if (missing)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "%s needs %s", actions[action].name,
                missing);
  return missing == NULL;
}

/* Takes `text`, how messages call the step. */
static gboolean add_step(Scenario *scenario, guint action, const Cells *cells, char *text,
                         GError **error) {
  ScenarioStep *step = g_new0(ScenarioStep, 1);
  guint takes = actions[action].takes;
  step->kind = actions[action].kind;
  step->text = text;
  g_ptr_array_add(scenario->steps, step);
  if (!is_complete(action, cells, error)) {
    g_prefix_error(error, "%s: ", text);
    return FALSE;
  }
  if (takes & TAKES_PERSON)
    step->person = g_strdup(*cells->other ? cells->other : cells->organization);
  else
    step->organization = g_strdup(cells->organization);
  if (takes & TAKES_OTHER)
    step->other = g_strdup(cells->other);
  if (takes & TAKES_SERVICE) {
    step->service = g_strdup(cells->service);
    step->area = *cells->area ? g_strdup(cells->area) : NULL;
  }
  return TRUE;
}

/* ---- from the command line ------------------------------------------------------------------- */

/* Parts between colons; a part in double quotes may have colons, and "" for a quote. */
static GPtrArray *split_parts(const char *text) {
  GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
  for (const char *at = text;; at++) {
    GString *part = g_string_new(NULL);
    if (*at == '"') {
      for (at++; *at && (*at != '"' || at[1] == '"'); at++) {
        at += *at == '"';
        g_string_append_c(part, *at);
      }
      at += *at == '"';
    }
    for (; *at && *at != ':'; at++)
      g_string_append_c(part, *at);
    g_ptr_array_add(parts, g_strstrip(g_string_free(part, FALSE)));
    if (!*at)
      return parts;
  }
}

static const char *part_at(const GPtrArray *parts, guint index) {
  return index < parts->len ? g_ptr_array_index(parts, index) : "";
}

static gboolean add_option(Scenario *scenario, guint action, const char *value, GError **error) {
  guint takes = actions[action].takes;
  guint least = takes & (TAKES_OTHER | TAKES_SERVICE) ? 2 : 1;
  guint most = takes & TAKES_SERVICE ? 3 : least;
  g_autofree char *shown = refnet_text_display(value, 60);
  g_autoptr(GPtrArray) parts = split_parts(value);
  char *text =
      g_strdup_printf("step %u (--%s %s)", scenario->steps->len + 1, actions[action].name, shown);
  if (least == 1) /* an organisation or a person by itself needs no quotes */
    return add_step(scenario, action, &(Cells){value, "", "", ""}, text, error);
  if (parts->len < least || parts->len > most) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "%s takes %s; give a name with a colon in it by its id, or in double quotes", text,
                actions[action].form);
    g_free(text);
    return FALSE;
  }
  const char *second = part_at(parts, 1);
  return add_step(scenario, action, &(Cells){part_at(parts, 0), second, second, part_at(parts, 2)},
                  text, error);
}

/* ---- from a file ----------------------------------------------------------------------------- */

enum { ACTION, ORGANIZATION, OTHER, SERVICE, AREA, PERSON, COLUMNS };

typedef struct {
  Scenario *scenario;
  const char *label;
  guint column[COLUMNS]; /* of the file, from 1; 0: it has none */
  GError *error;         /* of the first row that can't be used */
} StepFile;

static gboolean find_column(StepFile *file, const RefnetRow *header, guint field, guint column,
                            GError **error) {
  if (file->column[column] == 0) {
    file->column[column] = field + 1;
    return TRUE;
  }
  g_autofree char *shown = refnet_text_display(header->cells[field], 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s:%" G_GUINT64_FORMAT ":%u: \"%s\" means the same as column %u; leave one of both "
              "out, or rename it",
              file->label, header->line, field + 1, shown, file->column[column]);
  return FALSE;
}

static gboolean take_header(const RefnetRow *header, gpointer data, GError **error) {
  static const char *const names[COLUMNS] = {"action",  "organization", "other",
                                             "service", "area",         "person"};
  StepFile *file = data;
  for (guint i = 0; i < header->fields; i++) {
    g_autofree char *folded = refnet_text_fold_header(header->cells[i]);
    for (guint c = 0; c < COLUMNS; c++)
      if (g_str_equal(folded, names[c]) && !find_column(file, header, i, c, error))
        return FALSE;
  }
  if (file->column[ACTION])
    return TRUE;
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "%s:%" G_GUINT64_FORMAT
              ": no column \"action\"; it needs action, and organization, other, service, area "
              "as the action takes",
              file->label, header->line);
  return FALSE;
}

static const char *cell(const StepFile *file, const RefnetRow *row, guint column) {
  return file->column[column] ? row->cells[file->column[column] - 1] : "";
}

static gboolean find_action(const char *text, guint *action, GError **error) {
  g_autofree char *wanted = refnet_text_fold_header(text);
  for (*action = 0; *action < G_N_ELEMENTS(actions); (*action)++) {
    g_autofree char *name = refnet_text_fold_header(actions[*action].name);
    if (g_str_equal(name, wanted))
      return TRUE;
  }
  g_autofree char *shown = refnet_text_display(text, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT,
              "there is no action \"%s\"; actions are close, leave, add-tie, drop-tie, offer, "
              "stop-offering, merge and add-contact",
              shown);
  return FALSE;
}

static RefnetRowFate take_row(const RefnetRow *row, gpointer data) {
  StepFile *file = data;
  guint action;
  if (file->error)
    return REFNET_ROW_REJECTED;
  char *text = g_strdup_printf("%s:%" G_GUINT64_FORMAT, file->label, row->line);
  if (!find_action(cell(file, row, ACTION), &action, &file->error)) {
    g_prefix_error(&file->error, "%s:%u: ", text, file->column[ACTION]);
    g_free(text);
    return REFNET_ROW_REJECTED;
  }
  const char *person = cell(file, row, PERSON), *other = cell(file, row, OTHER);
  const Cells cells = {cell(file, row, ORGANIZATION), *person ? person : other,
                       cell(file, row, SERVICE), cell(file, row, AREA)};
  return add_step(file->scenario, action, &cells, text, &file->error) ? REFNET_ROW_KEPT
                                                                      : REFNET_ROW_REJECTED;
}

static gboolean add_file(Scenario *scenario, const char *path, GError **error) {
  if (*path == '\0') {
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "--scenario needs the name of a file with steps");
    return FALSE;
  }
  g_autofree char *label = g_filename_display_basename(path);
  g_autoptr(RefnetDiagnostics) diagnostics = refnet_diagnostics_new();
  StepFile file = {.scenario = scenario, .label = label};
  const RefnetTableOptions options = {.label = label};
  const RefnetRowHandler handler = {.header = take_header, .row = take_row, .data = &file};
  RefnetRowCount count = {0};
  if (!refnet_table_read(path, &options, &handler, &count, diagnostics, error)) {
    g_clear_error(&file.error);
    return FALSE;
  }
  if (file.error) {
    g_propagate_error(error, file.error);
    return FALSE;
  }
  return count.rejected == 0 || refnet_refuse_gravest(diagnostics, error);
}

/* ---- all of them ----------------------------------------------------------------------------- */

static char **values_of(const CliOptions *options, const char *name) {
  const struct {
    const char *name;
    char **values;
  } given[] = {
      {"close", options->scenario.close},     {"leave", options->scenario.leave},
      {"add-tie", options->scenario.add_tie}, {"drop-tie", options->scenario.drop_tie},
      {"offer", options->scenario.offer},     {"stop-offering", options->scenario.stop_offering},
      {"merge", options->scenario.merge},     {"add-contact", options->scenario.add_contact},
      {"scenario", options->scenario.file}};
  for (guint i = 0; i < G_N_ELEMENTS(given); i++)
    if (g_str_equal(given[i].name, name))
      return given[i].values;
  return NULL;
}

/* How many of the steps before this one came from the same option. */
static guint place_among(char **order, guint index) {
  guint place = 0;
  for (guint i = 0; i < index; i++)
    place += g_str_equal(order[i], order[index]);
  return place;
}

gboolean refnet_cli_scenario_read(const CliOptions *options, Scenario *scenario, GError **error) {
  char **order = options->scenario.order;
  scenario->steps = g_ptr_array_new_with_free_func(step_free);
  for (guint i = 0; order && order[i]; i++) {
    const char *value = values_of(options, order[i])[place_among(order, i)];
    guint action;
    gboolean ok =
        g_str_equal(order[i], "scenario")
            ? add_file(scenario, value, error)
            : find_action(order[i], &action, error) && add_option(scenario, action, value, error);
    if (!ok)
      return FALSE;
  }
  if (scenario->steps->len > 0)
    return TRUE;
  g_set_error_literal(
      error, REFNET_ERROR, REFNET_ERROR_USAGE,
      "what-if needs a step: --close ORG, --leave PERSON, --add-tie FROM:TO, "
      "--drop-tie ORG:ORG, --offer ORG:SERVICE, --stop-offering ORG:SERVICE, --merge "
      "ORG:ORG, --add-contact ORG or --scenario FILE; --each close and --each leave rank "
      "every single one");
  return FALSE;
}
