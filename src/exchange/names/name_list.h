/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Organizations by name, as people write names: exactly, in other letters, or almost. */
#ifndef REFNET_EXCHANGE_NAMES_NAME_LIST_H
#define REFNET_EXCHANGE_NAMES_NAME_LIST_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct RefnetNameList RefnetNameList;

RefnetNameList *refnet_name_list_new(void);
void refnet_name_list_free(RefnetNameList *list);

/* The number of the organization called `name`, added when no name there folds to the same. */
guint32 refnet_name_list_add(RefnetNameList *list, const char *name);
/* A new organization, though the name of another may fold alike; then only the name exactly as
 * written means the new one. */
guint32 refnet_name_list_append(RefnetNameList *list, const char *name);
/* The organization's id, which means it even where another one is called so. */
void refnet_name_list_id(RefnetNameList *list, guint32 organization, const char *id);
/* Another name that `organization` answers to, unless it is somebody's own name; another name of
 * two means neither. */
void refnet_name_list_alias(RefnetNameList *list, guint32 organization, const char *name);
guint32 refnet_name_list_length(const RefnetNameList *list);
const char *refnet_name_list_name(const RefnetNameList *list, guint32 organization);

/* Who is called `text`: by id, else as written, else folded alike; else, `loosely`, but for "the",
 * a legal form, short forms and punctuation, or an acronym in brackets behind the name.
 * REFNET_NONE: nobody, or more than one could be meant. O(length). */
guint32 refnet_name_list_find(const RefnetNameList *list, const char *text, gboolean *loosely);
/* Those who are called `text` alike (guint32) where it is nobody's id, and not just one of them is
 * written so; NULL: at most one is meant. The list's. O(length). */
const GArray *refnet_name_list_namesakes(const RefnetNameList *list, const char *text);
/* The name that is nearest to `text` and may be meant; NULL: none is near. O(names). */
const char *refnet_name_list_suggest(const RefnetNameList *list, const char *text);

/* One part of a cell that holds several names. */
typedef struct {
  guint32 organization; /* REFNET_NONE: nobody is called so */
  gboolean loosely;
  char *text; /* as the cell has it; owned */
} RefnetNamePart;

/* The names in a cell, in the cell's order. They are divided by commas, semicolons, bars or line
 * ends, but a known name stays whole whatever is in it: what is divided where is chosen so that as
 * little as possible stays unknown. A legal form ("Inc.") goes with the name before it. An array of
 * RefnetNamePart that frees what it holds. O(parts · names of up to eight parts). */
GArray *refnet_name_list_split(const RefnetNameList *list, const char *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetNameList, refnet_name_list_free)

G_END_DECLS

#endif
