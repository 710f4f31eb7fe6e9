/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sizes, leadings and colors of a document's letters. */
#include "draw/document/type.h"

#include "draw/signs/scales.h"

static const RefnetTypeStyle styles[REFNET_TYPES] = {
    [REFNET_TYPE_TITLE] = {{25, TRUE}, 31, 0, REFNET_INK},
    [REFNET_TYPE_SUBTITLE] = {{11.5, FALSE}, 16, 5, REFNET_MUTED_INK},
    [REFNET_TYPE_HEADING_1] = {{16, TRUE}, 21, 32, REFNET_INK},
    [REFNET_TYPE_HEADING_2] = {{11.5, TRUE}, 15, 18, REFNET_INK},
    [REFNET_TYPE_HEADING_3] = {{9.5, TRUE}, 13, 12, REFNET_INK},
    [REFNET_TYPE_LEAD] = {{11, FALSE}, 16.5, 5, REFNET_INK},
    [REFNET_TYPE_BODY] = {{9.5, FALSE}, 14, 6, REFNET_INK},
    [REFNET_TYPE_STRONG] = {{9.5, TRUE}, 14, 9, REFNET_INK},
    [REFNET_TYPE_EVIDENCE] = {{8.25, FALSE}, 12, 1.5, REFNET_MUTED_INK},
    [REFNET_TYPE_REFERENCE] = {{8.25, FALSE}, 12, 1.5, REFNET_DOCUMENT_ACCENT},
    [REFNET_TYPE_NOTE] = {{8.25, FALSE}, 12, 6, REFNET_MUTED_INK},
    [REFNET_TYPE_CONTENTS] = {{9.5, FALSE}, 14, 4, REFNET_INK},
    [REFNET_TYPE_CELL] = {{8.25, FALSE}, 11.5, 0, REFNET_INK},
    [REFNET_TYPE_TERM] = {{8.25, TRUE}, 11.5, 0, REFNET_INK},
    [REFNET_TYPE_COLUMN] = {{7.75, TRUE}, 10.5, 0, REFNET_MUTED_INK},
    [REFNET_TYPE_CAPTION] = {{9, TRUE}, 12.5, 14, REFNET_INK},
    [REFNET_TYPE_LEGEND] = {{8.25, FALSE}, 12, 5, REFNET_MUTED_INK},
    [REFNET_TYPE_FIGURE] = {{20, TRUE}, 26, 12, REFNET_INK},
    [REFNET_TYPE_FIGURE_LABEL] = {{8.25, FALSE}, 11.5, 0, REFNET_INK},
    [REFNET_TYPE_FOOTER] = {{7.75, FALSE}, 11, 0, REFNET_MUTED_INK},
};

const RefnetTypeStyle *refnet_type_style(RefnetType type) {
  return &styles[type];
}
