/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Web, e-mail and telephone addresses as people write them, made links. Each returns a URI of one
 * harmless kind in ASCII, or NULL where the text is not plainly one address; the caller frees it.
 */
#ifndef REFNET_REPORT_ONE_ADDRESS_H
#define REFNET_REPORT_ONE_ADDRESS_H

#include <glib.h>

G_BEGIN_DECLS

/* "www.elm.example/help" and "http://…", never another scheme. */
char *refnet_address_web(const char *text);
/* "info@elm.example". */
char *refnet_address_mail(const char *text);
/* "(765) 555-0100 ext. 12", "211". */
char *refnet_address_phone(const char *text);

G_END_DECLS

#endif
