#!/usr/bin/env bats
# Rows that are one organisation become one, and the way back.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

# Two rows of one clinic, what others say of both, and a third organisation.
clinic() {
    dataset organizations.csv 'id,name,short_name,sector,services,phone,verified,parent,notes\nelm,Elm Clinic,,health,dental care,555 0101,2026-01-02,,\nelm2,Elm Clinic Inc,Elm,,dental care;eye care,(417) 555-0101,2026-03-04,elm,open Sundays\noak,Oak House,,housing,shelter,,,Elm Clinic Inc,\n' \
        referrals.csv 'from,to,count,from_contact\nelm,elm2,3,\nElm Clinic Inc,oak,4,Ana\noak,Elm Clinic,2,\noak,elm,1,\n' \
        contacts.csv 'organization,name,email,role\nelm,Ana Ruiz,,Director\nelm2,ana ruiz,ana@elm.example,\nelm2,Ben Bo,,\n' \
        respondents.csv 'organization,answered\nelm2,yes\nelm,no\noak,yes\n' \
        nominations.csv 'nominated,named_by\nElm Clinic,elm2\nElm Clinic Inc,oak\nPine Club,elm2\n' \
        meetings.csv 'organization,date\nelm2,2026-02-03\n' \
        log.csv 'a list of mine\n' notes.txt 'by hand\n'
}

# The decision that the two rows are one.
decided() {
    printf 'decision,id_1,id_2\nsame,elm,elm2\n' >"$BATS_TEST_TMPDIR/decisions.csv"
    printf '%s\n' "$BATS_TEST_TMPDIR/decisions.csv"
}

merged() { # DATASET: merges it as decided into $merged
    merged=$BATS_TEST_TMPDIR/merged
    refnet merge "$1" -o "$merged" --decisions "$(decided)" --as-of $AS_OF --quiet
    assert_status 0
}

@test "merge: the richest value of each cell stays, other names become alternate names" {
    merged "$(clinic)"
    assert_equal "$(cat "$merged/organizations.csv")" "$(printf '%s\n' \
        'id,name,short_name,sector,services,phone,verified,parent,notes,alternate_names' \
        'elm2,Elm Clinic Inc,Elm,health,dental care;eye care,(417) 555-0101,2026-03-04,,open Sundays,Elm Clinic' \
        'oak,Oak House,,housing,shelter,,,Elm Clinic Inc,,')"
}

@test "merge: every file names the row that is left, as it named the other" {
    merged "$(clinic)"
    assert_equal "$(cat "$merged/referrals.csv")" "$(printf '%s\n' 'from,to,count,from_contact' \
        'Elm Clinic Inc,oak,4,Ana' 'oak,Elm Clinic Inc,2,' 'oak,elm2,1,')"
    assert_equal "$(cat "$merged/contacts.csv")" "$(printf '%s\n' 'organization,name,email,role' \
        'elm2,ana ruiz,ana@elm.example,Director' 'elm2,Ben Bo,,')"
    assert_equal "$(cat "$merged/respondents.csv")" "$(printf '%s\n' 'organization,answered' \
        'elm2,yes' 'oak,yes')"
    assert_equal "$(cat "$merged/nominations.csv")" "$(printf '%s\n' 'nominated,named_by' \
        'Elm Clinic Inc,oak' 'Pine Club,elm2')"
    refnet check "$merged" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
}

@test "merge: referrals from an organisation to itself that arise are left out, and said" {
    folder=$(clinic)
    refnet merge "$folder" -o "$BATS_TEST_TMPDIR/m" --decisions "$(decided)" --as-of $AS_OF --format json
    assert_equal "$(json '.files[] | select(.file == "referrals.csv") | .rows_dropped')" 1
    refnet merge "$folder" -o "$BATS_TEST_TMPDIR/n" --decisions "$(decided)" --as-of $AS_OF
    assert_contains "$output" "Two rows were left out because both ends are now one organisation"
}

