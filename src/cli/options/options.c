/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads options by the table. GOption splits the words; values are checked here, since it takes
 * 010 for 8, accepts nan, keeps the last of a repeated option and wants the locale's encoding. */
#include "cli/options/options.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/options/nearest.h"

void refnet_cli_options_init(CliOptions *options) {
  *options = (CliOptions){
      .as_of = REFNET_DATE_UNKNOWN,
      .old_as_of = REFNET_DATE_UNKNOWN,
      .seed = 1,
      .key_players = 3,
      .draws = 2000,
      .steps = 3,
      .cadence = 3,
      .gap_steps = 2,
      .merge_at = .99,
      .review_at = .5,
      .expected = .1,
      .verified_since = REFNET_DATE_UNKNOWN,
      .filter = REFNET_FILTER_INIT,
      .candidates = REFNET_FILTER_INIT,
  };
}

static gpointer field_of(CliOptions *options, const OptionRow *row) {
  return (char *)options + row->offset;
}

void refnet_cli_options_dispose(CliOptions *options) {
  g_clear_pointer(&options->scenario.order, g_strfreev);
  for (guint i = 0; i < refnet_cli_option_count; i++) {
    const OptionRow *row = &refnet_cli_options[i];
    if (row->kind == OPTION_TEXT || row->kind == OPTION_WORD)
      g_clear_pointer((char **)field_of(options, row), g_free);
    else if (row->kind == OPTION_DISTANCE)
      g_clear_pointer(&((CliDistance *)field_of(options, row))->text, g_free);
    else if (row->kind == OPTION_TEXTS)
      g_clear_pointer((char ***)field_of(options, row), g_strfreev);
  }
}

static gboolean refuse(const OptionRow *row, const char *value, const char *wanted,
                       GError **error) {
  g_autofree char *shown = refnet_text_display(value, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "--%s takes %s, not \"%s\"", row->name,
              wanted, shown);
  return FALSE;
}

/* ---- one value ------------------------------------------------------------------------------- */

static gboolean out_of_range(const OptionRow *row, double number) {
  return !isfinite(number) || number < row->least || number > row->most;
}

static gboolean set_count(CliOptions *options, const OptionRow *row, const char *value,
                          GError **error) {
  guint64 count;
  if (row->kind == OPTION_COUNT_OR_ALL && g_str_equal(value, "all")) {
    options->all = TRUE;
    return TRUE;
  }
  if (!g_ascii_string_to_unsigned(value, 10, (guint64)row->least, (guint64)row->most, &count,
                                  NULL)) {
    g_autofree char *wanted =
        row->most < 1e15
            ? g_strdup_printf("a whole number from %.0f to %.0f", row->least, row->most)
            : g_strdup_printf("a whole number of %.0f or more%s", row->least,
                              row->kind == OPTION_COUNT_OR_ALL ? ", or \"all\"" : "");
    return refuse(row, value, wanted, error);
  }
  *(guint64 *)field_of(options, row) = count;
  return TRUE;
}

static gboolean set_real(CliOptions *options, const OptionRow *row, const char *value,
                         GError **error) {
  double number;
  if (!refnet_number_parse(value, &number) || out_of_range(row, number)) {
    g_autofree char *wanted = g_strdup_printf("a number from %g to %g", row->least, row->most);
    return refuse(row, value, wanted, error);
  }
  *(double *)field_of(options, row) = number;
  return TRUE;
}

/* After all options are read, for --units may stand behind it. */
static gboolean settle_distance(CliOptions *options, const OptionRow *row, GError **error) {
  CliDistance *distance = field_of(options, row);
  double km;
  if (!distance->text)
    return TRUE;
  if (!refnet_distance_parse(distance->text, (RefnetUnits)options->units, &km) ||
      out_of_range(row, km)) {
    g_autofree char *wanted = g_strdup_printf(
        "a distance from %g to %g km, such as 25, 25km or 15mi", row->least, row->most);
    return refuse(row, distance->text, wanted, error);
  }
  distance->km = km;
  return TRUE;
}

