/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The domain of all errors that stop. */
#include <refnet/base.h>

GQuark refnet_error_quark(void) {
  return g_quark_from_static_string("refnet-error-quark");
}