@test "merge: what is told differently is listed; contacts' words only with --show-people" {
    folder=$(clinic)
    printf 'elm,Ben Bo,,Nurse\nelm2,Cy Day,,Porter\nelm,cy day,,Cook\n' >>"$folder/contacts.csv"
    refnet merge "$folder" -o "$BATS_TEST_TMPDIR/m" --decisions "$(decided)" --as-of $AS_OF --quiet --format json
    assert_equal "$(json -c '[.conflicts[] | [.file, .field, .value, .other_value, .withheld]]')" \
        '[["contacts.csv","role",null,null,true]]'
    refnet merge "$folder" -o "$BATS_TEST_TMPDIR/o" --decisions "$(decided)" --as-of $AS_OF --quiet
    assert_contains "$output" "withheld (--show-people)"
    refnet merge "$folder" -o "$BATS_TEST_TMPDIR/n" --decisions "$(decided)" --as-of $AS_OF --quiet --show-people
    assert_contains "$output" "Porter"
}

@test "merge: a contact that others name by its id keeps it" {
    folder=$(dataset organizations.csv 'id,name\nelm,Elm Clinic\nelm2,Elm Clinic Inc\noak,Oak\n' \
        contacts.csv 'organization,id,name\nelm,a1,Ana Ruiz\nelm2,a2,Ana Ruiz\n' \
        referrals.csv 'from,to,from_contact\nelm,oak,a1\nelm2,oak,a2\n')
    merged "$folder"
    refnet check "$merged" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '[.findings[] | select(.message | test("not listed in contacts"))] | length')" 0
}

@test "merge --undo: every file is again what it was, byte for byte" {
    folder=$(clinic)
    merged "$folder"
    refnet merge --undo "$merged" -o "$BATS_TEST_TMPDIR/again"
    assert_status 0
    diff -r "$folder" "$BATS_TEST_TMPDIR/again"
}

@test "merge --undo: two merges are taken back one after the other" {
    folder=$(clinic)
    merged "$folder"
    refnet merge "$merged" -o "$BATS_TEST_TMPDIR/twice" --as-of $AS_OF --quiet
    refnet merge --undo "$BATS_TEST_TMPDIR/twice" -o "$BATS_TEST_TMPDIR/once"
    diff -r "$merged" "$BATS_TEST_TMPDIR/once"
    refnet merge --undo "$BATS_TEST_TMPDIR/once" -o "$BATS_TEST_TMPDIR/none"
    diff -r "$folder" "$BATS_TEST_TMPDIR/none"
}

@test "merge: what was merged is not changed by merging again" {
    merged "$(clinic)"
    refnet merge "$merged" -o "$BATS_TEST_TMPDIR/twice" --as-of $AS_OF --quiet
    assert_status 0
    for file in organizations referrals contacts respondents nominations meetings; do
        cmp "$merged/$file.csv" "$BATS_TEST_TMPDIR/twice/$file.csv"
    done
}

