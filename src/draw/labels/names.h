/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands beside a disc: the name of an organization, made short enough for a map. */
#ifndef REFNET_DRAW_LABELS_NAMES_H
#define REFNET_DRAW_LABELS_NAMES_H

#include <refnet/draw.h>

G_BEGIN_DECLS

/* `name` without legal suffixes ("Inc.", "LLC") and a leading "The", and, when it is still longer
 * than a map can bear, with common words abbreviated ("County" → "Co.", "Department" → "Dept."). A
 * name that would be left without letters stays as it is. Caller frees. O(length). */
char *refnet_name_shorten(const char *name);

/* `name` as a title says it: whole up to `most` characters; else shortened as above and, where it
 * is still longer, cut between words. Control characters are made visible. Caller frees.
 * O(length). */
char *refnet_name_in_title(const char *name, guint most);

/* The label of each vertex: its short name, else its shortened name; where two would be the same,
 * their full names. Control characters are made visible. Free with g_strfreev. O(n · length). */
char **refnet_names_for_map(const RefnetNetwork *network);

/* As the option chooses, the short ones as above. Free with g_strfreev. */
char **refnet_names_by(const RefnetNetwork *network, RefnetMapLabel label);
/* The same for a legend, which says the names of those whose ids the map has. */
char **refnet_names_in_words(const RefnetNetwork *network, RefnetMapLabel label);

/* Sorts vertices by name, whatever its capitals and accents, then by number. `names` is by vertex.
 * O(n log n). */
void refnet_names_sort(char *const *names, guint32 *vertices, guint32 count);

G_END_DECLS

#endif
