#!/usr/bin/env bats
# Every finding that the sample county's README promises is found, with its figures; they were
# computed by another program. SPDX-License-Identifier: GPL-2.0-or-later
load helper

setup_file() {
    export ANSWERS=$BATS_FILE_TMPDIR
    for command in summary measures gaps duplicates risks check check-ins; do
        "$REFNET" "$command" datasets/harbor-county --quiet --as-of 2026-09-30 --format json \
            >"$ANSWERS/$command.json" || [ $? -eq 1 ]
    done
}

# What a jq filter finds in the answer to a command.
answer() {
    jq -r "$2" "$ANSWERS/$1.json"
}

# Equal but for rounding: assert_near FIGURE EXPECTED [TOLERANCE]
assert_near() {
    awk -v a="$1" -v b="$2" -v t="${3:-1e-9}" 'BEGIN { d = a - b; exit !(d < t && d > -t) }' ||
        fail_with "$2" "$1"
}

@test "check rejects nothing and accounts for every row" {
    assert_equal "$(answer check '[.files[] | .rejected] | add')" 0
    assert_equal "$(answer check '[.files[] | select(.read != .kept + .merged + .rejected)] | length')" 0
    assert_equal "$(answer check '.files[] | "\(.file) \(.kept)"')" "organizations.csv 99
services.csv 40
referrals.csv 623
contacts.csv 166
needs.csv 144
areas.csv 10
respondents.csv 99
nominations.csv 8
meetings.csv 34"
}

@test "check names the organisations without services or areas" {
    assert_equal "$(answer check '[.findings[] | select(.kind == "no-services")] | length')" 10
    assert_equal "$(answer check '[.findings[] | select(.kind == "no-areas")] | length')" 2
}

@test "check names the unlisted contact, those who left and the self-referral" {
    assert_equal "$(answer check '[.findings[] | select(.kind == "unlisted-contact") | "\(.file):\(.line):\(.column)"] | join(" ")')" \
        "referrals.csv:598:11"
    [ "$(answer check '[.findings[] | select(.kind == "left-contact-named")] | length')" -ge 4 ]
    assert_equal "$(answer check '[.findings[] | select(.kind == "self-referral")] | length')" 1
}

@test "check gives the response rate, 72 of 99" {
    assert_near "$(answer check .response_rate)" 0.727272727272727
}

@test "the network in figures" {
    assert_equal "$(answer summary '[.organizations, .arcs, .ties, .isolates, .components, .largest_component, .diameter, .communities] | join(" ")')" \
        "99 373 277 2 3 97 6 9"
    assert_near "$(answer summary .density)" 0.0384456813028242
    assert_near "$(answer summary .tie_density)" 0.0571016285302
    assert_near "$(answer summary .reciprocity)" 0.514745308310992
    assert_near "$(answer summary .transitivity)" 0.241430700447094
    assert_near "$(answer summary .degree_centralization)" 0.295813170629076
    assert_near "$(answer summary .average_distance)" 2.86855670103093
    assert_near "$(answer summary .ei_index)" 0.581227436823105
    assert_near "$(answer summary .ei_expected)" 0.909297052154195
    [ "$(answer summary '.modularity > 0.435')" = true ]
}

@test "roles" {
    role() { answer measures "[.organizations[] | select(.role == \"$1\") | .id] | sort | join(\" \")"; }
    assert_equal "$(role hub)" "area-agency-aging beacon-light community-action harbor-211 harbor-behavioral harbor-chc harbor-food-bank harbor-general human-services workforce-board"
    assert_equal "$(role broker)" "cedar-valley-grange pine-ridge-frc"
    assert_equal "$(role isolate)" "barbers-guild courier"
    assert_equal "$(role peripheral)" "casa-del-valle orchard-flats-center orchard-flats-centre pine-ridge-school youth-council"
    assert_equal "$(role feeder)" "chamber eastside-schools interfaith-council library-system northport-schools parents-network probation safe-passage sheriff valley-schools volunteer-exchange"
    assert_equal "$(role receiver)" "child-care-network compass-youth eastside-table family-connections harbor-transit lakeshore-clinic language-bridge legal-aid neighbors-south-harbor northport-kitchen northport-repair recovery-allies rural-routes st-brendan-table treatment-court valley-growers volunteer-lawyers westgate-counseling"
}

