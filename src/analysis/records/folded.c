/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Each cell is folded once; what is compared later are numbers. */
#include "analysis/records/folded.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/records/keys.h"
#include "analysis/result.h"

enum { PHONES = 3, OTHER_NAMES = 8 }; /* of a row that are looked at */

typedef struct {
  RefnetFolded *rows;
  RefnetInterner *words; /* of names */
  GArray *names;         /* RefnetRowName */
  GArray *name_words;    /* guint32 */
  GArray *phones;        /* guint64 */
  GArray *phone_keys;    /* guint32 */
  gboolean complete;     /* memory sufficed */
} Reading;

/* Takes the key over; REFNET_NONE where it is NULL. */
static guint32 number_of(Reading *reading, char *key) {
  if (!key)
    return REFNET_NONE;
  guint32 number = refnet_interner_add(reading->rows->keys, key, strlen(key));
  reading->complete &= number != REFNET_NONE;
  g_free(key);
  return number;
}

/* ---- names ----------------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The words without fillers in alphabetic order; all of them when there are no others. */
static char *name_key(const GPtrArray *words) {
  g_autoptr(GPtrArray) sorted = g_ptr_array_new();
  for (guint i = 0; i < words->len; i++)
    if (!refnet_word_is_filler(words->pdata[i]))
      g_ptr_array_add(sorted, words->pdata[i]);
  for (guint i = 0; sorted->len == 0 && i < words->len; i++)
    g_ptr_array_add(sorted, words->pdata[i]);
  if (sorted->len > 1)
    qsort(sorted->pdata, sorted->len, sizeof *sorted->pdata, compare_texts);
  GString *key = g_string_new("name");
  for (guint i = 0; i < sorted->len; i++) {
    g_string_append_c(key, ' ');
    g_string_append(key, sorted->pdata[i]);
  }
  return g_string_free(key, FALSE);
}

static void add_name(Reading *reading, guint32 names_before, GPtrArray *words, guint tail) {
  guint32 length = MIN(words->len, REFNET_NAME_WORDS);
  RefnetRowName name = {
      .first = reading->name_words->len, .length = length, .tail = MIN(tail, length)};
  name.key = number_of(reading, name_key(words));
  for (guint i = names_before; i < reading->names->len; i++)
    if (g_array_index(reading->names, RefnetRowName, i).key == name.key)
      return;
  for (guint i = 0; i < length; i++) {
    guint32 word = refnet_interner_add(reading->words, words->pdata[i], strlen(words->pdata[i]));
    reading->complete &= word != REFNET_NONE;
    g_array_append_val(reading->name_words, word);
  }
  g_array_append_val(reading->names, name);
}

/* Mostly the first letters tell. */
static gboolean are_equal(const char *a, const char *b) {
  return *a == *b && strcmp(a, b) == 0;
}

static gboolean says_also(const char *word) {
  static const char *const words[] = {"dba", "aka", "fka", "formerly", NULL};
  for (guint i = 0; words[i]; i++)
    if (are_equal(words[i], word))
      return TRUE;
  return FALSE;
}

/* Between two names: "dba", "formerly", "also known as", "doing business as". How many words say
 * so at `at`; 0: they say something else. */
static guint count_saying_also(const GPtrArray *words, guint at) {
  static const char *const phrases[][3] = {
      {"doing", "business", "as"}, {"formerly", "known", "as"}, {"previously", "known", "as"},
      {"also", "known", "as"},     {"now", "known", "as"},      {"formerly", "called"},
      {"also", "called"},          {"now", "called"},           {"known", "as"}};
  for (guint i = 0; i < G_N_ELEMENTS(phrases); i++) {
    guint length = 0;
    while (length < G_N_ELEMENTS(phrases[i]) && phrases[i][length] && at + length < words->len &&
           are_equal(phrases[i][length], words->pdata[at + length]))
      length++;
    if (length == G_N_ELEMENTS(phrases[i]) || !phrases[i][length])
      return length;
  }
  return says_also(words->pdata[at]);
}

char *refnet_folded_name_key(const char *name) {
  g_autoptr(GPtrArray) words = refnet_words_of_name(name);
  guint end = 1;
  while (end < words->len && count_saying_also(words, end) == 0)
    end++;
  g_ptr_array_set_size(words, (gint)end);
  return name_key(words);
}

/* "Smith Fund dba Harbor House" is two names. */
static void add_names_of(Reading *reading, guint32 names_before, const char *text) {
  if (!text || !*text)
    return;
  g_autoptr(GPtrArray) words = refnet_words_of_name(text);
  g_autoptr(GPtrArray) part = g_ptr_array_new();
  for (guint i = 0, skipped; i <= words->len; i += MAX(skipped, 1)) {
    skipped = i < words->len ? count_saying_also(words, i) : 1;
    if (skipped == 0) {
      g_ptr_array_add(part, words->pdata[i]);
      continue;
    }
    if (part->len == words->len)
      add_name(reading, names_before, part, refnet_words_before_tail(text, words->len));
    else if (part->len > 0)
      add_name(reading, names_before, part, part->len);
    g_ptr_array_set_size(part, 0);
  }
}

