/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/survey/links.h"

#include "base/order.h"
#include "exchange/files/sheet_writer.h"
#include "model/columns/fields.h"
#include "model/columns/words.h"

#include <string.h>

typedef struct {
  RefnetSurveyLink link;
  RefnetAnswer answer;
  gboolean differs;
} Link;

typedef struct {
  guint32 organization;
  gboolean answered;
  RefnetDate date;
} Respondent;

typedef struct {
  char *name, *note;
  guint32 named_by;
  RefnetDate date;
} Nomination;

struct RefnetSurveyLinks {
  const RefnetRoster *roster;
  GHashTable *links;       /* of Link, by its link */
  GHashTable *respondents; /* organization + 1 → Respondent */
  GPtrArray *nominations;  /* Nomination */
  GHashTable *contacts;    /* reporter and partner → name; "": they named several */
};

/* ---- collecting ------------------------------------------------------------------------------ */

static guint hash_link(gconstpointer key) {
  const RefnetSurveyLink *link = key;
  return (link->from * 2654435761u) ^ (link->to * 40503u) ^ (link->reported_by == link->to);
}

static gboolean equal_links(gconstpointer a, gconstpointer b) {
  const RefnetSurveyLink *x = a, *y = b;
  return x->from == y->from && x->to == y->to && x->reported_by == y->reported_by;
}

static void free_nomination(gpointer data) {
  Nomination *nomination = data;
  g_free(nomination->name);
  g_free(nomination->note);
  g_free(nomination);
}

RefnetSurveyLinks *refnet_survey_links_new(const RefnetRoster *roster) {
  RefnetSurveyLinks *links = g_new0(RefnetSurveyLinks, 1);
  links->roster = roster;
  links->links = g_hash_table_new_full(hash_link, equal_links, NULL, g_free);
  links->respondents = g_hash_table_new_full(NULL, NULL, NULL, g_free);
  links->contacts = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
  links->nominations = g_ptr_array_new_with_free_func(free_nomination);
  return links;
}

void refnet_survey_links_free(RefnetSurveyLinks *links) {
  if (links == NULL)
    return;
  g_hash_table_unref(links->links);
  g_hash_table_unref(links->respondents);
  g_hash_table_unref(links->contacts);
  g_ptr_array_unref(links->nominations);
  g_free(links);
}

void refnet_survey_links_add(RefnetSurveyLinks *links, RefnetSurveyLink key, RefnetAnswer answer) {
  Link *known = g_hash_table_lookup(links->links, &key);
  if (known == NULL) {
    known = g_new(Link, 1);
    *known = (Link){key, answer, FALSE};
    g_hash_table_insert(links->links, &known->link, known);
    return;
  }
  int order = refnet_answer_compare(&answer, &known->answer);
  known->differs |= order != 0;
  if (order > 0)
    known->answer = answer;
}

void refnet_survey_links_asked(RefnetSurveyLinks *links, guint32 organization) {
  refnet_survey_links_answered(links, organization, FALSE, REFNET_DATE_UNKNOWN);
}

void refnet_survey_links_answered(RefnetSurveyLinks *links, guint32 organization, gboolean answered,
                                  RefnetDate date) {
  gpointer key = GUINT_TO_POINTER(organization + 1);
  Respondent *known = g_hash_table_lookup(links->respondents, key);
  if (known == NULL) {
    known = g_new(Respondent, 1);
    *known = (Respondent){organization, FALSE, REFNET_DATE_UNKNOWN};
    g_hash_table_insert(links->respondents, key, known);
  }
  known->answered |= answered;
  if (answered)
    known->date = MAX(known->date, date);
}

void refnet_survey_links_nominate(RefnetSurveyLinks *links, const char *name, guint32 named_by,
                                  RefnetDate date, const char *note) {
  Nomination *nomination = g_new(Nomination, 1);
  *nomination = (Nomination){g_strdup(name), g_strdup(note), named_by, date};
  g_ptr_array_add(links->nominations, nomination);
}

static gint64 pair_of(guint32 reporter, guint32 partner) {
  return (gint64)((guint64)reporter << 32 | partner);
}

