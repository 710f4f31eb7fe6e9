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
    refnet map "$BATS_TEST_TMPDIR/apart" --kind geo --quiet -o "$BATS_TEST_TMPDIR/map.svg"
    assert_contains "$(grep -o '>One organisation.*<\|>where its only.*<' "$BATS_TEST_TMPDIR/map.svg" | tr -d '\n')" "One organisation is shown"
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

@test "a slide names everybody of a few, and says what the green is" {
    mkdir "$BATS_TEST_TMPDIR/few"
    {
        echo 'id,name,latitude,longitude,areas'
        for i in {0..21}; do echo "o$i,Org $i,43.$((i % 6)),-82.$((i / 6)),Ward $((i % 3))"; done
    } >"$BATS_TEST_TMPDIR/few/organizations.csv"
    { echo 'from,to'; for i in {1..21}; do echo "o0,o$i"; done; } >"$BATS_TEST_TMPDIR/few/referrals.csv"
    geometry "$BATS_TEST_TMPDIR/few" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_apart
    ! grep -q unnamed "$BATS_TEST_TMPDIR/map.svg"
    grep -q '>Green: areas.<' "$BATS_TEST_TMPDIR/map.svg"
    # Nobody gave the areas a place.
    geometry "$BATS_TEST_TMPDIR/few" -o "$BATS_TEST_TMPDIR/map.svg"
    grep -q '>Green crosses: areas, 3 of 3<' "$BATS_TEST_TMPDIR/map.svg"
    geometry "$COUNTY" -o "$BATS_TEST_TMPDIR/map.svg"
    grep -q '>Green crosses: areas.<' "$BATS_TEST_TMPDIR/map.svg"
    sed -i 's/,Ward .$/,/' "$BATS_TEST_TMPDIR/few/organizations.csv"
    geometry "$BATS_TEST_TMPDIR/few" -o "$BATS_TEST_TMPDIR/map.svg"
    ! grep -q Green "$BATS_TEST_TMPDIR/map.svg"
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

# Organisations without a label.
unnamed() {
    json '[.labels[].id] as $named | [.nodes[] | select([.id] | inside($named) | not)] | length'
}

@test "a sheet that goes onto a wall names everybody, by name or by number; one in the hand nearly" {
    geometry "$COUNTY" --size a3 -o "$BATS_TEST_TMPDIR/a3.svg"
    assert_on_page_and_apart
    assert_equal "$(unnamed)" 0
    assert_equal "$(json '[.labels[] | select(.number != null)] | length')" 0
    run -1 grep -q "are drawn without" "$BATS_TEST_TMPDIR/a3.svg"
    geometry "$COUNTY" --size a4 -o "$BATS_TEST_TMPDIR/a4.svg"
    assert_on_page_and_apart
    assert_equal "$(json '.nodes | length')" 99
    local count
    count=$(unnamed)
    ((count > 0 && count <= 5)) || fail_with "unnamed" "$count"
    grep -q "<desc.* $count of 99 organisations are drawn without their names" "$BATS_TEST_TMPDIR/a4.svg"
}

# Whether the map is so high on the page as it can only be beside the scale bar, and nothing lies on
# that.
assert_bar_in_corner() { # LEAST-SHARE-OF-HEIGHT
    assert_equal "$(json '([.boxes[] | select(.kind == "apart") | .y] | min // 1e9) as $below
        | [.nodes[].y | select(. < $below)] as $y
        | (($y | max) - ($y | min)) / .height > '"$1")" true
    assert_equal "$(json '(.boxes[] | select(.kind == "scale")) as $bar
        | [(.nodes[] | {x: (.x - .radius), y: (.y - .radius), width: (2 * .radius), height: (2 * .radius)}),
           .labels[] | select(.x < $bar.x + $bar.width and $bar.x < .x + .width
                              and .y < $bar.y + $bar.height and $bar.y < .y + .height)] | length')" 0
}

@test "the scale bar stands in a corner of the map, and takes no height from it" {
    KIND=geo geometry "$COUNTY" --size slide
    assert_bar_in_corner .45
    KIND=geo geometry "$COUNTY" --size 1400x900
    assert_bar_in_corner .73
    KIND=gap-map geometry "$COUNTY" --size slide
    assert_bar_in_corner .47
    KIND=gap-map geometry "$COUNTY" --size a4
    assert_bar_in_corner .62
}

@test "on a slide hundreds without a position leave the map its room, and are counted as unnamed" {
    local dataset=$BATS_TEST_TMPDIR/apart i
    mkdir "$dataset"
    { echo id,name,latitude,longitude,sector
      for ((i = 0; i < 30; i++)); do echo "p$i,Placed $i,4$((i % 10)).$i,-82.$((i * 3)),food"; done
      for ((i = 0; i < 700; i++)); do echo "a$i,Apart $i,,,health"; done
    } >"$dataset/organizations.csv"
    { echo from,to
      for ((i = 1; i < 700; i++)); do echo "a$((i / 2)),a$i"; done
    } >"$dataset/referrals.csv"
    geometry "$dataset" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_apart
    assert_equal "$(json '([.boxes[] | select(.kind == "apart") | .height] | add) < .height / 2')" true
    assert_equal "$(json '.nodes | length')" 730
    assert_equal "$(json '[.boxes[] | select(.kind == "apart")] as $b | [.nodes[]
        | select(.id | startswith("a")) | select(.y < $b[0].y)] | length')" 0
    grep -qE '7[0-9]{2} of 730' "$BATS_TEST_TMPDIR/map.svg"
}
