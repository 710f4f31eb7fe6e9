/* SPDX-License-Identifier: GPL-2.0-or-later */
/* README.txt of a new dataset, made from what refnet reads. */
#include <string.h>

#include "exchange/start/starter.h"
#include "exchange/start/starter_file.h"

enum { WIDTH = 78, INDENT = 20 };

/* Words from column `at` on, further lines indented. */
static void put_words(GString *text, const char *words, gsize at, gsize indent) {
  g_auto(GStrv) parts = g_strsplit(words, " ", -1);
  for (gsize i = 0; parts[i]; i++) {
    gsize width = refnet_text_width(parts[i]);
    gboolean is_full = at + 1 + width > WIDTH && at > indent;
    if (is_full) {
      g_string_append_printf(text, "\n%*s", (int)indent, "");
      at = indent;
    } else if (i > 0) {
      g_string_append_c(text, ' ');
      at++;
    }
    g_string_append(text, parts[i]);
    at += width;
  }
  g_string_append_c(text, '\n');
}

static void put_paragraph(GString *text, const char *words) {
  put_words(text, words, 0, 0);
  g_string_append_c(text, '\n');
}

static void put_title(GString *text, const char *title) {
  g_string_append_printf(text, "%s\n", title);
  for (gsize i = refnet_text_width(title); i > 0; i--)
    g_string_append_c(text, '-');
  g_string_append_c(text, '\n');
}

/* "services *          what it offers", and below it "Example: respite care" */
static void put_field(GString *text, const RefnetField *field, const RefnetFieldHelp *help) {
  g_autofree char *name = g_strconcat(field->name, field->required ? " *" : "", NULL);
  g_autofree char *example = g_strconcat("Example: ", help->example, NULL);
  g_string_append_printf(text, "  %-*s", INDENT - 2, name);
  if (*help->help)
    put_words(text, help->help, INDENT, INDENT);
  if (*help->help && *help->example)
    g_string_append_printf(text, "%*s", INDENT, "");
  if (*help->example)
    put_words(text, example, INDENT, INDENT);
}

static void put_file(GString *text, const RefnetFileHelp *help) {
  const RefnetFileFields *file = refnet_file_fields(help->file);
  g_autofree char *purpose = g_strdup_printf("A row stands for %s: %s.", help->rows, help->purpose);
  put_title(text, file->file);
  put_words(text, purpose, 0, 0);
  for (guint i = 0; i < help->field_count; i++)
    put_field(text, &file->fields[help->fields[i].field], &help->fields[i]);
  g_string_append_c(text, '\n');
}

static void put_command(GString *text, const char *command, const char *answer) {
  g_string_append_printf(text, "  refnet %-28s %s\n", command, answer);
}

static void put_survey(GString *text, gboolean workbook) {
  put_title(text, "survey.csv");
  put_paragraph(
      text, "Who refers people to whom, asked of everybody: a row for each organisation to answer "
            "in, and three columns for each that it is asked about. How often: write never, "
            "yearly, quarterly, monthly, weekly or daily. Who is your contact: write the person's "
            "name, and the e-mail address behind it if you like. The last column asks who else "
            "should be met. Leave blank what was not answered. The same questions can be asked "
            "with Google Forms, SurveyMonkey or Microsoft Forms (a grid with a row for each "
            "partner); what these export is read the same way:");
  g_string_append(text, workbook ? "  refnet import survey survey.csv \\\n"
                                   "    --organizations " REFNET_STARTER_WORKBOOK " -o ANSWERS\n\n"
                                 : "  refnet import survey DIR/survey.csv \\\n"
                                   "    --organizations DIR/organizations.csv -o ANSWERS\n\n");
  put_paragraph(text, workbook
                          ? "Then copy the rows of the files from ANSWERS into the sheets of those "
                            "names; where you have filled in Contacts or Nominations yourself, "
                            "below your rows."
                          : "Then put the files from ANSWERS into this folder, in place of those "
                            "here; but where you have filled in contacts.csv or nominations.csv "
                            "yourself, add their rows to yours.");
}

static void put_opening(GString *text, gboolean workbook) {
  put_paragraph(text,
                workbook ? REFNET_STARTER_WORKBOOK
                    " has a sheet for each file that this text tells of: organizations.csv is "
                    "the sheet Organizations. Any spreadsheet program opens it; leave the "
                    "sheets their names and first rows. Put semicolons between several values "
                    "in a cell. Dates are best written as 2026-03-14."
                         : "Any spreadsheet program opens the files; save them as CSV again, or "
                           "keep them as sheets of one workbook (.xlsx), which refnet reads, too. "
                           "Should all be in one column when you open a file, use the program's "
                           "import of text, with the comma as separator. Put semicolons between "
                           "several values in a cell. Dates are best written as 2026-03-14.");
}

static void put_beginning(GString *text, gboolean has_names, gboolean workbook) {
  put_title(text, "A dataset for refnet");
  put_paragraph(text, "refnet turns these sheets into answers: where a service is missing or rests "
                      "on one provider, who could be introduced to whom, what rests on one person, "
                      "and a map for the wall. Nothing is ever sent anywhere.");
  g_autofree char *begin = g_strconcat(
      "Begin with three columns of organizations.csv: name, services and areas. ",
      has_names ? "The names are there already. " : "",
      "Then who refers people to whom: from and to in referrals.csv. Every other column and file "
      "can wait, stay blank or be deleted. Blank means \"not known\", never \"none\" and never 0. "
      "You may add columns of your own, and put columns in any order.",
      NULL);
  put_paragraph(text, begin);
  put_opening(text, workbook);
}

static void put_next(GString *text, const RefnetStarter *starter) {
  put_title(text, "What to ask then");
  g_string_append(text, starter->workbook ? "DIR stands for " REFNET_STARTER_WORKBOOK ".\n\n"
                                          : "DIR stands for this folder.\n\n");
  put_command(text, "check DIR", "is anything wrong or missing?");
  put_command(text, "gaps DIR", "where is a service missing?");
  put_command(text, "summary DIR", "what does the network look like?");
  put_command(text, "risks DIR", "what rests on one person?");
  put_command(text, "who-else DIR", "whom should we meet?");
  put_command(text, "map DIR -o map.pdf", "the map");
  put_command(text, "help", "all there is");
  g_string_append_c(text, '\n');
  if (starter->survey)
    put_survey(text, starter->workbook);
}

gboolean refnet_guide_write(const RefnetStarter *starter, gboolean has_names, GError **error) {
  guint count;
  const RefnetFileHelp *helps = refnet_file_helps(&count);
  g_autoptr(GString) text = g_string_new(NULL);
  put_beginning(text, has_names, starter->workbook);
  put_next(text, starter);
  put_paragraph(text,
                "The files and their columns follow, in the order in which one fills them in; "
                "those with a * have to be filled in every row.");
  for (guint i = 0; i < count; i++)
    put_file(text, &helps[i]);
  g_string_truncate(text, text->len - 1);
  g_autoptr(RefnetOutput) output = refnet_starter_open(starter, "README.txt", error);
  if (output == NULL)
    return FALSE;
  refnet_output_puts(output, text->str);
  return refnet_output_commit(output, error);
}
