#!/usr/bin/env bats
# What is due, the calendar of it, what a person hands over, the mailing list.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

# The first python that has the calendar reader.
python_with_icalendar() {
    for python in python3 /usr/bin/python3; do
        "$python" -c 'import icalendar' 2>/dev/null && echo "$python" && return
    done
    fail_with "python3 with icalendar (python3-icalendar)" "none"
}

# What another program reads in the calendar on stdin: one line an entry.
read_calendar() {
    "$(python_with_icalendar)" -c '
import icalendar, sys
for entry in icalendar.Calendar.from_ical(sys.stdin.buffer.read()).subcomponents:
    start = entry.get("DTSTART")
    print(entry.name, entry["UID"], start.dt if start else "-", entry["SUMMARY"],
          entry["DESCRIPTION"], sep="|")'
}

small() {
    dataset organizations.csv 'name,id\n"Elm ""Clinic""; Main, North",elm\n=Oak,oak\n' \
        contacts.csv 'organization,name,role,email,last_contact,left\nelm,Ana Ruiz,Director,ana@elm.example,2026-01-01,\nelm,Ben Bo,,BEN@elm.example,,\noak,Ana Ruiz,=cmd,ana@elm.example,,\noak,Cem Can,,,,\noak,Dee Day,,dee@oak.example,,2026-01-01\n' \
        referrals.csv 'from,to,count,date\nelm,oak,3,2026-02-03\n'
}

@test "check-ins: the calendar is read by another program, entry for entry" {
    "$REFNET" check-ins $COUNTY --quiet --as-of $AS_OF --ical "$BATS_TEST_TMPDIR/due.ics"
    read_calendar <"$BATS_TEST_TMPDIR/due.ics" >"$BATS_TEST_TMPDIR/entries"
    refnet check-ins $COUNTY --quiet --as-of $AS_OF --format json
    assert_equal "$(wc -l <"$BATS_TEST_TMPDIR/entries")" "$(json '.due | length')"
    assert_equal "$(cut -d'|' -f2 "$BATS_TEST_TMPDIR/entries" | sort -u | wc -l)" "$(json '.due | length')"
    assert_equal "$(cut -d'|' -f5 "$BATS_TEST_TMPDIR/entries")" "$(json '.due[].reason')"
    assert_equal "$(cut -d'|' -f3 "$BATS_TEST_TMPDIR/entries")" \
        "$(json '.due[] | if .due == null then "-" elif .due < "2026-09-30" then "2026-09-30" else .due end')"
}

@test "check-ins: the calendar names people only with --show-people" {
    refnet check-ins $COUNTY --quiet --as-of $AS_OF --ical -
    refute_contains "$output" "Kofi"
    refnet check-ins $COUNTY --quiet --as-of $AS_OF --ical - --show-people
    assert_contains "$output" "Kofi"
}

@test "check-ins: the same matter keeps its UID the day after, and with other names around it" {
    folder=$(small)
    "$REFNET" check-ins "$folder" --quiet --as-of 2026-09-30 --ical "$BATS_TEST_TMPDIR/a.ics"
    printf 'oak,Zoe,,,2026-01-01,\n' >>"$folder/contacts.csv"
    "$REFNET" check-ins "$folder" --quiet --as-of 2026-10-01 --ical "$BATS_TEST_TMPDIR/b.ics"
    for uid in $(grep '^UID' "$BATS_TEST_TMPDIR/a.ics"); do
        grep -q "^${uid%$'\r'}" "$BATS_TEST_TMPDIR/b.ics" || fail_with "$uid" "none"
    done
}

@test "check-ins: quotes, commas and semicolons in names survive the calendar" {
    folder=$(small)
    "$REFNET" check-ins "$folder" --quiet --as-of $AS_OF --ical "$BATS_TEST_TMPDIR/a.ics"
    read_calendar <"$BATS_TEST_TMPDIR/a.ics" >"$BATS_TEST_TMPDIR/entries"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/entries")" 'Check in with Elm "Clinic"; Main, North|'
}

