/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How well suggestions find relationships that are known: some ties are hidden, and each end is
 * asked whom it should meet. */
#include <refnet/analysis.h>

#include <math.h>

#include "analysis/memory.h"
#include "analysis/who_else/peers.h"
#include "analysis/who_else/score.h"

enum { LEAST_TIES = 20, ROUNDS = 10, LEAST_ASKED = 20, MOST_ASKED = 1000, TOP = 10 };
#define HIDDEN_SHARE 0.15
/* Of one method in a round, in ties walked, of which scoring a candidate takes as long as ten: in
 * large networks fewer ends are asked. */
#define WORK 2e7
#define WORK_A_CANDIDATE 10.

/* ---- a network without some of its ties ------------------------------------------------------ */

typedef struct {
  RefnetNetwork network; /* ties alone: arcs stay those of the whole */
  guint64 *start;
  guint32 *tie_of, *neighbor, *a, *b;
} Thinned;

static void thinned_clear(Thinned *thinned) {
  g_free(thinned->start);
  g_free(thinned->tie_of);
  g_free(thinned->neighbor);
  g_free(thinned->a);
  g_free(thinned->b);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Thinned, thinned_clear)

static gboolean make_room(Thinned *thinned, const RefnetNetwork *whole, GError **error) {
  return (thinned->start = REFNET_TRY_ARRAY(guint64, (guint64)whole->vertices + 1, error)) &&
         (thinned->tie_of = REFNET_TRY_ARRAY(guint32, 2 * whole->ties, error)) &&
         (thinned->neighbor = REFNET_TRY_ARRAY(guint32, 2 * whole->ties, error)) &&
         (thinned->a = REFNET_TRY_ARRAY(guint32, whole->ties, error)) &&
         (thinned->b = REFNET_TRY_ARRAY(guint32, whole->ties, error));
}

/* Keeps the order of ties and neighbors. */
static void thin(Thinned *thinned, const RefnetNetwork *whole, const guint8 *hidden) {
  guint64 kept = 0;
  for (guint32 v = 0; v < whole->vertices; v++) {
    thinned->start[v] = kept;
    for (guint64 i = whole->tie_start[v]; i < whole->tie_start[v + 1]; i++) {
      if (hidden[whole->tie_of[i]])
        continue;
      thinned->neighbor[kept] = whole->neighbor[i];
      thinned->tie_of[kept++] = whole->tie_of[i];
    }
  }
  thinned->start[whole->vertices] = kept;
  thinned->network = *whole;
  thinned->network.graph = NULL;
  thinned->network.ties = kept / 2;
  thinned->network.tie_start = thinned->start;
  thinned->network.neighbor = thinned->neighbor;
}

/* Numbers of ties are those of the thinned network: its own, in order. */
static void number_ties(Thinned *thinned, const RefnetNetwork *whole, const guint8 *hidden,
                        guint64 *number) {
  guint64 kept = 0;
  for (guint64 t = 0; t < whole->ties; t++) {
    number[t] = kept;
    if (hidden[t])
      continue;
    thinned->a[kept] = whole->tie_a[t];
    thinned->b[kept++] = whole->tie_b[t];
  }
  for (guint64 i = 0; i < thinned->start[whole->vertices]; i++)
    thinned->tie_of[i] = (guint32)number[thinned->tie_of[i]];
  thinned->network.tie_a = thinned->a;
  thinned->network.tie_b = thinned->b;
  thinned->network.tie_of = thinned->tie_of;
}

/* ---- ranks ----------------------------------------------------------------------------------- */

/* The sums behind the averages of one method. */
typedef struct {
  double auc, recall, reciprocal;
} Sums;

typedef struct {
  const RefnetNetwork *whole;
  RefnetEvaluation *evaluation;
  Sums sums[REFNET_METHODS];
  guint8 *hidden;    /* by tie */
  guint64 *shuffled; /* ties */
  guint64 *number;
  guint8 *is_hidden_partner;      /* by vertex, of the one that is asked */
  double *scores[REFNET_METHODS]; /* by vertex; NaN: no candidate */
  RefnetRandom random;
} Trial;

