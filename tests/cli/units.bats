#!/usr/bin/env bats
# Distances in km or miles: people read the unit they chose, programs read km.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

ask() { # COMMAND ARGUMENT…
    refnet "$@" --as-of $AS_OF --quiet
    [ "$status" -le 1 ] || fail_with "exit status 0 or 1" "$status; stderr: $stderr"
}

@test "find: sentences and the column's heading in miles, keys and figures of JSON and CSV in km" {
    ask find $COUNTY "respite care" --area "Eastside Township"
    assert_contains "$output" "AREA                 KM  PHONE"
    assert_contains "$output" "6.3 km away"
    ask find $COUNTY "respite care" --area "Eastside Township" --units miles
    assert_contains "$output" "AREA               MILES  PHONE"
    assert_contains "$output" "City of Northport    3.9  "
    assert_contains "$output" "3.9 miles away"
    refute_contains "$output" " km"
    ask find $COUNTY "respite care" --area "Eastside Township" --units miles --format markdown
    assert_contains "$output" "(miles: 3.9)"
    ask find $COUNTY "respite care" --area "Eastside Township" --units miles --format json
    assert_equal "$(json '.providers[0].km * 10 | round / 10')" 6.3
    assert_contains "$(json '.providers[0].reason')" "3.9 miles away"
    assert_equal "$(json '.options.units')" miles
    ask find $COUNTY "respite care" --area "Eastside Township" --units miles --format csv
    assert_contains "$output" ",km,"
}

@test "gaps, who-else, its ties and plan, show: no km is left in what people read" {
    for words in "gaps $COUNTY" "who-else $COUNTY harbor-respite" "who-else $COUNTY --ties" \
        "who-else $COUNTY --plan" "show $COUNTY harbor-respite"; do
        # shellcheck disable=SC2086
        ask $words --top all
        local km=$output
        # shellcheck disable=SC2086
        ask $words --top all --units miles
        [[ $output =~ [0-9]\ miles? ]] || [[ ! $km =~ [0-9]\ km ]] || fail_with "miles" "$words: $output"
        [[ ! $output =~ [0-9]\ km ]] || fail_with "no km" "$words: $output"
    done
}

@test "--radius is in the chosen units unless it names its own, and recorded in km" {
    radius() { ask gaps $COUNTY --format json "$@"; json '.options.radius * 1e4 | round / 1e4'; }
    assert_equal "$(radius --radius 10)" 10
    assert_equal "$(radius --radius 10 --units miles)" 16.0934
    assert_equal "$(radius --units miles --radius 10km)" 10
    assert_equal "$(radius --radius "10 miles")" 16.0934
    ask gaps $COUNTY --radius 10mi --units miles
    assert_contains "$output" "within 10 miles of it"
    ask gaps $COUNTY --radius 10mi
    assert_contains "$output" "within 16 km of it"
    for wrong in "10 furlongs" 13000mi -1 km ""; do
        refnet gaps $COUNTY --radius "$wrong"
        assert_status 2
        assert_contains "$stderr" "--radius takes a distance from 0 to 20038 km, such as 25, 25km or 15mi"
    done
    refnet gaps $COUNTY --units yards
    assert_status 2
    assert_contains "$stderr" "--units takes one of km, miles"
}

@test "check says how far away a place is in miles" {
    folder=$(dataset organizations.csv "$(
        echo 'name,latitude,longitude'
        for i in 0 1 2 3 4 5 6 7 8 9; do echo "Org $i,43.$i,-82.$i"; done
        echo 'Far,-43.1,82.2'
    )")
    ask check "$folder" --units miles
    assert_contains "$output" " miles from the middle of all places"
    refute_contains "$output" " km"
}

@test "maps: the scale bar has the chosen unit on top, and who lies far away is told in it" {
    folder=$(dataset organizations.csv "$(
        echo 'name,latitude,longitude'
        for i in 0 1 2 3 4 5 6 7 8 9; do echo "Org $i,43.$i,-82.$i"; done
        echo 'Far away,-43.1,82.2'
    )")
    top() { # the first of the two figures
        ask map "$folder" --kind geo -o "$BATS_TEST_TMPDIR/map.svg" "$@"
        grep -o '>[0-9.]* \(km\|miles*\)<' "$BATS_TEST_TMPDIR/map.svg" | tail -2 | head -1 | tr -d '<>0-9. '
    }
    assert_equal "$(top)" km
    assert_equal "$(top --units miles)" miles
    grep -q 'Far away, [0-9,]* miles away' "$BATS_TEST_TMPDIR/map.svg"
}