# STATUS: "area / service" of each gap with that status, sorted.
gaps_with() {
    answer gaps "[.cells[] | select(.status == \"$1\") | \"\(.area) / \(.service)\"] | sort | .[]"
}

@test "gaps: none found" {
    assert_equal "$(gaps_with absent)" "Cedar Valley / adult day services
Eastside / respite care
Lakeshore / substance use treatment
Mill Creek / rent assistance
Orchard Flats / dental care
Orchard Flats / eviction legal aid
Pine Ridge / peer recovery support
Pine Ridge / respite care"
}

@test "gaps: none found, with demand as unmet, and null where it is not known" {
    assert_equal "$(answer gaps '[.cells[] | select(.status == "absent") | .unmet] | sort | map(tostring) | join(" ")')" \
        "null null 25 45 65 90 180 480"
    assert_equal "$(answer gaps '.cells[0] | "\(.area) \(.service) \(.unmet)"')" "Orchard Flats dental care 480"
}

@test "gaps: one provider, and who it is" {
    assert_equal "$(answer gaps '[.cells[] | select(.status == "fragile") | "\(.area) / \(.service) / \(.providers | join(" "))"] | sort | .[]')" \
        "Cedar Valley / child care / cedar-childrens-house
Lakeshore / congregate meals / lakeshore-seniors
Lakeshore / dental care / tooth-wagon
Mill Creek / child care / little-sprouts
Mill Creek / eviction legal aid / legal-aid
Orchard Flats / interpretation services / casa-del-valle
Orchard Flats / job training / trade-shop
Orchard Flats / peer recovery support / new-leaf
Pine Ridge / non-emergency medical transportation / lakeshore-drivers"
}

@test "gaps: a single contact and funding that ends are said of the one provider" {
    assert_contains "$(answer gaps '.cells[] | select(.providers == ["tooth-wagon"]) | .reason')" \
        "Our list names one person there"
    assert_contains "$(answer gaps '.cells[] | select(.providers == ["new-leaf"]) | .reason')" \
        "30 November 2026"
}

@test "gaps: one finding for each that the README names, 32 in all" {
    assert_equal "$(answer gaps '.cells | length')" 32
}

@test "gaps: 32 the year before, others than now" {
    refnet gaps datasets/harbor-county-2025 --quiet --as-of 2025-09-30 --format json
    assert_equal "$(json '.cells | length')" 32
    assert_equal "$(json '[.cells[] | select(.status == "strained") | .area] | join(" ")' | wc -w)" 12
    assert_equal "$(json '[.cells[] | select(.service == "peer recovery support" and .area == "Orchard Flats") | .status] | join(" ")')" absent
}

@test "gaps: nobody for one population, with their demand and the providers for others" {
    assert_equal "$(answer gaps '[.cells[] | select(.status == "population") | "\(.area) / \(.service) / \(.population) / \(.demand) / \(.providers | join(" "))"] | sort | .[]')" \
        "Northport / emergency shelter / families with children / 140 / beacon-light gospel-mission
South Harbor / outpatient counseling / youth / 210 / harbor-behavioral south-harbor-counseling
Westgate / job training / people with disabilities / 60 / community-college newcomer-center second-start workforce-board"
}

@test "gaps: more demand than capacity, with what each person has and how many go without" {
    assert_equal "$(gaps_with strained)" "Eastside / home-delivered meals
Eastside / rent assistance
Mill Creek / child care
South Harbor / rent assistance
Westgate / respite care"
    strained() { answer gaps ".cells[] | select(.status == \"strained\" and .area == \"$1\" and .service == \"$2\") | .$3"; }
    assert_near "$(strained Eastside 'home-delivered meals' access)" 0.850815851
    assert_near "$(strained Eastside 'home-delivered meals' unmet)" 38.787879 1e-6
    assert_near "$(strained Eastside 'rent assistance' access)" 0.677419355
    assert_near "$(strained Eastside 'rent assistance' unmet)" 100 1e-6
    assert_near "$(strained 'Mill Creek' 'child care' access)" 0.184615385
    assert_near "$(strained 'Mill Creek' 'child care' unmet)" 212 1e-6
    assert_near "$(strained 'South Harbor' 'rent assistance' access)" 0.678571429
    assert_near "$(strained 'South Harbor' 'rent assistance' unmet)" 90 1e-6
    assert_near "$(strained Westgate 'respite care' access)" 0.416666667
    assert_near "$(strained Westgate 'respite care' unmet)" 140 1e-6
}

