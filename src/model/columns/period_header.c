/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/period_header.h"

#include "model/columns/words.h"

#include <refnet/base.h>
#include <string.h>

/* What a header has beside the words of its field. */
typedef struct {
  double per_year; /* of its last period; 0: it says none */
  guint periods;
  GString *rest;           /* the other words, folded … */
  GString *without_people; /* … and of these, what says neither whom it counts nor that it does */
} Parts;

static void clear_parts(Parts *parts) {
  g_string_free(parts->rest, TRUE);
  g_string_free(parts->without_people, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Parts, clear_parts)

/* The words of a header, "/" as "per". Caller frees. */
static char **words_of(const char *header) {
  g_auto(GStrv) sides = g_strsplit(header, "/", -1);
  g_autofree char *said = g_strjoinv(" per ", sides);
  g_autofree char *slug = refnet_text_slug(said);
  return g_strsplit(slug, "-", -1);
}

/* "monthly" by itself, "month" only behind "per" or "each"; *length: how many words say it. */
static gboolean is_period(char *const *words, double *per_year, guint *length) {
  static const char alone[] = "annual annually yearly quarterly monthly weekly daily";
  if (refnet_word_is_among(words[0], alone)) {
    *length = 1;
    return refnet_word_period(words[0], per_year);
  }
  *length = 2;
  return words[1] != NULL && refnet_word_is_among(words[0], "per a each every") &&
         refnet_word_period(words[1], per_year);
}

static Parts take_apart(const char *header) {
  static const char counted[] = "clients client people persons patients individuals households "
                                "families youth children number no of max maximum total";
  g_auto(GStrv) words = words_of(header);
  Parts parts = {.rest = g_string_new(NULL), .without_people = g_string_new(NULL)};
  for (guint i = 0, length; words[i] != NULL; i += length) {
    if (is_period(words + i, &parts.per_year, &length)) {
      parts.periods++;
      continue;
    }
    length = 1;
    g_string_append(parts.rest, words[i]);
    if (!refnet_word_is_among(words[i], counted))
      g_string_append(parts.without_people, words[i]);
  }
  return parts;
}

double refnet_header_periods_a_year(const char *header) {
  g_auto(Parts) parts = take_apart(header);
  return parts.periods == 1 ? parts.per_year : 0;
}

static gboolean means(RefnetFile file, guint field, const char *folded) {
  return refnet_field_fit(&refnet_file_fields(file)->fields[field], folded) != G_MAXUINT ||
         refnet_field_fit_loosely(file, field, folded) != G_MAXUINT;
}

gboolean refnet_header_is_of_period(RefnetFile file, guint field, const char *header) {
  g_auto(Parts) parts = take_apart(header);
  return parts.periods == 1 &&
         (means(file, field, parts.rest->str) || means(file, field, parts.without_people->str));
}
