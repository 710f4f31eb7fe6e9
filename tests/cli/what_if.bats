#!/usr/bin/env bats
# Steps played through on a copy of the data, and what they would change.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

what_if() {
    refnet what-if "$@" --quiet --as-of $AS_OF
}

# A chain Ash – Birch – Cedar – Dogwood, one contact each, legal aid in two places.
chain() {
    dataset organizations.csv 'id,name,services,areas\na,Ash,legal aid,north;south\nb,Birch,,north\nc,Cedar: East,legal aid,north\nd,Dogwood,,south\n' \
        referrals.csv 'from,to,count\na,b,4\nb,c,6\nc,d,2\n' \
        contacts.csv 'organization,name\na,Ana\nb,Bea\nc,Cy\nd,Di\n' \
        areas.csv 'area,name\nnorth,North\nsouth,South\n' \
        needs.csv 'area,service,demand\nnorth,legal aid,10\nsouth,legal aid,10\n'
}

@test "an organisation closes: who is cut off, what opens, who could take over, whom to tell" {
    what_if "$(chain)" --close Birch --format json
    assert_status 0
    assert_equal "$stderr" ""
    assert_equal "$(json '[.cut_off[].id] | join(" ")')" "a"
    assert_equal "$(json '[.ties.removed[] | .from + .to] | sort | join(" ")')" "ab bc"
    assert_equal "$(json '.organizations.removed[0] | .id + " " + .change')" "b closed"
    assert_contains "$(json .reason)" "What if Birch closed?"
    assert_contains "$(json .reason)" "tell those who refer there: Ash, and agree"
    what_if "$(chain)" --close b --close c --add-tie d:a --format json
    assert_contains "$(json .reason)" "tell those who refer there: Ash, and agree"
    what_if "$(chain)" --close a --format json
    refute_contains "$(json .reason)" "tell those who refer"
    what_if "$(chain)" --close a --format json
    assert_equal "$(json '.take_over[0] | [.service, (.areas | join("+")), (.others | join("+")), (.without | join("+"))] | join("|")')" \
        "legal aid|north+south|c|south"
    assert_equal "$(json '[.gaps.opened[] | .area + " " + .status] | sort | join(", ")')" \
        "north fragile, south absent"
    assert_equal "$(json '.dataset.organizations')" 4
    assert_equal "$(json '.measures.organizations | [.old, .new] | join(" ")')" "4 3"
}

@test "a contact leaves: the relationships without a listed contact" {
    what_if "$(chain)" --leave "contact 1 of 1 at Birch" --format json
    assert_equal "$(json '[.without_contact[] | .from + .to] | join(" ")')" "ab bc"
    assert_equal "$(json '.risks.up[0] | [.id, .old_contacts, .new_contacts] | join(" ")')" "b 1 0"
    assert_contains "$(json .reason)" "contact 1 of 1 at Birch left"
    what_if "$(chain)" --leave bea --format json
    refute_contains "$output" "bea"
    assert_equal "$(json '.options.leave[0]')" "contact 1 of 1 at Birch"
    what_if "$(chain)" --leave bea --show-people
    assert_contains "$output" "Bea at Birch left"
    refnet risks "$(chain)" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.people[] | select(.contact == "contact 1 of 1 at Birch").ties_left_without_contact')" 2
}

@test "a second contact lowers what is expected to be lost as risks says" {
    refnet risks $COUNTY --quiet --as-of $AS_OF --format json
    first=$(json '.introductions[0].organization')
    what_if $COUNTY --add-contact "$first" --format json
    assert_equal "$(json '.measures.expected_ties_lost | .new < .old')" true
}

@test "relationships come and go" {
    what_if "$(chain)" --add-tie b:a --drop-tie d:c --format json
    assert_equal "$(json '[.ties.two_way[0], .ties.removed[0] | .from + .to] | join(" ")')" "ab cd"
    assert_equal "$(json '[.cut_off[].id] | join(" ")')" "d"
}

@test "services start and stop, everywhere or in one area" {
    what_if "$(chain)" --offer "d:legal aid:south" --format json
    assert_equal "$(json '[.gaps.closed[] | .area + " " + .status] | join(", ")')" "south fragile, south unreachable"
    what_if "$(chain)" --stop-offering "a:legal aid:north" --format json
    assert_equal "$(json '.take_over[0] | [(.areas | join("+")), (.others | join("+"))] | join("|")')" "north|c"
    what_if "$(chain)" --stop-offering "a:Legal Aid" --format json
    assert_equal "$(json '.take_over[0].without | join("+")')" south
}

