#!/usr/bin/env bats
# Two years of one coalition side by side.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

LAST_YEAR=datasets/harbor-county-2025

compare_county() {
    refnet compare $LAST_YEAR $COUNTY --quiet --as-of $AS_OF --old-as-of 2025-09-30 "$@"
}

# Two folders in $old and $new from the same organisations: OLD and NEW referrals.
years() {
    old=$(dataset organizations.csv 'id,name\na,Ash\nb,Birch\nc,Cedar\n' referrals.csv "$1")
    new=$(dataset organizations.csv 'id,name\na,Ash\nb,Birch\nc,Cedar\n' referrals.csv "$2")
}

@test "the county changed as its README says" {
    compare_county --format json
    assert_status 0
    assert_equal "$stderr" ""
    assert_equal "$(json '[.organizations.added[].id] | sort | join(" ")')" \
        "barbers-guild new-leaf radio-la-onda tool-library trade-shop"
    assert_equal "$(json '[.organizations.removed[] | .id + " " + .change] | join(", ")')" \
        "dial-a-ride unlisted, cedar-adult-day closed"
    assert_equal "$(json '.organizations.renamed[] | .id + " " + .old_name + " " + .by')" \
        "family-connections Harbor Parent Education Center id"
    assert_equal "$(json '.ties | map_values(length) | [.two_way, .added, .removed, .one_way, .stronger, .weaker] | join(" ")')" \
        "5 13 8 0 125 129"
    assert_equal "$(json '[.gaps.opened, .gaps.closed | length] | join(" ")')" "10 10"
    assert_equal "$(json '.old.organizations, .new.organizations' | tr '\n' ' ')" "95 99 "
    assert_equal "$(json '.measures.density | [.old, .new] | join(" ")')" \
        "0.0405375139977604 0.0384456813028242"
    assert_equal "$(json '.measures.truck_factor | [.old, .new] | join(" ")')" "15 14"
}

@test "what cannot be compared comes first, then what works" {
    compare_county
    assert_status 0
    assert_contains "$(head -1 <<<"$output")" "Then: harbor-county-2025, as of 30 September 2025."
    assert_contains "$output" "Five relationships became two-way since last year"
    before=${output%%"became two-way"*}
    assert_contains "$before" "72 of 99 organisations answered"
    assert_contains "$before" "94 organisations are in both lists"
    [[ $before != *"no longer recorded"* ]]
}

@test "beside itself nothing changed" {
    refnet compare $COUNTY $COUNTY --quiet --as-of $AS_OF --format json
    assert_equal "$(json '[.organizations[], .ties[], .gaps[], .risks[], .people[] | length] | add')" 0
    assert_equal "$(json '[.measures[] | select(.old != .new)] | length')" 0
    assert_contains "$(json .reason)" "nothing changed"
}

@test "the other way round everything is turned" {
    compare_county --format json
    there=$(json '[(.ties.added, .ties.removed, .ties.stronger, .ties.weaker, .gaps.opened, .gaps.closed, .risks.up, .risks.down | length)] | join(" ")')
    refnet compare $COUNTY $LAST_YEAR --quiet --as-of 2025-09-30 --old-as-of $AS_OF --format json
    back=$(json '[(.ties.removed, .ties.added, .ties.weaker, .ties.stronger, .gaps.closed, .gaps.opened, .risks.down, .risks.up | length)] | join(" ")')
    assert_equal "$there" "$back"
    assert_contains "$(json .reason)" "are they the right way round?"
}

@test "a survey not returned is no ending" {
    years 'from,to\na,b\nb,c\n' 'from,to\nb,c\n'
    printf 'organization,answered\na,no\nb,yes\n' >"$new/respondents.csv"
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '[.ties.removed, .ties.unknown | length] | join(" ")')" "0 1"
    assert_equal "$(json '.ties.unknown[0].not_answered')" a
    assert_contains "$(json '.ties.unknown[0].reason')" "ask before concluding"
}

@test "names of people only when they are asked for" {
    compare_county --list people.left
    assert_contains "$output" "contact 1 of 1 at Cedar Adult Day"
    names=$(cut -d, -f2 $LAST_YEAR/contacts.csv | tail -n +2 | sort -u)
    for format in table csv json markdown; do
        compare_county --format $format --top all
        assert_equal "$(grep -cF "$names" <<<"$output" || true)" 0
    done
    compare_county --list people.left --show-people
    [ "$(grep -cF "$names" <<<"$output")" -ge 5 ]
}