/* Of two spellings of one name the first bytewise. */
void refnet_survey_links_contact(RefnetSurveyLinks *links, guint32 reporter, guint32 partner,
                                 const char *name) {
  gint64 pair = pair_of(reporter, partner);
  const char *known = g_hash_table_lookup(links->contacts, &pair);
  g_autofree char *fold = refnet_text_fold(name);
  g_autofree char *known_fold = refnet_text_fold(known != NULL ? known : name);
  const char *kept = strcmp(fold, known_fold) != 0 ? "" : name;
  if (known == NULL || strcmp(kept, known) < 0)
    g_hash_table_insert(links->contacts, g_memdup2(&pair, sizeof pair), g_strdup(kept));
}

/* ---- in order -------------------------------------------------------------------------------- */

static const char *name_of(const RefnetSurveyLinks *links, guint32 organization) {
  return refnet_name_list_name(refnet_roster_names((RefnetRoster *)links->roster), organization);
}

static int compare_links(gconstpointer a, gconstpointer b, gpointer data) {
  const Link *x = *(const Link *const *)a, *y = *(const Link *const *)b;
  int order = strcmp(name_of(data, x->link.from), name_of(data, y->link.from));
  if (order == 0)
    order = strcmp(name_of(data, x->link.to), name_of(data, y->link.to));
  return order != 0
             ? order
             : (int)(x->link.reported_by == x->link.to) - (int)(y->link.reported_by == y->link.to);
}

static int compare_respondents(gconstpointer a, gconstpointer b, gpointer data) {
  const Respondent *x = *(const Respondent *const *)a, *y = *(const Respondent *const *)b;
  return strcmp(name_of(data, x->organization), name_of(data, y->organization));
}

static int compare_nominations(gconstpointer a, gconstpointer b, gpointer data) {
  const Nomination *x = *(const Nomination *const *)a, *y = *(const Nomination *const *)b;
  int order = strcmp(x->name, y->name);
  if (order == 0)
    order = strcmp(name_of(data, x->named_by), name_of(data, y->named_by));
  return order != 0 ? order : strcmp(x->note, y->note);
}

/* ---- figures --------------------------------------------------------------------------------- */

guint64 refnet_survey_links_differing(const RefnetSurveyLinks *links) {
  guint64 differing = 0;
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, links->links);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    differing += ((const Link *)value)->differs;
  return differing;
}

void refnet_survey_links_count(const RefnetSurveyLinks *links, guint64 *yes, guint64 *no) {
  GHashTableIter iter;
  gpointer value;
  *yes = *no = 0;
  g_hash_table_iter_init(&iter, links->links);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    if (((const Link *)value)->answer.kind == REFNET_ANSWER_YES)
      (*yes)++;
    else
      (*no)++;
}

guint refnet_survey_links_nominations(const RefnetSurveyLinks *links) {
  return links->nominations->len;
}

guint refnet_survey_links_respondents(const RefnetSurveyLinks *links) {
  guint answered = 0;
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init(&iter, links->respondents);
  while (g_hash_table_iter_next(&iter, NULL, &value))
    answered += ((const Respondent *)value)->answered;
  return answered;
}

static gboolean has_yes(const RefnetSurveyLinks *links, guint32 from, guint32 to) {
  const guint32 reporters[] = {from, to};
  for (gsize i = 0; i < G_N_ELEMENTS(reporters); i++) {
    RefnetSurveyLink key = {from, to, reporters[i]};
    const Link *link = g_hash_table_lookup(links->links, &key);
    if (link != NULL && link->answer.kind == REFNET_ANSWER_YES)
      return TRUE;
  }
  return FALSE;
}

static gboolean has_answered(const RefnetSurveyLinks *links, guint32 organization) {
  const Respondent *respondent =
      g_hash_table_lookup(links->respondents, GUINT_TO_POINTER(organization + 1));
  return respondent != NULL && respondent->answered;
}

/* How well a link shows the direction: most of all where its reverse isn't there, though both
 * answered. */
static int fitness_as_example(const RefnetSurveyLinks *links, const Link *link) {
  gboolean one_way = !has_yes(links, link->link.to, link->link.from);
  gboolean both_answered =
      has_answered(links, link->link.from) && has_answered(links, link->link.to);
  return 2 * one_way + both_answered;
}

gboolean refnet_survey_links_example(const RefnetSurveyLinks *links, RefnetSurveyLink *example) {
  g_autoptr(GPtrArray) all = refnet_values_in_order(links->links, compare_links, (gpointer)links);
  const Link *best = NULL;
  int best_fitness = 0;
  for (guint i = 0; i < all->len; i++) {
    const Link *link = g_ptr_array_index(all, i);
    int fitness = fitness_as_example(links, link);
    if (link->answer.kind != REFNET_ANSWER_YES)
      continue;
    if (best == NULL || fitness > best_fitness ||
        (fitness == best_fitness && refnet_answer_compare(&link->answer, &best->answer) > 0)) {
      best = link;
      best_fitness = fitness;
    }
  }
  if (best != NULL)
    *example = best->link;
  return best != NULL;
}

