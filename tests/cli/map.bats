#!/usr/bin/env bats
# Maps: the format follows the extension, the geometry holds, the same call draws the same bytes.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

draw() { # DATASET FILE OPTION...
    "$REFNET" map "$1" -o "$2" --quiet --as-of "$AS_OF" "${@:3}"
}

@test "PNG, SVG and PDF by extension, in any letter case" {
    draw "$COUNTY" "$BATS_TEST_TMPDIR/map.png"
    [ "$(head -c 8 "$BATS_TEST_TMPDIR/map.png" | od -An -tx1 | tr -d ' \n')" = 89504e470d0a1a0a ]
    draw "$COUNTY" "$BATS_TEST_TMPDIR/map.PDF"
    [ "$(head -c 5 "$BATS_TEST_TMPDIR/map.PDF")" = "%PDF-" ]
    draw "$COUNTY" "$BATS_TEST_TMPDIR/map.svg"
    grep -q '<svg ' "$BATS_TEST_TMPDIR/map.svg"
}

@test "another extension, or none, is status 2 and names the three" {
    for file in map.gif map; do
        refnet map "$COUNTY" --quiet -o "$BATS_TEST_TMPDIR/$file"
        assert_status 2
        assert_contains "$stderr" png
        assert_contains "$stderr" svg
        assert_contains "$stderr" pdf
        [ ! -e "$BATS_TEST_TMPDIR/$file" ]
    done
    refnet map "$COUNTY" --quiet
    assert_status 2
    assert_contains "$stderr" "a map needs a file"
}

@test "the same call draws the same bytes" {
    for kind in png svg pdf; do
        draw "$COUNTY" "$BATS_TEST_TMPDIR/a.$kind"
        draw "$COUNTY" "$BATS_TEST_TMPDIR/b.$kind"
        cmp "$BATS_TEST_TMPDIR/a.$kind" "$BATS_TEST_TMPDIR/b.$kind"
    done
}

@test "the SVG names every organisation, with real text and the figures of the legend" {
    draw "$COUNTY" "$BATS_TEST_TMPDIR/map.svg" --title "Harbor <County> & friends"
    local svg
    svg=$(cat "$BATS_TEST_TMPDIR/map.svg")
    assert_contains "$svg" "Harbor &lt;County&gt; &amp; friends"
    assert_contains "$svg" "277"
    assert_contains "$svg" "30 September 2026"
    local name missing=0
    while IFS= read -r name; do
        grep -qF "$name" "$BATS_TEST_TMPDIR/map.svg" || missing=$((missing + 1))
    done < <(tail -n +2 "$COUNTY/organizations.csv" | cut -d, -f2 | grep -v "[&'\"]")
    assert_equal "$missing" 0
}

geometry() { # DATASET OPTION...
    refnet map "$1" --quiet --as-of "$AS_OF" --geometry "$BATS_TEST_TMPDIR/geometry.json" "${@:2}"
    assert_status 0
    output=$(cat "$BATS_TEST_TMPDIR/geometry.json")
}

# Pairs of boxes in a list of {x, y, width, height} that overlap by more than a hair.
overlaps() {
    json "[.$1 as \$b | range(\$b | length) as \$i | range(\$i) as \$j | [\$b[\$i], \$b[\$j]]
        | select((.[0].x + .[0].width - .[1].x > 0.01) and (.[1].x + .[1].width - .[0].x > 0.01)
             and (.[0].y + .[0].height - .[1].y > 0.01) and (.[1].y + .[1].height - .[0].y > 0.01))]
        | length"
}

@test "geometry: every organisation and every relationship, labels apart and on the page" {
    geometry "$COUNTY"
    assert_equal "$(json '.nodes | length')" 99
    assert_equal "$(json '.edges | length')" 277
    assert_equal "$(overlaps labels)" 0
    assert_equal "$(json '. as $p | [.labels[] | select(.x < 0 or .y < 0 or .x + .width > $p.width
        or .y + .height > $p.height)] | length')" 0
    assert_equal "$(json '. as $p | [.nodes[] | select(.x - .radius < 0 or .y - .radius < 0
        or .x + .radius > $p.width or .y + .radius > $p.height)] | length')" 0
    assert_equal "$(json '[.nodes[].id] | unique | length')" 99
}