@test "gaps: no recorded referral route of two steps, and the link that would make one" {
    assert_equal "$(answer gaps '[.cells[] | select(.status == "unreachable") | "\(.area) / \(.service) / \(.providers | join(" "))"] | sort | .[]')" \
        "Cedar Valley / home repair / tool-club valley-carpenters
Orchard Flats / job training / trade-shop
Pine Ridge / non-emergency medical transportation / lakeshore-drivers"
    assert_equal "$(answer gaps '[.cells[] | select(.status == "unreachable") | .link_to] | sort | join(" ")')" \
        "lakeshore-drivers tool-club trade-shop"
}

@test "gaps: often unfilled, with the lower end of the interval" {
    assert_equal "$(answer gaps '[.cells[] | select(.status == "failing") | "\(.area) / \(.service) / \(.known_outcomes) / \(.unfilled)"] | sort | .[]')" \
        "Mill Creek / child care / 34 / 23
Northport / emergency shelter / 139 / 85
Orchard Flats / home repair / 14 / 11
South Harbor / home repair / 14 / 11"
    lower() { answer gaps ".cells[] | select(.status == \"failing\" and .area == \"$1\") | .unfilled_lower"; }
    assert_near "$(lower 'Mill Creek')" 0.508429 1e-6
    assert_near "$(lower Northport)" 0.528525 1e-6
    assert_near "$(lower 'Orchard Flats')" 0.524108 1e-6
}

@test "gaps: nearest by the provider's own coordinates" {
    nearest() { answer gaps "[.cells[] | select((.status == \"absent\" or .status == \"fragile\") and .area == \"$1\" and .service == \"$2\") | \"\(.nearest[0]) \(.nearest_km * 10 | round / 10)\"] | .[]"; }
    assert_equal "$(nearest Eastside 'respite care')" "tidewater-hospice 6.3"
    assert_equal "$(nearest 'Pine Ridge' 'respite care')" "good-shepherd-respite 19"
    assert_equal "$(nearest 'Orchard Flats' 'dental care')" "bay-dental 18.3"
    assert_equal "$(nearest 'Cedar Valley' 'child care')" "little-sprouts 15.4"
    assert_equal "$(nearest Lakeshore 'dental care')" "harbor-chc 16.5"
}

# PROFILE: "area: what is missing" of each area.
sectors_of() {
    refnet gaps datasets/harbor-county --quiet --as-of "$AS_OF" --sectors "$1" --format json
    json '[.sectors[] | "\(.area): \(.missing | join(", "))"] | sort | .[]'
}

@test "gaps: sectors without an organisation, by both profiles" {
    assert_equal "$(sectors_of dfc)" "Cedar Valley: youth, parents
Eastside: religious or fraternal organization
Lakeshore: youth, parents, religious or fraternal organization
Mill Creek: youth, parents, religious or fraternal organization
North Harbor: youth, parents
Northport: 
Orchard Flats: youth, parents, religious or fraternal organization
Pine Ridge: youth, parents
South Harbor: youth, parents
Westgate: youth, parents"
    assert_equal "$(sectors_of general)" "Cedar Valley: 
Eastside: faith
Lakeshore: faith
Mill Creek: faith
North Harbor: 
Northport: 
Orchard Flats: faith
Pine Ridge: 
South Harbor: 
Westgate: "
}

@test "find: whom to call for respite in Eastside, nearest first, and how 211 reaches them" {
    refnet find datasets/harbor-county "respite care" --area Eastside --from harbor-211 --quiet --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json '[.providers[].id] | join(" ")')" \
        "tidewater-hospice harbor-respite good-shepherd-respite westgate-respite"
    assert_equal "$(json '.providers[1].path | join(" ")')" "harbor-211 area-agency-aging harbor-respite"
    refnet find datasets/harbor-county "child care" --area "Mill Creek" --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '.providers[0].id')" little-sprouts
    assert_contains "$(json '.providers[0].reason')" "Often unfilled: 23 of 34 referrals with a known outcome were not filled."
}

@test "gaps: organisations without services are said before the findings" {
    refnet gaps datasets/harbor-county --quiet --as-of "$AS_OF"
    assert_contains "${lines[*]:0:6}" "10 organisations list no services"
}

