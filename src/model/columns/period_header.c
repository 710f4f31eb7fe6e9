/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/period_header.h"

#include "model/columns/words.h"

#include <refnet/base.h>
#include <string.h>

/* What a header has beside the words of its field. */
typedef struct {
  double per_year;  /* 0: no period */
  guint periods;    /* that it says */
  GString *rest;    /* the other words, folded … */
  GString *no_body; /* … and those of them that are not about people */
} Parts;

static void clear_parts(Parts *parts) {
  g_string_free(parts->rest, TRUE);
  g_string_free(parts->no_body, TRUE);
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

static Parts divide(const char *header) {
  static const char people[] = "clients client people persons patients individuals households "
                               "families youth children number no of max maximum total";
  g_auto(GStrv) words = words_of(header);
  Parts parts = {.rest = g_string_new(NULL), .no_body = g_string_new(NULL)};
  for (guint i = 0, length; words[i] != NULL; i += length) {
    if (is_period(words + i, &parts.per_year, &length)) {
      parts.periods++;
      continue;
    }
    length = 1;
    g_string_append(parts.rest, words[i]);
    if (!refnet_word_is_among(words[i], people))
      g_string_append(parts.no_body, words[i]);
  }
  return parts;
}

double refnet_header_periods_a_year(const char *header) {
  g_auto(Parts) parts = divide(header);
  return parts.periods == 1 ? parts.per_year : 0;
}

static gboolean means(RefnetFile file, guint field, const char *folded) {
  return refnet_field_fit(&refnet_file_fields(file)->fields[field], folded) != G_MAXUINT ||
         refnet_field_fit_loosely(file, field, folded) != G_MAXUINT;
}

gboolean refnet_header_is_of_period(RefnetFile file, guint field, const char *header) {
  g_auto(Parts) parts = divide(header);
  return parts.periods == 1 &&
         (means(file, field, parts.rest->str) || means(file, field, parts.no_body->str));
}
