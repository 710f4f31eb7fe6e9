#!/usr/bin/env bats
# What check and the reading options do with the sheets people have. SPDX-License-Identifier: GPL-2.0-or-later
load helper

EDGES='Source,Target,Weight\nElm,Bay,1\nBay,Oak,2\nelm,Oak,1\nOak,,1\n'

@test "an edge list alone: organisations are taken from it, and that is said" {
    folder=$(dataset edges.csv "$EDGES")
    refnet summary --referrals "$folder/edges.csv" --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json .organizations)" 3
    assert_equal "$(json .arcs)" 3
    assert_equal "$(json .dataset.path)" "$folder/edges.csv"
    assert_contains "$stderr" "edges: 4 rows read = 3 kept + 0 merged + 1 rejected"
    assert_contains "$stderr" "no file lists the organisations: 3 taken from the referrals"
}

@test "single files stand for DATASET in commands with more arguments" {
    folder=$(dataset edges.csv "$EDGES" us.csv 'name\nElm\nBay\nOak\n')
    refnet path --organizations "$folder/us.csv" --referrals "$folder/edges.csv" Elm Oak --as-of "$AS_OF"
    assert_status 0
    refnet path --referrals "$folder/edges.csv" Elm --as-of "$AS_OF"
    assert_status 2
    refnet summary "$folder" --referrals "$folder/edges.csv" --as-of "$AS_OF"
    assert_status 2
    assert_contains "$stderr" "stand for DATASET; leave one of both out"
    refnet summary --contacts "$folder/us.csv" --as-of "$AS_OF"
    assert_status 2
    assert_contains "$stderr" "neither organisations nor referrals"
}

@test "an edge list from a pipe is refused with what to do" {
    refnet summary --referrals /dev/null --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" "cannot be read twice"
}

@test "--service-columns reads a column for each service" {
    folder=$(dataset us.csv 'name,Meals,Beds,county\nElm,1,0,East\nBay,yes,x,East\n')
    refnet gaps --organizations "$folder/us.csv" --service-columns Meals..Beds --as-of "$AS_OF" \
        --format json
    assert_status 0
    assert_equal "$(json '[.cells[] | select(.status == "fragile") | .service] | join(",")')" Beds
    refnet check --organizations "$folder/us.csv" --service-columns Soup..Beds --as-of "$AS_OF"
    assert_status 2
}

@test "codes of services are looked up in --categories" {
    folder=$(dataset us.csv 'id,name\n1,Elm\n' offers.csv 'organization_id,category_id\n1,7\n' \
        codes.csv 'category_id,category_name\n7,Meals\n')
    refnet show --organizations "$folder/us.csv" --services "$folder/offers.csv" \
        --categories "$folder/codes.csv" Elm --as-of "$AS_OF"
    assert_status 0
    assert_contains "$output" "Meals"
}

@test "--rejects writes the rejected rows with their reason" {
    folder=$(dataset edges.csv "$EDGES")
    refnet check --referrals "$folder/edges.csv" --rejects "$folder/mend.csv" --as-of "$AS_OF"
    assert_status 1
    assert_equal "$(tr -d '\r' <"$folder/mend.csv")" 'file,line,reason,fix,Source,Target,Weight
edges.csv,5,to is blank,"fill the cell, or remove the row",Oak,,1'
    refnet summary --referrals "$folder/edges.csv" --rejects "$folder/none/mend.csv" --as-of "$AS_OF"
    assert_status 4
}

