/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "present/who_else/nobody_sentences.h"

#define WIDEN " Leave out a filter, or ask for more with it."

#define NO_MEMBERS                                                                                 \
  "Nothing in the data says who is a member. Fill the column coalitions of organizations.csv "     \
  "with "                                                                                          \
  "the coalition's name, or partnership with \"formal\"; where several coalitions are named, "     \
  "choose one with --coalition."

const char *refnet_who_else_hint(const RefnetWhoElse *who_else) {
  if (who_else->asked_by != REFNET_ASKED_BY_COALITION || who_else->members.length > 0)
    return NULL;
  return who_else->member_rule == REFNET_MEMBERS_NAMED
             ? "That coalition has no member who is active."
             : NO_MEMBERS;
}

/* By whether only some may be suggested. */
static const char *const nobody_adds[][2] = {
    [REFNET_OBJECTIVE_GAPS] =
        {"Nobody in the data lists a service that members leave open where it is needed.",
         "Nobody whom the filters leave lists a service that members leave open where it is "
         "needed." WIDEN},
    [REFNET_OBJECTIVE_REACH] =
        {"Nobody in the data works with organisations that no member works with.",
         "Nobody whom the filters leave works with organisations that no member works with." WIDEN},
    [REFNET_OBJECTIVE_SECTORS] =
        {"Nobody in the data lists a sector that has no member yet.",
         "Nobody whom the filters leave lists a sector that has no member yet." WIDEN},
    [REFNET_OBJECTIVE_BALANCE] = {
        "Nobody in the data lists a service or a sector that members lack, or works with "
        "organisations that no member works with.",
        "Nobody whom the filters leave lists a service or a sector that members lack, or works "
        "with organisations that no member works with." WIDEN}};

static const char *nobody_for_one(const RefnetWhoElse *who_else) {
  gboolean is_known = who_else->organization != REFNET_NONE;
  if (is_known && refnet_network_organization(who_else->network, who_else->organization)->closed)
    return "It is listed as closed, so nobody is suggested to it. If it is open, correct its "
           "status "
           "in organizations.csv.";
  if (is_known && who_else->network->vertices == 1)
    return "It is the only organisation in the data. Add others you have heard of to "
           "organizations.csv.";
  if (is_known && who_else->candidates == 0)
    return "Everybody else in the data has a relationship with it. Add others you have heard of to "
           "organizations.csv.";
  return who_else->filtered && who_else->eligible == 0
             ? "Of those without a relationship to it, the filters leave nobody." WIDEN
             : REFNET_NOBODY_LEFT;
}

const char *refnet_who_else_nobody(const RefnetWhoElse *who_else) {
  if (who_else->asked_by != REFNET_ASKED_BY_COALITION)
    return nobody_for_one(who_else);
  if (who_else->members.length > 0)
    return nobody_adds[who_else->objective][who_else->filtered];
  return who_else->member_rule == REFNET_MEMBERS_NAMED ? refnet_who_else_hint(who_else)
                                                       : NO_MEMBERS
             " Or ask for one organisation (refnet who-else DATASET ORG), or for each "
             "of them (--everyone).";
}
