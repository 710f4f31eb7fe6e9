#!/usr/bin/env bats
# Gaps on the ground: every area on the page, names apart, dots that count what gaps finds.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper
load map_helper

KIND=gap-map

@test "every area has its node and its name; dots add up to what gaps finds" {
    geometry "$COUNTY" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_all_apart
    assert_equal "$(json '.nodes | length')" 10
    assert_equal "$(json '.labels | length')" 10
    assert_equal "$(json '[.boxes[] | select(.kind == "scale")] | length')" 1
    local found drawn
    refnet gaps "$COUNTY" --quiet --as-of "$AS_OF" --top all --format json
    found=$(json '[.cells[] | [.area, .service, .status]] | unique | length')
    drawn=$(sed -n 's/.*class="figure".*>\([0-9]*\)<.*/\1/p' "$BATS_TEST_TMPDIR/map.svg" |
        awk '{ sum += $1 } END { print sum }')
    assert_equal "$drawn" "$found"
}

@test "north is up, west is left, and a kilometre is as long as the bar says" {
    geometry "$COUNTY"
    assert_equal "$(json '[.nodes[] | {(.id): .}] | add
        | (.["Pine Ridge"].y < .["Orchard Flats"].y) and (.["Mill Creek"].x < .["Eastside"].x)')" true
}

@test "every name stands close to a dot of its area" {
    geometry "$COUNTY" --size a4
    assert_equal "$(json '[.boxes[] | select(.kind == "gap")] as $dots
        | [.labels[] | select(.id != "North Harbor") as $l | [$dots[] | (.width / 2) as $r
            | (.x + $r) as $x | (.y + $r) as $y
            | ([$l.x, ([$x, $l.x + $l.width] | min)] | max) as $near_x
            | ([$l.y, ([$y, $l.y + $l.height] | min)] | max) as $near_y
            | (($x - $near_x) * ($x - $near_x) + ($y - $near_y) * ($y - $near_y) | sqrt) - $r]
          | min | select(. > 6)] | length')" 0
    assert_on_page_and_all_apart
}

# A leader ends in a dot of its own area: it comes near one dot, that, and the small ones that mark places.
@test "lines from names lead over nobody else's dots" {
    geometry "$COUNTY" --size 600x400
    assert_equal "$(json '.leaders | length > 1')" true
    assert_equal "$(json '[.boxes[] | select(.kind == "gap")] as $dots
        | [.leaders[] as $l | [$dots[] | (.width / 2) as $r | (.x + $r - $l.x1) as $x | (.y + $r - $l.y1) as $y
            | ($l.x2 - $l.x1) as $dx | ($l.y2 - $l.y1) as $dy
            | ([0, ([1, ($x * $dx + $y * $dy) / ($dx * $dx + $dy * $dy)] | min)] | max) as $share
            | select((pow($x - $share * $dx; 2) + pow($y - $share * $dy; 2) | sqrt) < $r)]
          | length | select(. > 1)] | length')" 0
}

@test "a chosen service gives one dot for each of its gaps" {
    geometry "$COUNTY" --service "respite care" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_all_apart
    assert_equal "$(json '.nodes | length')" 10
    refnet gaps "$COUNTY" --quiet --as-of "$AS_OF" --service "respite care" --format json
    local found
    found=$(json '[.cells[] | [.area, .status]] | unique | length')
    assert_equal "$(jq '[.boxes[] | select(.kind == "gap")] | length' \
        "$BATS_TEST_TMPDIR/geometry.json")" "$found"
    grep -q "gaps in respite care" "$BATS_TEST_TMPDIR/map.svg"
    grep -q '<g class="area" data-id="Eastside"><title>Eastside Township: none found' \
        "$BATS_TEST_TMPDIR/map.svg"
}

made() { # FOLDER LATITUDE1 LONGITUDE1 LATITUDE2 LONGITUDE2
    mkdir "$1"
    printf 'id,name,services,areas\na,Alder,meals,East\nb,Birch,rides,West\nc,Cedar,rides,South\n' \
        >"$1/organizations.csv"
    printf 'area,latitude,longitude\nEast,%s,%s\nWest,%s,%s\nSouth,,\n' "${@:2}" >"$1/areas.csv"
}

@test "areas without a position are listed apart, not dropped" {
    made "$BATS_TEST_TMPDIR/apart" 43 -82 43.1 -82.2
    geometry "$BATS_TEST_TMPDIR/apart"
    assert_on_page_and_all_apart
    assert_equal "$(json '.nodes | length')" 3
    assert_equal "$(json '[.boxes[] | select(.kind == "apart")][0] as $b | .labels[]
        | select(.id == "South") | .y > $b.y and .y + .height < $b.y + $b.height')" true
}

@test "the antimeridian is no edge" {
    made "$BATS_TEST_TMPDIR/fiji" -17 -179.9 -17 179.9
    geometry "$BATS_TEST_TMPDIR/fiji"
    assert_equal "$(json '[.nodes[] | {(.id): .x}] | add | .East > .West and .East - .West < 900')" true
}

@test "all areas on one spot stand side by side" {
    made "$BATS_TEST_TMPDIR/spot" 43 -82 43 -82
    geometry "$BATS_TEST_TMPDIR/spot"
    assert_on_page_and_all_apart
}

@test "without any position the message names the columns" {
    made "$BATS_TEST_TMPDIR/none" "" "" "" ""
    refnet map "$BATS_TEST_TMPDIR/none" --kind gap-map --quiet -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 3
    assert_contains "$stderr" "columns latitude and longitude of areas.csv"
    [ ! -e "$BATS_TEST_TMPDIR/map.svg" ]
}

@test "the same call draws the same bytes; an unknown service is status 2" {
    for file in a b; do
        "$REFNET" map "$COUNTY" --kind gap-map --quiet --as-of "$AS_OF" \
            -o "$BATS_TEST_TMPDIR/$file.svg"
    done
    cmp "$BATS_TEST_TMPDIR/a.svg" "$BATS_TEST_TMPDIR/b.svg"
    refnet map "$COUNTY" --kind gap-map --quiet -o "$BATS_TEST_TMPDIR/map.svg" --service respit
    assert_status 2
}