@test "--fix writes a sound dataset with a log, and not into a full folder" {
    folder=$(dataset organizations.csv 'Agency Name,Verified\nElm,45321\nElm,45321\nBay,3 March 2026\n' \
        referrals.csv 'Source,Target\nELM,BAY\nNobody,Bay\n')
    refnet check "$folder" --fix "$folder/fixed" --as-of "$AS_OF"
    assert_status 1
    assert_equal "$(cat "$folder/fixed/referrals.csv")" 'from,to
Elm,Bay'
    grep -q '^organizations.csv,2,verified,45321,2024-01-30,' "$folder/fixed/log.csv"
    grep -q 'Nobody' "$folder/fixed/rejected.csv"
    refnet check "$folder/fixed" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.files[].rejected] | add')" 0
    refnet check "$folder" --fix "$folder/fixed" --as-of "$AS_OF"
    assert_status 2
    refnet check "$folder" --fix "$folder/fixed" --force --as-of "$AS_OF"
    assert_status 1
}

@test "--respondents and --disagreements add their lists" {
    refnet check "$COUNTY" --respondents --disagreements --as-of "$AS_OF" --format json
    assert_status 1
    assert_equal "$(json '.respondents | length')" 99
    assert_equal "$(json '[.respondents[] | select(.status == "answered")] | length')" 72
    [ "$(json '.disagreements | type')" = array ]
    refnet check "$COUNTY" --as-of "$AS_OF" --format json
    assert_equal "$(json 'has("respondents")')" false
}

@test "the response rate is in every output" {
    refnet summary "$COUNTY" --as-of "$AS_OF" --format json
    assert_equal "$(json '.dataset.response_rate * 99 | round')" 72
    for command in summary gaps risks duplicates; do
        refnet "$command" "$COUNTY" --as-of "$AS_OF"
        assert_contains "$output" "72 of 99 organisations in respondents.csv answered"
    done
}

@test "check of an edge list alone names no file that is not there" {
    folder=$(dataset edges.csv 'from,to\nElm Clinic,Oak House\nOak House,Elm Clinc\n')
    refnet check --referrals "$folder/edges.csv" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[].file] | unique | join(" ")')" edges.csv
    assert_contains "$(json '.findings[].message')" '"Elm Clinic" is nearly "Elm Clinc".'
}

@test "--top shortens the findings, not the accounting" {
    refnet check "$COUNTY" --as-of "$AS_OF" --top 1
    assert_contains "$output" "meetings.csv "
    assert_contains "$output" "1 of "
    refnet check "$COUNTY" --as-of "$AS_OF" --top 1 --format json
    assert_equal "$(json '[(.files | length), (.findings | length)] | join(" ")')" "9 1"
}

@test "many findings of a kind come with advice for many, in JSON with advice for each" {
    folder=$(dataset organizations.csv 'id,name,services,areas\na,Alder,rides,West\nb,Birch,,West\nc,Cedar,,West\nd,Date,,West\n')
    refnet check "$folder" --as-of "$AS_OF"
    assert_contains "$output" "List their services, separated by ;."
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.kind == "no-services") | .fix] | unique[]')" "List its services, separated by ;."
}

@test "--fix of a clean dataset says that there was nothing to correct" {
    folder=$(dataset organizations.csv 'id,name\na,Alder\n')
    refnet check "$folder" --as-of "$AS_OF" --fix "$folder/fixed"
    assert_contains "$stderr" "there was nothing to correct automatically"
}

@test "a report with titles above its header and totals below is read as referrals" {
    cat >"$BATS_TEST_TMPDIR/report.csv" <<'CSV'
"Referrals by Agency - FY26"

"Filtered By"
"   Date Field: 1/1/2026 to 6/30/2026"
"Referring Agency","Receiving Agency","Referral Date","Record Count"
"Elm Clinic","Harbor Food Bank","1/15/2026","4"
"Harbor Food Bank","Elm Clinic","2/28/2026","2"
"Subtotal","","","6"

"Copyright (c) 2000-2026 a company, inc. All rights reserved."
CSV
    refnet summary "$BATS_TEST_TMPDIR/report.csv" --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json -c '[.organizations, .arcs]')" '[2,2]'
}

