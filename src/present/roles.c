/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/roles.h"

const char *refnet_role_key(RefnetRole role) {
  static const char *const keys[] = {
      [REFNET_ROLE_NONE] = "none",         [REFNET_ROLE_ISOLATE] = "isolate",
      [REFNET_ROLE_HUB] = "hub",           [REFNET_ROLE_BROKER] = "broker",
      [REFNET_ROLE_FEEDER] = "feeder",     [REFNET_ROLE_RECEIVER] = "receiver",
      [REFNET_ROLE_PERIPHERAL] = "peripheral"};
  return keys[role];
}

const char *refnet_role_word(RefnetRole role) {
  if (role == REFNET_ROLE_ISOLATE)
    return "no relationships";
  return role == REFNET_ROLE_NONE ? NULL : refnet_role_key(role);
}