static void trial_clear(Trial *trial) {
  g_free(trial->hidden);
  g_free(trial->shuffled);
  g_free(trial->number);
  g_free(trial->is_hidden_partner);
  for (guint m = 0; m < REFNET_METHODS; m++)
    g_free(trial->scores[m]);
  refnet_evaluation_free(trial->evaluation);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Trial, trial_clear)

/* Where the hidden partner stands among those who are no partners; equal scores share their
 * places. */
static void rank(const Trial *trial, const double *scores, guint32 partner, Sums *sums) {
  double better = 0, equal = 0, others = 0;
  for (guint32 v = 0; v < trial->whole->vertices; v++) {
    if (isnan(scores[v]) || trial->is_hidden_partner[v])
      continue;
    others++;
    better += scores[v] > scores[partner];
    equal += scores[v] == scores[partner];
  }
  double place = 1 + better + equal / 2;
  sums->auc += others > 0 ? 1 - (better + equal / 2) / others : .5;
  sums->recall += place <= TOP;
  sums->reciprocal += 1 / place;
}

static void rank_partners(Trial *trial, guint32 x) {
  const RefnetNetwork *whole = trial->whole;
  for (guint64 i = whole->tie_start[x]; i < whole->tie_start[x + 1]; i++) {
    guint32 partner = whole->neighbor[i];
    if (!trial->is_hidden_partner[partner] || isnan(trial->scores[0][partner]))
      continue;
    for (guint m = 0; m < REFNET_METHODS; m++)
      rank(trial, trial->scores[m], partner, &trial->sums[m]);
    trial->evaluation->asked++;
  }
}

static void mark_partners(Trial *trial, guint32 x, gboolean mark) {
  const RefnetNetwork *whole = trial->whole;
  for (guint64 i = whole->tie_start[x]; i < whole->tie_start[x + 1]; i++)
    trial->is_hidden_partner[whole->neighbor[i]] = mark && trial->hidden[whole->tie_of[i]];
}

/* ---- scores ---------------------------------------------------------------------------------- */

/* Ours first: it says who is a candidate. */
static gboolean score(Trial *trial, const RefnetNetwork *thinned, guint32 x, GError **error) {
  g_auto(RefnetProfile) profile = {0};
  g_auto(RefnetScores) scores = {.network = thinned,
                                 .vertex = x,
                                 .organization = thinned->organization[x],
                                 .sector = refnet_network_organization(thinned, x)->sector,
                                 .profile = &profile};
  refnet_profile_init(&profile, thinned->dataset, scores.organization);
  if (!refnet_scores_find(&scores, error))
    return FALSE;
  for (guint32 v = 0; v < thinned->vertices; v++)
    trial->scores[REFNET_METHOD_REFNET][v] = NAN;
  for (guint32 i = 0; i < scores.count; i++)
    trial->scores[REFNET_METHOD_REFNET][scores.candidates[i].vertex] =
        rint(scores.candidates[i].score * 1e12);
  for (guint m = REFNET_METHOD_REFNET + 1; m < REFNET_METHODS; m++) {
    if (!refnet_peer_scores(thinned, x, (RefnetMethod)m, &trial->random, trial->scores[m], error))
      return FALSE;
    for (guint32 v = 0; v < thinned->vertices; v++)
      if (isnan(trial->scores[REFNET_METHOD_REFNET][v]))
        trial->scores[m][v] = NAN;
  }
  return TRUE;
}

static void hide(Trial *trial, guint64 count) {
  guint64 ties = trial->whole->ties;
  for (guint64 t = 0; t < ties; t++) {
    trial->shuffled[t] = t;
    trial->hidden[t] = FALSE;
  }
  for (guint64 i = 0; i < count; i++) {
    guint64 k = i + refnet_random_below(&trial->random, ties - i);
    guint64 chosen = trial->shuffled[k];
    trial->shuffled[k] = trial->shuffled[i];
    trial->shuffled[i] = chosen;
    trial->hidden[chosen] = TRUE;
  }
}