/* ---- writing --------------------------------------------------------------------------------- */

static const char *frequency_word(const RefnetAnswer *answer) {
  return refnet_word_of_frequency(answer->kind == REFNET_ANSWER_NO ? REFNET_FREQUENCY_NEVER
                                                                   : answer->frequency);
}

/* Whom the reporter knows at `organization`; NULL: nobody alone. */
static const char *contact_at(const RefnetSurveyLinks *links, const RefnetSurveyLink *link,
                              guint32 organization) {
  gint64 pair = pair_of(link->reported_by, organization);
  return g_hash_table_lookup(links->contacts, &pair);
}

static gboolean write_links(const RefnetSurveyLinks *links, const RefnetImport *import,
                            GError **error) {
  static const char *const all_columns[] = {"from",         "to",         "count",
                                            "frequency",    "basis",      "reported_by",
                                            "from_contact", "to_contact", NULL};
  static const char *const without_contacts[] = {"from",  "to",          "count", "frequency",
                                                 "basis", "reported_by", NULL};
  const char *const *columns =
      g_hash_table_size(links->contacts) > 0 ? all_columns : without_contacts;
  g_autoptr(GPtrArray) all = refnet_values_in_order(links->links, compare_links, (gpointer)links);
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(import, REFNET_FILE_REFERRALS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    const Link *link = g_ptr_array_index(all, i);
    g_autofree char *count =
        link->answer.count > 0 ? g_strdup_printf("%" G_GUINT64_FORMAT, link->answer.count) : NULL;
    const char *cells[] = {refnet_roster_reference(links->roster, link->link.from),
                           refnet_roster_reference(links->roster, link->link.to),
                           count,
                           frequency_word(&link->answer),
                           "declared",
                           refnet_roster_reference(links->roster, link->link.reported_by),
                           contact_at(links, &link->link, link->link.from),
                           contact_at(links, &link->link, link->link.to)};
    refnet_sheet_writer_row(writer, cells);
  }
  return refnet_sheet_writer_close(writer, error);
}

static gboolean write_respondents(const RefnetSurveyLinks *links, const RefnetImport *import,
                                  GError **error) {
  static const char *const columns[] = {"organization", "answered", "date", NULL};
  g_autoptr(GPtrArray) all =
      refnet_values_in_order(links->respondents, compare_respondents, (gpointer)links);
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(import, REFNET_FILE_RESPONDENTS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    const Respondent *respondent = g_ptr_array_index(all, i);
    g_autofree char *date = refnet_date_iso(respondent->date);
    const char *cells[] = {refnet_roster_reference(links->roster, respondent->organization),
                           respondent->answered ? "yes" : "no", date};
    refnet_sheet_writer_row(writer, cells);
  }
  return refnet_sheet_writer_close(writer, error);
}

static gboolean write_nominations(const RefnetSurveyLinks *links, const RefnetImport *import,
                                  GError **error) {
  static const char *const columns[] = {"nominated", "named_by", "date", "note", NULL};
  if (links->nominations->len == 0)
    return TRUE;
  g_ptr_array_sort_with_data(links->nominations, compare_nominations, (gpointer)links);
  g_autoptr(RefnetSheetWriter) writer =
      refnet_sheet_writer_open(import, REFNET_FILE_NOMINATIONS, columns, error);
  if (writer == NULL)
    return FALSE;
  for (guint i = 0; i < links->nominations->len; i++) {
    const Nomination *nomination = g_ptr_array_index(links->nominations, i);
    g_autofree char *date = refnet_date_iso(nomination->date);
    const char *cells[] = {nomination->name,
                           refnet_roster_reference(links->roster, nomination->named_by), date,
                           nomination->note};
    refnet_sheet_writer_row(writer, cells);
  }
  return refnet_sheet_writer_close(writer, error);
}

gboolean refnet_survey_links_write(const RefnetSurveyLinks *links, const RefnetImport *import,
                                   GError **error) {
  return write_links(links, import, error) && write_respondents(links, import, error) &&
         write_nominations(links, import, error);
}
