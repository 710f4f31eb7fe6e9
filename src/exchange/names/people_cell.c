/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/people_cell.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"

#include <string.h>

static char *without_brackets(const char *cell) {
  GString *text = g_string_new(NULL);
  guint depth = 0;
  for (; *cell != '\0'; cell++) {
    depth += *cell == '(';
    if (depth == 0)
      g_string_append_c(text, *cell);
    depth -= depth > 0 && *cell == ')';
  }
  return g_string_free(text, FALSE);
}

/* "Executive Director", "VP of Programs" */
static gboolean is_post(const char *part) {
  static const char posts[] =
      "director manager coordinator officer president chair supervisor specialist navigator worker "
      "assistant advocate counselor therapist intern volunteer member liaison administrator "
      "secretary treasurer organizer planner analyst consultant educator trustee";
  g_autofree char *slug = refnet_text_slug(part);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  gboolean has_post = FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    has_post = refnet_word_is_among(words[i], words[i + 1] != NULL ? "of for" : posts) || has_post;
  return has_post && strchr(part, ',') == NULL;
}

/* "MD", "MSW LCSW". Kim Do is somebody. */
static gboolean are_degrees(const char *part) {
  static const char degrees[] =
      "md do rn np pa lpn msw lcsw lmsw lsw bsw phd psyd edd jd esq mph mpa mba mha ma ms jr sr ii "
      "iii lmft lpc lmhc cpa chw ceo cfo coo vp";
  g_autofree char *slug = refnet_text_slug(part);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (!refnet_word_is_among(words[i], degrees))
      return FALSE;
  return words[0] != NULL && strchr(part, ',') == NULL;
}

/* What stands behind a name. */
static gboolean is_title(const char *part) {
  return are_degrees(part) || is_post(part);
}

/* Leaves out titles. FALSE: what is left are not full names. */
static gboolean keep_full_names(char **parts) {
  guint kept = 0;
  gboolean are_full = TRUE;
  for (guint i = 0; parts[i] != NULL; i++) {
    char *part = g_strstrip(parts[i]);
    parts[i] = NULL;
    if (is_title(part)) {
      g_free(part);
      continue;
    }
    are_full = are_full && strchr(part, ' ') != NULL;
    parts[kept++] = part;
  }
  return are_full && kept > 0;
}

/* Each part of `parts`, at `sign` where that leaves full names. */
static char **split_names(char **parts, const char *sign) {
  GStrvBuilder *split = g_strv_builder_new();
  for (guint i = 0; parts[i] != NULL; i++) {
    g_auto(GStrv) names = g_strsplit(parts[i], sign, -1);
    if (keep_full_names(names))
      g_strv_builder_addv(split, (const char **)names);
    else
      g_strv_builder_add(split, parts[i]);
  }
  g_strfreev(parts);
  char **all = g_strv_builder_end(split);
  g_strv_builder_unref(split);
  return all;
}

gboolean refnet_person_is_somebody(const char *name) {
  const RefnetFileFields *file = refnet_file_fields(REFNET_FILE_CONTACTS);
  if (g_ascii_isdigit(*name) || refnet_word_is_blank(name, &file->fields[REFNET_CONTACT_NAME]))
    return FALSE;
  for (; *name != '\0'; name = g_utf8_next_char(name))
    if (g_unichar_isalpha(g_utf8_get_char(name)))
      return TRUE;
  return FALSE;
}

char **refnet_people_in_cell(const char *cell) {
  static const char *const signs[] = {"/", ",", " and ", " & "};
  g_autofree char *text = without_brackets(cell);
  char **names = g_strsplit_set(text, ";|\n", -1);
  for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
    names = split_names(names, signs[i]);
  guint kept = 0;
  for (guint i = 0; names[i] != NULL; i++) {
    char *name = g_strstrip(names[i]);
    names[i] = NULL;
    if (refnet_person_is_somebody(name))
      names[kept++] = name;
    else
      g_free(name);
  }
  return names;
}

/* ---- with what stands behind their names ----------------------------------------------------- */

static void free_person(gpointer data) {
  RefnetPersonInCell *person = data;
  g_free(person->name);
  g_free(person->role);
  g_free(person->email);
  g_free(person->phone);
  g_free(person);
}

/* Takes `length` bytes out of the text. Caller frees them. */
static char *cut(GString *text, gsize at, gsize length) {
  char *part = g_strndup(text->str + at, length);
  g_string_erase(text, (gssize)at, (gssize)length);
  return part;
}

static char *cut_email(GString *text) {
  static const char around[] = " <>()[],;:|\t\n";
  const char *sign = strchr(text->str, '@');
  if (sign == NULL)
    return NULL;
  gsize from = (gsize)(sign - text->str), to = from + strcspn(sign, around);
  while (from > 0 && strchr(around, text->str[from - 1]) == NULL)
    from--;
  return from < (gsize)(sign - text->str) && memchr(sign, '.', text->str + to - sign) != NULL
             ? cut(text, from, to - from)
             : NULL;
}

