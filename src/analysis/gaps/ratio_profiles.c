/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Thresholds of residents for each provider that come with refnet, under the names that datasets
 * give to these services. */
#include <refnet/analysis.h>

static const RefnetRatioThreshold hrsa[] = {
    {"primary care", 3500, TRUE},
    {"primary medical care", 3500, TRUE},
    {"primary health care", 3500, TRUE},
    {"family medicine", 3500, TRUE},
    {"dental care", 5000, TRUE},
    {"dental", 5000, TRUE},
    {"dental services", 5000, TRUE},
    {"dentistry", 5000, TRUE},
    {"mental health", 30000, TRUE},
    {"mental health care", 30000, TRUE},
    {"mental health services", 30000, TRUE},
    {"psychiatry", 30000, TRUE},
};

const RefnetRatioThreshold *refnet_ratio_profile(const char *name, guint32 *length) {
  gboolean known = g_str_equal(name, "hrsa");
  *length = known ? G_N_ELEMENTS(hrsa) : 0;
  return known ? hrsa : NULL;
}
