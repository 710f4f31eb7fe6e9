/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reads what cairo writes and appends an update: language, alternatives of pictures, one element
 * around all. */
#include "draw/output/pdf_structure.h"

#include <string.h>

/* Of a stream no more than this of a line is looked at. */
#define LINE_IN_STREAM 40

typedef struct {
  guint64 number, parent; /* of the object; 0: it has no parent */
  char *text;             /* of the object, as it should be */
  gboolean is_changed;
} Object;

struct RefnetPdfStructure {
  GPtrArray *alternatives; /* of the pictures */
  guint pictures;          /* seen */
  guint64 written;         /* bytes */
  GString *line;           /* that is being written */
  gboolean in_stream, in_object;
  gboolean is_structure;    /* the object is part of it */
  Object object;            /* being written, but for its text */
  GString *text;            /* of it */
  GArray *objects;          /* Object: the catalog, and all of the structure */
  guint64 tree;             /* the object that holds the structure */
  guint64 size, root, info; /* as the trailer has them */
  gboolean is_start_next;
  guint64 start; /* where the last table of objects begins */
};

static void clear_object(gpointer object) {
  g_free(((Object *)object)->text);
}

RefnetPdfStructure *refnet_pdf_structure_new(void) {
  RefnetPdfStructure *structure = g_new0(RefnetPdfStructure, 1);
  structure->alternatives = g_ptr_array_new_with_free_func(g_free);
  structure->line = g_string_new(NULL);
  structure->text = g_string_new(NULL);
  structure->objects = g_array_new(FALSE, FALSE, sizeof(Object));
  g_array_set_clear_func(structure->objects, clear_object);
  return structure;
}

void refnet_pdf_structure_free(RefnetPdfStructure *structure) {
  if (!structure)
    return;
  g_ptr_array_unref(structure->alternatives);
  g_string_free(structure->line, TRUE);
  g_string_free(structure->text, TRUE);
  g_array_unref(structure->objects);
  g_free(structure);
}

void refnet_pdf_structure_add_picture(RefnetPdfStructure *structure, const char *alternative) {
  g_ptr_array_add(structure->alternatives, g_strdup(alternative));
}

/* ---- objects --------------------------------------------------------------------------------- */

/* As PDF has text that may be in any language: UTF-16, big end first, in hexadecimal digits. */
static void append_text(GString *object, const char *text) {
  g_autofree char *valid = g_utf8_make_valid(text, -1);
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16(valid, -1, NULL, &length, NULL);
  g_string_append(object, "<FEFF");
  for (glong i = 0; i < length; i++)
    g_string_append_printf(object, "%04X", units[i]);
  g_string_append_c(object, '>');
}

static void add_alternative(RefnetPdfStructure *structure) {
  guint picture = structure->pictures++;
  if (picture >= structure->alternatives->len)
    return;
  g_string_append(structure->text, "   /Alt ");
  append_text(structure->text, g_ptr_array_index(structure->alternatives, picture));
  g_string_append_c(structure->text, '\n');
}

/* A line of an object, and what belongs below it. */
static void take_line(RefnetPdfStructure *structure, const char *line) {
  Object *object = &structure->object;
  g_string_append_printf(structure->text, "%s\n", line);
  if (g_str_equal(line, "<< /Type /StructElem")) {
    structure->is_structure = TRUE;
  } else if (g_str_equal(line, "<< /Type /StructTreeRoot")) {
    structure->is_structure = TRUE;
    structure->tree = object->number;
  } else if (g_str_equal(line, "<< /Type /Catalog")) {
    structure->is_structure = object->is_changed = TRUE;
    g_string_append(structure->text, "   /Lang (en-GB)\n   /MarkInfo << /Marked true >>\n"
                                     "   /ViewerPreferences << /DisplayDocTitle true >>\n");
  } else if (structure->is_structure && g_str_has_prefix(line, "   /P ")) {
    object->parent = g_ascii_strtoull(line + strlen("   /P "), NULL, 10);
  } else if (structure->is_structure && g_str_equal(line, "   /S /Figure")) {
    object->is_changed = TRUE;
    add_alternative(structure);
  } else if (structure->is_structure && g_str_equal(line, "   /S /TH")) {
    object->is_changed = TRUE;
    g_string_append(structure->text, "   /A << /O /Table /Scope /Column >>\n");
  }
}

static void begin_object(RefnetPdfStructure *structure, guint64 number) {
  structure->object = (Object){.number = number};
  structure->in_object = TRUE;
  structure->is_structure = FALSE;
  g_string_truncate(structure->text, 0);
}

static void end_object(RefnetPdfStructure *structure) {
  structure->in_object = FALSE;
  if (!structure->is_structure)
    return;
  structure->object.text = g_strdup(structure->text->str);
  g_array_append_val(structure->objects, structure->object);
}

/* "12 0 obj": the number; FALSE: it is something else. */
static gboolean begins_object(const char *line, guint64 *number) {
  char *end;
  *number = g_ascii_strtoull(line, &end, 10);
  return end > line && g_str_equal(end, " 0 obj");
}

