/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows made ready to be compared: every field as a number, equal numbers being equal keys. */
#ifndef REFNET_ANALYSIS_RECORDS_FOLDED_H
#define REFNET_ANALYSIS_RECORDS_FOLDED_H

#include <refnet/analysis.h>

#include "analysis/records/words.h"
#include "base/pool.h"

G_BEGIN_DECLS

enum { REFNET_NAME_WORDS = 16 }; /* of a name that are looked at */

typedef struct {
  const char *text;
  guint32 sound; /* 0: none */
  RefnetWordKind kind;
  guint32 letters; /* that are in it: a bit each from a to z, and one for all others */
  guint32 names;   /* that have it */
  float weight;    /* the rarer the word among the rows, the heavier */
} RefnetRowWord;

/* One of the names of a row. */
typedef struct {
  guint32 first, length; /* its words: words[first] … in order */
  guint32 tail;          /* words from here on name a branch or program; `length`: none do */
  guint32 key;           /* equal: the same words in any order */
  guint32 proper;        /* how many of them set it apart */
  float norm;            /* root of the sum of squared weights */
} RefnetRowName;

typedef struct {
  const RefnetOrganization *organization;
  guint32 list;                   /* 0, or 1 for the other list when two are compared */
  guint32 email, website, tax_id; /* REFNET_NONE: unknown, here and below */
  gboolean website_from_email;
  guint32 number, street, unit, town; /* of the address */
  guint32 site;                       /* number and street */
  guint32 postal_code;
} RefnetRecord;

/* Rows of one dataset, or of two one after the other. By row where not said otherwise. */
typedef struct {
  const RefnetDataset *lists[2]; /* the second NULL when there is one list */
  guint32 length, first_length;  /* rows in all, and of the first list */
  RefnetRecord *rows;
  guint32 *name_start; /* names of row r: names[name_start[r]] …, the first is `name` */
  RefnetRowName *names;
  guint32 *name_words;
  RefnetRowWord *words; /* by word */
  guint32 word_count;
  guint32 *phone_start;
  guint64 *phones;
  guint32 *phone_keys; /* of the last seven digits of each */
  guint32 key_count;   /* of all other numbers */
  RefnetPool *pool;
  RefnetInterner *keys;
} RefnetFolded;

/* Folds all rows of `first`, and of `second` unless it is NULL. O(bytes of the cells). */
RefnetFolded *refnet_folded_new(const RefnetDataset *first, const RefnetDataset *second,
                                GError **error);
void refnet_folded_free(RefnetFolded *rows);

/* The key of the first name in a cell: equal for the same words in any order. Caller frees. */
char *refnet_folded_name_key(const char *name);

/* The text behind a key; NULL for REFNET_NONE. */
const char *refnet_folded_text(const RefnetFolded *rows, guint32 key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetFolded, refnet_folded_free)

G_END_DECLS

#endif
