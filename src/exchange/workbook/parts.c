/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Three small XML parsers, and the way from the package's root to the parts they read. */
#include "exchange/workbook/parts.h"

#include <string.h>

enum { FORMATS_MOST = 65536, ID_BYTES = 64 };

/* ---- names of parts -------------------------------------------------------------------------- */

char *refnet_workbook_part_name(const char *name) {
  char *plain = g_strdup(*name == '/' ? name + 1 : name);
  return g_strdelimit(plain, "\\", '/');
}

/* The part that `target` means, said in the part `base`. */
static char *resolve_target(const char *base, const char *target) {
  if (*target == '/')
    return refnet_workbook_part_name(target);
  g_autofree char *folder = g_path_get_dirname(base);
  g_autofree char *path = g_build_filename("/", folder, target, NULL);
  g_autofree char *whole = g_canonicalize_filename(path, "/");
  return refnet_workbook_part_name(whole);
}

/* "xl/_rels/workbook.xml.rels" of "xl/workbook.xml". */
static char *relations_of(const char *part) {
  g_autofree char *folder = g_path_get_dirname(part);
  g_autofree char *file = g_path_get_basename(part);
  return g_str_equal(folder, ".") ? g_strdup_printf("_rels/%s.rels", file)
                                  : g_strdup_printf("%s/_rels/%s.rels", folder, file);
}

