/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "model/columns/scale.h"

#include "model/columns/estimate.h"
#include "model/columns/words.h"

#include <string.h>

enum { ORDINAL_MOST = 5, CODE_MOST = 10, FREQUENCIES = REFNET_FREQUENCY_DAILY };

typedef struct {
  char *text;
  guint64 times;
  RefnetAnswer answer; /* once settled */
  gboolean estimated;  /* a range or the like, whose count stands for several */
} Seen;

struct RefnetScale {
  gboolean asks_how_many, asks_how_often;
  GHashTable *seen; /* fold → Seen */
  guint64 blank;
  gboolean counts; /* numbers are counts, else codes */
  int least;       /* the code that means never: 0, or 1 */
  const char *doubt;
};

int refnet_answer_compare(const RefnetAnswer *a, const RefnetAnswer *b) {
  if (a->kind != b->kind)
    return (int)a->kind - (int)b->kind;
  if (a->frequency != b->frequency)
    return (int)a->frequency - (int)b->frequency;
  return (a->count > b->count) - (a->count < b->count);
}

/* ---- numbers --------------------------------------------------------------------------------- */

static RefnetAnswer read_number(const RefnetScale *scale, double number) {
  guint64 whole = number >= 0 && number <= G_MAXINT32 ? (guint64)number : 0;
  if (number < 0 || number > G_MAXINT32 || (double)whole != number)
    return (RefnetAnswer){REFNET_ANSWER_STRANGE, 0, 0};
  if (whole == 0 || (!scale->counts && (int)whole <= scale->least))
    return (RefnetAnswer){REFNET_ANSWER_NO, 0, 0};
  if (scale->counts)
    return (RefnetAnswer){REFNET_ANSWER_YES, 0, whole};
  if (scale->least < 0)
    return (RefnetAnswer){REFNET_ANSWER_YES, 0, 0};
  guint64 step = whole - (guint64)scale->least + REFNET_FREQUENCY_NEVER;
  return (RefnetAnswer){REFNET_ANSWER_YES, (RefnetFrequency)MIN(step, (guint64)FREQUENCIES), 0};
}

typedef struct {
  guint64 numbers, zeros;
  double least, most;
  gboolean estimates; /* "1-5" or "11+" stands among them */
} Range;

static Range range_of(const RefnetScale *scale) {
  Range range = {0, 0, G_MAXDOUBLE, 0, FALSE};
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, scale->seen);
  while (g_hash_table_iter_next(&iter, NULL, &value)) {
    const Seen *seen = value;
    double number;
    guint64 about;
    if (!refnet_number_parse(seen->text, &number)) {
      range.estimates |= refnet_estimate_parse(seen->text, &about);
      continue;
    }
    range.numbers += seen->times;
    range.zeros += number == 0 ? seen->times : 0;
    range.least = MIN(range.least, number);
    range.most = MAX(range.most, number);
  }
  return range;
}

/* Beside ranges all are counts. 0 and 1 are no and yes; small numbers are steps of a scale, from
 * never on where none is 0 and hardly a cell is blank; larger ones are counts. */
static void settle_numbers(RefnetScale *scale) {
  Range range = range_of(scale);
  scale->least = 0;
  if (range.estimates) {
    scale->counts = TRUE;
    scale->doubt = "answers such as \"1-5\" or \"11+\" were read as counts: a range as its middle, "
                   "an open one as where it begins";
    return;
  }
  if (range.numbers == 0)
    return;
  if (range.most > CODE_MOST || (scale->asks_how_many && !scale->asks_how_often)) {
    scale->counts = TRUE;
  } else if (range.most <= 1) {
    scale->least = -1;
  } else if (range.most > ORDINAL_MOST && !scale->asks_how_often) {
    scale->counts = TRUE;
    scale->doubt = "numbers above 5 were read as counts of referrals";
  } else if (range.most > ORDINAL_MOST) {
    scale->doubt = "numbers above 5 were read as daily";
  } else if (range.zeros == 0 && scale->blank * 5 < range.numbers) {
    scale->least = 1;
    scale->doubt = "no answer is 0 and hardly any is blank, so 1 was read as never";
  } else if (range.zeros == 0) {
    scale->doubt = "no answer is 0 and many are blank, so 1 was read as yearly, not as never";
  }
}

