/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Questions that ask an organization about itself. */
#ifndef REFNET_EXCHANGE_QUESTIONS_SELF_QUESTION_H
#define REFNET_EXCHANGE_QUESTIONS_SELF_QUESTION_H

#include <glib.h>

G_BEGIN_DECLS

/* The field of organizations.csv that a question asks for, of those that list or sort; G_MAXUINT:
 * none, or it asks about others. O(length). */
guint refnet_question_asks_for_field(const char *text);

/* "Which providers do you send clients to?", "Which programs do you offer?", "Services": what
 * the one who answers does, not who it is. O(length). */
gboolean refnet_question_asks_what_you_do(const char *text);

G_END_DECLS

#endif
