/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The categories of a directory: what lies within what, and whether services, people or languages
 * are meant. */
#include "exchange/directory/hsds.h"

#include <string.h>

enum { DEPTH_MOST = 32 };

struct RefnetHsdsTerms {
  RefnetHsds *hsds;
  guint32 *parent; /* REFNET_NO_ROW: none */
  guint8 *role;    /* RefnetHsdsTermRole */
};

static const char *cell(const RefnetHsdsTerms *terms, guint32 term, guint field) {
  return refnet_hsds_cell(terms->hsds, REFNET_HSDS_TERMS, term, field);
}

/* ---- what lies within what ------------------------------------------------------------------- */

/* "BD-1800" within "BD", "BD-1800.2000" within "BD-1800": the longest beginning that is a code. */
static guint32 parent_by_code(GHashTable *codes, const char *code) {
  g_autofree char *shorter = g_strdup(code != NULL ? code : "");
  for (gsize i = strlen(shorter); i > 0; i--) {
    if (shorter[i] != '-' && shorter[i] != '.')
      continue;
    shorter[i] = '\0';
    guint32 found = refnet_index_find(codes, shorter);
    if (found != REFNET_NO_ROW)
      return found;
  }
  return REFNET_NO_ROW;
}

static guint32 find_parent(const RefnetHsdsTerms *terms, guint32 term, GHashTable *names,
                           GHashTable *codes) {
  const RefnetHsds *hsds = terms->hsds;
  static const guint fields[] = {REFNET_HSDS_TERM_PARENT, REFNET_HSDS_TERM_PARENT_NAME};
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
    const char *text = cell(terms, term, fields[i]);
    guint32 found =
        refnet_hsds_is_key(text) ? refnet_hsds_find(hsds, REFNET_HSDS_TERMS, text) : REFNET_NO_ROW;
    if (found == REFNET_NO_ROW)
      found = refnet_index_find(names, text);
    if (found != REFNET_NO_ROW && found != term)
      return found;
  }
  const char *code = cell(terms, term, REFNET_HSDS_TERM_CODE);
  return parent_by_code(codes, code != NULL ? code : cell(terms, term, REFNET_HSDS_TERM_ID));
}

static void find_parents(RefnetHsdsTerms *terms, guint32 count) {
  g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
  g_autoptr(GHashTable) codes = g_hash_table_new(g_str_hash, g_str_equal);
  for (guint32 i = count; i-- > 0;) {
    const char *name = cell(terms, i, REFNET_HSDS_TERM_NAME);
    const char *code = cell(terms, i, REFNET_HSDS_TERM_CODE);
    if (code == NULL)
      code = cell(terms, i, REFNET_HSDS_TERM_ID);
    if (name != NULL)
      g_hash_table_insert(names, (gpointer)name, GUINT_TO_POINTER(i + 1));
    if (code != NULL)
      g_hash_table_insert(codes, (gpointer)code, GUINT_TO_POINTER(i + 1));
  }
  for (guint32 i = 0; i < count; i++)
    terms->parent[i] = find_parent(terms, i, names, codes);
}

/* ---- what is meant --------------------------------------------------------------------------- */

static RefnetHsdsTermRole role_of(const char *vocabulary) {
  static const char *const people[] = {"eligib",       "population", "audience", "targetgroup",
                                       "peopleserved", "whoweserve", "agegroup", "humansituation"};
  g_autofree char *folded = refnet_text_fold_header(vocabulary != NULL ? vocabulary : "");
  for (gsize i = 0; i < G_N_ELEMENTS(people); i++)
    if (strstr(folded, people[i]) != NULL)
      return REFNET_HSDS_TERM_OF_POPULATIONS;
  return strstr(folded, "language") != NULL ? REFNET_HSDS_TERM_OF_LANGUAGES
                                            : REFNET_HSDS_TERM_OF_SERVICES;
}

/* A vocabulary is a row of the table of them, or a name; the versions differ in which column has
 * it. */
static void find_role(RefnetHsdsTerms *terms, guint32 term) {
  static const guint fields[] = {REFNET_HSDS_TERM_VOCABULARY_ID, REFNET_HSDS_TERM_TAXONOMY,
                                 REFNET_HSDS_TERM_VOCABULARY};
  RefnetHsds *hsds = terms->hsds;
  for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
    const char *vocabulary = cell(terms, term, fields[i]);
    guint32 row = refnet_hsds_find(hsds, REFNET_HSDS_VOCABULARIES, vocabulary);
    if (row != REFNET_NO_ROW) {
      refnet_relation_use(hsds->tables[REFNET_HSDS_VOCABULARIES], row);
      vocabulary =
          refnet_hsds_cell(hsds, REFNET_HSDS_VOCABULARIES, row, REFNET_HSDS_VOCABULARY_NAME);
    }
    if (terms->role[term] == REFNET_HSDS_TERM_OF_SERVICES)
      terms->role[term] = role_of(vocabulary);
  }
}

RefnetHsdsTerms *refnet_hsds_terms_new(RefnetHsds *hsds) {
  RefnetHsdsTerms *terms = g_new0(RefnetHsdsTerms, 1);
  guint32 count = hsds->tables[REFNET_HSDS_TERMS]->rows;
  terms->hsds = hsds;
  terms->parent = g_new(guint32, MAX(count, 1));
  terms->role = g_new0(guint8, MAX(count, 1));
  find_parents(terms, count);
  for (guint32 i = 0; i < count; i++)
    find_role(terms, i);
  return terms;
}

void refnet_hsds_terms_free(RefnetHsdsTerms *terms) {
  if (terms == NULL)
    return;
  g_free(terms->parent);
  g_free(terms->role);
  g_free(terms);
}

RefnetHsdsTermRole refnet_hsds_term_role(const RefnetHsdsTerms *terms, guint32 term) {
  return (RefnetHsdsTermRole)terms->role[term];
}

const char *refnet_hsds_term_name(const RefnetHsdsTerms *terms, guint32 term, guint level) {
  guint32 above[DEPTH_MOST];
  guint depth = 0;
  for (guint32 at = term; at != REFNET_NO_ROW && depth < DEPTH_MOST; at = terms->parent[at])
    above[depth++] = at;
  guint32 meant = level > 0 && level <= depth ? above[depth - level] : term;
  refnet_relation_use(terms->hsds->tables[REFNET_HSDS_TERMS], term);
  refnet_relation_use(terms->hsds->tables[REFNET_HSDS_TERMS], meant);
  return cell(terms, meant, REFNET_HSDS_TERM_NAME);
}