@test "geometry: no disc on another" {
    geometry "$COUNTY"
    assert_equal "$(json '[.nodes as $n | range($n | length) as $i | range($i) as $j | [$n[$i], $n[$j]]
        | select((.[0].x - .[1].x) * (.[0].x - .[1].x) + (.[0].y - .[1].y) * (.[0].y - .[1].y)
             < (.[0].radius + .[1].radius) * (.[0].radius + .[1].radius) * 0.98)] | length')" 0
}

@test "the real networks are drawn, labels apart" {
    for network in indiana-tobacco-contact indiana-tobacco-dissemination cheyenne-search-rescue; do
        geometry "datasets/$network"
        assert_equal "$(overlaps labels)" 0
    done
}

@test "nothing, one organisation, and isolates only" {
    local folder
    folder=$(dataset organizations.csv 'name,sector\nElm Clinic,health\n')
    draw "$folder" "$BATS_TEST_TMPDIR/one.png"
    draw "$COUNTY" "$BATS_TEST_TMPDIR/none.svg" --sector library --min-count 1000000
    folder=$(dataset organizations.csv 'name\nA\nB\nC\n')
    geometry "$folder"
    assert_equal "$(json '.nodes | length')" 3
}

@test "any script and hostile names: drawn, valid, nothing unescaped" {
    local folder
    folder=$(dataset organizations.csv 'name,sector\nالعربية منظمة,צדק\n東京支援センター,住宅\n<script>alert(1)</script>,a&b\n"Line\nbreak",x\n' \
        referrals.csv 'from,to\nالعربية منظمة,東京支援センター\n')
    draw "$folder" "$BATS_TEST_TMPDIR/map.svg" || true
    refute_contains "$(cat "$BATS_TEST_TMPDIR/map.svg")" "<script>alert"
    geometry "$folder"
    assert_equal "$(json '.nodes | length')" 4
}

@test "a picture that cannot be written is status 4 and leaves nothing" {
    refnet map "$COUNTY" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/none/map.png"
    assert_status 4
    [ -w /dev/full ] || return 0
    ln -s /dev/full "$BATS_TEST_TMPDIR/full.png"
    refnet map "$COUNTY" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/full.png"
    assert_status 4
}

@test "gaps: a cell for each service and area, every finding in the SVG, totals and legend" {
    draw "$COUNTY" "$BATS_TEST_TMPDIR/gaps.svg" --kind gaps
    local svg
    svg=$(cat "$BATS_TEST_TMPDIR/gaps.svg")
    assert_contains "$svg" "Harbor County: service gaps"
    assert_contains "$svg" "None found"
    assert_contains "$svg" "dental care in Orchard Flats: none found"
    refnet gaps "$COUNTY" --quiet --as-of "$AS_OF" --format json
    local cells
    cells=$(json '[.cells[] | [.area, .service]] | unique | length')
    assert_equal "$(grep -c '<g class="cell".*\(none found\|one provider\|none for a group\|need above capacity\|no referral route\|often unfilled\)' "$BATS_TEST_TMPDIR/gaps.svg")" "$cells"
    geometry "$COUNTY" --kind gaps
    assert_equal "$(json '[.boxes[] | select(.kind == "cell")] | length')" 280
    assert_equal "$(json '[.boxes[] | select(.kind == "legend")] | length')" 1
    assert_equal "$(overlaps labels)" 0
}

@test "gaps: --area and --service choose cells and leave the network whole" {
    geometry "$COUNTY" --kind gaps --area "orchard flats" --service "dental care"
    assert_equal "$(json '[.boxes[] | select(.kind == "cell")] | length')" 1
    draw "$COUNTY" "$BATS_TEST_TMPDIR/gaps.svg" --kind gaps --area "orchard flats"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/gaps.svg")" "99 organisations"
    refnet map "$COUNTY" --quiet --kind gaps --area nowhere -o "$BATS_TEST_TMPDIR/none.svg"
    assert_status 2
}

