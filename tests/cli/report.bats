#!/usr/bin/env bats
# The report: what is in it, what is not, and how it is written. SPDX-License-Identifier: GPL-2.0-or-later
load helper

# A well-made page, by tests/cli/check_page.py.
assert_page() {
    python3 tests/cli/check_page.py "$1" || fail_with "a well-made page" "$1"
}

report() { # DATASET OPTION...: the report as Markdown in $output
    refnet report "$@" --quiet --as-of "$AS_OF" --format markdown
}

# Names that are markup, cells that break out of quotes, a contact's too.
hostile() {
    dataset organizations.csv 'name,services,areas,sector\n<script>alert(1)</script>,"food & ""x""",Eastside,"a"" onclick=""b"\n"C""><img src=x onerror=1>",transport,<b>West</b>,]]>\n' \
        referrals.csv 'from,to,count\n<script>alert(1)</script>,"C""><img src=x onerror=1>",3\n' \
        contacts.csv "organization,name,last_contact\n<script>alert(1)</script>,<i>Ana</i> 'Ruiz',2026-01-01\n"
}

@test "a page from the sample county: well made, with every section and picture" {
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/r.html"
    assert_page "$BATS_TEST_TMPDIR/r.html"
    assert_equal "$(grep -c '<section id=' "$BATS_TEST_TMPDIR/r.html")" 12
    assert_equal "$(grep -c '<svg role="img"' "$BATS_TEST_TMPDIR/r.html")" 3
    assert_equal "$(grep -c '<script\|https\?://' "$BATS_TEST_TMPDIR/r.html")" 0
}

@test "on a narrow screen captions are read whole, and findings in a table are no narrow column" {
    page=$BATS_TEST_TMPDIR/r.html
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --sections gaps -o "$page"
    narrow=$(sed -n '/@media (max-width:40rem)/p' "$page")
    assert_contains "$narrow" "caption{position:sticky;left:0;max-width:"
    assert_contains "$narrow" "td:not(.count):last-child{min-width:"
    # Every table that scrolls has its findings last.
    grep -q '<th scope="col">Findings</th></tr>' "$page"
}

@test "a table of gaps is as wide as the page; one of many areas keeps its letters and is moved" {
    page=$BATS_TEST_TMPDIR/r.html
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --sections gaps -o "$page"
    assert_equal "$(grep -o '<div class="picture[^>]*>' "$page")" '<div class="picture">'
    data=$(dataset organizations.csv "name,services,areas\nElm,food,$(seq -s ';' -f 'Township %g' 40)\nOak,rent,Township 1\n")
    "$REFNET" report "$data" --quiet --as-of "$AS_OF" --sections gaps -o "$page"
    width=$(sed -n 's/.*<div class="picture large" style="--natural:\([0-9]*\)px" role="region" tabindex="0" aria-label="Services by areas">/\1/p' "$page")
    [ "$width" -gt 2000 ]
    grep -q "viewBox=\"0 0 $width.00 " "$page"
    assert_page "$page"
}

@test "the same bytes again, and without -o on stdout" {
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --sections network,gaps -o "$BATS_TEST_TMPDIR/a.html"
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --sections network,gaps >"$BATS_TEST_TMPDIR/b.html"
    cmp "$BATS_TEST_TMPDIR/a.html" "$BATS_TEST_TMPDIR/b.html"
}

@test "the order of rows changes nothing" {
    folder=$BATS_TEST_TMPDIR/turned
    cp -r $COUNTY "$folder"
    for file in organizations referrals contacts; do
        { head -1 $COUNTY/$file.csv && tail -n +2 $COUNTY/$file.csv | tac; } >"$folder/$file.csv"
    done
    for data in $COUNTY "$folder"; do
        "$REFNET" report "$data" --quiet --as-of "$AS_OF" --title T --sections in-short,gaps,rests,meet \
            -o "$BATS_TEST_TMPDIR/$(basename "$data").html"
    done
    cmp "$BATS_TEST_TMPDIR/harbor-county.html" "$BATS_TEST_TMPDIR/turned.html"
}