@test "check-ins: a calendar without anything due is a calendar all the same" {
    folder=$(dataset organizations.csv 'name\nElm\n')
    "$REFNET" check-ins "$folder" --quiet --as-of $AS_OF --ical "$BATS_TEST_TMPDIR/a.ics"
    assert_contains "$(read_calendar <"$BATS_TEST_TMPDIR/a.ics")" "VJOURNAL|nothing-due@refnet"
    refnet check-ins "$folder" --quiet --as-of $AS_OF
    assert_status 0
    assert_contains "$output" "No contacts are listed, so no check-in can be due. Fill contacts.csv."
    printf 'organization,name\nElm,Ann\nElm,Bo\n' >"$folder/contacts.csv"
    refnet check-ins "$folder" --quiet --as-of $AS_OF
    assert_contains "$output" "Both people listed have no date of last contact"
}

@test "check-ins: the sentence says when, how long ago and what to do" {
    folder=$(small)
    refnet check-ins "$folder" --quiet --as-of 2026-04-09 --format json
    assert_equal "$(json '.due[] | select(.kind == "check_in") | .due')" 2026-04-01
    assert_contains "$(json '.due[] | select(.kind == "check_in") | .reason')" \
        "last recorded contact 1 January 2026, 98 days ago. If you've spoken since, add the date."
}

@test "check-ins: --cadence, --within and one list at a time" {
    folder=$(small)
    refnet check-ins "$folder" --quiet --as-of 2026-04-09 --cadence 6 --format json
    assert_equal "$(json '[.due[] | select(.kind == "check_in")] | length')" 0
    refnet check-ins "$folder" --quiet --as-of 2026-04-09 --cadence 6 --within 90 --format json
    assert_equal "$(json '.due[] | select(.kind == "check_in") | .due')" 2026-07-01
    refnet check-ins $COUNTY --quiet --as-of $AS_OF --list renewals --format csv
    assert_equal "${#lines[@]}" 6
    refnet check-ins $COUNTY --quiet --as-of $AS_OF --format csv
    assert_equal "${lines[0]}" "organization,contact,kind,partner,due,reason"
    refnet check-ins "$folder" --cadence 0
    assert_status 2
}

@test "check-ins: Markdown, and nobody's name without --show-people" {
    for format in table csv json markdown; do
        refnet check-ins $COUNTY --quiet --as-of $AS_OF --format $format --top all
        assert_status 0
        refute_contains "$output" "Kofi"
        refute_contains "$output" "Dolores"
    done
}

@test "handover: every relationship, to whom, by when" {
    refnet risks $COUNTY --quiet --as-of $AS_OF --handover "denise okafor" --format json
    assert_equal "$(json '[.contact, .relationships, .held_by_nobody_else] | join(" ")')" "contact 1 of 2 at AAA 22 22"
    assert_equal "$(json .options.handover)" "contact 1 of 2 at AAA"
    assert_equal "$(json '.handover | length')" 22
    assert_equal "$(json '[.handover[].to] | unique | join(" ")')" "contact 2 of 2 at AAA"
    assert_equal "$(json '.handover[0] | "\(.partner) \(.by)"')" "harbor-general 2026-10-15"
    refnet risks $COUNTY --quiet --as-of $AS_OF --handover "contact 1 of 2 at AAA" --show-people
    assert_contains "$output" "Denise Okafor"
    refnet risks $COUNTY --quiet --as-of $AS_OF --handover "Patricia Holloway"
    assert_contains "$output" "contact 1 of 3 at HBH, the successor,"
}

@test "handover: who stands at two organisations is told at both" {
    folder=$(dataset organizations.csv 'name\nAlpha\nBravo\nCarl\n' \
        referrals.csv 'from,to\nAlpha,Carl\nBravo,Carl\n' \
        contacts.csv 'organization,name,email\nAlpha,Al,al@x.org\nAlpha,Ann,\nBravo,Al,al@x.org\nCarl,Cid,\n')
    refnet risks "$folder" --handover al@x.org --quiet --as-of $AS_OF
    assert_contains "$(tr -s ' \n' ' ' <<<"$output")" "Who hands over contact 1 of 2 at Alpha and contact 1 of 1 at Bravo"
    refnet risks "$folder" --handover al@x.org --quiet --as-of $AS_OF --show-people
    assert_contains "$output" "Al at Alpha and Al at Bravo"
    refnet risks "$folder" --handover al@x.org --quiet --as-of $AS_OF --format json
    assert_equal "$(json .contact)" "contact 1 of 2 at Alpha"
}

