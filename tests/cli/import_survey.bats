#!/usr/bin/env bats
# Surveys as survey programs export them, and sign-in sheets: what is taken, what is said of it.
load helper

SURVEYS=tests/cli/surveys

# Imports the survey $1 with the options that follow; the dataset is in $DIR.
import_survey() {
    local source=$1
    shift
    DIR=$BATS_TEST_TMPDIR/out
    rm -rf "$DIR"
    refnet import survey "$source" -o "$DIR" --as-of "$AS_OF" "$@"
}

# The referrals of the dataset as "from > to: frequency or count", in order.
links() {
    python3 - "$DIR/referrals.csv" <<'PYTHON'
import csv, sys
for row in csv.DictReader(open(sys.argv[1])):
    print(f"{row['from']} > {row['to']}: {row['count'] or row['frequency'] or 'yes'}")
PYTHON
}

assert_links() {
    assert_equal "$(links)" "$1"
}

assert_passes_check() {
    refnet check "$DIR" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
}

# A file of the test's own: NAME TEXT, \n understood.
made() {
    printf '%b' "$2" >"$BATS_TEST_TMPDIR/$1"
    echo "$BATS_TEST_TMPDIR/$1"
}

@test "a matrix: rows refer to columns, 0 is never, blank and the diagonal are nothing" {
    import_survey $SURVEYS/matrix.csv
    assert_status 0
    assert_links 'Elm Clinic > Family Services, Inc.: never
Elm Clinic > Ride Together: monthly
Family Services, Inc. > Bay Food: never
Family Services, Inc. > Elm Clinic: quarterly
Family Services, Inc. > Ride Together: never
Ride Together > Bay Food: weekly
Ride Together > Elm Clinic: never
Ride Together > Family Services, Inc.: yearly'
    assert_equal "$(cat "$DIR/respondents.csv")" 'organization,answered,date
Bay Food,no,
Elm Clinic,yes,
"Family Services, Inc.",yes,
Ride Together,yes,'
    assert_contains "$output" 'Elm Clinic refers to Ride Together: right?'
    assert_contains "$output" '"0" as never (4)'
    assert_passes_check
}

@test "a column of totals beside a matrix is nobody's, and it is said that it is left out" {
    local file
    file=$(made totals.csv 'Referrals FY25,Elm,Oak,Total,In %\nElm,,35,35,.74\nOak,12,,12,.26\nTotal,12,35,47,\nTotal In,12,35,,\n')
    import_survey "$file" --format json
    assert_links 'Elm > Oak: 35
Oak > Elm: 12'
    assert_equal "$(tail -n +2 "$DIR/organizations.csv" | tr '\n' ' ')" 'Elm, Oak, '
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '4 2 2 0'
    import_survey "$file"
    assert_contains "$output" 'Left out as being worked out from the others: "Total", "In %".'
}

