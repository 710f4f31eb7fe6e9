/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/questions/sentences.h"

#include "exchange/questions/question.h"
#include "exchange/questions/titles.h"

#include <string.h>

enum { AHEAD = 3, FRAMES_MOST = 500, WORDS_LEAST = 2, WORDS_FOR_TWO = 3 };

/* What sentences share: "How often do you refer to " and "?". */
typedef struct {
  char *before, *after;
  guint words;   /* of both */
  guint columns; /* that have it */
} Frame;

static void clear_frame(gpointer data) {
  g_free(((Frame *)data)->before);
  g_free(((Frame *)data)->after);
}

/* ---- what two titles share ------------------------------------------------------------------- */

/* Words from the front, or from the back, in which both are the same. */
static guint shared_words(char **a, guint a_length, char **b, guint b_length, gboolean from_back) {
  guint shared = 0, most = MIN(a_length, b_length);
  while (shared < most) {
    const char *x = from_back ? a[a_length - 1 - shared] : a[shared];
    const char *y = from_back ? b[b_length - 1 - shared] : b[shared];
    if (strcmp(x, y) != 0)
      break;
    shared++;
  }
  return shared;
}

/* A name's own words may be shared, too: "Harbor" of Harbor Housing and Harbor Meals. */
static gboolean begins_with_capital(const char *word) {
  return g_unichar_isupper(g_utf8_get_char(word));
}

static char *join_words(char **words, guint first, guint length) {
  GString *joined = g_string_new(NULL);
  for (guint i = 0; i < length; i++)
    g_string_append_printf(joined, "%s%s", i > 0 ? " " : "", words[first + i]);
  return g_string_free(joined, FALSE);
}

/* Words at the end that tell how to answer, whatever is asked: "(check all that apply)". */
static guint words_of_instruction(char **words, guint length) {
  if (length == 0 || !g_str_has_suffix(words[length - 1], ")"))
    return 0;
  for (guint i = length; i-- > 0;)
    if (*words[i] == '(')
      return length - i;
  return 0;
}

static gboolean find_frame(const char *first, const char *second, Frame *frame) {
  g_auto(GStrv) a = g_strsplit(first, " ", -1), b = g_strsplit(second, " ", -1);
  guint a_length = g_strv_length(a), b_length = g_strv_length(b);
  guint before = shared_words(a, a_length, b, b_length, FALSE);
  if (before == a_length || before == b_length)
    return FALSE;
  guint after = shared_words(a + before, a_length - before, b + before, b_length - before, TRUE);
  while (before > 1 && begins_with_capital(a[before - 1]))
    before--;
  while (after > 0 && begins_with_capital(a[a_length - after]))
    after--;
  if (after <= words_of_instruction(a, a_length))
    after = 0;
  if (before + after < WORDS_LEAST || before + after >= MIN(a_length, b_length))
    return FALSE;
  *frame =
      (Frame){join_words(a, 0, before), join_words(a, a_length - after, after), before + after, 0};
  return TRUE;
}

/* ---- which frames there are ------------------------------------------------------------------ */

static gboolean is_candidate(const RefnetSurveyHeading *heading) {
  return *heading->label == '\0' && strchr(heading->title, ' ') != NULL &&
         !refnet_survey_is_about_itself(heading->title);
}

/* What stands in the frame's place; NULL: the title isn't built so. Caller frees. */
static char *label_in(const char *title, const Frame *frame) {
  gsize length = strlen(title), before = strlen(frame->before), after = strlen(frame->after);
  before += before > 0;
  after += after > 0;
  if (length <= before + after || strncmp(title, frame->before, before > 0 ? before - 1 : 0) != 0 ||
      (before > 0 && title[before - 1] != ' ') ||
      (after > 0 &&
       (strcmp(title + length - after + 1, frame->after) != 0 || title[length - after] != ' ')))
    return NULL;
  return g_strndup(title + before, length - before - after);
}