@test "handover: an unknown person is status 2, and nobody else is named" {
    refnet risks $COUNTY --quiet --as-of $AS_OF --handover "Denise"
    assert_status 2
    assert_contains "$stderr" 'nobody in contacts.csv is called "Denise"'
    refute_contains "$stderr" "Okafor"
}

@test "turnover: of the network, a sector, an organisation" {
    folder=$(dataset organizations.csv 'name,id,sector\nElm,elm,health\nOak,oak,housing\n' \
        contacts.csv 'organization,name\nelm,Ana\noak,Ben\n' referrals.csv 'from,to\nelm,oak\n')
    loss() { refnet risks "$folder" --quiet --as-of $AS_OF --format json "$@" && json .expected_ties_lost; }
    assert_equal "$(loss)" 0.51
    assert_equal "$(loss --turnover 0.5)" 0.75
    assert_equal "$(loss --turnover 0 --turnover Health=0.25)" 0.25
    assert_equal "$(loss --turnover 0 --turnover health=0.25 --turnover elm=0.5)" 0.5
    printf 'name,id,sector,turnover\nElm,elm,health,40%%\nOak,oak,housing,lots\n' >"$folder/organizations.csv"
    assert_equal "$(loss --turnover 0)" 0.4
    refnet risks "$folder" --quiet --as-of $AS_OF
    assert_contains "$output" "One cell of the turnover column could not be used"
    for wrong in lots heath=0.2 elm=2 =0.2 elm=; do
        refnet risks "$folder" --turnover "$wrong"
        assert_status 2
    done
}

@test "overload: more referred in the year than there is room for" {
    folder=$(dataset organizations.csv 'name,id,capacity\nElm,elm,5\nOak,oak,6\nAsh,ash,\n' \
        referrals.csv 'from,to,count,date\nash,elm,4,2026-09-01\nash,elm,2,\nash,elm,9,2025-09-30\nash,oak,6,2026-09-30\nash,oak,9,2026-10-01\nelm,ash,99,\n')
    refnet risks "$folder" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '[.organizations[] | select(.flags | index("over_capacity")) | .id] | join(" ")')" elm
    assert_equal "$(json '.organizations[] | select(.id == "ash") | .capacity')" null
    assert_contains "$(json '.organizations[] | select(.id == "elm") | .reason')" \
        "Six referrals to Elm are recorded in the last year or without a date; it lists room for five a year."
    folder=$(dataset organizations.csv 'name,id,capacity\nElm,elm,0.5\nOak,oak,\nAsh,ash,\n' \
        referrals.csv 'from,to,count,date\nash,elm,1,2026-09-01\nelm,oak,9,\n')
    refnet risks "$folder" --quiet --as-of $AS_OF --format json
    assert_contains "$(json '.organizations[] | select(.id == "elm") | .reason')" \
        "One referral to Elm is recorded in the last year; it lists room for 0.5 a year."
    folder=$(dataset organizations.csv 'name,id,capacity\nElm,elm,0\nAsh,ash,\n' \
        referrals.csv 'from,to,count\nash,elm,12\n')
    refnet risks "$folder" --quiet --as-of $AS_OF --format json
    assert_contains "$(json '.organizations[] | select(.id == "elm") | .reason')" \
        "12 referrals to Elm are recorded without a date; it lists room for none a year."
}

@test "one organisation with one contact is no habit of the list; who works with everybody reaches all" {
    three=$(dataset organizations.csv 'id,name\na,Ash\nb,Birch\nc,Cedar\n' referrals.csv 'from,to\na,b\na,c\n' contacts.csv 'organization,name\na,Ana\n')
    refnet risks "$three" --quiet --as-of $AS_OF
    refute_contains "$output" "1 of 1 organisations"
    assert_contains "$output" "News told to Ash reaches the others soonest: everybody else works with it."
}

