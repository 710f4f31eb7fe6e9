#!/usr/bin/env bats
# The report on one organisation, for a visit. SPDX-License-Identifier: GPL-2.0-or-later
load helper

visit() { # ORG OPTION...: the report as Markdown in $output
    org=$1; shift
    refnet report $COUNTY --organization "$org" --quiet --as-of "$AS_OF" --format markdown "$@"
}

@test "a report on one organisation: found by id or name, its sections in order" {
    visit harbor-respite
    assert_contains "$output" "# Harbor Respite House"
    by_id=$output
    visit "Harbor Respite House" --sections unknown
    assert_contains "$output" "# Harbor Respite House"
    output=$by_id
    assert_equal "$(grep '^## ' <<<"$output" | sed 's/## //' | paste -sd '|')" \
        "In short|Who they are|What we don’t know of them|Whom they work with|Gaps they could help close|What rests on one person or one organisation|What is due with them|Who lists the same|Whom they should meet|For the visit|Words used here"
}

@test "what is asked and found is about that organisation" {
    visit harbor-respite
    assert_contains "$output" "Harbor Respite has four relationships recorded"
    assert_contains "$output" "Ask Memory Care Alliance for an introduction."
    assert_contains "$output" "[(989) 555-0103](tel:9895550103)"
    assert_contains "$output" "(mailto:info@harbor-respite.example)"
    assert_equal "$(grep -c Sheriff <<<"$output")" 0
}

@test "sections are those of a report on one" {
    visit 211 --sections who,agenda
    assert_equal "$(grep -c '^## ' <<<"$output")" 2
    run "$REFNET" report $COUNTY --organization 211 --sections data --quiet
    assert_equal "$status" 2
    assert_contains "$output" 'no section "data" in a report on one organisation; sections are: in-short, who'
    run "$REFNET" report $COUNTY --sections who --quiet
    assert_equal "$status" 2
}

@test "somebody unknown, or filtered away, or with an older dataset: told, and nothing written" {
    out=$BATS_TEST_TMPDIR/r.md
    run "$REFNET" report $COUNTY --organization "Harbor Respit House" --quiet -o "$out"
    assert_equal "$status" 2
    assert_contains "$output" "did you mean"
    run "$REFNET" report $COUNTY --organization 211 --sector housing --quiet -o "$out"
    assert_equal "$status" 2
    assert_contains "$output" "not among the organisations that the filters leave"
    run "$REFNET" report $COUNTY --organization 211 --compare-with $COUNTY-2025 --quiet -o "$out"
    assert_equal "$status" 2
    assert_contains "$output" "exclude each other"
    [ ! -e "$out" ]
}

@test "no name of any contact is in it without --show-people" {
    tail -n +2 $COUNTY/contacts.csv | cut -d, -f2 | sort -u >"$BATS_TEST_TMPDIR/names"
    [ -s "$BATS_TEST_TMPDIR/names" ]
    for org in 211 aaa; do
        visit "$org" --top all
        assert_equal "$(grep -cFf "$BATS_TEST_TMPDIR/names" <<<"$output")" 0
    done
    visit aaa --show-people
    [ "$(grep -cFf "$BATS_TEST_TMPDIR/names" <<<"$output")" -gt 0 ]
}

@test "pages and print: a well-made page with its map, a PDF whose addresses can be clicked" {
    "$REFNET" report $COUNTY --organization 211 --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/r.html"
    python3 tests/cli/check_page.py "$BATS_TEST_TMPDIR/r.html" || fail_with "a well-made page" r.html
    assert_equal "$(grep -c '<svg role="img"' "$BATS_TEST_TMPDIR/r.html")" 1
    grep -q '<a href="tel:9895550100">(989) 555-0100</a>' "$BATS_TEST_TMPDIR/r.html"
    "$REFNET" report $COUNTY --organization 211 --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/r.pdf"
    for uri in tel:9895550100 mailto:info@harbor-211.example https://harbor-211.example; do
        grep -aq "/URI ($uri)" "$BATS_TEST_TMPDIR/r.pdf"
    done
}

@test "an organisation that is a name and nothing else, in hostile company" {
    data=$(dataset organizations.csv 'name,services,areas,website,phone,email\n<script>alert(1)</script>,,,javascript:alert(1),"1"" onclick=x","a@b.example""x"\nOak,food,East,,,\n')
    for format in html markdown pdf; do
        "$REFNET" report "$data" --organization '<script>alert(1)</script>' --quiet --as-of "$AS_OF" \
            --format $format -o "$BATS_TEST_TMPDIR/r.$format"
    done
    python3 tests/cli/check_page.py "$BATS_TEST_TMPDIR/r.html" || fail_with "a well-made page" r.html
    assert_equal "$(grep -c '<script\|href="javascript\|onclick="' "$BATS_TEST_TMPDIR/r.html")" 0
    assert_equal "$(grep -c '](javascript' "$BATS_TEST_TMPDIR/r.markdown")" 0
    assert_equal "$(grep -ac '/URI' "$BATS_TEST_TMPDIR/r.pdf")" 0
}

@test "who has closed is said to have, and nobody is said to be listed who is not" {
    folder=$(dataset organizations.csv 'name,status,services\nAlpha,,food\nBravo,closed,food\nCarl,,\n' \
        referrals.csv 'from,to\nAlpha,Bravo\nBravo,Carl\nCarl,Alpha\n' \
        contacts.csv 'organization,name\nBravo,Bob\nCarl,Cid\nCarl,Col\n')
    about() { refnet report "$folder" --organization "$1" --quiet --as-of "$AS_OF" --format markdown; }
    about Bravo
    assert_contains "$output" "Bravo is listed as closed; if it is open, correct its status"
    assert_contains "$output" "and one organisation refers to it; none go both ways."
    refute_contains "$output" "Colleagues are listed"
    about Alpha
    refute_contains "$output" "more than one person is listed there"
    refute_contains "$output" "Colleagues are listed"
    assert_contains "$output" "Nobody else's only link runs through them."
    about Carl
    assert_contains "$output" "and more than one person is listed there."
    assert_contains "$output" "Colleagues are listed for every relationship"
}

@test "whom they should meet is what who-else and show say, with filters, too" {
    for filter in --since=2026-03-01 "--area=City of Northport" "--coalition=Harbor Aging and Caregiving Coalition"; do
        refnet who-else $COUNTY harbor-211 "$filter" --quiet --as-of "$AS_OF" --top 1 --format json
        reason=$(json -r '.suggestions[0].reason')
        [ -n "$reason" ]
        refnet show $COUNTY harbor-211 --since=2026-03-01 --quiet --as-of "$AS_OF" --top 1 --format json
        [ "$filter" != --since=2026-03-01 ] || assert_equal "$(json -r '.suggestions[0].reason')" "$reason"
        visit harbor-211 "$filter" --sections meet --top 1
        assert_contains "$output" "$reason"
    done
}
