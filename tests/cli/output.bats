#!/usr/bin/env bats
# Where results go, and what happens when they can't. SPDX-License-Identifier: GPL-2.0-or-later
load helper

results() {
    "$REFNET" "$@" --quiet --as-of "$AS_OF"
}

@test "results go to stdout, messages to stderr" {
    refnet summary "$COUNTY" --as-of "$AS_OF"
    assert_status 0
    assert_contains "$stderr" "rows read ="
    refute_contains "$output" "rows read ="
}

@test "--quiet says nothing about the rows" {
    refnet summary "$COUNTY" --as-of "$AS_OF" --quiet
    assert_status 0
    [ -z "$stderr" ]
}

@test "-o writes the same bytes as stdout, and nothing to stdout" {
    local file=$BATS_TEST_TMPDIR/gaps.json
    results gaps "$COUNTY" --format json >"$BATS_TEST_TMPDIR/expected"
    refnet gaps "$COUNTY" --format json --quiet --as-of "$AS_OF" -o "$file"
    assert_status 0
    [ -z "$output" ]
    cmp "$file" "$BATS_TEST_TMPDIR/expected"
}

@test "-o keeps a file's mode, follows a link, and leaves no temporary" {
    local folder=$BATS_TEST_TMPDIR/out
    mkdir "$folder"
    touch "$folder/real"
    chmod 640 "$folder/real"
    ln -s real "$folder/link"
    results summary "$COUNTY" -o "$folder/link"
    [ -L "$folder/link" ]
    [ "$(stat -c %a "$folder/real")" = 640 ]
    [ -s "$folder/real" ]
    [ "$(ls -A "$folder" | wc -l)" -eq 2 ]
}

@test "-o to a folder that does not exist is status 4 and writes nothing" {
    refnet summary "$COUNTY" --quiet -o "$BATS_TEST_TMPDIR/none/file"
    assert_status 4
    assert_contains "$stderr" "refnet: "
    [ ! -e "$BATS_TEST_TMPDIR/none" ]
}

@test "a full disk is status 4" {
    [ -w /dev/full ] || skip "there is no /dev/full"
    run --separate-stderr bash -c '"$REFNET" summary "$1" --quiet >/dev/full' _ "$COUNTY"
    assert_status 4
    assert_contains "$stderr" "standard output"
    refnet map "$COUNTY" --quiet -o /dev/full
    assert_status 2
}

@test "a failing run leaves an older file as it was" {
    local file=$BATS_TEST_TMPDIR/kept.csv
    echo old >"$file"
    refnet summary "$BATS_TEST_TMPDIR/nothing-here" -o "$file"
    assert_status 3
    assert_equal "$(cat "$file")" old
}

@test "a closed pipe is status 141 without a word" {
    run --separate-stderr bash -c '
        "$REFNET" measures "$1" --top all --quiet --format json | true
        exit "${PIPESTATUS[0]}"' _ "$COUNTY"
    # The result may fit the pipe before its reader goes.
    [ "$status" -eq 141 ] || [ "$status" -eq 0 ]
    [ -z "$stderr" ]
}

@test "Ctrl-C is status 130, termination 143, and neither leaves a file" {
    local folder=$BATS_TEST_TMPDIR/interrupted
    mkdir "$folder"
    # The reader waits at the FIFO until somebody writes, which nobody does.
    mkfifo "$folder/organizations.csv"
    for signal in INT:130 TERM:143; do
        # A shell starts background jobs with SIGINT ignored, and refnet leaves it so.
        env --default-signal=INT "$REFNET" summary "$folder" -o "$folder/out" 3>&- &
        local process=$! code=0
        sleep 0.3
        kill "-${signal%:*}" "$process"
        wait "$process" || code=$?
        [ "$code" -eq "${signal#*:}" ] || fail_with "status ${signal#*:}" "$code"
        [ "$(ls -A "$folder")" = organizations.csv ]
    done
}

