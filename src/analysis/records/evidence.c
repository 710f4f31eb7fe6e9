/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fellegi and Sunter's weights: m, how often two rows about one organization agree in a field, is
 * fixed (a coalition has too few duplicates to learn it from); u, how often rows about two do, is
 * counted. */
#include "analysis/records/evidence.h"

#include <math.h>
#include <string.h>

#include "analysis/records/keys.h"
#include "analysis/memory.h"
#include "analysis/result.h"

#define REVIEW_AT 0.5
#define EXPECTED_DUPLICATES 0.1 /* per row: prior odds .1/(n − 1) */

/* `pairs`: as many pairs without an agreement are taken as seen before the list is looked at; a
 * list of five rows can't show that an equal phone is rare. They fade as the list grows. */
typedef struct {
  double m, pairs;
} FieldWeight;

static const FieldWeight weights[REFNET_EVIDENCE_FIELDS] = {
    /* Names are chosen to be told apart; a quarter of duplicates are spelled beyond our folding. */
    [REFNET_EVIDENCE_NAME] = {.75, 100000},
    /* Short forms and acronyms are far fewer than names, and many rows give none. */
    [REFNET_EVIDENCE_ALTERNATE_NAME] = {.5, 10000},
    /* Offices list several lines, and agencies under one roof share a switchboard. */
    [REFNET_EVIDENCE_PHONE] = {.7, 500},
    /* The address of a person changes with the person. */
    [REFNET_EVIDENCE_EMAIL] = {.5, 1000},
    /* Lasts, but programs and chapters share their parent's. */
    [REFNET_EVIDENCE_WEBSITE] = {.7, 500},
    /* One number a legal body; a few rows give that of a fiscal sponsor. */
    [REFNET_EVIDENCE_TAX_ID] = {.95, 20000},
    /* Moves, suites and post boxes; several agencies share a building. */
    [REFNET_EVIDENCE_ADDRESS] = {.65, 200}};

/* ---- keys ---------------------------------------------------------------------------------------
 */

/* Takes the key over; NULL is unknown. */
static guint32 number_of(RefnetInterner *interner, char *key, gboolean *complete) {
  if (!key)
    return REFNET_NONE;
  guint32 number = refnet_interner_add(interner, key, strlen(key));
  *complete &= number != REFNET_NONE;
  g_free(key);
  return number;
}

static gboolean number_fields(RefnetRecords *records, RefnetInterner *interner) {
  gboolean complete = TRUE;
  for (guint32 v = 0; v < records->dataset->organization_count; v++) {
    const RefnetOrganization *row = &records->dataset->organizations[v];
    guint32 *const *keys = records->keys;
    keys[REFNET_EVIDENCE_NAME][v] = number_of(interner, refnet_key_name(row->name), &complete);
    keys[REFNET_EVIDENCE_PHONE][v] = number_of(interner, refnet_key_phone(row->phone), &complete);
    keys[REFNET_EVIDENCE_EMAIL][v] = number_of(interner, refnet_key_email(row->email), &complete);
    keys[REFNET_EVIDENCE_WEBSITE][v] =
        number_of(interner, refnet_key_website(row->website), &complete);
    keys[REFNET_EVIDENCE_TAX_ID][v] =
        number_of(interner, refnet_key_tax_id(row->tax_id), &complete);
    keys[REFNET_EVIDENCE_ADDRESS][v] =
        number_of(interner, refnet_key_address(row->address), &complete);
    records->towns[v] = number_of(interner, refnet_key_town(row->city), &complete);
  }
  return complete;
}

/* The row's name and its others, each key once, the name first. */
static guint32 number_names(RefnetRecords *records, RefnetInterner *interner, guint32 v,
                            guint32 *names, gboolean *complete) {
  const RefnetOrganization *row = &records->dataset->organizations[v];
  guint32 length = 1;
  names[0] = records->keys[REFNET_EVIDENCE_NAME][v];
  for (guint32 i = 0; i <= row->alternate_names.length; i++) {
    const char *text =
        i < row->alternate_names.length ? row->alternate_names.items[i] : row->short_name;
    guint32 name = number_of(interner, refnet_key_name(text), complete), k = 0;
    while (k < length && names[k] != name)
      k++;
    if (name != REFNET_NONE && k == length)
      names[length++] = name;
  }
  return length;
}

