/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "exchange/names/name_list.h"

#include "analysis/records/keys.h"
#include "model/dataset/near_names.h"
#include "model/columns/words.h"

#include <string.h>

#define SEPARATORS ",;|\n"

enum { PARTS_OF_NAME = 8, ACRONYM_LEAST = 2, ACRONYM_MOST = 8 };

struct RefnetNameList {
  GPtrArray *names;      /* owned */
  GHashTable *by_id;     /* fold → number + 1, or SHARED */
  GHashTable *by_text;   /* name as written → number + 1 */
  GHashTable *by_fold;   /* of names: fold → number + 1 */
  GHashTable *by_alias;  /* of other names: fold → number + 1, or SHARED */
  GHashTable *namesakes; /* fold → GArray of two organizations or more called so */
  GHashTable *by_key;    /* looser key → number + 1, or SHARED */
};

#define SHARED GUINT_TO_POINTER(G_MAXUINT)

RefnetNameList *refnet_name_list_new(void) {
  RefnetNameList *list = g_new0(RefnetNameList, 1);
  list->names = g_ptr_array_new_with_free_func(g_free);
  list->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  list->by_text = g_hash_table_new(g_str_hash, g_str_equal);
  list->by_fold = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  list->by_alias = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  list->namesakes =
      g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  list->by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  return list;
}

void refnet_name_list_free(RefnetNameList *list) {
  if (list == NULL)
    return;
  g_hash_table_unref(list->by_id);
  g_hash_table_unref(list->by_text);
  g_ptr_array_unref(list->names);
  g_hash_table_unref(list->by_fold);
  g_hash_table_unref(list->by_alias);
  g_hash_table_unref(list->namesakes);
  g_hash_table_unref(list->by_key);
  g_free(list);
}

guint32 refnet_name_list_length(const RefnetNameList *list) {
  return list->names->len;
}

const char *refnet_name_list_name(const RefnetNameList *list, guint32 organization) {
  return g_ptr_array_index(list->names, organization);
}

/* ---- adding ---------------------------------------------------------------------------------- */

/* What two organizations claim is SHARED. Takes `key`. */
static void claim(GHashTable *claims, char *key, guint32 organization) {
  gpointer mine = GUINT_TO_POINTER(organization + 1);
  gpointer taken = key != NULL ? g_hash_table_lookup(claims, key) : NULL;
  if (key == NULL || *key == '\0') {
    g_free(key);
    return;
  }
  g_hash_table_insert(claims, key, taken == NULL || taken == mine ? mine : SHARED);
}

/* The one who claims the key alone, or REFNET_NONE. */
static guint32 claimant(GHashTable *claims, const char *key) {
  gpointer found = key != NULL && *key != '\0' ? g_hash_table_lookup(claims, key) : NULL;
  return found == NULL || found == SHARED ? REFNET_NONE : GPOINTER_TO_UINT(found) - 1;
}

/* "Area Agency on Aging (AAA)": the name without what is in brackets at its end, and that. */
static void split_brackets(const char *name, char **before, char **inside) {
  gsize length = strlen(name);
  const char *open = length > 2 && name[length - 1] == ')' ? strrchr(name, '(') : NULL;
  *before = *inside = NULL;
  if (open == NULL || open == name)
    return;
  *before = g_strstrip(g_strndup(name, (gsize)(open - name)));
  *inside = g_strstrip(g_strndup(open + 1, length - 2 - (gsize)(open - name)));
}

static gboolean is_acronym(const char *text) {
  gsize length = strlen(text);
  if (length < ACRONYM_LEAST || length > ACRONYM_MOST)
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isupper(*text) && !g_ascii_isdigit(*text) && strchr("&.-", *text) == NULL)
      return FALSE;
  return TRUE;
}

static void claim_loosely(RefnetNameList *list, const char *name, guint32 organization) {
  g_autofree char *before = NULL, *inside = NULL;
  claim(list->by_key, refnet_key_name(name), organization);
  split_brackets(name, &before, &inside);
  if (inside != NULL && is_acronym(inside)) {
    claim(list->by_key, refnet_key_name(before), organization);
    claim(list->by_key, refnet_text_fold_header(inside), organization);
  }
}

