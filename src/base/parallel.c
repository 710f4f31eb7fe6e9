/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One thread more, for one half. */
#include "base/parallel.h"

typedef struct {
  RefnetHalfFunc half;
  gpointer work;
} Second;

static gpointer do_second(gpointer data) {
  const Second *second = data;
  second->half(second->work, 1);
  return NULL;
}

void refnet_do_halves(RefnetHalfFunc half, gpointer work, guint threads) {
  Second second = {half, work};
  GThread *thread = threads >= 2 ? g_thread_try_new("second half", do_second, &second, NULL) : NULL;
  half(work, 0);
  if (thread != NULL)
    g_thread_join(thread);
  else
    half(work, 1);
}
