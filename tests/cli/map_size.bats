#!/usr/bin/env bats
# Pages of maps. SPDX-License-Identifier: GPL-2.0-or-later
load helper
load map_helper

svg() { # DATASET OPTION...
    refnet map "$1" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg" "${@:2}"
    assert_status 0
    svg=$(cat "$BATS_TEST_TMPDIR/map.svg")
}

page() { # SIZE OPTION... : "WIDTH HEIGHT", rounded
    svg datasets/cheyenne-search-rescue --size "$@"
    sed -n 's/.* width="\([0-9.]*\)" height="\([0-9.]*\)" viewBox.*/\1 \2/p' <<<"$svg" |
        xargs printf '%.0f %.0f\n'
}

@test "pages by name and by measure, upright on request" {
    assert_equal "$(page a4)" "842 595"
    assert_equal "$(page A3)" "1191 842"
    assert_equal "$(page a0)" "3370 2384"
    assert_equal "$(page letter --portrait)" "612 792"
    assert_equal "$(page tabloid)" "1224 792"
    assert_equal "$(page slide)" "960 540"
    assert_equal "$(page 1200x900)" "1200 900"
    assert_equal "$(page 20x10in)" "1440 720"
    assert_equal "$(page 42x29.7cm)" "1191 842"
}

@test "a page that cannot be is status 2" {
    local size
    for size in a44 x 1200 0x100 10x10mm 1e9x1e9 "axb" "" -5x5; do
        refnet map "$COUNTY" --quiet --size "$size" -o "$BATS_TEST_TMPDIR/no.png"
        assert_status 2
    done
    refnet map "$COUNTY" --quiet --size lettre -o "$BATS_TEST_TMPDIR/no.png"
    assert_contains "$stderr" 'did you mean "letter"'
    refnet map "$COUNTY" --quiet --portrait -o "$BATS_TEST_TMPDIR/no.png"
    assert_status 2
    refnet map datasets/cheyenne-search-rescue --quiet --size a0 --dpi 1200 -o "$BATS_TEST_TMPDIR/no.png"
    assert_status 2
    assert_contains "$stderr" "dots"
    [ ! -e "$BATS_TEST_TMPDIR/no.png" ]
}

@test "letters: 18 points and more on a slide, 8 and more on paper, and all of them on the page" {
    svg "$COUNTY" --size slide
    assert_equal "$(grep -o 'font-size="[0-9.]*"' <<<"$svg" | tr -dc '0-9.\n' | awk '$1 < 17.99' | wc -l)" 0
    local kind
    for kind in sectors geo gaps matrix communities; do
        svg "$COUNTY" --size slide --kind "$kind"
        assert_equal "$(grep -o 'font-size="[0-9.]*"' <<<"$svg" | tr -dc '0-9.\n' | awk '$1 < 17.99' | wc -l)" 0
    done
    svg "$COUNTY" --size a4
    assert_equal "$(grep -o 'font-size="[0-9.]*"' <<<"$svg" | tr -dc '0-9.\n' | awk '$1 < 7.99' | wc -l)" 0
    local size
    for size in slide a4 a0; do
        refnet map "$COUNTY" --quiet --as-of "$AS_OF" --size "$size" --geometry "$BATS_TEST_TMPDIR/g.json"
        output=$(cat "$BATS_TEST_TMPDIR/g.json")
        assert_equal "$(json '. as $p | [(.labels[], .boxes[]) | select(.x < -0.01 or .y < -0.01
            or .x + .width > $p.width + 0.01 or .y + .height > $p.height + 0.01)] | length')" 0
        assert_equal "$(json '[.boxes[] | select(.kind == "legend")][0] as $l
            | [.nodes[] | select(.x + .radius > $l.x and .y < $l.y + $l.height and .y > $l.y)] | length')" 0
    done
}

