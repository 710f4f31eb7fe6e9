#!/usr/bin/env bats
# `refnet gaps` and `refnet find` from outside: options, files that come with a question, bad input.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

gaps() {
    refnet gaps "$@" --quiet --as-of "$AS_OF"
}

@test "a service or an area written with a hyphen or without is one, in all files" {
    folder=$(dataset organizations.csv 'name,services,areas\nA,Home-delivered meals; Food & Nutrition,Mill Creek\nB,home delivered meals,Mill-Creek\nC,Job training/employment,St. John\n' \
        needs.csv 'area,service,demand\nmill creek,Home Delivered Meals,10\nSt John,Job training / employment,5\nMill Creek,Food and Nutrition,4\n')
    refnet gaps "$folder" --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.cells[] | [.status, .demand]]')" '[["fragile",5],["fragile",4]]'
    refnet find "$folder" "home-delivered-meals" --area mill_creek --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.providers[].id]')" '["a","b"]'
    refnet check "$folder" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.kind == "similar-value")] | length')" 0
}

@test "that a provider has no listed contact is told only where others have one" {
    folder=$(dataset organizations.csv 'name,services,areas\nAsh,food,East\nBirch,rides,East\n')
    gaps "$folder"
    refute_contains "$output" "no contact listed there"
    printf 'organization,name\nAsh,Ann\n' >"$folder/contacts.csv"
    gaps "$folder"
    assert_equal "$(tr -s ' \n' ' ' <<<"$output" | grep -o 'Birch, offers rides in East. We have no contact listed there' | wc -l)" 1
    assert_equal "$(tr -s ' \n' ' ' <<<"$output" | grep -o 'We have no contact listed there' | wc -l)" 1
}

@test "--status shows only these, and refuses others" {
    gaps "$COUNTY" --status strained --status failing --format json
    assert_equal "$(json '[.cells[].status] | unique | join(" ")')" "failing strained"
    assert_equal "$(json '.cells | length')" 9
    assert_equal "$(json '[.areas[].cells] | add')" "$(json '[.cells[] | [.area, .service]] | unique | length')"
    gaps "$COUNTY" --status broken
    assert_status 2
    assert_contains "$stderr" "not \"broken\""
}

@test "totals by area and by service add up to the findings" {
    gaps "$COUNTY" --format json
    for list in areas services; do
        assert_equal "$(json "[.$list[] | .absent + .fragile + .population + .strained + .unreachable + .failing] | add")" 32
    done
    assert_equal "$(json '[.areas[].unmet // 0] | add * 1e6 | round')" "$(json '[.services[].unmet // 0] | add * 1e6 | round')"
    assert_equal "$(json '.areas[0] | "\(.area) \(.unmet)"')" "Orchard Flats 545"
}

@test "--top leaves the rest of the figures alone" {
    gaps "$COUNTY" --top 2 --format json
    assert_equal "$(json '.cells | length')" 2
    assert_equal "$(json '.cells[0].unmet')" 480
}

@test "where nothing is found, it is said of what was looked at" {
    gaps "$COUNTY" --area "Pine Ridge" --status strained
    assert_contains "$output" "No gap was found among those asked for."
    refute_contains "$output" "No service we know of is missing"
    gaps "$(dataset organizations.csv 'id,name,services\na,Ash,food\n')"
    assert_contains "$output" "No organisation names an area, so nothing can be said of gaps."
    gaps "$(dataset organizations.csv 'id,name,services,areas,status\na,Ash,food,East,closed\nb,Birch,,East,\n')"
    assert_contains "$output" "All organisations that list services have closed, so nothing can be said of gaps."
}

