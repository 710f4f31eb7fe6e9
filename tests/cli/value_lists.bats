#!/usr/bin/env bats
# Several values given as one: --area "North, South". SPDX-License-Identifier: GPL-2.0-or-later
load helper

setup() {
    folder=$(dataset organizations.csv 'id,name,sector,services,areas
a,Ash,aging,food pantry;transport,North
b,Birch,health,rent,"East, Upper"
c,Cedar,faith,"meals, hot",South;West
d,Dogwood,aging,rent;food pantry,South
' referrals.csv 'from,to\na,b\nb,c\n' \
        needs.csv 'area,service,people\nNorth,rent,5\nSouth,transport,6\nWest,rent,7\nEast Upper,transport,3\n' \
        areas.csv 'area\nNorth\nSouth\nWest\n"East, Upper"\n')
}

same() { # one way and the other to say one thing
    local -a one=() other=()
    local side=one
    for word in "$@"; do
        if [ "$word" = -- ]; then side=other; else
            if [ $side = one ]; then one+=("$word"); else other+=("$word"); fi
        fi
    done
    refnet "${one[@]}" --quiet --as-of "$AS_OF" --format json
    assert_status 0
    first=$output
    refnet "${other[@]}" --quiet --as-of "$AS_OF" --format json
    assert_equal "$first" "$output"
}

@test "filters, cells and candidates take several values at once, between commas or semicolons" {
    same summary "$folder" --sector "aging, health" -- summary "$folder" --sector aging --sector health
    same summary "$folder" --area "north;South" -- summary "$folder" --area north --area South
    same gaps "$folder" --area "North, West" --service "rent|transport" \
        -- gaps "$folder" --area North --area West --service rent --service transport
    same who-else "$folder" a --area "South, West" -- who-else "$folder" a --area South --area West
    same who-else "$folder" --services "rent, transport" --areas "North, South" \
        -- who-else "$folder" --services "rent;transport" --areas "North;South"
}

@test "a value with a comma of its own stays one" {
    refnet summary "$folder" --quiet --area "East, Upper" --format json
    assert_equal "$(json -c '[.filters.area, .organizations]')" '[["East, Upper"],1]'
    refnet summary "$folder" --quiet --service "meals, hot;rent" --format json
    assert_equal "$(json -c '[.filters.service, .organizations]')" '[["meals, hot","rent"],3]'
}

@test "one of them unknown: refused whole, and what may be meant is said" {
    refnet gaps "$folder" --quiet --area "North, Suoth"
    assert_status 2
    assert_contains "$stderr" 'no area is called "North, Suoth"'
    refnet who-else "$folder" --quiet --services "rent, robotics" --areas North
    assert_status 0
    assert_contains "$stderr" 'nobody in the data offers or needs "rent, robotics": it is taken for a new service'
}

@test "maps say what they leave out, whatever way it was given" {
    for kind in network gaps; do
        refnet map "$folder" --quiet --as-of "$AS_OF" --kind $kind --area "North, West" --sector "aging, faith" -o "$BATS_TEST_TMPDIR/a.svg"
        assert_status 0
        refnet map "$folder" --quiet --as-of "$AS_OF" --kind $kind --area North --area West --sector aging --sector faith -o "$BATS_TEST_TMPDIR/b.svg"
        cmp "$BATS_TEST_TMPDIR/a.svg" "$BATS_TEST_TMPDIR/b.svg"
    done
}
