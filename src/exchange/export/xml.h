/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text in XML: the one place where it is escaped. */
#ifndef REFNET_EXCHANGE_EXPORT_XML_H
#define REFNET_EXCHANGE_EXPORT_XML_H

#include <refnet/base.h>

G_BEGIN_DECLS

/* Writes `text` so that it reads back the same as content and between double quotes. What XML 1.0
 * cannot hold at all becomes U+FFFD. */
void refnet_xml_puts(RefnetOutput *output, const char *text);

G_END_DECLS

#endif