/* Reads the part with the handler. *found (may be NULL): whether the package has it. */
static gboolean read_part(const char *path, const char *part, const RefnetXmlHandler *handler,
                          gpointer data, gboolean *found, GError **error) {
  g_autoptr(RefnetArchive) archive = refnet_archive_open(path, error);
  const char *name;
  GError *failure = NULL;
  if (found != NULL)
    *found = FALSE;
  if (archive == NULL)
    return FALSE;
  while ((name = refnet_archive_next(archive, &failure)) != NULL) {
    g_autofree char *plain = refnet_workbook_part_name(name);
    if (g_ascii_strcasecmp(plain, part) != 0)
      continue;
    if (found != NULL)
      *found = TRUE;
    g_autofree char *label = g_strdup_printf("the workbook's part \"%s\"", part);
    return refnet_xml_read(label, refnet_archive_read, archive, handler, data, error);
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error(error, failure);
  return FALSE;
}

/* ---- relations ------------------------------------------------------------------------------- */

typedef struct {
  RefnetWorkbookParts *parts;
  const char *base;
  char *workbook; /* the part of the workbook itself */
} Relations;

static gboolean take_relation(const char *name, const RefnetXmlAttributes *attributes,
                              gpointer data, GError **error) {
  Relations *relations = data;
  (void)error;
  if (!g_str_equal(name, "Relationship"))
    return TRUE;
  g_autofree char *type = refnet_xml_attribute(attributes, "Type");
  g_autofree char *id = refnet_xml_attribute(attributes, "Id");
  g_autofree char *target = refnet_xml_attribute(attributes, "Target");
  if (type == NULL || target == NULL)
    return TRUE;
  g_autofree char *part = resolve_target(relations->base, target);
  char **kept = g_str_has_suffix(type, "/officeDocument")  ? &relations->workbook
                : g_str_has_suffix(type, "/sharedStrings") ? &relations->parts->strings_part
                : g_str_has_suffix(type, "/styles")        ? &relations->parts->styles_part
                                                           : NULL;
  if (kept != NULL && *kept == NULL)
    *kept = g_strdup(part);
  for (guint i = 0; g_str_has_suffix(type, "/worksheet") && i < relations->parts->entries->len;
       i++) {
    RefnetWorkbookEntry *entry = g_ptr_array_index(relations->parts->entries, i);
    if (entry->part == NULL && g_strcmp0(entry->relation, id) == 0)
      entry->part = g_strdup(part);
  }
  return TRUE;
}

static const RefnetXmlHandler relation_handler = {.start = take_relation};

/* ---- the workbook ---------------------------------------------------------------------------- */

static gboolean is_true(const char *text) {
  return text != NULL && (g_str_equal(text, "1") || g_str_equal(text, "true"));
}

static gboolean take_workbook(const char *name, const RefnetXmlAttributes *attributes,
                              gpointer data, GError **error) {
  RefnetWorkbookParts *parts = data;
  (void)error;
  if (g_str_equal(name, "workbookPr")) {
    g_autofree char *from_1904 = refnet_xml_attribute(attributes, "date1904");
    parts->from_1904 = is_true(from_1904);
  } else if (g_str_equal(name, "sheet")) {
    g_autofree char *state = refnet_xml_attribute(attributes, "state");
    RefnetWorkbookEntry *entry = g_new0(RefnetWorkbookEntry, 1);
    entry->name = refnet_xml_attribute(attributes, "name");
    entry->relation = refnet_xml_attribute(attributes, "id");
    entry->hidden = state != NULL && !g_str_equal(state, "visible");
    g_ptr_array_add(parts->entries, entry);
  }
  return TRUE;
}

static const RefnetXmlHandler workbook_handler = {.start = take_workbook};

static void free_entry(gpointer data) {
  RefnetWorkbookEntry *entry = data;
  g_free(entry->name);
  g_free(entry->relation);
  g_free(entry->part);
  g_free(entry);
}

/* ---- shared texts ---------------------------------------------------------------------------- */

typedef struct {
  RefnetWorkbookParts *parts;
  gboolean in_text, in_phonetic;
} Texts;

static gboolean start_text(const char *name, const RefnetXmlAttributes *attributes, gpointer data,
                           GError **error) {
  Texts *texts = data;
  (void)attributes;
  (void)error;
  if (g_str_equal(name, "si"))
    g_array_append_val(texts->parts->text_starts, texts->parts->texts->len);
  texts->in_phonetic |= g_str_equal(name, "rPh");
  texts->in_text |= g_str_equal(name, "t");
  return TRUE;
}

static gboolean end_text(const char *name, gpointer data, GError **error) {
  Texts *texts = data;
  GArray *starts = texts->parts->text_starts;
  (void)error;
  if (g_str_equal(name, "t"))
    texts->in_text = FALSE;
  else if (g_str_equal(name, "rPh"))
    texts->in_phonetic = FALSE;
  else if (g_str_equal(name, "si") && starts->len > 0) {
    refnet_workbook_unescape(texts->parts->texts, g_array_index(starts, gsize, starts->len - 1));
    g_string_append_c(texts->parts->texts, '\0');
  }
  return TRUE;
}

static gboolean add_text(const char *text, gsize length, gpointer data, GError **error) {
  Texts *texts = data;
  (void)error;
  if (texts->in_text && !texts->in_phonetic)
    g_string_append_len(texts->parts->texts, text, (gssize)length);
  return TRUE;
}

static const RefnetXmlHandler text_handler = {start_text, end_text, add_text};

/* "_x000D_" is a carriage return. */
void refnet_workbook_unescape(GString *text, gsize start) {
  if (strstr(text->str + start, "_x") == NULL)
    return;
  g_autofree char *escaped = g_strdup(text->str + start);
  g_string_truncate(text, start);
  for (const char *at = escaped; *at != '\0';) {
    gunichar code = 0;
    guint digits = 0;
    if (at[0] == '_' && at[1] == 'x')
      for (; digits < 4 && g_ascii_isxdigit(at[2 + digits]); digits++)
        code = code * 16 + (gunichar)g_ascii_xdigit_value(at[2 + digits]);
    if (digits == 4 && at[6] == '_' && code > 0 && g_unichar_validate(code)) {
      g_string_append_unichar(text, code);
      at += 7;
    } else {
      g_string_append_c(text, *at++);
    }
  }
}

/* ---- formats --------------------------------------------------------------------------------- */

typedef struct {
  RefnetWorkbookParts *parts;
  GHashTable *patterns; /* id → pattern */
  gboolean in_cells;
} Styles;

static void take_format(Styles *styles, const RefnetXmlAttributes *attributes) {
  char id[ID_BYTES];
  if (!refnet_xml_attribute_into(attributes, "numFmtId", id, sizeof id))
    return;
  char *pattern = refnet_xml_attribute(attributes, "formatCode");
  if (pattern == NULL)
    return;
  g_ptr_array_add(styles->parts->patterns, pattern);
  g_hash_table_insert(styles->patterns, GUINT_TO_POINTER((guint)g_ascii_strtoull(id, NULL, 10) + 1),
                      pattern);
}

static void take_cell_format(Styles *styles, const RefnetXmlAttributes *attributes) {
  char id[ID_BYTES];
  refnet_xml_attribute_into(attributes, "numFmtId", id, sizeof id);
  guint number = (guint)g_ascii_strtoull(id, NULL, 10);
  const char *pattern = g_hash_table_lookup(styles->patterns, GUINT_TO_POINTER(number + 1));
  RefnetCellFormat format =
      pattern != NULL ? refnet_cell_format_parse(pattern) : refnet_cell_format_builtin(number);
  if (styles->parts->formats->len < FORMATS_MOST)
    g_array_append_val(styles->parts->formats, format);
}

static gboolean start_style(const char *name, const RefnetXmlAttributes *attributes, gpointer data,
                            GError **error) {
  Styles *styles = data;
  (void)error;
  if (g_str_equal(name, "numFmt"))
    take_format(styles, attributes);
  else if (g_str_equal(name, "cellXfs"))
    styles->in_cells = TRUE;
  else if (styles->in_cells && g_str_equal(name, "xf"))
    take_cell_format(styles, attributes);
  return TRUE;
}

static gboolean end_style(const char *name, gpointer data, GError **error) {
  Styles *styles = data;
  (void)error;
  if (g_str_equal(name, "cellXfs"))
    styles->in_cells = FALSE;
  return TRUE;
}

static const RefnetXmlHandler style_handler = {.start = start_style, .end = end_style};

/* ---- all of it ------------------------------------------------------------------------------- */

/* What a file without a workbook in it is, as far as it can be told. */
static gboolean refuse_other(const char *path, GError **error) {
  g_autofree char *displayed = g_filename_display_name(path);
  g_autofree char *shown = refnet_text_display(displayed, 0);
  g_autoptr(RefnetArchive) archive = refnet_archive_open(path, error);
  const char *name = archive != NULL ? refnet_archive_next(archive, error) : NULL;
  if (error != NULL && *error != NULL)
    return FALSE;
  gboolean is_open_document = name != NULL && g_str_equal(name, "mimetype");
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_INPUT, "\"%s\" is no Excel workbook but %s", shown,
              is_open_document ? "an OpenDocument file; save it as .xlsx"
                               : "another kind of zip; unpack it, or give a workbook (.xlsx)");
  return FALSE;
}

