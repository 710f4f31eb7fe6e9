/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Work in two halves, where there is a second processor. */
#ifndef REFNET_BASE_PARALLEL_H
#define REFNET_BASE_PARALLEL_H

#include <glib.h>

G_BEGIN_DECLS

/* Does one half of the work, 0 or 1; the halves must not write to the same memory. */
typedef void (*RefnetHalfFunc)(gpointer work, guint half);

/* Has both halves done: at the same time when `threads` is 2 or more and a thread can be had, else
 * one after the other. */
void refnet_do_halves(RefnetHalfFunc half, gpointer work, guint threads);

G_END_DECLS

#endif