static void read_names(Reading *reading, const RefnetOrganization *organization) {
  guint32 before = reading->names->len;
  add_names_of(reading, before, organization->name);
  if (reading->names->len == before) { /* "dba" by itself is a name, too */
    g_autoptr(GPtrArray) words = refnet_words_of_name(organization->name);
    add_name(reading, before, words, words->len);
  }
  add_names_of(reading, before, organization->details->short_name);
  guint32 most = MIN(organization->details->alternate_names.length, OTHER_NAMES);
  for (guint32 i = 0; i < most; i++)
    add_names_of(reading, before, organization->details->alternate_names.items[i]);
}

/* ---- the other fields ------------------------------------------------------------------------ */

/* NULL of NULL. */
static char *first_characters(const char *text, glong most) {
  return text ? g_utf8_substring(text, 0, MIN(g_utf8_strlen(text, -1), most)) : NULL;
}

static void read_address(Reading *reading, const RefnetOrganization *organization,
                         RefnetRecord *row) {
  g_auto(RefnetAddress) parts = {0};
  refnet_address_parse(organization->details->address, &parts);
  row->site = parts.number && parts.street
                  ? number_of(reading, g_strdup_printf("%s %s", parts.number, parts.street))
                  : REFNET_NONE;
  row->number = number_of(reading, g_steal_pointer(&parts.number));
  row->street = number_of(reading, g_steal_pointer(&parts.street));
  row->unit = number_of(reading, g_steal_pointer(&parts.unit));
  row->town = number_of(reading, refnet_words_of_town(organization->details->city));
  g_autofree char *code = first_characters(organization->details->postal_code, 5);
  row->postal_code = number_of(reading, code ? refnet_text_fold_header(code) : NULL);
}

static void read_web(Reading *reading, const RefnetOrganization *organization, RefnetRecord *row) {
  char *domain = refnet_key_website(organization->details->website);
  row->website_from_email = domain == NULL;
  row->website =
      number_of(reading, domain ? domain : refnet_key_email_domain(organization->details->email));
  row->email = number_of(reading, refnet_key_email(organization->details->email));
}

static void read_phones(Reading *reading, const RefnetOrganization *organization) {
  guint64 numbers[PHONES];
  guint count = refnet_key_phones(organization->details->phone, numbers, PHONES);
  g_array_append_vals(reading->phones, numbers, count);
  for (guint i = 0; i < count; i++) {
    guint32 key = number_of(reading, g_strdup_printf("phone %u", (guint)(numbers[i] % 10000000)));
    g_array_append_val(reading->phone_keys, key);
  }
}

static void read_row(Reading *reading, guint32 r, const RefnetOrganization *organization) {
  RefnetFolded *rows = reading->rows;
  RefnetRecord *row = &rows->rows[r];
  row->organization = organization;
  row->list = r >= rows->first_length;
  read_names(reading, organization);
  rows->name_start[r + 1] = reading->names->len;
  read_phones(reading, organization);
  rows->phone_start[r + 1] = reading->phones->len;
  read_web(reading, organization, row);
  row->tax_id = number_of(reading, refnet_key_tax_id(organization->details->tax_id));
  read_address(reading, organization, row);
}

/* ---- weights of words ------------------------------------------------------------------------ */

/* As many names as are taken as known before the list is looked at, and how many of them have a
 * word of each kind: twenty names can't show which words are common. */
static const double names_known = 2000;
static const double known_with[] = {
    [REFNET_WORD_PROPER] = 1, [REFNET_WORD_FILLER] = 1000, [REFNET_WORD_GENERIC] = 120,
    [REFNET_WORD_COMMON] = 1, [REFNET_WORD_UNIT] = 40,     [REFNET_WORD_COMPASS] = 20,
    [REFNET_WORD_NUMBER] = 5};

static guint32 letters_of(const char *text) {
  guint32 letters = 0;
  for (; *text; text++)
    letters |= 1u << (g_ascii_islower(*text) ? *text - 'a' : 26);
  return letters;
}

