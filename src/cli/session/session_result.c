/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How a command hands out what it found. */
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/session/envelope.h"
#include "cli/session/session.h"
#include "present/wording/words.h"

/* Columns of characters that read well. */
enum { LEAST_WIDTH = 60, MOST_WIDTH = 120 };

RefnetWording refnet_session_wording(const Session *session) {
  return (RefnetWording){
      .show_people = session->options.show_people,
      .people_term = session->options.people_term,
      .units = (RefnetUnits)session->options.units,
      .as_of = refnet_cli_as_of(&session->options),
  };
}

void refnet_session_withhold_name(const Session *session, char **person) {
  const RefnetDataset *dataset = session->dataset;
  if (session->options.show_people)
    return;
  guint32 found = refnet_dataset_find_person(dataset, *person, NULL);
  guint32 contact = 0;
  while (contact < dataset->contact_count && dataset->contacts[contact].person != found)
    contact++;
  g_free(*person);
  *person = contact < dataset->contact_count ? refnet_words_contact(dataset, contact, FALSE)
                                             : g_strdup("a contact");
}

/* A terminal's width, within what reads well; a fixed width elsewhere, so that files don't vary. */
static gsize page_width(const CliOptions *options) {
  struct winsize size;
  if (options->output || !isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
    return 0;
  return CLAMP(size.ws_col, LEAST_WIDTH, MOST_WIDTH);
}

RefnetOutput *refnet_session_output(Session *session, const char *path, GError **error) {
  RefnetOutput *output = refnet_output_open(path, error);
  if (output)
    refnet_interrupt_guard(session->interrupt, refnet_output_temporary(output));
  return output;
}

gboolean refnet_session_commit(Session *session, RefnetOutput *output, GError **error) {
  gboolean ok = refnet_output_commit(output, error);
  refnet_interrupt_guard(session->interrupt, NULL);
  return ok;
}

static gboolean write_description(Session *session, const RefnetDescription *description,
                                  const RefnetEnvelope *envelope, GError **error) {
  const CliOptions *options = &session->options;
  RefnetWriteOptions write = {
      .format = (RefnetFormat)options->format,
      .list = options->list,
      .top = (gsize)options->top,
      .all = options->all,
      .width = page_width(options),
  };
  g_autoptr(RefnetOutput) output = refnet_session_output(session, options->output, error);
  return output && refnet_description_write(description, envelope, &write, output, error) &&
         refnet_session_commit(session, output, error);
}

gboolean refnet_session_present(Session *session, const RefnetDescription *description,
                                GError **error) {
  CliOptions *options = &session->options;
  OptionRecord given, filters;
  refnet_option_record_init(&given, options, session->command->options, FALSE);
  refnet_option_record_init(&filters, options, session->command->options, TRUE);
  g_autofree char *filter_sentence = refnet_filter_sentence(options, session->network);
  RefnetEnvelope envelope = {
      .command = session->command->name,
      .version = REFNET_VERSION,
      .as_of = refnet_cli_as_of(options),
      .options = given.columns,
      .option_values = given.values,
      .filters = filters.columns,
      .filter_values = filters.values,
      .network = session->network,
      .older = session->older,
      .filter_sentence = filter_sentence,
  };
  gboolean ok = write_description(session, description, &envelope, error);
  refnet_option_record_dispose(&given);
  refnet_option_record_dispose(&filters);
  if (ok && options->fail_on > 0 && refnet_description_findings(description) >= options->fail_on)
    session->exit_status = 1;
  return ok;
}
