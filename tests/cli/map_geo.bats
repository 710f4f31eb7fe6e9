#!/usr/bin/env bats
# The network on the ground: everybody on the page, true to scale, nothing over anything else.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper
load map_helper

KIND=geo

@test "every organisation, and every relationship between two with a place" {
    geometry "$COUNTY" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_all_apart
    assert_equal "$(json '.nodes | length')" 99
    assert_equal "$(json '[.nodes[].id] | unique | length')" 99
    assert_equal "$(json '.edges | length')" 272
    grep -q "5 relationships not drawn" "$BATS_TEST_TMPDIR/map.svg"
    assert_equal "$(grep -c '<g class="area"' "$BATS_TEST_TMPDIR/map.svg")" 10
    assert_equal "$(grep -c '<g class="organization"' "$BATS_TEST_TMPDIR/map.svg")" 99
}

made() { # FOLDER LATITUDE1 LONGITUDE1 LATITUDE2 LONGITUDE2
    mkdir "$1"
    printf 'id,name,latitude,longitude,areas\na,Alder,%s,%s,\nb,Birch,%s,%s,\nc,Cedar,,,East\n' \
        "${@:2}" >"$1/organizations.csv"
    printf 'from,to,count\na,b,3\nb,c,1\n' >"$1/referrals.csv"
}

@test "directions and the antimeridian" {
    made "$BATS_TEST_TMPDIR/fiji" -17 -179.9 -17.1 179.9
    geometry "$BATS_TEST_TMPDIR/fiji"
    assert_on_page_and_all_apart
    assert_equal "$(json '[.nodes[] | {(.id): .}] | add | (.a.x > .b.x) and (.a.y < .b.y)')" true
}

@test "who has no position is listed apart; who serves one area lies there" {
    made "$BATS_TEST_TMPDIR/apart" 43 -82 43.1 -82.1
    geometry "$BATS_TEST_TMPDIR/apart"
    assert_on_page_and_all_apart
    assert_equal "$(json '.nodes | length')" 3
    assert_equal "$(json '.edges | length')" 1
    assert_equal "$(json '[.boxes[] | select(.kind == "apart")] | length')" 1
    printf 'area,latitude,longitude\nEast,43.2,-82\n' >"$BATS_TEST_TMPDIR/apart/areas.csv"
    geometry "$BATS_TEST_TMPDIR/apart"
    assert_equal "$(json '.edges | length')" 2
    assert_equal "$(json '[.boxes[] | select(.kind == "apart")] | length')" 0
}

@test "all on one spot move aside, with lines to it" {
    made "$BATS_TEST_TMPDIR/spot" 43 -82 43 -82
    geometry "$BATS_TEST_TMPDIR/spot" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_all_apart
}

@test "many at few places become markers with their number, and ties between them add up" {
    mkdir "$BATS_TEST_TMPDIR/crowd"
    {
        echo 'id,name,latitude,longitude'
        for i in {100..159}; do echo "a$i,Alder $i,43.000$i,-82"; done
        for i in {100..149}; do echo "b$i,Birch $i,43.200$i,-82.1"; done
        echo 'c,Cedar,43.4,-82.3'
    } >"$BATS_TEST_TMPDIR/crowd/organizations.csv"
    {
        echo 'from,to,count'
        for i in {100..149}; do echo "a$i,b$i,2"; done
        echo 'a100,a101,5'
        echo 'c,b110,1'
    } >"$BATS_TEST_TMPDIR/crowd/referrals.csv"
    geometry "$BATS_TEST_TMPDIR/crowd" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_apart
    assert_equal "$(json '[.nodes[].id] | unique | length')" 111
    assert_equal "$(json '[.nodes[] | [.x, .y]] | unique | length')" 3
    assert_equal "$(json '.edges | length')" 2
    grep -q '>60<' "$BATS_TEST_TMPDIR/map.svg"
    grep -q '>50<' "$BATS_TEST_TMPDIR/map.svg"
    grep -q '60 organisations:' "$BATS_TEST_TMPDIR/map.svg"
    grep -q 'Number in a disc' "$BATS_TEST_TMPDIR/map.svg"
    refute_contains "$(cat "$BATS_TEST_TMPDIR/map.svg")" 'Its ring'
}

