/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far reading has come, for people who wait at a terminal. */
#ifndef REFNET_CLI_TERMINAL_PROGRESS_H
#define REFNET_CLI_TERMINAL_PROGRESS_H

#include <refnet/base.h>

/* Zero-initialize. */
typedef struct {
  gint64 begun, told; /* microseconds; 0: not yet */
  char label[64];     /* of the file being read, perhaps cut short */
  gboolean shown;     /* a line stands on the terminal */
} Progress;

/* A RefnetProgressFunc whose data is a Progress: after a second, and then five times a second, a
 * line on stderr with the share read, the rate and the time left. Nothing where stderr is no
 * terminal. */
void refnet_cli_progress(const char *label, guint64 done, guint64 total, gpointer progress);
/* Takes the line away. */
void refnet_cli_progress_end(Progress *progress);

#endif
