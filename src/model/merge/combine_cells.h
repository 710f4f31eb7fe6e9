/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two cells made one: what each kind of cell keeps of both. */
#ifndef REFNET_MODEL_MERGE_COMBINE_CELLS_H
#define REFNET_MODEL_MERGE_COMBINE_CELLS_H

#include "model/merge/combine.h"

G_BEGIN_DECLS

/* A cell while rows become one. */
typedef struct {
  const RefnetStore *store;
  const RefnetSheet *sheet;
  const RefnetMergeRow *kept, *other; /* being compared */
  guint column;
  const RefnetField *field; /* NULL: a column of the user's own */
  char *text;               /* combined so far; owned */
  GArray *changes;          /* RefnetCellChange: grows */
} RefnetCombining;

/* Makes of `text` and the other row's cell one, and notes what was done. */
void refnet_combine_cell(RefnetCombining *combining);

/* Is the column the field `field` of `file`? */
gboolean refnet_combining_is_field(const RefnetCombining *combining, RefnetFile file, guint field);

/* "" or, in the column of a field, a word that counts as blank there. */
gboolean refnet_merge_cell_is_blank(const RefnetSheet *sheet, guint column, const char *text);
/* What the row has in the field; "": nothing. */
const char *refnet_merge_row_said(const RefnetMergeRow *row, const RefnetSheet *sheet, guint field);

/* Equal when folded. */
gboolean refnet_merge_texts_equal(const char *a, const char *b);
/* `list` and what `theirs` has more, separated by ;. Caller frees. */
char *refnet_merge_lists(const char *list, const char *theirs);

G_END_DECLS

#endif
