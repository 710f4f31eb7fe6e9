/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Beginning and end of a story. */
#include "draw/signs/story.h"

static void clear_entry(gpointer data) {
  g_free(((RefnetStoryEntry *)data)->text);
}

RefnetStory *refnet_story_new(void) {
  RefnetStory *story = g_new0(RefnetStory, 1);
  story->entries = g_array_new(FALSE, TRUE, sizeof(RefnetStoryEntry));
  g_array_set_clear_func(story->entries, clear_entry);
  return story;
}

void refnet_story_free(RefnetStory *story) {
  if (!story)
    return;
  g_array_unref(story->entries);
  refnet_palette_free(story->color);
  g_free(story->title);
  g_free(story->heading);
  g_free(story->width_title);
  g_free(story->counts);
  g_free(story->nothing);
  g_free(story->look);
  g_free(story->ringed);
  g_free(story->ring);
  g_free(story->faded);
  g_free(story->toward);
  g_free(story->distance);
  g_free(story->size_title);
  g_free(story);
}

void refnet_story_add_look(RefnetStory *story, RefnetEdgeLook look, char *text) {
  RefnetStoryEntry entry = {.has_look = TRUE, .look = look, .text = text};
  g_array_append_val(story->entries, entry);
}

void refnet_story_add_step(RefnetStory *story, guint32 number, char *text) {
  RefnetStoryEntry entry = {.number = number, .text = text};
  g_array_append_val(story->entries, entry);
}

void refnet_story_add_text(RefnetStory *story, char *text) {
  RefnetStoryEntry entry = {.text = text};
  g_array_append_val(story->entries, entry);
}
