/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "analysis/paths/routes.h"

int refnet_route_compare(const RefnetRoute *a, const RefnetRoute *b) {
  if (a->strength != b->strength)
    return a->strength > b->strength ? -1 : 1;
  if (a->ties != b->ties)
    return a->ties < b->ties ? -1 : 1;
  for (guint32 i = 0; i <= a->ties; i++)
    if (a->vertices[i] != b->vertices[i])
      return a->vertices[i] < b->vertices[i] ? -1 : 1;
  return 0;
}

/* Widest first, then strongest. */
static int compare_width(const RefnetRoute *a, const RefnetRoute *b) {
  if (a->width != b->width)
    return a->width > b->width ? -1 : 1;
  return refnet_route_compare(a, b);
}

static gboolean share_a_stop(const RefnetRoute *a, const RefnetRoute *b) {
  for (guint32 i = 1; i < a->ties; i++)
    for (guint32 j = 1; j < b->ties; j++)
      if (a->vertices[i] == b->vertices[j])
        return TRUE;
  return a->ties == 1 && b->ties == 1;
}

static int compare_routes(const RefnetBestRoutes *best, const RefnetRoute *a,
                          const RefnetRoute *b) {
  return best->by_width ? compare_width(a, b) : refnet_route_compare(a, b);
}

void refnet_routes_offer(RefnetBestRoutes *best, const RefnetRoute *route) {
  if (best->apart_from && share_a_stop(best->apart_from, route))
    return;
  guint32 i = best->length;
  if (i == best->capacity) {
    if (compare_routes(best, route, &best->routes[i - 1]) >= 0)
      return;
    i--;
  } else {
    best->length++;
  }
  for (; i > 0 && compare_routes(best, route, &best->routes[i - 1]) < 0; i--)
    best->routes[i] = best->routes[i - 1];
  best->routes[i] = *route;
}

gboolean refnet_routes_are_hopeless(const RefnetBestRoutes *best, const RefnetRoute *route) {
  if (best->length < best->capacity)
    return FALSE;
  const RefnetRoute *last = &best->routes[best->length - 1];
  return best->by_width ? route->width < last->width : route->strength < last->strength;
}
