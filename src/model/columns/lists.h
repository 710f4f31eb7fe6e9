/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cells that hold several values. */
#ifndef REFNET_MODEL_COLUMNS_LISTS_H
#define REFNET_MODEL_COLUMNS_LISTS_H

#include "base/pool.h"

#include <refnet/model.h>

G_BEGIN_DECLS

/* The parts of `text` between `separators`, trimmed, blank ones left out; g_strfreev. O(length). */
char **refnet_list_split(const char *text, const char *separators);

/* Do ; or | separate the parts of the cell? */
gboolean refnet_list_is_separated(const char *text);

/* The parts of a cell of names, separated by ; or |, in the pool. FALSE when memory ran out. */
gboolean refnet_list_texts(RefnetPool *pool, const char *text, RefnetTextList *list);

G_END_DECLS

#endif