@test "gaps: what they add up to has room, however many" {
    folder=$(dataset organizations.csv 'name,services,areas\n')
    for i in {1..120}; do echo "O$i,s$i,a$i"; done >>"$folder/organizations.csv"
    draw "$folder" "$BATS_TEST_TMPDIR/gaps.svg" --kind gaps --size a4
    assert_contains "$(cat "$BATS_TEST_TMPDIR/gaps.svg")" ">14,400<"
}

@test "gaps of a dataset without services is a page that says so; another kind is status 2" {
    draw datasets/indiana-tobacco-contact "$BATS_TEST_TMPDIR/none.svg" --kind gaps
    assert_contains "$(cat "$BATS_TEST_TMPDIR/none.svg")" "No services and areas to compare"
    refnet map "$COUNTY" --quiet --kind globe -o "$BATS_TEST_TMPDIR/none.svg"
    assert_status 2
    refnet map "$COUNTY" --quiet --kind rsik -o "$BATS_TEST_TMPDIR/none.svg"
    assert_status 2
    assert_contains "$stderr" 'did you mean "risk"'
    refnet map "$COUNTY" elm-clinic --quiet --kind risk -o "$BATS_TEST_TMPDIR/none.svg"
    assert_status 2
}

@test "risk: contacts in the legend with their counts, bridges dashed, nobody named" {
    draw "$COUNTY" "$BATS_TEST_TMPDIR/risk.svg" --kind risk
    local svg
    svg=$(cat "$BATS_TEST_TMPDIR/risk.svg")
    assert_contains "$svg" "Harbor County: what rests on one person or one organisation"
    assert_contains "$svg" "Rests on one contact"
    assert_contains "$svg" "All listed have left"
    refnet risks "$COUNTY" --quiet --as-of "$AS_OF" --format json
    local bridges
    bridges=$(json '.bridges | length')
    assert_equal "$(grep -c '<[a-z]* class="edge".*stroke-dasharray' "$BATS_TEST_TMPDIR/risk.svg")" "$bridges"
    local name
    while IFS= read -r name; do
        refute_contains "$svg" "$name"
    done < <(tail -n +2 "$COUNTY/contacts.csv" | cut -d, -f2 | grep ' ')
    geometry "$COUNTY" --kind risk
    assert_equal "$(json '.nodes | length')" 99
    assert_equal "$(overlaps labels)" 0
}

@test "every layout draws every organisation, labels apart; an unknown one is status 2 and names them" {
    for layout in stress circle sectors communities geo layers; do
        geometry "$COUNTY" --layout "$layout"
        assert_equal "$(json '.nodes | length')" 99
        # Around a circle boxes of turned names overlap where names don't.
        [ "$layout" = circle ] || assert_equal "$(overlaps labels)" 0
    done
    refnet map "$COUNTY" --quiet --layout spiral -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 2
    assert_contains "$stderr" "stress, circle, sectors, communities, geo, layers"
    refnet map "$COUNTY" --quiet --layout layers --undirected -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 2
    assert_contains "$stderr" "leave out --undirected"
    [ ! -e "$BATS_TEST_TMPDIR/map.svg" ]
}

@test "everybody is named on the map of a county" {
    geometry "$COUNTY"
    assert_equal "$(json '[.labels[] | select(.number != null)] | length')" 0
    assert_equal "$(json '.labels | length')" 99
    assert_equal "$(overlaps labels)" 0
}

