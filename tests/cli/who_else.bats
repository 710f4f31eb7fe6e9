#!/usr/bin/env bats
# Whom to meet: for one organisation, for a newcomer, for the whole coalition; ties to make, plans.
# Figures of the sample county are those its README has from another program.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

ask() {
    refnet who-else "$@" --quiet --as-of "$AS_OF"
}

# A coalition of one that needs what two others offer.
small() {
    dataset organizations.csv "id,name,services,areas,populations,sector,coalitions\n$1"
}

@test "the whole coalition of the sample county: five in the order the README's program found" {
    ask "$COUNTY" --top 5 --format json
    assert_status 0
    assert_equal "$(json .organization)" null
    assert_equal "$(json '.members | length')" 15
    assert_equal "$(json '.suggestions[] | "\(.id) \(.score)"')" "harbor-food-bank 19770
harbor-behavioral 8270
harbor-transit 6950
child-care-network 6860
bay-dental 6300"
    assert_equal "$(json .open)" 64740
    assert_equal "$(json '.suggestions[0].introduction | join(" ")')" "harbor-211 harbor-food-bank"
    assert_contains "$(json '.suggestions[0].reasons[0].text')" "food pantry"
    assert_contains "$(json '.suggestions[0].reasons[0].text')" "19,770 people a year"
}

# The figures that sentences name, computed again from the CSV files.
@test "gap reasons: areas and demand are those of needs.csv" {
    ask "$COUNTY" --top all --format json
    local demand
    demand=$(awk -F, '$2 == "food pantry" { d += $3 } END { print d }' "$COUNTY/needs.csv")
    assert_equal "$(json '.suggestions[] | select(.id == "harbor-food-bank") | .score')" "$demand"
    # Gains never rise, and add up to what is said to be reached.
    assert_equal "$(json '[.suggestions[].score] | . == (sort | reverse)')" true
    assert_equal "$(json '([.suggestions[].score] | add) - .reached | fabs < 1e-6')" true
    # Nobody who is a member is suggested.
    assert_equal "$(json '.members as $m | [.suggestions[].id | select(IN($m[]))] | length')" 0
}

@test "every objective answers, and says the guarantee; the best few where few are asked for" {
    local objective
    for objective in gaps reach sectors balance; do
        ask "$COUNTY" --objective "$objective" --top 5
        assert_status 0
        assert_contains "$output" "63 % of the most"
        ask "$COUNTY" --objective "$objective" --top 1
        assert_contains "$output" "No other organisation in the data would add more."
        ask "$COUNTY" --objective "$objective" --top 3
        assert_contains "$(tr '\n' ' ' <<<"$output")" "No other three organisations in the data would add more than these three together."
        ask "$COUNTY" --objective "$objective" --top 3 --format json
        assert_equal "$(json .objective)" "$objective"
        assert_equal "$(json '.suggestions | length')" 3
        assert_equal "$(json '[.suggestions[].score] | . == (sort | reverse)')" true
    done
}

