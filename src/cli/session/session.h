/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One run of a command: its options and arguments, and the steps that all commands share. */
#ifndef REFNET_CLI_SESSION_SESSION_H
#define REFNET_CLI_SESSION_SESSION_H

#include "cli/files/survey_files.h"
#include "cli/session/command.h"
#include "cli/terminal/interrupt.h"
#include "cli/terminal/tell.h"
#include <refnet/present.h>

typedef struct Session {
  const Command *command;
  CliOptions options;
  char **arguments;    /* after the command and its options: DATASET … */
  SurveyFiles *survey; /* given for referrals or respondents; NULL: none */
  RefnetDataset *dataset;
  RefnetNetwork *network;
  char *const *services; /* that may be new: known though the data lack them; or NULL. Borrowed */
  const char *beside;    /* path of a dataset to compare it with; NULL: there is none */
  RefnetDataset *other;  /* what is there, once the session is open */
  const RefnetNetwork *older; /* that it is compared with; NULL: there is none. Borrowed */
  Interrupt *interrupt;
  int exit_status; /* of a run without error */
} Session;

void refnet_session_dispose(Session *session);

/* What --delimiter stands for; 0: told from the header. */
gboolean refnet_session_delimiter(const Session *session, char *delimiter, GError **error);
/* Loads DATASET, and says on stderr what was read and what is wrong with it. */
gboolean refnet_session_load(Session *session, GError **error);
/* Loads another dataset, or a file of organizations, as DATASET is loaded; the caller frees it. */
RefnetDataset *refnet_session_load_list(const Session *session, const char *path, GError **error);
/* Loads DATASET, and what is beside it, and makes the network of the filters, which may name values
 * of either. */
gboolean refnet_session_open(Session *session, GError **error);
/* The network of `filter` without its first day, in which a relationship may have lapsed; NULL
 * where there is none. */
gboolean refnet_session_past(const Session *session, const RefnetFilter *filter,
                             RefnetNetwork **past, GError **error);
/* The vertex of the organization that an argument names. */
gboolean refnet_session_find(Session *session, const char *text, guint32 *vertex, GError **error);

RefnetWording refnet_session_wording(const Session *session);
/* Puts "contact 1 of 2 at ORG" in place of the value of an option that names a person, unless names
 * were asked for: what is recorded of the request names nobody either. */
void refnet_session_withhold_name(const Session *session, char **person);
/* Writes the description where -o says and sets the exit status. */
gboolean refnet_session_present(Session *session, const RefnetDescription *description,
                                GError **error);
/* Opens -o (or standard output) so that an interruption leaves nothing half written. */
RefnetOutput *refnet_session_output(Session *session, const char *path, GError **error);
gboolean refnet_session_commit(Session *session, RefnetOutput *output, GError **error);

#endif