@test "a row of a wide export in which a header's word stands is no header, in a table and in a workbook" {
    folder=$(dataset organizations.csv "Titel,Type,Website$(printf ',Feld %s' {1..100})\nElm,Nonprofit,elm.org$(printf ',%s' {1..100})\n")
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/w.xlsx" Organizations="$folder/organizations.csv"
    for data in "$folder" "$BATS_TEST_TMPDIR/w.xlsx"; do
        refnet summary "$data" --as-of "$AS_OF"
        assert_status 3
        assert_contains "$stderr" 'no column "name" among "Titel"'
        refnet summary "$data" --as-of "$AS_OF" --column name=Titel --format json
        assert_equal "$(json .organizations)" 1
    done
}

@test "exports of programs that keep partners, of over 100 columns, are read" {
    local more
    more=$(printf ',Custom Field %s' {1..100})
    folder=$(dataset organizations.csv "Account ID,Account Name,Type,Parent Account,Billing Street,Billing City,Billing Zip/Postal Code,Phone,Services Offered,Service Area$more\n1,Caf\0351 Elm,Provider,,1 Oak St,Bayville,04001,555-1,food,East${more//[^,]/}\n2,Bay,Partner,Caf\0351 Elm,2 Oak St,Bayville,04001,555-2,food,East${more//[^,]/x}\n" \
        contacts.csv 'First Name,Last Name,Company,Job Title,E-mail Address\nAna,Ruiz,Bay,Director,ana@bay.org\n')
    refnet show "$folder" Bay --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json -r '[.id, .address, .city, .parent, (.contacts | length | tostring)] | join(" ")')" "2 2 Oak St Bayville Café Elm 1"
    folder=$(dataset organizations.csv "ResourceAgencyNum,ParentAgencyNum,PublicName,ParentAgency,EmailAddressMain$more\n1,,Elm,\n2,1,Elm Food,Elm,\n3,1,Elm Rides,Elm,\n")
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.kind == "names-in-column")] | length')" 0
}

@test "yes and no below Active? and MOU in place? say who is closed and what is agreed" {
    folder=$(dataset organizations.csv 'Agency,Services,Geographic Area Served,Active?\nElm,food,East,Yes\nBay,food,East,N\nOak,food,East,\n' \
        referrals.csv 'From,To,MOU in place?,MOU Expiration\nElm,Oak,Yes,10/15/2026\nOak,Elm,No,10/16/2026\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[].kind | select(startswith("unknown"))] | length')" 0
    assert_equal "$(json -c '[.findings[] | select(.kind == "renewal-of-none") | [.line, .column]]')" '[[3,4]]'
    refnet find "$folder" food --as-of "$AS_OF" --format json
    assert_equal "$(json '[.providers[].id] | sort | join(" ")')" "elm oak"
    refnet check-ins "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.due[] | select(.kind == "renewal") | .due]')" '["2026-10-15"]'
    refnet check "$folder" --fix "$folder/fixed" --as-of "$AS_OF"
    assert_equal "$(cut -d, -f4 "$folder/fixed/organizations.csv" | paste -sd ' ')" "status active closed "
    assert_equal "$(cut -d, -f3 "$folder/fixed/referrals.csv" | paste -sd ' ')" "agreement formal none"
    sed -i 's/Active?/Inactive/' "$folder/organizations.csv"
    refnet find "$folder" food --as-of "$AS_OF" --format json
    assert_equal "$(json '[.providers[].id] | sort | join(" ")')" "bay oak"
}

