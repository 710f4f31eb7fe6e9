/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Quoted cells that run over several lines: where each opened, and whether what it swallowed looks
 * like rows. */
#ifndef REFNET_TABLE_READ_QUOTES_H
#define REFNET_TABLE_READ_QUOTES_H

#include "table/read/lines.h"

G_BEGIN_DECLS

/* A cell is suspected of an unclosed quote when every line wholly inside it that is not blank has
 * exactly the header's number of delimiters, and the lines where it opens and closes have at least
 * as many; with no such line inside, when these two have exactly as many, more than one, and no
 * other quote. Delimiters with a blank after them are prose, unless the header is written so. */
typedef struct {
  char delimiter;
  gsize delimiters; /* of the header line; 0: nothing is suspected */
  gboolean tight;   /* the header has no blanks after its delimiters */
  guint cell;       /* the open cell, from 0, and the line where it began */
  guint64 opened;
  gsize opened_with; /* delimiters of that line, and whether it has no other quote */
  gboolean lone_quote;
  gsize inside, like_rows; /* lines wholly inside the cell, and those that look like rows */
} RefnetQuotes;

/* Learns from the header's line what rows look like. */
void refnet_quotes_learn(RefnetQuotes *quotes, const RefnetLine *header, char delimiter);
/* `line` ends inside the quoted cell `cell`, which begins on it. O(length). */
void refnet_quotes_open(RefnetQuotes *quotes, const RefnetLine *line, guint cell);
/* `line` lies wholly inside the open cell. O(length). */
void refnet_quotes_pass(RefnetQuotes *quotes, const RefnetLine *line);
/* The open cell ends on `line`: whether its quote is suspected. O(length). */
gboolean refnet_quotes_are_suspect(const RefnetQuotes *quotes, const RefnetLine *line);

G_END_DECLS

#endif
