/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small files that a question about gaps may come with. */
#ifndef REFNET_CLI_FILES_GAP_FILES_H
#define REFNET_CLI_FILES_GAP_FILES_H

#include <refnet/analysis.h>

/* A sector profile read from a file; `profile` points into the rest. */
typedef struct {
  RefnetSectorProfile profile;
  GArray *sectors;  /* of RefnetSectorDefinition */
  GPtrArray *words; /* of GStrv */
  char *name;
} SectorFile;

/* Reads CSV with the columns sector and words (a list with ; or |, may be blank); rows of one
 * sector are taken together. REFNET_ERROR_INPUT, _IO: no such file, column or row. */
SectorFile *refnet_sector_file_read(const char *path, GError **error);
void refnet_sector_file_free(SectorFile *file);

/* Reads CSV with the columns service and related: names in pairs, NULL-terminated, the caller's to
 * be freed with g_strfreev. A row with a blank cell is an error that names its line. */
char **refnet_related_file_read(const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SectorFile, refnet_sector_file_free)

#endif
