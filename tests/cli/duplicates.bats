#!/usr/bin/env bats
# Rows that are one organisation: thresholds, the file to fill in, and what it decides.
load helper

setup() {
    FOLDER=$(dataset organizations.csv 'id,name,phone\na,Oak House,989-555-0101\nb,"OAK HOUSE, Inc.",(989) 555 0101\nc,Oak House,\nd,Elm Clinic,989-555-0202\n')
    FILE=$BATS_TEST_TMPDIR/review.csv
}

decisions() {
    printf 'decision,id_1,id_2\n%b' "$1" >"$FILE"
    refnet duplicates "$FOLDER" --quiet --decisions "$FILE" --format json
}

@test "without referrals nobody is said to be in touch, or not" {
    three='name,services,areas\nAsh,food,East\nBirch,food,East\nCedar,food,East\n'
    refnet duplicates "$(dataset organizations.csv "$three")" --quiet --as-of $AS_OF
    assert_contains "$output" "can't say whether they are in touch"
    refute_contains "$output" "  no"
    refute_contains "$output" "IN TOUCH"
    refnet duplicates "$(dataset organizations.csv "$three" referrals.csv 'from,to\nAsh,Birch\n')" --quiet --as-of $AS_OF
    [ "$(grep -c '  no$' <<<"$output")" = 2 ]
}

@test "--review writes every pair that may be one, with an empty column to fill in" {
    refnet duplicates "$FOLDER" --quiet --review "$FILE"
    assert_status 0
    assert_equal "$(head -n 1 "$FILE" | tr -d '\r')" "decision,proposal,probability,id_1,name_1,id_2,name_2,evidence"
    assert_equal "$(grep -c '^,merge' "$FILE")" 1
    assert_equal "$(grep -c '^,review' "$FILE")" 2
    refnet duplicates "$FOLDER" --quiet --decisions "$FILE"
    assert_status 0
}

@test "--decisions: same merges, different never does" {
    decisions 'same,a,d\n'
    assert_equal "$(json '.records[0] | "\(.decision) \(.organizations | join(" "))"')" "merge a b d"
    decisions 'different,a,b\n'
    assert_equal "$(json '[.records[] | select(.organizations | contains(["a", "b"]))] | length')" 0
}

@test "--decisions: words and ids that say nothing are named, with their line" {
    decisions 'same,a,b\nmaybe,a,c\nsame,a,zz\n'
    assert_status 3
    assert_contains "$stderr" 'review.csv:3: decision is "maybe"'
    assert_contains "$stderr" '; review.csv:4: id_2: '
}

@test "--merge-at and --review-at are probabilities" {
    refnet duplicates "$FOLDER" --quiet --format json --merge-at 0.999999
    assert_equal "$(json '[.records[] | select(.decision == "merge")] | length')" 0
    refnet duplicates "$FOLDER" --quiet --merge-at 2
    assert_status 2
}

@test "--against: who is in another list, under what id, and who is not" {
    THEIRS=$BATS_TEST_TMPDIR/directory.csv
    printf 'id,name,phone\n77,"Oak House, Inc.",(989) 555-0101\n78,Birch Hall,989-555-0303\n79,ELM CLINIC,\n' >"$THEIRS"
    refnet duplicates "$FOLDER" --quiet --against "$THEIRS" --format json
    assert_status 0
    assert_equal "$(json '[.records[] | "\(.organization) \(.other) \(.decision)"] | sort | join(", ")')" \
        "a 77 merge, b 77 merge, c 77 review, d 79 review"
    assert_equal "$(json '.records[] | select(.organization == "c") | .reason')" \
        "$(json '.records[] | select(.organization == "c") | .reason' | grep 'may be listed in directory as Oak House, Inc., id 77 .*probably our')"
    assert_equal "$(json '.unmatched | length')" 0
    folder=$(dataset organizations.csv 'id,name\nx,Fir Hall\n')
    refnet duplicates "$FOLDER" --quiet --against "$folder"
    assert_status 0
    assert_contains "$output" "Of four organisations, none are probably listed in"
    refnet duplicates "$FOLDER" --quiet --against "$folder" --list unmatched --format csv
    assert_equal "$(wc -l <<<"$output")" 5
}

@test "--against: workbooks on either side, and as CSV" {
    book=tests/workbooks/coalition-openpyxl.xlsx
    refnet duplicates $book --quiet --against datasets/harbor-county --as-of $AS_OF --list records --format csv
    assert_status 0
    assert_contains "$output" "ride-together"
    refnet duplicates datasets/harbor-county --quiet --against $book --as-of $AS_OF --format json
    assert_status 0
    assert_equal "$(json '[.records[] | .other] | join(" ")')" "ride-together-inc"
    assert_equal "$(json '.unmatched | length')" 98
}

