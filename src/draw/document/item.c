/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "draw/document/item.h"

#define INDENT 22
#define BETWEEN 9 /* points from an item to the next */
#define PARTS 4

typedef struct {
  const char *text;
  RefnetType type;
} Part;

static gboolean is_said(const char *text) {
  for (; text && *text; text++)
    if (!g_ascii_isspace(*text))
      return TRUE;
  return FALSE;
}

static guint parts_of(const RefnetItem *item, const char *see, Part parts[PARTS]) {
  const RefnetDocumentItem *texts = item->texts;
  const Part all[PARTS] = {{texts->name, REFNET_TYPE_STRONG},
                           {texts->sentence, REFNET_TYPE_BODY},
                           {texts->evidence, REFNET_TYPE_EVIDENCE},
                           {see, REFNET_TYPE_REFERENCE}};
  guint count = 0;
  for (guint i = 0; i < PARTS; i++)
    if (is_said(all[i].text))
      parts[count++] = all[i];
  return count;
}

void refnet_item_set(RefnetGalley *galley, const RefnetItem *item) {
  Part parts[PARTS];
  const RefnetDocumentItem *texts = item->texts;
  g_autofree char *see = texts->see ? g_strdup_printf("%s, page", texts->see_heading) : NULL;
  guint count = parts_of(item, see, parts);
  guint block = refnet_galley_next_block(galley);
  for (guint i = 0; i < count; i++) {
    RefnetProse prose = {.type = parts[i].type,
                         .tag = "LI",
                         .outer = "L",
                         .block = block,
                         .outer_block = item->list,
                         .indent = INDENT,
                         .before = i == 0 ? BETWEEN : 0,
                         .keep = i + 1 < count,
                         .marker = i == 0 ? item->marker : REFNET_MARKER_NONE,
                         .number = item->number};
    if (i > 0 && parts[i].type == REFNET_TYPE_BODY)
      prose.before = 1;
    gsize strip = refnet_prose_set(galley, parts[i].text, &prose);
    for (; parts[i].text == see && strip < galley->strips->len; strip++)
      refnet_galley_strip(galley, strip)->target = refnet_galley_keep(galley, texts->see);
  }
}
