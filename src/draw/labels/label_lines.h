/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines, looked up by where they run. */
#ifndef REFNET_DRAW_LABELS_LABEL_LINES_H
#define REFNET_DRAW_LABELS_LABEL_LINES_H

#include "draw/labels/label_field.h"

G_BEGIN_DECLS

typedef struct RefnetLabelLines RefnetLabelLines;

/* Sorts `count` lines, which have to stay, into a grid over `area`. */
RefnetLabelLines *refnet_label_lines_new(RefnetBox area, const RefnetLabelLine *lines, gsize count);
void refnet_label_lines_free(RefnetLabelLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetLabelLines, refnet_label_lines_free)

/* Those that meet the box, in their order: RefnetLabelLine. Stays until the next call. */
const GArray *refnet_label_lines_meeting(RefnetLabelLines *lines, RefnetBox box);

G_END_DECLS

#endif
