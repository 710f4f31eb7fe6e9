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
    assert_contains "$stderr" 'review.csv:4: id_2: '
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
