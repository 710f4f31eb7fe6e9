/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a row of headers says, wherever it stands: which file of a dataset it would head, and how
 * surely. Headers are a list, ended by NULL, of the row's filled cells, folded; those of signs
 * alone as they are. */
#ifndef REFNET_MODEL_COLUMNS_HEADER_ROW_H
#define REFNET_MODEL_COLUMNS_HEADER_ROW_H

#include "model/columns/fields.h"

G_BEGIN_DECLS

/* The headers of a row of `length` texts, without the blank ones. Caller frees. O(their length). */
GStrv refnet_header_row(const char *const *texts, gsize length);

/* Is one of them the field of the file, by its own name or one that means it? O(headers ·
 * synonyms), as all below for a file. */
gboolean refnet_header_row_has(char *const *headers, RefnetFile file, guint field);

/* How plainly headers have to say that a referral goes from one to the other. */
typedef enum {
  REFNET_ENDS_ANY,     /* "from" and "to" will do; where from is said, "provider" is to */
  REFNET_ENDS_REFERRED /* not what journeys and letters have, too: "from", "sender", "origin" */
} RefnetEnds;

/* Do the headers name both ends of referrals? */
gboolean refnet_header_row_names_ends(char *const *headers, RefnetEnds ends);

/* How well they serve as the header of the file; 0: a required column is missing. `columns`: what
 * --column says of headers, or NULL. */
guint refnet_header_row_score(char *const *headers, RefnetFile file, const char *const *columns);

/* Whether headers of that score show by themselves that the table is the file: half of them or more
 * are known, and two at least; what programs export has many more columns. */
gboolean refnet_header_row_convinces(char *const *headers, RefnetFile file, guint score);

/* The score where it convinces, else 0. */
guint refnet_header_row_sure_score(char *const *headers, RefnetFile file,
                                   const char *const *columns);

/* How many of them are fields of the file. */
guint refnet_header_row_known(char *const *headers, RefnetFile file);

/* Is there a header that only organizations have? */
gboolean refnet_header_row_is_of_organizations(char *const *headers);

/* A list of people has no column of services; a list of organizations may have one of contacts. */
gboolean refnet_header_row_lists_services(char *const *headers);

/* Members may be people: their names stand beside what they are, or beside their organization. */
gboolean refnet_header_row_lists_people(char *const *headers);

/* Is one of them among the words, which are folded and separated by blanks? */
gboolean refnet_header_row_has_word(char *const *headers, const char *words);

G_END_DECLS

#endif
