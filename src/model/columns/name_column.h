/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Whose names a column "Name" has, in a table of organizations. */
#ifndef REFNET_MODEL_COLUMNS_NAME_COLUMN_H
#define REFNET_MODEL_COLUMNS_NAME_COLUMN_H

#include <glib.h>

G_BEGIN_DECLS

/* The column with the names of the organizations, where that would be `name` by its header alone.
 * "Agency Name, City, Name, Title, Email": a "Name" beside what only people have, behind a column
 * that says whose name it has, is a person's. `headers`: folded. O(length · synonyms). */
guint refnet_organization_name_column(const char *const *headers, guint length, guint name);

G_END_DECLS

#endif
