/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The account of an import while it grows, as its description reads it. */
#ifndef REFNET_PRESENT_IMPORT_IMPORT_REPORT_H
#define REFNET_PRESENT_IMPORT_IMPORT_REPORT_H

#include <refnet/present.h>

typedef struct {
  char *name;
  guint64 used, ignored, rejected;
} RefnetImportedFile;

/* Rows of one file that were not used, all for one reason. */
typedef struct {
  guint file;
  gboolean rejected; /* else ignored */
  char *why;
  guint64 rows;
} RefnetUnusedRows;

typedef struct {
  char *name; /* owned */
  guint64 rows;
} RefnetWrittenFile;

struct RefnetImportReport {
  const char *format;
  char *source, *directory;
  GArray *files;      /* RefnetImportedFile */
  GArray *unused;     /* RefnetUnusedRows */
  GHashTable *by_why; /* file, fate and reason → 1 + index in `unused` */
  GArray *written;    /* RefnetWrittenFile */
  GPtrArray *sentences;
  RefnetDiagnostics *diagnostics;
};

#endif
