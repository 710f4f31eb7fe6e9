#!/usr/bin/env bats
# Folders whose files are called otherwise than README says. SPDX-License-Identifier: GPL-2.0-or-later
load helper

AGENCIES='Agency Name,Type,Programs,County\nElm Clinic,Health,care,Bay\nHarbor Respite,Aging,respite,Bay\n'
LOG='Referral log 2026\n\nDate,Referring Agency,Referred To,Service Needed\n2026-01-05,Elm Clinic,Harbor Respite,respite\n'
STAFF='First Name,Last Name,Organization,Email,Title\nAna,Ruiz,Elm Clinic,ana@elm.org,Director\n,Ek,Elm Clinic,bo@elm.org,Nurse\n'

read_as() {
    json -c '[.findings[] | select(.kind == "recognized-file") | [.file, .message]]'
}

@test "files of other names are told by their names and headers, as sheets are" {
    local folder
    folder=$(dataset 'Agencies 2026.csv' "$AGENCIES" 'Referral Log.CSV' "$LOG" 'staff list.csv' "$STAFF" \
        'who is where.tsv' 'Area\tService\tDemand\nBay\trespite\t40\n' 'budget.csv' 'Item,Amount\nx,3\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.files[] | [.file, .kept]]')" \
        '[["Agencies 2026.csv",2],["Referral Log.CSV",1],["staff list.csv",2],["who is where.tsv",1]]'
    assert_equal "$(read_as)" '[["Agencies 2026.csv","Read as organisations: its name and those of its columns say so."],["Referral Log.CSV","Read as referrals: its name and those of its columns say so."],["staff list.csv","Read as contacts: its name and those of its columns say so."],["who is where.tsv","Read as needs: the names of its columns say so."]]'
    assert_equal "$(json -r '.findings[] | select(.kind == "unused-file") | .file')" budget.csv
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 0
    assert_contains "$stderr" 'budget.csv: the file is not read'
    assert_contains "$stderr" 'Referral Log.CSV: read as referrals: its name and those of its columns say so; name it referrals.csv to settle it'
    refnet show "$folder" "Elm Clinic" --as-of "$AS_OF" --show-people
    assert_contains "$output" "Ana Ruiz"
    assert_contains "$output" "LINES OF REFERRALS"
    refute_contains "$output" "REFERRALS.CSV"
}

@test "files of the right names win, whatever else looks like them" {
    local folder
    folder=$(dataset organizations.csv "$AGENCIES" 'Agencies 2026.csv' 'Agency Name\nOther\n' 'Referral Log.csv' "$LOG")
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.files[] | [.file, .kept]]')" '[["organizations.csv",2]]'
    assert_equal "$(json -c '[.findings[] | select(.kind | endswith("-file")) | [.kind, .file, .message]]')" \
        '[["similar-file","Referral Log.csv","The file is not read; did you mean \"referrals.csv\"?"],["unused-file","Agencies 2026.csv","The file is not read: its name is none of the dataset'"'"'s."]]'
    assert_equal "$(json -r '.findings[] | select(.kind == "similar-file") | .fix')" "Rename the file."
    cp "$folder/Referral Log.csv" "$folder/Referrals 2025.csv"
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -r '[.findings[] | select(.kind == "similar-file") | .fix] | unique[]')" \
        "Put its rows and those of the others that are meant into one file of this name."
    folder=$(dataset Agencies.csv "$AGENCIES" REFERRALS.csv 'From,To\nElm Clinic,Harbor Respite\n' Links.csv "$LOG")
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.files[] | [.file, .kept]]')" '[["Agencies.csv",2],["REFERRALS.csv",1]]'
    assert_equal "$(json -c '.findings[] | select(.kind == "second-file") | [.file, .message]')" \
        '["Links.csv","The file is not read: it looks like referrals, but these are read from REFERRALS.csv."]'
}

