/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/who_else/path_sentences.h"

#include "present/wording/words.h"

static const char *label_of(const RefnetNetwork *network, const RefnetStep *step) {
  return refnet_network_label(network, step->vertex);
}

char *refnet_path_route(const RefnetNetwork *network, const RefnetPath *path) {
  GString *route = g_string_new(NULL);
  for (guint32 i = 0; i < path->length; i++)
    g_string_append_printf(route, "%s%s", i ? " → " : "", label_of(network, &path->steps[i]));
  return g_string_free(route, FALSE);
}

char *refnet_path_weakest(const RefnetNetwork *network, const RefnetPath *path) {
  const RefnetStep *weakest = &path->steps[path->weakest];
  const char *from = label_of(network, weakest - 1), *to = label_of(network, weakest);
  g_autofree char *referrals =
      refnet_words_count(weakest->count, "referral is recorded", "referrals are recorded");
  g_autofree char *date = refnet_date_words(weakest->last);
  g_autofree char *between = g_strdup_printf(
      path->length > 2 ? "The weakest step is between %s and %s:" : "Between %s and %s", from, to);
  if (!refnet_words_are_counted(network->dataset, weakest->count, weakest->last))
    return g_strdup_printf(network->dataset->referrals.frequency
                               ? "%s only a frequency is recorded."
                               : "%s a link is recorded, but not how often or when; it is taken as "
                                 "a year old.",
                           between);
  if (!date)
    return g_strdup_printf("%s %s without a date, taken as a year old.", between, referrals);
  return g_strdup_printf("%s %s, the latest on %s.", between, referrals, date);
}