@test "merge: both rows in every file, and in one row of it" {
    folder=$(dataset organizations.csv 'id,name,parent\nelm,Elm Clinic,\nelm2,Elm Clinic Inc,\noak,Oak,elm2\n' \
        meetings.csv 'organization,date,people,next_step\nelm,2026-02-03,Ana,call\nelm2,2026-02-03,Ben,\noak,2026-02-03,,\n' \
        nominations.csv 'nominated,named_by,date\nelm,elm2,2026-01-01\noak,elm,2026-01-01\noak,Elm Clinic Inc,2026-01-02\n' \
        respondents.csv 'organization,answered,date\nelm,yes,2026-03-01\nelm2,no,\n' \
        contacts.csv 'organization,id,name,email,succeeded_by,left\nelm,a1,Ana Ruiz,ana@x.example,b1,2026-01-01\nelm2,a2,Ana Ruiz,ana@x.example,,\nelm2,b1,Ben Bo,,,\n' \
        referrals.csv 'from,to,count,reported_by,from_contact\nelm,oak,1,elm2,a1\noak,elm2,2,elm,\nelm2,elm,3,,a2\n' \
        services.csv 'organization,service,area\nelm,food,East\nelm2,food,East\nelm2,food,West\n')
    merged "$folder"
    assert_equal "$(grep -lE '(^|,)(elm2|Elm Clinic Inc)(,|$)' "$merged"/[cmnrs]*.csv | wc -l)" 0
    assert_equal "$(wc -l <"$merged/organizations.csv")" 3
    assert_equal "$(wc -l <"$merged/respondents.csv")" 2
    assert_equal "$(grep -c '^oak,' "$merged/nominations.csv")" 2
    assert_equal "$(wc -l <"$merged/referrals.csv")" 3
    refnet check "$merged" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
    refnet merge "$merged" -o "$BATS_TEST_TMPDIR/twice" --as-of $AS_OF --quiet
    for file in "$merged"/[cmnors]*.csv; do
        cmp "$file" "$BATS_TEST_TMPDIR/twice/${file##*/}"
    done
    refnet merge --undo "$merged" -o "$BATS_TEST_TMPDIR/again"
    diff -r "$folder" "$BATS_TEST_TMPDIR/again"
}

@test "merge: the sample county a second time changes nothing" {
    refnet merge $COUNTY -o "$BATS_TEST_TMPDIR/m" --as-of $AS_OF --quiet
    refnet merge "$BATS_TEST_TMPDIR/m" -o "$BATS_TEST_TMPDIR/twice" --as-of $AS_OF --quiet --format json
    assert_equal "$(json '.merged | length')" 0
    diff -r -x log.csv -x log-*.csv "$BATS_TEST_TMPDIR/m" "$BATS_TEST_TMPDIR/twice"
}

@test "merge: a workbook is written as CSV files first, as the message says" {
    book=tests/workbooks/coalition-openpyxl.xlsx
    refnet merge $book -o "$BATS_TEST_TMPDIR/m" --as-of $AS_OF --quiet
    assert_status 2
    assert_contains "$stderr" "with refnet check --fix DIR, then merge DIR"
    refnet check $book --fix "$BATS_TEST_TMPDIR/csv" --as-of $AS_OF
    refnet merge "$BATS_TEST_TMPDIR/csv" -o "$BATS_TEST_TMPDIR/m" --as-of $AS_OF --quiet
    assert_status 0
}

@test "merge: the sample county, there and back" {
    refnet merge $COUNTY -o "$BATS_TEST_TMPDIR/m" --as-of $AS_OF --quiet --format json
    assert_contains "$(json '.merged[].organizations | join(" ")')" \
        "cedar-childrens-house cedar-childrens-house-2"
    refnet merge --undo "$BATS_TEST_TMPDIR/m" -o "$BATS_TEST_TMPDIR/again"
    diff -r $COUNTY "$BATS_TEST_TMPDIR/again"
}

@test "merge: the order of rows changes nothing in what is left" {
    folder=$(clinic)
    merged "$folder"
    first=$(sort "$merged"/[cmnr]*.csv "$merged/organizations.csv")
    rm -r "$merged"
    for file in organizations referrals contacts respondents nominations; do
        { head -n 1 "$folder/$file.csv"; tail -n +2 "$folder/$file.csv" | tac; } >"$BATS_TEST_TMPDIR/x"
        mv "$BATS_TEST_TMPDIR/x" "$folder/$file.csv"
    done
    merged "$folder"
    assert_equal "$(sort "$merged"/[cmnr]*.csv "$merged/organizations.csv")" "$first"
}

