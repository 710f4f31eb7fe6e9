/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Questions that ask an organization about itself. */
#ifndef REFNET_EXCHANGE_SURVEY_SELF_QUESTION_H
#define REFNET_EXCHANGE_SURVEY_SELF_QUESTION_H

#include <glib.h>

G_BEGIN_DECLS

/* The field of organizations.csv that a question asks for, of those that list or sort; G_MAXUINT:
 * none, or it asks about others. */
guint refnet_question_asks_for_field(const char *text);

G_END_DECLS

#endif
