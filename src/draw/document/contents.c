/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The list of contents, put in where it belongs once all headings are known. */
#include "draw/document/contents.h"

#include "draw/document/prose.h"

#define PAGE_ROOM 34 /* for the number */
#define FEWEST 2

static guint count_entries(const RefnetGalley *galley) {
  guint count = 0;
  for (guint i = 0; i < galley->headings->len; i++)
    count += g_array_index(galley->headings, RefnetHeading, i).level == 1;
  return count;
}

/* All of them stay together. */
static void set_entry(RefnetGalley *galley, const RefnetHeading *heading, guint list) {
  RefnetProse prose = {.type = REFNET_TYPE_CONTENTS,
                       .tag = "TOCI",
                       .outer = "TOC",
                       .outer_block = list,
                       .measure = galley->width - PAGE_ROOM,
                       .keep = TRUE};
  gsize strip = refnet_prose_set(galley, heading->text, &prose);
  for (; strip < galley->strips->len; strip++) {
    refnet_galley_strip(galley, strip)->target = heading->id;
    refnet_galley_strip(galley, strip)->is_listed = TRUE;
  }
}

/* Moves the strips from `first` on to before the strip `at`. */
static void move_strips(RefnetGalley *galley, gsize first, gsize at) {
  guint count = galley->strips->len - (guint)first;
  g_autofree RefnetStrip *moved =
      g_memdup2(refnet_galley_strip(galley, first), count * sizeof *moved);
  g_array_set_size(galley->strips, (guint)first);
  g_array_insert_vals(galley->strips, (guint)at, moved, count);
  for (guint i = 0; i < galley->tables->len; i++)
    if (g_array_index(galley->tables, guint32, i) >= at)
      g_array_index(galley->tables, guint32, i) += count;
}

void refnet_contents_insert(RefnetGalley *galley, gsize at, const char *heading) {
  if (count_entries(galley) < FEWEST)
    return;
  gsize first = galley->strips->len;
  RefnetProse title = {.type = REFNET_TYPE_HEADING_2, .keep = TRUE, .before = 26};
  galley->after = 0;
  refnet_prose_set(galley, heading, &title);
  guint list = refnet_galley_next_block(galley);
  for (guint i = 0; i < galley->headings->len; i++) {
    const RefnetHeading *entry = &g_array_index(galley->headings, RefnetHeading, i);
    if (entry->level == 1)
      set_entry(galley, entry, list);
  }
  refnet_galley_strip(galley, galley->strips->len - 1)->keep = FALSE;
  move_strips(galley, first, at);
}
