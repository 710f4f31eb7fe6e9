/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is said in place of suggestions where there are none: why, and what to do. Static. */
#ifndef REFNET_PRESENT_WHO_ELSE_NOBODY_SENTENCES_H
#define REFNET_PRESENT_WHO_ELSE_NOBODY_SENTENCES_H

#include <refnet/present.h>

G_BEGIN_DECLS

#define REFNET_NOBODY_LEFT                                                                         \
  "Nobody is left whom anything in the data speaks for. More of the columns services, areas and "  \
  "populations of organizations.csv would help."

const char *refnet_who_else_nobody(const RefnetWhoElse *who_else);

G_END_DECLS

#endif