@test "a row of totals below a matrix answers for nobody" {
    { cat $SURVEYS/matrix.csv; echo 'Total:,2,2,2,2'; } >"$BATS_TEST_TMPDIR/matrix.csv"
    import_survey $SURVEYS/matrix.csv
    local before
    before=$(cat "$DIR"/*.csv)
    import_survey "$BATS_TEST_TMPDIR/matrix.csv"
    assert_equal "$(cat "$DIR"/*.csv)" "$before"
    assert_contains "$output" "1 left out on purpose"
}

@test "the same matrix as asked of those who receive" {
    import_survey $SURVEYS/matrix.csv --direction received
    assert_status 0
    assert_contains "$(links)" 'Ride Together > Elm Clinic: monthly'
    assert_contains "$(links)" 'Bay Food > Ride Together: weekly'
}

@test "order of rows and columns changes nothing" {
    import_survey $SURVEYS/matrix.csv
    local before
    before=$(cat "$DIR"/*.csv)
    python3 - $SURVEYS/matrix.csv >"$BATS_TEST_TMPDIR/matrix.csv" <<'PYTHON'
import csv, sys
rows = list(csv.reader(open(sys.argv[1])))
order = [0] + list(range(len(rows[0]) - 1, 0, -1))
csv.writer(sys.stdout).writerows([[r[i] for i in order] for r in [rows[0]] + rows[:0:-1]])
PYTHON
    import_survey "$BATS_TEST_TMPDIR/matrix.csv"
    assert_equal "$(cat "$DIR"/*.csv)" "$before"
}

@test "who answered twice and the same is told so" {
    { cat $SURVEYS/google-forms.csv | sed '4d'; echo '3/17/2026 9:26:53,a@x.org,Elm Clinic,,Weekly,Never,'; } >"$BATS_TEST_TMPDIR/twice.csv"
    import_survey "$BATS_TEST_TMPDIR/twice.csv"
    assert_contains "$output" 'Answered more than once: Elm Clinic. No two of their answers differ.'
}

@test "Google Forms: partners in brackets, the strongest of two answers, other spellings" {
    import_survey $SURVEYS/google-forms.csv
    assert_status 0
    assert_links 'Bay Food & Shelter > Elm Clinic: never
Bay Food & Shelter > Family Services, Inc.: weekly
Elm Clinic > Family Services, Inc.: never
Elm Clinic > Ride Together: daily
Ride Together > Elm Clinic: monthly
Ride Together > Family Services, Inc.: yearly'
    assert_contains "$output" 'Answered more than once: Elm Clinic. Where their answers differ (1 link), the strongest counts.'
    assert_contains "$output" '"The Elm Clinic" was read as "Elm Clinic"'
    assert_contains "$output" 'What "Sort of" says about referrals is not known'
    assert_contains "$output" 'Left out as not asking about referrals: "Any comments?"'
    assert_contains "$(cat "$DIR/organizations.csv")" 'Elm Clinic,The Elm Clinic'
    assert_passes_check
}

@test "what an answer means can be said" {
    import_survey $SURVEYS/google-forms.csv --scale 'Sort of=monthly,Weekly=daily'
    assert_status 0
    assert_contains "$(links)" 'Elm Clinic > Family Services, Inc.: monthly'
    assert_contains "$(links)" 'Bay Food & Shelter > Family Services, Inc.: daily'
    import_survey $SURVEYS/google-forms.csv --scale 'Weekly=hourly'
    assert_status 2
    assert_contains "$stderr" '--scale takes'
    [ ! -e "$DIR" ]
}

@test "cells with several names: known ones stay whole, commas and all, in both directions" {
    import_survey $SURVEYS/multi-select.csv
    assert_status 0
    assert_contains "$(links)" 'Elm Clinic > Family Services, Inc.: yes'
    assert_contains "$(links)" 'Elm Clinic > Bay Food & Shelter: yes'
    assert_contains "$(links)" 'Ride Together > Elm Clinic: yes'
    refute_contains "$(links)" 'None of the above'
    assert_contains "$output" '"Elm Clinc" was taken as an organisation of its own; did you mean "Elm Clinic"?'
    assert_passes_check
}

@test "with the right names given, slips and strangers become nominations" {
    printf 'name,sector\nElm Clinic,health\nRide Together,transport\n"Family Services, Inc.",family\nBay Food & Shelter,food\n"Housing, Health & Hope Center",housing\n' >"$BATS_TEST_TMPDIR/names.csv"
    import_survey $SURVEYS/multi-select.csv --organizations "$BATS_TEST_TMPDIR/names.csv"
    assert_status 0
    assert_contains "$(links)" 'Bay Food & Shelter > Housing, Health & Hope Center: yes'
    assert_contains "$(cat "$DIR/nominations.csv")" 'Elm Clinc,Bay Food & Shelter'
    assert_contains "$(cat "$DIR/organizations.csv")" '"Housing, Health & Hope Center",,housing'
    assert_contains "$output" 'names.csv'
    assert_passes_check
}

@test "who is known there, and who else to meet: contacts, who holds a relationship, nominations" {
    cat >"$BATS_TEST_TMPDIR/people.csv" <<'CSV'
Agency,How often do you refer to? [Elm Clinic],How often do you refer to? [Ride Together],How often do you refer to? [Bay Food],Who is your main contact at each? [Elm Clinic],Who is your main contact at each? [Ride Together],Who is your main contact at each? [Bay Food],How often are you in contact? [Bay Food],What other organizations should we invite to the table?
Elm Clinic,,weekly,never,Eve Elm,"Ann Li, ann@ride.example",n/a,weekly,"Blue Door, Bay Food"
Ride Together,monthly,,,yes,,Bo Bay | Cy Bay <cy@bay.example>,,"Elm Clinc, Ride Together"
Bay Food,,yearly,,,ANN LI,,,none
CSV
    import_survey "$BATS_TEST_TMPDIR/people.csv" --show-people
    assert_status 0
    assert_equal "$(cat "$DIR/contacts.csv")" 'organization,name,email,first_contact,last_contact
Bay Food,Bo Bay,,,
Bay Food,Cy Bay,cy@bay.example,,
Elm Clinic,Eve Elm,,,
Ride Together,ANN LI,ann@ride.example,,'
    assert_equal "$(cat "$DIR/referrals.csv")" 'from,to,count,frequency,basis,reported_by,from_contact,to_contact
Bay Food,Ride Together,,yearly,declared,Bay Food,,ANN LI
Elm Clinic,Bay Food,,never,declared,Elm Clinic,,
Elm Clinic,Ride Together,,weekly,declared,Elm Clinic,,Ann Li
Ride Together,Elm Clinic,,monthly,declared,Ride Together,,'
    assert_equal "$(cut -d, -f1,2 "$DIR/nominations.csv")" 'nominated,named_by
Bay Food,Elm Clinic
Blue Door,Elm Clinic
Elm Clinc,Ride Together'
    assert_contains "$output" 'Four people were named as contacts at three organisations; contacts.csv has them.'
    assert_contains "$output" 'Three answers say who else should be met; nominations.csv has them.'
    assert_contains "$output" '"Elm Clinc" was named as one to meet; did you mean "Elm Clinic"?'
    assert_contains "$output" 'The cell names nobody, so no contact was taken from it.'
    assert_contains "$output" 'Left out as not asking about referrals: "How often are you in contact? [Bay Food]".'
    assert_passes_check
    # Who asks for it gets the question read as one about referrals.
    import_survey "$BATS_TEST_TMPDIR/people.csv" --question "other organizations"
    refute_contains "$(cut -d, -f1 "$DIR/nominations.csv")" 'Bay Food'
    assert_contains "$(links)" 'Elm Clinic > Bay Food: yes'
}

@test "SurveyMonkey: questions over partners, other questions left out, others nominated" {
    import_survey $SURVEYS/surveymonkey.csv
    assert_status 0
    assert_links 'Elm Clinic > Family Services, Inc.: never
Elm Clinic > Ride Together: daily
Ride Together > Elm Clinic: quarterly
Ride Together > Family Services, Inc.: yearly'
    assert_contains "$output" 'Which do you trust? - Elm Clinic'
    assert_contains "$(cat "$DIR/nominations.csv")" 'Blue Door Shelter,Elm Clinic,2026-03-14'
    assert_passes_check
}

@test "Qualtrics: three rows of header, previews left out, who receives refers back" {
    import_survey $SURVEYS/qualtrics.csv --format json
    assert_status 0
    assert_links 'Elm Clinic > Ride Together: monthly
Family Services, Inc. - North > Elm Clinic: never
Family Services, Inc. - North > Ride Together: daily
Ride Together > Elm Clinic: weekly'
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '4 2 1 1'
    assert_equal "$(json '.findings[] | select(.kind == "no-respondent") | [.line, .column] | join(":")')" 7:10
    assert_passes_check
}

@test "Microsoft Forms: headers that are partners' names and nothing else" {
    import_survey $SURVEYS/microsoft-forms.csv
    assert_status 0
    assert_contains "$(links)" 'Zeta House > Ride Together: weekly'
    assert_contains "$output" '"What could be better?"'
    assert_passes_check
}

@test "a sign-in sheet becomes meetings and contacts, never referrals" {
    import_survey $SURVEYS/sign-in.csv
    assert_status 0
    [ ! -e "$DIR/referrals.csv" ]
    assert_equal "$(cat "$DIR/meetings.csv")" 'organization,date,people
Elm Clinic,2026-01-14,Ann Lee; Jo Smith
Elm Clinic,2026-02-11,Jo Smith
Elm Clinic,2026-03-11,Ann Lee
Ride Together,2026-03-11,Bo Ray'
    assert_contains "$(cat "$DIR/contacts.csv")" 'Elm Clinic,Ann Lee,,2026-01-14,2026-03-11'
    assert_contains "$output" 'and no referrals'
    assert_passes_check
}

@test "a meeting whose column stands before the names is one, too" {
    printf '1/14/2026,2/11/2026,Agency,Name,3/11/2026\nx,,Elm,Ann Lee,x\nx,x,Oak,Bo Ray,\n' >"$BATS_TEST_TMPDIR/before.csv"
    import_survey "$BATS_TEST_TMPDIR/before.csv"
    assert_status 0
    assert_equal "$(tail -n +2 "$DIR/meetings.csv")" 'Elm,2026-01-14,Ann Lee
Elm,2026-03-11,Ann Lee
Oak,2026-01-14,Bo Ray
Oak,2026-02-11,Bo Ray'
}

@test "a sign-in sheet's first and last names, phones and titles; who came for nobody is no organisation" {
    printf '%s\n' 'First,Last,Org,Phone,Title,"January 14, 2026","February 11, 2026"' \
        'Ann,Lee,Elm Clinic,555-0101,Director,1,1' 'Bo,Ray,Elm Clinic,,,,x' 'Cy,Fox,Community member,,,x,' \
        'Di,Paz,N/A,,,x,' 'Total,,Total,,,3,2' >"$BATS_TEST_TMPDIR/parts.csv"
    import_survey "$BATS_TEST_TMPDIR/parts.csv" --format json
    assert_status 0
    assert_equal "$(cat "$DIR/contacts.csv")" 'organization,name,email,first_contact,last_contact,phone,role
Elm Clinic,Ann Lee,,2026-01-14,2026-02-11,555-0101,Director
Elm Clinic,Bo Ray,,2026-02-11,2026-02-11,,'
    assert_equal "$(cut -d, -f1 "$DIR/organizations.csv")" $'name\nElm Clinic'
    assert_equal "$(json '.unused[] | "\(.rows) \(.reason)"')" '1 They came for themselves.
1 They came for no organisation that is named.
1 Totals, remarks and words in place of an organisation.'
    printf '%s\n' 'First Name,Last Name,2026-01-14,2026-02-11' 'Ann,Lee,x,x' >"$BATS_TEST_TMPDIR/persons.csv"
    import_survey "$BATS_TEST_TMPDIR/persons.csv"
    assert_status 3
    assert_contains "$stderr" 'says who came, but not from which organisation; add a column Organization'
}

@test "addresses of people are no organisations that answer" {
    printf 'Name (original name),Email,Total duration (minutes),Guest\nAnn Lee (Elm Clinic),ann@x.example,60,Yes\nBo Ray,bo@x.example,55,Yes\n' >"$BATS_TEST_TMPDIR/call.csv"
    import_survey "$BATS_TEST_TMPDIR/call.csv"
    assert_status 3
    assert_contains "$stderr" 'no column that says which organisation answers'
}

@test "of several answers that are not understood each is told" {
    printf 'Agency,Elm,Oak,Ash\nElm,,Sort of,Weekly\nOak,Kind of,,Monthly\nAsh,Kind of,Weekly,\n' >"$BATS_TEST_TMPDIR/strange.csv"
    import_survey "$BATS_TEST_TMPDIR/strange.csv"
    assert_status 0
    assert_contains "$(tr -s ' \n' ' ' <<<"$output")" 'Three times, for example: what "Sort of" says about referrals is not known; the answer was left out; so it is with "Kind of" (lines 2, 3 and 4).'
}

@test "sign-in sheets without years, or with dates that can be read both ways, are not guessed" {
    printf 'Member,2/14,3/14\nElm Clinic,x,\n' >"$BATS_TEST_TMPDIR/short.csv"
    import_survey "$BATS_TEST_TMPDIR/short.csv"
    assert_status 3
    assert_contains "$stderr" 'have no year'
    printf 'Member,2/3/2026,3/4/2026\nElm Clinic,x,\n' >"$BATS_TEST_TMPDIR/both.csv"
    import_survey "$BATS_TEST_TMPDIR/both.csv"
    assert_status 3
    assert_contains "$stderr" '--date-order'
    import_survey "$BATS_TEST_TMPDIR/both.csv" --date-order dmy
    assert_status 0
    assert_contains "$(cat "$DIR/meetings.csv")" 'Elm Clinic,2026-03-02,'
}

@test "a folder that holds something is not overwritten, and a failed import leaves none" {
    import_survey $SURVEYS/matrix.csv
    refnet import survey $SURVEYS/sign-in.csv -o "$DIR"
    assert_status 2
    [ ! -e "$DIR/meetings.csv" ]
    printf 'a,b\n1,2\n' >"$BATS_TEST_TMPDIR/none.csv"
    import_survey "$BATS_TEST_TMPDIR/none.csv"
    assert_status 3
    [ ! -e "$DIR" ]
    : >"$BATS_TEST_TMPDIR/empty.csv"
    import_survey "$BATS_TEST_TMPDIR/empty.csv"
    assert_status 3
    assert_contains "$stderr" 'empty.csv is empty'
}

@test "a survey may stand for referrals or respondents, and its folder goes again" {
    export TMPDIR=$BATS_TEST_TMPDIR/scratch
    mkdir -p "$TMPDIR"
    refnet summary --referrals $SURVEYS/google-forms.csv --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json '[.arcs, .dataset.path, .dataset.response_rate] | join(" ")')" "4 $SURVEYS/google-forms.csv 0.75"
    assert_contains "$stderr" 'google-forms.csv was read as a survey'
    refnet summary --survey $SURVEYS/matrix.csv --as-of "$AS_OF" --format json --quiet
    assert_equal "$(json .arcs)" 4
    assert_equal "$stderr" ''
    assert_equal "$(ls -A "$TMPDIR")" ''
    printf 'from,to\nElm,Ride\n' >"$BATS_TEST_TMPDIR/edges.csv"
    refnet summary --referrals "$BATS_TEST_TMPDIR/edges.csv" --as-of "$AS_OF" --format json
    refute_contains "$stderr" 'read as a survey'
}

@test "columns called Partner 1, Partner 2 … list partners, those who did not answer, too" {
    printf 'Organization,Partner 1,Partner 2\nElm Clinic,Ride Together,Bay Food\nRide Together,Elm Clinic,\n' >"$BATS_TEST_TMPDIR/slots.csv"
    import_survey "$BATS_TEST_TMPDIR/slots.csv"
    assert_status 0
    assert_links 'Elm Clinic > Bay Food: yes
Elm Clinic > Ride Together: yes
Ride Together > Elm Clinic: yes'
}

# The survey $1 as a sheet of $BATS_TEST_TMPDIR/made.xlsx, beside another one.
as_workbook() {
    printf 'How to fill this in\nAsk Ann\n' >"$BATS_TEST_TMPDIR/notes.csv"
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/made.xlsx" \
        "Notes=$BATS_TEST_TMPDIR/notes.csv" "Form Responses 1=$1"
}

@test "a survey in a workbook says the same as in a CSV file" {
    for survey in matrix surveymonkey qualtrics google-forms microsoft-forms multi-select sign-in; do
        as_workbook $SURVEYS/$survey.csv
        import_survey $SURVEYS/$survey.csv
        rm -rf "$BATS_TEST_TMPDIR/csv"
        mv "$DIR" "$BATS_TEST_TMPDIR/csv"
        import_survey "$BATS_TEST_TMPDIR/made.xlsx" --format json
        assert_status 0
        diff -r "$BATS_TEST_TMPDIR/csv" "$DIR"
        assert_equal "$(json '.files[0].file')" 'sheet Form Responses 1'
        assert_contains "$(json '.sentences[0]')" 'not read: "Notes"'
    done
    refnet summary --referrals "$BATS_TEST_TMPDIR/made.xlsx" --as-of "$AS_OF"
    assert_contains "$stderr" 'made.xlsx was read as a survey'
    refnet summary "$BATS_TEST_TMPDIR/made.xlsx" --as-of "$AS_OF"
    assert_status 0
}

@test "of several sheets that may be the survey, --sheet says which" {
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/two.xlsx" \
        "Spring=$SURVEYS/google-forms.csv" "Fall=$SURVEYS/google-forms.csv"
    import_survey "$BATS_TEST_TMPDIR/two.xlsx"
    assert_status 3
    assert_contains "$stderr" 'several sheets of two.xlsx may be the survey: "Spring", "Fall"; say which with --sheet'
    import_survey "$BATS_TEST_TMPDIR/two.xlsx" --sheet fall --format json
    assert_status 0
    assert_equal "$(json '.files[0].file')" 'sheet Fall'
    import_survey "$BATS_TEST_TMPDIR/two.xlsx" --sheet Winter
    assert_status 2
    assert_contains "$stderr" 'no sheet "Winter"; its sheets are "Spring", "Fall"'
}

@test "the organisations' right names may come from a workbook" {
    printf 'Our members\nid,Agency\nelm,Elm Clinic\nride,Ride Together\n' >"$BATS_TEST_TMPDIR/members.csv"
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/names.xlsx" "Members=$BATS_TEST_TMPDIR/members.csv"
    import_survey $SURVEYS/matrix.csv --organizations "$BATS_TEST_TMPDIR/names.xlsx"
    assert_status 0
    assert_contains "$(cat "$DIR/organizations.csv")" 'Elm Clinic,,elm'
}

@test "titles that are sentences with the partner inside are divided, and say the direction" {
    local survey=$BATS_TEST_TMPDIR/sentences.csv
    printf 'Timestamp,Your organization,How often do you receive referrals from Elm Clinic?,How often do you receive referrals from Harbor Housing?,How often do you receive referrals from Harbor Meals?,Number of staff,Number of volunteers,Number of rooms\n2026-01-01,Elm Clinic,,Weekly,Never,3,4,5\n2026-01-02,Harbor Housing,Monthly,,Never,1,1,1\n' >"$survey"
    import_survey "$survey" --format json
    assert_status 0
    assert_links 'Elm Clinic > Harbor Housing: monthly
Harbor Housing > Elm Clinic: weekly
Harbor Meals > Elm Clinic: never
Harbor Meals > Harbor Housing: never'
    assert_contains "$(json '.sentences | join("\n")')" \
        '"How often do you receive referrals from …?" was read so that the partner refers to the one who answers'
    printf 'Agency,We refer clients to Elm Clinic,We refer clients to Ride Together,Elm Clinic refers clients to us,Ride Together refers clients to us\nElm Clinic,,yes,,no\nRide Together,no,,no,\n' >"$survey"
    import_survey "$survey"
    assert_status 0
    assert_links 'Elm Clinic > Ride Together: yes
Elm Clinic > Ride Together: never
Ride Together > Elm Clinic: never
Ride Together > Elm Clinic: never'
    printf 'Organization name,Does your organization work with Elm Clinic on housing?,Does your organization work with Ride Together on housing?,Does your organization work with Bay Food on housing?\nElm Clinic,,yes,no\nRide Together,no,,yes\n' >"$survey"
    import_survey "$survey" --direction received
    assert_links 'Bay Food > Elm Clinic: never
Bay Food > Ride Together: yes
Elm Clinic > Ride Together: never
Ride Together > Elm Clinic: yes'
}

@test "what a survey has wrong is told of the survey, not of the files made out of it" {
    refnet check --referrals $SURVEYS/google-forms.csv --as-of "$AS_OF" --format json --quiet
    assert_equal "$(json -c '[.files[].file] | unique')" '["google-forms.csv"]'
    assert_equal "$(json -c '[.findings[].line] | unique')" '[null]'
    refnet show $SURVEYS/google-forms.csv "Elm Clinic" --as-of "$AS_OF" --quiet
    refute_contains "$output" 'organizations.csv:'
}

@test "attendances without a day are told; days may begin with a month" {
    import_survey "$(made log.csv 'Date,Agency,Name\n2026-02-03,Elm Clinic,Ann\n2026-02-30,Ride,Bo\n,Bay,Cy\n3/1/2026,Bay,Cy\n14/3/2026,Ride,Bo\n')" \
        --date-order dmy --format json
    assert_status 0
    assert_equal "$(tail -n +2 "$DIR/meetings.csv" | cut -d, -f1,2 | paste -sd' ')" \
        'Bay,2026-01-03 Elm Clinic,2026-02-03 Ride,2026-03-14'
    assert_equal "$(json '[.findings[] | select(.kind == "no-date") | "\(.line):\(.column) \(.message)"] | join(" ")')" \
        '3:1 "2026-02-30" is no date, so the row became a contact and no meeting. 4:1 The date is blank, so the row became a contact and no meeting.'
    import_survey "$(made days.csv 'Timestamp,Your organization,How often do you refer to Bay?,How often do you refer to Elm?\n"Feb. 14, 2026",Elm,weekly,\n2026/02/15 3:15:22 PM EST,Bay,,monthly\n')"
    assert_equal "$(tail -n +2 "$DIR/respondents.csv" | paste -sd' ')" 'Bay,yes,2026-02-15 Elm,yes,2026-02-14'
}

@test "a title of nothing but dividers costs no more than its length" {
    printf 'Your organization,%s,Refer to [Bay],Refer to [Elm]\nElm,a,yes,\nBay,b,,no\n' \
        "$(head -c 100000 /dev/zero | sed 's/\x0/a\//g')" >"$BATS_TEST_TMPDIR/slashes.csv"
    timeout 60 "$REFNET" import survey "$BATS_TEST_TMPDIR/slashes.csv" \
        -o "$BATS_TEST_TMPDIR/slashes" >/dev/null
}

@test "a sign-in sheet that names nobody makes no dataset" {
    printf 'Member,2026-01-14,2026-02-11\n,x,x\n' >"$BATS_TEST_TMPDIR/nobody.csv"
    import_survey "$BATS_TEST_TMPDIR/nobody.csv"
    assert_status 3
    assert_contains "$stderr" 'no row names an organisation'
    [ ! -e "$DIR" ]
}

@test "a table of services given for referrals: what was assumed, and how to say otherwise" {
    printf 'Agency,Food,Beds,Rides\nElm,Yes,No,Yes\nOak,No,Yes,No\nAsh,Yes,,\n' >"$BATS_TEST_TMPDIR/flat.csv"
    refnet summary --referrals "$BATS_TEST_TMPDIR/flat.csv" --as-of "$AS_OF"
    assert_status 0
    assert_contains "$stderr" "its columns were taken for partners and yes for a referral; should they be services, refnet import flat $BATS_TEST_TMPDIR/flat.csv -o DIR reads them so"
    assert_contains "$stderr" "refnet import survey $BATS_TEST_TMPDIR/flat.csv -o DIR makes a dataset of it"
}

@test "a row for each partner: another column says how often, and a no is none" {
    cat >"$BATS_TEST_TMPDIR/pairs.csv" <<'CSV'
Agency,Partner,How often do you refer to them?,Do they refer to you?,Level of trust
Elm Clinic,"Family Services, Inc.",often,No,4
Elm Clinic,Dayton Day Center,"No, but we would like to",yes,1
Ride Together,Elm Clinic,Never/only at meetings,,3
CSV
    import_survey "$BATS_TEST_TMPDIR/pairs.csv"
    assert_status 0
    assert_links 'Dayton Day Center > Elm Clinic: yes
Elm Clinic > Dayton Day Center: never
Elm Clinic > Family Services, Inc.: weekly
Family Services, Inc. > Elm Clinic: never
Ride Together > Elm Clinic: never'
    assert_contains "$output" 'Left out as not asking about referrals: "Level of trust"'
    assert_passes_check
    refnet summary "$BATS_TEST_TMPDIR/pairs.csv" --as-of "$AS_OF" --format json
    assert_equal "$(json .arcs)" 2
}

@test "questions that end in the same instruction are not one question" {
    cat >"$BATS_TEST_TMPDIR/form.csv" <<'CSV'
Timestamp,What is the name of your organization?,Which services do you provide? (check all that apply),To which of these partners do you refer clients? (check all that apply)
2026/03/04 9:12:33 AM CST,Elm Clinic,"Food, Housing (incl. shelter)","Ride Together, Bay Food, Other: Bike Kitchen"
2026/03/04 10:01:02 AM CST,Ride Together,Rides,Elm Clinic
2026/03/05 1:44:00 PM CST,Bay Food,Food,"Elm Clinic, Ride Together"
CSV
    import_survey "$BATS_TEST_TMPDIR/form.csv"
    assert_status 0
    assert_links 'Bay Food > Elm Clinic: yes
Bay Food > Ride Together: yes
Elm Clinic > Bay Food: yes
Elm Clinic > Bike Kitchen: yes
Elm Clinic > Ride Together: yes
Ride Together > Elm Clinic: yes'
}

@test "a word above the partners of a matrix says what they do" {
    local file="$BATS_TEST_TMPDIR/matrix.csv" word
    for word in RECEIVES 'Receiving agency' TO; do
        printf '%s\n' ",$word,," "SENDS,Elm,Bay,Oak" Elm,,3, Bay,,,1 Oak,,,, > "$file"
        run -0 "$REFNET" import survey "$file" -o "$BATS_TEST_TMPDIR/sent" --force --as-of "$AS_OF"
        assert_contains "$output" "\"$word\" was read so that the one who answers refers to the partner"
        assert_equal "$(cut -d, -f1,2 "$BATS_TEST_TMPDIR/sent/referrals.csv" | tail -n +2)" "$(printf '%s\n' Bay,Oak Elm,Bay)"
    done
    printf '%s\n' "FROM,,," ",Elm,Bay,Oak" Elm,,3, Bay,,,1 Oak,,,, > "$file"
    run -0 "$REFNET" import survey "$file" -o "$BATS_TEST_TMPDIR/from" --as-of "$AS_OF"
    assert_equal "$(cut -d, -f1,2 "$BATS_TEST_TMPDIR/from/referrals.csv" | tail -n +2)" "$(printf '%s\n' Bay,Elm Oak,Bay)"
    # A column that lists names is asked of the one who answers.
    printf '%s\n' "Organization,Receives referrals" "Elm,Bay; Oak" "Bay,Elm" "Oak," > "$file"
    run -0 "$REFNET" import survey "$file" -o "$BATS_TEST_TMPDIR/names" --as-of "$AS_OF"
    assert_equal "$(cut -d, -f1,2 "$BATS_TEST_TMPDIR/names/referrals.csv" | tail -n +2)" "$(printf '%s\n' Bay,Elm Elm,Bay Oak,Elm)"
}

@test "what organisations say of themselves is kept: services, areas, whom they serve" {
    cat >"$BATS_TEST_TMPDIR/forms.csv" <<'CSV'
Timestamp,Which organization do you represent?,"What services does your organization provide? (check all that apply)",Which towns do you serve?,Type of organization,"How often do you refer clients to each? [Elm Clinic]","How often do you refer clients to each? [Bay Food]",What services are missing in our county?
2026/02/03 1:02:03 PM MDT,Elm Clinic,"Primary care, Food (pantry, meals)","Bay, Hill",Health,,Weekly,rides
2026/02/04 1:02:03 PM MDT,Bay Food,Food pantry,All of Bay County,Food,Monthly,,none
2026/02/05 1:02:03 PM MDT,Elm Clinic,"Dental; primary-care",,Health,,Weekly,
CSV
    import_survey "$BATS_TEST_TMPDIR/forms.csv"
    assert_status 0
    assert_equal "$(cat "$DIR/organizations.csv")" 'name,alternate_names,sector,services,areas
Bay Food,,Food,Food pantry,All of Bay County
Elm Clinic,,Health,"Dental;Food (pantry, meals);Primary care",Bay;Hill'
    assert_contains "$output" 'was read as services, "Which towns do you serve?" as areas'
    assert_contains "$output" 'Left out as not asking about referrals: "What services are missing in our county?"'
    # A list of organisations that is given has the last word.
    printf 'name,services\nElm Clinic,clinic\nBay Food,\n' >"$BATS_TEST_TMPDIR/orgs.csv"
    import_survey "$BATS_TEST_TMPDIR/forms.csv" --organizations "$BATS_TEST_TMPDIR/orgs.csv"
    assert_equal "$(cat "$DIR/organizations.csv")" 'name,alternate_names,services,sector,areas
Bay Food,,Food pantry,Food,All of Bay County
Elm Clinic,,clinic,Health,Bay;Hill'
}

@test "a column for each service that respondents tick is read as their services" {
    cat >"$BATS_TEST_TMPDIR/ticks.csv" <<'CSV'
Organization,Which services do you offer? - Food,Which services do you offer? - Rides,Do you refer people to: - Elm,Do you refer people to: - Bay
Elm,Food,,,yes
Bay,Food,Rides,no,
CSV
    import_survey "$BATS_TEST_TMPDIR/ticks.csv"
    assert_status 0
    assert_equal "$(cat "$DIR/organizations.csv")" 'name,alternate_names,services
Bay,,Food;Rides
Elm,,Food'
    assert_links 'Bay > Elm: never
Elm > Bay: yes'
}

@test "what is written beside the choices about oneself is kept; a box ticked there says nothing" {
    cat >"$BATS_TEST_TMPDIR/other.csv" <<'CSV'
Organization,Which services do you offer? [Food],Which services do you offer? [Other],Which towns do you serve? [1],Which towns do you serve? [2],Which sector are you in? [Faith],Which sector are you in? [Other (please specify)],Do you refer people to: [Elm],Do you refer people to: [Bay]
Elm,Yes,"Legal aid, Tax help",Northport,Eastside,No,"Arts, culture",,Yes
Bay,No,Other,Eastside,N/A,Yes,,No,
Fox,No,No,,,No,Yes,Yes,No
CSV
    import_survey "$BATS_TEST_TMPDIR/other.csv"
    assert_status 0
    assert_equal "$(cat "$DIR/organizations.csv")" 'name,alternate_names,sector,services,areas
Bay,,Faith,,Eastside
Elm,,"Arts, culture",Food;Legal aid;Tax help,Eastside;Northport
Fox,,,,'
    # A number may be what is chosen.
    cat >"$BATS_TEST_TMPDIR/numbers.csv" <<'CSV'
Organization,Which towns do you serve? [1],Which towns do you serve? [2],Do you refer people to: [Elm],Do you refer people to: [Bay]
Elm,Yes,No,,Yes
Bay,Yes,Yes,No,
CSV
    import_survey "$BATS_TEST_TMPDIR/numbers.csv"
    assert_equal "$(cat "$DIR/organizations.csv")" 'name,alternate_names,areas
Bay,,1;2
Elm,,1'
}

@test "who has nobody to nominate nominates nobody, however it is put" {
    cat >"$BATS_TEST_TMPDIR/none.csv" <<'CSV'
Organization,"Do you refer people to: [Elm]","Do you refer people to: [Bay]",Who else should be at the table?
Elm,,yes,None that I can think of
Bay,no,,Not sure
Hill,yes,yes,Noneka House
Mill,yes,yes,not at this time
CSV
    import_survey "$BATS_TEST_TMPDIR/none.csv"
    assert_equal "$(tail -n +2 "$DIR/nominations.csv" | cut -d, -f1,2)" 'Noneka House,Hill'
}

@test "the sign-in sheet of one meeting has its date in a title" {
    printf 'SIGN-IN SHEET: Veterans Coalition,,\n"March 12, 2026 / Library, Room B",,\nName,Organization,Email\nAnn Lee,Legion Post 9,ann@x.example\nBo Ray,Vet Center,\n' >"$BATS_TEST_TMPDIR/one.csv"
    import_survey "$BATS_TEST_TMPDIR/one.csv"
    assert_status 0
    assert_equal "$(cat "$DIR/meetings.csv")" 'organization,date,people
Legion Post 9,2026-03-12,Ann Lee
Vet Center,2026-03-12,Bo Ray'
    assert_equal "$(cut -d, -f1-3 "$DIR/contacts.csv")" 'organization,name,email
Legion Post 9,Ann Lee,ann@x.example
Vet Center,Bo Ray,'
    printf 'Coalition meeting of 3/4/2026,\nName,Agency\nAnn Lee,Legion\n' >"$BATS_TEST_TMPDIR/either.csv"
    import_survey "$BATS_TEST_TMPDIR/either.csv"
    assert_status 3
    assert_contains "$stderr" 'say which with --date-order'
    import_survey "$BATS_TEST_TMPDIR/either.csv" --date-order mdy
    assert_contains "$(cat "$DIR/meetings.csv")" 'Legion,2026-03-04,Ann Lee'
}

@test "several people in a cell of a sign-in sheet are a contact each" {
    printf '%s\n' 'Organization,Attendees,Date' \
        'Elm Clinic,"Ann Lee, Bo Ray",2026-01-12' \
        'Oak House,Cy Fox and Di Paz (intern),2026-01-12' \
        'Elm Clinic,"Lee, Ann",2026-02-09' \
        'Pine Pantry,3,2026-02-09' >"$BATS_TEST_TMPDIR/meetings.csv"
    import_survey "$BATS_TEST_TMPDIR/meetings.csv"
    assert_status 0
    assert_equal "$(tail -n +2 "$DIR/meetings.csv")" "$(printf '%s\n' \
        'Elm Clinic,2026-01-12,Ann Lee; Bo Ray' 'Elm Clinic,2026-02-09,"Lee, Ann"' \
        'Oak House,2026-01-12,Cy Fox; Di Paz' 'Pine Pantry,2026-02-09,3')"
    assert_equal "$(cut -d, -f1,2 "$DIR/contacts.csv" | tail -n +2 | sort)" "$(printf '%s\n' \
        'Elm Clinic,"Lee' 'Elm Clinic,Ann Lee' 'Elm Clinic,Bo Ray' 'Oak House,Cy Fox' \
        'Oak House,Di Paz')"
}

@test "titles and words for nobody in a sign-in sheet's cells are no contacts" {
    printf '%s\n' 'Organization,Attendees,Date' \
        'Elm,"Ann Lee, MD, Executive Director, Kim Do",2026-01-12' \
        'Oak,"Bo Ray, VP of Programs / Cy Fox, Case Manager",2026-01-12' \
        'Pine,N/A,2026-01-12' 'Ash,None,2026-01-12' 'Yew,2 staff,2026-01-12' \
        'Fir,"Lee, Ann, MD",2026-01-12' \
        'Bay,Di Paz w/ client,2026-01-12' >"$BATS_TEST_TMPDIR/meetings.csv"
    import_survey "$BATS_TEST_TMPDIR/meetings.csv"
    assert_status 0
    assert_equal "$(tail -n +2 "$DIR/contacts.csv" | sed 's/,,.*//' | sort)" "$(printf '%s\n' \
        'Bay,Di Paz w/ client' 'Elm,Ann Lee' 'Elm,Kim Do' 'Fir,"Lee, Ann, MD"' 'Oak,Bo Ray' \
        'Oak,Cy Fox')"
}

@test "people served by month are no sign-in sheet" {
    printf 'Agency Name,City,Jan-26,Feb-26,Mar-26\nGrace Pantry,Elm,113,"1,044",97\nHope,Elm,12,44,7\n' >"$BATS_TEST_TMPDIR/tally.csv"
    refnet check "$BATS_TEST_TMPDIR/tally.csv" --as-of "$AS_OF" --format json
    refute_contains "$stderr" sign-in
    assert_equal "$(json '.files[0].kept')" 2
}

@test "a question about relations with others is never about oneself, whatever it mentions" {
    local question file="$BATS_TEST_TMPDIR/relations.csv"
    for question in 'Which service providers do you send clients to?' \
        'Which of these programs do you have a working relationship with?' \
        'Which organizations that serve your county do you collaborate with?' \
        'With which agencies do you have formal service agreements?'; do
        printf '%s\n' "Your organization,$question" 'Elm,Bay; Oak' Bay,Oak Oak,Elm >"$file"
        import_survey "$file"
        assert_status 0
        assert_links "$(printf '%s\n' 'Bay > Oak: yes' 'Elm > Bay: yes' 'Elm > Oak: yes' 'Oak > Elm: yes')"
    done
    # Beside referrals, such a question is another one; its partners are no services.
    printf '%s\n' 'Your organization,Which organizations do you refer to?,Which service providers do you collaborate with?,Services' \
        'Elm,Bay; Oak,Fir; Bay,Bay' Bay,Oak,Elm,Oak Oak,Elm,Fir,Elm >"$file"
    import_survey "$file"
    assert_equal "$(head -n 1 "$DIR/organizations.csv")" 'name,alternate_names'
    assert_contains "$output" '"Which service providers do you collaborate with?"'
}

@test "where only questions about oneself were found, they are named, and --question takes one" {
    local file="$BATS_TEST_TMPDIR/programs.csv"
    printf '%s\n' 'Your organization,Which programs do you offer?' 'Elm,Fir; Ash' Bay,Ash >"$file"
    import_survey "$file"
    assert_status 3
    assert_contains "$stderr" '"Which programs do you offer?"'
    assert_contains "$stderr" '--question'
    import_survey "$file" --question 'programs do'
    assert_status 0
    assert_links "$(printf '%s\n' 'Bay > Ash: yes' 'Elm > Ash: yes' 'Elm > Fir: yes')"
}

@test "yes, no and sentences are nothing an organisation is, does or speaks" {
    local file="$BATS_TEST_TMPDIR/itself.csv" question cells
    while IFS='|' read -r question cells; do
        IFS='|' read -r a b c <<<"$cells"
        printf '%s\n' "Your organization,$question,Whom do you refer to?" \
            "Elm,\"$a\",Bay" "Bay,\"$b\",Oak" "Oak,\"$c\",Elm" >"$file"
        import_survey "$file"
        assert_status 0
        assert_equal "$question: $(head -n 1 "$DIR/organizations.csv")" "$question: name,alternate_names"
    done <<'TEXT'
Does your organization provide transportation services?|Yes|No|Yes - vans
Do you offer services in other languages?|No|Yes|No
Do you have a waitlist for any program?|3 weeks|none|2 months
How would you describe where you work in the community?|I love it|Downtown|Everywhere
Please list the services you provide|We feed all who come|Rent, and we drive people home|Housing
TEXT
    # Beside partners that are headers, a question is none, with or without its sign.
    printf '%s\n' 'Your organization,Elm,Bay,Does your organization offer transportation services' \
        Elm,,Weekly,Yes Bay,Monthly,,No >"$file"
    import_survey "$file"
    assert_status 0
    assert_links "$(printf '%s\n' 'Bay > Elm: monthly' 'Elm > Bay: weekly')"
    # Others say what they speak.
    printf '%s\n' 'Your organization,What languages do your staff speak?,Whom do you refer to?' \
        'Elm,"English, Hmong",Bay' Bay,No,Oak Oak,English,Elm >"$file"
    import_survey "$file"
    assert_equal "$(cat "$DIR/organizations.csv")" "$(printf '%s\n' name,alternate_names,languages Bay,, 'Elm,,English;Hmong' Oak,,English)"
}

@test "N/A, unknown and TBD are nobody's names, whether they answer or are listed" {
    printf 'Your organization,Which organizations do you refer to?\nAsh House,"Zed House; N/A; Unknown"\nZed House,-\nBay Dental,"Ash House, TBD"\nUnknown,Ash House\nN/A,Zed House\n' >"$BATS_TEST_TMPDIR/listed.csv"
    import_survey "$BATS_TEST_TMPDIR/listed.csv" --format json
    assert_links 'Ash House > Zed House: yes
Bay Dental > Ash House: yes'
    assert_equal "$(tail -n +2 "$DIR/organizations.csv" | tr '\n' ' ')" 'Ash House, Bay Dental, Zed House, '
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '5 3 0 2'
}

@test "a column or a row of a matrix that is called None is nobody's" {
    import_survey "$(made none.csv 'Organization,Elm,None,Oak\nElm,0,1,1\nNone,1,0,0\nOak,1,1,0\n')" --format json
    assert_links 'Elm > Oak: yes
Oak > Elm: yes'
    assert_equal "$(tail -n +2 "$DIR/organizations.csv" | tr '\n' ' ')" 'Elm, Oak, '
}

@test "None and N/A in a sign-in sheet are nobody: the organisation came all the same" {
    import_survey "$(made nobody.csv 'Name,Organization,Date\nNone,Elm,2026-01-05\nN/A,Oak,2026-01-05\nAna Ruiz,Elm,2026-01-05\n')" --format json
    assert_equal "$(tail -n +2 "$DIR/contacts.csv" | cut -d, -f1,2)" 'Elm,Ana Ruiz'
    assert_equal "$(tail -n +2 "$DIR/meetings.csv" | cut -d, -f1 | tr '\n' ' ')" 'Elm Oak '
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '3 3 0 0'
}

@test "ticked boxes are yes, and dates that can be read two ways are said once" {
    local survey="$BATS_TEST_TMPDIR/ticked.csv"
    printf 'Timestamp,Your organization,Do you refer to? [Elm Clinic],Do you refer to? [Ride Together],Do you refer to? [Oak Food]\n9/3/2026 10:00,Elm Clinic,,☑,☐\n9/4/2026 11:00,Ride Together,✔️,,\n9/5/2026 12:00,Oak Food,X,☒,\n' >"$survey"
    refnet import survey "$survey" -o "$BATS_TEST_TMPDIR/ticked"
    assert_contains "$(tr '\n' ' ' <<<"$output")" "Three answers have dates that can be read with the day or with the month first, and are left blank; import again with --date-order mdy (or dmy) to say which."
    assert_equal "$(tail -n +2 "$BATS_TEST_TMPDIR/ticked/referrals.csv" | cut -d, -f1,2,4)" 'Elm Clinic,Oak Food,never
Elm Clinic,Ride Together,
Oak Food,Elm Clinic,
Oak Food,Ride Together,
Ride Together,Elm Clinic,'
    refnet import survey "$survey" -o "$BATS_TEST_TMPDIR/ordered" --date-order mdy
    refute_contains "$output" "day or with the month"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/ordered/respondents.csv")" "Elm Clinic,yes,2026-09-03"
}

@test "answers that are ranges count, and it is said what they count as" {
    local survey
    survey=$(made ranges.csv 'Organization,Elm Clinic,Bay Food,Oak House\nElm Clinic,,1-5,11+\nBay Food,None,,6-10\nOak House,1-5,None,\n')
    import_survey "$survey"
    assert_contains "$(echo $output)" '"11+" as about 11 referrals (1), "6-10" as about 8 referrals (1), "1-5" as about 3 referrals (2), "None" as never (2)'
    assert_contains "$(echo $output)" 'a range as its middle, an open one as where it begins'
    assert_links "$(printf '%s\n' 'Bay Food > Elm Clinic: never' 'Bay Food > Oak House: 8' 'Elm Clinic > Bay Food: 3' 'Elm Clinic > Oak House: 11' 'Oak House > Bay Food: never' 'Oak House > Elm Clinic: 3')"
    import_survey "$survey" --scale '1-5=yearly,6-10=monthly,11+=weekly'
    assert_contains "$(links)" 'Elm Clinic > Oak House: weekly'
}

@test "columns that repeat their header where ticked are partners, also those of whom nobody answers; Other is nobody" {
    local survey
    survey=$(made ticked.csv '#,What is your organization?,Elm Clinic,Bay Food,Oak Shelter,Pine Church,Other,Submit Date (UTC)\n1,Elm Clinic,,Bay Food,Oak Shelter,,,2026-03-01\n2,Bay Food,Elm Clinic,,Oak Shelter,Pine Church,Lake Co-op,2026-03-01\n')
    import_survey "$survey"
    assert_links "$(printf '%s\n' 'Bay Food > Elm Clinic: yes' 'Bay Food > Oak Shelter: yes' 'Bay Food > Pine Church: yes' 'Elm Clinic > Bay Food: yes' 'Elm Clinic > Oak Shelter: yes')"
    refute_contains "$(cut -d, -f1 "$DIR/organizations.csv")" Other
    assert_contains "$(cat "$DIR/nominations.csv")" 'Lake Co-op,Bay Food'
}

@test "a range that became a date in a spreadsheet program is told as one" {
    import_survey "$(made dates.csv 'Organization,Elm Clinic,Bay Food\nElm Clinic,,5-Jan\nBay Food,11+,\n')"
    assert_contains "$(echo $output)" 'What "5-Jan" says about referrals is not known; the answer was left out. Spreadsheet programs make dates of ranges such as 1-5: write the range again'
}

@test "partners on lines of their own in a cell are one each; the lines of a name or an address are not" {
    import_survey "$(made lines.csv 'Date,"Name of your\norganization",Which organizations do you refer clients to?,What is your address?\n2026-01-02,Elm Clinic,"Bay House\nOak Pantry","1 Main St\nNorthport"\n2026-01-03,Bay House,"Elm Clinic\nOak Pantry\nFir Legal","2 Oak St\nNorthport"\n2026-01-04,"Oak\nPantry",Fir Legal,"3 Oak St\nEastside"\n')"
    assert_status 0
    assert_links "$(printf '%s\n' 'Bay House > Elm Clinic: yes' 'Bay House > Fir Legal: yes' 'Bay House > Oak Pantry: yes' 'Elm Clinic > Bay House: yes' 'Elm Clinic > Oak Pantry: yes' 'Oak Pantry > Fir Legal: yes')"
    assert_contains "$(echo $output)" '"What is your address?"'
}