@test "the ring of a marker shows which sectors lie there" {
    mkdir "$BATS_TEST_TMPDIR/crowd"
    {
        echo 'id,name,sector,latitude,longitude'
        for i in {100..189}; do echo "a$i,Alder $i,$((i % 3 > 0 ? 1 : 2))th,43.000$i,-82"; done
        for i in {100..119}; do echo "b$i,Birch $i,4th,43.200$i,-82.1"; done
        for i in {100..139}; do echo "c$i,Cedar $i,1th,,"; done
    } >"$BATS_TEST_TMPDIR/crowd/organizations.csv"
    local size
    for size in a4 slide; do
        geometry "$BATS_TEST_TMPDIR/crowd" --size "$size" -o "$BATS_TEST_TMPDIR/map.svg"
        assert_on_page_and_apart
        assert_equal "$(grep -c '<polygon class="mark"' "$BATS_TEST_TMPDIR/map.svg")" 3
        grep -qi 'ring: ' "$BATS_TEST_TMPDIR/map.svg"
        assert_equal "$(json '([.boxes[] | select(.kind == "apart") | .height] | add) < .height / 2')" true
    done
}

@test "one slip of the pen does not shrink the rest" {
    mkdir "$BATS_TEST_TMPDIR/far"
    {
        echo 'id,name,latitude,longitude'
        for i in 0 1 2 3 4 5 6 7 8 9; do echo "o$i,Org $i,43.$i,-82.$i"; done
        echo 'far,Far away,-43.1,82.2'
    } >"$BATS_TEST_TMPDIR/far/organizations.csv"
    geometry "$BATS_TEST_TMPDIR/far" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_all_apart
    grep -q 'Far away, [0-9,]* km away' "$BATS_TEST_TMPDIR/map.svg"
    assert_equal "$(json '[.nodes[] | {(.id): .}] | add | .o0.y - .o9.y > 200')" true
}

@test "without any position the message names the columns; one organisation is drawn" {
    made "$BATS_TEST_TMPDIR/none" "" "" "" ""
    refnet map "$BATS_TEST_TMPDIR/none" --kind geo --quiet -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 3
    assert_contains "$stderr" "columns latitude and longitude of organizations.csv"
    mkdir "$BATS_TEST_TMPDIR/one"
    printf 'id,name,latitude,longitude\na,Alder,43,-82\n' >"$BATS_TEST_TMPDIR/one/organizations.csv"
    geometry "$BATS_TEST_TMPDIR/one"
    assert_equal "$(json '.nodes | length')" 1
}

@test "colours by what is asked for; the same call draws the same bytes" {
    for file in a b; do
        "$REFNET" map "$COUNTY" --kind geo --quiet --as-of "$AS_OF" --color-by partnership \
            -o "$BATS_TEST_TMPDIR/$file.svg"
    done
    cmp "$BATS_TEST_TMPDIR/a.svg" "$BATS_TEST_TMPDIR/b.svg"
    grep -q "by partnership<" "$BATS_TEST_TMPDIR/a.svg"
}

@test "a slide names the best connected, and a page says how many it does not name" {
    geometry "$COUNTY" --size slide
    assert_equal "$(json '[.labels[] | select(.width > 0)] | length >= 6')" true
    folder=$BATS_TEST_TMPDIR/heap
    mkdir "$folder"
    { echo 'id,name,latitude,longitude'
      for i in $(seq 60); do echo "o$i,Partner of the Heap $i,47.6,-122.3"; done; } >"$folder/organizations.csv"
    { echo 'from,to'
      for i in $(seq 2 60); do echo "o1,o$i"; done; } >"$folder/referrals.csv"
    geometry "$folder" --size a4 -o "$BATS_TEST_TMPDIR/heap.svg"
    local named unnamed
    named=$(json '.labels | length')
    unnamed=$((60 - named))
    grep -q "<desc.*$unnamed of 60 organisations are drawn without their names" "$BATS_TEST_TMPDIR/heap.svg"
}

@test "a sheet that goes onto a wall names everybody, by name or by number" {
    local size
    for size in a4 a3; do
        geometry "$COUNTY" --size "$size" -o "$BATS_TEST_TMPDIR/$size.svg"
        assert_on_page_and_apart
        run -1 grep -q "are drawn without" "$BATS_TEST_TMPDIR/$size.svg"
        output=$(cat "$BATS_TEST_TMPDIR/geometry.json")
        assert_equal "$(json '.nodes | length')" 99
    done
    assert_equal "$(json '[.labels[] | select(.number != null)] | length')" 0
}
