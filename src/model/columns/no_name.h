/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands in sheets where the name of an organization should be, and is none. Each takes a cell
 * as written. O(length · words). */
#ifndef REFNET_MODEL_COLUMNS_NO_NAME_H
#define REFNET_MODEL_COLUMNS_NO_NAME_H

#include <glib.h>

G_BEGIN_DECLS

/* "Total", "Sum:" and the like, where a name should be. */
gboolean refnet_word_is_total(const char *text);
/* "All", "All services", where a service should be. */
gboolean refnet_word_is_every_service(const char *text);
/* "Note: …", "Source: …", "* open on weekdays", "Confidential Information": what stands below
 * tables, where a name should be. */
gboolean refnet_word_is_remark(const char *text);
/* A total, "— page 2 —", "Note: …" or "* …", which no organization is called; "Please Touch Museum"
 * may be one. */
gboolean refnet_word_is_below_table(const char *text);
/* "Same as above", a ditto mark: what the cell above says. */
gboolean refnet_word_repeats_above(const char *text);
/* These, "TBD", "various": words in place of a name. */
gboolean refnet_word_is_stand_in(const char *text);
/* "Self", "resident", "community member": whom people give who came to a meeting for no
 * organization.
 */
gboolean refnet_word_is_own_behalf(const char *text);
/* What stands where the name of an organization should be: "a total", "a remark"; NULL: it may be a
 * name. Static. */
const char *refnet_word_other_than_name(const char *text);

G_END_DECLS

#endif
