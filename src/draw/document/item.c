/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A name, what is said of it, its evidence and a reference, below each other. */
#include "draw/document/item.h"

#define INDENT 22
#define BETWEEN 9 /* points from an item to the next */
#define PARTS 4
#define REFERENCE_GAP 16
#define LONGEST_PAGE " 0000"

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

/* Is there room for the reference at the end of the line of the name? */
static gboolean fits_beside(RefnetGalley *galley, const char *name, const char *see) {
  g_autofree char *printable = refnet_lines_printable(name ? name : "");
  g_autofree char *longest = g_strconcat(see, LONGEST_PAGE, NULL);
  double needed = refnet_lines_width(galley->typesetter, printable, REFNET_TYPE_STRONG) +
                  refnet_lines_width(galley->typesetter, longest, REFNET_TYPE_REFERENCE);
  return *printable && INDENT + needed + REFERENCE_GAP <= galley->width;
}

static void set_target(RefnetGalley *galley, gsize strip, const char *target,
                       const char *reference) {
  for (; strip < galley->strips->len; strip++) {
    refnet_galley_strip(galley, strip)->target = refnet_galley_keep(galley, target);
    if (reference)
      refnet_galley_strip(galley, strip)->reference = refnet_galley_keep(galley, reference);
  }
}

void refnet_item_set(RefnetGalley *galley, const RefnetItem *item) {
  Part parts[PARTS];
  const RefnetDocumentItem *texts = item->texts;
  g_autofree char *see = texts->see ? g_strdup_printf("%s, page", texts->see_heading) : NULL;
  gboolean is_beside = see && fits_beside(galley, texts->name, see);
  guint count = parts_of(item, is_beside ? NULL : see, parts);
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
    if (is_beside && i == 0)
      set_target(galley, strip, texts->see, see);
    else if (parts[i].text == see)
      set_target(galley, strip, texts->see, NULL);
  }
}