@test "a list of links without counts does not make each of them one referral" {
    refnet check-ins "$(dataset organizations.csv 'id,name\na,Ash\nb,Birch\n' referrals.csv 'from,to\na,b\n')" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.due[0].reason')" "Ash refers to Birch; no referral back is recorded. A conversation may show what each could send the other."
    refnet check-ins "$(dataset organizations.csv 'id,name\na,Ash\nb,Birch\n' referrals.csv 'from,to,count\na,b,4\n')" --quiet --as-of $AS_OF --format json
    assert_contains "$(json '.due[0].reason')" "Ash refers to Birch (four referrals); "
}

@test "introductions: the running total" {
    refnet risks $COUNTY --quiet --as-of $AS_OF --format json
    assert_equal "$(json '. as $r | [.introductions[].drop] | [foreach .[] as $d ($r.expected_ties_lost; . - $d)]
        | [., [$r.introductions[].expected_ties_lost]] | transpose | map(.[0] - .[1] | fabs < 1e-9) | all')" true
    assert_equal "$(json '[.introductions[].drop > 0] | all')" true
    refnet risks $COUNTY --quiet --as-of $AS_OF
    assert_contains "$output" "Three introductions, of one more contact at"
}

@test "distribution: rising to 1, and p90 is where it passes nine tenths" {
    refnet risks $COUNTY --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.distribution[-1].share')" 1
    assert_equal "$(json '.p90_ties_lost == ([.distribution[] | select(.share >= 0.9)][0].ties_lost)')" true
    assert_equal "$(json '[.distribution[].share] | . == sort')" true
}

@test "mailing list: an address once, those who left and the nameless out, formulas harmless" {
    folder=$(small)
    refnet export "$folder" --to mailing-list --show-people --as-of $AS_OF
    assert_status 0
    assert_equal "$output" "name,organization,email,role
Ana Ruiz,\"Elm \"\"Clinic\"\"; Main, North; =Oak\",ana@elm.example,Director; =cmd
Ben Bo,\"Elm \"\"Clinic\"\"; Main, North\",BEN@elm.example,"
    assert_contains "$stderr" "2 addresses; 1 listed without one"
}

@test "mailing list: asks for --show-people, and takes filters" {
    refnet export $COUNTY --to mailing-list --as-of $AS_OF
    assert_status 2
    assert_contains "$stderr" "--show-people"
    refnet export $COUNTY --to mailing-list --as-of $AS_OF --show-people --sector veterans --quiet
    assert_status 0
    assert_contains "$output" "Veterans"
    refute_contains "$output" "Gerald Vanderlaan"
}

@test "check-ins: a conversation is counted with those who are still there" {
    folder=$(dataset organizations.csv 'name,id,status\nElm,elm,\nOak,oak,\nAsh,ash,closed\n' \
        referrals.csv 'from,to\nelm,oak\nelm,ash\n')
    refnet check-ins "$folder" --quiet --as-of $AS_OF --format markdown
    assert_contains "$output" "| One-way referrals worth a conversation | 1 |"
    assert_contains "$output" "One more referral link is recorded one way, with an organisation that has closed: there is nobody to talk to."
    refnet check-ins "$folder" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '[.one_way_arcs, .conversations] | map(tostring) | join(" ")')" "2 1"
}

# What Bravo, closed, and four others refer, and who is listed there.
closed_one() {
    dataset organizations.csv 'name,status\nAlpha,active\nBravo,closed\nCarl,active\nDelta,\nEcho,\n' \
        referrals.csv 'from,to\nAlpha,Bravo\nBravo,Carl\nCarl,Delta\nBravo,Echo\n' \
        contacts.csv "organization,name\n${1}Carl,Cid\nDelta,Dan\n"
}

