/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of files, fields and headers. Within one file a header means one field at most.
 * Synonyms come from common agency sheets, Kumu, Gephi and HSDS; those that hold ids come before
 * those that hold names, for ids are never ambiguous. */
#include "model/fields.h"

#include <string.h>

#define ORGANIZATION_HEADERS                                                                       \
  "organizationid organizationuuid orgid agencyid providerid organizationname agencyname orgname " \
  "providername agency provider org facilityname facility nonprofit serviceorganization"
#define AREA_HEADERS                                                                               \
  "servicearea serviceareas areasserved areaserved areaofservice geography geographicarea "        \
  "county counties countiesserved countyserved catchment catchmentarea coverage coveragearea "     \
  "region regions regionsserved district districts neighborhood neighborhoods"
#define POPULATION_HEADERS                                                                         \
  "populationserved populationsserved targetpopulation targetpopulations targetgroup "             \
  "targetgroups peopleserved whotheyserve clientsserved populationgroup"
#define LATITUDE_HEADERS "lat geolatitude"
#define LONGITUDE_HEADERS "lon lng long geolongitude"
#define PHONE_HEADERS "phonenumber phonenumbers phones telephone telephonenumber tel mainphone"
#define EMAIL_HEADERS "emailaddress mail emailaddresses"

static const RefnetField organization_fields[] = {
    {"name", TRUE,
     "organizationname agencyname orgname providername facilityname facilityorprovider "
     "organization organisation agency provider org label nonprofit partnername programname "
     "facility entity legalname"},
    {"id", FALSE, "organizationid organizationuuid orgid agencyid providerid uuid nodeid recordid"},
    {"short_name", FALSE,
     "short shortform acronym abbreviation abbrev abbr initials organizationacronym"},
    {"alternate_names", FALSE,
     "alternatename alternatenames organizationalternatename alternativename alternativenames "
     "aliases alias alsoknownas aka othernames othername dba doingbusinessas formernames"},
    {"sector", FALSE,
     "organizationtype organizationsector agencytype orgtype type category sectors field"},
    {"services", FALSE,
     "service servicesoffered servicesprovided servicelist serviceslist servicetypes programs "
     "programsandservices servicename"},
    {"areas", FALSE, "area " AREA_HEADERS},
    {"populations", FALSE, "population " POPULATION_HEADERS},
    {"languages", FALSE, "language languagesspoken languagesoffered servicelanguages"},
    {"offers", FALSE, "offer offering offerings resourcesoffered canoffer resources"},
    {"seeks", FALSE, "seek seeking resourcessought resourcesneeded lookingfor wants"},
    {"partnership", FALSE, "partnershiptype partnershipstatus partnertype partnerstatus"},
    {"coalitions", FALSE, "coalition coalitionmember coalitionmembership memberof memberships"},
    {"capacity", FALSE, "annualcapacity capacityperyear yearlycapacity"},
    {"status", FALSE, "organizationstatus activestatus operatingstatus"},
    {"address", FALSE,
     "streetaddress physicaladdress address1 addressline1 organizationaddress orgaddress addr "
     "street mailingaddress"},
    {"city", FALSE, "physicalcity town municipality addresscity"},
    {"postal_code", FALSE, "zip zipcode postcode physicalzipcode zippostalcode"},
    {"latitude", FALSE, LATITUDE_HEADERS},
    {"longitude", FALSE, LONGITUDE_HEADERS},
    {"phone", FALSE, PHONE_HEADERS " organizationphone"},
    {"email", FALSE, EMAIL_HEADERS " organizationemail"},
    {"website", FALSE, "url web webpage webaddress homepage websiteurl organizationurl"},
    {"tax_id", FALSE, "ein taxidentifier federaltaxid organizationtaxid taxnumber einnumber"},
    {"parent", FALSE,
     "parentorganizationid parentid parentorganization parentagency parentname parentorg"},
    {"funding_end", FALSE,
     "fundingends fundingenddate fundinguntil grantend grantends grantenddate"},
    {"verified", FALSE,
     "verifieddate verifiedon dateverified lastverified lastverifieddate assureddate"},
};

static const RefnetField service_fields[] = {
    {"organization", TRUE, ORGANIZATION_HEADERS},
    {"service", TRUE, "servicename services servicetype name programname program"},
    {"area", FALSE, "areas " AREA_HEADERS},
    {"population", FALSE, "populations " POPULATION_HEADERS},
    {"capacity", FALSE, "servicecapacity slots places"},
    {"period", FALSE, "per capacityperiod timeperiod unit"},
};

static const RefnetField referral_fields[] = {
    {"from", TRUE,
     "source fromid sourceid fromorganization fromorg fromagency referringagency "
     "referringorganization referringorg referringprovider referredfrom referredby referrer "
     "sourceorganization sendingagency sendingorganization sender origin"},
    {"to", TRUE,
     "target toid targetid toorganization toorg toagency receivingagency receivingorganization "
     "receivingorg receivingprovider referredto referralto targetorganization receiver recipient "
     "destination"},
    {"service", FALSE,
     "services servicename servicetype serviceneeded servicerequested referredfor"},
    {"count", FALSE,
     "referrals numberofreferrals referralcount noofreferrals weight number total volume "
     "quantity peoplereferred"},
    {"frequency", FALSE, "howoften referralfrequency contactfrequency"},
    {"accepted", FALSE, "numberaccepted referralsaccepted acceptedcount"},
    {"completed", FALSE, "numbercompleted referralscompleted completedcount filled served"},
    {"status", FALSE, "outcome referralstatus referraloutcome result disposition"},
    {"date", FALSE,
     "referraldate dateofreferral datereferred lastreferral lastreferraldate lastdate latestdate"},
    {"from_contact", FALSE,
     "fromperson contactfrom referringcontact referringperson referringstaff sourcecontact"},
    {"to_contact", FALSE,
     "toperson contactto receivingcontact receivingperson receivingstaff targetcontact"},
    {"basis", FALSE, "evidence sourceofdata databasis"},
    {"reported_by", FALSE, "reporter reportedbyorganization reportingagency informant"},
    {"agreement", FALSE, "agreementtype mou formalagreement referralagreement"},
    {"renewal", FALSE, "renewaldate agreementend agreementends agreementrenewal mouexpires"},
};