@test "logs of referrals, of over 100 columns, are read as such, and no survey is made of their dates" {
    local more header row
    more=$(printf ',custom_%s' {1..100})
    while IFS='|' read -r header row; do
        printf '%s\n%s\n' "$header$more" "$row${more//[^,]/}" >"$BATS_TEST_TMPDIR/log.csv"
        for given in "$BATS_TEST_TMPDIR/log.csv" "--referrals=$BATS_TEST_TMPDIR/log.csv"; do
            refnet export "$given" --to csv -o "$BATS_TEST_TMPDIR/net" --force --as-of "$AS_OF"
            assert_status 0
            assert_equal "$(sed 1d "$BATS_TEST_TMPDIR/net/edges.csv" | cut -d, -f1,2)" "elm,bay"
        done
    done <<'LOGS'
Referral Date,Referred By Organization,Referred By Name,Program Name,Provider Name,Referral Status|1/14/2026,Elm,Pat Lee,Smiles,Bay,Got help
Referral: Referral Name,Referring Account: Account Name,Receiving Agency: Account Name,Stage,Created Date|R-1,Elm,Bay,Open,1/14/2026
Organization (From),Organization (To),# of Referrals,Year|Elm,Bay,3,2025
from_npi,to_npi,patient_count|Elm,Bay,33
LOGS
    printf 'Referral ID,Referring site,Referral Date\n1,Elm,1/14/2026\n2,Elm,1/15/2026\n' >"$BATS_TEST_TMPDIR/log.csv"
    refnet summary --referrals "$BATS_TEST_TMPDIR/log.csv" --as-of "$AS_OF"
    refute_contains "$stderr" "1/14/2026"
}

@test "a column that says whether they refer decides which rows are referrals, and that is said" {
    printf 'From,To,Refers to partner\nElm,Bay,Y\nElm,Oak,N\nBay,Oak,\n' \
        >"$BATS_TEST_TMPDIR/referrals.csv"
    refnet summary --referrals "$BATS_TEST_TMPDIR/referrals.csv" --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json .arcs)" 1
    assert_contains "$stderr" 'column "Refers to partner" says whether there are referrals: 1 yes, 1 no, 1 without an answer'
}

@test "dates of two digits' years are read in the order that others show, and months are not made days by --fix" {
    folder=$(dataset organizations.csv 'name,verified,funding_end\nElm,3/4/26,\nBay,3/25/26,Q2 2026\nOak,March 2026,\n')
    refnet check "$folder" --fix "$BATS_TEST_TMPDIR/fixed" --as-of "$AS_OF" --format json
    assert_contains "$output" "the month was read first, as other dates of the file have it"
    grep -q "^Elm,2026-03-04," "$BATS_TEST_TMPDIR/fixed/organizations.csv"
    grep -q "^Bay,2026-03-25,Q2 2026" "$BATS_TEST_TMPDIR/fixed/organizations.csv"
    grep -q "^Oak,March 2026," "$BATS_TEST_TMPDIR/fixed/organizations.csv"
    refnet check "$folder" --date-order dmy --as-of "$AS_OF" --list findings
    assert_contains "$output" '"3/25/26" is not in the calendar'
    refnet check --organizations <(cat "$folder/organizations.csv") --as-of "$AS_OF"
    assert_contains "$output" '"3/4/26" could be two dates'
}

@test "a column that names other organisations is told, with what makes referrals of it" {
    folder=$(dataset organizations.csv 'Organization,Refers to,Town\nElm,"Bay, Oak and Co",Elm\nBay,"Oak and Co;Elm",Bay\nOak and Co,,Oakville\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.kind == "names-in-column") | .field] | join(",")')" "Refers to"
    run -0 "$REFNET" import survey "$folder/organizations.csv" -o "$BATS_TEST_TMPDIR/asked"
    cp "$BATS_TEST_TMPDIR/asked/referrals.csv" "$folder"
    refnet summary "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json .arcs)" 4
}

@test "a --column that cannot be meant is refused before anything is read" {
    folder=$(dataset organizations.csv '\0\0\0')
    refnet check "$folder" --column nonsense --as-of "$AS_OF"
    assert_status 2
    assert_contains "$stderr" 'column "nonsense" is not of the form FIELD=HEADER'
    refnet check "$folder" --column colour=Wo --as-of "$AS_OF"
    assert_contains "$stderr" 'names no field'
}

