/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two queues: full batches go one way, empty ones the other. With a single thread a batch is
 * delivered the moment it is passed on. */
#include "table/read/relay.h"

/* One being filled, one being taken, and two between, since neither is always the slower. */
enum { BATCHES = 4 };

struct RefnetRelay {
  RefnetDelivery *delivery;
  RefnetBatch *filling;
  gsize limit;
  GAsyncQueue *full, *empty; /* NULL: a single thread */
  gint stopped;              /* atomic: the header was refused */
  RefnetFillFunc fill;
  gpointer filler;
  gboolean filled;
  GError *failure; /* of filling */
};

static void batch_free(gpointer batch) {
  refnet_batch_free(batch);
}

RefnetRelay *refnet_relay_new(RefnetDelivery *delivery, gsize limit) {
  RefnetRelay *relay = g_new0(RefnetRelay, 1);
  relay->delivery = delivery;
  relay->limit = limit;
  relay->filling = refnet_batch_new(limit);
  return relay;
}

static void free_queues(RefnetRelay *relay) {
  g_clear_pointer(&relay->full, g_async_queue_unref);
  g_clear_pointer(&relay->empty, g_async_queue_unref);
}

void refnet_relay_free(RefnetRelay *relay) {
  if (relay == NULL)
    return;
  free_queues(relay);
  refnet_batch_free(relay->filling);
  g_clear_error(&relay->failure);
  g_free(relay);
}

RefnetBatch *refnet_relay_batch(RefnetRelay *relay) {
  return relay->filling;
}

static gboolean is_stopped(RefnetRelay *relay) {
  return g_atomic_int_get(&relay->stopped) != 0;
}

static void deliver(RefnetRelay *relay, RefnetBatch *batch) {
  if (!is_stopped(relay) && !refnet_delivery_take(relay->delivery, batch))
    g_atomic_int_set(&relay->stopped, 1);
  refnet_batch_clear(batch);
}

gboolean refnet_relay_pass(RefnetRelay *relay, guint64 done) {
  relay->filling->done = done;
  if (relay->full == NULL) {
    deliver(relay, relay->filling);
  } else {
    g_async_queue_push(relay->full, relay->filling);
    relay->filling = g_async_queue_pop(relay->empty);
  }
  return !is_stopped(relay);
}

/* Also what was filled before a failure is delivered. */
static gpointer fill_all(gpointer data) {
  RefnetRelay *relay = data;
  relay->filled = relay->fill(relay->filler, &relay->failure);
  relay->filling->last = TRUE;
  refnet_relay_pass(relay, relay->filling->done);
  return NULL;
}

static void deliver_all(RefnetRelay *relay) {
  gboolean last;
  do {
    RefnetBatch *batch = g_async_queue_pop(relay->full);
    last = batch->last;
    deliver(relay, batch);
    g_async_queue_push(relay->empty, batch);
  } while (!last);
}

/* FALSE: there is no thread to be had. */
static gboolean run_two_threads(RefnetRelay *relay) {
  relay->full = g_async_queue_new_full(batch_free);
  relay->empty = g_async_queue_new_full(batch_free);
  for (guint i = 1; i < BATCHES; i++)
    g_async_queue_push(relay->empty, refnet_batch_new(relay->limit));
  GThread *thread = g_thread_try_new("read table", fill_all, relay, NULL);
  if (thread == NULL) {
    free_queues(relay);
    return FALSE;
  }
  deliver_all(relay);
  g_thread_join(thread);
  return TRUE;
}

gboolean refnet_relay_run(RefnetRelay *relay, RefnetFillFunc fill, gpointer filler, guint threads,
                          GError **error) {
  relay->fill = fill;
  relay->filler = filler;
  if (threads < 2 || !run_two_threads(relay))
    fill_all(relay);
  if (relay->delivery->refusal != NULL) {
    g_propagate_error(error, g_steal_pointer(&relay->delivery->refusal));
    return FALSE;
  }
  if (!relay->filled)
    g_propagate_error(error, g_steal_pointer(&relay->failure));
  return relay->filled;
}