@test "with a radius the capacity is that of all who reach the area, not of those listed there" {
    near=$(dataset organizations.csv 'id,name,services,areas\na,Ash,food,East\nb,Birch,food,West\n' \
        areas.csv 'area,latitude,longitude\nEast,40.0,-80.0\nWest,40.05,-80.0\n' needs.csv 'area,service,demand\nEast,food,50\nWest,food,50\n' \
        services.csv 'organization,service,capacity\na,food,0\nb,food,60\n')
    gaps "$near" --radius 10 --status strained --format json
    assert_equal "$(json '.cells[0] | [.area, .unmet] | join(" ")')" "East 20"
    assert_contains "$(json '.cells[0].reason')" "The capacity listed there and within 10 km, shared by need, is enough for about 30 of them; about 20 would go without."
    gaps "$near" --status strained --format json
    assert_contains "$(json '.cells[0].reason')" "The listed capacity of Ash, shared by need among the areas it serves, is enough for none of them."
}

@test "--radius and --decay say what was assumed" {
    gaps "$COUNTY" --radius 10 --decay zones
    assert_contains "$output" "within 10 km of it"
    assert_contains "$output" ".68 and .22"
    gaps "$COUNTY" --decay zones
    assert_status 2
    assert_contains "$stderr" "give --radius"
    gaps "$COUNTY" --radius -3
    assert_status 2
}

@test "--steps 1 and 3 look for shorter and longer routes" {
    count() { json '[.cells[] | select(.status == "unreachable")] | length'; }
    gaps "$COUNTY" --steps 1 --format json
    [ "$(count)" -gt 3 ]
    gaps "$COUNTY" --steps 3 --format json
    [ "$(count)" -le 3 ]
    gaps "$COUNTY" --steps 1 --status unreachable
    assert_contains "$(tr '\n' ' ' <<<"$output")" "route of one step to"
}

@test "--ratio lists what is above the threshold, never a designation" {
    gaps "$COUNTY" --ratio "dental care=5000" --list ratios --format json
    assert_equal "$(json '.ratios | length')" 10
    assert_equal "$(json '[.ratios[] | select(.above)] | all(.residents > .threshold * .providers)')" true
    assert_equal "$(json '[.ratios[] | select(.above | not)] | all(.residents <= .threshold * .providers)')" true
    assert_equal "$(json '.ratios[0].above')" true
    gaps "$COUNTY" --ratio hrsa
    assert_contains "$output" "no designation"
    refute_contains "$output" "shortage"
    gaps "$(dataset organizations.csv 'name,services,areas
Ash,food,North
')" --ratio hrsa --format json
    assert_equal "$(json -c .ratios)" '[]'
    gaps "$(dataset organizations.csv 'name,services,areas
Ash,food,North
')" --ratio hrsa
    assert_contains "$output" "None of the services with a threshold is among those looked at"
    gaps "$COUNTY" --ratio "dentl care=5000"
    assert_status 2
    assert_contains "$stderr" "did you mean \"dental care\"?"
    for wrong in dental =5 "dental care=" "dental care=0" "dental care=many"; do
        gaps "$COUNTY" --ratio "$wrong"
        assert_status 2
    done
}

@test "--sectors reads a profile of one's own; several rows make one sector" {
    printf 'Sector,Words\nhelpers,food; housing\nHelpers,aging\nsailors,\n' >"$BATS_TEST_TMPDIR/mine.csv"
    gaps "$COUNTY" --sectors "$BATS_TEST_TMPDIR/mine.csv" --format json
    assert_equal "$(json '[.sectors[] | .missing | join(" ")] | unique | join("/")')" sailors
    assert_equal "$(json '[.sector_totals[] | "\(.sector) \(.organizations)"] | join(", ")')" "helpers 20, sailors 0" # the closed one left out
}

