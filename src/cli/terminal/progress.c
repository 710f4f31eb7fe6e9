/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/terminal/progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PATIENCE = 1000000, BETWEEN = 200000 }; /* microseconds */

static void show(Progress *progress, guint64 done, guint64 total, double seconds) {
  double rate = (double)done / seconds;
  g_autofree char *valid = g_utf8_make_valid(progress->label, -1);
  g_autofree char *name = refnet_text_display(valid, 40);
  fprintf(stderr, "\r\033[K%s: %.0f MB", name, (double)done / 1e6);
  if (total > 0)
    fprintf(stderr, " of %.0f MB", (double)total / 1e6);
  fprintf(stderr, ", %.0f MB/s", rate / 1e6);
  if (total > done)
    fprintf(stderr, ", %.0f s left", (double)(total - done) / rate);
  fflush(stderr);
  progress->shown = TRUE;
}

void refnet_cli_progress(const char *label, guint64 done, guint64 total, gpointer data) {
  Progress *progress = data;
  gint64 now = g_get_monotonic_time();
  if (progress->begun == 0 || strncmp(progress->label, label, sizeof progress->label - 1) != 0) {
    progress->begun = now;
    g_strlcpy(progress->label, label, sizeof progress->label);
  }
  gint64 passed = now - progress->begun;
  if (passed < PATIENCE || now - progress->told < BETWEEN || !isatty(STDERR_FILENO))
    return;
  progress->told = now;
  show(progress, done, total, (double)passed / 1e6);
}

void refnet_cli_progress_end(Progress *progress) {
  if (progress->shown)
    fputs("\r\033[K", stderr);
  progress->shown = FALSE;
}
