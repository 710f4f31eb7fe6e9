/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What two rows about one organization have in common however each of them is written. */
#ifndef REFNET_ANALYSIS_RECORDS_KEYS_H
#define REFNET_ANALYSIS_RECORDS_KEYS_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* Each returns a text that is equal for two spellings of one thing, or NULL where the cell is blank
 * (NULL) or says nothing that could tell organizations apart. Caller frees. O(length). */

/* Case, accents and punctuation folded; "&" and "+" read as "and"; "the" and legal forms at the end
 * dropped; Saint, St. and Street alike; ordinals as figures; initials joined (Y.M.C.A.); common
 * short forms written out. Numbers and compass points stay, for they tell chapters apart. */
char *refnet_key_name(const char *name);
/* Are these two keys of names all but equal: each word of the shorter is in the longer, give or
 * take a letter or two (never in a number, never in a compass point), and at most one word in four
 * is left over? Chapters that differ in a word ("of North Harbor", "Post 41") are not. O(words²).
 */
gboolean refnet_key_names_similar(const char *a, const char *b);
/* The last ten digits without extension. NULL under seven digits (hotlines like 211) and where all
 * digits are alike. */
char *refnet_key_phone(const char *phone);
/* A number that all branches of a body may give, wherever they are. */
gboolean refnet_key_phone_is_toll_free(const char *key);
/* The first address in the cell, without "mailto:". */
char *refnet_key_email(const char *email);
/* The domain without "www.". NULL for hosts that many share (facebook.com, gmail.com …). */
char *refnet_key_website(const char *website);
/* Letters and digits only. NULL under five of them and where all are alike. */
char *refnet_key_tax_id(const char *tax_id);
/* Folded, common street words shortened alike. */
char *refnet_key_address(const char *address);
/* Folded, without "city of", "township" and the like. */
char *refnet_key_town(const char *city);

G_END_DECLS

#endif