/* ---- the file -------------------------------------------------------------------------------- */

static void take_number(const char *line, const char *key, guint64 *number) {
  if (g_str_has_prefix(line, key))
    *number = g_ascii_strtoull(line + strlen(key), NULL, 10);
}

/* A line between objects: of the table of objects and what follows it. */
static void take_trailer(RefnetPdfStructure *structure, const char *line) {
  if (structure->is_start_next)
    structure->start = g_ascii_strtoull(line, NULL, 10);
  structure->is_start_next = g_str_equal(line, "startxref");
  take_number(line, "<< /Size ", &structure->size);
  take_number(line, "   /Root ", &structure->root);
  take_number(line, "   /Info ", &structure->info);
}

static void end_line(RefnetPdfStructure *structure) {
  const char *line = structure->line->str;
  guint64 number;
  if (structure->in_stream)
    structure->in_stream = !g_str_equal(line, "endstream");
  else if (g_str_equal(line, "stream"))
    structure->in_stream = TRUE;
  else if (begins_object(line, &number))
    begin_object(structure, number);
  else if (g_str_equal(line, "endobj"))
    end_object(structure);
  else if (structure->in_object)
    take_line(structure, line);
  else
    take_trailer(structure, line);
  g_string_truncate(structure->line, 0);
}

void refnet_pdf_structure_look(RefnetPdfStructure *structure, const unsigned char *bytes,
                               gsize length) {
  structure->written += length;
  while (length > 0) {
    const unsigned char *end = memchr(bytes, '\n', length);
    gsize part = end ? (gsize)(end - bytes) : length, seen = structure->line->len;
    gsize room = structure->in_stream ? LINE_IN_STREAM - MIN(seen, LINE_IN_STREAM) : part;
    g_string_append_len(structure->line, (const char *)bytes, (gssize)MIN(part, room));
    if (end)
      end_line(structure);
    part += end != NULL;
    bytes += part;
    length -= part;
  }
}

/* ---- the update ------------------------------------------------------------------------------ */

static gint compare_numbers(gconstpointer a, gconstpointer b) {
  guint64 x = ((const Object *)a)->number, y = ((const Object *)b)->number;
  return (x > y) - (x < y);
}

static char *reference(const char *key, guint64 number) {
  return g_strdup_printf("   /%s %" G_GUINT64_FORMAT " 0 R\n", key, number);
}

static void replace(Object *object, const char *old, const char *text) {
  GString *changed = g_string_new(object->text);
  g_string_replace(changed, old, text, 1);
  g_free(object->text);
  object->text = g_string_free(changed, FALSE);
  object->is_changed = TRUE;
}

/* Takes what the tree holds into one element, Document, as reading programs want it; cairo can't
 * open one that goes over pages. */
static void add_document(RefnetPdfStructure *structure) {
  Object whole = {.number = structure->size, .parent = structure->tree, .is_changed = TRUE};
  g_autofree char *in_tree = reference("P", structure->tree);
  g_autofree char *in_whole = reference("P", whole.number);
  for (guint i = 0; i < structure->objects->len; i++) {
    Object *object = &g_array_index(structure->objects, Object, i);
    const char *kids = object->number == structure->tree ? strstr(object->text, "   /K ") : NULL;
    if (object->parent == structure->tree)
      replace(object, in_tree, in_whole);
    if (!kids)
      continue;
    g_autofree char *list = g_strndup(kids, strcspn(kids, "\n") + 1);
    g_autofree char *only = reference("K", whole.number);
    whole.text = g_strdup_printf("<< /Type /StructElem\n   /S /Document\n%s%s>>\n", in_tree, list);
    replace(object, list, only);
  }
  if (!whole.text)
    return;
  g_array_append_val(structure->objects, whole);
  structure->size++;
}

static void append_object(const RefnetPdfStructure *structure, const Object *object,
                          GString *update, GString *table) {
  g_string_append_printf(table, "%" G_GUINT64_FORMAT " 1\n%010" G_GUINT64_FORMAT " 00000 n \n",
                         object->number, structure->written + update->len);
  g_string_append_printf(update, "%" G_GUINT64_FORMAT " 0 obj\n%sendobj\n", object->number,
                         object->text);
}

char *refnet_pdf_structure_update(RefnetPdfStructure *structure) {
  if (!structure->tree || !structure->size || !structure->root || !structure->start)
    return g_strdup("");
  GString *update = g_string_new(NULL);
  g_autoptr(GString) table = g_string_new("xref\n");
  add_document(structure);
  g_array_sort(structure->objects, compare_numbers);
  for (guint i = 0; i < structure->objects->len; i++) {
    const Object *object = &g_array_index(structure->objects, Object, i);
    if (object->is_changed)
      append_object(structure, object, update, table);
  }
  guint64 start = structure->written + update->len;
  g_string_append_printf(update,
                         "%strailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                         " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
                         "\n>>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
                         table->str, structure->size, structure->root, structure->info,
                         structure->start, start);
  return g_string_free(update, FALSE);
}
