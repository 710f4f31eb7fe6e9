/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"
#include "cli/commands/export_network.h"
#include "present/wording/words.h"

/* ---- formats --------------------------------------------------------------------------------- */

static gboolean write_mailing_list(Session *session, RefnetOutput *output, GError **error) {
  RefnetMailingCount count;
  if (!refnet_mailing_list_write(session->network, refnet_cli_as_of(&session->options), &count,
                                 output, error))
    return FALSE;
  g_autofree char *addresses = refnet_words_tally(count.addresses, "address", "addresses");
  g_autofree char *without = refnet_words_digits(count.without_email);
  if (!session->options.quiet)
    refnet_cli_tell(g_strdup_printf("%s; %s listed without one", addresses, without));
  return TRUE;
}

typedef struct {
  const char *name;
  gboolean names_people; /* refused without --show-people */
  gboolean (*write)(Session *session, RefnetOutput *output, GError **error); /* or: */
  NetworkFile files[NETWORK_FILES_MOST]; /* of the network; two or more make a folder */
} ExportFormat;

static const ExportFormat formats[] = {
    {"graphml", FALSE, NULL, {{NULL, refnet_export_graphml}}},
    {"gexf", FALSE, NULL, {{NULL, refnet_export_gexf}}},
    {"dot", FALSE, NULL, {{NULL, refnet_export_dot}}},
    {"pajek", FALSE, NULL, {{NULL, refnet_export_pajek}}},
    {"pajek-project", FALSE, NULL, {{NULL, refnet_export_pajek_project}}},
    {"json", FALSE, NULL, {{NULL, refnet_export_json}}},
    {"csv",
     FALSE,
     NULL,
     {{"nodes.csv", refnet_export_csv_nodes}, {"edges.csv", refnet_export_csv_edges}}},
    {"kumu",
     FALSE,
     NULL,
     {{"elements.csv", refnet_export_kumu_elements},
      {"connections.csv", refnet_export_kumu_connections}}},
    {"mailing-list", TRUE, write_mailing_list, {{NULL, NULL}}},
};

static const ExportFormat *find_format(const char *name, GError **error) {
  g_autoptr(GString) known = g_string_new(NULL);
  for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
    if (name && g_str_equal(formats[i].name, name))
      return &formats[i];
    g_string_append_printf(known, "%s%s", i ? ", " : "", formats[i].name);
  }
  if (name)
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "--to takes one of %s, not \"%s\"",
                known->str, name);
  else
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE, "export needs a format: --to %s",
                known->str);
  return NULL;
}

/* ---- the command ----------------------------------------------------------------------------- */

gboolean refnet_cli_export(Session *session, GError **error) {
  const ExportFormat *format = find_format(session->options.export_format, error);
  if (!format)
    return FALSE;
  if (format->names_people && !session->options.show_people) {
    g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                "a %s names people; say --show-people if that is what you want", format->name);
    return FALSE;
  }
  if (!format->write)
    return refnet_cli_export_network(session, format->files, error);
  if (!refnet_session_open(session, error))
    return FALSE;
  g_autoptr(RefnetOutput) output = refnet_session_output(session, session->options.output, error);
  return output && format->write(session, output, error) &&
         refnet_session_commit(session, output, error);
}