@test "--sectors: an organisation listed twice counts once, in the sector that any of its rows names" {
    local elm='Elm House,(555) 010-4477,12 Elm Street,elm.example.org,North'
    gaps "$(dataset organizations.csv "id,name,phone,address,website,areas,sector\na,$elm,\nb,$elm,faith\nc,$elm,faith\nd,Oak Center,,,,North,\n")" --sectors general --format json
    assert_equal "$(json '.sector_totals[] | select(.sector == "faith") | "\(.organizations) \(.areas_without)"')" "1 0"
    gaps "$(dataset organizations.csv "id,name,phone,address,website,areas,sector\na,$elm,\nb,$elm,faith\nd,Oak Center,,,,North,\n")" --sectors general
    assert_contains "$output" "One organisation lists no sector"
}

@test "--sectors: what can't be a profile is refused" {
    gaps "$COUNTY" --sectors dcf
    [ "$status" -ge 2 ]
    assert_contains "$stderr" "dfc, general"
    printf 'name,words\na,b\n' >"$BATS_TEST_TMPDIR/wrong.csv"
    gaps "$COUNTY" --sectors "$BATS_TEST_TMPDIR/wrong.csv"
    assert_status 3
    assert_contains "$stderr" "no column \"sector\""
    printf 'sector,words\n,b\n' >"$BATS_TEST_TMPDIR/blank.csv"
    gaps "$COUNTY" --sectors "$BATS_TEST_TMPDIR/blank.csv"
    assert_status 3
    assert_contains "$stderr" "blank.csv:2"
    : >"$BATS_TEST_TMPDIR/empty.csv"
    gaps "$COUNTY" --sectors "$BATS_TEST_TMPDIR/empty.csv"
    assert_status 3
}

@test "--related names services that are near, in place of those offered together" {
    printf 'service,related\nrespite care,home-delivered meals\n' >"$BATS_TEST_TMPDIR/related.csv"
    gaps "$COUNTY" --related "$BATS_TEST_TMPDIR/related.csv" --format json
    assert_contains "$(json '.cells[] | select(.status == "absent" and .area == "Eastside") | .reason')" \
        "offers the related home-delivered meals"
    assert_equal "$(json '[.cells[] | select(.service == "rent assistance" and .status == "absent") | .related | length] | add')" 0
    printf 'service,related\nfood\nrespite care,meals,x\n' >"$BATS_TEST_TMPDIR/related.csv"
    gaps "$COUNTY" --related "$BATS_TEST_TMPDIR/related.csv"
    assert_status 3
    assert_contains "$stderr" "related.csv:3:3: the row has 3 cells, but the header has 2; put cells that hold the delimiter in quotes"
}

@test "--if-merged: two rows that may be one leave one provider" {
    folder=$(dataset organizations.csv 'id,name,services,areas,phone,address,city\na,Harbor County Veterans Services,rides,East,,,\nb,Harbor Cty Veteran Services Office,rides,East,,,\nc,Cedar Rides,rides,West,989-555-0103,9 Oak Road,Port\nd,Dune Rides,rides,West,989-555-0104,10 Oak Road,Port\n')
    gaps "$folder" --if-merged --format json
    assert_equal "$(json '.cells | length')" 0
    assert_equal "$(json '[.changes[] | "\(.area) \(.status) \(.change)"] | join(" ")')" "East fragile opened"
    gaps "$folder"
    refute_contains "$output" "doubtful"
}

@test "--verified-since: without stale records, those without a date stay" {
    folder=$(dataset organizations.csv 'id,name,services,areas,verified\na,Alder,rides,East,2020-01-01\nb,Birch,rides,East,\nc,Cedar,rides,West,2026-01-01\nd,Dune,meals,East;West,2019-01-01\n')
    gaps "$folder" --verified-since 2025-01-01 --format json
    assert_equal "$(json '[.changes[] | "\(.area) \(.service) \(.status) \(.change)"] | sort | join(", ")')" \
        "East meals fragile closed, East rides fragile opened, West meals fragile closed"
}

