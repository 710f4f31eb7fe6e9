/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Blocking: keys are hashed and sorted; within a key each row meets the later ones. */
#include "analysis/records/blocks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/memory.h"
#include "analysis/records/names.h"
#include "analysis/result.h"

typedef enum {
  KEY_WORD = 1,
  KEY_SOUND,
  KEY_SOUNDS,
  KEY_INITIALS,
  KEY_NAME,
  KEY_PHONE,
  KEY_PHONE_SOUND,
  KEY_EMAIL,
  KEY_EMAIL_SOUND,
  KEY_WEBSITE,
  KEY_WEBSITE_SOUND,
  KEY_TAX_ID,
  KEY_HOUSE,
  KEY_HOUSE_SOUND
} KeyKind;

/* A word or two of the name, initials or a website are worth a comparison only where few rows have
 * it: what is told by it alone shares other keys, too. */
static gboolean is_weak(KeyKind kind) {
  return kind == KEY_WORD || kind == KEY_SOUND || kind == KEY_SOUNDS || kind == KEY_INITIALS ||
         kind == KEY_WEBSITE;
}

typedef struct {
  guint64 key; /* its last bits say what becomes of a key that many rows have */
  guint32 row;
} Entry;

enum { IS_WEAK = 1, IS_NAME = 2, KEY_BITS = 2 };

typedef struct {
  const RefnetFolded *rows;
  Entry *entries;
  gsize length, capacity;
  gboolean complete;
  guint32 sounds[REFNET_NAME_WORDS]; /* of the name at hand, the heaviest words first */
  guint32 sound_count;
} Blocks;

/* ---- keys of a row --------------------------------------------------------------------------- */

/* The finalizer of splitmix64 (Steele, Lea & Flood 2014). */
static guint64 mix(guint64 x) {
  x = (x ^ (x >> 30)) * G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
  x = (x ^ (x >> 27)) * G_GUINT64_CONSTANT(0x94d049bb133111eb);
  return x ^ (x >> 31);
}

static void add_key(Blocks *blocks, guint32 row, KeyKind kind, guint32 a, guint32 b) {
  gpointer array = blocks->entries;
  if (!refnet_result_grow(&array, blocks->length, &blocks->capacity, sizeof(Entry))) {
    blocks->complete = FALSE;
    return;
  }
  blocks->entries = array;
  guint64 key = mix(mix((guint64)kind << 32 | a) + b) << KEY_BITS;
  key |= (is_weak(kind) ? IS_WEAK : 0) | (kind == KEY_NAME ? IS_NAME : 0);
  blocks->entries[blocks->length++] = (Entry){key, row};
}

/* A key that is known, and together with each sound of the name for when many rows have it. */
static void add_value(Blocks *blocks, guint32 row, KeyKind kind, guint32 value) {
  if (value == REFNET_NONE)
    return;
  add_key(blocks, row, kind, value, 0);
  for (guint32 i = 0; i < blocks->sound_count; i++)
    add_key(blocks, row, kind + 1, value, blocks->sounds[i]);
}

/* Sounds of a name, or numbers for words without one; heaviest first, equal ones by sound. */
static void collect_sounds(Blocks *blocks, const RefnetRowName *name) {
  const RefnetFolded *rows = blocks->rows;
  float weights[REFNET_NAME_WORDS];
  blocks->sound_count = 0;
  for (guint32 i = 0; i < name->length; i++) {
    guint32 number = rows->name_words[name->first + i];
    const RefnetRowWord *word = &rows->words[number];
    if (word->kind == REFNET_WORD_FILLER)
      continue;
    guint32 sound = word->sound ? word->sound : number + 0x1000000, k = blocks->sound_count++;
    for (; k > 0 && (weights[k - 1] < word->weight ||
                     (weights[k - 1] == word->weight && blocks->sounds[k - 1] > sound));
         k--) {
      weights[k] = weights[k - 1];
      blocks->sounds[k] = blocks->sounds[k - 1];
    }
    weights[k] = word->weight;
    blocks->sounds[k] = sound;
  }
}

static guint32 hash_text(const char *text, gsize length) {
  guint64 hash = 0;
  for (gsize i = 0; i < length && text[i]; i++)
    hash = mix(hash + (guchar)text[i] + 1);
  return (guint32)hash;
}

