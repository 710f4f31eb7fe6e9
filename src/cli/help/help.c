/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/help/help.h"

#include "cli/commands/commands.h"
#include "cli/help/help_text.h"
#include "cli/map/map_kinds.h"

#include <string.h>

static void put_rows(RefnetOutput *output, const HelpRow *rows, int width) {
  for (; rows->term; rows++)
    refnet_output_printf(output, "  %-*s  %s\n", width, rows->term, rows->meaning);
}

void refnet_help_overview(RefnetOutput *output) {
  refnet_output_puts(output, "Usage: refnet COMMAND [OPTION]... DATASET ...\n\n"
                             "Answers the questions of a coalition from its sheets of "
                             "organisations, contacts and referrals.\nDATASET is a folder of CSV "
                             "files, or an Excel workbook with such sheets; only organizations.csv "
                             "is required.\n\nCommands:\n");
  for (guint i = 0; i < refnet_cli_command_count; i++)
    refnet_output_printf(output, "  %-11s %s\n", refnet_cli_commands[i].name,
                         refnet_cli_commands[i].summary);
  refnet_output_puts(output, "\nrefnet COMMAND --help tells the options of a command; "
                             "refnet help manual prints the manual page.\n\nFiles of a dataset:\n");
  put_rows(output, refnet_help_files, 17);
  refnet_output_puts(output, "\nExit status:\n");
  put_rows(output, refnet_help_exit_codes, 3);
}

/* "-o, --output=FILE" */
static char *option_term(const OptionRow *row) {
  return g_strdup_printf("%c%c%s--%s%s%s", row->letter ? '-' : ' ', row->letter ? row->letter : ' ',
                         row->letter ? ", " : "  ", row->name, row->value_name ? "=" : "",
                         row->value_name ? row->value_name : "");
}

static gsize widest_term(OptionGroups groups) {
  gsize widest = 0;
  for (guint i = 0; i < refnet_cli_option_count; i++) {
    g_autofree char *term = option_term(&refnet_cli_options[i]);
    if (refnet_cli_options[i].group & groups)
      widest = MAX(widest, (gsize)g_utf8_strlen(term, -1));
  }
  return widest;
}

static void put_options(RefnetOutput *output, OptionGroups groups) {
  int width = (int)widest_term(groups);
  for (guint i = 0; i < refnet_cli_option_count; i++) {
    const OptionRow *row = &refnet_cli_options[i];
    if (!(row->group & groups))
      continue;
    g_autofree char *term = option_term(row);
    int padding = width - (int)g_utf8_strlen(term, -1);
    refnet_output_printf(output, "  %s%*s  %s\n", term, padding, "", row->help);
  }
}

/* "path FROM TO" */
static char *kind_term(const MapKind *kind) {
  return g_strjoin(kind->arguments ? " " : NULL, kind->name, kind->arguments, NULL);
}

static void put_map_kinds(RefnetOutput *output) {
  refnet_output_puts(output, "\nKinds of map, and what some take after DATASET:\n");
  for (guint i = 0; i < refnet_map_kind_count; i++) {
    g_autofree char *term = kind_term(&refnet_map_kinds[i]);
    refnet_output_printf(output, "  %-12s  %s\n", term, refnet_map_kinds[i].meaning);
  }
}

void refnet_help_command(RefnetOutput *output, const Command *command) {
  refnet_output_printf(output, "Usage: refnet %s [OPTION]... %s\n\n%s\n\n%s\n\nOptions:\n",
                       command->name, command->arguments, command->summary, command->description);
  put_options(output, command->options);
  if (command->options & OPTIONS_MAP)
    put_map_kinds(output);
  if (command->lists)
    refnet_output_printf(output, "\nLists: %s\n", command->lists);
  refnet_output_printf(output, "\nExample: %s\n", command->example);
}

/* ---- the manual page ------------------------------------------------------------------------- */

/* troff takes a leading dot or quote for a request and a backslash for an escape. */
static char *troff_escape(const char *text) {
  GString *escaped = g_string_new(NULL);
  for (const char *at = text; *at; at++) {
    if (*at == '\\')
      g_string_append(escaped, "\\e");
    else if (*at == '-')
      g_string_append(escaped, "\\-");
    else if ((*at == '.' || *at == '\'') && at == text)
      g_string_append_printf(escaped, "\\&%c", *at);
    else
      g_string_append_c(escaped, *at);
  }
  return g_string_free(escaped, FALSE);
}

