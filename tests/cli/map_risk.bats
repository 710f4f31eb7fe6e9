#!/usr/bin/env bats
# Maps of somebody's leaving: the same figures as the finding, nobody named unasked.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper
load map_helper

KIND=risk

leaving() { # FILE PERSON OPTION...
    "$REFNET" map "$COUNTY" --kind risk --quiet --as-of "$AS_OF" -o "$1" --without "$2" "${@:3}"
}

@test "relationships without a contact are dashed, as many as risks finds" {
    leaving "$BATS_TEST_TMPDIR/map.svg" "Stanley Gilchrist" --show-people
    refnet risks "$COUNTY" --quiet --as-of "$AS_OF" --show-people --top all --format json
    local going gone
    going=$(json '.people[] | select(.contact | startswith("Stanley")) | .ties_left_without_contact')
    gone=$(json '[.ties[] | select(.probability == 1)] | length')
    assert_equal "$(grep -c '<[a-z]* class="edge".*stroke-dasharray' "$BATS_TEST_TMPDIR/map.svg")" \
        "$((going + gone))"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/map.svg")" "a listed contact: $going"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/map.svg")" "after-school programs"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/map.svg")" "no route through listed contacts to the rest"
}

@test "names of people only with --show-people" {
    leaving "$BATS_TEST_TMPDIR/map.svg" "Stanley Gilchrist"
    grep -q "without contact 1 of 1 at Pine Ridge FRC" "$BATS_TEST_TMPDIR/map.svg"
    run -1 grep -q "Gilchrist" "$BATS_TEST_TMPDIR/map.svg"
    leaving "$BATS_TEST_TMPDIR/named.svg" "contact 1 of 1 at Pine Ridge FRC" --show-people
    grep -q "without Stanley Gilchrist" "$BATS_TEST_TMPDIR/named.svg"
}

@test "somebody unknown, or another kind of map, is status 2" {
    refnet map "$COUNTY" --kind risk --quiet -o "$BATS_TEST_TMPDIR/map.svg" --without "Nobody"
    assert_status 2
    assert_contains "$stderr" "nobody in contacts.csv"
    [ ! -e "$BATS_TEST_TMPDIR/map.svg" ]
    refnet map "$COUNTY" --kind gaps --quiet -o "$BATS_TEST_TMPDIR/map.svg" --without "Nobody"
    assert_status 2
    assert_contains "$stderr" "--kind risk"
}

@test "a person outside the view holds nothing there" {
    leaving "$BATS_TEST_TMPDIR/map.svg" "Stanley Gilchrist" --sector health
    grep -q "no relationship held" "$BATS_TEST_TMPDIR/map.svg"
}

@test "signs of the legend on a slide stand clear of each other" {
    refnet map "$COUNTY" --kind risk --size slide --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    assert_contains "$(cat "$BATS_TEST_TMPDIR/map.svg")" ">cut off without it: "
    local touching
    touching=$(sed -n 's/<circle class="legend" cx="673.00" cy="\([0-9.]*\)" r="\([0-9.]*\)".*/\1 \2/p' \
        "$BATS_TEST_TMPDIR/map.svg" |
        awk '$1 > y + .1 { bad += NR > 1 && $1 - y < $2 + r + 2; y = $1; r = $2; n++ }
            END { print bad + 0, (n > 5) }')
    assert_equal "$touching" "0 1"
}

@test "in a crowd lines from names run over one disc of others at most, and names stand around it" {
    local dataset=$BATS_TEST_TMPDIR/crowd i
    mkdir "$dataset"
    { echo id,name
      for ((i = 0; i < 700; i++)); do echo "o$i,Organisation Number $i"; done
    } >"$dataset/organizations.csv"
    { echo from,to
      for ((i = 1; i < 700; i++)); do
          echo "o$i,o$((i * 7919 % (i / 4 + 1)))"
          ((i % 2)) || echo "o$i,o$((i * 31 % 699))"
      done
    } >"$dataset/referrals.csv"
    geometry "$dataset" --size a4
    assert_on_page_and_all_apart
    assert_equal "$(json '.labels | length > 20')" true
    # The disc that a line begins at is none of the others.
    assert_equal "$(json '.nodes as $nodes | [.leaders[] as $l | [$nodes[] | (.x - $l.x1) as $x | (.y - $l.y1) as $y
            | ($l.x2 - $l.x1) as $dx | ($l.y2 - $l.y1) as $dy
            | ([0, ([1, ($x * $dx + $y * $dy) / ($dx * $dx + $dy * $dy)] | min)] | max) as $share
            | select((pow($x - $share * $dx; 2) + pow($y - $share * $dy; 2) | sqrt) < .radius)]
          | length | select(. > 2)] | length')" 0
}

@test "names keep off what alone joins two parts, though other lines be below them" {
    local bridges
    refnet risks "$COUNTY" --quiet --as-of "$AS_OF" --format json
    bridges=$(json '[.bridges[] | [.from, .to] | sort]')
    geometry "$COUNTY" --size a4
    output=$(jq --argjson bridges "$bridges" \
        '.edges |= map(select([.from, .to] | sort | IN($bridges[])))' <<<"$output")
    [ "$(json '.edges | length')" -eq 6 ]
    [ "$(line_hits)" -le 3 ]
}
