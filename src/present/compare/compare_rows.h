/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows of a comparison's lists: columns, and what fills them from a RefnetChanges. */
#ifndef REFNET_PRESENT_COMPARE_COMPARE_ROWS_H
#define REFNET_PRESENT_COMPARE_COMPARE_ROWS_H

#include "present/description/description.h"

G_BEGIN_DECLS

extern const RefnetColumn refnet_compare_organization_columns[], refnet_compare_renamed_columns[],
    refnet_compare_tie_columns[], refnet_compare_figure_columns[], refnet_compare_gap_columns[],
    refnet_compare_risk_columns[], refnet_compare_person_columns[], refnet_compare_moved_columns[];

/* "added", "removed" or "renamed". */
const char *refnet_compare_list_of(const RefnetOrganizationChange *move);
/* Where the ties of a kind begin, which stand in the order of kinds. */
gsize refnet_compare_first_tie(const RefnetChanges *changes, RefnetTieChangeKind kind);

/* Row `index` of changes->moves, ->ties, ->figures, ->gaps, ->risks and ->people; of those that are
 * stronger or weaker, counted from the first of these. */
void refnet_compare_fill_move(const RefnetDescription *description, gsize index,
                              RefnetCells *cells);
void refnet_compare_fill_renamed(const RefnetDescription *description, gsize index,
                                 RefnetCells *cells);
void refnet_compare_fill_tie(const RefnetDescription *description, gsize index, RefnetCells *cells);
void refnet_compare_fill_stronger(const RefnetDescription *description, gsize index,
                                  RefnetCells *cells);
void refnet_compare_fill_weaker(const RefnetDescription *description, gsize index,
                                RefnetCells *cells);
void refnet_compare_fill_figure(const RefnetDescription *description, gsize index,
                                RefnetCells *cells);
void refnet_compare_fill_gap(const RefnetDescription *description, gsize index, RefnetCells *cells);
void refnet_compare_fill_risk_up(const RefnetDescription *description, gsize index,
                                 RefnetCells *cells);
void refnet_compare_fill_risk_down(const RefnetDescription *description, gsize index,
                                   RefnetCells *cells);
void refnet_compare_fill_person(const RefnetDescription *description, gsize index,
                                RefnetCells *cells);
void refnet_compare_fill_moved(const RefnetDescription *description, gsize index,
                               RefnetCells *cells);

/* The sentences so far, in one text for programs: the field "reason". */
void refnet_compare_add_reason(RefnetDescription *description);
/* All lists, of a description of RefnetChanges. */
void refnet_compare_add_lists(RefnetDescription *description);

G_END_DECLS

#endif
