/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/coalition/ties_search.h"

#include "analysis/who_else/suggestions.h"

gboolean refnet_tie_is_about_chosen(const RefnetTieSearch *search, guint32 a, guint32 b) {
  return (search->chosen[a] || search->chosen[b]) && !search->excluded[a] && !search->excluded[b];
}

gboolean refnet_ties_are_one(const RefnetTieSearch *search, guint32 a, guint32 b) {
  return (search->same && search->same[a] == search->same[b]) ||
         refnet_is_part_of_same_body(search->network, a, b);
}

double refnet_tie_fit(const RefnetTieSearch *search, guint32 a, guint32 b) {
  gsize members = search->members;
  return (search->fit[a * members + b] + search->fit[b * members + a]) / 2;
}