@test "a slide of many names those with most relationships and leaves the drawing its room" {
    local kind id
    for kind in network risk; do
        refnet map "$COUNTY" --kind "$kind" --quiet --as-of "$AS_OF" --size slide \
            --geometry "$BATS_TEST_TMPDIR/g.json"
        output=$(cat "$BATS_TEST_TMPDIR/g.json")
        assert_equal "$(json '([.boxes[] | select(.kind == "legend") | .x] | min) > 0.65 * .width')" true
        assert_equal "$(json '.labels | length > 14')" true
    done
    refnet map "$COUNTY" --quiet --as-of "$AS_OF" --size slide --geometry "$BATS_TEST_TMPDIR/g.json"
    output=$(cat "$BATS_TEST_TMPDIR/g.json")
    for id in harbor-211 area-agency-aging human-services harbor-general; do
        assert_equal "$(json "[.labels[].id] | index(\"$id\") != null")" true
    done
}

@test "a slide leaves out the least of its legend rather than give it a second column" {
    local ego
    for ego in westgate-respite harbor-general; do
        svg "$COUNTY" --kind ego --ego "$ego" --size slide --geometry "$BATS_TEST_TMPDIR/g.json"
        output=$(cat "$BATS_TEST_TMPDIR/g.json")
        assert_equal "$(json '([.boxes[] | select(.kind == "legend") | .x] | min) > 0.6 * .width')" true
        assert_contains "$svg" "Rings around it"
        refute_contains "$svg" "both ways"
    done
    assert_contains "$svg" "refers to"
}

@test "a slide of somebody's leaving leaves the drawing its room" {
    svg "$COUNTY" --kind risk --without "contact 1 of 1 at Pine Ridge FRC" --size slide \
        --geometry "$BATS_TEST_TMPDIR/g.json"
    output=$(cat "$BATS_TEST_TMPDIR/g.json")
    assert_equal "$(json '([.boxes[] | select(.kind == "legend") | .x] | min) > 0.65 * .width')" true
    assert_contains "$svg" "without a contact: 7"
    refute_contains "$svg" "…"
}

@test "an introduction on a slide names its steps in the legend, not sectors" {
    refnet map "$COUNTY" --kind path 'Harbor County Food Bank' 'Harbor County Veterans Services' \
        --quiet --as-of "$AS_OF" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    grep -q "4. Veterans Services" "$BATS_TEST_TMPDIR/map.svg"
    ! grep -q "By sector" "$BATS_TEST_TMPDIR/map.svg"
}

@test "a slide of gaps or a matrix holds what can be read, and says how much more there is" {
    local kind
    for kind in gaps matrix; do
        svg "$COUNTY" --kind "$kind" --size slide --geometry "$BATS_TEST_TMPDIR/$kind.json"
        assert_contains "$svg" "$([ "$kind" = gaps ] && echo 'And 24 more services' || echo 'The 15 with most')"
    done
    output=$(cat "$BATS_TEST_TMPDIR/gaps.json")
    assert_equal "$(json '[.boxes[] | select(.kind == "cell")] | length')" $((4 * 5))
    output=$(cat "$BATS_TEST_TMPDIR/matrix.json")
    assert_equal "$(json '.nodes | length')" 15
    # What it says of those drawn is not said of their whole network.
    assert_contains "$svg" "Most relationships among these: Harbor 211 Helpline (14)"
}

@test "on an upright page the legend is below the drawing, which has the whole width" {
    refnet map "$COUNTY" --quiet --as-of "$AS_OF" --size a4 --portrait \
        --geometry "$BATS_TEST_TMPDIR/g.json"
    output=$(cat "$BATS_TEST_TMPDIR/g.json")
    assert_equal "$(json '([.boxes[] | select(.kind == "legend") | .y] | min)
        > ([.nodes[] | .y + .radius] | max)')" true
    assert_equal "$(json '.width as $w | [.nodes[].x] | (max - min) > 0.8 * $w')" true
}

listed() { # COUNT: organisations of four sectors, nobody refers to anybody
    local folder="$BATS_TEST_TMPDIR/listed-$1" sectors=(food health housing legal) i
    mkdir "$folder"
    {
        echo 'name,sector'
        for ((i = 1; i <= $1; i++)); do
            echo "Harbor County Family Services Number $i,${sectors[i % 4]}"
        done
    } >"$folder/organizations.csv"
    printf '%s' "$folder"
}

