/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that are nearly the one somebody wrote: "did you mean …?" */
#ifndef REFNET_MODEL_DATASET_NEAR_NAMES_H
#define REFNET_MODEL_DATASET_NEAR_NAMES_H

#include <refnet/model.h>

G_BEGIN_DECLS

/* How near `known` is to `asked`, both folded: 0 the same but for punctuation, brackets, Saint and
 * St, legal forms and common abbreviations; 1 the one is the other's initials; then the edits
 * between them, as long as there are few for the length; last, one with words added. G_MAXUINT: not
 * near. O(|known| · |asked|) at most, mostly O(|known|). */
guint refnet_names_nearness(const char *known, const char *asked);
/* The same by edits and words added alone, for very many names. */
guint refnet_names_edits(const char *known, const char *asked);

/* What tells the name from others: folded, without punctuation, blanks, "and", "the" in front
 * or behind a comma at its end, the legal form at its end and its own initials in brackets, with
 * short forms written out that stand for one word only. Two names with equal ones are meant as one.
 * "": nothing does. Caller frees. O(length). */
char *refnet_name_plain(const char *name);

/* "Did you mean" for short lists: the one of `names` nearest to `text`, near enough to be meant, or
 * REFNET_NONE. Equal ones: the first. O(length · |text|). */
guint32 refnet_nearest_name(const char *const *names, guint32 length, const char *text);
/* What to say after "no … is called TEXT": "; did you mean "respite care"?", or, where none is near
 * and they are few, "; the data have "food" and "housing"", or nothing; caller frees. As long. */
char *refnet_names_advice(const char *const *names, guint32 length, const char *text);
/* Names and keys of all areas, which are the dataset's, for these. O(areas). */
GPtrArray *refnet_area_names(const RefnetDataset *dataset);

G_END_DECLS

#endif