# Elm House is listed twice, once for each area; Oak offers the same in the north, Fir nothing.
twins() {
    local elm='Elm House,(555) 010-4477,12 Elm Street,elm.example.org'
    dataset organizations.csv "id,name,phone,address,website,services,areas\na,$elm,legal aid,north\nb,$elm,legal aid,north;south\nc,Oak Center,,,,legal aid,north\nd,Fir Place,,,,,north\n" \
        referrals.csv 'from,to,count\nd,a,4\nd,b,2\nd,c,1\n' areas.csv 'area,name\nnorth,North\nsouth,South\n'
}

taken_over() {
    json '[.take_over[] | [.organization, (.areas | join("+")), (.others | join("+")), (.without | join("+"))] | join("|")] | join(" ")'
}

@test "an organisation listed twice is one: among those who could take over, and when a row of it closes" {
    what_if "$(twins)" --close c --format json
    assert_equal "$(taken_over)" "c|north|a|"
    what_if "$(twins)" --close c
    assert_contains "$output" "Listed there, too: Elm House; ask"
    what_if "$(twins)" --close b --format json
    assert_equal "$(taken_over)" "b|south||south"
    what_if "$(twins)" --close a --format json
    assert_equal "$(taken_over)" ""
    what_if "$(twins)" --close a --close b --format json
    assert_equal "$(taken_over)" "a|north+south|c|south"
}

@test "two become one: relationships, services and contacts of both" {
    what_if "$(chain)" --merge a:c --format json
    assert_equal "$(json '.organizations.removed[0] | .id + " " + .change')" "c joined"
    assert_equal "$(json '.measures | [.ties.new, .contacts.new, .organizations.new] | join(" ")')" "2 4 3"
    assert_equal "$(json '.cut_off | length')" 0
}

@test "names with colons are quoted, or given by id" {
    what_if "$(chain)" --add-tie 'a:"Cedar: East"'
    assert_status 0
    what_if "$(chain)" --close 'Cedar: East'
    assert_status 0
    what_if "$(chain)" --add-tie 'a:Cedar: East'
    assert_status 2
    assert_contains "$stderr" "in double quotes"
}

@test "steps are taken in their order, from options and files alike" {
    printf 'action,organization,other,service,area,note\nclose,b,,,,lease ends\nadd-tie,a,c,,,\n' >"$BATS_TEST_TMPDIR/steps.csv"
    what_if "$(chain)" --scenario "$BATS_TEST_TMPDIR/steps.csv" --format json
    assert_status 0
    from_file=$(json 'del(.dataset, .options)')
    what_if "$(chain)" --close b --add-tie a:c --format json
    assert_equal "$(json 'del(.dataset, .options)')" "$from_file"
    assert_equal "$(json '.cut_off | length')" 0
    what_if "$(chain)" --close b --add-tie a:b
    assert_status 2
    assert_contains "$stderr" "step 2 (--add-tie a:b): Birch is gone after an earlier step"
}

@test "a new service may be offered; a slip of the pen is told, and no gap opens" {
    folder=$(chain)
    what_if "$folder" --offer "a:robotics:North" --offer "a:legl aid" --format json
    assert_status 0
    assert_contains "$stderr" 'nobody in the data offers or needs "robotics": it is taken for a new service'
    assert_contains "$stderr" '"legl aid": it is taken for a new service; did you mean "legal aid"?'
    assert_equal "$(json -c '[.gaps.opened, .gaps.closed]')" '[[],[]]'
    what_if "$folder" --offer "a:robotics:North"
    assert_contains "$output" "Nobody in the data offers or needs robotics yet; whether it is needed, needs.csv could say."
    printf 'action,organization,service\noffer,a,robotics\n' >"$BATS_TEST_TMPDIR/new.csv"
    what_if "$folder" --scenario "$BATS_TEST_TMPDIR/new.csv"
    assert_status 0
    assert_contains "$output" "Nobody in the data offers or needs robotics yet"
    # What was new may be taken back.
    what_if "$folder" --offer "a:robotics" --stop-offering "a:robotics"
    assert_status 0
}

