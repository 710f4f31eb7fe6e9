/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The words of names and addresses, each as two people would both write it. */
#ifndef REFNET_ANALYSIS_RECORDS_WORDS_H
#define REFNET_ANALYSIS_RECORDS_WORDS_H

#include "analysis/records/word_lists.h"

G_BEGIN_DECLS

/* The words of a name in order: case, accents and punctuation folded, apostrophes joined, initials
 * joined (Y.M.C.A.), plurals cut, common short forms written out, ordinals as figures, legal forms
 * and initials beside the words they stand for dropped. Of a name without letters and digits, the
 * fold as one word. O(length), and words³ of the name. */
GPtrArray *refnet_words_of_name(const char *name);
/* How many of those words stand before the first comma, colon, slash or dash between blanks, behind
 * which bodies put their branches and programs ("Elm Clinic - Eastside"); as many as there are
 * where nothing divides the name. */
guint refnet_words_before_tail(const char *name, guint words);

/* Folded runs of letters, digits and marks; "&" and "+" are the word "and". O(length). */
GPtrArray *refnet_words_split(const char *text);
/* Folded, without "city of", "township" and the like; NULL when blank. Caller frees. */
char *refnet_words_of_town(const char *city);

/* How many letters a slip can befall: 0 where each character is a syllable or a word, as in Chinese
 * and Japanese. */
gsize refnet_word_letters(const char *word);

enum { REFNET_MOST_SLIPS = 3 }; /* by which two words that are alike may differ */
/* How alike two different words are, 0 to 1: Jaro–Winkler where few letters differ (none in short
 * words, two or three in long ones), .9 where one is short for the other (deli, dept). Not for
 * numbers, compass points and opposed words. O(length²). */
double refnet_words_likeness(const char *a, const char *b);
/* Jaro and Winkler's similarity of two texts in UTF-8, 0 to 1 (Winkler 1990). O(length²). */
double refnet_jaro_winkler(const char *a, const char *b);
/* First letter and three sounds, as Soundex tells them; 0 for words without Latin letters. */
guint32 refnet_word_sound(const char *word);

G_END_DECLS

#endif