@test "names in the singular, in other letters' case and in British spelling are found" {
    local folder name
    for name in Organizations.csv Organisations.CSV Organization.csv 'Organisation List.csv'; do
        folder=$(dataset "$name" "$AGENCIES" Contact.csv "$STAFF")
        refnet check "$folder" --as-of "$AS_OF" --format json
        assert_equal "$(json '.files[0].file')" "$name"
        assert_equal "$(json '.files[0].kept')" 2
    done
}

@test "of two files that look alike nothing is read, unless the name of one says more or sets it aside" {
    local folder
    folder=$(dataset 'Agencies 2026.csv' "$AGENCIES" 'Agencies north.csv' "$AGENCIES"'Oak House,Bay\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" 'holds the organisations can'"'"'t be told: "Agencies 2026.csv", "Agencies north.csv"; name the one to be read organizations.csv'
    mv "$folder/Agencies north.csv" "$folder/Agencies (copy).csv"
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '.files[0].file')" "Agencies 2026.csv"
    mv "$folder/Agencies (copy).csv" "$folder/north.csv"
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '.files[0].file')" "Agencies 2026.csv"
    assert_equal "$(json '.findings[] | select(.kind == "second-file") | .file')" "north.csv"
    folder=$(dataset Agencies.csv "$AGENCIES" 'Referrals 2025.csv' "$LOG" 'Referrals 2026.csv' \
        'Referring Agency,Referred To,Count\nElm Clinic,Harbor Respite,3\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" 'holds the referrals can'"'"'t be told: "Referrals 2025.csv", "Referrals 2026.csv"'
}

@test "files of the same columns are one table, as the sheets of a workbook are: a log a year" {
    local folder
    folder=$(dataset Agencies.csv "$AGENCIES" 'Referrals 2025.csv' "$LOG"'2026-02-01,Elm Clinic,Nobody,x\nElm Clinic,too,many,cells,here\n' \
        'Referrals 2026.csv' 'date;referring agency;referred to;service needed\n2026-03-01;Harbor Respite;Elm Clinic;care\n2026-04-01;Elm Clinic;No One;care\n')
    refnet check "$folder" --as-of "$AS_OF" --format json --rejects "$folder/rejects"
    assert_equal "$(json -c '[.files[] | [.file, .read, .kept, .rejected]]')" \
        '[["Agencies.csv",2,2,0],["Referrals 2025.csv",3,1,2],["Referrals 2026.csv",2,1,1]]'
    assert_equal "$(json -c '[.findings[] | select(.severity == "error") | [.file, .line, .column]]')" \
        '[["Referrals 2025.csv",6,5],["Referrals 2025.csv",5,3],["Referrals 2026.csv",3,3]]'
    assert_equal "$(json -r '.findings[] | select(.kind == "rows-above-header") | [.file, .line | tostring] | join(":")')" \
        "Referrals 2025.csv:3"
    assert_equal "$(read_as)" '[["Agencies.csv","Read as organisations: its name and those of its columns say so."],["Referrals 2025.csv","Read as referrals, together with Referrals 2026.csv: their columns are the same."],["Referrals 2026.csv","Read as referrals, together with Referrals 2025.csv: their columns are the same."]]'
    assert_equal "$(cut -d, -f1,2 "$folder/rejects" | paste -sd' ')" \
        "file,line Referrals 2025.csv,6 Referrals 2025.csv,5 Referrals 2026.csv,3"
    rm "$folder/rejects"
    refnet summary "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json .arcs)" 2
    refnet check "$folder" --as-of "$AS_OF" --fix "$folder/fixed"
    assert_equal "$(wc -l <"$folder/fixed/referrals.csv")" 3
    assert_equal "$(grep 'row left out' "$folder/fixed/log.csv" | cut -d, -f1,2 | paste -sd' ')" \
        "Referrals 2025.csv,6 Referrals 2025.csv,5 Referrals 2026.csv,3"
    refnet merge "$folder" -o "$folder/merged" --as-of "$AS_OF"
    assert_status 2
    assert_contains "$stderr" "write such files first with refnet check --fix DIR"
}