@test "this year's map lies as last year's: --save-positions, then --layout FILE" {
    local file=$BATS_TEST_TMPDIR/last-year.csv
    geometry datasets/harbor-county-2025 --save-positions "$file"
    local before=$output
    refnet map "$COUNTY" --as-of "$AS_OF" --layout "$file" --geometry "$BATS_TEST_TMPDIR/now.json"
    assert_status 0
    assert_contains "$stderr" '"North County Dial-a-Ride" is not in the dataset'
    # Whoever is in the file and has a relationship this year lies where it lay.
    output=$(jq -s '.[0].nodes as $before | .[1] as $now | ($now.boxes[] | select(.kind == "isolates").y) as $rows
        | [$before[] as $a | $now.nodes[] | select(.id == $a.id and .y < $rows)
           | ((.x - $a.x) | fabs) + ((.y - $a.y) | fabs)] | {same: length, moved: max}' \
        <(echo "$before") "$BATS_TEST_TMPDIR/now.json")
    [ "$(json .same)" -ge 90 ]
    [ "$(json '.moved < 1')" = true ]
}

@test "a file of positions that cannot be used is status 3 and says why" {
    local file=$BATS_TEST_TMPDIR/positions.csv
    printf 'name,where\nElm Clinic,here\n' >"$file"
    refnet map "$COUNTY" --quiet --layout "$file" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 3
    assert_contains "$stderr" "positions need the columns x, y, and id or name"
    printf 'name,x,y\nNobody,1,2\n' >"$file"
    refnet map "$COUNTY" --quiet --layout "$file" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 3
    assert_contains "$stderr" "no row has the position of an organisation of this dataset"
    printf 'id,x,y\nanchor-mentoring,a,2\narea-agency-aging,1e999,0\nanchor-mentoring,5,6\nanchor-mentoring,5,6\n' >"$file"
    refnet map "$COUNTY" --layout "$file" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    assert_contains "$stderr" '"a" is not a position'
    assert_contains "$stderr" 'has a position already'
    refnet map "$COUNTY" --quiet --layout "$BATS_TEST_TMPDIR/none.csv" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 4
}

@test "--split community: an atlas with a page for each, as PDF only" {
    draw "$COUNTY" "$BATS_TEST_TMPDIR/atlas.pdf" --split community
    draw "$COUNTY" "$BATS_TEST_TMPDIR/again.pdf" --split community
    cmp "$BATS_TEST_TMPDIR/atlas.pdf" "$BATS_TEST_TMPDIR/again.pdf"
    # An overview, seven communities, the rest, the index.
    grep -aq '/Count 10$' "$BATS_TEST_TMPDIR/atlas.pdf"
    for file in atlas.svg atlas.png; do
        refnet map "$COUNTY" --quiet --split community -o "$BATS_TEST_TMPDIR/$file"
        assert_status 2
        assert_contains "$stderr" "only a PDF can hold"
        [ ! -e "$BATS_TEST_TMPDIR/$file" ]
    done
    refnet map "$COUNTY" --quiet --split sector -o "$BATS_TEST_TMPDIR/atlas.pdf"
    assert_status 2
    refnet map "$COUNTY" --quiet --split community --kind risk -o "$BATS_TEST_TMPDIR/atlas.pdf"
    assert_status 2
}

@test "geometry of an atlas: every page, each organisation on one besides the overview" {
    geometry "$COUNTY" --split community
    assert_equal "$(json '[.pages[].page] == [range(1; 11)]')" true
    assert_equal "$(json '[.nodes[] | select(.page > 1) | .id] | length == (unique | length)')" true
    assert_equal "$(json '[.nodes[] | select(.page > 1)] | length')" \
        "$(($(wc -l <"$COUNTY/organizations.csv") - 1))"
    assert_equal "$(json '[.nodes, .labels, .edges, .arrowheads, .leaders, .boxes | .[]
        | select(.page >= 1 and .page <= 10 | not)] | length')" 0
    # Ends of a line are on its page, labels on theirs.
    assert_equal "$(json '([.nodes[] | "\(.page) \(.id)"] | INDEX(.)) as $on
        | [.edges[] | select($on["\(.page) \(.from)"] and $on["\(.page) \(.to)"] | not)]
        | length')" 0
    assert_equal "$(json '.pages as $pages | [.labels[] | . as $l | $pages[$l.page - 1]
        | select($l.x < 0 or $l.y < 0 or $l.x + $l.width > .width or $l.y + $l.height > .height)]
        | length')" 0
    # A map of one page says so, too.
    geometry "$COUNTY"
    assert_equal "$(json '[.nodes[].page] | unique == [1]')" true
}

