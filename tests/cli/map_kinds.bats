#!/usr/bin/env bats
# Maps of one organisation, an introduction, shared services and change.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

svg() { # OPTION...
    refnet map --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg" "$@"
    assert_status 0
    svg=$(cat "$BATS_TEST_TMPDIR/map.svg")
}

geometry() { # OPTION...
    refnet map --quiet --as-of "$AS_OF" --geometry "$BATS_TEST_TMPDIR/geometry.json" "$@"
    assert_status 0
    output=$(cat "$BATS_TEST_TMPDIR/geometry.json")
}

refused() { # OPTION...
    refnet map --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/no.svg" "$@"
    assert_status 2
}

# A chain A-B-C-D, and E apart.
chain() {
    dataset organizations.csv 'id,name,services,areas\na,Elm Clinic,food,North\nb,Bay Health,food,North\nc,Cedar House,,\nd,Dune Kitchen,,\ne,Fern Shelter,,\n' \
        referrals.csv 'from,to,count,date\na,b,9,2026-08-01\nb,c,9,2026-08-01\nc,d,9,2026-08-01\n'
}

# Names as long as such organisations have.
long_names() {
    dataset organizations.csv 'id,name,sector\na,Luzerne County Area Agency on Aging,aging\nb,Wyoming Valley Behavioral Health Center,health\nc,St. Anne Community Food Pantry,food\nd,Northern Tier Regional Transportation Authority,transport\ne,Rescue Mission of Wilkes-Barre,housing\nf,Family Charities of Northeastern Pennsylvania,housing\ng,Veterans Outreach Center of Scranton,veterans\nh,Valley Community Medical Center,health\ni,Legal Aid of Northeastern Pennsylvania,legal\n' \
        referrals.csv 'from,to,count,date\na,b,5,2026-05-01\nb,c,3,2026-04-01\nc,d,8,2026-06-01\na,e,2,2026-01-01\nb,f,4,2026-01-01\nb,g,4,2026-01-01\nh,b,4,2026-01-01\nh,i,4,2026-01-01\nf,i,4,2026-01-01\n'
}

@test "long names are all set on a slide of few, and none stands on the introduction" {
    local folder
    folder=$(long_names)
    geometry "$folder" --kind ego --ego b --size slide
    assert_equal "$(json '[.labels[] | select(.number == null)] | length')" 9
    geometry "$folder" a i --kind path --size slide
    assert_equal "$(json '[.labels[] | select(.number == null)] | length')" 9
    assert_equal "$(json '([.boxes[] | select(.kind == "legend") | .x] | min) > 0.65 * .width')" true
    assert_equal "$(json '. as $all | (.nodes | map({(.id): .}) | add) as $at
        | [("ab", "bf", "fi", "bh", "hi") | [$at[.[0:1]], $at[.[1:2]]] as [$from, $to]
           | range(1; 20) / 20 | {x: ($from.x + . * ($to.x - $from.x)), y: ($from.y + . * ($to.y - $from.y))}
           | . as $p | $all.labels[]
           | select(.x < $p.x and $p.x < .x + .width and .y < $p.y and $p.y < .y + .height) | .id]
        | length')" 0
}

@test "path: another way names those alone who are not on the first" {
    svg "$(long_names)" a i --kind path
    assert_contains "$svg" "3. Family Charities of Northeastern Pennsylvania. 4. Legal Aid of Northeastern Pennsylvania, another way, through. 3. Valley Community Medical Center, Paler"
}

@test "ego: those within the steps in rings, the one asked about in the middle" {
    local folder
    folder=$(chain)
    geometry "$folder" --kind ego --ego "elm clinic" --steps 1
    assert_equal "$(json '[.nodes[].id] | join(",")')" "a,b"
    geometry "$folder" --kind ego --ego a
    assert_equal "$(json '[.nodes[].id] | join(",")')" "a,b,c"
    svg "$folder" --kind ego --ego a --steps 3
    assert_contains "$svg" "Elm Clinic and whom it works with"
    assert_contains "$svg" "3 steps away: 1"
    svg "$folder" --kind ego --ego e
    assert_contains "$svg" "no relationships recorded"
    refused "$folder" --kind ego
    assert_contains "$stderr" "--ego ORG"
    refused "$folder" --kind ego --ego nobody
    refused "$folder" --kind ego --ego a --steps 0
}

