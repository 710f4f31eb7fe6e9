#!/usr/bin/env bats
# Usage, help, and the exit status of wrong usage. SPDX-License-Identifier: GPL-2.0-or-later
load helper

commands() {
    "$REFNET" help | sed -n '/^Commands:/,/^$/s/^  \([a-z-]*\) .*/\1/p'
}

@test "no command: help on stdout, status 2" {
    refnet
    assert_status 2
    assert_contains "$output" "Usage: refnet COMMAND"
}

@test "help, --help and -h say the same, status 0" {
    refnet help
    assert_status 0
    local help=$output
    refnet --help
    assert_equal "$output" "$help"
    refnet -h
    assert_equal "$output" "$help"
    [ -z "$stderr" ]
}

@test "--version is the name and a version" {
    refnet --version
    assert_status 0
    [[ $output =~ ^refnet\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
}

@test "every command of help has --help with its question, options and an example" {
    [ "$(commands | wc -l)" -ge 10 ]
    for command in $(commands); do
        refnet "$command" --help
        assert_status 0
        assert_contains "$output" "Usage: refnet $command "
        assert_contains "$output" "--help"
        assert_contains "$output" "Example: refnet $command "
        local by_help=$output
        refnet help "$command"
        assert_equal "$output" "$by_help"
    done
}

@test "every example of help runs" {
    cd "$BATS_TEST_TMPDIR"
    ln -s "$REFNET_ROOT/datasets" datasets
    for command in $(commands); do
        local example
        example=$("$REFNET" "$command" --help | sed -n 's/^Example: refnet //p')
        eval "refnet $example --as-of $AS_OF"
        [ "$status" -le 1 ] || fail_with "status 0 or 1 of $example" "$status $stderr"
    done
}

@test "the manual page has every command and every option" {
    refnet help manual
    assert_status 0
    local manual=$output
    for command in $(commands); do
        assert_contains "$manual" "refnet ${command//-/\\-} "
        for option in $("$REFNET" "$command" --help | grep -o -- '--[a-z][a-z-]*' | sort -u); do
            assert_contains "$manual" "${option//-/\\-}"
        done
    done
}

@test "the manual page is clean troff" {
    command -v man >/dev/null || skip "man is not installed"
    "$REFNET" help manual >"$BATS_TEST_TMPDIR/refnet.1"
    run man --warnings=w -l "$BATS_TEST_TMPDIR/refnet.1"
    assert_status 0
    refute_contains "$output" "warning:"
}

@test "README names every command and every exit status" {
    for command in $(commands); do
        grep -q "refnet $command" README.md || fail_with "refnet $command in README.md" "nothing"
    done
    for code in $("$REFNET" help | sed -n '/^Exit status:/,$s/^  \([0-9]*\) .*/\1/p'); do
        grep -Eq "^\| *$code *\|" README.md || fail_with "status $code in README.md" "nothing"
    done
}

@test "an unknown command is status 2 with a suggestion, stdout empty" {
    refnet gasp "$COUNTY"
    assert_status 2
    assert_contains "$stderr" 'there is no command "gasp"; did you mean "gaps"?'
    refnet who $COUNTY
    assert_contains "$stderr" 'there is no command "who"; did you mean "who-else"?'
    refnet "$COUNTY"
    assert_status 2
    assert_contains "$stderr" '"datasets/harbor-county" is no command; that comes first, as in: refnet summary DATASET'
    [ -z "$output" ]
}

@test "an unknown option is status 2 with a suggestion" {
    refnet gaps "$COUNTY" --formta json
    assert_status 2
    assert_contains "$stderr" "unknown option --formta; did you mean --format?"
    refnet gaps $COUNTY --json
    assert_contains "$stderr" "unknown option --json; did you mean --format json?"
    refnet who-else $COUNTY --everyo
    assert_contains "$stderr" "unknown option --everyo; did you mean --everyone?"
    assert_contains "$stderr" "refnet who-else --help"
}

@test "an abbreviated option is unknown" {
    refnet gaps "$COUNTY" --form json
    assert_status 2
}

@test "too few and too many arguments are status 2" {
    refnet gaps
    assert_status 2
    assert_contains "$stderr" "too few arguments: refnet gaps DATASET"
    refnet gaps "$COUNTY" more
    assert_status 2
    assert_contains "$stderr" "too many arguments"
    refnet path "$COUNTY" a
    assert_status 2
}

@test "bad option values are status 2 and say what is wanted" {
    local -a cases=(
        "gaps|--format|xml|one of table, csv, json, markdown"
        "gaps|--top|0|a whole number of 1 or more, or \"all\""
        "gaps|--top|010x|a whole number"
        "gaps|--as-of|31.02.2026|a date such as 2026-02-14"
        "gaps|--seed|-1|a whole number"
        "gaps|--seed|1e3|a whole number"
        "risks|--turnover|nan|a number from 0 to 1"
        "risks|--turnover|1.5|a number from 0 to 1"
        "risks|--turnover|0x1|a number from 0 to 1"
        "path|--steps|4|a whole number from 1 to 3"
        "map|--dpi|5|a number from 36 to 1200"
        "gaps|--delimiter|pipe|comma, semicolon or tab"
    )
    for case in "${cases[@]}"; do
        IFS='|' read -r command option value wanted <<<"$case"
        local -a more=()
        [ "$command" = path ] && more=(a b)
        refnet "$command" "$COUNTY" "${more[@]}" "$option" "$value"
        assert_status 2
        assert_contains "$stderr" "$wanted"
        [ -z "$output" ]
    done
}

@test "an option given twice is refused, a list option is not" {
    refnet gaps "$COUNTY" --top 3 --top 4
    assert_status 2
    assert_contains "$stderr" "--top is given twice"
    refnet summary "$COUNTY" --sector health --sector faith --as-of "$AS_OF"
    assert_status 0
}

@test "a missing value is status 2" {
    refnet gaps "$COUNTY" --top
    assert_status 2
    assert_contains "$stderr" "--top"
}

@test "options may follow arguments, and -- ends them" {
    refnet gaps --quiet "$COUNTY" --as-of "$AS_OF"
    assert_status 0
    refnet gaps --quiet --as-of "$AS_OF" -- "$COUNTY"
    assert_status 0
}

@test "hostile arguments: bytes that are not UTF-8, control characters, very long words" {
    refnet $'\xff\xfe'
    assert_status 2
    refnet gaps "$COUNTY" --area $'\xff'
    assert_status 2
    refnet show "$COUNTY" $'\e[31mred'
    assert_status 2
    refute_contains "$stderr" $'\e'
    refnet show "$COUNTY" "$(head -c 100000 /dev/zero | tr '\0' x)"
    assert_status 2
    [ "${#stderr}" -lt 2000 ]
}

@test "the locale changes nothing" {
    refnet measures "$COUNTY" --as-of "$AS_OF" --quiet
    local plain=$output
    LC_ALL=C refnet measures "$COUNTY" --as-of "$AS_OF" --quiet
    assert_equal "$output" "$plain"
    LC_ALL=C refnet show "$COUNTY" 'Área' --quiet
    assert_status 2
}

@test "a name that the dataset does not have is status 2, with what was meant" {
    local near='did you mean "Elm Clinic" (elm)?'
    folder=$(dataset organizations.csv 'id,name,sector,services,areas\nelm,Elm Clinic,health,rides,West\noak,Oak House,housing,beds,East\n' \
        contacts.csv 'organization,name\nelm,Ana\n' referrals.csv 'from,to\nelm,oak\n')
    ask() { refnet "$@" --quiet --as-of "$AS_OF"; assert_status 2; }
    ask show "$folder" "Elm Clinc"
    assert_contains "$stderr" "$near"
    ask path "$folder" elm "Elm Clinc"
    assert_contains "$stderr" "$near"
    ask path "$folder" "Elm Clinc" oak
    assert_contains "$stderr" "$near"
    ask who-else "$folder" "Elm Clinc"
    assert_contains "$stderr" "$near"
    ask find "$folder" rides --from "Elm Clinc"
    assert_contains "$stderr" "$near"
    ask risks "$folder" --turnover "Elm Clinc=0.5"
    assert_contains "$stderr" "$near"
    ask show "$folder" "Oak House" --sector health
    assert_contains "$stderr" "not among the organisations that the filters leave"
    ask summary "$folder" --sector helth
    assert_contains "$stderr" 'did you mean "health"?'
    ask find "$folder" ridse
    assert_contains "$stderr" 'did you mean "rides"?'
    ask gaps "$folder" --area Est
    assert_contains "$stderr" 'did you mean "East"?'
}

@test "filters that leave nothing: refused when impossible, else a remark" {
    refnet gaps "$COUNTY" --since 2026-05-01 --until 2026-04-30 --quiet --as-of "$AS_OF"
    assert_status 2
    assert_contains "$stderr" "no day is both since 1 May 2026 and until 30 April 2026"
    refnet summary "$COUNTY" --since 2030-01-01 --quiet --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json .arcs)" 0
    assert_contains "$stderr" "the filters leave no referral; those of this dataset are dated"
    refnet summary "$COUNTY" --min-count 1000000 --quiet --as-of "$AS_OF"
    assert_contains "$stderr" "the filters leave no referral; widen them"
    refnet summary "$COUNTY" --since 2026-01-01 --quiet --as-of "$AS_OF"
    assert_equal "$stderr" ""
    folder=$(dataset organizations.csv 'id,name,partnership\nelm,Elm,formal\noak,Oak,\n' referrals.csv 'from,to\nelm,oak\n')
    refnet measures "$folder" --until 2026-01-01 --quiet --as-of "$AS_OF"
    assert_contains "$stderr" "no referral is dated"
    refnet measures "$folder" --partnership casual --quiet --as-of "$AS_OF"
    assert_status 2
}

@test "what is said of an argument too many, a blank word and a list that is not there" {
    refnet init a b
    assert_status 2
    assert_contains "$stderr" 'too many arguments: refnet init DIR; "b" is one too many (put a name with blanks in quotes)'
    refnet gaps $COUNTY harbor-respite
    assert_status 2
    assert_contains "$stderr" 'in quotes; refnet show DATASET ORG tells about one organisation)'
    local word
    for word in '' ' ' $'\xff'; do
        refnet summary $COUNTY --quiet "--people-term=$word"
        assert_status 2
    done
    refnet summary $COUNTY --quiet --list "$(printf 'x%.0s' {1..5000})"
    assert_status 2
    [ "${#stderr}" -lt 300 ]
}

@test "what many rows have wrong is told once beside a result, and how counts were read" {
    local folder
    folder=$(dataset organizations.csv 'name\nA\nB\n' \
        referrals.csv 'from,to,Jan,Feb\nZed,A,1,1\nZed,B,1,1\nYak,A,1,1\nA,B,1,2\n')
    refnet summary "$folder" --as-of "$AS_OF"
    assert_status 0
    assert_equal "$(grep -c '"Zed"' <<<"$stderr")" 1
    assert_contains "$stderr" '"Yak"'
    assert_contains "$stderr" 'and 1 more; run refnet check to see them all'
    assert_contains "$stderr" 'the count is the sum of 2 columns, "Jan" to "Feb"'
}