static gboolean settle_distances(CliOptions *options, GError **error) {
  for (guint i = 0; i < refnet_cli_option_count; i++) {
    const OptionRow *row = &refnet_cli_options[i];
    if (row->kind == OPTION_DISTANCE && !settle_distance(options, row, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean set_date(CliOptions *options, const OptionRow *row, const char *value,
                         GError **error) {
  if (refnet_date_parse(value, REFNET_DATE_ORDER_UNKNOWN, field_of(options, row)) != REFNET_DATE_OK)
    return refuse(row, value, "a date such as 2026-02-14", error);
  return TRUE;
}

/* The choice nearest to a word that is none, or NULL. */
static const char *nearest_choice(char **choices, const char *value) {
  const char *nearest = NULL;
  guint least = 3;
  for (int i = 0; choices[i]; i++) {
    guint distance = refnet_text_distance(choices[i], value, 3);
    if (distance < least) {
      least = distance;
      nearest = choices[i];
    }
  }
  return nearest;
}

static gboolean set_choice(CliOptions *options, const OptionRow *row, const char *value,
                           GError **error) {
  g_auto(GStrv) choices = g_strsplit(row->choices, "|", -1);
  for (int i = 0; choices[i]; i++)
    if (g_str_equal(choices[i], value)) {
      *(int *)field_of(options, row) = i;
      return TRUE;
    }
  g_autofree char *known = g_strjoinv(", ", choices);
  const char *nearest = nearest_choice(choices, value);
  g_autofree char *shown = refnet_text_display(value, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "--%s takes one of %s, not \"%s\"%s%s%s",
              row->name, known, shown, nearest ? "; did you mean \"" : "", nearest ? nearest : "",
              nearest ? "\"?" : "");
  return FALSE;
}

static void append_text(char ***list, const char *value) {
  guint length = *list ? g_strv_length(*list) : 0;
  *list = g_renew(char *, *list, length + 2);
  (*list)[length] = g_strdup(value);
  (*list)[length + 1] = NULL;
}

static gboolean set_value(CliOptions *options, const OptionRow *row, const char *value,
                          GError **error) {
  switch (row->kind) {
  case OPTION_FLAG:
    *(gboolean *)field_of(options, row) = TRUE;
    return TRUE;
  case OPTION_TEXT:
    *(char **)field_of(options, row) = g_strdup(value);
    return TRUE;
  case OPTION_WORD:
    *(char **)field_of(options, row) = refnet_text_clean(value);
    return **(char **)field_of(options, row) != '\0' || refuse(row, value, "a word", error);
  case OPTION_DISTANCE:
    ((CliDistance *)field_of(options, row))->text = g_strdup(value);
    return TRUE;
  case OPTION_TEXTS:
    append_text(field_of(options, row), value);
    return TRUE;
  case OPTION_COUNT:
  case OPTION_COUNT_OR_ALL:
    return set_count(options, row, value, error);
  case OPTION_REAL:
    return set_real(options, row, value, error);
  case OPTION_DATE:
    return set_date(options, row, value, error);
  case OPTION_CHOICE:
    return set_choice(options, row, value, error);
  }
  return FALSE;
}

/* ---- all of them ----------------------------------------------------------------------------- */

typedef struct {
  CliOptions *options;
  OptionGroups groups;
} Parse;

static guint find_row(OptionGroups groups, const char *name) {
  gboolean is_letter = strlen(name) == 2;
  for (guint i = 0; i < refnet_cli_option_count; i++) {
    const OptionRow *row = &refnet_cli_options[i];
    gboolean equal = is_letter ? row->letter == name[1] : g_str_equal(row->name, name + 2);
    if ((row->group & groups) && equal)
      return i;
  }
  return REFNET_NONE;
}

static gboolean take_option(const char *name, const char *value, gpointer data, GError **error) {
  Parse *parse = data;
  guint index = find_row(parse->groups, name);
  const OptionRow *row = &refnet_cli_options[index];
  if (parse->options->given[index] && row->kind != OPTION_TEXTS && row->kind != OPTION_FLAG) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "--%s is given twice; give it once",
                row->name);
    return FALSE;
  }
  if (value && !g_utf8_validate(value, -1, NULL) && row->kind != OPTION_TEXT)
    return refuse(row, value, "UTF-8 text", error);
  parse->options->given[index] = TRUE;
  if ((row->group & OPTIONS_SCENARIO) && row->kind == OPTION_TEXTS) /* a step */
    append_text(&parse->options->scenario.order, row->name);
  return set_value(parse->options, row, value, error);
}

static GOptionEntry *entries_of(OptionGroups groups) {
  /* GOption takes the callback as a data pointer, which ISO C does not convert to. */
  const union {
    GOptionArgFunc function;
    gpointer data;
  } callback = {.function = take_option};
  GOptionEntry *entries = g_new0(GOptionEntry, refnet_cli_option_count + 1);
  for (guint i = 0, count = 0; i < refnet_cli_option_count; i++) {
    const OptionRow *row = &refnet_cli_options[i];
    if (!(row->group & groups))
      continue;
    gboolean is_flag = row->kind == OPTION_FLAG;
    entries[count++] = (GOptionEntry){
        .long_name = row->name,
        .short_name = row->letter,
        .flags = is_flag ? G_OPTION_FLAG_NO_ARG : G_OPTION_FLAG_FILENAME,
        .arg = G_OPTION_ARG_CALLBACK,
        .arg_data = callback.data,
    };
  }
  return entries;
}

/* The option that takes the word as its value: --format for "json". */
static const OptionRow *option_of_choice(OptionGroups groups, const char *word) {
  for (guint i = 0; i < refnet_cli_option_count; i++) {
    const OptionRow *row = &refnet_cli_options[i];
    g_auto(GStrv) choices =
        g_strsplit(row->choices && row->group & groups ? row->choices : "", "|", -1);
    if (g_strv_contains((const char *const *)choices, word))
      return row;
  }
  return NULL;
}

/* What may be meant by a word that is no option: "--format json"; NULL: who knows. Caller frees. */
static char *option_meant(OptionGroups groups, const char *word) {
  const OptionRow *row = option_of_choice(groups, word);
  if (row)
    return g_strdup_printf("%s %s", row->name, word);
  g_autofree const char **names = g_new0(const char *, refnet_cli_option_count + 1);
  for (guint i = 0, count = 0; i < refnet_cli_option_count; i++)
    if (refnet_cli_options[i].group & groups)
      names[count++] = refnet_cli_options[i].name;
  return g_strdup(refnet_cli_nearest(names, word));
}

/* GOption's own errors in our words: the first argument it did not know. */
static void explain(OptionGroups groups, char **argv, const GError *cause, GError **error) {
  for (char **word = argv + 1; *word && !g_str_equal(*word, "--"); word++) {
    if (!g_str_has_prefix(*word, "-") || g_str_equal(*word, "-"))
      continue;
    g_autofree char *valid = g_utf8_make_valid(*word, -1);
    g_auto(GStrv) parts = g_strsplit(valid, "=", 2);
    gboolean is_long = g_str_has_prefix(parts[0], "--");
    g_autofree char *name = is_long ? g_strdup(parts[0]) : g_strndup(parts[0], 2);
    if (find_row(groups, name) != REFNET_NONE)
      continue;
    g_autofree char *meant = is_long ? option_meant(groups, name + 2) : NULL;
    g_autofree char *shown = refnet_text_display(parts[0], 60);
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "unknown option %s%s%s%s", shown,
                meant ? "; did you mean --" : "", meant ? meant : "", meant ? "?" : "");
    return;
  }
  g_autofree char *valid = g_utf8_make_valid(cause->message, -1);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "%s", valid);
}

