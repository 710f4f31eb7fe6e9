/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of files, fields and headers. Within one file a header means one field at most.
 * Synonyms come from common agency sheets, exports of Salesforce, HubSpot, Dynamics, Outlook,
 * iCarol, Unite Us and findhelp, Kumu, Gephi and HSDS; those that hold ids come before those that
 * hold names, for ids are never ambiguous. */
#include "model/columns/fields.h"

#include <refnet/base.h>

#include <string.h>

#define ORGANIZATION_HEADERS                                                                       \
  "organizationid organizationuuid orgid agencyid providerid accountid companyid "                 \
  "organizationname agencyname orgname providername accountname companyname nameoforganization "   \
  "nameofagency nameofprovider agency provider org facilityname facility "                         \
  "nonprofit company serviceorganization"
#define AREA_HEADERS                                                                               \
  "servicearea serviceareas areasserved areaserved areaofservice geography geographicarea "        \
  "county counties countiesserved countyserved catchment catchmentarea coverage coveragearea "     \
  "region regions regionsserved district districts neighborhood neighborhoods "                    \
  "neighborhoodserved neighborhoodsserved districtsserved "                                        \
  "townsserved townserved citiesserved communitiesserved zipcodesserved geographicareaserved "     \
  "geographicareasserved geographicareas geographicservicearea"
#define POPULATION_HEADERS                                                                         \
  "populationserved populationsserved targetpopulation targetpopulations targetgroup "             \
  "targetgroups peopleserved whotheyserve whoyouserve whoitisfor whoitserves whoisserved "         \
  "clientsserved clientpopulation "                                                                \
  "clientpopulations eligiblepopulation populationgroup agegroups agesserved"
#define LATITUDE_HEADERS "lat geolatitude billinglatitude"
#define LONGITUDE_HEADERS "lon lng long geolongitude billinglongitude"
#define PHONE_HEADERS                                                                              \
  "phonenumber phonenumbers phone1 phone1number phones telephone telephonenumber tel mainphone "   \
  "mainphonenumber businessphone phone1value"
#define EMAIL_HEADERS "emailaddress mail emailaddresses emailaddressmain email1 email1value"

