/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A column with as much text as a times the width w has a/w lines; their sum is least, at a given
 * sum of widths, where each w goes by the square root of its a. */
#include "draw/document/columns.h"

#include <math.h>

#define HALVINGS 50

static double width_at(const RefnetColumnNeed *need, double scale) {
  return CLAMP(scale * sqrt(need->natural), need->least, MAX(need->natural, need->least));
}

static double sum_at(const RefnetColumnNeed *needs, guint count, double scale) {
  double sum = 0;
  for (guint i = 0; i < count; i++)
    sum += width_at(&needs[i], scale);
  return sum;
}

void refnet_columns_share(const RefnetColumnNeed *needs, guint count, double room, double *widths) {
  double least = sum_at(needs, count, 0);
  double low = 0, high = room;
  if (least > room) {
    for (guint i = 0; i < count; i++)
      widths[i] = needs[i].least * room / least;
    return;
  }
  if (sum_at(needs, count, high) <= room)
    low = high;
  for (guint i = 0; i < HALVINGS && low < high; i++) {
    double middle = (low + high) / 2;
    *(sum_at(needs, count, middle) <= room ? &low : &high) = middle;
  }
  for (guint i = 0; i < count; i++)
    widths[i] = width_at(&needs[i], low);
}