@test "without any referral everybody is named where there is room, shorter on a slide" {
    refnet map "$(listed 12)" --quiet --as-of "$AS_OF" --size slide --geometry "$BATS_TEST_TMPDIR/g.json"
    output=$(cat "$BATS_TEST_TMPDIR/g.json")
    assert_equal "$(json '.labels | length')" 12
    assert_equal "$(json '. as $p | [.labels[] | select(.x + .width > $p.width or .number != null)] | length')" 0
}

@test "a directory too long for names is rows of discs beside the names of its sectors" {
    svg "$(listed 700)" --geometry "$BATS_TEST_TMPDIR/g.json"
    assert_contains "$svg" "Food: 175"
    assert_contains "$svg" "Legal: 175"
    output=$(cat "$BATS_TEST_TMPDIR/g.json")
    assert_equal "$(json '.nodes | length')" 700
    assert_equal "$(json '[.nodes[] | "\(.x | round) \(.y | round)"] | unique | length')" 700
    assert_equal "$(json '(.boxes[] | select(.kind == "isolates")) as $b | [.nodes[] | select(.x < $b.x
        or .y < $b.y or .x > $b.x + $b.width or .y > $b.y + $b.height)] | length')" 0
    svg "$(listed 2600)"
    assert_contains "$svg" "Food: 650"
}

@test "gaps that a page does not hold go on on further pages of a PDF; a picture has the first" {
    local pictures="$BATS_TEST_TMPDIR"
    refnet map "$COUNTY" --kind gaps --quiet --as-of "$AS_OF" --size slide -o "$pictures/gaps.pdf" \
        --geometry "$pictures/g.json"
    assert_status 0
    output=$(cat "$pictures/g.json")
    assert_equal "$(json '.pages | length > 5')" true
    assert_equal "$(json '[.boxes[] | select(.kind == "cell")] | length')" 280
    svg "$COUNTY" --kind gaps --size slide --geometry "$pictures/g.json"
    output=$(cat "$pictures/g.json")
    assert_equal "$(json '.pages | length')" 1
    refute_contains "$svg" "further pages"
}

@test "of more areas than a slide has lines the small ones are one row" {
    local folder="$BATS_TEST_TMPDIR/areas" i
    mkdir "$folder"
    {
        echo 'name,areas'
        for ((i = 1; i <= 620; i++)); do echo "Org $i,Township $((i * i % 41))"; done
    } >"$folder/organizations.csv"
    svg "$folder" --size slide --geometry "$BATS_TEST_TMPDIR/g.json"
    assert_contains "$svg" "the organisations by area"
    assert_contains "$svg" ">Other areas: "
    output=$(cat "$BATS_TEST_TMPDIR/g.json")
    assert_equal "$(json '[.nodes[].id] | unique | length')" 620
    assert_equal "$(json '(.boxes[] | select(.kind == "isolates")) as $b | [.nodes[] | select(.x < $b.x
        or .y < $b.y or .x > $b.x + $b.width or .y > $b.y + $b.height)] | length')" 0
}

@test "how many are in a group without relationships is never cut" {
    local folder="$BATS_TEST_TMPDIR/groups" i
    mkdir "$folder"
    {
        echo 'name,sector'
        for ((i = 1; i <= 220; i++)); do
            echo "The organisation whose number is $i,Intellectual and developmental disability services"
        done
        for ((i = 221; i <= 240; i++)); do echo "The organisation whose number is $i,Food"; done
    } >"$folder/organizations.csv"
    svg "$folder" --size slide
    assert_contains "$svg" "…: 220<"
    assert_contains "$svg" ">Food: 20<"
}

