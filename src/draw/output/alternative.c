/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Words from the texts and owners of a scene, so that no kind of picture has to write its own. */
#include "draw/output/alternative.h"

#include <string.h>

#include "draw/output/pdf.h"
#include "present/wording/words.h"

/* Between a name and what is said of it, in titles of owners. */
#define DASH " — "
#define MOST_CONNECTED 5
#define MOST_LISTED 12

/* ---- sentences ------------------------------------------------------------------------------- */

static void end_sentence(GString *words) {
  if (words->len > 0 && !strchr(".!?", words->str[words->len - 1]))
    g_string_append_c(words, '.');
  if (words->len > 0)
    g_string_append_c(words, ' ');
}

/* All lines of a part, as one sentence. */
static void say_lines(GString *words, const RefnetScene *scene, RefnetPart part) {
  gboolean is_first = TRUE;
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *line = refnet_scene_at(scene, i);
    if (line->part != part || line->shape != REFNET_SHAPE_TEXT)
      continue;
    if (is_first)
      end_sentence(words);
    else
      g_string_append_c(words, ' ');
    g_string_append(words, line->text);
    is_first = FALSE;
  }
}

static gboolean is_figure(const char *text) {
  return strspn(text, "0123456789,.") == strlen(text);
}

/* What parts an entry of the legend from what was said before it. */
static const char *before_entry(const GString *words, gboolean is_below_heading, gboolean is_number,
                                gboolean was_number) {
  if (is_below_heading)
    return ": ";
  if (strchr(".:", words->str[words->len - 1]) || (is_number && !was_number))
    return " ";
  return ", ";
}

/* A heading and what stands below it: "Organisations by sector: Health 4, Food 2". */
static void say_legend(GString *words, const RefnetScene *scene) {
  gboolean is_heading = FALSE, was_number = FALSE, is_begun = FALSE;
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *line = refnet_scene_at(scene, i);
    if (line->part != REFNET_PART_LEGEND || line->shape != REFNET_SHAPE_TEXT)
      continue;
    gboolean is_number = is_figure(line->text);
    if (line->continues)
      g_string_append_printf(words, " %s", line->text);
    else if (line->font.bold || !is_begun || (!is_heading && g_str_has_suffix(line->text, ".")))
      end_sentence(words);
    else
      g_string_append(words, before_entry(words, is_heading, is_number, was_number));
    if (!line->continues)
      g_string_append(words, line->text);
    is_heading = line->continues ? is_heading : line->font.bold;
    was_number = is_number;
    is_begun = TRUE;
  }
}

/* ---- who and what ---------------------------------------------------------------------------- */

typedef struct {
  guint32 owner;
  guint degree;
} Hub;

static gint compare_hubs(gconstpointer left, gconstpointer right) {
  const Hub *a = left, *b = right;
  if (a->degree != b->degree)
    return a->degree > b->degree ? -1 : 1;
  return (a->owner > b->owner) - (a->owner < b->owner);
}

/* Pairs of owners between which something is drawn, each once, counted at both ends. */
static GArray *count_relationships(const RefnetScene *scene) {
  GArray *hubs = g_array_sized_new(FALSE, TRUE, sizeof(Hub), scene->owners->len);
  g_autoptr(GHashTable) seen = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
  g_array_set_size(hubs, scene->owners->len);
  for (guint i = 0; i < hubs->len; i++)
    g_array_index(hubs, Hub, i).owner = i;
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *edge = refnet_scene_at(scene, i);
    if (edge->part != REFNET_PART_EDGE || edge->owner == REFNET_NONE ||
        edge->other == REFNET_NONE || edge->owner == edge->other)
      continue;
    gint64 pair = (gint64)MIN(edge->owner, edge->other) << 32 | MAX(edge->owner, edge->other);
    if (!g_hash_table_add(seen, g_memdup2(&pair, sizeof pair)))
      continue;
    g_array_index(hubs, Hub, edge->owner).degree++;
    g_array_index(hubs, Hub, edge->other).degree++;
  }
  g_array_sort(hubs, compare_hubs);
  return hubs;
}

/* What a reader is told of an organization begins with its name, a dash after it. */
static char *name_of(const RefnetOwner *owner) {
  const char *end = owner->name ? NULL : g_strrstr(owner->title, DASH);
  if (owner->name)
    return refnet_text_display(owner->name, 0);
  return end ? g_strndup(owner->title, (gsize)(end - owner->title)) : g_strdup(owner->title);
}

