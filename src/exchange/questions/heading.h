/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What one column of a survey asks, and of whom. */
#ifndef REFNET_EXCHANGE_QUESTIONS_HEADING_H
#define REFNET_EXCHANGE_QUESTIONS_HEADING_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *title;    /* as people know the column; "" */
  char *question; /* "How often do you refer to", "" where the title is all there is */
  char *label;    /* "Elm Clinic", "" where the column stands for itself */
} RefnetSurveyHeading;

G_END_DECLS

#endif
