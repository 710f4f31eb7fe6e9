/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A scene as SVG that can be searched, styled and clicked. */
#ifndef REFNET_DRAW_OUTPUT_SVG_H
#define REFNET_DRAW_OUTPUT_SVG_H

#include "draw/scene/scene.h"

G_BEGIN_DECLS

/* Writes the scene as SVG 1.1: text as <text> with the width it was measured to have, and a group
 * with a <title> for each owner, which holds its disc, marks and label. Failures stick to `output`.
 */
void refnet_svg_write(const RefnetScene *scene, RefnetOutput *output);
/* The same as an <svg> element of an HTML page, as wide as it finds room: `id` (letters, digits and
 * "-") begins the ids in it, `description` says in words what it shows. */
void refnet_svg_write_within(const RefnetScene *scene, const char *id, const char *description,
                             RefnetOutput *output);

G_END_DECLS

#endif