@test "merge: encoding, line ends and everything untouched stay as they were" {
    folder=$(clinic)
    for file in organizations referrals contacts; do
        sed 's/,/;/g; s/$/\r/' "$folder/$file.csv" | sed 's/dental care;eye care/dental care|eye care/' |
            sed 's/Oak House/Oak  Hôuse /' >"$BATS_TEST_TMPDIR/x"
        iconv -f UTF-8 -t WINDOWS-1252 "$BATS_TEST_TMPDIR/x" >"$folder/$file.csv"
    done
    iconv -f UTF-8 -t UTF-16 "$folder/respondents.csv" >"$BATS_TEST_TMPDIR/x"
    mv "$BATS_TEST_TMPDIR/x" "$folder/respondents.csv"
    merged "$folder"
    assert_equal "$(tail -n 1 "$merged/organizations.csv" | iconv -f WINDOWS-1252 -t UTF-8)" \
        "$(printf 'oak;Oak  Hôuse ;;housing;shelter;;;Elm Clinic Inc;;\r')"
    assert_equal "$(iconv -f UTF-16 -t UTF-8 "$merged/respondents.csv" | head -n 2 | tail -n 1)" "elm2,yes"
    refnet merge --undo "$merged" -o "$BATS_TEST_TMPDIR/again"
    diff -r "$folder" "$BATS_TEST_TMPDIR/again"
}

@test "merge: services that only a list names become rows where there are rows" {
    folder=$(dataset organizations.csv 'id,name,services\nelm,Elm Clinic,\nelm2,Elm Clinic Inc,eye care;dental care\n' \
        services.csv 'organization,service,area,capacity\nelm,dental care,North,5\nelm,ear care,,')
    merged "$folder"
    assert_equal "$(cat "$merged/services.csv")" "$(printf '%s\n' 'organization,service,area,capacity' \
        'Elm Clinic Inc,dental care,North,5' 'Elm Clinic Inc,ear care,,' 'Elm Clinic Inc,eye care,,')" ||
    assert_equal "$(cat "$merged/services.csv")" "$(printf '%s\n' 'organization,service,area,capacity' \
        'elm2,dental care,North,5' 'elm2,ear care,,' 'Elm Clinic Inc,eye care,,')"
    refnet merge --undo "$merged" -o "$BATS_TEST_TMPDIR/again"
    diff -r "$folder" "$BATS_TEST_TMPDIR/again"
}

@test "merge: a second copy of a merged row does not bring it back" {
    folder=$(clinic)
    sed -n 2p "$folder/organizations.csv" >>"$folder/organizations.csv"
    merged "$folder"
    assert_equal "$(grep -c '^elm' "$merged/organizations.csv")" 1
    refnet merge --undo "$merged" -o "$BATS_TEST_TMPDIR/again"
    diff -r "$folder" "$BATS_TEST_TMPDIR/again"
}

@test "merge: without -o, into a full folder, and undoing what is no merge are refused" {
    folder=$(clinic)
    refnet merge "$folder"
    assert_status 2
    assert_contains "$stderr" "-o DIR"
    refnet merge "$folder" -o "$folder"
    assert_status 2
    assert_contains "$stderr" "not empty"
    refnet merge --undo "$folder" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    assert_contains "$stderr" "log.csv is not that of a merge"
    [ ! -e "$BATS_TEST_TMPDIR/x" ]
    refnet merge --undo "$BATS_TEST_TMPDIR/none" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
}