gboolean refnet_cli_options_parse(CliOptions *options, OptionGroups groups, int *argc, char ***argv,
                                  GError **error) {
  Parse parse = {options, groups};
  g_autofree GOptionEntry *entries = entries_of(groups);
  g_auto(GStrv) words = g_strdupv(*argv);
  g_autoptr(GOptionContext) context = g_option_context_new(NULL);
  GOptionGroup *group = g_option_group_new("refnet", "", "", &parse, NULL);
  g_option_group_add_entries(group, entries);
  g_option_context_set_main_group(context, group);
  g_option_context_set_help_enabled(context, FALSE);
  GError *cause = NULL;
  if (g_option_context_parse(context, argc, argv, &cause))
    return settle_distances(options, error);
  if (cause->domain == REFNET_ERROR)
    g_propagate_error(error, cause);
  else {
    explain(groups, words, cause, error);
    g_error_free(cause);
  }
  return FALSE;
}

gboolean refnet_cli_option_given(const CliOptions *options, const char *name) {
  for (guint i = 0; i < refnet_cli_option_count; i++)
    if (g_str_equal(refnet_cli_options[i].name, name) && options->given[i])
      return TRUE;
  return FALSE;
}

gboolean refnet_cli_options_name_files(const CliOptions *options) {
  for (guint i = 0; i < refnet_cli_option_count; i++)
    if ((refnet_cli_options[i].group & (OPTIONS_FILES | OPTIONS_FILES_LISTS)) && options->given[i])
      return TRUE;
  return FALSE;
}

static RefnetDate source_date(void) {
  const char *text = g_getenv("SOURCE_DATE_EPOCH");
  guint64 seconds;
  if (!text || !g_ascii_string_to_unsigned(text, 10, 0, 200000000000, &seconds, NULL))
    return REFNET_DATE_UNKNOWN;
  return (RefnetDate)(seconds / 86400);
}

static RefnetDate local_date(void) {
  time_t now = time(NULL);
  struct tm local;
  localtime_r(&now, &local);
  return refnet_date_from_ymd(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

RefnetDate refnet_cli_as_of(const CliOptions *options) {
  if (options->as_of != REFNET_DATE_UNKNOWN)
    return options->as_of;
  RefnetDate date = source_date();
  return date != REFNET_DATE_UNKNOWN ? date : local_date();
}