static gboolean find_parts(RefnetWorkbookParts *parts, GError **error) {
  gboolean found;
  Relations root = {parts, "", NULL};
  gboolean is_read = read_part(parts->path, "_rels/.rels", &relation_handler, &root, &found, error);
  g_autofree char *workbook = root.workbook;
  if (!is_read)
    return FALSE;
  if (!found || workbook == NULL)
    return refuse_other(parts->path, error);
  if (!read_part(parts->path, workbook, &workbook_handler, parts, &found, error))
    return FALSE;
  if (!found)
    return refuse_other(parts->path, error);
  g_autofree char *name = relations_of(workbook);
  Relations relations = {parts, workbook, NULL};
  gboolean ok = read_part(parts->path, name, &relation_handler, &relations, NULL, error);
  g_free(relations.workbook);
  return ok;
}

static gboolean read_texts(RefnetWorkbookParts *parts, GError **error) {
  Texts texts = {parts, FALSE, FALSE};
  return parts->strings_part == NULL ||
         read_part(parts->path, parts->strings_part, &text_handler, &texts, NULL, error);
}

static gboolean read_styles(RefnetWorkbookParts *parts, GError **error) {
  g_autoptr(GHashTable) patterns = g_hash_table_new(NULL, NULL);
  Styles styles = {parts, patterns, FALSE};
  return parts->styles_part == NULL ||
         read_part(parts->path, parts->styles_part, &style_handler, &styles, NULL, error);
}

RefnetWorkbookParts *refnet_workbook_parts_open(const char *path, GError **error) {
  g_autoptr(RefnetWorkbookParts) parts = g_new0(RefnetWorkbookParts, 1);
  parts->path = g_strdup(path);
  parts->entries = g_ptr_array_new_with_free_func(free_entry);
  parts->texts = g_string_new(NULL);
  parts->text_starts = g_array_new(FALSE, FALSE, sizeof(gsize));
  parts->formats = g_array_new(FALSE, FALSE, sizeof(RefnetCellFormat));
  parts->patterns = g_ptr_array_new_with_free_func(g_free);
  if (!find_parts(parts, error) || !read_texts(parts, error) || !read_styles(parts, error))
    return NULL;
  return g_steal_pointer(&parts);
}

void refnet_workbook_parts_free(RefnetWorkbookParts *parts) {
  if (parts == NULL)
    return;
  g_free(parts->path);
  g_ptr_array_unref(parts->entries);
  g_free(parts->strings_part);
  g_free(parts->styles_part);
  g_string_free(parts->texts, TRUE);
  g_array_unref(parts->text_starts);
  g_array_unref(parts->formats);
  g_ptr_array_unref(parts->patterns);
  g_free(parts);
}

const char *refnet_workbook_parts_text(const RefnetWorkbookParts *parts, guint64 index) {
  if (index >= parts->text_starts->len)
    return NULL;
  return parts->texts->str + g_array_index(parts->text_starts, gsize, index);
}

RefnetCellFormat refnet_workbook_parts_format(const RefnetWorkbookParts *parts, guint64 style) {
  if (style >= parts->formats->len)
    return (RefnetCellFormat){REFNET_CELL_FORMAT_NUMBER, NULL};
  return g_array_index(parts->formats, RefnetCellFormat, style);
}