/* Takes `fold`, by which another organization is found. */
static void add_namesake(RefnetNameList *list, char *fold, guint32 organization) {
  GArray *called = g_hash_table_lookup(list->namesakes, fold);
  if (called != NULL) {
    g_array_append_val(called, organization);
    g_free(fold);
    return;
  }
  guint32 first = GPOINTER_TO_UINT(g_hash_table_lookup(list->by_fold, fold)) - 1;
  called = g_array_new(FALSE, FALSE, sizeof(guint32));
  g_array_append_val(called, first);
  g_array_append_val(called, organization);
  g_hash_table_insert(list->namesakes, fold, called);
}

guint32 refnet_name_list_append(RefnetNameList *list, const char *name) {
  char *fold = refnet_text_fold(name);
  guint32 organization = list->names->len;
  char *kept = g_strdup(name);
  g_ptr_array_add(list->names, kept);
  if (!g_hash_table_contains(list->by_text, kept))
    g_hash_table_insert(list->by_text, kept, GUINT_TO_POINTER(organization + 1));
  if (g_hash_table_contains(list->by_fold, fold)) {
    add_namesake(list, fold, organization);
    return organization;
  }
  g_hash_table_insert(list->by_fold, fold, GUINT_TO_POINTER(organization + 1));
  claim_loosely(list, name, organization);
  return organization;
}

/* Whose id or, if nobody's, whose name, else whose other name folds so. */
static guint32 find_fold(const RefnetNameList *list, const char *fold) {
  guint32 identified = claimant(list->by_id, fold);
  guint named = GPOINTER_TO_UINT(g_hash_table_lookup(list->by_fold, fold));
  if (identified != REFNET_NONE)
    return identified;
  return named > 0 ? named - 1 : claimant(list->by_alias, fold);
}

guint32 refnet_name_list_add(RefnetNameList *list, const char *name) {
  g_autofree char *fold = refnet_text_fold(name);
  guint32 known = find_fold(list, fold);
  return known != REFNET_NONE ? known : refnet_name_list_append(list, name);
}

void refnet_name_list_id(RefnetNameList *list, guint32 organization, const char *id) {
  claim(list->by_id, refnet_text_fold(id), organization);
}

void refnet_name_list_alias(RefnetNameList *list, guint32 organization, const char *name) {
  claim(list->by_alias, refnet_text_fold(name), organization);
  claim_loosely(list, name, organization);
}

/* ---- finding --------------------------------------------------------------------------------- */

static guint32 find_loosely(const RefnetNameList *list, const char *text) {
  g_autofree char *key = refnet_key_name(text);
  guint32 found = claimant(list->by_key, key);
  g_autofree char *before = NULL, *inside = NULL;
  if (found != REFNET_NONE)
    return found;
  if (is_acronym(text)) {
    g_autofree char *letters = refnet_text_fold_header(text);
    return claimant(list->by_key, letters);
  }
  split_brackets(text, &before, &inside);
  if (inside == NULL || !is_acronym(inside))
    return REFNET_NONE;
  g_autofree char *key_before = refnet_key_name(before);
  return claimant(list->by_key, key_before);
}

guint32 refnet_name_list_find(const RefnetNameList *list, const char *text, gboolean *loosely) {
  g_autofree char *fold = refnet_text_fold(text);
  guint written = GPOINTER_TO_UINT(g_hash_table_lookup(list->by_text, text));
  guint32 found = claimant(list->by_id, fold);
  if (found == REFNET_NONE)
    found = written > 0 ? written - 1 : find_fold(list, fold);
  *loosely = FALSE;
  if (found != REFNET_NONE || *fold == '\0' || g_hash_table_contains(list->by_alias, fold))
    return found;
  found = find_loosely(list, text);
  *loosely = found != REFNET_NONE;
  return found;
}

const GArray *refnet_name_list_namesakes(const RefnetNameList *list, const char *text) {
  if (g_hash_table_size(list->namesakes) == 0)
    return NULL;
  g_autofree char *fold = refnet_text_fold(text);
  const GArray *called = g_hash_table_lookup(list->namesakes, fold);
  guint written = 0;
  for (guint i = 0; called != NULL && i < called->len; i++)
    written += strcmp(refnet_name_list_name(list, g_array_index(called, guint32, i)), text) == 0;
  return written == 1 || claimant(list->by_id, fold) != REFNET_NONE ? NULL : called;
}