@test "who moved to another organisation is in neither list of contacts, and named on request only" {
    local old new
    old=$(dataset organizations.csv 'id,name\na,Elm\nb,Bay\n' \
        contacts.csv 'organization,name,email\na,Maria Ortiz,maria@ortiz.example\na,Bo Ray,\n')
    new=$(dataset organizations.csv 'id,name\na,Elm\nb,Bay\n' \
        contacts.csv 'organization,name,email\nb,MARIA ORTIZ,maria@ortiz.example\na,Bo Ray,\n')
    refnet compare "$old" "$new" --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '.people | [.left, .new, .moved | length] | join(" ")')" "0 0 1"
    assert_equal "$(json '.people.moved[0] | .from + " " + .to + " " + .by + " " + .new_contact')" "a b email contact 1 of 1 at Bay"
    assert_contains "$(json '.people.moved[0].reason')" "moved from Elm to Bay"
    assert_contains "$(json .reason)" "Of two contacts listed then, one moved to another organisation"
    assert_equal "$(grep -ci "maria" <<<"$output")" 0
    refnet compare "$old" "$new" --quiet --as-of "$AS_OF" --show-people --list people.moved
    assert_contains "$output" "Maria Ortiz moved from Elm to Bay (the same e-mail and name). Ask who at Elm"
}

@test "a filter may name what only one of both has; what neither has is wrong usage" {
    local old new
    old=$(dataset organizations.csv 'id,name,sector,areas\na,Elm,health,North\nb,Bay,food,North\n')
    new=$(dataset organizations.csv 'id,name,sector,areas\na,Elm,health,Mill Creek\nb,Bay,food,North\n')
    refnet compare "$old" "$new" --as-of "$AS_OF" --format json --area "mill creek"
    assert_status 0
    assert_contains "$stderr" "only $(basename "$new") has the area \"mill creek\": in $(basename "$old") nobody matches it"
    assert_equal "$(json '[.measures.organizations.old, .measures.organizations.new] | join(" ")')" "0 1"
    assert_equal "$(json '[.organizations.added[] | .id + " " + .change] | join(",")')" "a entered"
    refnet compare "$new" "$old" --as-of "$AS_OF" --format json --area "Mill Creek" --area North
    assert_status 0
    assert_contains "$stderr" "only $(basename "$new") has the area \"Mill Creek\""
    assert_equal "$(json '[.measures.organizations.old, .measures.organizations.new] | join(" ")')" "2 2"
    refnet compare "$old" "$new" --as-of "$AS_OF" --area "Mill Crek"
    assert_status 2
    assert_contains "$stderr" "no area is called \"Mill Crek\" in either dataset; did you mean \"Mill Creek\"?"
    refnet map "$old" "$new" --kind change --area "Mill Creek" --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    assert_contains "$stderr" "only $(basename "$new") has the area"
    refnet report "$new" --compare-with "$old" --area "Mill Creek" --as-of "$AS_OF" --no-maps --format markdown
    assert_status 0
    assert_contains "$stderr" "only $(basename "$new") has the area"
}

@test "filters apply to both, and what entered or left the view is told apart" {
    old=$(dataset organizations.csv 'id,name,sector\na,Ash,health\nb,Birch,food\nc,Cedar,health\n')
    new=$(dataset organizations.csv 'id,name,sector\na,Ash,food\nb,Birch,health\nc,Cedar,health\n')
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --sector health --format json
    assert_equal "$(json '[.organizations.added[0].change, .organizations.removed[0].change] | join(" ")')" "entered left"
    assert_equal "$(json '[.filters.sector[0], (.old.organizations | tostring)] | join(" ")')" "health 3"
}

@test "lists, formats and --fail-on" {
    compare_county --list ties.two_way --format csv
    assert_equal "$(wc -l <<<"$output")" 6
    compare_county --format csv
    assert_contains "$(head -1 <<<"$output")" "measure,old,new"
    compare_county --list nothing
    assert_status 2
    assert_contains "$stderr" "organizations.added"
    compare_county --fail-on 1
    assert_status 1
}

