/* SPDX-License-Identifier: GPL-2.0-or-later */
/* refnet — analysis room: rows that are one organization, and services listed twice. */
#ifndef REFNET_ANALYSIS_DUPLICATES_H
#define REFNET_ANALYSIS_DUPLICATES_H

#include <refnet/base.h>
#include <refnet/model.h>

G_BEGIN_DECLS

typedef enum {
  REFNET_EVIDENCE_NAME,
  REFNET_EVIDENCE_ALTERNATE_NAME,
  REFNET_EVIDENCE_PHONE,
  REFNET_EVIDENCE_EMAIL,
  REFNET_EVIDENCE_WEBSITE,
  REFNET_EVIDENCE_TAX_ID,
  REFNET_EVIDENCE_ADDRESS
} RefnetEvidenceField;

typedef enum {
  REFNET_LIKENESS_DIFFERS,
  REFNET_LIKENESS_SIMILAR, /* a slip, a short form, a word more; a suite of one building */
  REFNET_LIKENESS_EQUAL
} RefnetLikeness;

/* How two rows compare in one field that both have. */
typedef struct {
  RefnetEvidenceField field;
  RefnetLikeness likeness;
  double bits; /* log2 m/u: of rows about one organization so often, of others so often */
} RefnetEvidence;

/* Why rows are not merged whatever their score. */
typedef enum {
  REFNET_OBSTACLE_NONE,
  REFNET_OBSTACLE_NAMES,     /* the names disagree */
  REFNET_OBSTACLE_TAX_ID,    /* the tax numbers do */
  REFNET_OBSTACLE_PARENT,    /* one is listed as part of the other */
  REFNET_OBSTACLE_ONLY_NAME, /* nothing but the name, and what branches share, agrees */
  REFNET_OBSTACLE_DECIDED    /* a person decided that they differ */
} RefnetObstacle;

typedef enum { REFNET_DECISION_REVIEW, REFNET_DECISION_MERGE } RefnetDecision;

/* From which probability rows are taken to be one organization, and what people decided. */
typedef struct {
  double merge_at;                  /* surely one */
  double review_at;                 /* a person should look */
  double expected;                  /* further rows about the same organization, of each row */
  const RefnetDecisions *decisions; /* hold whatever the figures say; NULL: none */
} RefnetMatchOptions;

#define REFNET_MATCH_OPTIONS_INIT                                                                  \
  { .merge_at = .99, .review_at = .5, .expected = .1 }

/* Two or more rows that are probably one organization. */
typedef struct {
  RefnetIndexList organizations;
  double score;       /* W, bits */
  double probability; /* 1/(1+2^−W) */
  RefnetDecision decision;
  const RefnetEvidence *evidence; /* of its strongest pair */
  guint32 evidence_count;
  RefnetObstacle obstacle; /* why that pair is not merged; NONE also where it just isn't sure */
  gboolean decided;        /* a person decided that this pair is one organization */
} RefnetRecordGroup;

/* Two rows that may be one organization. */
typedef struct {
  guint32 organizations[2]; /* rising */
  double score;
  double probability;
  RefnetDecision decision;
  const RefnetEvidence *evidence;
  guint32 evidence_count;
  RefnetObstacle obstacle;
  gboolean decided;
} RefnetRecordPair;

typedef enum {
  REFNET_OVERLAP_POSSIBLE,
  REFNET_OVERLAP_DUPLICATION,
  REFNET_OVERLAP_REDUNDANCY
} RefnetOverlapVerdict;

/* What is needed in the cells that several share, and what they have for them together. */
typedef struct {
  RefnetOverlapVerdict verdict;
  double supply, demand; /* people a year; NaN: unknown */
} RefnetSharedSupply;

/* Two organizations that list the same services in the same areas for the same people. */
typedef struct {
  guint32 organizations[2];
  const RefnetCell *shared; /* by service, then area */
  guint32 shared_count;
  RefnetIndexList populations; /* named by both; empty: blank on a side */
  double overlap;              /* |C_i ∩ C_j| / min(|C_i|, |C_j|): .5 or more */
  gboolean connected;          /* there is a tie */
  RefnetIndexList go_betweens; /* organizations with a tie to both */
  guint32 shared_people;       /* listed at both and not gone */
  RefnetTri one_community;     /* unknown: one has no ties */
  RefnetSharedSupply together;
} RefnetServiceOverlap;

/* Three or more organizations that list one service in the same areas for the same people. */
typedef struct {
  guint32 service;
  RefnetIndexList areas;         /* where exactly these list it, for the same people */
  RefnetIndexList organizations; /* rising */
  RefnetIndexList populations;   /* named by all of them; empty: blank somewhere, or none */
  gboolean for_anybody;          /* one doesn't say for whom */
  guint32 in_touch;              /* of them, with a tie to another one of them */
  guint64 ties;                  /* among them */
  RefnetSharedSupply together;
} RefnetServiceGroup;

typedef struct {
  const RefnetNetwork *network;
  RefnetRecordGroup *records;
  gsize record_count;
  RefnetRecordPair *pairs; /* of rows that are to be merged or reviewed, likeliest first */
  gsize pair_count;
  RefnetServiceOverlap *services; /* what the figures settle first, then most people in need, most
                                     cells, greatest overlap */
  gsize service_count;
  RefnetServiceGroup *groups; /* likewise, then largest first, then those with fewer in touch */
  gsize group_count;
} RefnetDuplicates;

/* Rows that are one organization, and services listed twice. `options` NULL:
 * REFNET_MATCH_OPTIONS_INIT. Near-linear in the rows of the view. */
RefnetDuplicates *refnet_duplicates_new(const RefnetNetwork *network,
                                        const RefnetMatchOptions *options, GError **error);
void refnet_duplicates_free(RefnetDuplicates *duplicates);

/* The records alone, without looking at services: groups of rows, decisions to merge first. Groups
 * to merge share no row with each other. */
typedef struct {
  RefnetRecordGroup *groups;
  gsize length;
  RefnetRecordPair *pairs; /* likeliest first, without those that a person told apart */
  gsize pair_count;
} RefnetSameRecords;

/* `options` and time as of refnet_duplicates_new. */
RefnetSameRecords *refnet_same_records_new(const RefnetNetwork *network,
                                           const RefnetMatchOptions *options, GError **error);
void refnet_same_records_free(RefnetSameRecords *records);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetDuplicates, refnet_duplicates_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetSameRecords, refnet_same_records_free)

G_END_DECLS

#endif