@test "hundreds are drawn in fields by community, with an index of names in the PDF alone" {
    local folder=$BATS_TEST_TMPDIR/hundreds
    mkdir "$folder"
    awk 'BEGIN { srand(3); n = 610; print "name" >ARGV[1] "/organizations.csv"
        print "from,to" >ARGV[1] "/referrals.csv"
        for (i = 0; i < n; i++) print "Org " i >ARGV[1] "/organizations.csv"
        for (i = 0; i < 3 * n; i++) { c = int(rand() * 10)
            print "Org " c * 60 + int(rand() * 60) ",Org " c * 60 + int(rand() * 60) \
                >ARGV[1] "/referrals.csv" } }' "$folder"
    geometry "$folder" -o "$BATS_TEST_TMPDIR/map.pdf"
    assert_equal "$(json '[.nodes[] | select(.page == 1)] | length')" 610
    assert_equal "$(json '[.boxes[] | select(.kind == "panel")] | length >= 8')" true
    assert_equal "$(json '.pages | length > 1')" true
    assert_equal "$(overlaps labels)" 0
    refnet map "$folder" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    assert_contains "$(cat "$BATS_TEST_TMPDIR/map.svg")" "PDF lists all of them"
    # On a slide nothing could be seen of them, unless they are asked for.
    refnet map "$folder" --as-of "$AS_OF" --size slide --geometry "$BATS_TEST_TMPDIR/slide.json"
    assert_contains "$stderr" "too many to see each of them on a slide"
    output=$(cat "$BATS_TEST_TMPDIR/slide.json")
    assert_equal "$(json '.nodes[0].id')" community-1
    assert_equal "$(json '[.nodes as $n | range($n | length) as $i | range($i) as $j
        | select(pow($n[$i].x - $n[$j].x; 2) + pow($n[$i].y - $n[$j].y; 2)
            < pow($n[$i].radius + $n[$j].radius; 2))] | length')" 0
    geometry "$folder" --size slide --save-positions "$BATS_TEST_TMPDIR/positions.csv"
    assert_equal "$(json '.nodes | length')" 610
    [ "$(wc -l <"$BATS_TEST_TMPDIR/positions.csv")" -gt 500 ]
    geometry "$folder" --size slide --layout stress
    assert_equal "$(json '.nodes | length')" 610
}

# 640 organisations that all know each other.
@test "more relationships than a map can show are drawn by communities, in a report, too" {
    local folder="$BATS_TEST_TMPDIR/dense"
    mkdir "$folder"
    awk -v organizations="$folder/organizations.csv" -v referrals="$folder/referrals.csv" 'BEGIN {
        for (i = 0; i < 640; i++) print (i ? i ",Org " i : "id,name") > organizations
        print "from,to" > referrals
        for (i = 1; i < 640; i++) for (j = i + 1; j < 641; j++)
            print i "," (j < 640 ? j : "x") > referrals
        print "x,Org x" > organizations
    }'
    refnet map "$folder" --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    assert_contains "$stderr" "204,480 relationships are too many to see each of them"
    refnet report "$folder" --quiet --sections network --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/report.html"
    assert_status 0
    assert_contains "$(cat "$BATS_TEST_TMPDIR/report.html")" "The network by its communities"
}

@test "thousands are drawn by community, with a word about it" {
    local folder=$BATS_TEST_TMPDIR/thousands
    mkdir "$folder"
    awk 'BEGIN { srand(7); n = 2600; print "name" >ARGV[1] "/organizations.csv"
        print "from,to" >ARGV[1] "/referrals.csv"
        for (i = 0; i < n; i++) print "Org " i >ARGV[1] "/organizations.csv"
        for (i = 0; i < 3 * n; i++) {
            a = int(n * rand()); b = 130 * int(a / 130) + int(130 * rand())
            if (a != b) print "Org " a ",Org " b >ARGV[1] "/referrals.csv"
        } }' "$folder"
    refnet map "$folder" --as-of "$AS_OF" --geometry "$BATS_TEST_TMPDIR/geometry.json"
    assert_status 0
    assert_contains "$stderr" "the map has their communities"
    output=$(cat "$BATS_TEST_TMPDIR/geometry.json")
    assert_equal "$(json '.nodes[0].id')" community-1
    [ "$(json '.nodes | length')" -le 60 ]
    assert_equal "$(overlaps labels)" 0
}