/* The name by its initials, and a word that may be the initials of another name. */
static void add_initials(Blocks *blocks, guint32 row, guint32 name) {
  const RefnetFolded *rows = blocks->rows;
  const RefnetRowName *n = &rows->names[name];
  char initials[REFNET_NAME_WORDS + 1];
  refnet_names_initials(rows, name, initials, sizeof initials);
  if (strlen(initials) > 2)
    add_key(blocks, row, KEY_INITIALS, hash_text(initials, sizeof initials), 0);
  if (strlen(initials) > 4) /* "ymca" of "ymca of greater harbor" */
    add_key(blocks, row, KEY_INITIALS, hash_text(initials, 4), 0);
  for (guint32 i = 0; i < n->length; i++) {
    const char *text = rows->words[rows->name_words[n->first + i]].text;
    gsize length = strlen(text);
    if (length >= 3 && length <= 6)
      add_key(blocks, row, KEY_INITIALS, hash_text(text, length), 0);
  }
}

static void add_name(Blocks *blocks, guint32 row, guint32 name) {
  enum { PAIRED = 4 }; /* heaviest sounds that are taken two at a time */
  const RefnetFolded *rows = blocks->rows;
  const RefnetRowName *n = &rows->names[name];
  add_key(blocks, row, KEY_NAME, n->key, 0);
  for (guint32 i = 0; i < n->length; i++) {
    guint32 number = rows->name_words[n->first + i];
    if (rows->words[number].kind == REFNET_WORD_FILLER)
      continue;
    add_key(blocks, row, KEY_WORD, number, 0);
    if (rows->words[number].sound && strlen(rows->words[number].text) > 3)
      add_key(blocks, row, KEY_SOUND, rows->words[number].sound, 0);
  }
  for (guint32 i = 0; i < MIN(blocks->sound_count, PAIRED); i++)
    for (guint32 k = i + 1; k < MIN(blocks->sound_count, PAIRED); k++)
      add_key(blocks, row, KEY_SOUNDS, MIN(blocks->sounds[i], blocks->sounds[k]),
              MAX(blocks->sounds[i], blocks->sounds[k]));
  add_initials(blocks, row, name);
}

/* The number with the beginning of each word of the street, for the first may be missing. */
static void add_house(Blocks *blocks, guint32 row) {
  const RefnetRecord *record = &blocks->rows->rows[row];
  const char *street = refnet_folded_text(blocks->rows, record->street);
  if (record->site == REFNET_NONE)
    return;
  for (const char *word = street; word; word = strchr(word, ' ')) {
    word += *word == ' ';
    add_key(blocks, row, KEY_HOUSE, record->number, hash_text(word, MIN(strcspn(word, " "), 3)));
  }
  for (guint32 i = 0; i < blocks->sound_count; i++)
    add_key(blocks, row, KEY_HOUSE_SOUND, record->number, blocks->sounds[i]);
}

static void add_row(Blocks *blocks, RefnetBlocksKind kind, guint32 row) {
  const RefnetFolded *rows = blocks->rows;
  const RefnetRecord *record = &rows->rows[row];
  collect_sounds(blocks, &rows->names[rows->name_start[row]]);
  for (guint32 i = rows->phone_start[row]; i < rows->phone_start[row + 1]; i++)
    add_value(blocks, row, KEY_PHONE, rows->phone_keys[i]);
  add_value(blocks, row, KEY_EMAIL, record->email);
  if (record->tax_id != REFNET_NONE)
    add_key(blocks, row, KEY_TAX_ID, record->tax_id, 0);
  add_house(blocks, row);
  add_value(blocks, row, KEY_WEBSITE, record->website);
  if (kind == REFNET_BLOCKS_SURELY) {
    add_key(blocks, row, KEY_NAME, rows->names[rows->name_start[row]].key, 0);
    return;
  }
  for (guint32 name = rows->name_start[row]; name < rows->name_start[row + 1]; name++) {
    collect_sounds(blocks, &rows->names[name]);
    add_name(blocks, row, name);
  }
}

/* ---- rows by key ----------------------------------------------------------------------------- */