@test "a copy of a file is not read; files of which most rows are the same are told" {
    local folder rows='From,To,Date\nElm Clinic,Harbor Respite,2026-01-02\nHarbor Respite,Elm Clinic,2026-01-03\n'
    folder=$(dataset Agencies.csv "$AGENCIES" 'Referrals 2025.csv' "$rows" \
        'Referrals 2025 (1).csv' "$rows" 'Referrals 2026.csv' "$rows"'Elm Clinic,Harbor Respite,2026-02-01\n' \
        'Referrals 2027.csv' 'From,To,Date\nElm Clinic,Harbor Respite,2026-01-02\nElm Clinic,Harbor Respite,2027-01-02\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.files[] | [.file, .kept]]')" \
        '[["Agencies.csv",2],["Referrals 2025.csv",2],["Referrals 2026.csv",3],["Referrals 2027.csv",2]]'
    assert_equal "$(json -r '.findings[] | select(.kind == "second-file") | [.file, .message] | join(": ")')" \
        "Referrals 2025 (1).csv: The file is not read: it is a copy of Referrals 2025.csv."
    assert_equal "$(json -c '.findings[] | select(.kind == "repeated-rows") | [.file, .line, .message]')" \
        '["Referrals 2026.csv",2,"2 of 3 rows stand just so in Referrals 2025.csv, too, so their referrals count twice."]'
}

@test "the tables of an Access database are told by their names and headers" {
    local folder
    folder=$(dataset tblAgency.csv '"AgencyID","AgencyName","City"\n1,"Elm Clinic","Bay"\n2,"Harbor Respite","Bay"\n' \
        tblReferral.csv '"ReferralID","FromAgencyID","ToAgencyID","ReferralDate"\n7,1,2,2026-01-05 0:00:00\n' \
        tblContact.csv '"ContactID","AgencyID","FirstName","LastName","WorkPhone"\n1,1,"Ana","Ruiz","555-1212"\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.files[] | [.file, .kept]]')" '[["tblAgency.csv",2],["tblReferral.csv",1],["tblContact.csv",1]]'
    refnet show "$folder" "Elm Clinic" --as-of "$AS_OF" --show-people
    assert_contains "$output" "Harbor Respite"
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.kind == "unused-column") | .field] | join(" ")')" ReferralID
}