@test "headings of several columns above the header are passed over, in a table and in a workbook" {
    folder=$(dataset organizations.csv 'Organization,,,Services,,Contact,\nName,City,Phone,Services,Area,Person,Email\nElm,Bayville,555-1,food,Kent,Ann,ann@elm.org\nBay,Bayville,555-2,housing,Kent,Bob,bob@bay.org\n')
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/w.xlsx" Agencies="$folder/organizations.csv"
    for data in "$folder" "$folder/organizations.csv" "$BATS_TEST_TMPDIR/w.xlsx"; do
        refnet show "$data" Elm --as-of "$AS_OF" --format json
        assert_status 0
        assert_equal "$(json .city)" Bayville
        refnet summary "$data" --as-of "$AS_OF" --format json
        assert_equal "$(json .organizations)" 2
    done
}

@test "a title without delimiters, or with others, leaves those of the header as they are" {
    for title in 'Our partners 2026' 'Our partners, as of June, 2026'; do
        folder=$(dataset organizations.csv "$title\n\nName;Id;Services\nElm Clinic;1;food\nElm Clinic;2;meals\n" decisions.csv 'keep,merge\n1,2\n')
        refnet summary "$folder" --as-of "$AS_OF" --format json
        assert_status 0
        assert_equal "$(json .organizations)" 2
        refnet show "$folder" 2 --as-of "$AS_OF" --format json
        assert_equal "$(json '.services | length')" 1
    done
}

@test "N/A, a dash and unknown count as blank, and that is said once a file" {
    local folder
    folder=$(dataset organizations.csv 'name,short_name,services,areas,populations,phone\nA,NA,food,X,N/A,n/a\nB,,food; none,X,-,555-0100\nC,,-,X,unknown,?\nD,,AA; NA,X,,\n' \
        referrals.csv 'from,to,accepted,agreement\nA,B,N/A,none\nB,C,2,\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.kind == "unknown-word") | [.file, .line, .column] | join(":")] | join(" ")')" 'organizations.csv:2:5 referrals.csv:2:3'
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
    refnet gaps "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.cells[].service] | unique | join(" ")')" 'AA NA food'
    refnet show "$folder" NA --as-of "$AS_OF" --format json
    assert_equal "$(json '.phone')" null
}

@test "N/A is no id; a dash is no count: it may be none, or one kept back" {
    local folder
    folder=$(dataset organizations.csv 'id,name,short_name\nN/A,Alpha,-\nN/A,Beta,NA\n' \
        contacts.csv 'organization,id,name\nAlpha,N/A,Ann Lee\nBeta,-,Bob Ray\n' \
        referrals.csv 'from,to,count,from_contact\nAlpha,Beta,-,\nAlpha,Beta,N/A,\nBeta,Alpha,3,Nan\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '.dataset | "\(.organizations) \(.contacts) \(.referral_rows)"')" '2 3 2'
    assert_equal "$(json '[.findings[] | select(.severity == "error") | [.file, .line, .column] | join(":")] | join(" ")')" 'referrals.csv:2:3'
    refnet show "$folder" Alpha --as-of "$AS_OF" --format json
    assert_equal "$(json '"\(.id) \(.short_name)"')" 'alpha null'
}

@test "all of a county is that county where others list it, else every area, and that is said" {
    local folder
    folder=$(dataset organizations.csv 'name,services,areas\nA,food,All of Bay County\nB,rides,Hill; Mill\nC,legal,entire Hill\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.kind == "whole-area") | .message] | join("\n")')" '"All of Bay County" was read as every area.
"entire Hill" was read as the area of that name.'
    refnet show "$folder" A --as-of "$AS_OF" --format json
    assert_equal "$(json -c '.areas')" '["Hill","Mill"]'
    refnet show "$folder" C --as-of "$AS_OF" --format json
    assert_equal "$(json -c '.areas')" '["Hill"]'
}

@test "a folder without organizations.csv is told which of its files may be it; organisations.csv is" {
    local folder
    folder=$(dataset list.csv 'name\nA\n' referrals.csv 'from,to\nA,A\n')
    refnet check "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" 'or give it with --organizations: "list.csv"'
    mv "$folder/list.csv" "$folder/Organisations.csv"
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '.files[] | select(.file == "Organisations.csv") | .kept')" 1
}