@test "in short: what works first, then gaps with most people, each with its section" {
    report $COUNTY --sections in-short
    assert_contains "$output" "1. **What works.** 97 of 99 organisations can reach one another"
    assert_contains "$output" "where about 480 people a year need it"
    assert_contains "$output" "about 1,876 people a year go without"
    report $COUNTY --sections in-short --people-term participants
    assert_contains "$output" "about 1,876 participants a year go without"
}

@test "what is not known stands before the findings it weakens" {
    report $COUNTY
    before=${output%%## Where services*}
    assert_contains "$before" "27 of 99 organisations asked did not answer, and one of them has closed. Ask the others again: Harbor Barbers Guild"
    assert_contains "$before" "10 of 99 organisations list no services"
}

@test "sections are chosen by name, in the report's order; an unknown one is told" {
    report $COUNTY --sections 'agenda, gaps' --sections network
    assert_equal "$(grep '^## ' <<<"$output")" "## Our network
## Where services are missing
## For the next meeting"
    refnet report $COUNTY --sections gap
    assert_status 2
    refnet report $COUNTY --sections ' , '
    assert_status 2
    refnet report $COUNTY --sections gap
    assert_contains "$stderr" 'there is no section "gap"; sections are: in-short, unknown, changes, network'
}

@test "--top says how many findings, all every one" {
    report $COUNTY --sections gaps --top 2
    assert_contains "$output" "The first 2 of 32"
    report $COUNTY --sections gaps --top all
    refute_contains "$output" "The first"
    assert_contains "$output" "32. "
}

@test "--no-maps leaves the pictures out, and nothing else" {
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --no-maps -o "$BATS_TEST_TMPDIR/r.html"
    assert_page "$BATS_TEST_TMPDIR/r.html"
    assert_equal "$(grep -c '<svg' "$BATS_TEST_TMPDIR/r.html")" 0
    assert_equal "$(grep -c '<section id=' "$BATS_TEST_TMPDIR/r.html")" 12
}

@test "hostile names are text: in the page, its title, its pictures" {
    folder=$(hostile)
    "$REFNET" report "$folder" --quiet --as-of "$AS_OF" --show-people --title '"><script>1</script>' \
        -o "$BATS_TEST_TMPDIR/r.html"
    assert_page "$BATS_TEST_TMPDIR/r.html"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/r.html")" "&lt;script&gt;alert(1)&lt;/script&gt;"
    "$REFNET" report "$folder" --quiet --as-of "$AS_OF" --show-people --format markdown -o "$BATS_TEST_TMPDIR/r.md"
    refute_contains "$(cat "$BATS_TEST_TMPDIR/r.md")" "<script"
}

@test "people are named with --show-people only" {
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --top all >"$BATS_TEST_TMPDIR/r.html"
    assert_equal "$(grep -c 'Kofi' "$BATS_TEST_TMPDIR/r.html")" 0
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --top all --show-people >"$BATS_TEST_TMPDIR/r.html"
    grep -q 'Kofi' "$BATS_TEST_TMPDIR/r.html"
    grep -q 'This report names people' "$BATS_TEST_TMPDIR/r.html"
}

@test "no name of any contact, whole, is in a report without --show-people" {
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --top all >"$BATS_TEST_TMPDIR/r.html"
    python3 - "$BATS_TEST_TMPDIR/r.html" <<'PYTHON'
import csv, sys
text = open(sys.argv[1], encoding='utf-8').read()
for row in csv.DictReader(open('datasets/harbor-county/contacts.csv', encoding='utf-8')):
    assert row['name'] not in text and (not row['email'] or row['email'] not in text), row
PYTHON
}

@test "a filter is told, and only what it leaves is in the report" {
    report $COUNTY --sector food
    assert_contains "$output" "Only sector food: 6 of 99 organisations."
    assert_contains "$output" "Six organisations, five relationships and eight contacts are listed."
    assert_contains "$output" "5 of 6 organisations asked have answered"
    assert_contains "$output" "1 of 6 organisations asked did not answer: Mill Creek Food Pantry."
}

@test "what others may offer is not called missing in short, nor a question for the meeting" {
    report $COUNTY --sector food --sections in-short,agenda
    assert_contains "$output" "Among the six organisations that the filters leave, services are missing"
    refute_contains "$output" "**A gap.**"
    refute_contains "$output" "needs on record"
    refute_contains "$output" "Where is help missing?"
}

@test "an area, a service or a group chooses gaps, which are looked for among all" {
    report $COUNTY --area Eastside --sections in-short,gaps
    assert_contains "$output" "51 organisations, 156 relationships"
    assert_contains "$output" "Only gaps in what was chosen are told. Here 99 organisations count"
    assert_contains "$output" "**A gap.** We found no respite care listed in Eastside Township"
    refute_contains "$output" "Lakeshore · "
    refute_contains "$output" "needs on record"
    report $COUNTY --sections gaps
    refute_contains "$output" "organisations count"
}

@test "what changed since an older dataset, with --compare-with only" {
    report "$COUNTY" --compare-with datasets/harbor-county-2025
    assert_status 0
    assert_contains "$output" '**What changed.** Five relationships became two-way since last year'
    assert_contains "$output" '## What changed'
    assert_contains "$output" 'Cedar Adult Day is listed as closed now.'
    [ "$(grep -n 'who answered is not known' <<<"$output" | cut -d: -f1)" -lt \
        "$(grep -n 'relationships are new since' <<<"$output" | cut -d: -f1)" ]
    assert_contains "$output" "Among the organisations in both lists from 90 to 95: more relationships run both ways."
    assert_contains "$output" '### Contacts who left or are no longer listed'
    refute_contains "$output" 'Modularity'
    report "$COUNTY" --compare-with datasets/harbor-county
    assert_contains "$output" 'The two lists say the same: nothing changed.'
    report "$COUNTY" --sections changes
    assert_contains "$output" "give last year's with --compare-with"
    refnet report "$COUNTY" --compare-with nowhere
    assert_status 3
}

@test "miles, where they are asked for" {
    report $COUNTY --sections gaps --units miles
    assert_contains "$output" " miles away"
    refute_contains "$output" " km"
}

@test "without referrals, contacts and needs each section says what to fill in" {
    report "$(dataset organizations.csv 'name\nA\nB\nC\n')"
    assert_status 0
    for file in referrals.csv contacts.csv needs.csv respondents.csv; do
        assert_contains "$output" "Fill $file"
    done
    assert_contains "$output" "The sheets don't say enough yet for findings"
    refute_contains "$output" "nan"
    "$REFNET" report "$(dataset organizations.csv 'name\nA\n')" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/r.html"
    assert_page "$BATS_TEST_TMPDIR/r.html"
}

@test "referrals alone, a directory alone: pages without a stupid word" {
    for data in datasets/cheyenne-search-rescue datasets/indiana-tobacco-contact; do
        "$REFNET" report "$data" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/r.html"
        assert_page "$BATS_TEST_TMPDIR/r.html"
        for word in '>nan' '>inf<' '(null)' ' no no ' '\.\.<'; do
            ! grep -q -- "$word" "$BATS_TEST_TMPDIR/r.html" || fail_with "no $word" "$data"
        done
    done
}

@test "what is not known yet names the sheets to fill" {
    refnet report datasets/cheyenne-search-rescue --sections unknown --format markdown --quiet --as-of $AS_OF
    assert_contains "$output" "Nobody has recorded how many people need which service. Fill needs.csv"
    assert_contains "$output" "No contacts are listed. Fill contacts.csv"
    assert_contains "$output" "- No organisation lists services, so nothing can be said of what is missing where."
    refute_contains "$output" "lists no areas"
    refute_contains "$output" "list no areas"
}

@test "no picture of what rests on whom where all discs would look the same" {
    pictures() { # FOLDER
        "$REFNET" report "$1" --quiet --as-of "$AS_OF" --sections rests -o "$BATS_TEST_TMPDIR/r.html"
        grep -c '<svg role="img"' "$BATS_TEST_TMPDIR/r.html" || true
    }
    folder=$(dataset organizations.csv 'name\nAsh\nBirch\nCedar\n' \
        referrals.csv 'from,to\nAsh,Birch\nBirch,Cedar\nCedar,Ash\n')
    assert_equal "$(pictures "$folder")" 0
    printf 'organization,name\nAsh,Ann\n' >"$folder/contacts.csv"
    assert_equal "$(pictures "$folder")" 1
    rm "$folder/contacts.csv"
    printf 'from,to\nAsh,Birch\nBirch,Cedar\n' >"$folder/referrals.csv"
    assert_equal "$(pictures "$folder")" 1
}

@test "contacts who left are told beside those listed" {
    report $COUNTY --sections words
    assert_contains "$output" "167 contacts are listed; five of the contacts have left."
    report $COUNTY --sections words --organization "Legal Aid"
    assert_contains "$output" "three contacts are listed; one of the contacts has left."
}

@test "of the calls of a quarter those due already are told" {
    folder=$(dataset organizations.csv 'name\nAsh\nBirch\n' \
        contacts.csv 'organization,name,last_contact\nAsh,Ann,2026-01-01\nBirch,Bo,2026-09-01\n')
    report "$folder" --sections due
    assert_contains "$output" "Two check-ins (one of them due already) are due by 30 December 2026"
    printf 'organization,name,last_contact\nAsh,Ann,2026-01-01\n' >"$folder/contacts.csv"
    report "$folder" --sections due
    assert_contains "$output" "One check-in (due already) is due by 30 December 2026"
    printf 'organization,name,last_contact\nAsh,Ann,2026-09-01\n' >"$folder/contacts.csv"
    report "$folder" --sections due
    assert_contains "$output" "One check-in is due by 30 December 2026"
}

@test "funding that ends is told where no relationship is recorded" {
    folder=$(dataset organizations.csv 'name,funding_end\nAsh,2026-12-31\nBirch,\n')
    report "$folder" --sections rests
    assert_contains "$output" "No relationships are recorded, so nothing can be said of what rests on whom."
    assert_contains "$output" "1. **Ash** Funding of Ash is listed to 31 December 2026."
}

@test "nobody is sent to ask an organisation that has closed" {
    refnet report "$(dataset organizations.csv 'id,name,status\na,Ash,closed\nb,Birch,\nc,Cedar,\n' referrals.csv 'from,to\nc,a\n' respondents.csv 'organization,answered\na,no\nb,no\nc,yes\n')" --sections agenda --format markdown --quiet --as-of $AS_OF
    assert_contains "$output" "Who asks Birch for the answers still missing?"
}

@test "a filter that leaves nobody makes a report that says so" {
    folder=$(dataset organizations.csv 'name,sector\nA,food\nB,health\n' referrals.csv 'from,to,date\nA,B,2020-01-01\n')
    refnet report "$folder" --quiet --as-of "$AS_OF" --sector food --largest-component -o "$BATS_TEST_TMPDIR/r.html"
    assert_status 0
    assert_page "$BATS_TEST_TMPDIR/r.html"
}

@test "the format is told by the extension or --format; csv and json make no report" {
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --sections agenda -o "$BATS_TEST_TMPDIR/r.MD"
    assert_equal "$(head -1 "$BATS_TEST_TMPDIR/r.MD")" "# Harbor County"
    refnet report $COUNTY -o "$BATS_TEST_TMPDIR/r.docx"
    assert_status 2
    assert_contains "$stderr" "does not say what report to write"
    [ ! -e "$BATS_TEST_TMPDIR/r.docx" ]
    for format in csv json table; do
        refnet report $COUNTY --format $format
        assert_status 2
    done
}

@test "a file appears whole or not at all" {
    echo old >"$BATS_TEST_TMPDIR/r.html"
    refnet report $COUNTY --quiet --as-of "$AS_OF" --turnover 7 -o "$BATS_TEST_TMPDIR/r.html"
    assert_status 2
    assert_equal "$(cat "$BATS_TEST_TMPDIR/r.html")" old
    refnet report $COUNTY --quiet --as-of "$AS_OF" --no-maps -o "$BATS_TEST_TMPDIR/none/r.html"
    assert_status 4
    [ ! -e "$BATS_TEST_TMPDIR/none" ]
    refnet report $COUNTY --quiet --as-of "$AS_OF" --no-maps -o /dev/full --format html
    assert_status 4
}

# ---- PDF ----------------------------------------------------------------------------------------

# How many times the pattern stands in a file of any bytes.
count_in() { # PATTERN FILE
    grep -ac -- "$1" "$2"
}

@test "pages to print: upright A4, maps on their sides, letter when asked for" {
    pdf=$BATS_TEST_TMPDIR/r.pdf
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --sections in-short,network,gaps,words -o "$pdf"
    [ "$(head -c 5 "$pdf")" = "%PDF-" ]
    count_in 'MediaBox \[ 0 0 595.2' "$pdf"
    count_in 'MediaBox \[ 0 0 841.8' "$pdf"
    count_in '/Outlines' "$pdf"
    count_in '/StructTreeRoot' "$pdf"
    count_in '20260930' "$pdf"
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --sections in-short,words --size letter -o "$pdf"
    count_in 'MediaBox \[ 0 0 612 792' "$pdf"
    assert_equal "$(count_in 'MediaBox \[ 0 0 595' "$pdf")" 0
}

@test "a PDF has the same bytes again" {
    for name in a b; do
        "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --sections in-short,network -o "$BATS_TEST_TMPDIR/$name.pdf"
    done
    cmp "$BATS_TEST_TMPDIR/a.pdf" "$BATS_TEST_TMPDIR/b.pdf"
}

@test "a PDF can be read aloud: tagged, in a language, with words for each picture" {
    "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --sections in-short,network,rests,words -o "$BATS_TEST_TMPDIR/r.pdf"
    run python3 tests/cli/check_pdf.py "$BATS_TEST_TMPDIR/r.pdf"
    assert_equal "$status" 0
    assert_equal "$(cut -c1-40 <<<"$output" | paste -sd '|')" \
        "A map of 99 organisations and 277 relati|A map of the network. The lists below na"
    "$REFNET" report "$(hostile)" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/h.pdf"
    python3 tests/cli/check_pdf.py "$BATS_TEST_TMPDIR/h.pdf"
}

@test "PDFs of hostile names and of next to nothing" {
    "$REFNET" report "$(hostile)" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/h.pdf"
    one=$(dataset organizations.csv 'name\nElm Clinic\n')
    "$REFNET" report "$one" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/one.pdf"
    [ "$(tail -c 6 "$BATS_TEST_TMPDIR/one.pdf")" = "%%EOF" ]
}

@test "a full disk leaves an error and no PDF" {
    [ -e /dev/full ] || skip "no /dev/full here"
    run "$REFNET" report $COUNTY --quiet --as-of "$AS_OF" --no-maps --format pdf -o /dev/full
    assert_equal "$status" 4
    assert_contains "$output" "No space left"
}

@test "--size is for PDF" {
    run "$REFNET" report $COUNTY --quiet --size letter -o "$BATS_TEST_TMPDIR/r.html"
    assert_equal "$status" 2
    assert_contains "$output" "--size is that of the pages of a PDF"
    run "$REFNET" report $COUNTY --quiet --size a44 -o "$BATS_TEST_TMPDIR/r.pdf"
    assert_equal "$status" 2
    assert_contains "$output" 'did you mean "a4"'
}

@test "a provider whose distance is unknown is not called the nearest" {
    local folder
    folder=$(dataset organizations.csv 'name,services,areas\nA,food,Bay\nB,rides,Hill\n' referrals.csv 'from,to\nA,B\n')
    refnet report "$folder" -o "$BATS_TEST_TMPDIR/r.md" --as-of "$AS_OF"
    assert_status 0
    assert_contains "$(cat "$BATS_TEST_TMPDIR/r.md")" 'ask A, which is listed elsewhere, whom it could take'
    refute_contains "$(cat "$BATS_TEST_TMPDIR/r.md")" 'nearest listed provider'
}

@test "a provider without areas may be there already; one of few is told in the singular" {
    local folder text
    folder=$(dataset organizations.csv 'name,services,areas\nEMS,ambulance,\nB,rides,Hill\nC,rides,Hill\n' \
        referrals.csv 'from,to\nB,C\n')
    refnet report "$folder" -o "$BATS_TEST_TMPDIR/r.md" --as-of "$AS_OF"
    assert_status 0
    text=$(cat "$BATS_TEST_TMPDIR/r.md")
    assert_contains "$text" 'ask whether EMS, for which no areas are listed, offers it there.'
    assert_contains "$text" '1 of 3 organisations lists no areas, so it counts in none. Ask where it works.'
}

@test "whom partners named is told in short where nobody is suggested; few who reach one another are no strength" {
    local folder text
    folder=$(dataset organizations.csv 'name\nA\nB\nC\nD\n' referrals.csv 'from,to\nA,B\n' \
        nominations.csv 'nominated,named_by\nLibrary,A\n')
    refnet report "$folder" -o "$BATS_TEST_TMPDIR/r.md" --as-of "$AS_OF"
    assert_status 0
    text=$(cat "$BATS_TEST_TMPDIR/r.md")
    assert_contains "$text" '1. **To meet.** Partners named, in nominations.csv, some who are not in the data yet: Library.'
    assert_contains "$text" '> Partners named, in nominations.csv'
    refute_contains "$text" 'What works.'
}

@test "of an only link that has closed the advice is a route that is open" {
    local folder
    folder=$(dataset organizations.csv 'name,status\nHub,closed\nEast,\nWest,\nNorth,\n' \
        referrals.csv 'from,to\nHub,East\nWest,Hub\nNorth,Hub\n')
    refnet report "$folder" --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/closed.md"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/closed.md")" "only through Hub, which is listed as closed; a relationship elsewhere would give them one that is open."
}