@test "where no referral would be left, no finding about routes closes" {
    folder=$(dataset organizations.csv 'id,name,services,areas
hub,Hub,,Metro
a,Ash,food,Metro
b,Birch,legal aid,Metro
c,Cedar,housing,Metro
' referrals.csv 'from,to
a,hub
b,hub
hub,c
')
    what_if "$folder" --close hub --format json
    assert_equal "$(json -c '[.gaps.opened, .gaps.closed]')" '[[],[]]'
    what_if "$folder" --close hub
    assert_contains "$output" "Ash, Birch and Cedar would have no recorded route to one another"
    refnet risks "$folder" --as-of 2026-10-01
    assert_contains "$output" "Without Hub, 100 % of pairs"
    # Nothing could be assessed, so nothing is expected.
    refute_contains "$output" "EXPECTED"
}

@test "a scenario tells of no call, no question asked, no shorter way to who is out of reach" {
    folder=$(dataset organizations.csv 'name\nAsh\nBirch\nCedar\n' \
        referrals.csv 'from,to,count\nAsh,Birch,4\nBirch,Cedar,6\n' \
        contacts.csv 'organization,name,last_contact\nAsh,Ana,2026-09-01\nBirch,Bea,2025-01-01\n')
    what_if "$folder" --drop-tie Birch:Cedar
    assert_contains "$output" "More stand alone."
    assert_contains "$output" "Average distance"
    refute_contains "$output" "shorter way"
    what_if "$folder" --leave Ana
    assert_contains "$output" "Contacts in touch within half a year"
    refute_contains "$output" "check-ins were kept up"
    assert_contains "$(tr -s ' \n' ' ' <<<"$output")" "Contact 1 of 1 at Ash would be gone, and no successor is named. Nobody else would be listed there: ask whom to call."
    refute_contains "$output" "left on"
}

@test "figures that read as before are no figures that would change" {
    what_if datasets/harbor-county --close harbor-respite
    assert_contains "$output" "Contacts in touch within half a year                0.78    0.77"
    assert_equal "$(awk '/^FIGURE/ { f = 1 } /^$/ { f = 0 } f && $NF == $(NF - 1)' <<<"$output")" ""
}

@test "a step that cannot be taken names itself and the nearest name" {
    folder=$(chain)
    for step in "--close Brich|did you mean \"Birch\"" "--stop-offering a:legl aid|did you mean \"legal aid\"" \
        "--offer a:legal aid:Nort|did you mean \"North\"" "--add-tie a:b|Ash refers to Birch already" \
        "--drop-tie a:d|no referrals between Ash and Dogwood are recorded" "--merge a:a|named twice" \
        "--stop-offering b:legal aid|is not listed as offering" "--leave Zoe|Zoe" \
        "--offer a:legal aid|offering legal aid there already"; do
        read -r option value <<<"${step%%|*}"
        what_if "$folder" "$option" "$value"
        assert_status 2
        assert_contains "$stderr" "step 1 ($option"
        assert_contains "$stderr" "${step##*|}"
    done
    what_if "$folder" --stop-offering "a:housing"
    assert_contains "$stderr" "no service is called \"housing\": nobody offers or needs it in the data"
    what_if "$folder"
    assert_status 2
    assert_contains "$stderr" "what-if needs a step"
    for step in "close,,,|close needs an organisation" "add-tie,a,,|add-tie needs a second organisation" \
        "offer,a,,|offer needs a service" "leave,,,|leave needs a person"; do
        printf 'action,organization,other,service\n%s\n' "${step%%|*}" >"$BATS_TEST_TMPDIR/blank.csv"
        what_if "$folder" --scenario "$BATS_TEST_TMPDIR/blank.csv"
        assert_status 2
        assert_contains "$stderr" "blank.csv:2: ${step##*|}"
    done
    printf 'action,organization\nclose,b\nburn,a\n' >"$BATS_TEST_TMPDIR/bad.csv"
    what_if "$folder" --scenario "$BATS_TEST_TMPDIR/bad.csv"
    assert_status 3
    assert_contains "$stderr" "bad.csv:3:1: there is no action \"burn\""
}

@test "nothing is written, and taking back what was added changes nothing" {
    folder=$(chain)
    before=$(cat "$folder"/*.csv | sha256sum)
    what_if "$folder" --add-tie a:d --drop-tie a:d --format json
    assert_equal "$(json '[.organizations[], .ties[], .gaps[], .risks[], .cut_off | length] | add')" 0
    assert_equal "$(json '[.measures[] | select(.old != .new)] | length')" 0
    assert_equal "$(cat "$folder"/*.csv | sha256sum)" "$before"
}

@test "what opens when a provider closes is what gaps finds without it" {
    mkdir "$BATS_TEST_TMPDIR/without"
    for file in "$COUNTY"/*.csv; do
        awk -F, 'NR == 1 || !/(^|,)(legal-aid|Legal Aid)(,|$)/' "$file" >"$BATS_TEST_TMPDIR/without/${file##*/}"
    done
    what_if $COUNTY --close legal-aid --format json
    opened=$(json '[.gaps.opened[] | select(.status == "absent") | .area + "/" + .service] | sort | join(" ")')
    refnet gaps $COUNTY --quiet --as-of $AS_OF --format json
    before=$(json '[.cells[] | select(.status == "absent") | .area + "/" + .service] | sort | .[]')
    refnet gaps "$BATS_TEST_TMPDIR/without" --quiet --as-of $AS_OF --format json
    after=$(json '[.cells[] | select(.status == "absent") | .area + "/" + .service] | sort | .[]')
    assert_equal "$opened" "$(comm -13 <(echo "$before") <(echo "$after") | paste -sd' ')"
}

@test "a file of steps is told by line and column what is wrong with it" {
    cd "$BATS_TEST_TMPDIR"
    printf 'organization\nAAA\n' >none.csv
    printf 'action,Action,organization\nclose,leave,AAA\n' >twice.csv
    printf 'organization,action\nAAA,explode\n' >other.csv
    printf 'action,organization,other\nclose,AAA\nclose,BBB,,,x\n' >long.csv
    local -A said=([none.csv]='none.csv:1: no column "action"; it needs action'
        [twice.csv]='twice.csv:1:2: "Action" means the same as column 1; leave one of both out'
        [other.csv]='other.csv:2:2: there is no action "explode"; actions are close'
        [long.csv]='long.csv:3:5: the row has 5 cells, but the header has 3; put cells that hold')
    for file in "${!said[@]}"; do
        refnet what-if "$REFNET_ROOT/$COUNTY" --scenario "$file" --quiet --as-of "$AS_OF"
        assert_status 3
        assert_contains "$stderr" "${said[$file]}"
    done
    refnet what-if "$REFNET_ROOT/$COUNTY" --scenario '' --quiet --as-of "$AS_OF"
    assert_status 2
    assert_contains "$stderr" 'needs the name of a file'
}

# What the ranking says of one closing, and what playing it through says: services that nobody else
# offers, who is cut off, relationships that end.
assert_each_closing_agrees() { # DATASET ID...
    local folder=$1 ranking id
    shift
    what_if "$folder" --each close --format json
    ranking=$output
    for id in "$@"; do
        what_if "$folder" --close "$id" --format json
        assert_equal "$id $(jq -r --arg id "$id" '.closings[] | select(.id == $id) |
            "\(.services_without) \(.cut_off | sort | join(",")) \(.ties)"' <<<"$ranking")" \
            "$id $(json '"\([.take_over[].without | length] | add // 0) \([.cut_off[].id] | sort | join(",")) \(.ties.removed | length)"')"
    done
}

@test "each closing says what playing it through says" {
    local folder
    folder=$(dataset organizations.csv 'id,name,services,areas,status,phone,address,postal_code,website\na,Ash,food;care,North;South,,,,,\nb,Birch,food,North,,,,,\nc,Cedar,care,South;East,,,,,\nd,Dune,,,,,,,\ne,Elm,food,East,closed,,,,\nf,Fern Kitchen,meals,North,,555-010-2030,1 Dune Rd,49001,https://fern.example\nf2,Fern Kitchen Inc,meals,North;East,,555-010-2030,1 Dune Rd,49001,https://fern.example\ng,Gum,meals,North,,,,,\n' \
        referrals.csv 'from,to,count\na,b,3\nb,a,1\nb,c,2\nc,d,1\ng,f,4\nf2,g,1\n')
    assert_each_closing_agrees "$folder" a b c d f f2 g
    what_if "$folder" --each close --format json
    assert_equal "$(json '[.closings[].id] | join(" ")')" "a c f2 g b f d"
    assert_equal "$(json '.closings[] | select(.id == "g") | .with_one | map(.area + "/" + .service) | join(" ")')" "North/meals"
    assert_equal "$(json '[.closings[] | select(.with_one | length > 0) | .id] | sort | join(" ")')" "a b c g"
    assert_equal "$(json '.closings[1].reason')" "If Cedar closed, nobody else would be listed for care in East. Dune would have no recorded route to the rest of the network. One other provider would be left for care in South. Two relationships would end; two referrals were made to it."
    assert_each_closing_agrees "$COUNTY" casa-del-valle legal-aid food-bank harbor-chc area-agency-aging harbor-211
}

# A relationship whose other end has no listed contact anyway is only in the ranking.
@test "each leaving says what playing it through says" {
    local who ranking silent
    refnet risks "$COUNTY" --quiet --as-of "$AS_OF" --format json
    silent=$(json '[.organizations[] | select(.contacts == 0) | .id]')
    what_if "$COUNTY" --each leave --format json
    ranking=$output
    for who in 0 1 5 20; do
        what_if "$COUNTY" --leave "$(jq -r ".leavings[$who].contact" <<<"$ranking")" --format json
        assert_equal "$(json '[.without_contact[] | [.from, .to] | sort] | sort | tostring')" \
            "$(jq -r --argjson silent "$silent" "[.leavings[$who].ties[] | [.from, .to] |
                select(any(IN(\$silent[])) | not) | sort] | sort | tostring" <<<"$ranking")"
    done
}

# What the two steps would mean together, less what the first would mean by itself.
@test "each after other steps says what one step more would mean" {
    local folder
    folder=$(dataset organizations.csv 'id,name,services,areas\na,Ash,food,North\nb,Birch,food,North\nc,Cedar,food,North\n' \
        contacts.csv 'organization,name\na,Ana\nb,Ben\nc,Cem\n' \
        referrals.csv 'from,to,count\na,b,3\nb,c,1\na,c,2\n')
    what_if "$folder" --close a --each close --format json
    assert_equal "$(json '[.closings[] | "\(.id) \(.services_with_one) \(.ties)"] | join(", ")')" "c 1 1, b 1 1"
    assert_equal "$(json '.options | "\(.close) \(.each)"')" '["a"] close'
    what_if "$folder" --each close --close a --close b
    assert_contains "$output" "What if Ash closed and Birch closed, and then each organisation closed, one at a time?"
    assert_contains "$output" "with the same steps and --close ORG"
    assert_contains "$output" "If Cedar closed, nobody else would be listed for food in North."
    what_if "$folder" --leave Ana --each leave --format json
    assert_equal "$(json '[.leavings[].ties[] | [.from, .to] | sort | join("-")] | unique | join(" ")')" "b-c"
    assert_equal "$(json '[.leavings[].organizations[]] | sort | join(" ")')" "b c"
    refute_contains "$output" Ana
}

@test "each takes one of two, and names nobody unless asked" {
    refnet what-if "$COUNTY" --each merge --quiet --as-of "$AS_OF"
    assert_status 2
    assert_contains "$stderr" "--each takes one of close, leave"
    what_if "$COUNTY" --each leave
    assert_contains "$output" "10 of "
    assert_equal "$(grep -c 'Gerald Vanderlaan' <<<"$output")" 0
    what_if "$(dataset organizations.csv 'name\nElm\n')" --each close
    assert_contains "$output" "Nothing that is recorded would go with any organisation."
    what_if "$(dataset organizations.csv 'name\nElm\n')" --each leave
    assert_contains "$output" "No relationships are recorded"
}

@test "what goes with who closes is not said to be better among the others" {
    local line
    line=$(dataset organizations.csv 'name\nA\nB\nC\nD\n' referrals.csv 'from,to\nA,B\nB,C\nC,D\n')
    refnet what-if "$line" --close A --quiet --as-of "$AS_OF"
    assert_contains "$output" "Average distance"
    refute_contains "$output" "A shorter way"
    refute_contains "$output" "Fewer are the only link"
}