/* Asks the ends of hidden ties, in the order in which they were hidden. */
static gboolean ask(Trial *trial, const RefnetNetwork *thinned, guint64 count, GError **error) {
  const RefnetNetwork *whole = trial->whole;
  double each = (double)whole->ties + WORK_A_CANDIDATE * whole->vertices;
  guint32 left = (guint32)CLAMP(WORK / each, LEAST_ASKED, MOST_ASKED);
  g_autofree guint8 *done = REFNET_TRY_ARRAY(guint8, whole->vertices, error);
  for (guint64 i = 0; done && i < 2 * count && left > 0; i++) {
    guint64 tie = trial->shuffled[i / 2];
    guint32 x = i % 2 ? whole->tie_b[tie] : whole->tie_a[tie];
    if (done[x])
      continue;
    done[x] = TRUE;
    left--;
    if (!score(trial, thinned, x, error))
      return FALSE;
    mark_partners(trial, x, TRUE);
    rank_partners(trial, x);
    mark_partners(trial, x, FALSE);
  }
  return done != NULL;
}

static gboolean run_round(Trial *trial, guint64 seed, GError **error) {
  guint64 count = (guint64)ceil(HIDDEN_SHARE * (double)trial->whole->ties);
  g_auto(Thinned) thinned = {0};
  if (!make_room(&thinned, trial->whole, error))
    return FALSE;
  refnet_random_seed(&trial->random, seed);
  hide(trial, count);
  thin(&thinned, trial->whole, trial->hidden);
  number_ties(&thinned, trial->whole, trial->hidden, trial->number);
  trial->evaluation->hidden += count;
  return ask(trial, &thinned.network, count, error);
}

static gboolean prepare(Trial *trial, GError **error) {
  const RefnetNetwork *whole = trial->whole;
  trial->evaluation = g_new0(RefnetEvaluation, 1);
  trial->evaluation->network = whole;
  trial->evaluation->rounds = ROUNDS;
  trial->evaluation->share = HIDDEN_SHARE;
  trial->evaluation->top = TOP;
  for (guint m = 0; m < REFNET_METHODS; m++)
    if (!(trial->scores[m] = REFNET_TRY_ARRAY(double, whole->vertices, error)))
      return FALSE;
  return (trial->hidden = REFNET_TRY_ARRAY(guint8, whole->ties, error)) &&
         (trial->shuffled = REFNET_TRY_ARRAY(guint64, whole->ties, error)) &&
         (trial->number = REFNET_TRY_ARRAY(guint64, whole->ties, error)) &&
         (trial->is_hidden_partner = REFNET_TRY_ARRAY(guint8, whole->vertices, error));
}

static void average(Trial *trial) {
  RefnetEvaluation *evaluation = trial->evaluation;
  double asked = evaluation->asked > 0 ? (double)evaluation->asked : NAN;
  for (guint m = 0; m < REFNET_METHODS; m++)
    evaluation->methods[m] = (RefnetMethodResult){.auc = trial->sums[m].auc / asked,
                                                  .recall = trial->sums[m].recall / asked,
                                                  .mrr = trial->sums[m].reciprocal / asked};
}

RefnetEvaluation *refnet_evaluation_new(const RefnetNetwork *network, guint64 seed,
                                        GError **error) {
  g_auto(Trial) trial = {.whole = network};
  if (!prepare(&trial, error))
    return NULL;
  trial.evaluation->seed = seed;
  for (guint32 r = 0; r < ROUNDS && network->ties >= LEAST_TIES; r++)
    if (!run_round(&trial, seed + r, error))
      return NULL;
  average(&trial);
  return g_steal_pointer(&trial.evaluation);
}

void refnet_evaluation_free(RefnetEvaluation *evaluation) {
  g_free(evaluation);
}