static int compare_entries(const void *a, const void *b) {
  const Entry *first = a, *second = b;
  if (first->key != second->key)
    return first->key < second->key ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

/* So many rows can all be compared with each other: there, no key has too many. */
enum { FEW_ROWS = 300 };

static gsize most_rows(const Blocks *blocks, guint64 key) {
  guint32 rows = blocks->rows->length;
  double growth = cbrt(rows);
  if (rows <= FEW_ROWS)
    return FEW_ROWS;
  return key & IS_WEAK ? 2 + (gsize)(growth / 3) : 6 + (gsize)(2 * growth);
}

/* Leaves each row once a key, and only keys that at least two rows have, but not too many. A name
 * that too many have is kept, for a row meets only the next ones of that name. */
static void keep_useful(Blocks *blocks) {
  gsize kept = 0;
  if (blocks->length > 1)
    qsort(blocks->entries, blocks->length, sizeof(Entry), compare_entries);
  for (gsize first = 0, end; first < blocks->length; first = end) {
    gsize start = kept;
    guint64 key = blocks->entries[first].key;
    for (end = first; end < blocks->length && blocks->entries[end].key == key; end++)
      if (kept == start || blocks->entries[kept - 1].row != blocks->entries[end].row)
        blocks->entries[kept++] = blocks->entries[end];
    if (kept - start < 2 || (kept - start > most_rows(blocks, key) && !(key & IS_NAME)))
      kept = start;
  }
  blocks->length = kept;
}

/* Places of each row among the entries: place[start[row]] … place[start[row + 1] − 1]. */
static gboolean place_rows(const Blocks *blocks, gsize **start, gsize **place, GError **error) {
  guint32 rows = blocks->rows->length;
  if (!(*start = REFNET_TRY_ARRAY(gsize, (guint64)rows + 2, error)) ||
      !(*place = REFNET_TRY_ARRAY(gsize, blocks->length, error)))
    return FALSE;
  gsize *next = *start + 1;
  for (gsize i = 0; i < blocks->length; i++)
    next[blocks->entries[i].row + 1]++;
  for (guint32 r = 0; r < rows; r++)
    next[r + 1] += next[r];
  for (gsize i = 0; i < blocks->length; i++)
    (*place)[next[blocks->entries[i].row]++] = i;
  return TRUE;
}

static gboolean visit_pairs(const Blocks *blocks, const gsize *start, const gsize *place,
                            guint32 *met, RefnetPairFunc pair, gpointer data) {
  const RefnetFolded *rows = blocks->rows;
  for (guint32 r = 0; r < rows->length; r++)
    for (gsize i = start[r]; i < start[r + 1]; i++) {
      guint64 key = blocks->entries[place[i]].key;
      gsize end = MIN(blocks->length, place[i] + 1 + most_rows(blocks, key));
      for (gsize k = place[i] + 1; k < end && blocks->entries[k].key == key; k++) {
        guint32 other = blocks->entries[k].row;
        if (met[other] == r + 1)
          continue;
        met[other] = r + 1;
        gboolean lists_fit = !rows->lists[1] || rows->rows[r].list != rows->rows[other].list;
        if (lists_fit && !pair(r, other, data))
          return FALSE;
      }
    }
  return TRUE;
}

gboolean refnet_blocks_pairs(const RefnetFolded *rows, RefnetBlocksKind kind, const guint8 *in,
                             RefnetPairFunc pair, gpointer data, GError **error) {
  Blocks blocks = {.rows = rows, .complete = TRUE};
  g_autofree gsize *start = NULL, *place = NULL;
  g_autofree guint32 *met = REFNET_TRY_ARRAY(guint32, rows->length, error);
  if (!met)
    return FALSE;
  for (guint32 r = 0; r < rows->length; r++)
    if (!in || in[r])
      add_row(&blocks, kind, r);
  keep_useful(&blocks);
  gboolean ok = blocks.complete || refnet_result_no_memory(error);
  ok = ok && place_rows(&blocks, &start, &place, error);
  if (ok && !visit_pairs(&blocks, start, place, met, pair, data))
    ok = refnet_result_no_memory(error);
  g_free(blocks.entries);
  return ok;
}