const char *refnet_name_list_suggest(const RefnetNameList *list, const char *text) {
  guint32 nearest =
      refnet_nearest_name((const char *const *)list->names->pdata, list->names->len, text);
  return nearest == REFNET_NONE ? NULL : refnet_name_list_name(list, nearest);
}

/* ---- several names in a cell ----------------------------------------------------------------- */

typedef struct {
  const char *start, *end;
} Piece;

/* "Other: Bike Kitchen" of forms is the name alone. */
static const char *without_other(const char *start, const char *end) {
  static const char other[] = "other:";
  const char *name = start + strlen(other);
  if (end - start <= (gssize)strlen(other) || g_ascii_strncasecmp(start, other, strlen(other)) != 0)
    return start;
  name += strspn(name, " ");
  return name < end ? name : start;
}

static GArray *cut(const char *cell) {
  GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
  for (const char *at = cell; *at != '\0';) {
    at += strspn(at, SEPARATORS " ");
    gsize length = strcspn(at, SEPARATORS);
    Piece piece = {at, at + length};
    piece.start = without_other(piece.start, piece.end);
    while (piece.end > piece.start && piece.end[-1] == ' ')
      piece.end--;
    if (piece.end > piece.start)
      g_array_append_val(pieces, piece);
    at += length;
  }
  return pieces;
}

static gboolean is_legal_form(const char *text) {
  g_autofree char *folded = refnet_text_fold_header(text);
  return refnet_word_is_among(folded, "inc llc ltd corp co incorporated limited pllc pc llp lp plc "
                                      "pa gmbh md phd lcsw");
}

static char *text_of(const GArray *pieces, guint first, guint last) {
  const char *start = g_array_index(pieces, Piece, first).start;
  return g_strndup(start, (gsize)(g_array_index(pieces, Piece, last).end - start));
}

/* The best way to read the pieces from one on: as few unknown ones as possible, then as few loosely
 * known names, then as few names. */
typedef struct {
  guint64 cost;
  guint last; /* of the first name */
  guint32 organization;
  gboolean loosely;
} Reading;

enum { COST_NAME = 1, COST_LOOSE = 1 << 8, COST_UNKNOWN = 1 << 16 };

static Reading read_from(const RefnetNameList *list, const GArray *pieces, const Reading *after,
                         guint first) {
  Reading best = {after[first + 1].cost + COST_UNKNOWN, first, REFNET_NONE, FALSE};
  guint end = MIN(pieces->len, first + PARTS_OF_NAME);
  for (guint last = first; last < end; last++) {
    g_autofree char *text = text_of(pieces, first, last);
    gboolean loosely;
    guint32 organization = refnet_name_list_find(list, text, &loosely);
    if (organization == REFNET_NONE)
      continue;
    guint64 cost = after[last + 1].cost + COST_NAME + (loosely ? COST_LOOSE : 0);
    if (cost < best.cost)
      best = (Reading){cost, last, organization, loosely};
  }
  return best;
}

static void clear_part(gpointer part) {
  g_free(((RefnetNamePart *)part)->text);
}

static void add_part(GArray *parts, const GArray *pieces, guint first, const Reading *reading) {
  char *text = text_of(pieces, first, reading->last);
  RefnetNamePart *before =
      parts->len > 0 ? &g_array_index(parts, RefnetNamePart, parts->len - 1) : NULL;
  if (reading->organization == REFNET_NONE && before != NULL && is_legal_form(text)) {
    if (before->organization == REFNET_NONE) {
      char *joined = g_strconcat(before->text, ", ", text, NULL);
      g_free(before->text);
      before->text = joined;
    }
    g_free(text);
    return;
  }
  RefnetNamePart part = {reading->organization, reading->loosely, text};
  g_array_append_val(parts, part);
}

GArray *refnet_name_list_split(const RefnetNameList *list, const char *cell) {
  g_autoptr(GArray) pieces = cut(cell);
  g_autofree Reading *readings = g_new0(Reading, pieces->len + 1);
  for (guint i = pieces->len; i-- > 0;)
    readings[i] = read_from(list, pieces, readings, i);
  GArray *parts = g_array_new(FALSE, FALSE, sizeof(RefnetNamePart));
  g_array_set_clear_func(parts, clear_part);
  for (guint i = 0; i < pieces->len; i = readings[i].last + 1)
    add_part(parts, pieces, i, &readings[i]);
  return parts;
}