@test "closed organisations: their relationships count, but nobody is looked for there" {
    folder=$(closed_one 'Bravo,Bob\n')
    refnet risks "$folder" --quiet --as-of $AS_OF
    assert_contains "$(tr -s ' \n' ' ' <<<"$output")" "Bravo is listed as closed. Its relationships count here as they are recorded, but no contact is looked for there."
    assert_contains "$(tr -s ' \n' ' ' <<<"$output")" "except through Bravo, which is listed as closed. Ask whom they work with now."
    refute_contains "$output" "at Bravo"
    refnet risks "$folder" --handover Cid --quiet --as-of $AS_OF
    assert_contains "$output" "Introduce"
    refute_contains "$output" Bravo
    refnet risks "$folder" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '[.ties_assessed, (.people | length)] | join(" ")')" "2 3"
    assert_equal "$(json '[.introductions[].organization] | unique | join(" ")')" "carl delta"
    refnet risks "$(closed_one '')" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '[.missing_contacts[].organization] | join(" ")')" "alpha echo"
    assert_equal "$(json '[.articulation_organizations[]] | join(" ")')" "bravo carl"
}

@test "risks: nobody is to be told or asked at a closed organisation, which is said to be closed" {
    folder=$(dataset organizations.csv 'name,status\nAlpha,\nBravo,\nZulu,closed\n' \
        referrals.csv 'from,to\nAlpha,Bravo\nZulu,Alpha\n' \
        contacts.csv 'organization,name\nAlpha,Al\nBravo,Bo\nZulu,Zoe\n')
    refnet risks "$folder" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.organizations[] | select(.id == "zulu").reason')" \
        "Zulu is listed as closed. Ask its partners whom they work with now."
    assert_contains "$(json '.people[] | select(.organizations == ["zulu"]).reason')" \
        "no listed contact at Zulu, which is listed as closed. Ask its partners whom they work with now."
    refnet risks "$folder" --handover Zoe --quiet --as-of $AS_OF
    assert_contains "$(tr -s ' \n' ' ' <<<"$output")" \
        "Zulu is listed as closed, so nobody takes over there. Tell contact 1 of 1 at Alpha by "
    refute_contains "$output" "ask who takes over"

    folder=$(dataset organizations.csv 'name,status\nAlpha,\nBravo,\nZulu,closed\n' \
        referrals.csv 'from,to\nAlpha,Zulu\nZulu,Bravo\n' \
        contacts.csv 'organization,name\nAlpha,Al\nBravo,Bo\nZulu,Zoe\n')
    refnet risks "$folder" --quiet --as-of $AS_OF
    said=$(tr -s ' \n' ' ' <<<"$output")
    assert_contains "$said" "Alpha is reached through one organisation only, Zulu, which is listed as closed."
    assert_contains "$said" "contact 1 of 1 at Zulu. That person is listed only at closed organisations: ask their partners"
    assert_contains "$said" "no recorded route (now 0 %). Zulu is listed as closed: ask the partners"
    assert_contains "$said" "News told to Alpha reaches the others soonest"
    refute_contains "$said" "News told to Zulu"
    refute_contains "$said" "would spread them"
}

@test "risks and the report say that rows which surely are one organisation stand apart" {
    folder=$(dataset organizations.csv 'id,name,phone,address,email\na,Bay Food Bank,555-010-1111,12 Elm Street,info@food.example\nb,Bay Food Bank Inc.,555-010-1111,12 Elm St,info@food.example\nc,Ash House,,,\n' \
        referrals.csv 'from,to\na,c\nc,b\n' contacts.csv 'organization,name\na,Al\nb,Bo\nc,Cy\n')
    refnet risks "$folder" --quiet --as-of $AS_OF
    assert_contains "$(tr -s ' \n' ' ' <<<"$output")" "One row that surely repeats another counts as an organisation of its own here: relationships and contacts are split between the two. See refnet duplicates"
    refnet report "$folder" --quiet --as-of $AS_OF --format markdown
    assert_contains "$output" "One row that surely repeats another counts as"
    assert_contains "$output" "may be one organisation (Bay Food Bank and Bay Food Bank Inc.); please confirm"
    sed -i 's/555-010-1111,12 Elm St,info/,,/' "$folder/organizations.csv"
    sed -i 's/Bank Inc./Pantry/' "$folder/organizations.csv"
    refnet risks "$folder" --quiet --as-of $AS_OF
    refute_contains "$output" "repeats"
}

