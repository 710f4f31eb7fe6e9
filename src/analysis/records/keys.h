/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What two rows about one organization have in common however each of them is written. */
#ifndef REFNET_ANALYSIS_RECORDS_KEYS_H
#define REFNET_ANALYSIS_RECORDS_KEYS_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* Texts are equal for two spellings of one thing; NULL where the cell is blank (NULL) or says
 * nothing that could tell organizations apart. Caller frees. O(length). */

/* The words of a name in order as two people would both write them, without "the" and without legal
 * forms at the end. Numbers and compass points stay, for they tell chapters apart. */
char *refnet_key_name(const char *name);
/* The first address in the cell, without "mailto:". */
char *refnet_key_email(const char *email);
/* The domain without "www.". NULL for hosts that many share (facebook.com, gmail.com …). */
char *refnet_key_website(const char *website);
/* The domain of an e-mail address, as above. */
char *refnet_key_email_domain(const char *email);
/* Letters and digits only. NULL under five of them and where all are alike. */
char *refnet_key_tax_id(const char *tax_id);

/* The numbers in a cell, at most `most`, each of the last ten digits or fewer, without extensions.
 * Left out: under seven digits (hotlines like 211), all digits alike. Returns how many. O(length).
 */
guint refnet_key_phones(const char *phone, guint64 *numbers, guint most);
/* A number that all branches of a body may give, wherever they are. */
gboolean refnet_key_phone_is_toll_free(guint64 number);

/* An address taken apart. */
typedef struct {
  char *number; /* of the house or post box ("box 12"); NULL: none */
  char *street; /* its words without kind, direction, floor and room; NULL: none */
  char *unit;   /* suite, floor or room; NULL: none */
} RefnetAddress;

/* The parts of an address as a cell has it (NULL: none), its words folded; to be cleared.
 * O(length).
 */
void refnet_address_parse(const char *address, RefnetAddress *parts);
void refnet_address_clear(RefnetAddress *parts);
/* Two streets as people misspell them: a letter or two apart, the one the beginning of the other,
 * or in two words what the other has in one. O(length²). */
gboolean refnet_streets_alike(const char *a, const char *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RefnetAddress, refnet_address_clear)

G_END_DECLS

#endif