@test "records: rows listed twice, typed differently, are one organisation" {
    assert_equal "$(answer duplicates '[.records[] | select(.decision == "merge") | .organizations | join(" ")] | sort | .[]')" \
        "cedar-childrens-house cedar-childrens-house-2
orchard-flats-center orchard-flats-centre
veterans-desk veterans-office"
    assert_equal "$(answer duplicates '.records | length')" 3
}

@test "records: switchboard, chapters, posts and a programme under a parent are not one organisation" {
    for pair in "workforce-board human-services" "human-services second-start" \
        "workforce-board second-start" "neighbors-north-harbor neighbors-south-harbor" \
        "post-41 post-14" "bay-dental tooth-wagon"; do
        read -r a b <<<"$pair"
        assert_equal "$(answer duplicates "[.records[] | select(.organizations | contains([\"$a\", \"$b\"]))] | length")" 0
    done
}

# VERDICT: the pairs, sorted.
overlaps() {
    answer duplicates "[.services[] | select(.verdict == \"$1\") | .organizations | sort | join(\" \")] | sort | .[]"
}

@test "services: groups have three or more; most people in need first, those who share no group of people last" {
    assert_equal "$(answer duplicates '[.groups[] | select((.organizations | length) < 3 or .in_touch > (.organizations | length))] | length')" 0
    assert_equal "$(answer duplicates '[.groups[] | .populations == []] | . == sort')" true
    assert_equal "$(answer duplicates '[.groups[] | select(.populations != []) | .demand // 0] | . == (sort | reverse)')" true
    assert_equal "$(answer duplicates '[.groups[].rank] | . == [range(1; length + 1)]')" true
}

@test "services: enough for all, and both needed" {
    assert_equal "$(overlaps duplication)" "harbor-home-meals northport-kitchen
harbor-home-meals rural-routes
south-harbor-seniors st-brendan-table"
    assert_contains "$(overlaps redundancy)" "good-shepherd-respite westgate-respite"
    assert_contains "$(overlaps redundancy)" "community-action interfaith-council"
    assert_contains "$(overlaps possible)" "bayview-adult-day open-door"
}

@test "risks: expected loss, what could not be assessed, and who holds half" {
    assert_near "$(answer risks .expected_ties_lost)" 136.536731603952
    assert_equal "$(answer risks '[.ties_assessed, .ties_unknown, .truck_factor, .turnover] | join(" ")')" "261 16 14 0.3"
    assert_equal "$(answer risks '[.ties[] | select(.probability == 1)] | length')" 10
    [ "$(answer risks '.p90_ties_lost >= 155 and .p90_ties_lost <= 168')" = true ]
}

@test "risks: one person a side, one person on both sides" {
    probability() { answer risks ".ties[] | select([.from, .to] == [\"$1\", \"$2\"]) | .probability"; }
    assert_near "$(probability harbor-food-bank pine-ridge-frc)" 0.562050 1e-6
    assert_near "$(probability area-agency-aging harbor-respite)" 0.531981 1e-6
    assert_near "$(probability good-shepherd-respite interfaith-council)" 0.327473 1e-6
    assert_near "$(probability casa-del-valle orchard-flats-center)" 0.351338 1e-6
}

@test "risks: organisations that are the only link, and exactly whom they hold" {
    assert_equal "$(answer risks '[.organizations[] | select(.articulation) | "\(.id): \(.cut_off | sort | join(" "))"] | sort | .[]')" \
        "casa-del-valle: orchard-flats-center orchard-flats-centre
cedar-valley-grange: cedar-childrens-house cedar-childrens-house-2 valley-growers
harbor-chc: casa-del-valle orchard-flats-center orchard-flats-centre
harbor-food-bank: cedar-childrens-house cedar-childrens-house-2 cedar-valley-grange valley-growers
pine-ridge-frc: pine-ridge-chapel pine-ridge-fire pine-ridge-school
youth-alliance: youth-council"
    assert_equal "$(answer risks '[.bridges[] | "\(.from) \(.to)"] | sort | .[]')" \
        "casa-del-valle harbor-chc
casa-del-valle orchard-flats-center
casa-del-valle orchard-flats-centre
cedar-valley-grange harbor-food-bank
pine-ridge-frc pine-ridge-school
youth-alliance youth-council"
}

@test "risks: one contact, none listed, all left" {
    flagged() { answer risks "[.organizations[] | select(.flags | index(\"$1\")) | .id] | sort | join(\" \")"; }
    assert_equal "$(flagged single_contact | wc -w)" 31
    assert_contains " $(flagged single_contact) " " harbor-food-bank "
    assert_equal "$(flagged no_contact)" "cedar-childrens-house-2 chamber courier light-and-power mill-creek-pantry pine-ridge-fire valley-carpenters veterans-desk"
    assert_equal "$(flagged all_contacts_left)" "cedar-adult-day harbor-transit"
}

@test "who else: Ride Together for Harbor Respite, Recovery Allies for Second Start" {
    refnet who-else datasets/harbor-county harbor-respite --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '.suggestions[0] | "\(.id): \(.introduction | join(" "))"')" \
        "ride-together: harbor-respite memory-care ride-together"
    assert_contains "$(json '.suggestions[0].reasons[] | select(.kind == "common_partners") | .text')" \
        "Bayview Adult Day, Memory Care Alliance and Tidewater Hospice"
    assert_contains "$(json '.suggestions[0].reasons[].kind')" offers_what_you_seek
    refnet who-else datasets/harbor-county second-start --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '.suggestions[0] | "\(.id): \(.introduction | join(" "))"')" \
        "recovery-allies: second-start treatment-court recovery-allies"
}

@test "who else: an organisation without relationships is answered from what it lists" {
    refnet who-else datasets/harbor-county courier --quiet --as-of "$AS_OF"
    assert_status 0
    assert_contains "$output" "rest on what organisations list"
}

@test "path: the warmest introduction, and none where there is none" {
    refnet path datasets/harbor-county harbor-food-bank pine-ridge-school --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '[.paths[0].steps[].organization] | join(" ")')" "harbor-food-bank pine-ridge-frc pine-ridge-school"
    assert_near "$(json '.paths[0].strength')" 0.411333545
    refnet path datasets/harbor-county harbor-respite barbers-guild --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '.paths | length')" 0
}