static gboolean list_names(RefnetRecords *records, RefnetInterner *interner, GError **error) {
  const RefnetDataset *dataset = records->dataset;
  guint64 most = 0;
  gboolean complete = TRUE;
  for (guint32 v = 0; v < dataset->organization_count; v++)
    most += 2 + (guint64)dataset->organizations[v].alternate_names.length;
  if (most > G_MAXUINT32 || !(records->names = REFNET_TRY_ARRAY(guint32, most, error)))
    return most <= G_MAXUINT32 ? FALSE : refnet_result_no_memory(error);
  for (guint32 v = 0; v < dataset->organization_count; v++) {
    guint32 start = records->name_start[v];
    records->name_start[v + 1] =
        start + number_names(records, interner, v, &records->names[start], &complete);
  }
  return complete || refnet_result_no_memory(error);
}

/* ---- chance -------------------------------------------------------------------------------------
 */

static double pairs_of(double count) {
  return count * (count - 1) / 2;
}

/* Weighs a field from how many rows have each key. An agreement is weighed as if the pair at hand
 * were not in the list: its own agreement is no sign of chance. */
static void weigh(RefnetRecords *records, RefnetEvidenceField field, const guint32 *rows_with,
                  double rows) {
  const FieldWeight *weight = &weights[field];
  double agreeing = 0;
  for (guint32 key = 0; key < records->key_count; key++)
    agreeing += pairs_of(rows_with[key]);
  double pairs = pairs_of(rows) + weight->pairs + 2;
  double u_without = (MAX(agreeing, 1)) / (pairs - 1);
  double u = (agreeing + 1) / pairs;
  records->agree_bits[field] = log2(weight->m / MIN(u_without, 1 - 1e-9));
  records->disagree_bits[field] = log2((1 - weight->m) / (1 - MIN(u, 1 - 1e-9)));
}

static void count_keys(const guint32 *keys, guint32 length, guint32 *rows_with, double *rows) {
  for (guint32 i = 0; i < length; i++)
    if (keys[i] != REFNET_NONE) {
      rows_with[keys[i]]++;
      ++*rows;
    }
}

static gboolean weigh_fields(RefnetRecords *records, GError **error) {
  guint32 organizations = records->dataset->organization_count;
  g_autofree guint32 *rows_with = REFNET_TRY_ARRAY(guint32, records->key_count, error);
  if (!rows_with)
    return FALSE;
  for (guint field = 0; field < REFNET_EVIDENCE_FIELDS; field++) {
    double rows = 0;
    memset(rows_with, 0, records->key_count * sizeof *rows_with);
    if (field == REFNET_EVIDENCE_ALTERNATE_NAME)
      count_keys(records->names, records->name_start[organizations], rows_with, &rows);
    else
      count_keys(records->keys[field], organizations, rows_with, &rows);
    weigh(records, field, rows_with,
          field == REFNET_EVIDENCE_ALTERNATE_NAME ? organizations : rows);
  }
  records->prior_bits = log2(EXPECTED_DUPLICATES / MAX(organizations - 1.0, 1.0));
  return TRUE;
}

/* ---- records ------------------------------------------------------------------------------------
 */

static gboolean allocate(RefnetRecords *records, GError **error) {
  guint64 organizations = records->dataset->organization_count;
  for (guint field = 0; field < REFNET_EVIDENCE_FIELDS; field++)
    if (field != REFNET_EVIDENCE_ALTERNATE_NAME &&
        !(records->keys[field] = REFNET_TRY_ARRAY(guint32, organizations, error)))
      return FALSE;
  return (records->towns = REFNET_TRY_ARRAY(guint32, organizations, error)) != NULL &&
         (records->name_start = REFNET_TRY_ARRAY(guint32, organizations + 1, error)) != NULL;
}

RefnetRecords *refnet_records_new(const RefnetDataset *dataset, GError **error) {
  g_autoptr(RefnetRecords) records = g_new0(RefnetRecords, 1);
  records->dataset = dataset;
  if (!allocate(records, error))
    return NULL;
  g_autoptr(RefnetPool) pool = refnet_pool_new();
  g_autoptr(RefnetInterner) interner = pool ? refnet_interner_new(refnet_pool_arena(pool)) : NULL;
  if (!interner || !number_fields(records, interner)) {
    refnet_result_no_memory(error);
    return NULL;
  }
  if (!list_names(records, interner, error))
    return NULL;
  records->key_count = refnet_interner_length(interner);
  if (!weigh_fields(records, error))
    return NULL;
  return g_steal_pointer(&records);
}

void refnet_records_free(RefnetRecords *records) {
  if (!records)
    return;
  for (guint field = 0; field < REFNET_EVIDENCE_FIELDS; field++)
    g_free(records->keys[field]);
  g_free(records->towns);
  g_free(records->names);
  g_free(records->name_start);
  g_free(records);
}