@test "columns that stand in one are told, with what to do" {
    local folder
    folder=$(dataset organizations.csv 'Agency Name|Services\nElm|care\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" 'among "Agency Name|Services"; its columns are divided by |; put commas'
    folder=$(dataset organizations.csv '"Agency Name,Services"\n"Elm,care"\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" 'all columns stand in one, each row in quotes as a whole'
}

@test "an empty file, one without a header and unrelated ones are no organisations" {
    local folder
    folder=$(dataset Agencies.csv '')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" 'rename the one that lists them, or give it with --organizations: "Agencies.csv"'
    folder=$(dataset Agencies.csv 'Elm Clinic,care\nHarbor Respite,respite\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" 'Agencies.csv:1: no column "name" among "Elm Clinic", "care"'
    folder=$(dataset volunteers.csv 'Name,Phone,Email,City\nBo,3,b@x.org,Bay\n' budget.csv 'Name,Type,Amount\nx,y,3\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" '--organizations: "budget.csv", "volunteers.csv"'
}

@test "answers to a survey and sign-in sheets are not taken for contacts or respondents" {
    local folder name
    for name in microsoft-forms sign-in google-forms; do
        folder=$(dataset Agencies.csv "$AGENCIES")
        cp "tests/cli/surveys/$name.csv" "$folder/What we asked.csv"
        cp "tests/cli/surveys/$name.csv" "$folder/Form (Responses).csv"
        refnet check "$folder" --as-of "$AS_OF" --format json
        assert_equal "$(json -c '[.files[] | [.file, .kept]]')" '[["Agencies.csv",2]]'
        assert_contains "$(json '.findings[] | select(.kind == "unused-file") | .fix')" "--referrals FILE"
    done
}

@test "a folder without organisations says what can be made of what it has" {
    local folder
    folder=$(dataset 'Referral Log.csv' "$LOG")
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" "--referrals \"$folder/Referral Log.csv\" in place of the folder"
    refnet summary --referrals "$folder/Referral Log.csv" --as-of "$AS_OF"
    assert_status 0
    folder=$(dataset 'staff list.csv' "$STAFF")
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" "refnet import flat \"$folder/staff list.csv\" -o DIR"
    refnet import flat "$folder/staff list.csv" -o "$folder/new"
    assert_status 0
    cp tests/workbooks/coalition-libreoffice.xlsx "$folder/ours.xlsx"
    refnet summary "$folder" --as-of "$AS_OF"
    assert_contains "$stderr" "give the workbook itself, \"$folder/ours.xlsx\", in place of the folder"
}

@test "a survey by itself in a folder is to be given itself, and the command it takes can be typed" {
    local folder file
    folder=$(dataset 'Partner survey.csv' 'Organization,Elm,Oak\nElm,,weekly\nOak,daily,\n')
    file="$folder/Partner survey.csv"
    refnet check "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" '"Partner survey.csv"; if it is a survey or a matrix of who refers to whom, give the file itself'
    refnet check "$file" --as-of "$AS_OF"
    assert_contains "$stderr" "refnet import survey '$file' -o DIR"
    printf 'First Name,Last Name,Organization\nAna,Ruiz,Elm\n' >"$file"
    refnet check "$file" --as-of "$AS_OF"
    assert_contains "$stderr" "refnet import flat '$file' -o DIR"
}

@test "lists of other things beside the organisations are left alone, and it is said why" {
    local folder name
    folder=$(dataset 'Agencies 2026.csv' "$AGENCIES" 'committee members.csv' 'Name,Email,Role\nBo,b@x.org,Chair\n' \
        'mileage.csv' 'Date,From,To,Miles\n2026-01-05,Elm Clinic,Town Hall,12\n' 'trips.csv' 'Date,From,To,Miles\n2026-01-05,Elm Clinic,Town Hall,12\n' \
        'sign in 3 May.csv' 'Name,Organization,Email\nBo,Elm Clinic,b@x.org\n' 'May.csv' 'Name,Organization,Email,Signature\nBo,Elm Clinic,b@x.org,x\n' \
        'People.csv' 'Name,Phone\nBo,3\n' 'Links.csv' 'Title,URL\nx,http://x.org\n' 'Referrals 2026.csv' '')
    mkfifo "$folder/Contact.csv"
    mkdir "$folder/Needs.csv.csv"
    ln -s "$folder" "$folder/Meeting.csv"
    head -c 5000 /dev/urandom >"$folder/Suggestions.csv"
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.files[] | [.file, .kept]]')" '[["Agencies 2026.csv",2]]'
    assert_equal "$(json -r '.findings[] | select(.file == "People.csv") | .message')" \
        "The file is not read: its name says contacts, but its columns don't."
    assert_equal "$(json -r '.findings[] | select(.file == "committee members.csv") | .message')" \
        "The file is not read: its name says organisations, but its columns don't."
    for name in 'Referrals 2026.csv' Contact.csv Needs.csv.csv Meeting.csv; do
        assert_equal "$(json -r --arg name "$name" '.findings[] | select(.file == $name) | .message')" \
            "The file is not read: it is empty, or not a table."
    done
    rm "$folder/Agencies 2026.csv"
    refnet check "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" 'has no organizations.csv'
}

@test "a list of members that are people at organisations is one of contacts, in a workbook, too" {
    local folder people='First Name,Last Name,Organization\nAna,Ruiz,Elm Clinic\nBo,Ek,Elm Clinic\n'
    folder=$(dataset Agencies.csv "$AGENCIES" Members.csv "$people")
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.files[] | [.file, .kept]]')" '[["Agencies.csv",2],["Members.csv",2]]'
    assert_equal "$(read_as | jq -r '.[1][1]')" "Read as contacts: the names of its columns say so."
    python3 tests/cli/make_workbook.py "$folder/book.xlsx" "Members=$folder/Members.csv" "Directory=$folder/Agencies.csv"
    refnet show "$folder/book.xlsx" "Elm Clinic" --as-of "$AS_OF" --show-people
    assert_contains "$output" "Ana Ruiz"
    rm "$folder/Agencies.csv" "$folder/book.xlsx"
    refnet check "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" "\"Members.csv\" holds contacts, and the organisations beside them will do: refnet import flat"
}

@test "a list of members that are organisations with their contacts is one of organisations" {
    local folder
    folder=$(dataset Members.csv 'Agency Name,Contact Name,Role,Email\nElm Clinic,Ana Ruiz,Director,a@x.org\n')
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.files[] | [.file, .kept]]')" '[["Members.csv",1]]'
}

@test "a last name is left out where it is in the name as a word, and where the cell says nothing" {
    local folder
    folder=$(dataset organizations.csv "$AGENCIES" contacts.csv \
        'Organization,First Name,Last Name\nElm Clinic,Lina,Li\nElm Clinic,Bo,N/A\nElm Clinic,Marianne,Ann\nElm Clinic,"Ruiz, Ana",Ruiz\nElm Clinic,山田太郎,山田\n')
    refnet show "$folder" "Elm Clinic" --as-of "$AS_OF" --show-people --format json
    assert_equal "$(json -c '[.contacts[].contact]')" '["Bo at Elm Clinic","Lina Li at Elm Clinic","Marianne Ann at Elm Clinic","Ruiz, Ana at Elm Clinic","山田太郎 at Elm Clinic"]'
}

@test "first and last names are one person's, and stay so when the files are written anew" {
    local folder
    folder=$(dataset organizations.csv "$AGENCIES" contacts.csv \
        'Organization,Name,Last Name\nElm Clinic,Ana,Ruiz\nElm Clinic,Bo Ek,Ek\nHarbor Respite,,Cy\nElm Clinic,,\n')
    refnet check "$folder" --as-of "$AS_OF" --format json --fix "$BATS_TEST_TMPDIR/fixed"
    assert_equal "$(json -c '[.findings[] | select(.file == "contacts.csv") | [.kind, .line]]')" '[["blank-required",5]]'
    for folder in "$folder" "$BATS_TEST_TMPDIR/fixed"; do
        refnet show "$folder" "Elm Clinic" --as-of "$AS_OF" --show-people
        assert_contains "$output" "Ana Ruiz"
        assert_contains "$output" "Bo Ek"
        refute_contains "$output" "Ek Ek"
    done
}

@test "the tables of an HMIS are sent to import flat" {
    local folder
    folder=$(dataset Organization.csv 'OrganizationID,OrganizationName\n1,Beacon\n' \
        Project.csv 'ProjectID,OrganizationID,ProjectName,ProjectType\n10,1,Beacon ES,0\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$stderr" "has the tables of an HMIS; make a dataset of them with refnet import flat $folder -o DIR"
    refnet import hsds "$folder" -o "$BATS_TEST_TMPDIR/of-hmis"
    assert_status 3
    assert_contains "$stderr" "has the tables of an HMIS, not of a directory; make a dataset of them with refnet import flat $folder -o DIR"
    [ ! -e "$BATS_TEST_TMPDIR/of-hmis" ]
}

@test "a table larger than any survey is not read whole to tell that it is none" {
    local table="$BATS_TEST_TMPDIR/large.csv"
    awk 'BEGIN { for (i = 0; i < 400000; i++) print "Elm Clinic,number " i ",bar" }' >"$table"
    run timeout 5 "$REFNET" summary "$table" --as-of "$AS_OF"
    assert_status 3
    assert_contains "$output" "refnet import edgelist $table"
}
