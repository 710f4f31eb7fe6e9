/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What becomes of a component of the network when some of its ties go. */
#ifndef REFNET_ANALYSIS_RISKS_PARTING_H
#define REFNET_ANALYSIS_RISKS_PARTING_H

#include <refnet/model.h>

G_BEGIN_DECLS

typedef struct RefnetParting RefnetParting;

/* `lost` is by tie and read at each search; it and the network must outlive the result. */
RefnetParting *refnet_parting_new(const RefnetNetwork *network, const guint8 *lost, GError **error);
void refnet_parting_free(RefnetParting *parting);

/* Appends to `found`, of guint32, the vertices of a component of `size` vertices that are not in
 * its largest part now that ties are lost; all of them where the largest are of one size, none
 * where the component holds together. `ends`, of guint32, are the ends of its ties that went just
 * now, so that every part has one. Near-linear in the ties of all parts but the largest, and in
 * those looked at until ends that hold together have met: few, where an end is tied to what others
 * are tied to. */
void refnet_parting_find(RefnetParting *parting, const GArray *ends, guint32 size, GArray *found);
/* Ends of ties looked at in all searches. */
guint64 refnet_parting_steps(const RefnetParting *parting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RefnetParting, refnet_parting_free)

G_END_DECLS

#endif