/* ---- two rows -----------------------------------------------------------------------------------
 */

typedef enum {
  NAMES_DIFFER,
  NAMES_SIMILAR,            /* a typo, a word more: worth a look, no evidence of its own */
  NAMES_SHARE_AN_ALTERNATE, /* both are also called the same: chapters often are */
  NAMES_BY_ALTERNATE,       /* one is also called what the other is called */
  NAMES_EQUAL
} NameAgreement;

/* Is `name` among the other names of v, the first left out? */
static gboolean also_called(const RefnetRecords *records, guint32 v, guint32 name) {
  for (guint32 i = records->name_start[v] + 1; i < records->name_start[v + 1]; i++)
    if (records->names[i] == name)
      return TRUE;
  return FALSE;
}

static NameAgreement compare_names(const RefnetRecords *records, guint32 a, guint32 b) {
  const guint32 *names = records->keys[REFNET_EVIDENCE_NAME];
  if (names[a] == names[b])
    return NAMES_EQUAL;
  if (also_called(records, a, names[b]) || also_called(records, b, names[a]))
    return NAMES_BY_ALTERNATE;
  for (guint32 i = records->name_start[a] + 1; i < records->name_start[a + 1]; i++)
    if (also_called(records, b, records->names[i]))
      return NAMES_SHARE_AN_ALTERNATE;
  g_autofree char *first = refnet_key_name(records->dataset->organizations[a].name);
  g_autofree char *second = refnet_key_name(records->dataset->organizations[b].name);
  return refnet_key_names_similar(first, second) ? NAMES_SIMILAR : NAMES_DIFFER;
}

static void add_evidence(const RefnetRecords *records, RefnetComparison *comparison,
                         RefnetEvidenceField field, gboolean agrees) {
  double bits = agrees ? records->agree_bits[field] : records->disagree_bits[field];
  comparison->evidence[comparison->evidence_count++] = (RefnetEvidence){field, agrees, bits};
  comparison->score += bits;
}

static void compare_name_fields(const RefnetRecords *records, NameAgreement names,
                                RefnetComparison *comparison) {
  if (names != NAMES_BY_ALTERNATE && names != NAMES_SIMILAR)
    add_evidence(records, comparison, REFNET_EVIDENCE_NAME, names == NAMES_EQUAL);
  if (names == NAMES_BY_ALTERNATE || names == NAMES_SHARE_AN_ALTERNATE)
    add_evidence(records, comparison, REFNET_EVIDENCE_ALTERNATE_NAME, TRUE);
}

/* Seven digits say nothing about the area code before them. */
static gboolean same_phone(const RefnetRecords *records, guint32 a, guint32 b) {
  const guint32 *phones = records->keys[REFNET_EVIDENCE_PHONE];
  if (phones[a] == phones[b])
    return TRUE;
  g_autofree char *first = refnet_key_phone(records->dataset->organizations[a].phone);
  g_autofree char *second = refnet_key_phone(records->dataset->organizations[b].phone);
  return g_str_has_suffix(first, second) || g_str_has_suffix(second, first);
}

static gboolean different_towns(const RefnetRecords *records, guint32 a, guint32 b) {
  return records->towns[a] != REFNET_NONE && records->towns[b] != REFNET_NONE &&
         records->towns[a] != records->towns[b];
}

/* Address, town and coordinates are one comparison of place. Equal towns alone say nothing, and one
 * point on the map excuses two spellings of an address. */
static void compare_place(const RefnetRecords *records, guint32 a, guint32 b,
                          RefnetComparison *comparison) {
  const double same_point_km = 0.1;
  const guint32 *addresses = records->keys[REFNET_EVIDENCE_ADDRESS];
  const RefnetOrganization *first = &records->dataset->organizations[a];
  const RefnetOrganization *second = &records->dataset->organizations[b];
  gboolean known = addresses[a] != REFNET_NONE && addresses[b] != REFNET_NONE;
  if (different_towns(records, a, b))
    add_evidence(records, comparison, REFNET_EVIDENCE_ADDRESS, FALSE);
  else if (known && addresses[a] == addresses[b])
    add_evidence(records, comparison, REFNET_EVIDENCE_ADDRESS, TRUE);
  else if (known && !(refnet_distance_km(first->latitude, first->longitude, second->latitude,
                                         second->longitude) <= same_point_km))
    add_evidence(records, comparison, REFNET_EVIDENCE_ADDRESS, FALSE);
}