# Alder covers most alone, Birch and Cedar together: one after the other would miss that.
@test "two are chosen together, and the longer list says what its first three reach" {
    folder=$(dataset organizations.csv 'name,services,areas,coalitions
Member,,East,All
Alder,meals;rides;pantry,East,
Birch,meals;rides;respite,East,
Cedar,pantry;dental care,East,
Dell,respite,East,
' needs.csv 'area,service,demand
East,meals,30
East,rides,30
East,pantry,40
East,respite,35
East,dental care,15
')
    ask "$folder" --top 2 --format json
    assert_equal "$(json -c '[.suggestions[] | [.name, .score]]')" '[["Birch",95],["Cedar",55]]'
    assert_equal "$(json -c '[.best_together, .first_three_of_best]')" '[true,1]'
    ask "$folder" --top 1 --format json
    assert_equal "$(json '.suggestions[0].name')" Alder
    ask "$folder" --format json
    assert_equal "$(json '.suggestions[0].name')" Alder
    assert_equal "$(json '.best_together')" false
}

@test "services left open in the same areas are told together; nobody adds, by objective" {
    folder=$(dataset organizations.csv 'name,sector,services,areas,coalitions
Member,health,,East,All
Alder,health,rides;pantry;meals;respite,East;West,
Birch,health,shelter,West,
')
    ask "$folder" --format json
    assert_contains "$(json '.suggestions[0].reason')" "it offers meals, pantry, respite and one other in East and West, where no member does. We have"
    ask "$folder" --objective sectors
    assert_contains "$output" "Nobody in the data lists a sector that has no member yet."
    ask "$folder" --objective reach
    assert_contains "$output" "Nobody in the data works with organisations that no member works with."
}

@test "how many sectors have no member is said in words" {
    folder=$(dataset organizations.csv 'name,sector,coalitions
Member,health,All
Alder,food,
')
    ask "$folder" --objective sectors
    assert_contains "$(echo $output)" "One of the two sectors in the data has no member; the one suggestion brings it in."
    folder=$(dataset organizations.csv 'name,sector,coalitions
Member,health,All
Alder,food,
Birch,faith,
Cedar,legal,
')
    ask "$folder" --objective sectors
    assert_contains "$(echo $output)" "Three of the four sectors in the data have no member; the three suggestions together bring in all of them."
    ask "$folder" --objective sectors --top 2
    assert_contains "$(echo $output)" "the two suggestions together bring in two of them."
}

@test "links without counts or dates are not told as referrals made" {
    folder=$(dataset organizations.csv 'name,coalitions\nAlder,All\nBirch,All\nCedar,\n' \
        referrals.csv 'from,to\nAlder,Birch\nBirch,Cedar\n')
    ask "$folder" --ties
    assert_contains "$output" "Alder refers to Birch, and nothing is recorded back: ask what each could send the other."
    ask "$folder" Alder
    assert_contains "$(tr -s ' \n' ' ' <<<"$output")" "a link is recorded, but not how often or when; it is taken as a year old"
}

@test "another way to somebody begins at another member and leads through others" {
    ask "$COUNTY" --objective balance --format json
    "$REFNET" who-else "$COUNTY" --objective balance --as-of $AS_OF --quiet | tr -s ' \n' ' ' \
        >"$BATS_TEST_TMPDIR/text"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/text")" "Another way is through"
    assert_equal "$(json '[.suggestions[] | select(.introduction | length > 0) | .alternative as $a
        | .introduction[:-1] | map(select(IN($a[]))) | length] | add')" 0
}

@test "nobody is a member: empty, status 0, and the columns to fill are named" {
    folder=$(small 'a,A,meals,East,,,\nb,B,rides,East,,,\n')
    ask "$folder"
    assert_status 0
    assert_contains "$output" "coalitions"
    assert_contains "$output" "partnership"
    ask "$folder" --format json
    assert_status 0
    assert_equal "$(json '.organization, (.suggestions | length)')" "null
0"
    assert_contains "$stderr" "coalitions"
}

@test "two coalitions: one has to be named" {
    folder=$(small 'a,A,meals,East,,,One\nb,B,rides,East,,,Two\n')
    ask "$folder" --format json
    assert_equal "$(json '.suggestions | length')" 0
    ask "$folder" --coalition one --format json
    assert_equal "$(json '.suggestions[].id')" b
    ask "$folder" --coalition three
    assert_status 2
}

@test "--area, --service, --population, --sector, --partnership choose candidates, not the network" {
    ask "$COUNTY" harbor-respite --format json
    score=$(json '.suggestions[] | select(.id == "harbor-general") | .score')
    ask "$COUNTY" harbor-respite --sector health --format json
    assert_equal "$(json '.suggestions[] | select(.id == "harbor-general") | .score')" "$score"
    assert_equal "$(json '.dataset.ties')" 277
    assert_equal "$(json '[.suggestions[].id] | index("ride-together")')" null
    ask "$COUNTY" harbor-respite --service 'job training' --format json
    assert_contains "$(json '.suggestions[].id')" workforce-board
    refute_contains "$(json '.suggestions[].id')" ride-together
    ask "$COUNTY" --service 'food pantry' --top 1 --format json
    assert_equal "$(json '.suggestions[0].id')" harbor-food-bank
    ask "$COUNTY" harbor-respite --service 'jop training'
    assert_status 2
    assert_contains "$stderr" "job training"
}

@test "--exclude leaves out whom a file names" {
    printf 'Ride Together\nharbor-general\nNobody Known\n' >"$BATS_TEST_TMPDIR/met.txt"
    ask "$COUNTY" harbor-respite --exclude "$BATS_TEST_TMPDIR/met.txt" --format json
    assert_status 0
    assert_contains "$stderr" "Nobody Known"
    assert_equal "$(json '[.suggestions[].id | select(. == "ride-together" or . == "harbor-general")] | length')" 0
    printf 'date,name\n2026-01-01,Harbor County Food Bank\n' >"$BATS_TEST_TMPDIR/met.csv"
    ask "$COUNTY" --exclude "$BATS_TEST_TMPDIR/met.csv" --top 1 --format json
    assert_equal "$(json '.suggestions[0].id')" harbor-behavioral
    printf 'name\nElm,,x\n' >"$BATS_TEST_TMPDIR/long.csv"
    ask "$COUNTY" --exclude "$BATS_TEST_TMPDIR/long.csv"
    assert_contains "$stderr" "the row has 3 cells, but the header has 1; put cells that hold the delimiter in quotes"
    ask "$COUNTY" --exclude "$BATS_TEST_TMPDIR/none.txt"
    assert_status 4
}

@test "--since: a relationship that lapsed is offered again, one without a date is not" {
    folder=$(dataset organizations.csv 'id,name,services,areas\nx,X,meals,East\nold,Old,rides,East\nnew,New,legal,East\nundated,Undated,care,East\n' \
        referrals.csv 'from,to,date\nx,old,2024-03-03\nx,new,2026-08-01\nx,undated,\n')
    ask "$folder" x --since 2026-01-01 --format json
    assert_equal "$(json '.suggestions[].id')" old
    assert_equal "$(json '.suggestions[0].reasons[0].kind')" renew
    assert_contains "$(json '.suggestions[0].reason')" "3 March 2024"
    ask "$folder" x --format json
    assert_equal "$(json '.suggestions | length')" 0
}

@test "an organisation that is not in the data is described" {
    ask "$COUNTY" --services 'respite care;caregiver support' --areas Eastside \
        --populations caregivers --sector aging --name 'Eastside Respite' --format json
    assert_status 0
    assert_equal "$(json .organization)" null
    [ "$(json '.suggestions | length')" -gt 5 ]
    assert_equal "$(json '[.suggestions[].introduction | length] | add')" 0
    ask "$COUNTY" --services 'respite care' --areas Eastside --name 'Eastside Respite' --top 2
    assert_contains "$output" "Who else should Eastside Respite be meeting with?"
    assert_contains "$output" "An organisation that is not in the data"
    ask "$COUNTY" harbor-respite --services 'respite care'
    assert_status 2
    for blank in --name=New --services= '--areas= ; '; do
        ask "$COUNTY" "$blank"
        assert_status 2
        assert_contains "$stderr" "give --services, --areas, --populations or --sector"
    done
}

@test "a newcomer may serve a group and be of a sector that nobody else has" {
    folder=$(dataset organizations.csv 'name,services,areas,populations,sector\nAsh,legal aid,North,youth,law\n')
    ask "$folder" --services housing --areas North --populations 'refugees;youht;Youth' --sector faith --format json
    assert_status 0
    assert_contains "$stderr" 'nobody in the data serves "refugees": suggestions go without it'
    assert_contains "$stderr" 'nobody in the data serves "youht": suggestions go without it; did you mean "youth"?'
    assert_contains "$stderr" 'nobody in the data is of sector "faith": suggestions go without it'
    refute_contains "$stderr" '"Youth"'
    assert_contains "$(json '.suggestions[0].reason')" "serves youth, as you do"
    ask "$folder" --services housing --areas Nroth
    assert_status 2
    assert_contains "$stderr" 'did you mean "North"?'
    ask "$folder" --populations zzz
    assert_status 2
    assert_contains "$stderr" 'nobody in the data has anything of what is said of the organisation; give --services or --areas, too'
}

@test "a newcomer may bring a service that nobody offers yet; a slip of the pen is told" {
    folder=$(dataset organizations.csv 'id,name,services,areas
a,Ash,legal aid;food pantry,North
b,Birch,housing,North
')
    ask "$folder" --services 'robotics;legl aid;housing' --areas North --format json
    assert_status 0
    assert_contains "$stderr" 'nobody in the data offers or needs "robotics": it is taken for a new service; the data have'
    assert_contains "$stderr" '"legl aid": it is taken for a new service; did you mean "legal aid"?'
    [[ $stderr != *'"housing": it is taken'* ]]
    assert_equal "$(json -c '[.suggestions[].id]')" '["a","b"]'
    # Of the three services in all Ash adds two, Birch none.
    assert_contains "$(json '.suggestions[0].reason')" "offers food pantry and legal aid, which you don't list"
    ask "$folder" --services housing --format json
    assert_equal "$stderr" ""
    ask "$folder" a --service legl
    assert_status 2
}

@test "an option that would change nothing is refused" {
    for options in "--prefer similar|--prefer is about whom one organisation would fit" \
        "--plan --prefer similar|--prefer is about" "--evaluate --prefer similar|leave out --prefer" \
        "--evaluate --objective reach|leave out --objective" \
        "harbor-respite --objective reach|--objective is what the whole coalition looks for" \
        "--ties --objective reach|--objective is" "--everyone --objective reach|--objective is" \
        "--areas Eastside --objective reach|--objective is"; do
        read -ra given <<<"${options%%|*}"
        ask "$COUNTY" "${given[@]}"
        assert_status 2
        assert_contains "$stderr" "${options##*|}"
    done
    for options in "--ties --prefer similar" "--everyone --prefer similar --top 1" \
        "harbor-respite --prefer similar" "--plan --objective reach"; do
        read -ra given <<<"$options"
        ask "$COUNTY" "${given[@]}"
        assert_status 0
    done
}

@test "--evaluate says where there is too little to evaluate" {
    folder=$(dataset organizations.csv 'name
Ash
Birch
' referrals.csv 'from,to
Ash,Birch
')
    ask "$folder" --evaluate
    assert_status 0
    assert_contains "$output" "Fewer than 20 relationships are recorded"
    [[ $output != *AUC* ]]
    ask "$folder" --evaluate --format json
    assert_equal "$(json -c '[.evaluation, .asked]')" '[[],0]'
}

@test "whom partners named is told, though it fills no gap" {
    folder=$(dataset organizations.csv 'id,name,services,areas,coalitions,status
m,Member,,East,All,
a,Alder,rides,East,,
b,Birch,,East,,
c,Cedar,,East,,closed
' nominations.csv 'nominated,named_by
a,b
Birch,m
b,a
b,a
c,a
m,a
Dogwood House,a
')
    ask "$folder"
    assert_contains "$(tr '\n' ' ' <<<"$output")" "Partners also named, in nominations.csv: Birch (named by two); and some who are not in the data yet: Dogwood House. Ask those who named them"
    ask "$folder" --service rides
    [[ $output != *"also named"* ]]
}

@test "met already: when, and the next step" {
    ask "$COUNTY" harbor-respite --top 1 --format json
    assert_contains "$(json '.suggestions[0].reasons[] | select(.kind == "met") | .text')" \
        "9 November 2025 (next step agreed: Renew the data sharing letter)"
}

@test "the introduction names its weakest step, and another way through others" {
    ask "$COUNTY" harbor-respite --top 1 --format json
    assert_equal "$(json '.suggestions[0].introduction | join(" ")')" "harbor-respite memory-care ride-together"
    assert_equal "$(json '.suggestions[0].weakest')" memory-care
    assert_equal "$(json '.suggestions[0].introduction_strength | . - 0.691870807 | fabs < 1e-8')" true
    assert_equal "$(json '.suggestions[0].alternative | join(" ")')" "harbor-respite bayview-adult-day ride-together"
    refnet path "$COUNTY" harbor-respite ride-together --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '[.paths[] | select(.widest)] | length')" 1
    assert_equal "$(json '.paths[] | select(.widest) | .steps[1].organization')" bayview-adult-day
}

@test "names of people only with --show-people" {
    ask "$COUNTY" --plan
    refute_contains "$output" "Gerald Vanderlaan"
    assert_contains "$output" "contact 3 of 3 at 211"
    ask "$COUNTY" --plan --show-people
    assert_contains "$output" " at 211 for an introduction"
    refute_contains "$output" "contact 3 of 3"
}

@test "--ties: routes, good fits and one-way referrals" {
    ask "$COUNTY" --ties --format json
    assert_status 0
    assert_equal "$(json '.organization, (.suggestions | length)')" "null
0"
    # One link for each of the three services without a recorded route.
    assert_equal "$(json '[.ties[] | select(.kind == "route")] | length')" 3
    assert_equal "$(json '[.ties[] | select(.kind == "fit")] | length')" 50
    # Members would make two of them; of the third it is said that they could help.
    assert_equal "$(json '[.ties[] | select(.reason | contains("Neither is a member"))] | length')" 1
    assert_equal "$(json '.ties[] | select(.reason | contains("Neither is a member")) | "\(.from) \(.to)"')" "rural-routes lakeshore-drivers"
    # The figures are those of the data: 211 made 43 referrals to the health centre.
    assert_equal "$(json '.one_way[0] | "\(.from) \(.to) \(.count)"')" "harbor-211 harbor-chc 43"
}

@test "--plan: a meeting a week, areas together, a calendar" {
    ask "$COUNTY" --plan --format json
    assert_status 0
    assert_equal "$(json '.plan | length')" 12
    assert_equal "$(json '[.plan[].week] == [range(1; 13)]')" true
    assert_equal "$(json '.plan[0].date')" 2026-10-05
    # An area comes once.
    assert_equal "$(json '.plan | [.[].area] as $a | ([range(1; $a | length) | select($a[.] != $a[. - 1])] | length) + 1 == ($a | unique | length)')" true
    ask "$COUNTY" --plan --top 3 --ical "$BATS_TEST_TMPDIR/plan.ics"
    assert_status 0
    assert_equal "$(grep -c '^BEGIN:VEVENT' "$BATS_TEST_TMPDIR/plan.ics")" 3
    grep -q '^DTSTART;VALUE=DATE:20261005' "$BATS_TEST_TMPDIR/plan.ics"
    ask "$COUNTY" --ical "$BATS_TEST_TMPDIR/no.ics"
    assert_status 2
}

@test "--evaluate: better than resource allocation on the sample county" {
    ask "$COUNTY" --evaluate --format json
    assert_status 0
    assert_equal "$(json '.evaluation[] | .method' | tr '\n' ' ')" \
        "refnet common_neighbors adamic_adar resource_allocation random_walk_with_restart chance "
    assert_equal "$(json '(.evaluation | map({key: .method, value: .}) | from_entries) as $m
        | $m.refnet.auc >= $m.resource_allocation.auc + 0.03
        and $m.refnet.recall_at_10 >= $m.resource_allocation.recall_at_10 + 0.03
        and $m.refnet.mrr >= $m.resource_allocation.mrr')" true
    ask "$COUNTY" --evaluate --ties
    assert_status 2
}

@test "--everyone: three for each organisation, the same as each gets by itself" {
    ask "$COUNTY" --everyone --format json
    assert_status 0
    assert_equal "$(json .organization)" null
    assert_equal "$(json '.suggestions | length')" 294 # one has closed
    assert_equal "$(json '[.suggestions[].rank] | unique | @csv')" 1,2,3
    local everyone=$output org
    for org in harbor-respite anchor-mentoring ride-together; do
        ask "$COUNTY" "$org" --top 3 --format json
        own=$(json '[.suggestions[] | {id, name, score: (.score * 1e8 | round), reasons, introduction,
            introduction_strength, weakest, alternative, reason}]')
        output=$everyone
        assert_equal "$(json "[.suggestions[] | select(.organization == \"$org\") | {id, name,
            score: (.score * 1e8 | round), reasons, introduction, introduction_strength, weakest,
            alternative, reason}]")" "$own"
    done
}

@test "--everyone: a sheet, filters, and how many for each" {
    ask "$COUNTY" --everyone --top 1 --format csv
    assert_status 0
    assert_equal "$(wc -l <<<"$output")" 99
    [[ ${lines[0]} == organization,organization_name,rank,id,name,score,* ]]
    ask "$COUNTY" --everyone --service "respite care" --top 2 --format json
    assert_equal "$(json '[.suggestions[] | .rank] | max')" 2
    ask "$COUNTY" --everyone
    [[ $output == *"each of 98 organisations"* ]]
    ask "$COUNTY" harbor-respite --everyone
    assert_status 2
    ask "$COUNTY" --everyone --plan
    assert_status 2
}

@test "the order of rows changes nothing" {
    cp -r "$COUNTY" "$BATS_TEST_TMPDIR/turned"
    local file
    for file in organizations referrals services needs nominations contacts; do
        { head -n 1 "$COUNTY/$file.csv"; tail -n +2 "$COUNTY/$file.csv" | tac; } >"$BATS_TEST_TMPDIR/turned/$file.csv"
    done
    local -a question
    local line
    for line in "" "harbor-respite" "--ties" "--plan" "--everyone" "--objective balance"; do
        read -ra question <<<"$line"
        ask "$COUNTY" "${question[@]}" --top 8
        straight=$output
        ask "$BATS_TEST_TMPDIR/turned" "${question[@]}" --top 8
        assert_equal "$output" "$straight"
    done
}

# Ash's programme, a row that repeats Ash, and one that has closed are nobody to meet.
family() {
    dataset organizations.csv 'id,name,services,areas,status,parent,phone,address,website\na,Ash Family Center,food,North,,,555-010-2030,1 Dune Rd,https://ash.example\na2,Ash Family Center Inc,food,North,,,555-010-2030,1 Dune Rd,https://ash.example\nkids,Ash Kids,care,North,,a,,,\nb,Birch,care;rides,North,,,,,\nc,Cedar,rides,North,closed,,,,\nd,Dune,care,North,,,,,\n' \
        referrals.csv "from,to\n$1"
}

@test "nobody is sent to its own programme, to a row of its own, or to who has closed" {
    folder=$(family 'a,c\nb,c\nd,c\nb,d\n')
    ask "$folder" a --format json
    assert_equal "$(json '[.suggestions[].id] | sort | join(" ")')" "b d"
    ask "$folder" kids --format json
    assert_equal "$(json '[.suggestions[].id | select(. == "a")] | length')" 0
    ask "$folder" --everyone --top all --format json
    assert_equal "$(json '[.suggestions[] | select(.organization == "a") | .id] | sort | join(" ")')" "b d"
    assert_equal "$(json '[.suggestions[] | select(.organization == "c")] | length')" 0
    assert_equal "$(json .organizations)" 5
    ask "$folder" c
    assert_contains "$output" "It is listed as closed, so nobody is suggested to it."
    ask "$folder" --ties --top all --format json
    assert_equal "$(json '[.ties[] | [.from, .to] | sort | join("-") | select(. == "a-a2" or . == "a-kids" or test("(^|-)c(-|$)"))] | length')" 0
}

@test "partners in common are named as long as they are open" {
    folder=$(family 'a,c\nb,c\na,d\nb,d\n')
    ask "$folder" a --top 1 --format json
    assert_equal "$(json '.suggestions[0].id')" b
    assert_contains "$(json '.suggestions[0].reason')" "it works with Dune, as you do"
}

@test "--ties: a pair once, and with a filter only those in which one matches" {
    folder=$(dataset organizations.csv 'name,services,areas\nElm,dental,North\nOak,housing,North\n')
    ask "$folder" --ties --format json
    assert_equal "$(json '[.ties[].kind] | join(" ")')" join
    ask "$COUNTY" --ties --service "respite care" --top all --format json
    assert_equal "$(json '[.ties[] | [.from, .to] | any(. == "harbor-respite" or . == "human-services")] | all')" true
    ask "$COUNTY" --ties --service "respite care" --top 1
    assert_contains "$output" "Suggested are only those of service respite care."
    ask "$COUNTY" --evaluate --sector aging
    assert_status 2
    assert_contains "$stderr" "leave out --sector"
}

@test "what the coalition asked for is the first reason" {
    ask "$COUNTY" --objective reach --top 5 --format json
    assert_equal "$(json '[.suggestions[].reasons[0].kind] | unique | join(" ")')" reach
    ask "$COUNTY" --objective sectors --top 5 --format json
    assert_equal "$(json '[.suggestions[].reasons[0].kind] | unique | join(" ")')" new_sector
    ask "$COUNTY" --objective reach --plan --top 1
    assert_contains "$output" "It works with six organisations that no member works with"
}

@test "who has nobody to meet is told why" {
    folder=$(dataset organizations.csv 'name,services\nElm,dental\nOak,housing\n' referrals.csv 'from,to\nElm,Oak\n')
    ask "$folder" Elm
    assert_contains "$output" "Everybody else in the data has a relationship with it."
    ask "$folder" --everyone
    assert_contains "$output" "Everybody has a relationship with everybody else."
    ask "$COUNTY" harbor-respite --area Lakeshore --service "respite care"
    assert_contains "$output" "the filters leave nobody"
    ask "$COUNTY" --area Lakeshore --service "respite care"
    assert_contains "$output" "Nobody whom the filters leave lists a service that members leave open"
    ask "$(dataset organizations.csv 'name\nElm\n')" --everyone
    assert_contains "$output" "Nobody else is in the data."
}

@test "a longer way for an introduction is told beside the shorter one it outdoes" {
    ask "$COUNTY" harbor-respite --format json
    assert_contains "$(json '.suggestions[] | select(.id == "harbor-home-meals") | .reason')" \
        "More or later referrals are recorded that way than through AAA alone."
}

@test "who was named is said where nothing else is to suggest" {
    local folder
    folder=$(dataset organizations.csv 'name\nA\nB\nC\n' referrals.csv 'from,to\nA,B\nB,C\nC,A\n' \
        nominations.csv 'nominated,named_by\nThe Library,A\nLibrary,B\nLIBRARY INC.,B\nC,B\n')
    refnet who-else "$folder" --as-of "$AS_OF"
    assert_contains "${output//$'\n'/ }" 'Partners named, in nominations.csv: C; and some who are not in the data yet: Library (named by two).'
    refnet who-else "$folder" A --as-of "$AS_OF"
    assert_contains "${output//$'\n'/ }" 'Partners named, in nominations.csv, some who are not in the data yet: Library (named by two).'
    assert_contains "$output" 'Everybody else in the data has a relationship with it'
}
