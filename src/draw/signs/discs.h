/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The disc of an organization, or the other form that its group has, drawn into a scene. */
#ifndef REFNET_DRAW_SIGNS_DISCS_H
#define REFNET_DRAW_SIGNS_DISCS_H

#include "draw/signs/palette.h"

G_BEGIN_DECLS

/* What a ring adds to a disc's radius. */
#define REFNET_RING 4.0

/* Hatches a disc: thin dark lines across it. */
void refnet_disc_hatch(RefnetScene *scene, RefnetPart part, guint32 owner, RefnetPoint middle,
                       double radius);
typedef enum { REFNET_RIM_PLAIN, REFNET_RIM_RING } RefnetRim;

/* Adds a group's disc or other form, and the symbol on it, to the scene. `radius` reaches to the
 * outer rim, of the circle around a form: that of a dark ring, REFNET_RING outside, where there is
 * one. */
void refnet_disc_draw(const RefnetGroup *group, RefnetScene *scene, RefnetPart part, guint32 owner,
                      RefnetPoint middle, double radius, RefnetRim rim);

G_END_DECLS

#endif