@test "merge --undo: a file or log changed after the merge is an error, and nothing is written" {
    merged "$(clinic)"
    cp -r "$merged" "$BATS_TEST_TMPDIR/one"
    printf 'pine,Pine Club,,,,,,,,\n' >>"$BATS_TEST_TMPDIR/one/organizations.csv"
    refnet merge --undo "$BATS_TEST_TMPDIR/one" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    assert_contains "$stderr" "organizations.csv was changed after the merge"
    cp -r "$merged" "$BATS_TEST_TMPDIR/two"
    sed -i 's/,[0-9][0-9]*,\([0-9]*\),\([^,]*\)$/,99999999,\1,\2/' "$BATS_TEST_TMPDIR/two/log.csv"
    refnet merge --undo "$BATS_TEST_TMPDIR/two" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    cp -r "$merged" "$BATS_TEST_TMPDIR/three"
    sed -i 's/%2D/%2Z/g; s/,elm2$/,e%%/' "$BATS_TEST_TMPDIR/three/log.csv"
    refnet merge --undo "$BATS_TEST_TMPDIR/three" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    cp -r "$merged" "$BATS_TEST_TMPDIR/four"
    rm "$BATS_TEST_TMPDIR/four/referrals.csv"
    refnet merge --undo "$BATS_TEST_TMPDIR/four" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    assert_contains "$stderr" "referrals.csv"
    [ ! -e "$BATS_TEST_TMPDIR/x" ]
}

@test "merge: single files in place of a folder get the names of a dataset" {
    folder=$(clinic)
    refnet merge --organizations "$folder/organizations.csv" --referrals "$folder/referrals.csv" \
        -o "$BATS_TEST_TMPDIR/m" --decisions "$(decided)" --quiet --as-of $AS_OF
    assert_status 0
    assert_equal "$(ls "$BATS_TEST_TMPDIR/m")" "$(printf 'log.csv\norganizations.csv\nreferrals.csv')"
    refnet merge --referrals "$folder/referrals.csv" -o "$BATS_TEST_TMPDIR/n" --quiet --as-of $AS_OF
    assert_status 2
    assert_contains "$stderr" "without organizations.csv"
}

@test "N/A is filled like a blank cell, and is no difference" {
    mkdir "$BATS_TEST_TMPDIR/na"
    printf '%s\n' id,name,phone,address,city,email,website,services \
        'c,Harbor Youth Center,N/A,12 Elm Street,Harbor,hyc@x.example,x.example,-' \
        'd,Harbor Youth Centre Inc,231-555-0101,12 Elm Street,Harbor,hyc@x.example,unknown,food; rent' \
        >"$BATS_TEST_TMPDIR/na/organizations.csv"
    refnet merge "$BATS_TEST_TMPDIR/na" -o "$BATS_TEST_TMPDIR/na.new" --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(tail -n +2 "$BATS_TEST_TMPDIR/na.new/organizations.csv")" \
        'd,Harbor Youth Centre Inc,231-555-0101,12 Elm Street,Harbor,hyc@x.example,x.example,food; rent,Harbor Youth Center'
    refnet merge --undo "$BATS_TEST_TMPDIR/na.new" -o "$BATS_TEST_TMPDIR/na.old" --as-of "$AS_OF"
    diff -r "$BATS_TEST_TMPDIR/na" "$BATS_TEST_TMPDIR/na.old"
}

@test "merge: decisions given again are told to be done, and the others are done" {
    local decisions=$BATS_TEST_TMPDIR/review.csv once=$BATS_TEST_TMPDIR/once twice=$BATS_TEST_TMPDIR/twice
    refnet duplicates $COUNTY --review "$decisions" --quiet --as-of $AS_OF
    sed -i 's/^,\(.*,orchard-flats-center,\)/same,\1/; s/^,merge/different,merge/' "$decisions"
    refnet merge $COUNTY -o "$once" --decisions "$decisions" --as-of $AS_OF
    assert_status 0
    refute_contains "$stderr" "one already"
    assert_equal "$(grep -c '^orchard-flats-cent\|^veterans-' "$once/organizations.csv")" 3
    sed -i 's/^different,\(.*,veterans-desk,\)/same,\1/' "$decisions"
    refnet merge "$once" -o "$twice" --decisions "$decisions" --as-of $AS_OF
    assert_status 0
    assert_contains "$stderr" "review.csv: one row is about organisations that are one already; there is nothing left to do for it"
    assert_equal "$(grep -c '^orchard-flats-cent\|^veterans-' "$twice/organizations.csv")" 2
}
