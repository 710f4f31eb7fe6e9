/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/commands.h"

#include <refnet/exchange.h>

enum { RENEWAL_DAYS = 90 };

static gboolean write_calendar(Session *session, const RefnetCheckIns *check_ins,
                               const RefnetWording *wording, GError **error) {
  g_autoptr(RefnetOutput) output = refnet_session_output(session, session->options.calendar, error);
  if (!output)
    return FALSE;
  refnet_check_ins_write_calendar(check_ins, wording, output);
  return refnet_session_commit(session, output, error);
}

gboolean refnet_cli_check_ins(Session *session, GError **error) {
  const CliOptions *options = &session->options;
  RefnetWording wording = refnet_session_wording(session);
  gboolean is_within_given = refnet_cli_option_given(options, "within");
  RefnetCheckInOptions check = {
      .as_of = wording.as_of,
      .cadence = (guint32)options->cadence,
      .check_in_days = is_within_given ? (guint32)options->within : 0,
      .renewal_days = is_within_given ? (guint32)options->within : RENEWAL_DAYS,
  };
  if (!refnet_session_open(session, error))
    return FALSE;
  g_autoptr(RefnetCheckIns) check_ins = refnet_check_ins_new(session->network, &check, error);
  if (!check_ins)
    return FALSE;
  if (options->calendar)
    return write_calendar(session, check_ins, &wording, error);
  g_autoptr(RefnetDescription) description = refnet_describe_check_ins(check_ins, &wording);
  return refnet_session_present(session, description, error);
}
