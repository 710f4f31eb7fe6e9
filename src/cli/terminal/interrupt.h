/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ctrl-C at any moment ends with status 130 and no half-written file. */
#ifndef REFNET_CLI_TERMINAL_INTERRUPT_H
#define REFNET_CLI_TERMINAL_INTERRUPT_H

#include <glib.h>

/* A thread that waits for SIGINT and SIGTERM; started before any other. NULL: they are ignored. */
typedef struct Interrupt Interrupt;
Interrupt *refnet_interrupt_new(void);
/* The temporary file to remove when interrupted; NULL: none. `interrupt` may be NULL. */
void refnet_interrupt_guard(Interrupt *interrupt, const char *temporary);

#endif
