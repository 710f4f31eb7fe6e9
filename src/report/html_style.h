/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How the page looks: on a wide screen, on a phone, on paper. */
#ifndef REFNET_REPORT_HTML_STYLE_H
#define REFNET_REPORT_HTML_STYLE_H

/* The content of <style>. */
extern const char refnet_report_style[];

#endif
