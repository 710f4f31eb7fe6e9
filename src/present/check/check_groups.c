/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which findings say the same, and how that is said once. */
#include "present/check/check_groups.h"
#include "present/check/check_plurals.h"
#include "present/wording/words.h"

#include <string.h>

#define GUESS "; did you mean "
#define TAKEN_FOR " was read as \""

enum { FEWEST = 3, NAMED = 5, LINES_TOLD = 10 };

/* ---- which ----------------------------------------------------------------------------------- */

/* Where the quoted part that begins at `quote` ends. */
static const char *end_of_quoted(const char *quote) {
  const char *end = strchr(quote + 1, '"');
  return end != NULL ? end + 1 : quote + strlen(quote);
}

static gboolean is_end(const char *text) {
  return *text == '\0' || g_str_has_prefix(text, GUESS);
}

/* The same but for what is quoted, figures, and a guess at what was meant. */
static gboolean say_the_same(const char *a, const char *b) {
  while (!is_end(a) && !is_end(b)) {
    if (*a == '"' && *b == '"') {
      a = end_of_quoted(a);
      b = end_of_quoted(b);
    } else if (g_ascii_isdigit(*a) && g_ascii_isdigit(*b)) {
      a += strspn(a, "0123456789-");
      b += strspn(b, "0123456789-");
    } else if (*a++ != *b++) {
      return FALSE;
    }
  }
  return is_end(a) && is_end(b);
}

static gboolean belong_together(const RefnetDiagnostic *a, const RefnetDiagnostic *b) {
  if (a->severity != b->severity || strcmp(a->kind, b->kind) != 0 ||
      g_strcmp0(a->file, b->file) != 0 || (a->line == 0) != (b->line == 0))
    return FALSE;
  return say_the_same(a->message, b->message);
}

static gboolean is_of_kind(const RefnetDiagnostics *diagnostics, gsize index,
                           const RefnetDiagnostic *wanted) {
  return index < refnet_diagnostics_length(diagnostics) &&
         strcmp(refnet_diagnostics_at(diagnostics, index)->kind, wanted->kind) == 0;
}

RefnetCheckGroup refnet_check_group(const RefnetDiagnostics *diagnostics, guint32 leader,
                                    guint32 **items) {
  const RefnetDiagnostic *first = refnet_diagnostics_at(diagnostics, leader);
  guint32 length = 0;
  GArray *found = g_array_new(FALSE, FALSE, sizeof(guint32));
  for (guint32 i = leader; is_of_kind(diagnostics, i, first); i++)
    if (i == leader || belong_together(first, refnet_diagnostics_at(diagnostics, i)))
      g_array_append_val(found, i);
  length = found->len >= FEWEST ? found->len : 1;
  *items = (guint32 *)g_array_free(found, FALSE);
  return (RefnetCheckGroup){*items, length};
}

typedef struct {
  guint32 leader, size;
  RefnetSeverity severity;
} Leader;

static int compare_leaders(gconstpointer a, gconstpointer b) {
  const Leader *x = a, *y = b;
  if (x->severity != y->severity)
    return x->severity > y->severity ? -1 : 1;
  if (x->size != y->size)
    return x->size > y->size ? -1 : 1;
  return (x->leader > y->leader) - (x->leader < y->leader);
}

static void add_leader(GArray *leaders, const RefnetDiagnostics *diagnostics, guint32 index,
                       gboolean *grouped) {
  g_autofree guint32 *items = NULL;
  RefnetCheckGroup group = refnet_check_group(diagnostics, index, &items);
  for (guint32 i = 0; i < group.length; i++)
    grouped[group.items[i]] = TRUE;
  Leader leader = {index, group.length, refnet_diagnostics_at(diagnostics, index)->severity};
  g_array_append_val(leaders, leader);
}

GArray *refnet_check_group_leaders(const RefnetDiagnostics *diagnostics) {
  guint32 length = (guint32)refnet_diagnostics_length(diagnostics);
  g_autofree gboolean *grouped = g_new0(gboolean, length + 1);
  g_autoptr(GArray) leaders = g_array_new(FALSE, FALSE, sizeof(Leader));
  for (guint32 i = 0; i < length; i++)
    if (!grouped[i])
      add_leader(leaders, diagnostics, i, grouped);
  g_array_sort(leaders, compare_leaders);
  GArray *indices = g_array_sized_new(FALSE, FALSE, sizeof(guint32), leaders->len);
  for (guint i = 0; i < leaders->len; i++)
    g_array_append_val(indices, g_array_index(leaders, Leader, i).leader);
  return indices;
}

/* ---- what ------------------------------------------------------------------------------------ */

/* Whom or what the finding is about: the person, unless `dataset` is NULL, or what is quoted first;
 * NULL: neither. */
static char *subject_of(const RefnetDataset *dataset, const RefnetDiagnostic *diagnostic,
                        gboolean show_people) {
  if (dataset != NULL && diagnostic->contact < dataset->contact_count)
    return refnet_words_contact(dataset, diagnostic->contact, show_people);
  const char *quote = strchr(diagnostic->message, '"');
  if (quote == NULL)
    return NULL;
  g_autofree char *subject = g_strndup(quote, (gsize)(end_of_quoted(quote) - quote));
  const char *guess = strstr(diagnostic->message, GUESS);
  const char *taken = strstr(diagnostic->message, TAKEN_FOR);
  const char *meant = guess != NULL ? guess : taken;
  if (meant == NULL)
    return g_steal_pointer(&subject);
  meant = strchr(meant, '"');
  g_autofree char *name = g_strndup(meant, (gsize)(end_of_quoted(meant) - meant));
  return g_strdup_printf("%s (%s%s)", subject, name, guess != NULL ? "?" : "");
}

