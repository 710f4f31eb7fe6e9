/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/description/response.h"

#include "present/wording/words.h"

/* Rows are ordered by organization, which may have several: the rows of the one at `*row`, which
 * moves on to the next one. */
static gboolean next_answered(const RefnetDataset *dataset, guint32 *row) {
  guint32 organization = dataset->respondents[*row].organization;
  gboolean yes = FALSE;
  for (;
       *row < dataset->respondent_count && dataset->respondents[*row].organization == organization;
       (*row)++)
    yes |= dataset->respondents[*row].answered == REFNET_TRI_YES;
  return yes;
}

/* Those with a vertex; `vertex` NULL: all. */
static guint32 count_asked(const RefnetDataset *dataset, const guint32 *vertex, guint32 *answered) {
  guint32 asked = 0;
  *answered = 0;
  for (guint32 row = 0; row < dataset->respondent_count;) {
    guint32 organization = dataset->respondents[row].organization;
    gboolean yes = next_answered(dataset, &row);
    if (vertex && vertex[organization] == REFNET_NONE)
      continue;
    asked++;
    *answered += yes;
  }
  return asked;
}

guint32 refnet_response_asked(const RefnetNetwork *network, guint32 *answered) {
  return count_asked(network->dataset, network->vertex, answered);
}

char *refnet_response_sentence(const RefnetDataset *dataset) {
  guint32 answered, asked = count_asked(dataset, NULL, &answered);
  if (asked == 0)
    return NULL;
  g_autofree char *share = refnet_words_share(answered, asked);
  return g_strdup_printf(
      "%s organisations in respondents.csv answered%s", share,
      answered == asked ? "." : "; what the others left unsaid is unknown, not missing.");
}

char *refnet_response_silent(const RefnetNetwork *network, gsize most, guint32 *closed) {
  const RefnetDataset *dataset = network->dataset;
  g_autoptr(GArray) silent = g_array_new(FALSE, FALSE, sizeof(guint32));
  *closed = 0;
  for (guint32 row = 0; row < dataset->respondent_count;) {
    guint32 organization = dataset->respondents[row].organization;
    if (next_answered(dataset, &row) || network->vertex[organization] == REFNET_NONE)
      continue;
    if (dataset->organizations[organization].closed)
      (*closed)++;
    else
      g_array_append_val(silent, organization);
  }
  RefnetIndexList list = {(const guint32 *)(void *)silent->data, silent->len};
  return list.length > 0 ? refnet_words_organizations(dataset, list, most) : NULL;
}
