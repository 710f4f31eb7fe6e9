/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of kinds of findings. */
#include "model/dataset/kinds.h"

#include <refnet/model.h>

#define ROW_REJECTED REFNET_SEVERITY_ERROR
#define WARNING REFNET_SEVERITY_WARNING
#define NOTE REFNET_SEVERITY_NOTE

static const RefnetKindInfo kinds[REFNET_KINDS] = {
    [REFNET_KIND_BLANK_REQUIRED] = {"blank-required", ROW_REJECTED,
                                    "A cell that every row needs is blank."},
    [REFNET_KIND_UNKNOWN_ORGANIZATION] = {"unknown-organization", ROW_REJECTED,
                                          "A row names an organisation that is not listed."},
    [REFNET_KIND_AMBIGUOUS_ORGANIZATION] = {"ambiguous-organization", ROW_REJECTED,
                                            "A row names what could be several organisations."},
    [REFNET_KIND_DUPLICATE_ID] = {"duplicate-id", ROW_REJECTED,
                                  "An id is used before, by a row that says something else."},
    [REFNET_KIND_DUPLICATE_AREA] = {"duplicate-area", ROW_REJECTED,
                                    "An area is described before, in another way."},
    [REFNET_KIND_RESERVED_AREA] = {"reserved-area", ROW_REJECTED,
                                   "A word that means every area is used as the key of one."},
    [REFNET_KIND_TOTAL_ROW] = {"total-row", ROW_REJECTED,
                               "A row below the others adds them up, or is a remark on them."},
    [REFNET_KIND_DIVIDED_AREA] = {"divided-area", ROW_REJECTED,
                                  "A need is given for an area that consists of others."},
    [REFNET_KIND_DUPLICATE_CATEGORY] = {"duplicate-category", ROW_REJECTED,
                                        "A category is named before, in another way."},
    [REFNET_KIND_BAD_COUNT] = {"bad-count", ROW_REJECTED,
                               "A count of referrals is not a whole number from 0 up."},
    [REFNET_KIND_BAD_REQUIRED_DATE] = {"bad-required-date", ROW_REJECTED,
                                       "A date that the row needs cannot be read."},
    [REFNET_KIND_BAD_NUMBER] = {"bad-number", WARNING,
                                "A number cannot be read or is out of range; it is unknown."},
    [REFNET_KIND_BAD_COORDINATE] = {"bad-coordinate", WARNING,
                                    "A latitude or longitude is impossible; it is unknown."},
    [REFNET_KIND_SWAPPED_COORDINATES] = {"swapped-coordinates", WARNING,
                                         "Latitude and longitude seem to stand in each other's "
                                         "cell."},
    [REFNET_KIND_ZERO_COORDINATES] = {"zero-coordinates", WARNING,
                                      "Latitude and longitude are both 0; they are unknown."},
    [REFNET_KIND_WRONG_HEMISPHERE] = {"wrong-hemisphere", WARNING,
                                      "A place would be near the others with the other sign."},
    [REFNET_KIND_BAD_DATE] = {"bad-date", WARNING, "A date cannot be read; it is unknown."},
    [REFNET_KIND_AMBIGUOUS_DATE] = {"ambiguous-date", WARNING,
                                    "Day and month could be either way round; it is unknown."},
    [REFNET_KIND_FUTURE_DATE] = {"future-date", WARNING,
                                 "Something that has happened is dated in the future."},
    [REFNET_KIND_DATES_OUT_OF_ORDER] = {"dates-out-of-order", WARNING,
                                        "Of two dates of a row the one that comes first is the "
                                        "later."},
    [REFNET_KIND_BAD_ANSWER] = {"bad-answer", WARNING, "A yes or no cannot be read."},
    [REFNET_KIND_UNCLEAR_ANSWER] = {"unclear-answer", WARNING,
                                    "A row is said to be a referral in words that are neither yes "
                                    "nor no; it counts as one."},
    [REFNET_KIND_APPROXIMATE_COUNT] = {"approximate-count", WARNING,
                                       "A count or another figure is about so many, a range or a "
                                       "word; what it was read as is said."},
    [REFNET_KIND_ANSWERS_NOT_USED] = {"answers-not-used", WARNING,
                                      "A column says who refers the other way round; it is not "
                                      "used."},
    [REFNET_KIND_UNKNOWN_FREQUENCY] = {"unknown-frequency", WARNING,
                                       "A frequency is none of the known words."},
    [REFNET_KIND_UNKNOWN_BASIS] = {"unknown-basis", WARNING, "A basis is none of the known words."},
    [REFNET_KIND_RENEWAL_OF_NONE] = {"renewal-of-none", WARNING,
                                     "A row has no agreement, and a day on which it is up for "
                                     "renewal."},
    [REFNET_KIND_UNKNOWN_AGREEMENT] = {"unknown-agreement", WARNING,
                                       "An agreement is none of the known words."},
    [REFNET_KIND_UNKNOWN_PERIOD] =
        {"unknown-period", WARNING,
         "A period cannot be converted to years; the figure is unknown."},
    [REFNET_KIND_UNKNOWN_REPORTER] = {"unknown-reporter", WARNING,
                                      "Who reported a referral is not one listed organisation."},
    [REFNET_KIND_UNKNOWN_AREA] = {"unknown-area", WARNING,
                                  "An area is named that areas.csv does not list."},
    [REFNET_KIND_AREA_CYCLE] = {"area-cycle", WARNING, "Areas are said to lie within each other."},
    [REFNET_KIND_PARENT_CYCLE] = {"parent-cycle", WARNING,
                                  "An organisation is its own parent, directly or through others."},
    [REFNET_KIND_ACCEPTED_EXCEEDS_COUNT] = {"accepted-exceeds-count", WARNING,
                                            "More referrals were accepted than made."},
    [REFNET_KIND_COMPLETED_EXCEEDS_ACCEPTED] = {"completed-exceeds-accepted", WARNING,
                                                "More referrals were completed than accepted or "
                                                "made."},
    [REFNET_KIND_UNLISTED_CONTACT] =
        {"unlisted-contact", WARNING,
         "A referral names a contact that contacts.csv does not list."},
    [REFNET_KIND_SEVERAL_CONTACTS] = {"several-contacts", WARNING,
                                      "A cell for one contact names several; the first is taken."},
    [REFNET_KIND_LEFT_CONTACT_NAMED] = {"left-contact-named", WARNING,
                                        "A contact who left is named in a later referral."},
    [REFNET_KIND_PLACEHOLDER_CONTACT] = {"placeholder-contact", WARNING,
                                         "A contact's name is a desk or a placeholder, no person."},
    [REFNET_KIND_UNKNOWN_SUCCESSOR] = {"unknown-successor", WARNING,
                                       "Who succeeds a contact is nobody whom contacts.csv lists."},
    [REFNET_KIND_DUPLICATE_COLUMN] = {"duplicate-column", WARNING,
                                      "Two columns have the same header."},
    [REFNET_KIND_SIMILAR_COLUMN] = {"similar-column", WARNING,
                                    "A header is nearly that of a field, which has no column."},
    [REFNET_KIND_SECOND_NAME] = {"second-name", WARNING,
                                 "Two columns could hold the names of the organisations."},
    [REFNET_KIND_COMMA_UNCLEAR] = {"comma-unclear", WARNING,
                                   "A cell with commas was read as one value, and a part of it is "
                                   "one by itself."},
    [REFNET_KIND_FLAG_COLUMNS] = {"flag-columns", WARNING,
                                  "Columns of yes and no may be services, which none lists."},
    [REFNET_KIND_SIMILAR_FILE] =
        {"similar-file", WARNING,
         "A file that is not read has nearly the name, or the columns, of one that "
         "would be."},
    [REFNET_KIND_SECOND_FILE] = {"second-file", WARNING,
                                 "A file looks like one that another is read as."},
    [REFNET_KIND_REPEATED_ROWS] = {"repeated-rows", WARNING,
                                   "Most rows of a table stand in another, too, that it is read "
                                   "together with."},
    [REFNET_KIND_SIMILAR_VALUE] = {"similar-value", WARNING,
                                   "Two values differ by so little that they may be one."},
    [REFNET_KIND_FIGURE_AS_NAME] = {"figure-as-name", WARNING,
                                    "A number was read as the name of a population or language."},
    [REFNET_KIND_NO_ORGANIZATION] =
        {"no-organization", WARNING,
         "A row seems to be a total, a remark or another word, not an organisation."},
    [REFNET_KIND_SAME_NAME] = {"same-name", WARNING,
                               "Two organisations have the same name, so it names neither."},
    [REFNET_KIND_SIMILAR_NAME] = {"similar-name", NOTE,
                                  "The names of two organisations differ by a letter or a blank."},
    [REFNET_KIND_REPEATED_NEED] = {"repeated-need", WARNING,
                                   "The need of an area for a service is told twice."},
    [REFNET_KIND_REPEATED_RESPONDENT] = {"repeated-respondent", WARNING,
                                         "An organisation is listed twice with other answers."},
    [REFNET_KIND_NO_SERVICES] = {"no-services", WARNING,
                                 "An organisation lists no services: unknown, not none."},
    [REFNET_KIND_SERVICES_LEFT_OUT] = {"services-left-out", WARNING,
                                       "An organisation lists services that its rows in "
                                       "services.csv leave out."},
    [REFNET_KIND_NO_AREAS] = {"no-areas", WARNING,
                              "An organisation lists no areas: unknown, not none."},
    [REFNET_KIND_NO_CONTACTS] = {"no-contacts", WARNING,
                                 "An organisation has no contact who is still there."},
    [REFNET_KIND_NOT_ANSWERED] = {"not-answered", WARNING,
                                  "An organisation did not answer: its silence is not a no."},
    [REFNET_KIND_ONE_AREA_LISTED] = {"one-area-listed", NOTE,
                                     "A name speaks of a whole county or state, but one area is "
                                     "listed."},
    [REFNET_KIND_ROWS_ABOVE_HEADER] = {"rows-above-header", NOTE,
                                       "The names of the columns stand below other rows."},
    [REFNET_KIND_SECOND_COLUMN] = {"second-column", NOTE,
                                   "A second column means the same field and is not used for it."},
    [REFNET_KIND_ANSWERS_READ] = {REFNET_ANSWERS_READ, NOTE,
                                  "A column says whether, or how often, there are referrals; rows "
                                  "that say no make no relationship."},
    [REFNET_KIND_COUNTS_ADDED] = {"counts-added", NOTE,
                                  "The count of a referral is the sum of its columns for months, "
                                  "quarters or years."},
    [REFNET_KIND_NUMBERED_COLUMNS] = {"numbered-columns", NOTE,
                                      "A list stands in several columns."},
    [REFNET_KIND_PERIOD_IN_HEADER] = {"period-in-header", NOTE,
                                      "A header says that the figures below it are of a month, a "
                                      "week or the like; they are converted to years."},
    [REFNET_KIND_UNUSED_COLUMN] = {"unused-column", NOTE, "A column means no field of the file."},
    [REFNET_KIND_NAMES_IN_COLUMN] =
        {"names-in-column", NOTE,
         "A column of organizations.csv that means no field names other organisations."},
    [REFNET_KIND_ATTRIBUTE_COLUMNS] = {"attribute-columns", NOTE,
                                       "Columns of organizations.csv mean no field; they are kept "
                                       "for colours and exports."},
    [REFNET_KIND_UNKNOWN_WORD] = {"unknown-word", NOTE,
                                  "Cells say that something is not known, and count as blank."},
    [REFNET_KIND_WHOLE_AREA] = {"whole-area", NOTE,
                                "An area is \"all of\" something, and is read as that, or as every "
                                "area, or every area is all there is, and is one."},
    [REFNET_KIND_UNUSED_FILE] = {"unused-file", NOTE, "A file of the folder is not read."},
    [REFNET_KIND_RECOGNIZED_FILE] = {REFNET_RECOGNIZED_FILE, NOTE,
                                     "A file of another name is read as what its name and its "
                                     "columns say it is."},
    [REFNET_KIND_MERGED_ROW] = {"merged-row", NOTE, "A row repeats an earlier one."},
    [REFNET_KIND_COMMA_SPLIT] = {"comma-split", NOTE,
                                 "A cell was split at its commas, for all parts are known values."},
    [REFNET_KIND_PLAIN_NAME] = {"plain-name", NOTE,
                                "A name is written otherwise than in organizations.csv, in a way "
                                "that leaves no doubt which is meant."},
    [REFNET_KIND_COMMA_KEPT] = {"comma-kept", NOTE,
                                "A cell of a list holds commas and was read as one value."},
    [REFNET_KIND_UNKNOWN_STATUS] =
        {"unknown-status", NOTE, "A status is none of the known words; nothing follows from it."},
    [REFNET_KIND_UNKNOWN_PARTNERSHIP] = {"unknown-partnership", NOTE,
                                         "A partnership is none of the known words; it is kept."},
    [REFNET_KIND_UNKNOWN_PARENT] = {"unknown-parent", NOTE,
                                    "A parent is not one listed organisation; it is kept as text."},
    [REFNET_KIND_CAPACITY_NOT_USED] = {"capacity-not-used", NOTE,
                                       "A capacity is not counted, for no single offer has it."},
    [REFNET_KIND_UNKNOWN_NOMINATED] = {"unknown-nominated", NOTE,
                                       "A nominated organisation is not listed; the row is kept."},
    [REFNET_KIND_SELF_REFERRAL] = {"self-referral", NOTE,
                                   "An organisation refers to itself; no relationship is made."},
    [REFNET_KIND_FAR_PLACE] = {"far-place", NOTE, "A place is far from all but a few others."},
    [REFNET_KIND_RENEWAL_PASSED] = {"renewal-passed", NOTE,
                                    "A referral is later than the day its agreement was up for "
                                    "renewal."},
    [REFNET_KIND_SERIAL_DATE] =
        {"serial-date", NOTE, "Dates are written as the numbers by which spreadsheets count days."},
    [REFNET_KIND_SHORT_YEAR] = {"short-year", NOTE,
                                "Years of dates have two digits; they are read as 1969 to 2068."},
    [REFNET_KIND_PERIOD_FOR_DATE] =
        {"period-for-date", NOTE,
         "Dates are whole months, quarters, seasons or years; their first day "
         "is taken, or their last where something ends."},
    [REFNET_KIND_DATE_WITH_WORDS] = {"date-with-words", NOTE,
                                     "Words stand beside a date; it is read without them."},
    [REFNET_KIND_DATE_ORDER_TOLD] = {"date-order-told", NOTE,
                                     "Whether day or month comes first was told from other dates "
                                     "of the file."},
    [REFNET_KIND_ORGANIZATIONS_TAKEN] = {"organizations-taken", NOTE,
                                         "There is no list of organisations; referrals name them."},
    [REFNET_KIND_TAKEN_ORGANIZATION] = {"taken-organization", NOTE,
                                        "An organisation is known from referrals only."},
    [REFNET_KIND_NO_TIES] = {"no-ties", NOTE, "An organisation has no recorded relationships."},
};

const RefnetKindInfo *refnet_kind_info(RefnetKind kind) {
  return &kinds[kind];
}

gboolean refnet_kind_is_told(RefnetKind kind, const RefnetDiagnostics *diagnostics) {
  enum { FINDINGS_KEPT = 100 /* of a kind, by RefnetDiagnostics */ };
  return refnet_diagnostics_count_kind(diagnostics, refnet_kind_info(kind)->word) < FINDINGS_KEPT;
}