/* Each subject once, as they come; `dataset` may be NULL. */
static GPtrArray *collect_subjects(const RefnetDataset *dataset,
                                   const RefnetDiagnostics *diagnostics, RefnetCheckGroup group,
                                   gboolean show_people) {
  GPtrArray *subjects = g_ptr_array_new_with_free_func(g_free);
  for (guint32 i = 0; i < group.length; i++) {
    char *subject =
        subject_of(dataset, refnet_diagnostics_at(diagnostics, group.items[i]), show_people);
    if (subject != NULL && !g_ptr_array_find_with_equal_func(subjects, subject, g_str_equal, NULL))
      g_ptr_array_add(subjects, subject);
    else
      g_free(subject);
  }
  return subjects;
}

/* Beyond those that are kept there are more of the kind, if all that are kept say the same. */
static guint64 size_of(const RefnetDiagnostics *diagnostics, RefnetCheckGroup group) {
  const RefnetDiagnostic *first = refnet_diagnostics_at(diagnostics, group.items[0]);
  guint32 last = group.items[group.length - 1];
  gboolean is_whole =
      last - group.items[0] + 1 == group.length &&
      (group.items[0] == 0 || !is_of_kind(diagnostics, group.items[0] - 1, first)) &&
      !is_of_kind(diagnostics, (gsize)last + 1, first);
  return is_whole ? refnet_diagnostics_count_kind(diagnostics, first->kind) : group.length;
}

/* " several services share it": of words for several that end in a colon, what all of them tell
 * after theirs. */
static const char *cause_of(const char *said, const RefnetDiagnostic *first) {
  const char *colon = g_str_has_suffix(said, ":") ? strchr(first->message, ':') : NULL;
  return colon != NULL ? colon + 1 : "";
}

/* How many of the group may be meant for a name that is known; NULL: none. */
static char *count_guesses(const RefnetDataset *dataset, RefnetCheckGroup group) {
  guint32 guesses = 0;
  for (guint32 i = 0; i < group.length; i++)
    guesses +=
        strstr(refnet_diagnostics_at(dataset->diagnostics, group.items[i])->message, GUESS) != NULL;
  if (guesses == 0)
    return NULL;
  g_autofree char *number = refnet_words_number(guesses);
  return g_strdup_printf("; %s %s nearly written like one that is known",
                         guesses == group.length ? "all" : number,
                         guesses == 1 && group.length > 1 ? "is" : "are");
}

char *refnet_check_group_example(const RefnetDiagnostics *diagnostics, RefnetCheckGroup group,
                                 const char *message) {
  g_autofree char *number = refnet_words_number(size_of(diagnostics, group));
  g_autoptr(GPtrArray) subjects = collect_subjects(NULL, diagnostics, group, FALSE);
  if (subjects->len < 2)
    return g_strdup_printf("%s times: %s", number, message);
  g_autofree char *others =
      refnet_words_list((const char *const *)subjects->pdata + 1, subjects->len - 1, NAMED);
  return g_strdup_printf("%s times, for example: %s%s it is with %s", number, message,
                         g_str_has_suffix(message, "?") ? " So" : "; so", others);
}

char *refnet_check_group_sentence(const RefnetDataset *dataset, RefnetCheckGroup group,
                                  gboolean show_people) {
  const RefnetDiagnostic *first = refnet_diagnostics_at(dataset->diagnostics, group.items[0]);
  const char *said = refnet_check_said_of_several(first->kind);
  guint64 size = size_of(dataset->diagnostics, group);
  g_autofree char *number = refnet_words_number(size);
  if (said == NULL) {
    g_autofree char *message = refnet_describe_diagnostic(dataset, first, show_people);
    return refnet_check_group_example(dataset->diagnostics, group, message);
  }
  g_autoptr(GPtrArray) subjects =
      collect_subjects(dataset, dataset->diagnostics, group, show_people);
  g_autofree char *names = NULL;
  if (size > group.length && subjects->len > NAMED)
    g_ptr_array_set_size(subjects, NAMED);
  names = refnet_words_list((const char *const *)subjects->pdata, subjects->len, NAMED);
  g_autofree char *guesses = count_guesses(dataset, group);
  return g_strconcat(number, " ", said, cause_of(said, first), subjects->len > 0 ? ": " : "", names,
                     size > group.length && subjects->len > 0 ? " …" : "", guesses, NULL);
}

char *refnet_check_group_fix(const RefnetDataset *dataset, RefnetCheckGroup group) {
  const RefnetDiagnostic *first = refnet_diagnostics_at(dataset->diagnostics, group.items[0]);
  const char *fix = group.length > 1 ? refnet_check_fix_of_several(first->kind) : NULL;
  return g_strdup(fix != NULL ? fix : first->fix);
}

/* ---- where ----------------------------------------------------------------------------------- */

char *refnet_check_group_places(const RefnetDiagnostics *diagnostics, RefnetCheckGroup group) {
  gboolean is_whole = size_of(diagnostics, group) == group.length;
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
  guint64 last = 0;
  for (guint32 i = 0; i < group.length; i++) {
    guint64 line = refnet_diagnostics_at(diagnostics, group.items[i])->line;
    if (line != last && (is_whole || lines->len < LINES_TOLD))
      g_ptr_array_add(lines, g_strdup_printf("%" G_GUINT64_FORMAT, line));
    last = line;
  }
  if (lines->len == 0)
    return NULL;
  g_autofree char *list =
      refnet_words_list((const char *const *)lines->pdata, lines->len, LINES_TOLD);
  const gboolean are_rows = refnet_diagnostics_at(diagnostics, group.items[0])->in_sheet;
  return g_strconcat(are_rows ? "row" : "line", lines->len == 1 ? " " : "s ", list,
                     is_whole ? NULL : " …", NULL);
}