/* ---- what the user says ---------------------------------------------------------------------- */

static gboolean refuse_codes(const char *codes, GError **error) {
  g_autofree char *shown = refnet_text_display(codes, 60);
  g_set_error(error, REFNET_ERROR, REFNET_ERROR_USAGE,
              "--scale takes CODE=never, yearly, quarterly, monthly, weekly, daily, yes, no or "
              "unknown, separated by commas, or the word count; not \"%s\"",
              shown);
  return FALSE;
}

static gboolean say_code(RefnetScale *scale, const char *code, const char *meaning) {
  g_autofree char *fold = refnet_text_fold(code);
  RefnetAnswer answer;
  if (*fold == '\0' || !refnet_answer_read_words(meaning, &answer))
    return FALSE;
  Seen *seen = g_hash_table_lookup(scale->seen, fold);
  if (seen != NULL) {
    seen->answer = answer;
    seen->estimated = FALSE;
  }
  return TRUE;
}

static gboolean say_codes(RefnetScale *scale, const char *codes, GError **error) {
  if (codes == NULL || g_ascii_strcasecmp(codes, "count") == 0)
    return TRUE;
  g_auto(GStrv) pairs = g_strsplit(codes, ",", -1);
  for (gsize i = 0; pairs[i] != NULL; i++) {
    char *equals = strrchr(pairs[i], '=');
    if (equals == NULL)
      return refuse_codes(codes, error);
    *equals = '\0';
    if (!say_code(scale, pairs[i], equals + 1))
      return refuse_codes(codes, error);
  }
  scale->doubt = NULL;
  return TRUE;
}

/* ---- the scale ------------------------------------------------------------------------------- */

static void free_seen(gpointer data) {
  Seen *seen = data;
  g_free(seen->text);
  g_free(seen);
}

RefnetScale *refnet_scale_new(const char *question) {
  RefnetScale *scale = g_new0(RefnetScale, 1);
  g_autofree char *folded = refnet_text_fold(question);
  scale->asks_how_many = strstr(folded, "how many") != NULL || strstr(folded, "number of") != NULL;
  scale->asks_how_often = strstr(folded, "how often") != NULL ||
                          strstr(folded, "frequen") != NULL || strstr(folded, "scale") != NULL ||
                          strstr(folded, "rate ") != NULL;
  scale->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_seen);
  return scale;
}

void refnet_scale_free(RefnetScale *scale) {
  if (scale == NULL)
    return;
  g_hash_table_unref(scale->seen);
  g_free(scale);
}

void refnet_scale_see(RefnetScale *scale, const char *text) {
  if (*text == '\0') {
    scale->blank++;
    return;
  }
  char *fold = refnet_text_fold(text);
  Seen *seen = g_hash_table_lookup(scale->seen, fold);
  if (seen == NULL) {
    seen = g_new0(Seen, 1);
    seen->text = g_strdup(text);
    g_hash_table_insert(scale->seen, g_strdup(fold), seen);
  } else if (strcmp(text, seen->text) < 0) {
    g_free(seen->text);
    seen->text = g_strdup(text);
  }
  seen->times++;
  g_free(fold);
}

static void settle_one(const RefnetScale *scale, Seen *seen) {
  double number;
  guint64 about;
  seen->answer = (RefnetAnswer){REFNET_ANSWER_STRANGE, 0, 0};
  if (refnet_number_parse(seen->text, &number)) {
    seen->answer = read_number(scale, number);
  } else if (refnet_estimate_parse(seen->text, &about) && about <= G_MAXINT32) {
    seen->answer = (RefnetAnswer){about > 0 ? REFNET_ANSWER_YES : REFNET_ANSWER_NO, 0, about};
    seen->estimated = about > 0;
  } else {
    refnet_answer_read_words(seen->text, &seen->answer);
  }
}

