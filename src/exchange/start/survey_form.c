/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/start/starter.h"
#include "exchange/start/starter_file.h"
#include "table/csv_cell.h"

static const char *const about[] = {"Your organisation", "Your name", "Date"};
/* Asked about each partner. */
static const char *const questions[] = {"How often do you refer people to this organisation?",
                                        "How often does this organisation refer people to you?",
                                        "Who is your contact at this organisation?"};
static const char last_question[] = "Who else should we be meeting with?";

static void put_titles(RefnetOutput *output, const RefnetNameList *names) {
  refnet_starter_begin_csv(output);
  for (gsize i = 0; i < G_N_ELEMENTS(about); i++)
    refnet_output_printf(output, "%s,", about[i]);
  for (gsize q = 0; q < G_N_ELEMENTS(questions); q++)
    for (guint32 partner = 0; partner < refnet_name_list_length(names); partner++) {
      g_autofree char *title =
          g_strdup_printf("%s [%s]", questions[q], refnet_name_list_name(names, partner));
      refnet_csv_put(output, title);
      refnet_output_puts(output, ",");
    }
  refnet_output_printf(output, "%s\n", last_question);
}

gboolean refnet_survey_form_write(const RefnetStarter *starter, const RefnetNameList *names,
                                  GError **error) {
  guint32 length = refnet_name_list_length(names);
  gsize columns = G_N_ELEMENTS(about) + G_N_ELEMENTS(questions) * length + 1;
  g_autoptr(RefnetOutput) output = refnet_starter_open(starter, "survey.csv", error);
  if (output == NULL)
    return FALSE;
  put_titles(output, names);
  for (guint32 who = 0; who < length; who++) {
    refnet_csv_put(output, refnet_name_list_name(names, who));
    for (gsize i = 1; i < columns; i++)
      refnet_output_puts(output, ",");
    refnet_output_puts(output, "\n");
  }
  return refnet_output_commit(output, error);
}
