/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sector profiles that come with refnet, and the words that datasets use for their sectors. A word
 * may stand for several sectors. */
#include <refnet/analysis.h>

#define WORDS(...) ((const char *const[]){__VA_ARGS__, NULL})

/* The twelve sectors that the Drug-Free Communities Support Program requires (21 U.S.C. 1532). */
static const RefnetSectorDefinition dfc_sectors[] = {
    {"youth", WORDS("young people", "teens", "students", "youth (18 or younger)")},
    {"parents", WORDS("parent", "parents and caregivers", "families", "family")},
    {"business", WORDS("business community", "businesses", "private sector", "for-profit",
                       "commerce", "chamber of commerce", "employers")},
    {"media", WORDS("press", "news", "newspaper", "radio", "television", "broadcasting")},
    {"school", WORDS("schools", "education", "school district", "higher education", "university",
                     "college", "k-12", "k-12 education")},
    {"youth-serving organization",
     WORDS("youth-serving organizations", "youth-serving organisation", "youth serving",
           "youth services", "youth development", "child care", "childcare", "early childhood",
           "children and youth", "child and youth services")},
    {"law enforcement", WORDS("law enforcement agency", "police", "sheriff", "public safety",
                              "probation", "corrections")},
    {"religious or fraternal organization",
     WORDS("religious or fraternal organizations", "religious", "faith", "faith-based",
           "faith based", "faith community", "faith-based organization", "religion", "fraternal",
           "church", "congregation")},
    {"civic or volunteer group",
     WORDS("civic or volunteer groups", "civic", "civic group", "volunteer", "volunteers",
           "voluntary", "service club", "veterans", "veterans services")},
    {"healthcare professional",
     WORDS("healthcare professionals", "health", "healthcare", "health care", "medical",
           "primary care", "hospital", "clinic", "public health", "health services")},
    {"state, local or tribal government",
     WORDS("government", "state government", "local government", "tribal government", "tribal",
           "state, local, or tribal government", "county government", "municipal government",
           "public agency", "government agency")},
    {"other organization involved in reducing substance use",
     WORDS("other organization involved in reducing substance abuse", "behavioral health",
           "behavioural health", "substance use", "substance abuse", "substance use treatment",
           "addiction", "addiction services", "recovery", "prevention", "mental health")},
};

static const RefnetSectorDefinition general_sectors[] = {
    {"voluntary",
     WORDS("volunteer", "volunteers", "civic", "food", "food security", "hunger", "funder",
           "funding", "philanthropy", "foundation", "aging", "ageing", "senior services",
           "nonprofit", "non-profit", "not-for-profit", "charity", "ngo", "third sector")},
    {"government", WORDS("state government", "local government", "county government",
                         "municipal government", "tribal government", "tribal", "public agency",
                         "government agency", "state, local or tribal government")},
    {"business", WORDS("businesses", "private", "private sector", "for-profit", "commerce",
                       "chamber of commerce", "employers", "industry")},
    {"community",
     WORDS("community-based", "community based", "community organization", "civic", "parents",
           "youth", "youth services", "youth development", "language access", "housing",
           "homelessness", "homeless services", "disability", "disability services", "child care",
           "childcare", "early childhood", "family services", "immigrant services", "neighborhood",
           "neighbourhood", "grassroots", "resident")},
    {"public", WORDS("public safety", "law enforcement", "police", "fire", "emergency services",
                     "library", "libraries", "transportation", "transport", "transit", "justice",
                     "courts", "criminal justice", "veterans", "veterans services", "information",
                     "information and referral", "legal", "legal services", "legal aid", "parks",
                     "utilities")},
    {"health", WORDS("healthcare", "health care", "behavioral health", "behavioural health",
                     "mental health", "public health", "medical", "hospital", "clinic",
                     "primary care", "dental", "substance use", "substance use treatment",
                     "healthcare professional", "hospice", "home health")},
    {"faith", WORDS("faith-based", "faith based", "faith community", "religious", "religion",
                    "church", "congregation", "religious or fraternal organization", "ministry")},
    {"education",
     WORDS("school", "schools", "school district", "higher education", "university", "college",
           "k-12", "k-12 education", "academic", "adult education", "research")},
};

static const RefnetSectorProfile profiles[] = {
    {"dfc", dfc_sectors, G_N_ELEMENTS(dfc_sectors)},
    {"general", general_sectors, G_N_ELEMENTS(general_sectors)},
};

const RefnetSectorProfile *refnet_sector_profile(const char *name) {
  for (gsize i = 0; i < G_N_ELEMENTS(profiles); i++)
    if (g_str_equal(profiles[i].name, name))
      return &profiles[i];
  return NULL;
}