gboolean refnet_scale_settle(RefnetScale *scale, const char *codes, GError **error) {
  settle_numbers(scale);
  if (codes != NULL && g_ascii_strcasecmp(codes, "count") == 0) {
    scale->counts = TRUE;
    scale->doubt = NULL;
  }
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, scale->seen);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    settle_one(scale, value);
  return say_codes(scale, codes, error);
}

RefnetAnswer refnet_scale_read(const RefnetScale *scale, const char *text) {
  g_autofree char *fold = refnet_text_fold(text);
  const Seen *seen = g_hash_table_lookup(scale->seen, fold);
  return seen != NULL ? seen->answer : (RefnetAnswer){REFNET_ANSWER_BLANK, 0, 0};
}

const char *refnet_scale_doubt(const RefnetScale *scale) {
  return scale->doubt;
}

/* ---- explaining ------------------------------------------------------------------------------ */

static int compare_seen(gconstpointer a, gconstpointer b) {
  const Seen *x = *(const Seen *const *)a, *y = *(const Seen *const *)b;
  int by_answer = refnet_answer_compare(&y->answer, &x->answer);
  return by_answer != 0 ? by_answer : strcmp(x->text, y->text);
}

/* Caller frees. */
static char *meaning_of(const RefnetAnswer *answer) {
  switch (answer->kind) {
  case REFNET_ANSWER_BLANK:
    return g_strdup("unknown");
  case REFNET_ANSWER_STRANGE:
    return g_strdup("not understood");
  case REFNET_ANSWER_NO:
    return g_strdup("never");
  case REFNET_ANSWER_YES:
    break;
  }
  if (answer->count > 0)
    return g_strdup_printf("about %" G_GUINT64_FORMAT " referral%s", answer->count,
                           answer->count == 1 ? "" : "s");
  return g_strdup(answer->frequency != REFNET_FREQUENCY_UNKNOWN
                      ? refnet_word_of_frequency(answer->frequency)
                      : "yes");
}

static void explain_counts(GString *text, guint64 answers, guint64 least, guint64 most) {
  if (answers > 0)
    g_string_append_printf(text,
                           "%snumbers from %" G_GUINT64_FORMAT " to %" G_GUINT64_FORMAT
                           " as counts of referrals (%" G_GUINT64_FORMAT ")",
                           text->len > 0 ? ", " : "", least, most, answers);
}

char *refnet_scale_explain(const RefnetScale *scale) {
  g_autoptr(GPtrArray) all = g_ptr_array_new();
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, scale->seen);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    g_ptr_array_add(all, value);
  if (all->len == 0)
    return NULL;
  g_ptr_array_sort(all, compare_seen);
  GString *text = g_string_new(NULL);
  guint64 counts = 0, least = G_MAXUINT64, most = 0;
  for (guint i = 0; i < all->len; i++) {
    const Seen *seen = g_ptr_array_index(all, i);
    if (seen->answer.count > 0 && !seen->estimated) {
      counts += seen->times;
      least = MIN(least, seen->answer.count);
      most = MAX(most, seen->answer.count);
      continue;
    }
    g_autofree char *shown = refnet_text_display(seen->text, 40);
    g_autofree char *meaning = meaning_of(&seen->answer);
    g_string_append_printf(text, "%s\"%s\" as %s (%" G_GUINT64_FORMAT ")",
                           text->len > 0 ? ", " : "", shown, meaning, seen->times);
  }
  explain_counts(text, counts, least, most);
  if (scale->blank > 0)
    g_string_append_printf(text, "; %" G_GUINT64_FORMAT " %s blank, which is unknown", scale->blank,
                           scale->blank == 1 ? "is" : "are");
  return g_string_free(text, FALSE);
}
