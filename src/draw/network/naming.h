/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is named on a map, who is numbered, and what their labels say. */
#ifndef REFNET_DRAW_NETWORK_NAMING_H
#define REFNET_DRAW_NETWORK_NAMING_H

#include "draw/network/arrangement.h"

G_BEGIN_DECLS

/* The connected vertices, `layout->placed` of them, the most important first; free with g_free. */
guint32 *refnet_naming_order(const RefnetArrangement *a);

/* Chooses who is named before it is known for whom there is room: everybody where they are few, the
 * most important of many, isolates always. */
void refnet_naming_choose(RefnetArrangement *a);

/* Sets numbers, key, note and the text of labels for who is named and numbered now. */
void refnet_naming_set(RefnetArrangement *a);

/* Breaks the name of vertex v into the lines of its label, which has to be empty, in its shape. */
void refnet_naming_wrap(RefnetArrangement *a, guint32 v);

/* Turns the labels of isolates into numbers, or numbers into nothing. */
void refnet_naming_shorten_isolates(RefnetArrangement *a);

/* Leaves out all numbers, and the key with them. */
void refnet_naming_drop_numbers(RefnetArrangement *a);

G_END_DECLS

#endif