@test "wrong usage and unusable input say what is wrong" {
    refnet compare $COUNTY
    assert_status 2
    refnet compare $COUNTY "$BATS_TEST_TMPDIR/nowhere" --as-of $AS_OF
    assert_status 3
    assert_contains "$stderr" "there is no folder"
    years 'from,to\na,b\n' 'from,to\na,b\n'
    refnet compare "$old" "$new" --quiet --sector health
    assert_status 2
    empty=$(dataset organizations.csv '')
    refnet compare "$new" "$empty" --quiet
    assert_status 3
    assert_contains "$stderr" "in ${empty##*/}: organizations.csv is empty"
    refnet compare "$empty" "$new" --quiet
    assert_status 3
    assert_contains "$stderr" "in ${empty##*/}: organizations.csv is empty"
}

@test "the order of rows changes nothing" {
    compare_county --format json
    expected=$(json 'del(.old, .new)')
    for year in $LAST_YEAR $COUNTY; do
        mkdir "$BATS_TEST_TMPDIR/${year##*/}"
        for file in "$year"/*.csv; do
            { head -1 "$file"; tail -n +2 "$file" | tac; } >"$BATS_TEST_TMPDIR/${year##*/}/${file##*/}"
        done
    done
    refnet compare "$BATS_TEST_TMPDIR/${LAST_YEAR##*/}" "$BATS_TEST_TMPDIR/${COUNTY##*/}" --quiet \
        --as-of $AS_OF --old-as-of 2025-09-30 --format json
    assert_equal "$(json 'del(.old, .new)')" "$expected"
}

@test "a finding that went because nobody offers the service any more is no good news" {
    old=$(dataset organizations.csv 'name,services,areas\nA,food,East\nB,rent,East\nC,rent,West\n')
    new=$(dataset organizations.csv 'name,services,areas\nB,rent,East\nC,rent,West\n')
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.gaps.closed | length')" 2
    assert_equal "$(json .reason | grep -c 'closed or eased')" 0
    assert_contains "$(json .reason)" 'Nobody is listed now, where somebody was then, for food in East.'
    refnet compare "$new" "$old" --quiet --as-of $AS_OF --format json
    assert_equal "$(json .reason | grep -c 'opened or deepened')" 0
}

@test "where no referrals are counted, none are told beside a relationship" {
    old=$(dataset organizations.csv 'id,name\na,A\nb,B\nc,C\n' referrals.csv 'from,to\na,b\n')
    new=$(dataset organizations.csv 'id,name\na,A\nb,B\nc,C\n' referrals.csv 'from,to\na,b\nb,c\n')
    refnet compare "$old" "$new" --quiet --as-of $AS_OF
    refute_contains "$output" "REFERRALS"
    refute_contains "$output" "Referrals  "
    refute_contains "$output" "Contacts listed who"
    refute_contains "$output" "Services with one provider"
    assert_equal "$(grep -A3 '^BETWEEN' <<<"$output" | head -n 2)" $'BETWEEN  AND\nB        C'
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.ties.added[0] | "\(.old_referrals) \(.new_referrals)"')" "0 1"
    assert_equal "$(json '.measures.referrals | "\(.old) \(.new)"')" "1 2"
}

@test "a service in an area with several findings is named once" {
    old=$(dataset organizations.csv 'name,services,areas\nA,food,East\nC,food,East\nB,rent,East\n' needs.csv 'area,service,demand\nEast,food,50\n' services.csv 'organization,service,area,capacity\nA,food,East,20\nC,food,East,60\n')
    new=$(dataset organizations.csv 'name,services,areas\nA,food,East\nB,rent,East\n' needs.csv 'area,service,demand\nEast,food,50\n' services.csv 'organization,service,area,capacity\nA,food,East,20\n')
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --format json
    assert_contains "$(json .reason)" 'Two findings about services opened or deepened since the older list; they are about food in East.'
    refnet what-if "$old" --close C --quiet --as-of $AS_OF --format json
    assert_contains "$(json .reason)" 'Two findings about services would open: food in East (one provider) and food in East (need above capacity).'
}