static const RefnetField organization_fields[] = {
    {"name", TRUE,
     "organizationname agencyname orgname providername facilityname facilityorprovider "
     "nameoforganization nameofagency nameofprovider nameoffacility "
     "organization agency provider org label nonprofit partnername "
     "partnerorganization partneragency partnerorg programname "
     "facility entity publicname accountname companyname company businessname "
     "legalname",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_BUT_INITIALS},
    {"id", FALSE,
     "organizationid organizationuuid orgid agencyid providerid accountid companyid "
     "resourceagencynum uuid nodeid recordid",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"short_name", FALSE,
     "short shortform acronym abbreviation abbrev abbr initials organizationacronym",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_BUT_INITIALS},
    {"alternate_names", FALSE,
     "alternatename alternatenames organizationalternatename alternativename alternativenames "
     "aliases alias alsoknownas aka othernames othername dba doingbusinessas formernames "
     "formername",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_BUT_INITIALS},
    {"sector", FALSE,
     "organizationtype organizationsector agencytype typeofagency typeoforganization agencysector "
     "organizationcategory agencycategory sectortype orgtype providertype type category sectors "
     "field",
     REFNET_CELL_SECTOR, FALSE, REFNET_BLANK_ALWAYS},
    {"services", FALSE,
     "service servicesoffered servicesprovided servicelist serviceslist servicetypes programs "
     "programsandservices servicename servicecategory servicecategories taxonomyterm taxonomyterms "
     "taxonomyname projecttype hmisprojecttype programtype whattheyoffer whattheyprovide "
     "whatyouoffer programsoffered servicesavailable primaryservices coreservices "
     "programsservices servicesprograms servicetype",
     REFNET_CELL_SERVICE, TRUE, REFNET_BLANK_ALWAYS},
    {"areas", FALSE, "area " AREA_HEADERS, REFNET_CELL_AREA, TRUE, REFNET_BLANK_ALWAYS},
    {"populations", FALSE, "population " POPULATION_HEADERS, REFNET_CELL_POPULATION, TRUE,
     REFNET_BLANK_ALWAYS},
    {"languages", FALSE,
     "language languagesspoken languagesoffered languagesofferedlist servicelanguages",
     REFNET_CELL_LANGUAGE, TRUE, REFNET_BLANK_ALWAYS},
    {"offers", FALSE, "offer offering offerings resourcesoffered canoffer resources",
     REFNET_CELL_RESOURCE, TRUE, REFNET_BLANK_ALWAYS},
    {"seeks", FALSE, "seek seeking resourcessought resourcesneeded lookingfor wants",
     REFNET_CELL_RESOURCE, TRUE, REFNET_BLANK_ALWAYS},
    {"partnership", FALSE, "partnershiptype partnershipstatus partnertype partnerstatus",
     REFNET_CELL_PARTNERSHIP, FALSE, REFNET_BLANK_ALWAYS},
    {"coalitions", FALSE,
     "coalition coalitionmember coalitionmembership memberof memberofcoalition memberships",
     REFNET_CELL_COALITION, TRUE, REFNET_BLANK_ALWAYS},
    {"capacity", FALSE,
     "annualcapacity capacityperyear yearlycapacity maxcapacity maximumcapacity totalcapacity",
     REFNET_CELL_FIGURE, FALSE, REFNET_BLANK_BUT_NONE},
    {"status", FALSE,
     "organizationstatus agencystatus orgstatus activestatus operatingstatus active isactive "
     "currentlyactive activeinactive inactive isinactive",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"address", FALSE,
     "streetaddress physicaladdress physicaladdress1 address1 addressline1 organizationaddress "
     "orgaddress agencyaddress addr street streetaddress1 billingstreet billingaddress "
     "businessstreet businessaddress "
     "address1street1 mailingaddress",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"city", FALSE,
     "physicalcity town municipality addresscity billingcity businesscity address1city",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"postal_code", FALSE,
     "zip zipcode postcode physicalzipcode physicalpostalcode zippostalcode billingzippostalcode "
     "billingpostalcode billingzip billingzipcode businesspostalcode address1zippostalcode",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"latitude", FALSE, LATITUDE_HEADERS, REFNET_CELL_DEGREES, FALSE, REFNET_BLANK_ALWAYS},
    {"longitude", FALSE, LONGITUDE_HEADERS, REFNET_CELL_DEGREES, FALSE, REFNET_BLANK_ALWAYS},
    {"phone", FALSE, PHONE_HEADERS " organizationphone officephone", REFNET_CELL_TEXT, FALSE,
     REFNET_BLANK_ALWAYS},
    {"email", FALSE, EMAIL_HEADERS " organizationemail orgemail generalemail", REFNET_CELL_TEXT,
     FALSE, REFNET_BLANK_ALWAYS},
    {"website", FALSE,
     "url web webpage webaddress websiteaddress homepage websiteurl organizationurl",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"tax_id", FALSE,
     "ein taxidentifier federaltaxid organizationtaxid taxnumber einnumber employerid eintaxid "
     "taxidein",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"parent", FALSE,
     "parentorganizationid parentid parentaccountid parentagencynum parentorganization "
     "parentagency "
     "parentname parentorganizationname parentagencyname parentorg parentaccount parentcompany",
     REFNET_CELL_ORGANIZATION, FALSE, REFNET_BLANK_ALWAYS},
    {"funding_end", FALSE,
     "fundingends fundingenddate fundinguntil grantend grantends grantenddate fundingexpires "
     "grantexpires",
     REFNET_CELL_LAST_DAY, FALSE, REFNET_BLANK_ALWAYS},
    {"verified", FALSE,
     "verifieddate verifiedon dateverified lastverified lastverifiedon lastverifieddate "
     "datelastverified assureddate",
     REFNET_CELL_DATE, FALSE, REFNET_BLANK_ALWAYS},
};

