/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of contents. */
#ifndef REFNET_DRAW_DOCUMENT_CONTENTS_H
#define REFNET_DRAW_DOCUMENT_CONTENTS_H

#include "draw/document/galley.h"

G_BEGIN_DECLS

/* Puts a list of the galley's headings of level 1 before its strip `at`, below `heading`; their
 * pages are filled in when the page is composed. Nothing when there are fewer than two. */
void refnet_contents_insert(RefnetGalley *galley, gsize at, const char *heading);

G_END_DECLS

#endif