@test "an empty file, and one whose rows are all too wide, say so" {
    : >"$BATS_TEST_TMPDIR/none.csv"
    refnet check "$BATS_TEST_TMPDIR/none.csv" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" 'none.csv" is empty'
    { echo name; printf 'A%.0s,' {1..5000}; echo; } >"$BATS_TEST_TMPDIR/wide.csv"
    refnet check "$BATS_TEST_TMPDIR/wide.csv" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" '(wide.csv:2: the row has 5001 cells, more than the 4096'
    sed -i 1d "$BATS_TEST_TMPDIR/wide.csv"
    refnet import survey "$BATS_TEST_TMPDIR/wide.csv" -o "$BATS_TEST_TMPDIR/out"
    assert_status 3
    assert_contains "$stderr" 'has no row that can be read (wide.csv:1: the row has 5001 cells'
}

@test "a column that says how many referrals there are is the count, and not a scale of answers" {
    local folder
    folder=$(dataset organizations.csv 'name\nA\nB\n' referrals.csv 'from,to,# Referred\nA,B,4\nB,A,2\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.kind == "answers-read")] | length')" 0
    refnet measures "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.organizations[] | .out_strength]')" '[4,2]'
    folder=$(dataset organizations.csv 'name\nA\nB\n' referrals.csv 'from,to,Total persons seen\nA,B,4\n' \
        needs.csv 'area,service,# of cases\nBay,food,3\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.findings[] | select(.kind == "similar-column") | [.file, .message]]')" \
        '[["needs.csv","Column \"# of cases\" is not used; did you mean \"demand\"?"],["referrals.csv","Column \"Total persons seen\" is not used; did you mean \"count\"?"]]'
}