static void say_most_connected(GString *words, const RefnetScene *scene) {
  g_autoptr(GArray) hubs = count_relationships(scene);
  const char *heading =
      scene->is_part ? "Most relationships among these: " : "Most relationships: ";
  for (guint i = 0; i < MIN(hubs->len, MOST_CONNECTED); i++) {
    Hub hub = g_array_index(hubs, Hub, i);
    if (hub.degree == 0)
      return;
    if (i == 0)
      end_sentence(words);
    g_autofree char *name = name_of(refnet_scene_owner(scene, hub.owner));
    g_autofree char *degree = refnet_words_digits(hub.degree);
    g_string_append_printf(words, "%s%s (%s)", i ? ", " : heading, name, degree);
  }
}

/* Owners with a primitive of the part; of a table only cells with a finding have a mark. */
static void say_owners(GString *words, const RefnetScene *scene, RefnetPart part) {
  g_autofree gboolean *is_said = g_new0(gboolean, (gsize)scene->owners->len + 1);
  guint count = 0;
  for (gsize i = 0; i < refnet_scene_length(scene); i++) {
    const RefnetPrimitive *primitive = refnet_scene_at(scene, i);
    if (primitive->part != part || primitive->owner == REFNET_NONE || is_said[primitive->owner])
      continue;
    is_said[primitive->owner] = TRUE;
    if (count == 0)
      end_sentence(words);
    if (count++ < MOST_LISTED)
      g_string_append_printf(words, "%s%s", count > 1 ? "; " : "",
                             refnet_scene_owner(scene, primitive->owner)->title);
  }
  g_autofree char *others = refnet_words_digits(count - MIN(count, MOST_LISTED));
  if (count > MOST_LISTED)
    g_string_append_printf(words, "; and %s more", others);
}

char *refnet_alternative_of(const RefnetScene *scene) {
  GString *words = g_string_new(scene->title);
  say_lines(words, scene, REFNET_PART_SUBTITLE);
  say_lines(words, scene, REFNET_PART_SOURCE);
  if (strcmp(scene->owner_class, "organization") == 0)
    say_most_connected(words, scene);
  else
    say_owners(words, scene,
               strcmp(scene->owner_class, "cell") == 0 ? REFNET_PART_MARK : REFNET_PART_NODE);
  say_legend(words, scene);
  if (words->len > 0 && words->str[words->len - 1] != '.')
    g_string_append_c(words, '.');
  return g_string_free(words, FALSE);
}

/* ---- parts of a page ------------------------------------------------------------------------- */

static gboolean is_drawing(RefnetPart part) {
  return part == REFNET_PART_NODE || part == REFNET_PART_EDGE || part == REFNET_PART_CELL ||
         part == REFNET_PART_GAP || part == REFNET_PART_MARK;
}

static gboolean has_drawing(const RefnetScene *scene) {
  for (gsize i = 0; i < refnet_scene_length(scene); i++)
    if (is_drawing(refnet_scene_at(scene, i)->part))
      return TRUE;
  return FALSE;
}

static gboolean is_of_legend(RefnetPart part) {
  return part == REFNET_PART_LEGEND || part == REFNET_PART_KEY;
}

/* Primitives from `first` of which all are `part`. */
static gsize end_of_run(const RefnetScene *scene, gsize first, RefnetPart part) {
  while (first < refnet_scene_length(scene) && refnet_scene_at(scene, first)->part == part)
    first++;
  return first;
}

static void add_part(GArray *parts, const char *tag, gsize first, gsize end,
                     const char *alternative) {
  RefnetPdfPart part = {.tag = tag, .first = first, .end = end, .alternative = alternative};
  if (end > first)
    g_array_append_val(parts, part);
}

GArray *refnet_alternative_parts(const RefnetScene *scene, const char *alternative) {
  static const struct {
    RefnetPart part;
    const char *tag;
  } lines[] = {{REFNET_PART_TITLE, "H1"}, {REFNET_PART_SUBTITLE, "P"}, {REFNET_PART_SOURCE, "P"}};
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(RefnetPdfPart));
  gsize length = refnet_scene_length(scene), first = 0, legend = length;
  while (first < length && refnet_scene_at(scene, first)->part == REFNET_PART_PAGE)
    first++;
  for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
    gsize end = end_of_run(scene, first, lines[i].part);
    add_part(parts, lines[i].tag, first, end, NULL);
    first = end;
  }
  if (!has_drawing(scene)) {
    add_part(parts, "P", first, length, NULL);
    return parts;
  }
  while (legend > first && is_of_legend(refnet_scene_at(scene, legend - 1)->part))
    legend--;
  add_part(parts, "Figure", first, legend, alternative);
  add_part(parts, "P", legend, length, NULL);
  return parts;
}
