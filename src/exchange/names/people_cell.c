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

/* What stands behind a name: "MD", "Executive Director", "VP of Programs". Kim Do is somebody. */
static gboolean is_title(const char *part) {
  static const char degrees[] =
      "md do rn np pa lpn msw lcsw lmsw lsw bsw phd psyd edd jd esq mph mpa mba mha ma ms jr sr ii "
      "iii lmft lpc lmhc cpa chw ceo cfo coo vp";
  static const char posts[] =
      "director manager coordinator officer president chair supervisor specialist navigator worker "
      "assistant advocate counselor therapist intern volunteer member liaison administrator "
      "secretary treasurer organizer planner analyst consultant educator trustee";
  g_autofree char *slug = refnet_text_slug(part);
  g_auto(GStrv) words = g_strsplit(slug, "-", -1);
  gboolean are_degrees = TRUE, has_post = FALSE;
  for (guint i = 0; words[i] != NULL; i++) {
    are_degrees = are_degrees && refnet_word_is_among(words[i], degrees);
    has_post = refnet_word_is_among(words[i], words[i + 1] != NULL ? "of for" : posts) || has_post;
  }
  return words[0] != NULL && strchr(part, ',') == NULL && (are_degrees || has_post);
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
