/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How the page looks: on a wide screen, on a phone, on paper. */
#ifndef REFNET_REPORT_FORMATS_HTML_STYLE_H
#define REFNET_REPORT_FORMATS_HTML_STYLE_H

/* The content of <style>: everywhere, then on a screen with room for the contents beside the text,
 * then on paper. */
extern const char refnet_report_style[], refnet_report_style_wide[], refnet_report_style_print[];

#endif
