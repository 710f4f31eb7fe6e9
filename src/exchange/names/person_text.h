/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a text says of one person: "Ann Lee, Director, 555-111-2222 <ann@elm.org>". */
#ifndef REFNET_EXCHANGE_NAMES_PERSON_TEXT_H
#define REFNET_EXCHANGE_NAMES_PERSON_TEXT_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *name;                 /* "": nobody */
  char *role, *email, *phone; /* NULL: not said */
} RefnetPersonInCell;

/* Caller frees with refnet_person_in_cell_free. O(length). */
RefnetPersonInCell *refnet_person_read(const char *said);
void refnet_person_in_cell_free(gpointer person);

/* "Executive Director", "VP of Programs" */
gboolean refnet_text_is_post(const char *text);
/* The text with a comma for each address and number, for where names begin and end. Caller frees.
 */
char *refnet_person_text_bare(const char *text);
/* The text with a semicolon behind an address or a number that a full name follows: lines of a cell
 * come as one. Caller frees. O(length). */
char *refnet_person_text_parted(const char *text);

G_END_DECLS

#endif
