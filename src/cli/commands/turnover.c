/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/commands/turnover.h"

#include <string.h>

static gboolean read_share(const char *value, const char *text, double *share, GError **error) {
  if (refnet_number_parse(text, share) && *share >= 0 && *share <= 1)
    return TRUE;
  g_autofree char *shown = refnet_text_display(value, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "--turnover takes a number from 0 to 1, or NAME= and such a number, not \"%s\"",
              shown);
  return FALSE;
}

static gboolean find_name(const RefnetDataset *dataset, const char *name, RefnetTurnover *turnover,
                          GError **error) {
  turnover->sector = refnet_vocabulary_find(&dataset->sectors, name);
  turnover->organization =
      turnover->sector == REFNET_NONE ? refnet_dataset_find(dataset, name, error) : REFNET_NONE;
  if (turnover->sector != REFNET_NONE || turnover->organization != REFNET_NONE)
    return TRUE;
  g_prefix_error(error, "--turnover: no sector and ");
  return FALSE;
}

gboolean refnet_cli_turnover(const Session *session, RefnetRiskOptions *risk,
                             RefnetTurnover **turnovers, GError **error) {
  char **values = session->options.turnovers;
  guint count = values ? g_strv_length(values) : 0;
  *turnovers = g_new0(RefnetTurnover, count + 1);
  risk->turnovers = *turnovers;
  for (guint i = 0; i < count; i++) {
    const char *sign = strrchr(values[i], '=');
    RefnetTurnover *turnover = &(*turnovers)[risk->turnover_count];
    g_autofree char *name = sign ? g_strndup(values[i], (gsize)(sign - values[i])) : NULL;
    double share;
    if (!read_share(values[i], sign ? sign + 1 : values[i], &share, error) ||
        (name && !find_name(session->dataset, name, turnover, error)))
      return FALSE;
    turnover->share = share;
    if (name)
      risk->turnover_count++;
    else
      risk->turnover = share;
  }
  return TRUE;
}