@test "an organisation that has closed needs no second route" {
    local folder
    folder=$(dataset organizations.csv 'name,status\nHub,\nEast,closed\nWest,\nNorth,\nFar,\n' \
        referrals.csv 'from,to\nHub,East\nWest,Hub\nNorth,Hub\nNorth,West\nFar,West\n')
    refnet report "$folder" --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/closed.md"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/closed.md")" "**An only link.** Far has a recorded route"
}

@test "where no referrals are listed, nobody is said to be out of touch in the questions for a meeting" {
    folder=$BATS_TEST_TMPDIR/untied
    mkdir "$folder"
    printf 'name,services,areas\nAsh,food,East\nBirch,food,East\n' >"$folder/organizations.csv"
    refnet report "$folder" --quiet --as-of $AS_OF --format markdown
    refute_contains "$output" "Contacts go by number"
    assert_contains "$output" "Ash and Birch list the same services in the same areas: do they meet, and would they agree who serves whom?"
    printf 'from,to\nAsh,Cedar\n' >"$folder/referrals.csv"
    printf 'Cedar,,\n' >>"$folder/organizations.csv"
    refnet report "$folder" --quiet --as-of $AS_OF --format markdown
    assert_contains "$output" "and are not in touch, as far as recorded: would they agree who serves whom?"
}

@test "of what is all or nothing the report says so in plain words" {
    refnet report datasets/indiana-tobacco-contact --quiet --as-of "$AS_OF" --format markdown
    assert_contains "$output" "and in all 175 relationships referrals go both ways."
    assert_contains "$output" "### Relationships that could be made"
    assert_contains "$output" "No organisation is an only link, as far as our data tell."
    refnet report datasets/harbor-county --quiet --as-of "$AS_OF" --format markdown
    assert_contains "$output" "in 96 of 277 relationships referrals go both ways."
    assert_contains "$output" "### Relationships that members could make, or help to make"
    local folder
    folder=$(dataset organizations.csv 'name,services\nAsh,food\nBirch,food\n' \
        contacts.csv 'organization,name\nAsh,Ann Lee\n')
    refnet report "$folder" --quiet --as-of "$AS_OF" --format markdown
    assert_contains "$output" "- Both organisations list no areas"
    assert_contains "$output" "- The one person listed has no date of last contact"
    assert_contains "$output" "No areas are listed, so we can't say who offers the same service in the same area."
}