@test "ego: a farther ring is farther out" {
    geometry "$COUNTY" --kind ego --ego harbor-respite
    local middle
    middle=$(json '.nodes[] | select(.id == "harbor-respite") | "\(.x) \(.y)"')
    read -r x y <<<"$middle"
    local first="area-agency-aging bayview-adult-day memory-care tidewater-hospice"
    assert_equal "$(json --arg first "$first" --argjson x "$x" --argjson y "$y" '
        [.nodes[] | select(.id != "harbor-respite")
         | {near: (.id as $id | $first | split(" ") | index($id) != null),
            d: (((.x - $x) / 1.7 | . * .) + ((.y - $y) | . * .))}]
        | ([.[] | select(.near) | .d] | max) < ([.[] | select(.near | not) | .d] | min)')" true
}

@test "path: the introduction dark and pointing on, its steps in the legend" {
    local folder
    folder=$(chain)
    svg "$folder" d a --kind path
    assert_contains "$svg" "An introduction from Dune Kitchen to Elm Clinic"
    assert_contains "$svg" "2. Cedar House"
    assert_contains "$svg" "4. Elm Clinic"
    svg "$folder" a e --kind path
    assert_contains "$svg" "None recorded"
    refused "$folder" a --kind path
    assert_contains "$stderr" "FROM TO"
    refused "$folder" a d --kind path --steps 4
    refnet path "$COUNTY" harbor-respite ride-together --quiet --as-of "$AS_OF" --format json
    local steps
    steps=$(json '.paths[0].steps | length')
    svg "$COUNTY" harbor-respite ride-together --kind path
    assert_equal "$(grep -c 'class="edge".*stroke="#1f2933" stroke-width="3.00"/>' <<<"$svg")" $((steps - 1))
}

@test "ego, path: names that begin and end alike differ in the legend, too" {
    local folder long="Northport Department of Health and Human Services" names
    folder=$(dataset organizations.csv "id,name\na,$long East Branch\nb,$long West Branch\nc,$long South Branch\nd,Elm\n" \
        referrals.csv 'from,to\na,b\nb,c\nc,d\n')
    svg "$folder" a d --kind path
    names=$(sed -n 's/.*class="legend".*>\([^<]*Branch\)<.*/\1/p' <<<"$svg")
    assert_equal "$(sort -u <<<"$names" | wc -l)" 3
    assert_contains "$names" "West Branch"
    assert_contains "$svg" "West Branch. 3. Northport"
    svg "$folder" --kind ego --ego b
    assert_contains "$(grep 'class="legend"' <<<"$svg")" "West Branch<"
}

@test "overlap: the pairs that duplicates finds, verdicts told apart without color" {
    refnet duplicates "$COUNTY" --quiet --as-of "$AS_OF" --top all --format json
    local pairs organizations
    pairs=$(json '.services | length')
    organizations=$(json '[.services[].organizations[]] | unique | length')
    geometry "$COUNTY" --kind overlap
    assert_equal "$(json '.edges | length')" "$pairs"
    assert_equal "$(json '.nodes | length')" "$organizations"
    svg "$COUNTY" --kind overlap
    assert_contains "$svg" "room covers the need: 3"
    svg datasets/indiana-tobacco-contact --kind overlap
    assert_contains "$svg" "No two organisations list"
    assert_equal "$(grep -c '<g class="organization"' <<<"$svg")" 0
    refused "$COUNTY" --kind overlap --size-by betweenness
}

@test "change: what came, went and stayed adds up, by id and by name" {
    local old new
    old=$(dataset organizations.csv 'id,name\na,Elm Clinic\nb,Bay Health\nc,Cedar House\nf,Fir Food\n' \
        referrals.csv 'from,to\na,b\nb,c\n')
    new=$(dataset organizations.csv 'id,name\na,Elm Street Clinic\nx,BAY health\nd,Dune Kitchen\nf,Fir Food\n' \
        referrals.csv 'from,to\nx,a\nx,d\n')
    geometry "$old" "$new" --kind change
    assert_equal "$(json '[.nodes[].id] | join(",")')" "a,c,d,f,x"
    assert_equal "$(json '.edges | length')" 3
    svg "$old" "$new" --kind change
    assert_contains "$svg" "new: 1"
    assert_contains "$svg" "no longer recorded: 1"
    assert_contains "$svg" "about as many: 1"
    assert_contains "$svg" "Elm Street Clinic — In both"
    assert_contains "$svg" "Cedar House — Gone or closed"
    svg "$old" "$old" --kind change
    assert_contains "$svg" "no longer recorded: 0"
    old=$(dataset organizations.csv 'id,name\na,Elm\nb,Bay\nc,Cedar\n' referrals.csv 'from,to,count\na,b,9\nb,c,90\nc,a,40\n')
    new=$(dataset organizations.csv 'id,name\na,Elm\nb,Bay\nc,Cedar\n' referrals.csv 'from,to,count\na,b,90\nb,c,9\na,c,44\n')
    svg "$old" "$new" --kind change
    assert_equal "$(grep -c "<text.*[er] referrals: 1" <<<"$svg")" 2
    assert_contains "$svg" "about as many: 1"
    refused "$old" --kind change
    refused "$old" "$new" --kind change --color-by sector
    refnet map "$old" "$BATS_TEST_TMPDIR/none" --kind change --quiet -o "$BATS_TEST_TMPDIR/no.svg"
    assert_status 3
}

