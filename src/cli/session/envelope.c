/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session/envelope.h"

#include <string.h>

#include "present/wording/words.h"

/* Options that say how to write, not what; they change no figure. */
static gboolean is_about_writing(const OptionRow *row) {
  static const char *const names[] = {"help",  "output",   "format", "quiet",
                                      "as-of", "geometry", "ical"};
  for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
    if (g_str_equal(row->name, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean is_filter(const OptionRow *row) {
  return (row->group & (OPTIONS_FILTERS | OPTIONS_CELLS | OPTIONS_CANDIDATES)) != 0;
}

/* Always said by commands that take them, given or not: every result of theirs depends on them. */
static gboolean is_always_said(const OptionRow *row, OptionGroups groups) {
  return (row->group & groups & OPTIONS_NETWORK) != 0;
}

static gboolean is_wanted(const CliOptions *options, OptionGroups groups, guint index,
                          gboolean filters) {
  const OptionRow *row = &refnet_cli_options[index];
  gboolean given = options->given[index];
  if (is_about_writing(row) || is_filter(row) != filters)
    return FALSE;
  return given || (!filters && is_always_said(row, groups));
}

static RefnetValueType value_type(OptionKind kind) {
  switch (kind) {
  case OPTION_FLAG:
    return REFNET_VALUE_BOOLEAN;
  case OPTION_TEXTS:
    return REFNET_VALUE_TEXTS;
  case OPTION_COUNT:
  case OPTION_COUNT_OR_ALL:
    return REFNET_VALUE_INTEGER;
  case OPTION_REAL:
  case OPTION_DISTANCE:
    return REFNET_VALUE_REAL;
  case OPTION_DATE:
    return REFNET_VALUE_DATE;
  case OPTION_TEXT:
  case OPTION_WORD:
  case OPTION_CHOICE:
    break;
  }
  return REFNET_VALUE_TEXT;
}

static char *choice_text(const OptionRow *row, int choice) {
  g_auto(GStrv) choices = g_strsplit(row->choices, "|", -1);
  return g_strdup(choices[choice]);
}

static void fill_value(OptionRecord *record, const OptionRow *row, CliOptions *options,
                       RefnetValue *value) {
  gpointer field = (char *)options + row->offset;
  switch (row->kind) {
  case OPTION_FLAG:
    value->boolean = *(gboolean *)field;
    return;
  case OPTION_TEXT:
  case OPTION_WORD:
    value->text = *(char **)field;
    return;
  case OPTION_TEXTS:
    value->texts.items = *(const char *const **)field;
    value->texts.length = g_strv_length(*(char ***)field);
    return;
  case OPTION_COUNT_OR_ALL:
    value->is_null = options->all;
    value->integer = (gint64) * (guint64 *)field;
    return;
  case OPTION_COUNT:
    value->integer = (gint64) * (guint64 *)field;
    return;
  case OPTION_REAL:
    value->real = *(double *)field;
    return;
  case OPTION_DISTANCE:
    value->real = ((CliDistance *)field)->km;
    return;
  case OPTION_DATE:
    value->date = *(RefnetDate *)field;
    return;
  case OPTION_CHOICE:
    value->text = choice_text(row, *(int *)field);
    g_ptr_array_add(record->keys, (gpointer)value->text);
    return;
  }
}

void refnet_option_record_init(OptionRecord *record, CliOptions *options, OptionGroups groups,
                               gboolean filters) {
  record->columns = g_new0(RefnetColumn, refnet_cli_option_count + 1);
  record->values = g_new0(RefnetValue, refnet_cli_option_count + 1);
  record->keys = g_ptr_array_new_with_free_func(g_free);
  for (guint i = 0, count = 0; i < refnet_cli_option_count; i++) {
    const OptionRow *row = &refnet_cli_options[i];
    if (!is_wanted(options, groups, i, filters))
      continue;
    char *key = g_strdelimit(g_strdup(row->name), "-", '_');
    g_ptr_array_add(record->keys, key);
    record->columns[count] =
        (RefnetColumn){.key = key, .heading = key, .type = value_type(row->kind)};
    fill_value(record, row, options, &record->values[count]);
    count++;
  }
}

void refnet_option_record_dispose(OptionRecord *record) {
  g_free(record->columns);
  g_free(record->values);
  g_ptr_array_unref(record->keys);
}

/* ---- the sentence ---------------------------------------------------------------------------- */

static char *filter_words(const OptionRow *row, CliOptions *options) {
  gpointer field = (char *)options + row->offset;
  if (row->kind == OPTION_TEXTS) {
    g_autofree char *values = g_strjoinv(" or ", *(char ***)field);
    return g_strdup_printf("%s %s", row->name, values);
  }
  if (row->kind == OPTION_DATE) {
    g_autofree char *date = refnet_date_words(*(RefnetDate *)field);
    return g_strdup_printf("%s %s", row->name, date);
  }
  if (row->kind == OPTION_COUNT) {
    g_autofree char *least = refnet_words_tally(*(guint64 *)field, "referral", "referrals");
    return g_strdup_printf("links of %s or more", least);
  }
  return g_strdup("the largest part");
}

/* Choosing cells of gaps filters no organisation. */
static gboolean filters_organizations(const CliOptions *options, guint index) {
  const OptionRow *row = &refnet_cli_options[index];
  gboolean is_emptied =
      row->kind == OPTION_TEXTS && !*(char ***)((char *)(gpointer)options + row->offset);
  return options->given[index] && (row->group & OPTIONS_FILTERS) && !is_emptied;
}

char *refnet_filter_sentence(const CliOptions *options, const RefnetNetwork *network) {
  GString *sentence = g_string_new(NULL);
  CliOptions view = *options;
  for (guint i = 0; i < refnet_cli_option_count; i++) {
    if (!filters_organizations(options, i))
      continue;
    g_autofree char *words = filter_words(&refnet_cli_options[i], &view);
    g_string_append_printf(sentence, "%s%s", sentence->len ? "; " : "Only ", words);
  }
  if (sentence->len == 0) {
    g_string_free(sentence, TRUE);
    return NULL;
  }
  g_autofree char *share =
      refnet_words_share(network->vertices, network->dataset->organization_count);
  g_autofree char *unknown = refnet_words_digits(network->filtered_unknown);
  g_string_append_printf(sentence, ": %s organisations", share);
  if (network->filtered_unknown > 0)
    g_string_append_printf(sentence, " (%s left out because the filtered cell is blank)", unknown);
  g_string_append_c(sentence, '.');
  return g_string_free(sentence, FALSE);
}
