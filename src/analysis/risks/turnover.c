/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many people leave an organization in a year. */
#include "analysis/risks/turnover.h"

#include <string.h>

#include "analysis/memory.h"

static gboolean is_share(double value) {
  return value >= 0 && value <= 1;
}

static gboolean check_shares(const RefnetRiskOptions *options, GError **error) {
  gboolean ok = is_share(options->turnover);
  for (gsize i = 0; i < options->turnover_count; i++)
    ok = ok && is_share(options->turnovers[i].share);
  if (!ok)
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_USAGE,
                        "turnover is a yearly share between 0 and 1");
  return ok;
}

/* "0.4", "40%", "40 %". */
static gboolean read_share(const char *text, double *share) {
  gsize length = strlen(text);
  gboolean is_percent = length > 0 && text[length - 1] == '%';
  g_autofree char *number = g_strndup(text, is_percent ? length - 1 : length);
  double value;
  if (!refnet_number_parse(g_strchomp(number), &value))
    return FALSE;
  if (is_percent)
    value /= 100;
  if (!is_share(value))
    return FALSE;
  *share = value;
  return TRUE;
}

static const RefnetAttribute *find_column(const RefnetDataset *dataset) {
  for (guint32 i = 0; i < dataset->attribute_count; i++) {
    g_autofree char *fold = refnet_text_fold_header(dataset->attributes[i].name);
    if (g_str_equal(fold, "turnover") || g_str_equal(fold, "yearlyturnover") ||
        g_str_equal(fold, "staffturnover"))
      return &dataset->attributes[i];
  }
  return NULL;
}

double *refnet_turnover_new(const RefnetDataset *dataset, const RefnetRiskOptions *options,
                            guint32 *unread, GError **error) {
  if (!check_shares(options, error))
    return NULL;
  double *turnover = REFNET_TRY_ARRAY(double, dataset->organization_count, error);
  const RefnetAttribute *column = find_column(dataset);
  *unread = 0;
  for (guint32 o = 0; turnover && o < dataset->organization_count; o++) {
    turnover[o] = options->turnover;
    for (gsize i = 0; i < options->turnover_count; i++)
      if (options->turnovers[i].sector != REFNET_NONE &&
          options->turnovers[i].sector == dataset->organizations[o].sector)
        turnover[o] = options->turnovers[i].share;
    if (column && column->values[o])
      *unread += !read_share(column->values[o], &turnover[o]);
  }
  for (gsize i = 0; turnover && i < options->turnover_count; i++)
    if (options->turnovers[i].organization != REFNET_NONE)
      turnover[options->turnovers[i].organization] = options->turnovers[i].share;
  return turnover;
}