static void add_frame(GArray *frames, GHashTable *known, const Frame *frame) {
  g_autofree char *key = g_strconcat(frame->before, "\n", frame->after, NULL);
  if (frames->len < FRAMES_MOST && g_hash_table_add(known, g_steal_pointer(&key)))
    g_array_append_val(frames, *frame);
  else
    clear_frame((gpointer)frame);
}

static GArray *find_frames(const RefnetSurveyHeading *headings, guint width) {
  GArray *frames = g_array_new(FALSE, FALSE, sizeof(Frame));
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  g_array_set_clear_func(frames, clear_frame);
  for (guint c = 0; c < width; c++)
    for (guint d = c + 1; d < width && d <= c + AHEAD; d++) {
      Frame frame;
      if (is_candidate(&headings[c]) && is_candidate(&headings[d]) &&
          find_frame(headings[c].title, headings[d].title, &frame))
        add_frame(frames, known, &frame);
    }
  return frames;
}

/* Frames of sentences about something else than referrals need names in them: "Number of staff" has
 * none. */
static gboolean is_told(const Frame *frame, const char *label) {
  gboolean about_referrals;
  RefnetSurveyDirection direction;
  g_autofree char *text = g_strdup_printf("%s … %s", frame->before, frame->after);
  refnet_question_read(text, &about_referrals, &direction);
  return about_referrals || begins_with_capital(label);
}

static void count_columns(const RefnetSurveyHeading *headings, guint width, GArray *frames) {
  for (guint f = 0; f < frames->len; f++) {
    Frame *frame = &g_array_index(frames, Frame, f);
    for (guint c = 0; c < width; c++) {
      g_autofree char *label =
          is_candidate(&headings[c]) ? label_in(headings[c].title, frame) : NULL;
      frame->columns += label != NULL && is_told(frame, label);
    }
  }
}

/* ---- dividing -------------------------------------------------------------------------------- */

static char *without_end_marks(char *label) {
  static const char *const marks[] = {"?", "!", ":", ",", "\"", "'", "”", "’"};
  g_strstrip(label);
  for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
    if (g_str_has_suffix(label, marks[i]) && strlen(label) > strlen(marks[i])) {
      label[strlen(label) - strlen(marks[i])] = '\0';
      return without_end_marks(label);
    }
  return label;
}

/* The frame that most columns have, and of these the longest; two columns need more words. */
static const Frame *best_frame(const GArray *frames, const char *title) {
  const Frame *best = NULL;
  for (guint f = 0; f < frames->len; f++) {
    const Frame *frame = &g_array_index(frames, Frame, f);
    g_autofree char *label = label_in(title, frame);
    if (label == NULL || !is_told(frame, label) || frame->columns < 2 ||
        (frame->columns == 2 && frame->words < WORDS_FOR_TWO))
      continue;
    if (best == NULL || frame->columns > best->columns ||
        (frame->columns == best->columns && frame->words > best->words))
      best = frame;
  }
  return best;
}

static void divide(RefnetSurveyHeading *heading, const Frame *frame) {
  char *label = label_in(heading->title, frame);
  gboolean asks = g_str_has_suffix(label, "?");
  g_free(heading->label);
  g_free(heading->question);
  heading->label = without_end_marks(label);
  heading->question =
      g_strstrip(g_strdup_printf("%s …%s%s", frame->before, asks ? "?" : " ", frame->after));
}

void refnet_survey_divide_sentences(RefnetSurveyHeading *headings, guint width) {
  g_autoptr(GArray) frames = find_frames(headings, width);
  g_autofree const Frame **chosen = g_new0(const Frame *, (gsize)width + 1);
  count_columns(headings, width, frames);
  for (guint c = 0; c < width; c++)
    if (is_candidate(&headings[c]))
      chosen[c] = best_frame(frames, headings[c].title);
  for (guint c = 0; c < width; c++)
    if (chosen[c] != NULL)
      divide(&headings[c], chosen[c]);
}