@test "a second provider where neither needs.csv asks for one is good news, and no new need" {
    needs='area,service,demand\nEast,rent,50\n'
    old=$(dataset organizations.csv 'name,services,areas\nA,food,East\nB,rent,East\n' needs.csv "$needs")
    new=$(dataset organizations.csv 'name,services,areas\nA,food,East\nB,rent;food,East\n' needs.csv "$needs")
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --format json
    assert_equal "$(json -c '[.gaps.closed[] | [.service, .need_is_new]]')" '[["food",false]]'
    assert_contains "$(json .reason)" 'One finding about a service closed or eased'
    refnet what-if "$old" --close A --quiet --as-of $AS_OF
    assert_contains "$(tr '\n' ' ' <<<"$output" | tr -s ' ')" "Nobody is listed there any more, and needs.csv names no need for it."
    assert_contains "$output" "Organisations"
}

@test "where a group had nobody and now nobody has anybody, that is what is found now" {
    local east='A,food,East,adults' west='B,food,West,youth'
    old=$(dataset organizations.csv "name,services,areas,populations\n$east\n$west\n")
    new=$(dataset organizations.csv "name,services,areas,populations\nA,,East,adults\n$west\n")
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --format json
    assert_equal "$(json -r '.gaps.closed[] | select(.population == "youth") | .reason')" \
        "Food for youth in East. Then: none for a group, with one provider (A). Now: none found."
    refnet compare "$new" "$old" --quiet --as-of $AS_OF --format json
    assert_contains "$(json -r '.gaps.opened[] | select(.population == "youth") | .reason')" "Then: none found. Now:"
}

@test "a gap that is none any more where nobody was and nobody is" {
    old=$(dataset organizations.csv 'name,services,areas\nA,food,West\nB,rent,East\n')
    new=$(dataset organizations.csv 'name,services,areas\nB,rent,East\nC,rent,West\n')
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --format json
    assert_contains "$(json -r '.gaps.closed[] | select(.area == "East" and .service == "food") | .reason')" \
        "Then: none found. Now: no providers listed. Still nobody is listed there, and nobody elsewhere any more."
    printf 'area,service,demand\nEast,rent,9\n' >"$new/needs.csv"
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --format json
    assert_contains "$(json -r '.gaps.closed[] | select(.area == "East" and .service == "food") | .reason')" \
        "Still nobody is listed there, but needs.csv names no need for it."
}

@test "no less rests on anybody where the partners' contacts are no longer listed, nor more where they are for the first time" {
    local organizations='name\nElm\nAsh\nBay\nOak\n' referrals='from,to\nElm,Ash\nElm,Bay\nElm,Oak\n'
    old=$(dataset organizations.csv "$organizations" referrals.csv "$referrals" \
        contacts.csv 'organization,name\nElm,Ann\nAsh,Bo\nBay,Cy\nOak,Di\n')
    new=$(dataset organizations.csv "$organizations" referrals.csv "$referrals" \
        contacts.csv 'organization,name\nElm,Ann\nOak,Di\n')
    refnet compare "$old" "$new" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.measures.expected_ties_lost.old > .measures.expected_ties_lost.new')" true
    assert_equal "$(json '.risks.down | length')" 0
    refnet compare "$new" "$old" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.risks.up | length')" 0
}

@test "more referrals of a longer time are not called clearly more, and a single end is told in the singular" {
    then=$(dataset organizations.csv 'name\nElm\nBay\nOak\n' referrals.csv 'from,to,count,date\nElm,Bay,20,2025-01-05\nBay,Elm,1,2025-02-05\nOak,Elm,3,2025-02-05\n')
    now=$(dataset organizations.csv 'name\nElm\nBay\n' referrals.csv 'from,to,count,date\nElm,Bay,80,2026-01-05\nBay,Elm,1,2026-09-05\n')
    refnet compare "$then" "$now" --as-of "$AS_OF"
    assert_contains "$output" "It has an end that is not among the organisations now."
    assert_contains "$output" "Relationships with more referrals, over unlike spans of time"
    assert_contains "$(tr '\n' ' ' <<<"$output" | tr -s ' ')" "More referrals between Bay and Elm are recorded, over unlike spans of time. 21 referrals then, 81 now."
}
