/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is on a scene. */
#ifndef REFNET_TESTS_SCENE_CHECKS_H
#define REFNET_TESTS_SCENE_CHECKS_H

#include "draw/scene/scene.h"

#define TOLERANCE 0.01

static inline guint count_part(const RefnetScene *scene, RefnetPart part) {
  guint count = 0;
  for (gsize i = 0; i < refnet_scene_length(scene); i++)
    count += refnet_scene_at(scene, i)->part == part;
  return count;
}

static inline void check_on_page(const RefnetScene *scene) {
  RefnetBox page = {-TOLERANCE, -TOLERANCE, scene->width + 2 * TOLERANCE,
                    scene->height + 2 * TOLERANCE};
  for (gsize i = 0; i < refnet_scene_length(scene); i++)
    assert_true(refnet_box_inside(refnet_scene_at(scene, i)->box, page));
}

static inline gboolean has_text(const RefnetScene *scene, const char *text) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const char *own = refnet_scene_at(scene, i)->text;
    if (own && strcmp(own, text) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The same of a part of a text. */
static inline gboolean has_words(const RefnetScene *scene, const char *words) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const char *own = refnet_scene_at(scene, i)->text;
    if (own && strstr(own, words))
      return TRUE;
  }
  return FALSE;
}

#endif
