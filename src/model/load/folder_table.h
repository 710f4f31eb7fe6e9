/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A table of a folder by its name and its first rows, from which it may be told what it holds. */
#ifndef REFNET_MODEL_LOAD_FOLDER_TABLE_H
#define REFNET_MODEL_LOAD_FOLDER_TABLE_H

#include <refnet/table.h>

G_BEGIN_DECLS

typedef struct {
  const char *name;     /* as the folder has it; borrowed */
  char *shown;          /* fit to be read */
  char *stem;           /* without its ending */
  RefnetCellGrid *head; /* its first rows; empty where it cannot be read */
  const char *copied;   /* the table that has the same bytes and is read in its place; NULL: none */
} RefnetFolderTable;

/* Whether a file of the name is a table of text (.csv, .tsv), and none that programs hide. */
gboolean refnet_folder_table_is_one(const char *name);

/* `delimiter` 0: told from the rows. O(64 KiB). */
RefnetFolderTable *refnet_folder_table_new(const char *folder, const char *name, char delimiter);
void refnet_folder_table_free(RefnetFolderTable *table);

/* Of two tables of the folder with the same bytes one is marked as a copy, the one of the longer
 * name, "log (1).csv", unless one is marked already. O(bytes). */
void refnet_folder_table_mark_copy(const char *folder, RefnetFolderTable *a, RefnetFolderTable *b);

G_END_DECLS

#endif