static const RefnetField service_fields[] = {
    {"organization", TRUE, ORGANIZATION_HEADERS, REFNET_CELL_ORGANIZATION, FALSE,
     REFNET_BLANK_BUT_INITIALS},
    {"service", TRUE,
     "servicename services servicetype name programname program category categoryid categoryname "
     "taxonomyid taxonomytermid taxonomyterm taxonomyname",
     REFNET_CELL_SERVICE, TRUE, REFNET_BLANK_ALWAYS},
    {"area", FALSE, "areas " AREA_HEADERS, REFNET_CELL_AREA, TRUE, REFNET_BLANK_ALWAYS},
    {"population", FALSE, "populations " POPULATION_HEADERS, REFNET_CELL_POPULATION, TRUE,
     REFNET_BLANK_ALWAYS},
    {"capacity", FALSE,
     "servicecapacity slots places seats maxcapacity maximumcapacity totalcapacity",
     REFNET_CELL_FIGURE, FALSE, REFNET_BLANK_BUT_NONE},
    {"period", FALSE, "per capacityperiod timeperiod unit", REFNET_CELL_TEXT, FALSE,
     REFNET_BLANK_NEVER},
};

static const RefnetField referral_fields[] = {
    {"from", TRUE,
     "source fromid sourceid fromagencyid fromorganizationid fromorgid referringagencyid "
     "referringorganizationid ego fromnode sourcenode actor1 node1 vertex1 v1 fromorganization "
     "fromorg "
     "fromagency referringagency referring "
     "referringorganization referringorg referringprovider referringagencyname referredfrom "
     "referredfromagency referredfromorganization referredbyorganization referredbyagency "
     "referredby referrer "
     "sourceorganization sendingagency sendingorganization sender origin sendingorg sendingorgname "
     "sendingorganizationname sendingagencyname sendingprovider fromorganizationname "
     "fromagencyname "
     "fromname sourcename fromprovider fromprogram referringorganizationname referringorgname "
     "referringprovidername referringprogram referringprogramname referringpartner "
     "referralsource referralsourceagency "
     "originatingorganization originatingagency initiatingorganization referringaccount "
     "organizationfrom agencyfrom fromnpi npi1 respondentorganization",
     REFNET_CELL_ORGANIZATION, FALSE, REFNET_BLANK_BUT_INITIALS},
    {"to", TRUE,
     "target toid targetid toagencyid toorganizationid toorgid receivingagencyid "
     "receivingorganizationid alter tonode targetnode actor2 node2 vertex2 v2 toorganization toorg "
     "toagency receivingagency receiving receivingorganization "
     "receivingorg receivingprovider referredto referredtoagency referredtoorganization "
     "agencyreferredto organizationreferredto referralto targetorganization receiver recipient "
     "destination receivingorg receivingorgname receivingorganizationname receivingagencyname "
     "toorganizationname toagencyname toname targetname toprovider toprogram receivingprovidername "
     "receivingprogram receivingprogramname receivingpartner targetagency referredtoprovider "
     "referredtoprogram referredagency referredorganization receivingaccount organizationto "
     "agencyto "
     "tonpi npi2 programprovider",
     REFNET_CELL_ORGANIZATION, FALSE, REFNET_BLANK_BUT_INITIALS},
    {"service", FALSE,
     "services servicename servicetype serviceneeded servicerequested referredfor forwhat "
     "servicereferredfor program needtype typeofservice "
     "presentingneed need serviceneed issue reasonforreferral programcategory servicecategory",
     REFNET_CELL_SERVICE, FALSE, REFNET_BLANK_ALWAYS},
    {"count", FALSE,
     "referrals numberofreferrals referralcount noofreferrals weight edgeweight number total "
     "volume "
     "quantity ofreferrals referralsmade referralssent totalreferrals peoplereferred "
     "clientsreferred patientsreferred familiesreferred householdsreferred howmany "
     "howmanyreferrals howmanypeople paircount patientcount transactioncount tie tievalue value "
     "strength",
     REFNET_CELL_COUNT, FALSE, REFNET_BLANK_NEVER},
    {"frequency", FALSE, "howoften freq referralfrequency contactfrequency", REFNET_CELL_TEXT,
     FALSE, REFNET_BLANK_BUT_NONE},
    {"accepted", FALSE, "numberaccepted referralsaccepted acceptedcount", REFNET_CELL_COUNT, FALSE,
     REFNET_BLANK_BUT_NONE},
    {"completed", FALSE,
     "numbercompleted referralscompleted completedcount filled served referralcompleted "
     "loopclosed closedloop receivedservice clientreceivedservice gotservice",
     REFNET_CELL_COUNT, FALSE, REFNET_BLANK_BUT_NONE},
    {"status", FALSE, "outcome referralstatus referraloutcome result disposition", REFNET_CELL_TEXT,
     FALSE, REFNET_BLANK_ALWAYS},
    {"date", FALSE,
     "referraldate dateofreferral datereferred lastreferral lastreferraldate lastdate latestdate "
     "when referralsentat datesent referralcreatedat datecreated createddate createdon createdat",
     REFNET_CELL_DATE, FALSE, REFNET_BLANK_ALWAYS},
    {"from_contact", FALSE,
     "fromperson contactfrom referringcontact referringperson referringstaff sourcecontact",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_BUT_NAMES},
    {"to_contact", FALSE,
     "toperson contactto receivingcontact receivingperson receivingstaff targetcontact",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_BUT_NAMES},
    {"basis", FALSE, "evidence sourceofdata datasource databasis", REFNET_CELL_TEXT, FALSE,
     REFNET_BLANK_ALWAYS},
    {"reported_by", FALSE, "reporter reportedbyorganization reportingagency informant",
     REFNET_CELL_ORGANIZATION, FALSE, REFNET_BLANK_ALWAYS},
    {"agreement", FALSE,
     "agreementtype mou mouinplace hasmou moustatus formalagreement referralagreement",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_BUT_NONE},
    {"renewal", FALSE,
     "renewaldate agreementend agreementends agreementenddate agreementrenewal mouexpires "
     "mouenddate "
     "mouexpiration mouexpirationdate agreementexpires agreementexpiration agreementexpirationdate",
     REFNET_CELL_LAST_DAY, FALSE, REFNET_BLANK_ALWAYS},
};