/* " ext. 4", " x12"; 0: no such thing begins here. */
static gsize extension_length(const char *text) {
  gsize length = strspn(text, " ,");
  if (g_ascii_strncasecmp(text + length, "x", 1) != 0 &&
      g_ascii_strncasecmp(text + length, "ext", 3) != 0)
    return 0;
  length += strspn(text + length, "extEXT.");
  length += strspn(text + length, " ");
  const gsize digits = strspn(text + length, "0123456789");
  return digits > 0 ? length + digits : 0;
}

/* Seven digits or more with what parts them: "(555) 111-2222". */
static char *cut_phone(GString *text) {
  enum { DIGITS_LEAST = 7 };
  for (gsize at = strcspn(text->str, "(+0123456789"); text->str[at] != '\0';
       at += 1 + strcspn(text->str + at + 1, "(+0123456789")) {
    gsize length = strspn(text->str + at, "0123456789()-+. "), digits = 0;
    for (gsize i = 0; i < length; i++)
      digits += g_ascii_isdigit(text->str[at + i]) != 0;
    while (length > 0 && !g_ascii_isdigit(text->str[at + length - 1]))
      length--;
    if (digits >= DIGITS_LEAST)
      return cut(text, at, length + extension_length(text->str + at + length));
  }
  return NULL;
}

static char *trim(const char *text, gsize length) {
  static const char edges[] = " ,;:-/<>[]\n";
  while (length > 0 && strchr(edges, *text) != NULL) {
    text++;
    length--;
  }
  while (length > 0 && strchr(edges, text[length - 1]) != NULL)
    length--;
  return g_strndup(text, length);
}

/* "Ann Lee (intake)", "Ann Lee, Director": what is left of the text is the name. */
static char *cut_role(GString *text) {
  g_autofree char *whole = trim(text->str, text->len);
  const char *bracket = g_str_has_suffix(whole, ")") ? strrchr(whole, '(') : NULL;
  const char *comma = strrchr(whole, ',');
  const char *end = bracket != NULL && bracket > whole    ? bracket
                    : comma != NULL && is_post(comma + 1) ? comma
                                                          : NULL;
  g_string_assign(text, whole);
  if (end == NULL)
    return NULL;
  g_string_truncate(text, (gsize)(end - whole));
  return trim(end + 1, strlen(end + 1) - (end == bracket));
}

static RefnetPersonInCell *read_person(const char *said) {
  g_autoptr(GString) text = g_string_new(said);
  RefnetPersonInCell *person = g_new0(RefnetPersonInCell, 1);
  person->email = cut_email(text);
  person->phone = cut_phone(text);
  g_string_replace(text, "()", "", 0);
  person->role = cut_role(text);
  person->name = trim(text->str, text->len);
  return person;
}

static gboolean names_somebody(const RefnetPersonInCell *person) {
  g_autofree char *folded = refnet_text_fold_header(person->name);
  return refnet_person_is_somebody(person->name) && !refnet_word_is_stand_in(person->name) &&
         !refnet_word_is_among(folded, "email mail phone tel telephone cell mobile fax office");
}

/* "Ann Lee; a@elm.org": the address is hers. */
static void give_to_last(GPtrArray *persons, RefnetPersonInCell *nobody) {
  if (persons->len > 0) {
    RefnetPersonInCell *last = g_ptr_array_index(persons, persons->len - 1);
    last->email = last->email != NULL ? last->email : g_steal_pointer(&nobody->email);
    last->phone = last->phone != NULL ? last->phone : g_steal_pointer(&nobody->phone);
  }
  free_person(nobody);
}

/* `name`: where it is known already; NULL: it is in what is said. */
static void add_person(GPtrArray *persons, const char *said, const char *name) {
  RefnetPersonInCell *person = read_person(said);
  if (name != NULL) {
    RefnetPersonInCell *named = read_person(name);
    g_free(person->name);
    person->name = g_steal_pointer(&named->name);
    free_person(named);
  }
  if (names_somebody(person))
    g_ptr_array_add(persons, person);
  else
    give_to_last(persons, person);
}

/* The text of one person of several: from the name to where the next one's begins. */
static char *said_of(const char *part, char **names, guint i) {
  const char *from = strstr(part, names[i]);
  const char *to =
      from != NULL && names[i + 1] != NULL ? strstr(from + strlen(names[i]), names[i + 1]) : NULL;
  return from == NULL ? g_strdup(names[i])
                      : g_strndup(from, to != NULL ? (gsize)(to - from) : strlen(from));
}

GPtrArray *refnet_persons_in_cell(const char *cell) {
  GPtrArray *persons = g_ptr_array_new_with_free_func(free_person);
  g_auto(GStrv) parts = g_strsplit_set(cell, ";|\n", -1);
  for (guint p = 0; parts[p] != NULL; p++) {
    g_auto(GStrv) names = refnet_people_in_cell(parts[p]);
    const gboolean several = names[0] != NULL && names[1] != NULL;
    for (guint i = 0; several && names[i] != NULL; i++) {
      g_autofree char *said = said_of(parts[p], names, i);
      add_person(persons, said, names[i]);
    }
    if (!several)
      add_person(persons, parts[p], NULL);
  }
  return persons;
}
