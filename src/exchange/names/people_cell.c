/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/people_cell.h"
#include "model/columns/fields.h"
#include "model/columns/no_name.h"
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
  return are_degrees(part) || refnet_text_is_post(part);
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

static gboolean names_somebody(const RefnetPersonInCell *person) {
  g_autofree char *folded = refnet_text_fold_header(person->name);
  return refnet_person_is_somebody(person->name) && !refnet_word_is_stand_in(person->name) &&
         !refnet_word_is_among(folded,
                               "email mail phone tel telephone cell mobile fax office vacant");
}

static void give(char **to, char **from) {
  if (*to == NULL)
    *to = g_steal_pointer(from);
}

/* "Ann Lee; Director; a@elm.org": the post and the address are hers. */
static void give_to_last(GPtrArray *persons, RefnetPersonInCell *nobody) {
  if (persons->len > 0) {
    RefnetPersonInCell *last = g_ptr_array_index(persons, persons->len - 1);
    give(&last->email, &nobody->email);
    give(&last->phone, &nobody->phone);
    if (refnet_text_is_post(nobody->name))
      give(&last->role, &nobody->name);
  }
  refnet_person_in_cell_free(nobody);
}

/* `name`: where it is known already; NULL: it is in what is said. */
static void add_person(GPtrArray *persons, const char *said, const char *name) {
  RefnetPersonInCell *person = refnet_person_read(said);
  if (name != NULL) {
    RefnetPersonInCell *named = refnet_person_read(name);
    g_free(person->name);
    person->name = g_steal_pointer(&named->name);
    refnet_person_in_cell_free(named);
  }
  if (names_somebody(person) && !(persons->len > 0 && refnet_text_is_post(person->name)))
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
  GPtrArray *persons = g_ptr_array_new_with_free_func(refnet_person_in_cell_free);
  g_autofree char *parted = refnet_person_text_parted(cell);
  g_auto(GStrv) parts = g_strsplit_set(parted, ";|\n", -1);
  for (guint p = 0; parts[p] != NULL; p++) {
    g_autofree char *bare = refnet_person_text_bare(parts[p]);
    g_auto(GStrv) names = refnet_people_in_cell(bare);
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