static void put_troff(RefnetOutput *output, const char *before, const char *text) {
  g_autofree char *escaped = troff_escape(text);
  refnet_output_printf(output, "%s%s\n", before, escaped);
}

static void put_troff_rows(RefnetOutput *output, const HelpRow *rows) {
  for (; rows->term; rows++) {
    put_troff(output, ".TP\n.B ", rows->term);
    put_troff(output, "", rows->meaning);
  }
}

static void put_troff_command(RefnetOutput *output, const Command *command) {
  g_autofree char *usage =
      g_strdup_printf("refnet %s [OPTION]... %s", command->name, command->arguments);
  put_troff(output, ".SS ", usage);
  put_troff(output, "", command->summary);
  put_troff(output, ".PP\n", command->description);
  if (command->lists) {
    g_autofree char *lists = g_strdup_printf("Lists: %s.", command->lists);
    put_troff(output, ".PP\n", lists);
  }
  refnet_output_puts(output, ".PP\nOptions:");
  const char *separator = " ";
  for (guint i = 0; i < refnet_cli_option_count; i++) {
    const OptionRow *row = &refnet_cli_options[i];
    if (!(row->group & command->options))
      continue;
    refnet_output_printf(output, "%s\\-\\-", separator);
    g_autofree char *name = troff_escape(row->name);
    refnet_output_puts(output, name);
    separator = ", ";
  }
  refnet_output_puts(output, ".\n");
}

static gboolean is_told_already(guint index) {
  for (guint i = 0; i < index; i++)
    if (g_str_equal(refnet_cli_options[i].name, refnet_cli_options[index].name) &&
        g_str_equal(refnet_cli_options[i].help, refnet_cli_options[index].help))
      return TRUE;
  return FALSE;
}

static void put_troff_options(RefnetOutput *output) {
  for (guint i = 0; i < refnet_cli_option_count; i++) {
    const OptionRow *row = &refnet_cli_options[i];
    if (is_told_already(i))
      continue;
    g_autofree char *term = option_term(row);
    put_troff(output, ".TP\n.B ", g_strstrip(term));
    gboolean of_cells = (row->group & OPTIONS_CELLS) && !(row->group & OPTIONS_FILTERS);
    g_autofree char *help = g_strdup_printf("%s%s.", row->help, of_cells ? " (gaps)" : "");
    put_troff(output, "", help);
  }
}

static void put_troff_map_kinds(RefnetOutput *output) {
  for (guint i = 0; i < refnet_map_kind_count; i++) {
    g_autofree char *term = kind_term(&refnet_map_kinds[i]);
    g_autofree char *meaning = g_strconcat(refnet_map_kinds[i].meaning, ".", NULL);
    put_troff(output, ".TP\n.B ", term);
    put_troff(output, "", meaning);
  }
}

void refnet_help_manual(RefnetOutput *output) {
  refnet_output_printf(output,
                       ".TH REFNET 1 \"\" \"refnet %s\" \"User Commands\"\n.SH NAME\n"
                       "refnet \\- referral network graph analyzer\n.SH SYNOPSIS\n"
                       ".B refnet\n.I COMMAND\n[\\fIOPTION\\fR]... \\fIDATASET\\fR ...\n"
                       ".SH DESCRIPTION\nrefnet answers the questions of a coalition from its "
                       "sheets of organisations, contacts and referrals. Nothing is sent "
                       "anywhere.\n.SH COMMANDS\n",
                       REFNET_VERSION);
  for (guint i = 0; i < refnet_cli_command_count; i++)
    put_troff_command(output, &refnet_cli_commands[i]);
  refnet_output_puts(output, ".SH OPTIONS\n");
  put_troff_options(output);
  refnet_output_puts(output, ".SH KINDS OF MAP\nWhat --kind names, and what some take after "
                             "DATASET.\n");
  put_troff_map_kinds(output);
  refnet_output_puts(output, ".SH MEASURES\nWhat cannot be computed prints n/a; tables leave out a "
                             "column of nothing else.\n");
  put_troff_rows(output, refnet_help_measures);
  refnet_output_puts(output, ".SH FILES\nA dataset is a folder of CSV files. Where it has no "
                             "organizations.csv, tables of other names are taken for what "
                             "their names and headers say.\n");
  put_troff_rows(output, refnet_help_files);
  refnet_output_puts(output, ".SH ENVIRONMENT\n");
  put_troff_rows(output, refnet_help_environment);
  refnet_output_puts(output, ".SH EXIT STATUS\n");
  put_troff_rows(output, refnet_help_exit_codes);
}
