/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the two ends of a link report different things. */
#include "base/array.h"

#include <refnet/model.h>
#include <stdlib.h>

#include "base/order.h"

/* What one end says of a link. */
typedef struct {
  guint32 from, to, reporter, line;
  gboolean some; /* referrals, not "never" or 0 */
} Report;

static guint32 reporter_of(const RefnetReferrals *referrals, gsize row) {
  if (referrals->reported_by != NULL && referrals->reported_by[row] != REFNET_NONE)
    return referrals->reported_by[row];
  gboolean declared = referrals->basis != NULL && referrals->basis[row] == REFNET_BASIS_DECLARED;
  return declared ? referrals->from[row] : REFNET_NONE;
}

static int compare_reports(const void *a, const void *b) {
  const Report *x = a, *y = b;
  int order = refnet_order(x->from, y->from);
  if (order == 0)
    order = refnet_order(x->to, y->to);
  if (order == 0)
    order = refnet_order(x->reporter, y->reporter);
  if (order == 0)
    order = y->some - x->some;
  return order != 0 ? order : refnet_order(x->line, y->line);
}

/* Reports of the ends themselves, in order. FALSE when memory ran out. */
static gboolean collect(const RefnetReferrals *referrals, RefnetArray *reports) {
  for (gsize row = 0; row < referrals->rows; row++) {
    guint32 from = referrals->from[row], to = referrals->to[row];
    guint32 reporter = reporter_of(referrals, row);
    if (from == to || (reporter != from && reporter != to))
      continue;
    Report *report = refnet_array_append(reports);
    if (report == NULL)
      return FALSE;
    *report = (Report){from, to, reporter, refnet_referral_line(referrals, row),
                       refnet_referral_count(referrals, row) > 0};
  }
  if (reports->length > 0)
    qsort(reports->items, reports->length, sizeof(Report), compare_reports);
  return TRUE;
}

/* Which organizations were asked, as sender and as receiver: they report at least one such link,
 * and no survey says that they did not answer. */
typedef struct {
  guint8 *sends, *receives;
} Asked;

static void mark_asked(const RefnetDataset *dataset, const RefnetArray *reports, Asked asked) {
  for (gsize i = 0; i < reports->length; i++) {
    const Report *report = refnet_array_at(reports, Report, i);
    if (report->reporter == report->from)
      asked.sends[report->from] = TRUE;
    else
      asked.receives[report->to] = TRUE;
  }
  for (guint32 i = 0; i < dataset->respondent_count; i++) {
    guint32 listed = dataset->respondents[i].organization;
    if (refnet_dataset_answered(dataset, listed) == REFNET_TRI_NO)
      asked.sends[listed] = asked.receives[listed] = FALSE;
  }
}

/* The first report of `reporter` among those of one link, or NULL. */
static const Report *find_report(const Report *reports, gsize length, guint32 reporter) {
  for (gsize i = 0; i < length; i++)
    if (reports[i].reporter == reporter)
      return &reports[i];
  return NULL;
}

/* Compares what `said_by` says of a link with what the other end does. */
static gboolean compare_ends(const Report *reports, gsize length, guint32 said_by, Asked asked,
                             RefnetArray *found) {
  guint32 from = reports[0].from, to = reports[0].to, other = said_by == from ? to : from;
  const Report *said = find_report(reports, length, said_by);
  const Report *answer = find_report(reports, length, other);
  gboolean was_asked = other == from ? asked.sends[from] : asked.receives[to];
  if (said == NULL || !said->some || (answer == NULL && !was_asked) ||
      (answer != NULL && answer->some))
    return TRUE;
  RefnetDisagreement *disagreement = refnet_array_append(found);
  if (disagreement == NULL)
    return FALSE;
  *disagreement =
      (RefnetDisagreement){from, to, said_by, said->line, answer != NULL ? answer->line : 0};
  return TRUE;
}

static gboolean compare_all(const RefnetArray *reports, Asked asked, RefnetArray *found) {
  gboolean ok = TRUE;
  for (gsize start = 0, end; ok && start < reports->length; start = end) {
    const Report *link = refnet_array_at(reports, Report, start);
    for (end = start + 1; end < reports->length; end++) {
      const Report *next = refnet_array_at(reports, Report, end);
      if (next->from != link->from || next->to != link->to)
        break;
    }
    ok = compare_ends(link, end - start, MIN(link->from, link->to), asked, found) &&
         compare_ends(link, end - start, MAX(link->from, link->to), asked, found);
  }
  return ok;
}

RefnetDisagreement *refnet_dataset_disagreements(const RefnetDataset *dataset, gsize *length,
                                                 GError **error) {
  RefnetArray reports = REFNET_ARRAY(Report), found = REFNET_ARRAY(RefnetDisagreement);
  g_autofree guint8 *marks = g_try_malloc0(2 * (gsize)dataset->organization_count + 1);
  gboolean ok = marks != NULL && collect(&dataset->referrals, &reports);
  if (ok) {
    Asked asked = {marks, marks + dataset->organization_count};
    mark_asked(dataset, &reports, asked);
    ok = compare_all(&reports, asked, &found);
  }
  refnet_array_clear(&reports);
  if (!ok) {
    refnet_array_clear(&found);
    g_set_error_literal(error, REFNET_ERROR, REFNET_ERROR_INTERNAL,
                        "out of memory while comparing reports");
    return NULL;
  }
  *length = found.length;
  return found.items != NULL ? found.items : g_new0(RefnetDisagreement, 1);
}
