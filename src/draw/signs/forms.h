/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The forms that organizations are drawn in: discs and regular polygons of the same area. */
#ifndef REFNET_DRAW_SIGNS_FORMS_H
#define REFNET_DRAW_SIGNS_FORMS_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

typedef enum {
  REFNET_FORM_DISC,
  REFNET_FORM_SQUARE,
  REFNET_FORM_TRIANGLE,
  REFNET_FORM_DIAMOND,
  REFNET_FORM_HEXAGON,
  REFNET_FORM_TRIANGLE_DOWN,
  REFNET_FORM_PENTAGON
} RefnetForm;

#define REFNET_FORMS 7

/* The radius of the circle around the form, for a disc of radius 1 and the same area. */
double refnet_form_reach(RefnetForm form);
/* From the middle to the rim in the direction of `angle` (radians, clockwise from the right), where
 * the circle around it has `radius`. */
double refnet_form_rim(RefnetForm form, double radius, double angle);
/* Adds the form in a circle of `radius`, unpainted. */
RefnetPrimitive *refnet_form_add(RefnetForm form, RefnetScene *scene, RefnetPart part,
                                 RefnetPoint middle, double radius);

G_END_DECLS

#endif