static const RefnetField contact_fields[] = {
    {"organization", TRUE, ORGANIZATION_HEADERS, REFNET_CELL_ORGANIZATION, FALSE,
     REFNET_BLANK_BUT_INITIALS},
    {"name", TRUE,
     "contactname fullname personname contact contactperson person staffname "
     "label " REFNET_FIRST_NAME_HEADERS " " REFNET_LAST_NAME_HEADERS,
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_BUT_NAMES},
    {"id", FALSE, "contactid personid contactuuid", REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"role", FALSE, "title jobtitle position contactrole", REFNET_CELL_TEXT, FALSE,
     REFNET_BLANK_ALWAYS},
    {"email", FALSE, EMAIL_HEADERS " contactemail workemail", REFNET_CELL_TEXT, FALSE,
     REFNET_BLANK_ALWAYS},
    {"phone", FALSE,
     PHONE_HEADERS " contactphone workphone officephone directphone directline cell cellphone "
                   "mobile mobilephone",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"primary", FALSE, "primarycontact isprimary maincontact main", REFNET_CELL_ANSWER, FALSE,
     REFNET_BLANK_ALWAYS},
    {"channel", FALSE,
     "preferredchannel preferredcontact contactmethod preferredmethod "
     "preferredmethodofcontact preferredcontactmethod",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
    {"first_contact", FALSE,
     "firstcontacted firstcontactdate firstcontacton "
     "dateoffirstcontact knownsince firstmet",
     REFNET_CELL_DATE, FALSE, REFNET_BLANK_ALWAYS},
    {"last_contact", FALSE,
     "lastcontacted lastcontactdate lastcontacton "
     "datelastcontacted dateoflastcontact lastspoke lasttouch lastmet",
     REFNET_CELL_DATE, FALSE, REFNET_BLANK_ALWAYS},
    {"left", FALSE, "leftdate dateleft lefton leftorganization departed departuredate enddate",
     REFNET_CELL_DATE, FALSE, REFNET_BLANK_ALWAYS},
    {"succeeded_by", FALSE, "successor replacedby replacement", REFNET_CELL_TEXT, FALSE,
     REFNET_BLANK_BUT_NAMES},
};

static const RefnetField need_fields[] = {
    {"area", TRUE,
     "areas areaid areaname neighborhood district town city municipality community " AREA_HEADERS,
     REFNET_CELL_AREA, FALSE, REFNET_BLANK_ALWAYS},
    {"service", TRUE, "services servicename servicetype need", REFNET_CELL_SERVICE, FALSE,
     REFNET_BLANK_ALWAYS},
    {"demand", FALSE,
     "peopleinneed peopleneeding peopleneedingservice numberofpeopleinneed householdsinneed "
     "familiesinneed numberinneed inneed "
     "peoplewhoneedit estimatedneed estimateddemand annualdemand demandestimate "
     "estimate count people number",
     REFNET_CELL_FIGURE, FALSE, REFNET_BLANK_BUT_NONE},
    {"population", FALSE, "populations " POPULATION_HEADERS, REFNET_CELL_POPULATION, FALSE,
     REFNET_BLANK_ALWAYS},
    {"period", FALSE, "per demandperiod timeperiod unit", REFNET_CELL_TEXT, FALSE,
     REFNET_BLANK_NEVER},
};

static const RefnetField area_fields[] = {
    {"area", TRUE, "id key areaid areakey areacode district neighborhood town city county region",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_NEVER},
    {"name", FALSE, "areaname label fullname longname", REFNET_CELL_TEXT, FALSE,
     REFNET_BLANK_ALWAYS},
    {"latitude", FALSE, LATITUDE_HEADERS, REFNET_CELL_DEGREES, FALSE, REFNET_BLANK_ALWAYS},
    {"longitude", FALSE, LONGITUDE_HEADERS, REFNET_CELL_DEGREES, FALSE, REFNET_BLANK_ALWAYS},
    {"population", FALSE, "pop residents inhabitants totalpopulation", REFNET_CELL_FIGURE, FALSE,
     REFNET_BLANK_BUT_NONE},
    {"neighbors", FALSE, "neighbor adjacent adjacentto adjacentareas neighboringareas",
     REFNET_CELL_AREA, TRUE, REFNET_BLANK_ALWAYS},
    {"within", FALSE, "partof parent parentarea containedin inside", REFNET_CELL_AREA, FALSE,
     REFNET_BLANK_ALWAYS},
};

static const RefnetField respondent_fields[] = {
    {"organization", TRUE, ORGANIZATION_HEADERS " respondent name", REFNET_CELL_ORGANIZATION, FALSE,
     REFNET_BLANK_BUT_INITIALS},
    {"answered", FALSE, "responded response returned replied completed", REFNET_CELL_ANSWER, FALSE,
     REFNET_BLANK_ALWAYS},
    {"date", FALSE, "dateanswered responsedate answeredon dateresponded", REFNET_CELL_DATE, FALSE,
     REFNET_BLANK_ALWAYS},
};

static const RefnetField nomination_fields[] = {
    {"nominated", TRUE,
     "nominee nominatedorganization nominatedagency suggested suggestedorganization suggestion to "
     "target",
     REFNET_CELL_ORGANIZATION, FALSE, REFNET_BLANK_BUT_INITIALS},
    {"named_by", TRUE,
     "nominatedby suggestedby nominator namedbyorganization respondent organization from source",
     REFNET_CELL_ORGANIZATION, FALSE, REFNET_BLANK_BUT_INITIALS},
    {"date", FALSE, "nominationdate datenominated", REFNET_CELL_DATE, FALSE, REFNET_BLANK_ALWAYS},
    {"note", FALSE, "notes comment comments reason why", REFNET_CELL_TEXT, FALSE,
     REFNET_BLANK_ALWAYS},
};

static const RefnetField meeting_fields[] = {
    {"organization", TRUE, ORGANIZATION_HEADERS " name", REFNET_CELL_ORGANIZATION, FALSE,
     REFNET_BLANK_BUT_INITIALS},
    {"date", TRUE, "meetingdate dateofmeeting meton", REFNET_CELL_DATE, FALSE, REFNET_BLANK_ALWAYS},
    {"people", FALSE, "attendees participants attended present whoattended", REFNET_CELL_TEXT,
     FALSE, REFNET_BLANK_BUT_NAMES},
    {"next_step", FALSE, "nextsteps followup action actions actionitems actionitem todo",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
};

static const RefnetField category_fields[] = {
    {"category", TRUE, "id categoryid code key number taxonomyid taxonomytermid termid serviceid",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_NEVER},
    {"name", TRUE, "categoryname label term title taxonomyname service servicename description",
     REFNET_CELL_TEXT, FALSE, REFNET_BLANK_ALWAYS},
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
    [REFNET_FILE_CATEGORIES] = FILE_FIELDS("categories.csv", category_fields),
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

guint refnet_field_fit_loosely(RefnetFile file, guint field, const char *header) {
  static const struct {
    RefnetFile file;
    guint field;
    RefnetField loosely;
  } known[] = {
      {REFNET_FILE_REFERRALS,
       REFNET_REFERRAL_FROM,
       {"from", TRUE,
        "respondentorganization respondent yourorganization youragency organization "
        "agency organizationname agencyname provider providername org program",
        REFNET_CELL_ORGANIZATION, FALSE, REFNET_BLANK_BUT_INITIALS}},
      {REFNET_FILE_REFERRALS,
       REFNET_REFERRAL_TO,
       {"to", TRUE,
        "partnerorganization partneragency partnerorganizationname partneragencyname partnerorg "
        "partnername partner partners refersto providername provider",
        REFNET_CELL_ORGANIZATION, FALSE, REFNET_BLANK_BUT_INITIALS}},
      {REFNET_FILE_ORGANIZATIONS,
       REFNET_ORGANIZATION_SERVICES,
       {"services", FALSE, "taxonomy taxonomies programname program programtitle",
        REFNET_CELL_SERVICE, TRUE, REFNET_BLANK_ALWAYS}},
      {REFNET_FILE_ORGANIZATIONS,
       REFNET_ORGANIZATION_AREAS,
       {"areas", FALSE,
        "borough boroughs ward wards suburb suburbs localauthority localgovernmentarea lga parish",
        REFNET_CELL_AREA, TRUE, REFNET_BLANK_ALWAYS}},
      {REFNET_FILE_NEEDS,
       REFNET_NEED_DEMAND,
       {"demand", FALSE,
        "need needs needed unmetneed estneed estimatednumber numberofpeople numberneeding "
        "numberneedingservice needingservice clients",
        REFNET_CELL_FIGURE, FALSE, REFNET_BLANK_BUT_NONE}}};
  for (gsize i = 0; i < G_N_ELEMENTS(known); i++)
    if (known[i].file == file && known[i].field == field)
      return refnet_field_fit(&known[i].loosely, header);
  return G_MAXUINT;
}

/* Salesforce heads a column of links to organizations "Referring Agency: Account Name". */
static gsize length_without_account(const char *header) {
  static const char account[] = "accountname";
  const gsize length = strlen(header);
  return length >= sizeof account && g_str_has_suffix(header, account) ? length - strlen(account)
                                                                       : length;
}

guint refnet_field_fit(const RefnetField *field, const char *header) {
  if (is_own_name(field->name, header))
    return 0;
  const gsize length = length_without_account(header);
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

guint refnet_file_figure_of_period(RefnetFile file) {
  return file == REFNET_FILE_ORGANIZATIONS ? (guint)REFNET_ORGANIZATION_CAPACITY
         : file == REFNET_FILE_SERVICES    ? (guint)REFNET_SERVICE_CAPACITY
         : file == REFNET_FILE_NEEDS       ? (guint)REFNET_NEED_DEMAND
                                           : G_MAXUINT;
}