static const RefnetField contact_fields[] = {
    {"organization", TRUE, ORGANIZATION_HEADERS},
    {"name", TRUE, "contactname fullname personname contact contactperson person staffname label"},
    {"id", FALSE, "contactid personid contactuuid"},
    {"role", FALSE, "title jobtitle position contactrole"},
    {"email", FALSE, EMAIL_HEADERS " contactemail"},
    {"phone", FALSE, PHONE_HEADERS " contactphone"},
    {"primary", FALSE, "primarycontact isprimary maincontact main"},
    {"channel", FALSE, "preferredchannel preferredcontact contactmethod preferredmethod"},
    {"first_contact", FALSE, "firstcontacted firstcontactdate firstcontacton knownsince"},
    {"last_contact", FALSE, "lastcontacted lastcontactdate lastcontacton lastspoke lasttouch"},
    {"left", FALSE, "leftdate dateleft lefton leftorganization departed departuredate enddate"},
    {"succeeded_by", FALSE, "successor replacedby replacement"},
};

static const RefnetField need_fields[] = {
    {"area", TRUE, "areas areaid areaname " AREA_HEADERS},
    {"service", TRUE, "services servicename servicetype need"},
    {"demand", FALSE, "peopleinneed estimateddemand demandestimate estimate count people number"},
    {"population", FALSE, "populations " POPULATION_HEADERS},
    {"period", FALSE, "per demandperiod timeperiod unit"},
};

static const RefnetField area_fields[] = {
    {"area", TRUE, "id key areaid areakey areacode district neighborhood county region"},
    {"name", FALSE, "areaname label fullname longname"},
    {"latitude", FALSE, LATITUDE_HEADERS},
    {"longitude", FALSE, LONGITUDE_HEADERS},
    {"population", FALSE, "pop residents inhabitants totalpopulation"},
    {"neighbors", FALSE, "neighbours neighbor neighbour adjacent adjacentareas neighboringareas"},
    {"within", FALSE, "partof parent parentarea containedin inside"},
};

static const RefnetField respondent_fields[] = {
    {"organization", TRUE, ORGANIZATION_HEADERS " respondent name"},
    {"answered", FALSE, "responded response returned replied completed"},
    {"date", FALSE, "dateanswered responsedate answeredon dateresponded"},
};

static const RefnetField nomination_fields[] = {
    {"nominated", TRUE,
     "nominee nominatedorganization nominatedagency suggested suggestedorganization suggestion to "
     "target"},
    {"named_by", TRUE,
     "nominatedby suggestedby nominator namedbyorganization respondent organization from source"},
    {"date", FALSE, "nominationdate datenominated"},
    {"note", FALSE, "notes comment comments reason why"},
};

static const RefnetField meeting_fields[] = {
    {"organization", TRUE, ORGANIZATION_HEADERS " name"},
    {"date", TRUE, "meetingdate dateofmeeting meton"},
    {"people", FALSE, "attendees participants attended present"},
    {"next_step", FALSE, "nextsteps followup action actions todo"},
};

#define FILE_FIELDS(name, fields)                                                                  \
  { name, fields, G_N_ELEMENTS(fields) }
static const RefnetFileFields files[REFNET_FILES] = {
    [REFNET_FILE_ORGANIZATIONS] = FILE_FIELDS("organizations.csv", organization_fields),
    [REFNET_FILE_SERVICES] = FILE_FIELDS("services.csv", service_fields),
    [REFNET_FILE_REFERRALS] = FILE_FIELDS("referrals.csv", referral_fields),
    [REFNET_FILE_CONTACTS] = FILE_FIELDS("contacts.csv", contact_fields),
    [REFNET_FILE_NEEDS] = FILE_FIELDS("needs.csv", need_fields),
    [REFNET_FILE_AREAS] = FILE_FIELDS("areas.csv", area_fields),
    [REFNET_FILE_RESPONDENTS] = FILE_FIELDS("respondents.csv", respondent_fields),
    [REFNET_FILE_NOMINATIONS] = FILE_FIELDS("nominations.csv", nomination_fields),
    [REFNET_FILE_MEETINGS] = FILE_FIELDS("meetings.csv", meeting_fields),
};
G_STATIC_ASSERT(G_N_ELEMENTS(organization_fields) == REFNET_FIELDS_MAX);

const RefnetFileFields *refnet_file_fields(RefnetFile file) {
  return &files[file];
}

/* The field's name as a folded header: without underscores. */
static gboolean is_own_name(const char *name, const char *header) {
  for (; *name != '\0'; name++) {
    if (*name == '_')
      continue;
    if (*header++ != *name)
      return FALSE;
  }
  return *header == '\0';
}

guint refnet_field_fit(const RefnetField *field, const char *header) {
  if (is_own_name(field->name, header))
    return 0;
  gsize length = strlen(header);
  guint fit = 1;
  for (const char *word = field->synonyms; length > 0 && *word != '\0'; fit++) {
    gsize word_length = strcspn(word, " ");
    if (word_length == length && strncmp(word, header, length) == 0)
      return fit;
    word += word_length;
    word += strspn(word, " ");
  }
  return G_MAXUINT;
}