static gboolean parent_and_child(const RefnetDataset *dataset, guint32 a, guint32 b) {
  return dataset->organizations[a].parent_organization == b ||
         dataset->organizations[b].parent_organization == a;
}

double refnet_record_probability(double score) {
  return 1 / (1 + exp2(-score));
}

/* Fields in which both agree, by what sharing them means. */
typedef struct {
  guint all;      /* beyond names */
  guint premises; /* phone, address: shared by whoever shares a roof */
  guint legal;    /* tax number */
  guint personal; /* e-mail */
} Agreements;

static Agreements count_agreements(const RefnetComparison *comparison) {
  Agreements agreements = {0};
  for (guint32 i = 0; i < comparison->evidence_count; i++) {
    RefnetEvidenceField field = comparison->evidence[i].field;
    if (!comparison->evidence[i].agrees || field == REFNET_EVIDENCE_NAME ||
        field == REFNET_EVIDENCE_ALTERNATE_NAME)
      continue;
    agreements.all++;
    agreements.premises += field == REFNET_EVIDENCE_PHONE || field == REFNET_EVIDENCE_ADDRESS;
    agreements.legal += field == REFNET_EVIDENCE_TAX_ID;
    agreements.personal += field == REFNET_EVIDENCE_EMAIL;
  }
  return agreements;
}

/* A telephone that tells two branches apart: in two towns, one that isn't toll-free. */
static gboolean share_a_line(const RefnetRecords *records, guint32 a, guint32 b) {
  g_autofree char *phone = refnet_key_phone(records->dataset->organizations[a].phone);
  return !different_towns(records, a, b) || (phone && !refnet_key_phone_is_toll_free(phone));
}

/* What the figures alone can't know. To merge, the names must agree and something besides that
 * tells places apart, for chapters have their body's name, website and toll-free number. With
 * different names, two agencies under one roof share phone and address and are still two. */
static RefnetComparisonOutcome decide(const RefnetComparison *comparison, NameAgreement names,
                                      gboolean premises_distinguish) {
  Agreements agree = count_agreements(comparison);
  double probability = refnet_record_probability(comparison->score);
  guint distinguishing = agree.legal + agree.personal + (premises_distinguish ? agree.premises : 0);
  if (probability < REVIEW_AT)
    return REFNET_COMPARISON_APART;
  if (names >= NAMES_BY_ALTERNATE)
    return probability >= REFNET_MERGE_AT && distinguishing > 0 && !comparison->opposed
               ? REFNET_COMPARISON_MERGE
               : REFNET_COMPARISON_REVIEW;
  if (names == NAMES_SIMILAR)
    return agree.all > 0 ? REFNET_COMPARISON_REVIEW : REFNET_COMPARISON_APART;
  guint agreeing = agree.all + (names == NAMES_SHARE_AN_ALTERNATE);
  gboolean more_than_a_roof = agreeing >= 2 && agreeing > agree.premises;
  return agree.legal > 0 || more_than_a_roof ? REFNET_COMPARISON_REVIEW : REFNET_COMPARISON_APART;
}

RefnetComparison refnet_records_compare(const RefnetRecords *records, guint32 a, guint32 b) {
  static const RefnetEvidenceField plain[] = {REFNET_EVIDENCE_EMAIL, REFNET_EVIDENCE_WEBSITE,
                                              REFNET_EVIDENCE_TAX_ID};
  RefnetComparison comparison = {.score = records->prior_bits};
  NameAgreement names = compare_names(records, a, b);
  compare_name_fields(records, names, &comparison);
  const guint32 *phones = records->keys[REFNET_EVIDENCE_PHONE];
  if (phones[a] != REFNET_NONE && phones[b] != REFNET_NONE)
    add_evidence(records, &comparison, REFNET_EVIDENCE_PHONE, same_phone(records, a, b));
  for (guint i = 0; i < G_N_ELEMENTS(plain); i++) {
    const guint32 *keys = records->keys[plain[i]];
    if (keys[a] == REFNET_NONE || keys[b] == REFNET_NONE)
      continue;
    add_evidence(records, &comparison, plain[i], keys[a] == keys[b]);
    comparison.opposed |= plain[i] == REFNET_EVIDENCE_TAX_ID && keys[a] != keys[b];
  }
  compare_place(records, a, b, &comparison);
  if (parent_and_child(records->dataset, a, b)) {
    comparison.opposed = TRUE;
    comparison.outcome = REFNET_COMPARISON_APART;
    return comparison;
  }
  comparison.outcome = decide(&comparison, names, share_a_line(records, a, b));
  return comparison;
}
