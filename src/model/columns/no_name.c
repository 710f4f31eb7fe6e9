/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/no_name.h"

#include <string.h>

#include "model/columns/words.h"

/* "Total", "Grand total: 24", "Sub-total", "Citywide total", "Total referrals in" and "Average";
 * but Total Health is somebody, and a formula is none of these. */
gboolean refnet_word_is_total(const char *text) {
  static const char before[] = "grand sub overall row column combined county city state region "
                               "countywide citywide statewide regionwide";
  static const char behind[] =
      "in out sent received made given incoming outgoing inbound outbound referrals referred count "
      "number of for per by all row rows column columns month year organizations organisations "
      "agencies clients people unduplicated members contacts partners participants attendance "
      "attendees attending served capacity slots demand need";
  g_autofree char *slug = refnet_text_slug(text);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  const guint first = words[0] != NULL && refnet_word_is_among(words[0], before);
  if (*text == '=' || words[0] == NULL || words[first] == NULL ||
      !refnet_word_is_among(
          words[first], first > 0 ? "total totals" : "total totals subtotal subtotals sum average"))
    return FALSE;
  for (guint i = first + 1; words[i] != NULL; i++)
    if (words[i][strspn(words[i], "0123456789")] != '\0' && !refnet_word_is_among(words[i], behind))
      return FALSE;
  return TRUE;
}

/* "— page 2 —", "Page 2 of 5" */
static gboolean is_page_number(const char *text) {
  static const char word[] = "page-";
  g_autofree char *slug = refnet_text_slug(text);
  if (!g_str_has_prefix(slug, word))
    return FALSE;
  const char *rest = slug + strlen(word);
  return g_ascii_isdigit(*rest) && rest[strspn(rest, "0123456789-of")] == '\0';
}

gboolean refnet_word_is_remark(const char *text) {
  static const char *const beginnings[] = {"note:",
                                           "notes:",
                                           "note -",
                                           "source:",
                                           "sources:",
                                           "*note",
                                           "* ",
                                           "** ",
                                           "n =",
                                           "legend:",
                                           "key:",
                                           "copyright ",
                                           "© ",
                                           "(c) ",
                                           "generated ",
                                           "exported ",
                                           "last updated",
                                           "total attendees",
                                           "confidential information",
                                           "report generated",
                                           "updated by",
                                           "please "};
  g_autofree char *lower = g_utf8_strdown(text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS(beginnings); i++)
    if (g_str_has_prefix(lower, beginnings[i]))
      return TRUE;
  return is_page_number(text);
}

static gboolean is_one_of(const char *text, const char *words) {
  g_autofree char *folded = refnet_text_fold_header(text);
  return refnet_word_is_among(folded, words);
}

gboolean refnet_word_is_every_service(const char *text) {
  return is_one_of(text, "all allservices everyservice allprograms allneeds");
}

gboolean refnet_word_repeats_above(const char *text) {
  static const char marks[] = "\"'\xe2\x80\x9c\xe2\x80\x9d\xe2\x80\x99\xe3\x80\x83 ";
  return (*text != '\0' && text[strspn(text, marks)] == '\0') ||
         is_one_of(text, "same sameasabove asabove seeabove above ditto idem");
}

gboolean refnet_word_is_stand_in(const char *text) {
  return refnet_word_repeats_above(text) ||
         is_one_of(text, "seebelow tbd tba tobedetermined tobeannounced various multiple several "
                         "other others misc miscellaneous unspecified notspecified");
}

/* "Self", "walk-in", "family member": how people come who were not referred by an organization. */
static gboolean is_way_in(const char *text) {
  return is_one_of(text, "self selfreferral selfreferred selfreferrals walkin walkins dropin "
                         "dropins family familymember familyfriend familyorfriend "
                         "friendorfamily friendsandfamily familyandfriends friend client "
                         "clients caregiver parent parents neighbor wordofmouth "
                         "internet website online googlesearch websearch socialmedia flyer");
}

gboolean refnet_word_is_own_behalf(const char *text) {
  return is_one_of(text,
                   "self myself individual individuals citizen resident residents "
                   "localresident communitymember communityresident communityvolunteer "
                   "concernedcitizen interestedcitizen public generalpublic memberofthepublic "
                   "guest visitor volunteer retired retiree student unaffiliated independent "
                   "community notaffiliated noaffiliation");
}

gboolean refnet_word_is_below_table(const char *text) {
  const gboolean is_marked = !g_ascii_isalnum(*text) || strchr(text, ':') != NULL;
  return refnet_word_is_total(text) || is_page_number(text) ||
         (is_marked && refnet_word_is_remark(text));
}

const char *refnet_word_other_than_name(const char *text) {
  if (refnet_word_is_total(text))
    return "a total";
  if (refnet_word_is_stand_in(text))
    return "a word in place of a name";
  if (is_way_in(text))
    return "a way in which people come";
  return refnet_word_is_remark(text) ? "a remark" : NULL;
}