@test "risks: a colleague at a closed organisation takes nothing over" {
    folder=$(dataset organizations.csv 'name,status\nAlpha,\nZulu,closed\n' \
        referrals.csv 'from,to\nZulu,Alpha\n' \
        contacts.csv 'organization,name,succeeded_by\nZulu,Zoe,Zack\nZulu,Zack,\nAlpha,Al,\n')
    refnet risks "$folder" --handover Zoe --quiet --as-of $AS_OF --format json
    assert_equal "$(json -c '[.handover[] | [.partner, .to]]')" '[["alpha",null]]'
    refute_contains "$output" "successor"
}

@test "check-ins: a person with two rows at one organisation is told of once, by the latest date" {
    folder=$(dataset organizations.csv 'name\nElm\nOak\n' contacts.csv \
        'organization,id,name,last_contact,left\nElm,a,Ann,2025-01-01,\nElm,a,Ann,2026-09-20,\nOak,a,Ann,2025-02-01,\nOak,b,Ben,,2026-01-01\nOak,b,Ben,,2026-02-01\nOak,c,Cy,2026-09-25,2026-09-26\nOak,c,Cy,2025-03-01,\n')
    refnet check-ins "$folder" --quiet --as-of $AS_OF --format json
    assert_equal "$(json -c '[.due[] | [.kind, .organization, .due]]')" \
        '[["check_in","oak","2025-05-01"],["successor","oak","2026-02-01"]]'
    assert_equal "$(json -c '[.contacts, .contacts_without_date]')" "[3,0]"
}

@test "who answered by one of two rows is nowhere said to be silent" {
    local data
    data=$(dataset organizations.csv 'name\nAsh\nBirch\n' referrals.csv 'from,to\nAsh,Birch\n' \
        respondents.csv 'organization,answered,date\nBirch,yes,2026-01-01\nBirch,no,2026-02-01\n')
    refnet check-ins "$data" --quiet --as-of "$AS_OF" --list reciprocity
    assert_contains "$output" "no referral back is recorded. A conversation"
    refnet who-else "$data" --ties --quiet --as-of "$AS_OF" --list one_way
    assert_contains "$output" "nothing is recorded back: ask what each"
    refnet report "$data" --organization Ash --quiet --as-of "$AS_OF" --format markdown
    refute_contains "$output" "did not answer"
}

@test "one of several takes a verb in the singular" {
    local data
    data=$(dataset organizations.csv 'name\nA\nB\nC\nD\n' referrals.csv 'from,to\nA,B\nA,C\nB,C\n' \
        contacts.csv 'organization,name,last_contact\nA,Ann,2026-08-01\nB,Bob,\n' \
        respondents.csv 'organization,answered\nA,yes\nB,no\n')
    refnet check-ins "$data" --quiet --as-of "$AS_OF"
    assert_contains "$output" "1 of 2 people listed has no date of last contact"
    refnet report "$data" --quiet --as-of "$AS_OF" --format markdown
    assert_contains "$output" "1 of 2 organisations asked has answered"
    refnet report "$data" --organization B --quiet --as-of "$AS_OF" --format markdown
    assert_contains "$output" "The one person listed there has no date of last contact"
    printf 'from,to\nA,B\nC,A\n' >"$data/referrals.csv"
    cp -r "$data" "$data.new"
    printf 'name\nA\nB\nC\n' >"$data.new/organizations.csv"
    printf 'from,to\nA,B\nA,D\nC,B\n' >"$data/referrals.csv"
    printf 'from,to\nA,B\n' >"$data.new/referrals.csv"
    refnet compare "$data" "$data.new" --quiet --as-of "$AS_OF"
    assert_contains "$output" "Of these, 1 of 2 has an end that is not among the organisations now."
}
