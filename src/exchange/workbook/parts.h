/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The parts of a workbook that its sheets rest on: which sheets there are, shared texts, formats.
 */
#ifndef REFNET_EXCHANGE_WORKBOOK_PARTS_H
#define REFNET_EXCHANGE_WORKBOOK_PARTS_H

#include "exchange/files/archive.h"
#include "exchange/workbook/cell_format.h"
#include "exchange/files/xml_reader.h"

G_BEGIN_DECLS

typedef struct {
  char *name, *relation, *part;
  gboolean hidden;
} RefnetWorkbookEntry;

typedef struct {
  char *path;
  GPtrArray *entries; /* RefnetWorkbookEntry * */
  gboolean from_1904;
  char *strings_part, *styles_part;
  GString *texts;      /* shared texts, each with a NUL behind it … */
  GArray *text_starts; /* … and where each begins, gsize */
  GArray *formats;     /* RefnetCellFormat, by the number in a cell */
  GPtrArray *patterns; /* their patterns */
} RefnetWorkbookParts;

/* Reads all of these. */
RefnetWorkbookParts *refnet_workbook_parts_open(const char *path, GError **error);
void refnet_workbook_parts_free(RefnetWorkbookParts *parts);

/* Shared text `index`; NULL: there is none. */
const char *refnet_workbook_parts_text(const RefnetWorkbookParts *parts, guint64 index);
/* The format of a cell. */
RefnetCellFormat refnet_workbook_parts_format(const RefnetWorkbookParts *parts, guint64 style);

/* The archive's name of a part, as the workbook spells names: no slash in front. Caller frees. */
char *refnet_workbook_part_name(const char *name);

/* Appends text of a cell: _xHHHH_ stands for the character with that code. */
void refnet_workbook_unescape(GString *text, gsize start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetWorkbookParts, refnet_workbook_parts_free)

G_END_DECLS

#endif