@test "every command gives json, csv, markdown and a table" {
    for call in "check" "summary" "measures" "gaps" "duplicates" "risks" "show|harbor-respite" \
        "who-else|harbor-respite" "path|harbor-respite|ride-together"; do
        IFS='|' read -r command first second <<<"$call"
        for format in json csv markdown table; do
            refnet "$command" "$COUNTY" ${first:+"$first"} ${second:+"$second"} --quiet \
                --format "$format" --as-of "$AS_OF"
            [ "$status" -le 1 ] || fail_with "status 0 or 1 of $command $format" "$status $stderr"
            [ -n "$output" ]
            case $format in
                json) assert_equal "$(json '.command, .schema, .as_of')" \
                    "$command"$'\n1\n'"$AS_OF" ;;
            esac
        done
    done
}

@test "json has the envelope of every command" {
    refnet gaps "$COUNTY" --quiet --format json --as-of "$AS_OF" --top 3 --sector health
    assert_status 0
    assert_equal "$(json '.dataset | keys_unsorted | join(" ")')" \
        "path organizations referral_rows arcs ties contacts response_rate left_out left_out_unknown"
    assert_equal "$(json '.filters.sector[0], .options.top, .options.seed, .options.undirected')" \
        $'health\n3\n1\nfalse'
    assert_equal "$(json '.cells | length')" 3
}

@test "json counts whom the filters leave out, and of how many that is not known" {
    refnet summary "$COUNTY" --quiet --format json --as-of "$AS_OF" --service "respite care"
    assert_status 0
    assert_equal "$(json '.organizations + .dataset.left_out == .dataset.organizations')" true
    assert_equal "$(json '.dataset.left_out_unknown')" 10 # README: so many list no services
    refnet summary "$COUNTY" --quiet --format json --as-of "$AS_OF"
    assert_equal "$(json '.dataset.left_out, .dataset.left_out_unknown')" $'0\n0'
}

@test "--list chooses a list, and an unknown one is named" {
    refnet risks "$COUNTY" --quiet --as-of "$AS_OF" --format csv --list bridges
    assert_status 0
    assert_equal "${lines[0]}" "from,to"
    refnet risks "$COUNTY" --quiet --as-of "$AS_OF" --list nothing
    assert_status 2
    assert_contains "$stderr" "lists are: organizations, people, "
    refnet risks "$COUNTY" --quiet --as-of "$AS_OF" --format json --list bridges
    assert_equal "$(json -c '[has("bridges", "ties", "people", "turnover")]')" "[true,true,true,true]"
    refnet check-ins "$COUNTY" --quiet --as-of "$AS_OF" --format json --list check_ins
    assert_equal "$(json -c '[has("check_ins", "due")]')" "[false,true]"
}

@test "--fail-on turns findings into status 1" {
    refnet gaps "$COUNTY" --quiet --as-of "$AS_OF" --fail-on 1
    assert_status 1
    [ -n "$output" ]
    refnet gaps "$COUNTY" --quiet --as-of "$AS_OF" --fail-on 100000
    assert_status 0
}

@test "names of people appear only with --show-people, in every format" {
    local names
    names=$(tail -n +2 "$COUNTY/contacts.csv" | cut -d, -f2 | sort -u)
    for command in check summary measures gaps duplicates risks; do
        for format in table csv json markdown; do
            results "$command" "$COUNTY" --format "$format" || true
        done
    done >"$BATS_TEST_TMPDIR/all"
    for format in table csv json markdown; do
        results show "$COUNTY" harbor-respite --format "$format"
        results who-else "$COUNTY" harbor-respite --format "$format"
        results path "$COUNTY" harbor-respite ride-together --format "$format"
        "$REFNET" summary "$COUNTY" 2>&1
    done >>"$BATS_TEST_TMPDIR/all"
    run grep -F -o -f <(printf '%s\n' "$names") "$BATS_TEST_TMPDIR/all"
    [ "$status" -eq 1 ] || fail_with "no name of a contact" "$(head -3 <<<"$output")"
    refnet risks "$COUNTY" --quiet --as-of "$AS_OF" --show-people --list people
    run grep -F -q -f <(printf '%s\n' "$names") <<<"$output"
    assert_status 0
}