@test "where two columns could hold the names of the organisations, that is a warning" {
    local folder header
    folder=$(dataset organizations.csv 'School / Agency,Services,Name,Email\nElm,care,Ana Ruiz,a@x.org\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_contains "$stderr" 'column "School / Agency" is kept as an attribute: name is read from column "Name"; say --column name=HEADER'
    refnet check "$folder" --as-of "$AS_OF" --column "name=School / Agency" --format json
    assert_equal "$(json -r '[.findings[] | select(.kind | startswith("second-"))][0].kind')" second-column
    for header in 'Agency Name,Name,Phone,Email' 'Agency,City,Name,Job Title'; do
        folder=$(dataset organizations.csv "$header"'\nElm,Ana Ruiz,Bo,x\n')
        refnet show "$folder" Elm --as-of "$AS_OF"
        assert_status 0
        assert_contains "$stderr" 'column "Name" is kept as an attribute: name is read from column "Agency'
    done
    for header in 'Agency,Name,Email' 'Name,Agency Name,Email' 'Agency Name,Name,City,Email'; do
        folder=$(dataset organizations.csv "$header"'\nElm,Elm,Ana\n')
        refnet summary "$folder" --as-of "$AS_OF"
        assert_contains "$stderr" 'is kept as an attribute: name is read from column "Name"'
    done
    folder=$(dataset organizations.csv 'Agency / Program,Services\nElm,care\n')
    refnet show "$folder" Elm --as-of "$AS_OF"
    assert_status 0
}

@test "columns of yes and no beside no services, totals with their figure, and contacts beside are told" {
    local folder
    folder=$(dataset organizations.csv 'name,Vision,Dental,POC\nElm,x,,Ana Ruiz\nOak,,x,\nTotal agencies: 2,,,\n')
    refnet check "$folder" --as-of "$AS_OF"
    assert_contains "$output" 'Columns "Vision" and "Dental" hold only yes and no'
    assert_contains "$output" 'say --service-columns "Vision..Dental"'
    assert_contains "$output" '"Total agencies: 2" seems to be a total'
    assert_contains "$output" "unknown; contacts seem"
    refnet check "$folder" --as-of "$AS_OF" --service-columns Vision..Dental --format json
    assert_equal "$(json '[.findings[] | select(.kind == "flag-columns")] | length')" 0
}

@test "a cell with commas that is read as one value is a warning where a part of it is a value by itself" {
    local folder
    folder=$(dataset organizations.csv 'name,services,areas\nA,food,"East,West"\nB,food,East\nC,"rides, long",North\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_contains "$stderr" '"East,West" was read as one value, though "East" is one by itself; separate values by ;'
    refute_contains "$stderr" 'rides, long'
}

@test "a figure written anew can be read in one way only" {
    local folder
    folder=$(dataset organizations.csv 'name,capacity\nA,526.6250\nB,12.50\n')
    refnet check "$folder" --as-of "$AS_OF" --fix "$BATS_TEST_TMPDIR/anew"
    refnet check "$BATS_TEST_TMPDIR/anew" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.findings[] | select(.kind == "bad-number")]')" '[]'
    assert_contains "$(cat "$BATS_TEST_TMPDIR/anew/organizations.csv")" "A,526.6250"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/anew/organizations.csv")" "B,12.5"
}

@test "how people come and words in place of names are told among organisations that a log names" {
    printf 'From,To\nElm Clinic,Beacon\nSelf,Beacon\nElm Clinic,see above\n' >"$BATS_TEST_TMPDIR/log.csv"
    refnet check "$BATS_TEST_TMPDIR/log.csv" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.findings[] | select(.kind == "no-organization") | [.message, .fix]] | sort')" \
        '[["\"Self\" seems to be a way in which people come, not an organisation.","Remove the rows that have it."],["\"see above\" seems to be a word in place of a name, not an organisation.","Write the name that is meant, or remove the rows that have this one."]]'
}

@test "where every area is all there is, it is one area, and who serves it is said" {
    local folder
    folder=$(dataset organizations.csv 'name,services,areas\nElm,food,Countywide\nOak,dental,all\nAsh,care,\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '.findings[] | select(.kind == "whole-area") | .message')" \
        '"Countywide" means every area, but no area is named, so all of it is one, called the whole area.'
    assert_equal "$(json -c '[.findings[] | select(.kind == "no-areas") | .message]')" '["\"Ash\" lists no areas."]'
    refnet gaps "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.cells[] | [.area, .service, .status]]')" \
        '[["the whole area","care","absent"],["the whole area","dental","fragile"],["the whole area","food","fragile"]]'
    refnet check "$folder" --as-of "$AS_OF" --fix "$folder/fixed"
    assert_equal "$(cut -d, -f3 "$folder/fixed/organizations.csv" | paste -sd' ')" 'areas Countywide all '
}

@test "a row below the header is none for a nonprofit in it; one without the names is none either" {
    local file="$BATS_TEST_TMPDIR/list.csv"
    printf 'Agency,Type,,Phone\nElm,Nonprofit,x,555\nOak,Clinic,,556\n' >"$file"
    refnet check "$file" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.files[0] | .read, .kept]')" '[2,2]'
    printf 'Agency,Main contact,,Services,\n,Name,Phone,Service,Area\nElm,Ana Ruiz,555-1,care,Bay\nOak,Bo Ek,555-2,food,Bay\n' >"$file"
    refnet measures "$file" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.organizations[].name] | join(" ")')" 'Elm Oak'
    mkdir "$BATS_TEST_TMPDIR/grouped"
    mv "$file" "$BATS_TEST_TMPDIR/grouped/Agencies.csv"
    refnet measures "$BATS_TEST_TMPDIR/grouped" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.organizations[].name] | join(" ")')" 'Elm Oak'
}

