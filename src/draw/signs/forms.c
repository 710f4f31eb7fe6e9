/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Geometry of regular polygons. */
#include "draw/signs/forms.h"

#include <math.h>

#define MOST_SIDES 6

static const struct {
  guint sides;  /* 0: a disc */
  double first; /* corner, in turns clockwise from the right */
} forms[REFNET_FORMS] = {
    [REFNET_FORM_DISC] = {0, 0},        [REFNET_FORM_SQUARE] = {4, 0.125},
    [REFNET_FORM_TRIANGLE] = {3, 0.75}, [REFNET_FORM_DIAMOND] = {4, 0},
    [REFNET_FORM_HEXAGON] = {6, 0},     [REFNET_FORM_TRIANGLE_DOWN] = {3, 0.25},
    [REFNET_FORM_PENTAGON] = {5, 0.75},
};

double refnet_form_reach(RefnetForm form) {
  guint sides = forms[form].sides;
  return sides ? sqrt(2 * G_PI / (sides * sin(2 * G_PI / sides))) : 1;
}

double refnet_form_rim(RefnetForm form, double radius, double angle) {
  guint sides = forms[form].sides;
  if (sides == 0)
    return radius;
  double side = 2 * G_PI / sides;
  double within = fmod(angle - forms[form].first * 2 * G_PI, side);
  if (within < 0)
    within += side;
  return radius * cos(side / 2) / cos(within - side / 2);
}

RefnetPrimitive *refnet_form_add(RefnetForm form, RefnetScene *scene, RefnetPart part,
                                 RefnetPoint middle, double radius) {
  guint sides = forms[form].sides;
  RefnetPoint corners[MOST_SIDES];
  if (sides == 0)
    return refnet_scene_add_disc(scene, part, middle, radius);
  for (guint i = 0; i < sides; i++) {
    double angle = (forms[form].first + (double)i / sides) * 2 * G_PI;
    corners[i] = (RefnetPoint){middle.x + radius * cos(angle), middle.y + radius * sin(angle)};
  }
  RefnetPrimitive *polygon = refnet_scene_add_polygon(scene, part, corners, sides);
  polygon->middle = middle;
  polygon->radius = radius;
  return polygon;
}