@test "of few without relationships each sector has a column of its own" {
    local folder="$BATS_TEST_TMPDIR/columns" i
    mkdir "$folder"
    {
        echo 'id,name,sector'
        for i in {1..14}; do echo "o$i,Agency $i,Sector $((i % 4))"; done
    } >"$folder/organizations.csv"
    svg "$folder" --geometry "$BATS_TEST_TMPDIR/g.json"
    output=$(cat "$BATS_TEST_TMPDIR/g.json")
    # All of a sector below each other.
    assert_equal "$(json '[.nodes[] | {sector: ((.id | ltrimstr("o") | tonumber) % 4), x}]
        | group_by(.x) | map([.[].sector] | unique | length) | unique == [1]')" true
    assert_equal "$(json '[.nodes[].x] | unique | length')" 4
}

@test "a name that has no room in one shape on a slide gets it in another" {
    refnet map "$COUNTY" --kind overlap --size slide --quiet --as-of "$AS_OF" \
        --geometry "$BATS_TEST_TMPDIR/geometry.json" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    output=$(cat "$BATS_TEST_TMPDIR/geometry.json")
    assert_equal "$(json '.labels | length >= 26')" true
    grep -q '>Valley<' "$BATS_TEST_TMPDIR/map.svg"
    assert_equal "$(overlaps)" 0
}

@test "sectors on a slide have their names whole, the smallest of many together" {
    refnet map "$COUNTY" --size slide --layout sectors --quiet --as-of "$AS_OF" \
        --geometry "$BATS_TEST_TMPDIR/geometry.json" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    local names
    names=$(grep -o '<text class="panel"[^>]*>[^<]*' "$BATS_TEST_TMPDIR/map.svg" | sed 's/.*>//')
    [[ $names == *Transportation* && $names == *Housing* && $names == *" smaller"* ]]
    [[ $names != *…* ]]
    output=$(cat "$BATS_TEST_TMPDIR/geometry.json")
    assert_equal "$(json '[.boxes[] | select(.kind == "panel")] | length > 10')" true
}

@test "the two discs of a slide's key differ as the least and the most connected on the map do" {
    refnet map "$REFNET_ROOT/datasets/cheyenne-search-rescue" --kind risk --size slide --quiet \
        --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    # On the map they have radii of 10.5 and 18 points, for which the line of the key has no room.
    run bash -c 'grep -oE "<circle class=\"legend\"[^>]*#d4dbe3" "$1" | grep -oE " r=\"[0-9.]+" | cut -c5- | paste -sd" "' \
        - "$BATS_TEST_TMPDIR/map.svg"
    assert_equal "$(awk '{ print NF, ($1 / $2 > .57 && $1 / $2 < .6) }' <<<"$output")" '2 1'
}

@test "where there is room for all, discs move aside rather than have a name stand on a line" {
    local few="$BATS_TEST_TMPDIR/few"
    mkdir "$few"
    printf '%s\n' name,sector 'Bay Behavioral House,education' 'River Food Coalition,government' \
        'Ridge Recovery Foundation,employment' 'Union Family Foundation,transportation' \
        'Bay Family Center,veterans' >"$few/organizations.csv"
    printf '%s\n' from,to 'Bay Behavioral House,River Food Coalition' \
        'Bay Behavioral House,Ridge Recovery Foundation' \
        'Ridge Recovery Foundation,Bay Behavioral House' \
        'Union Family Foundation,Bay Behavioral House' \
        'Union Family Foundation,Ridge Recovery Foundation' >"$few/referrals.csv"
    KIND=network geometry "$few" --size slide
    assert_on_page_and_all_apart
    assert_equal "$(line_hits)" 0
}

@test "a line at the bottom that is too long is broken between what it says" {
    svg "$COUNTY-2025" "$COUNTY" --kind change --size slide
    assert_contains "$svg" '277 relationships ·<'
    assert_contains "$svg" '>1 under another name now · data as of'
    # Where no phrase would fit, it is broken as other text is.
    svg "$COUNTY" --size slide --source "$(printf 'a survey of everybody %.0s' {1..8})"
    assert_contains "$svg" 'a survey of everybody'
}