@test "--by language: nobody in the area speaks what others speak elsewhere" {
    folder=$(dataset organizations.csv 'id,name,services,areas,languages\na,Alder,rides,East,English\nb,Birch,rides,East,English\nc,Cedar,rides,West,English;Spanish\nd,Dune,rides,West,\n')
    gaps "$folder" --by language --format json
    assert_equal "$(json '[.cells[] | "\(.area) \(.service) \(.language) \(.status) \(.nearest | join(" "))"] | join("/")')" \
        "East rides Spanish population c"
    gaps "$folder" --format json
    assert_equal "$(json '.cells | length')" 0
}

@test "capacity where no need is recorded is printed as unused" {
    folder=$(dataset organizations.csv 'id,name,services,areas,capacity\na,Alder,rides,East,40\nb,Birch,rides,West,30\n' \
        needs.csv 'area,service,demand\nWest,rides,60\nEast,rides,\n')
    gaps "$folder" --format json
    assert_equal "$(json '[.unused[] | "\(.organization) \(.capacity)"] | join(" ")')" "a 40"
    assert_equal "$(json '.cells[] | select(.status == "strained") | "\(.area) \(.unmet)"')" "West 30"
}

@test "without referrals no route is called missing, and that is said" {
    folder=$(dataset organizations.csv 'id,name,services,areas\na,Alder,rides,East\nb,Birch,rides,East\nc,Cedar,,East\n')
    gaps "$folder"
    assert_contains "$(tr '\n' ' ' <<<"$output")" "nothing is said about referral routes"
    refute_contains "$output" "no recorded referral route"
}

@test "bad needs are named, and nothing is dropped in silence" {
    folder=$(dataset organizations.csv 'id,name,services,areas,capacity\na,Alder,rides,Eastside,plenty\nb,Birch,rides,East side,5\n' \
        needs.csv 'area,service,demand\nEastside,,40\nEastside,rides,-5\nEastside,rdies,30\nEast side,rides,9\n')
    refnet gaps "$folder" --as-of "$AS_OF"
    assert_status 0
    assert_contains "$stderr" "1 rejected"
    assert_contains "$stderr" "needs.csv:2:2"
    assert_contains "$stderr" "\"-5\" is less than 0"
    assert_contains "$stderr" "\"plenty\" is not a number"
    refnet check "$folder" --as-of "$AS_OF"
    assert_contains "$(tr '\n' ' ' <<<"$output")" "may be one"
}

@test "find: the area first, then nearest; other people left out, unknown ones said" {
    folder=$(dataset organizations.csv 'id,name,services,areas,populations,languages,latitude,longitude\na,Alder,rides,West,youth,English,43,-84\nb,Birch,rides,East,,Spanish,43,-83.0\nc,Cedar,rides,East,older adults,English,43,-82.9\nd,Dune,rides,West,youth,,43,-83.1\n' \
        areas.csv 'area,latitude,longitude\nEast,43,-83\nWest,43,-84\n' \
        referrals.csv 'from,to\nc,d\nd,a\n')
    refnet find "$folder" rides --area east --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '[.providers[].id] | join(" ")')" "b c d a"
    refnet find "$folder" rides --area East --population youth --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '[.providers[].id] | join(" ")')" "b d a"
    assert_contains "$(json '.providers[0].reason')" "Whom it serves is not listed"
    refnet find "$folder" rides --area East --language English --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '[.providers[].id] | join(" ")')" "c d a"
    refnet find "$folder" rides --from c --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '[.providers[] | "\(.id):\(.path | join(">"))"] | join(" ")')" "a:c>d>a b: c:c d:c>d"
}

@test "find: without an area all areas of a provider are named, with what was asked for" {
    refnet find "$COUNTY" "respite care" --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.service, .area, .from]')" '["respite care",null,null]'
    assert_equal "$(json '.providers[] | select(.id == "harbor-respite") | .reason')" \
        "Harbor Respite offers respite care in North Harbor and City of Northport."
}