@test "risks: who leaves, with what consequence" {
    person() { answer risks ".people[] | select(.contact == \"$1\") | $2"; }
    assert_equal "$(person "contact 1 of 2 at AAA" '[.ties_left_without_contact, (.ties | length), (.cut_off | join(" "))] | join(" ")')" \
        "21 21 area-agency-aging"
    assert_near "$(person "contact 3 of 3 at 211" .importance)" 16.219124 1e-6
    assert_equal "$(person "contact 1 of 1 at Harbor Food Bank" '.cut_off | sort | join(" ")')" \
        "cedar-childrens-house cedar-childrens-house-2 cedar-valley-grange harbor-food-bank valley-growers"
    assert_equal "$(answer risks '.organizations[] | select(.id == "little-sprouts") | "\(.received) of \(.capacity)"')" "19 of 48"
}

@test "risks: ends without a contact are a list of their own" {
    assert_equal "$(answer risks '[.missing_contacts[] | select(.ties_all_left > 0) | "\(.organization) \(.ties_all_left)"] | sort | join(", ")')" \
        "harbor-transit 5, human-services 3"
    assert_equal "$(answer risks '[.missing_contacts[].ties_without_contact] | add')" 16
}

@test "check-ins: 55 people, three of them new" {
    assert_equal "$(answer check-ins '[.due[] | select(.kind == "check_in")] | length')" 55
    assert_equal "$(answer check-ins '[.due[] | select(.reason | contains("monthly in the first half-year"))] | length')" 3
    assert_equal "$(answer check-ins '.contacts - .contacts_without_date')" 156
}

@test "check-ins: agreements, funding, successors, one-way referrals" {
    due() { answer check-ins "[.due[] | select(.kind == \"$1\") | \"\(.organization) \(.partner // \"-\") \(.due)\"] | .[]"; }
    assert_equal "$(due renewal)" "housing-authority beacon-light 2026-08-15
harbor-general area-agency-aging 2026-10-15
harbor-chc harbor-behavioral 2026-11-20
area-agency-aging harbor-home-meals 2026-12-01
harbor-211 legal-aid 2026-12-20"
    assert_equal "$(due funding)" "new-leaf - 2026-11-30"
    assert_equal "$(due successor)" "legal-aid - 2025-12-19
human-services - 2026-03-15
harbor-transit - 2026-07-31"
    assert_equal "$(answer check-ins .one_way_arcs)" 181
    # One of them goes to the organisation that closed.
    assert_equal "$(due reciprocity | wc -l)" 180
    assert_equal "$(answer check-ins .conversations)" 180
}
