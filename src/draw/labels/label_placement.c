/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Beginning and end of a placement. */
#include "draw/labels/label_placement.h"

#include "draw/labels/label_boxes.h"

#define CELL 48.0 /* points: of the grid that finds what is taken */

static void note_leaders(RefnetLabelPlacement *placement) {
  for (guint32 i = 0; i < placement->count; i++) {
    const RefnetLabelPlace *place = &placement->places[i];
    RefnetLabelDisc disc = placement->field->discs[placement->requests[i].disc];
    if (place->placed && place->leader) {
      RefnetLabelLine leader = refnet_label_leader(disc, place->box);
      g_array_append_val(placement->leaders, leader);
    }
  }
}

/* Discs, and labels placed before. */
static void note_taken(RefnetLabelPlacement *placement) {
  const RefnetLabelField *field = placement->field;
  placement->taken = refnet_occupancy_new(field->area, CELL);
  for (guint32 d = 0; d < field->disc_count; d++) {
    RefnetPoint middle = field->discs[d].middle;
    refnet_occupancy_add(
        placement->taken,
        refnet_box_grow((RefnetBox){middle.x, middle.y, 0, 0}, field->discs[d].radius), d);
  }
  for (guint32 i = 0; i < placement->count; i++)
    if (placement->places[i].placed)
      refnet_occupancy_add(placement->taken, placement->places[i].box, field->disc_count + i);
}

void refnet_label_placement_start(RefnetLabelPlacement *placement) {
  placement->candidates =
      g_new0(RefnetLabelCandidate, (gsize)placement->count * REFNET_LABEL_CANDIDATES);
  placement->chosen = g_new0(guint8, placement->count);
  placement->rivals = g_new0(GArray *, placement->count);
  placement->leaders = g_array_new(FALSE, FALSE, sizeof(RefnetLabelLine));
  placement->lines = refnet_label_lines_new(placement->field->area, placement->field->lines,
                                            placement->field->line_count);
  note_leaders(placement);
  note_taken(placement);
}

void refnet_label_placement_clear(RefnetLabelPlacement *placement) {
  for (guint32 i = 0; i < placement->count; i++)
    if (placement->rivals[i])
      g_array_unref(placement->rivals[i]);
  g_free(placement->rivals);
  g_free(placement->candidates);
  g_free(placement->chosen);
  g_array_unref(placement->leaders);
  refnet_label_lines_free(placement->lines);
  refnet_occupancy_free(placement->taken);
}