@test "the same call gives the same bytes" {
    for command in summary measures gaps duplicates risks; do
        results "$command" "$COUNTY" --format json >"$BATS_TEST_TMPDIR/a"
        results "$command" "$COUNTY" --format json >"$BATS_TEST_TMPDIR/b"
        cmp "$BATS_TEST_TMPDIR/a" "$BATS_TEST_TMPDIR/b"
    done
}

@test "SOURCE_DATE_EPOCH is the date where --as-of is not given" {
    SOURCE_DATE_EPOCH=1790726400 refnet summary "$COUNTY" --quiet --format json
    assert_equal "$(json .as_of)" 2026-09-30
}

@test "a contact's name in a note, a parent's cell or a quoted cell stays withheld, too" {
    local folder
    folder=$(dataset organizations.csv 'id,name,parent,email\naa,Alpha,Jane Director,jane@a.example\nbb,Beta,,\ncc,Gamma,,\n' \
        contacts.csv 'organization,name,email\naa,Jane Director,jane@a.example\n' \
        referrals.csv 'from,to\naa,cc\nJane Director,cc\n' \
        nominations.csv 'nominated,named_by\nBeta,Jane Director\n' \
        meetings.csv 'organization,date,people,next_step\nbb,2026-05-01,Jane Director,Call Jane Director today\n')
    for call in check "show aa" "who-else aa" summary risks gaps; do
        # shellcheck disable=SC2086 # a command and its argument
        set -- $call
        for format in table json csv markdown; do
            "$REFNET" "$1" "$folder" ${2:+"$2"} --as-of "$AS_OF" --format "$format" 2>&1 || true
        done
    done >"$BATS_TEST_TMPDIR/told"
    for format in graphml gexf dot json; do
        "$REFNET" export "$folder" --to "$format" --as-of "$AS_OF" 2>&1
    done >>"$BATS_TEST_TMPDIR/told"
    run grep -ic jane "$BATS_TEST_TMPDIR/told"
    assert_equal "$output" 0
}

@test "thousands are parted in what people read, wherever it is told" {
    local folder=$BATS_TEST_TMPDIR/many
    mkdir "$folder"
    { echo id,name,sector,services,areas; seq 1001 | sed 's/.*/o&,Org &,health,s&,East/'; } >"$folder/organizations.csv"
    { echo from,to,service,count,completed; seq 1200 | sed 's/.*/o1,o2,s2,1,0/'; } >"$folder/referrals.csv"
    assert_contains "$(results gaps "$folder")" "10 of 1,001 shown; --top 50"
    assert_contains "$(results gaps "$folder" | tr '\n' ' ' | tr -s ' ')" "one provider: 1,001"
    assert_contains "$(results gaps "$folder" --status failing | tr '\n' ' ' | tr -s ' ')" "Of 1,200 referrals for s2 in East with a known outcome, 1,200 were not filled: over 99 %, allowing for chance."
    assert_contains "$(results find "$folder" s2 --area East | tr '\n' ' ' | tr -s ' ')" "1,200 of 1,200 referrals with a known outcome were not filled"
    assert_contains "$(results show "$folder" o1)" "Referrals sent                  1,200"
    assert_contains "$(results compare "$folder" "$folder" | tr -s ' ')" "Organisations 1,001 1,001"
    assert_contains "$(results import flat "$folder/organizations.csv" -o "$folder/made" | tr '\n' ' ')" "1,001 rows read = 1,001 used"
    assert_contains "$("$REFNET" summary "$folder" --as-of "$AS_OF" 2>&1 >/dev/null)" "many: 2,201 rows read = 2,201 kept + 0 merged + 0 rejected"
    assert_contains "$(results summary "$folder" --sector health)" "Only sector health: 1,001 of 1,001 organisations."
    # Where all are of one sector, there is nothing to compare with chance.
    refute_contains "$(results summary "$folder")" "drawn at random"
}
