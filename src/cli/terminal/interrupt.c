/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A thread takes the signals, so that no library call has to be safe against them. */
#include "cli/terminal/interrupt.h"

#include <pthread.h>
#include <signal.h>
#include <unistd.h>

struct Interrupt {
  GMutex lock;
  char *temporary;
  sigset_t signals;
};

static gpointer wait_for_signal(gpointer data) {
  Interrupt *interrupt = data;
  int signal_number;
  if (sigwait(&interrupt->signals, &signal_number) != 0)
    return NULL;
  g_mutex_lock(&interrupt->lock);
  if (interrupt->temporary)
    unlink(interrupt->temporary);
  _exit(128 + signal_number);
}

/* A shell that starts us in the background has SIGINT ignored, and means it. */
static gboolean is_ignored(int signal_number) {
  struct sigaction action;
  return sigaction(signal_number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

Interrupt *refnet_interrupt_new(void) {
  static const int wanted[] = {SIGINT, SIGTERM};
  Interrupt *interrupt = g_new0(Interrupt, 1);
  gboolean any = FALSE;
  g_mutex_init(&interrupt->lock);
  sigemptyset(&interrupt->signals);
  for (gsize i = 0; i < G_N_ELEMENTS(wanted); i++)
    if (!is_ignored(wanted[i])) {
      sigaddset(&interrupt->signals, wanted[i]);
      any = TRUE;
    }
  if (!any || pthread_sigmask(SIG_BLOCK, &interrupt->signals, NULL) != 0) {
    g_free(interrupt);
    return NULL;
  }
  g_thread_unref(g_thread_new("interrupt", wait_for_signal, interrupt));
  return interrupt;
}

void refnet_interrupt_guard(Interrupt *interrupt, const char *temporary) {
  if (!interrupt)
    return;
  g_mutex_lock(&interrupt->lock);
  g_free(interrupt->temporary);
  interrupt->temporary = g_strdup(temporary);
  g_mutex_unlock(&interrupt->lock);
}