@test "change: who was renamed, joined, closed or did not answer is drawn as compare tells it" {
    local old new
    old=$(dataset organizations.csv 'id,name,phone,address,postal_code,website\na,Elm Clinic,,,,\nb,Bay Health,,,,\nc,Cedar House,,,,\nd,Dune Kitchen,555-010-2030,1 Dune Rd,49001,https://dune.example\nd2,Dune Kitchen Inc,555-010-2030,1 Dune Rd,49001,https://dune.example\ne,Oak House,,,,\n' \
        referrals.csv 'from,to\na,b\nc,a\nd2,b\nd,a\ne,b\n')
    new=$(dataset organizations.csv 'id,name,alternate_names,status,phone,address,postal_code,website\nz,New Elm,Elm Clinic,,,,,\nb,Bay Health,,,,,,\nc,Cedar House,,,,,,\nk,Dune Kitchen,,,555-010-2030,1 Dune Rd,49001,https://dune.example\ne,Oak House,,closed,,,,\n' \
        referrals.csv 'from,to\nz,b\nk,z\n' respondents.csv 'organization,answered\nc,no\nz,yes\n')
    svg "$old" "$new" --kind change
    assert_contains "$svg" "New Elm — In both"
    assert_contains "$svg" "Cedar House — No answer now"
    assert_contains "$svg" "Dune Kitchen — In both"
    assert_contains "$svg" "Oak House — Gone or closed"
    assert_contains "$svg" "not known, no answer: 1"
    assert_contains "$svg" "1 under another name now · 1 further row of one that has another"
    assert_equal "$(grep -c "Dune Kitchen Inc" <<<"$svg")" 0
    refnet compare "$old" "$new" --as-of "$AS_OF" --quiet --format json
    assert_equal "$(json '[.ties.unknown, .ties.removed, .ties.added | length] | join(" ")')" "1 2 0"
    assert_contains "$svg" "no longer recorded: 2"
}

@test "change: a year of Harbor County" {
    svg datasets/harbor-county-2025 "$COUNTY" --kind change
    refnet compare datasets/harbor-county-2025 "$COUNTY" --as-of "$AS_OF" --quiet --format json
    assert_contains "$svg" "new: $(json '.ties.added | length')<"
    assert_contains "$svg" "no longer recorded: $(json '.ties.removed | length')<"
    assert_contains "$svg" "more referrals: $(json '[.ties.stronger[] | select(.clearly)] | length')<"
    assert_contains "$svg" "fewer referrals: $(json '[.ties.weaker[] | select(.clearly)] | length')<"
    assert_contains "$svg" "Harbor County: what changed since Harbor County 2025"
    assert_contains "$svg" ">Organisations by change<"
    assert_equal "$(grep -c '<g class="organization"' <<<"$svg")" 100
    assert_equal "$(grep -c 'class="edge"' <<<"$svg")" 285
}

@test "options of networks do not go with a matrix" {
    refused "$COUNTY" --kind gaps --color-by sector
    refused "$COUNTY" --kind risk --color-by sector
}

@test "one pair is told in the singular, data without contacts in words that a slide holds" {
    local data
    data=$(dataset organizations.csv 'name,services,areas\nElm,rides,Hill\nBay,rides,Hill\n' \
        referrals.csv 'from,to\nElm,Bay\n')
    svg "$data" --kind overlap --size slide
    assert_contains "$svg" "2 of 2 organisations, 1 pair ·"
    svg "$data" --kind risk --size slide
    assert_contains "$svg" "The data list no contacts"
    refute_contains "$svg" "…"
}

@test "ego: no ring lies under the title or beyond the page" {
    local folder long="Northport Department of Health and Human Services"
    folder=$(dataset organizations.csv "id,name\\na,$long East Branch\\nb,$long West Branch\\nc,$long South Branch\\nd,Oak\\ne,Elm\\n" \
        referrals.csv 'from,to\na,b\nb,c\nc,d\na,e\ne,d\n')
    svg "$folder" --kind ego --ego a
    assert_equal "$(grep 'class="frame"' <<<"$svg" | grep -oE '(y[12]="[-0-9.]+|,[-0-9.]+)' | grep -oE '[-0-9.]+$' |
        awk '$1 < 50 { n++ } END { print (NR > 0) + 0, n + 0 }')" "1 0"
}
