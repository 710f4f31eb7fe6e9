/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Letters of a picture that no font on this machine has. */
#ifndef REFNET_DRAW_SCENE_MISSING_H
#define REFNET_DRAW_SCENE_MISSING_H

#include "draw/scene/scene.h"
#include "draw/scene/text.h"

G_BEGIN_DECLS

typedef struct {
  guint count;      /* as often as they occur */
  GArray *letters;  /* gunichar: each once, as they come first */
  GPtrArray *names; /* whose names or other texts they are in, each once; owned */
} RefnetMissing;

RefnetMissing *refnet_missing_new(void);
void refnet_missing_free(RefnetMissing *missing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetMissing, refnet_missing_free)

/* Adds those of all text in the scene. O(text). */
void refnet_missing_note(RefnetMissing *missing, RefnetTypesetter *typesetter,
                         const RefnetScene *scene);
/* Adds those of another page. */
void refnet_missing_add(RefnetMissing *missing, const RefnetMissing *other);

/* One sentence: how many, in whose names, which, and which packages have fonts with them. NULL:
 * nothing is missing. Caller frees. */
char *refnet_missing_sentence(const RefnetMissing *missing);

G_END_DECLS

#endif