@test "--fix writes out whom \"same as above\" means and the day without the words beside it" {
    folder=$(dataset organizations.csv 'name\nElm\nBay\n' referrals.csv 'from,to\nElm,Bay\n' \
        contacts.csv 'organization,name,last_contact\nElm,Ann,3/25/26 (left vm)\nElm,,\nditto,Bo,TBD\n')
    refnet check "$folder" --fix "$BATS_TEST_TMPDIR/fixed" --as-of "$AS_OF"
    grep -q "^Elm,Ann,2026-03-25" "$BATS_TEST_TMPDIR/fixed/contacts.csv"
    grep -q "^Elm,Bo," "$BATS_TEST_TMPDIR/fixed/contacts.csv"
    grep -q "contacts.csv,4,organization,ditto,Elm," "$BATS_TEST_TMPDIR/fixed/log.csv"
}

@test "a share beside a count of the same name is not called that column once more" {
    folder=$(dataset organizations.csv 'name,Neighborhoods served\nElm,East\nBay,East\n' \
        referrals.csv 'from,to,For what,% connected,Connected\nElm,Bay,rides,50,2\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[].kind] | map(select(. == "duplicate-column" or . == "no-areas")) | length')" 0
    assert_contains "$output" '% connected'
}

@test "areas that have names only are known by these" {
    folder=$(dataset organizations.csv 'name,services,areas\nAsh,rent,North\n' \
        areas.csv 'Name,Latitude,Longitude\nNorth,41.1,-86.5\nSouth,41.2,-86.6\n')
    refnet check "$folder" --format json
    assert_equal "$(json -c '[.files[] | select(.file == "areas.csv") | .kept]')" '[2]'
    assert_equal "$(json -c '[.findings[] | select(.file == "areas.csv" and .severity == "error")]')" '[]'
    refnet gaps "$folder" --quiet --area south --format json
    assert_status 0
    printf 'id,name\nN,North\nS,South\n' >"$folder/areas.csv"
    refnet summary "$folder" --quiet --area S --format json
    assert_status 0
}

@test "--fix takes nothing for what it was not read as: ditto marks, words like them, columns with numbers" {
    local fixed=$BATS_TEST_TMPDIR/as-read
    folder=$(dataset organizations.csv 'id,name,areas,parent\n1,Elm,East,\n2,Oak,East,Elm\n3,Above,East,"""\n' \
        services.csv 'organization_id,name,capacity,services2\n1,food,5,rides\n3,shelter,,no\n' \
        referrals.csv 'from,to,reported_by\n1,2,1\n2,Above,same\n"""",1,\n' \
        nominations.csv 'nominated,named_by\nPine Club,1\n"""",2\nBirch Club,"""\n')
    sed -i '4s/"""$/""""/' "$folder/organizations.csv" "$folder/nominations.csv"
    refnet check "$folder" --fix "$fixed" --as-of "$AS_OF" --quiet
    assert_equal "$(cat "$fixed/organizations.csv" | tail -1)" '3,Above,East,""""'
    assert_equal "$(head -1 "$fixed/services.csv")" 'organization,service,capacity,services2 (not used)'
    assert_equal "$(tail -2 "$fixed/referrals.csv" | paste -sd ' ')" '2,Above,same 2,1,'
    assert_equal "$(tail -2 "$fixed/nominations.csv" | paste -sd ' ')" '"""",2 Birch Club,2'
    refnet export "$folder" --to json --quiet --as-of "$AS_OF"
    before=$output
    refnet export "$fixed" --to json --quiet --as-of "$AS_OF"
    assert_equal "$(json '.nodes, .links')" "$(jq -r '.nodes, .links' <<<"$before")"
}