@test "--against: a spoiled list is read as far as it goes" {
    THEIRS=$BATS_TEST_TMPDIR/directory.csv
    printf 'id;Agency Name;Telephone;Latitude\r\n77;"Oak House, Inc.;(989) 555-0101;x\r\n78;Elm Cl\xednic;989.555.0202;95\r\n;;;\r\n78;;1;2\r\n' >"$THEIRS"
    refnet duplicates "$FOLDER" --against "$THEIRS" --format json
    assert_status 0
    assert_contains "$stderr" "directory.csv:2:2: the quote that opens in column 2"
    assert_equal "$(json '.records[] | "\(.organization) \(.other) \(.decision)"')" "d 78 merge"
}

@test "--against: a hundred of ours in a directory of 5,000" {
    awk 'BEGIN {
        print "id,name,address,city,phone" >"'"$BATS_TEST_TMPDIR"'/ours.csv"
        print "id,name,address,city,phone" >"'"$BATS_TEST_TMPDIR"'/theirs.csv"
        for (i = 0; i < 5000; i++) {
            a = sprintf("%c%c%c", 97 + i % 26, 97 + int(i / 26) % 26, 97 + int(i / 676) % 26)
            rest = sprintf("%d Main Street,Town %d,989-%03d-%04d", 100 + i, i % 40, 200 + i % 700, i)
            print "d" i ",Harbor " a "ton Community Services," rest >"'"$BATS_TEST_TMPDIR"'/theirs.csv"
            if (i % 50 == 0)
                print "o" i ",Harbor " toupper(a) "TON Cmty Svcs Inc," rest >"'"$BATS_TEST_TMPDIR"'/ours.csv"
        }
    }'
    refnet duplicates "$BATS_TEST_TMPDIR/ours.csv" --quiet --against "$BATS_TEST_TMPDIR/theirs.csv" --format json
    assert_status 0
    assert_equal "$(json '[.records[] | select(.decision == "merge" and "d" + .organization[1:] == .other)] | length')" 100
    assert_equal "$(json '.records | length')" 100
}

@test "--against: a name that many rows of the other list have is not said to be missing there" {
    awk 'BEGIN { print "id,name,city,phone"
        for (i = 0; i < 300; i++) printf "t%d,Community Table,Town %d,989-444-%04d\n", i, i % 50, i
        for (i = 0; i < 900; i++) printf "z%d,Pantry No. %d,Town %d,989-333-%04d\n", i, i, i % 50, i }' \
        >"$BATS_TEST_TMPDIR/theirs.csv"
    printf 'name,phone\nCommunity Table,\nOak House,\nThe Community Table Inc.,989-555-0101\n' >"$BATS_TEST_TMPDIR/ours.csv"
    refnet duplicates "$BATS_TEST_TMPDIR/ours.csv" --quiet --against "$BATS_TEST_TMPDIR/theirs.csv" --format json
    assert_equal "$(json '.unmatched[] | .reason' | sort)" \
        "300 rows of theirs have the name of Community Table (line 2), and nothing tells which of them it is, if any: a phone number, website or address would help.
300 rows of theirs have the name of The Community Table Inc. (line 4), but too little else agrees with any of them: look whether one is the same.
We found no Oak House (line 3) in theirs, and had only the name to look for: a phone number, website or address would help."
}

@test "--against: what there is no file to fill in for, and lists that can't be read" {
    refnet duplicates "$FOLDER" --quiet --against "$FOLDER" --review "$FILE"
    assert_status 2
    assert_contains "$stderr" "--review is about the rows of one list"
    refnet duplicates "$FOLDER" --quiet --against "$BATS_TEST_TMPDIR/none.csv"
    assert_status 3
    assert_contains "$stderr" none.csv
    printf '' >"$FILE"
    refnet duplicates "$FOLDER" --quiet --against "$FILE"
    assert_status 3
}

@test "the same words in another order are a similar name, not the same" {
    folder=$(dataset organizations.csv 'name,phone\nHomes for Hope,989-555-0101\nHope and a Home,989-555-0101\nAsh,\n')
    refnet duplicates "$folder" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.records[0].evidence[0] | split(",")[0]')" "name similar"
    folder=$(dataset organizations.csv 'name,phone\nHope Home of the Bay,989-555-0101\nHope Home of Bay,989-555-0101\nAsh,\n')
    refnet duplicates "$folder" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.records[0].evidence[0] | split(",")[0]')" "name equal"
}