/* Inverse document frequency over the names, each word counted once a name. */
static gboolean weigh_words(Reading *reading, GError **error) {
  RefnetFolded *rows = reading->rows;
  rows->word_count = refnet_interner_length(reading->words);
  rows->words = REFNET_TRY_ARRAY(RefnetRowWord, rows->word_count, error);
  if (!rows->words)
    return FALSE;
  for (guint i = 0; i < reading->name_words->len; i++)
    rows->words[g_array_index(reading->name_words, guint32, i)].names++;
  double names = reading->names->len;
  for (guint32 w = 0; w < rows->word_count; w++) {
    RefnetRowWord *word = &rows->words[w];
    word->text = refnet_interner_text(reading->words, w);
    word->kind = refnet_word_kind(word->text);
    word->sound = refnet_word_sound(word->text);
    word->letters = letters_of(word->text);
    if (word->kind == REFNET_WORD_PROPER && names >= 50 && word->names > names / 40)
      word->kind = REFNET_WORD_COMMON;
    double with = word->names + known_with[word->kind];
    word->weight = word->kind == REFNET_WORD_FILLER ? 0 : (float)log((names + names_known) / with);
  }
  for (guint i = 0; i < reading->names->len; i++) {
    RefnetRowName *name = &g_array_index(reading->names, RefnetRowName, i);
    double sum = 0;
    for (guint32 k = 0; k < name->length; k++) {
      const RefnetRowWord *word = &rows->words[rows->name_words[name->first + k]];
      sum += (double)word->weight * word->weight;
      name->proper += word->kind == REFNET_WORD_PROPER;
    }
    name->norm = (float)sqrt(sum);
  }
  return TRUE;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static gboolean allocate(RefnetFolded *rows, GError **error) {
  guint64 length = rows->length;
  return (rows->rows = REFNET_TRY_ARRAY(RefnetRecord, length, error)) != NULL &&
         (rows->name_start = REFNET_TRY_ARRAY(guint32, length + 1, error)) != NULL &&
         (rows->phone_start = REFNET_TRY_ARRAY(guint32, length + 1, error)) != NULL;
}

static gboolean read_rows(Reading *reading, GError **error) {
  RefnetFolded *rows = reading->rows;
  for (guint32 r = 0; r < rows->length; r++) {
    gboolean first = r < rows->first_length;
    const RefnetDataset *list = rows->lists[!first];
    read_row(reading, r, &list->organizations[first ? r : r - rows->first_length]);
  }
  rows->names = (RefnetRowName *)(gpointer)reading->names->data;
  rows->name_words = (guint32 *)(gpointer)reading->name_words->data;
  rows->phones = (guint64 *)(gpointer)reading->phones->data;
  if (!reading->complete)
    return refnet_result_no_memory(error);
  return weigh_words(reading, error);
}

RefnetFolded *refnet_folded_new(const RefnetDataset *first, const RefnetDataset *second,
                                GError **error) {
  g_autoptr(RefnetFolded) rows = g_new0(RefnetFolded, 1);
  rows->lists[0] = first;
  rows->lists[1] = second;
  rows->first_length = first->organization_count;
  rows->length = first->organization_count + (second ? second->organization_count : 0);
  rows->pool = refnet_pool_new();
  rows->keys = rows->pool ? refnet_interner_new(refnet_pool_arena(rows->pool)) : NULL;
  g_autoptr(RefnetInterner) words =
      rows->keys ? refnet_interner_new(refnet_pool_arena(rows->pool)) : NULL;
  if (!words) {
    refnet_result_no_memory(error);
    return NULL;
  }
  Reading reading = {.rows = rows,
                     .words = words,
                     .names = g_array_new(FALSE, FALSE, sizeof(RefnetRowName)),
                     .name_words = g_array_new(FALSE, FALSE, sizeof(guint32)),
                     .phones = g_array_new(FALSE, FALSE, sizeof(guint64)),
                     .phone_keys = g_array_new(FALSE, FALSE, sizeof(guint32)),
                     .complete = TRUE};
  gboolean ok = allocate(rows, error) && read_rows(&reading, error);
  rows->key_count = refnet_interner_length(rows->keys);
  rows->names = (RefnetRowName *)(gpointer)g_array_free(reading.names, FALSE);
  rows->name_words = (guint32 *)(gpointer)g_array_free(reading.name_words, FALSE);
  rows->phones = (guint64 *)(gpointer)g_array_free(reading.phones, FALSE);
  rows->phone_keys = (guint32 *)(gpointer)g_array_free(reading.phone_keys, FALSE);
  return ok ? g_steal_pointer(&rows) : NULL;
}

void refnet_folded_free(RefnetFolded *rows) {
  if (!rows)
    return;
  refnet_interner_free(rows->keys);
  refnet_pool_free(rows->pool);
  g_free(rows->rows);
  g_free(rows->name_start);
  g_free(rows->names);
  g_free(rows->name_words);
  g_free(rows->words);
  g_free(rows->phone_start);
  g_free(rows->phones);
  g_free(rows->phone_keys);
  g_free(rows);
}

const char *refnet_folded_text(const RefnetFolded *rows, guint32 key) {
  return refnet_interner_text(rows->keys, key);
}
