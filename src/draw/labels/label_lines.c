/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Only lines in the cells of a box are asked whether they meet it. */
#include "draw/labels/label_lines.h"

#include "draw/labels/label_boxes.h"
#include "draw/labels/occupancy.h"

#define CELL 48.0 /* points: about the height of a label's surroundings */

struct RefnetLabelLines {
  const RefnetLabelLine *lines;
  RefnetOccupancy *grid;
  GArray *numbers; /* guint32 */
  GArray *meeting; /* RefnetLabelLine */
};

RefnetLabelLines *refnet_label_lines_new(RefnetBox area, const RefnetLabelLine *lines,
                                         gsize count) {
  RefnetLabelLines *sorted = g_new(RefnetLabelLines, 1);
  sorted->lines = lines;
  sorted->grid = refnet_occupancy_new(area, CELL);
  sorted->numbers = g_array_new(FALSE, FALSE, sizeof(guint32));
  sorted->meeting = g_array_new(FALSE, FALSE, sizeof(RefnetLabelLine));
  for (gsize i = 0; i < count; i++)
    refnet_occupancy_add_line(sorted->grid, lines[i].from, lines[i].to, (guint32)i);
  return sorted;
}

void refnet_label_lines_free(RefnetLabelLines *lines) {
  if (!lines)
    return;
  refnet_occupancy_free(lines->grid);
  g_array_unref(lines->numbers);
  g_array_unref(lines->meeting);
  g_free(lines);
}

const GArray *refnet_label_lines_meeting(RefnetLabelLines *lines, RefnetBox box) {
  refnet_occupancy_list(lines->grid, box, lines->numbers);
  g_array_set_size(lines->meeting, 0);
  for (guint i = 0; i < lines->numbers->len; i++) {
    RefnetLabelLine line = lines->lines[g_array_index(lines->numbers, guint32, i)];
    if (refnet_label_meets_line(box, line))
      g_array_append_val(lines->meeting, line);
  }
  return lines->meeting;
}
