/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Paths in commands that people are told to type. */
#ifndef REFNET_BASE_SHELL_WORD_H
#define REFNET_BASE_SHELL_WORD_H

#include <glib.h>

G_BEGIN_DECLS

/* The text as a shell takes it for one word: in quotes where it needs them. Caller frees. */
char *refnet_shell_word(const char *text);

G_END_DECLS

#endif
