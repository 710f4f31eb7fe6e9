/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words that findings share: counts, lists, names of organizations and contacts.
 * All results are the caller's to free. */
#ifndef REFNET_PRESENT_WORDING_WORDS_H
#define REFNET_PRESENT_WORDING_WORDS_H

#include <refnet/present.h>

/* "6", "1,240". */
char *refnet_words_digits(guint64 count);
/* "1 organisation", "6 organisations", "1,240 organisations": for lines and labels, not sentences.
 */
char *refnet_words_tally(guint64 count, const char *singular, const char *plural);
/* "six", "12", "1,240": counts under ten in words. */
char *refnet_words_number(guint64 count);
/* "1st", "2nd", "11th", "1,240th". */
char *refnet_words_ordinal(guint64 number);
/* "one organisation", "12 organisations". */
char *refnet_words_count(guint64 count, const char *singular, const char *plural);
/* The first letter of `text`, which is changed and returned, made a capital; not that of a file
 * name, an address or what else is spelled as it is. */
char *refnet_words_capital(char *text);
/* Takes the second of two full stops out of `text`, which is changed and returned: what ends with
 * "at Elm Clinic Inc.." ends with one. Three and more stay. */
char *refnet_words_single_stops(char *text);
/* "the rest of the network", to which `cut_off` organisations have no route without `leaving`
 * others, or, where these are all that have ties, "one another". Static. O(vertices) at most. */
const char *refnet_words_rest(const RefnetNetwork *network, guint32 cut_off, guint32 leaving);
/* "15 of 24". */
char *refnet_words_share(guint64 part, guint64 whole);
/* "all 24", "both": of two or more. */
char *refnet_words_all(guint64 count);
/* "15 of 24"; "all 24" where the part is the whole. */
char *refnet_words_share_or_all(guint64 part, guint64 whole);
/* What goes with a share as its verb: "1 of 8 organisations lists", "2 of 8 organisations list". */
const char *refnet_words_in_number(guint64 part, const char *one, const char *many);
/* "98 %", never 0 % or 100 % for what is neither. */
char *refnet_words_percent(double share);
/* A rate that somebody chose: "30 %", "12.5 %". */
char *refnet_words_rate(double share);
/* Whether so many `referrals` between two, the latest on `last` (may be UNKNOWN), are known to have
 * been made: not where the data have links without counts or dates, which are taken for one each.
 */
gboolean refnet_words_are_counted(const RefnetDataset *dataset, guint64 referrals, RefnetDate last);
/* Whether the data say how many referrals were made, not only who refers to whom or how often: by
 * counts, or by rows that are one referral each. O(arcs). */
gboolean refnet_words_have_counts(const RefnetNetwork *network);
/* What is known of an arc where there are no counts: "weekly", "yes"; of G_MAXUINT64 "no". */
const char *refnet_words_uncounted(const RefnetNetwork *network, guint64 arc);
/* A figure as it was measured: "5", "1,240", "0.5"; without decimals from 100 on. */
char *refnet_words_figure(double figure);
/* Whole people, for a share of one reads oddly: "six", "240", "fewer than one", "none". */
char *refnet_words_people(double people);
/* "about 240 people a year", "about one person a year", "less than one person a year". `about` is
 * what stands before a figure; "": nothing. `term`: NULL for people. */
char *refnet_words_people_a_year(double people, const char *about, const char *term);
/* Whether these words go with a verb in the singular. */
gboolean refnet_words_is_one_person(double people);
/* "A", "A and B", "A, B and three others" after `most` names (0: all); "A, Inc.; B; and C" where
 * one has a comma of its own. Names are borrowed. */
char *refnet_words_list(const char *const *names, gsize length, gsize most);
/* Labels of organizations, as refnet_words_list. */
char *refnet_words_organizations(const RefnetDataset *dataset, RefnetIndexList organizations,
                                 gsize most);
/* The same of a network's vertices. */
char *refnet_words_vertices(const RefnetNetwork *network, RefnetIndexList vertices, gsize most);
char *refnet_words_values(const RefnetVocabulary *vocabulary, RefnetIndexList values, gsize most);
/* "Eastside, Northport and seven other areas". */
char *refnet_words_areas(const RefnetDataset *dataset, RefnetIndexList areas, gsize most);
/* " or elsewhere" behind the area of a gap whose providers offer the service in other areas, too:
 * referrals do not say where the people were. "" where they don't. O(offers of the providers). */
const char *refnet_words_or_elsewhere(const RefnetDataset *dataset, const RefnetGap *gap);
/* "Ana Ruiz at ORG" with `show_people`, else "contact 1 of 2 at ORG". */
char *refnet_words_contact(const RefnetDataset *dataset, guint32 contact, gboolean show_people);

#endif
