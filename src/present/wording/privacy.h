/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names and addresses of listed contacts that stand where nobody would look for them: in notes, in
 * a parent's cell, in a cell that a message quotes. Each is O(contacts). */
#ifndef REFNET_PRESENT_WORDING_PRIVACY_H
#define REFNET_PRESENT_WORDING_PRIVACY_H

#include <refnet/model.h>

/* The text is a listed contact's name or e-mail address, letter case aside. NULL is not. */
gboolean refnet_is_contact(const RefnetDataset *dataset, const char *text);
/* The name or e-mail address of a listed contact stands somewhere in the text. NULL: no. */
gboolean refnet_mentions_contact(const RefnetDataset *dataset, const char *text);
/* The text, or NULL where it is a contact's and names were not asked for. */
const char *refnet_without_contact(const RefnetDataset *dataset, const char *text,
                                   gboolean show_people);
/* A message in which every quoted cell that is a contact's reads "(a contact)"; caller frees. */
char *refnet_withhold_quoted(const RefnetDataset *dataset, const char *message);
/* The heading of a column that is not refnet's own says that it may name people or how to reach
 * them. */
gboolean refnet_may_name_people(const char *heading);

#endif