@test "find: unknown names are refused with a suggestion" {
    refnet find "$COUNTY" "respit care" --quiet --as-of "$AS_OF"
    assert_status 2
    assert_contains "$stderr" "did you mean \"respite care\"?"
    refnet find "$COUNTY" "respite care" --area Eestside --quiet --as-of "$AS_OF"
    assert_status 2
    assert_contains "$stderr" "Eastside"
    refnet find "$COUNTY" "respite care" --from "Harbor 21" --quiet --as-of "$AS_OF"
    assert_status 2
    refnet find "$COUNTY" "respite care" --language Klingon --quiet --as-of "$AS_OF"
    assert_status 2
}

@test "find: nobody offers it, or everybody is left out" {
    folder=$(dataset organizations.csv 'id,name,services,areas,populations\na,Alder,rides,West,youth\n' needs.csv 'area,service,demand\nWest,meals,5\n')
    refnet find "$folder" meals --area West --quiet --as-of "$AS_OF"
    assert_status 0
    assert_contains "$output" "We found no meals listed in West"
    folder=$(dataset organizations.csv 'id,name,services,areas,populations\na,Alder,rides,West,youth\nb,Birch,rides,West,adults\n')
    refnet find "$folder" rides --area West --population adults --quiet --as-of "$AS_OF"
    assert_contains "$output" "One provider is left out"
}

@test "without needs, what many offer comes first where many work" {
    local folder
    folder=$(dataset organizations.csv 'id,name,services,areas\na,A,x,Alder\nb,B,x;y,Birch\nc,C,x,Cedar\nd,D,x,Cedar\ne,E,z,Cedar\nf,F,y,Birch\n')
    refnet gaps "$folder" --format json --as-of "$AS_OF"
    assert_status 0
    assert_equal "$(json -c '[.cells[] | select(.status == "absent") | [.area, .service]]')" \
        '[["Cedar","y"],["Birch","z"],["Alder","y"],["Alder","z"]]'
    # Nobody has to look for x, which most offer: it is everywhere.
    assert_equal "$(json -c '[.services[] | [.service, .absent]]')" '[["y",2],["z",2],["x",0]]'
}

@test "find: how far a provider of the area itself is from its middle, unless it is there" {
    local folder
    folder=$(dataset \
        organizations.csv 'id,name,services,areas,latitude,longitude\na,Alder,rides,West,40,-86\nb,Birch,rides,West,40.1,-86\nc,Cedar,rides,East,40.2,-86\n' \
        areas.csv 'area,latitude,longitude\nWest,40,-86\nEast,40.2,-86\n')
    refnet find "$folder" rides --area West --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json -r '.providers[].reason')" "Alder offers rides in West.
Birch offers rides in West; it is 11 km from the middle of the area.
Cedar offers rides in East, 22 km away. It isn't listed for West; ask whether it would take people from there."
}

@test "providers elsewhere are said to be where they offer the service, not wherever they work" {
    local dataset=$BATS_TEST_TMPDIR/elsewhere
    mkdir "$dataset"
    printf '%s\n' id,name,services,areas a,Alder,food,Eastside 'b,Birch,food,Westgate' \
        >"$dataset/organizations.csv"
    printf '%s\n' organization,service,area,population 'b,meals,Westgate;Northport,' \
        'b,rides,Northport,youth' 'b,rides,Southport,veterans' 'a,rides,Eastside,veterans' \
        'b,beds,Northport,' 'b,beds,Southport,' \
        >"$dataset/services.csv"
    printf '%s\n' area,service,demand,population Westgate,beds,5, Eastside,rides,5,youth \
        Eastside,rides,5,veterans >"$dataset/needs.csv"
    refnet gaps "$dataset" --quiet --as-of "$AS_OF" --format json
    assert_status 0
    assert_contains "$(json '.cells[] | select(.area == "Westgate" and .status == "absent").reason')" \
        'Birch in Northport and Southport; how far'
    assert_contains "$(json '.cells[] | select(.status == "population").reason')" \
        'Birch in Northport; how far'
}
