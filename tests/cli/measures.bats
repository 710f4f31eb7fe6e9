#!/usr/bin/env bats
# Measures: options, ranks, intervals, samples; and the figures against networkx and igraph on random
# networks. SPDX-License-Identifier: GPL-2.0-or-later
load helper

measures() { # OPTION...
    refnet measures "$COUNTY" --quiet --as-of "$AS_OF" --format json "$@"
    assert_status 0
}

# PROGRAM OPTION...: on random networks of different sizes
agree() {
    local program=$1 python=python3 folder=$BATS_TEST_TMPDIR/network
    shift
    [ ! -x /usr/bin/python3 ] || python=/usr/bin/python3
    for seed in 1 2 3 5 9 14 17; do
        mkdir -p "$folder"
        "$python" tests/cli/reference.py write "$seed" "$folder"
        "$REFNET" summary "$folder" --quiet --format json "$@" >"$BATS_TEST_TMPDIR/summary"
        "$REFNET" measures "$folder" --quiet --format json "$@" ${weights:-} >"$BATS_TEST_TMPDIR/measures"
        run "$python" tests/cli/reference.py compare "$program" "$folder" "$BATS_TEST_TMPDIR/summary" \
            "$BATS_TEST_TMPDIR/measures" "$@" ${weights:-}
        [ "$status" -ne 77 ] || skip "python3-$program is not installed"
        [ "$status" -eq 0 ] || fail_with "the figures of $program, seed $seed" "$output"
    done
}

@test "every figure is networkx's, directed and not" {
    agree networkx
    agree networkx --undirected
}

@test "every figure is igraph's, directed and not" {
    agree igraph
    agree igraph --undirected
}

@test "with --weights count, too" {
    weights="--weights count"
    agree networkx
    agree igraph
    agree igraph --undirected
}

@test "the output says how it was measured" {
    measures
    assert_equal "$(json '[.weights, .sources, .sampled] | map(tostring) | join(" ")')" "none 99 false"
    measures --weights count
    assert_equal "$(json '.weights')" count
    refnet measures "$COUNTY" --quiet --as-of "$AS_OF" --weights count
    assert_contains "$output" "go by referrals"
}

@test "a rank is one more than those above; equal figures share it" {
    measures --sort coreness
    assert_equal "$(json '[.organizations[] as $o | $o.rank == 1 + ([.organizations[] | select(.coreness > $o.coreness)] | length)] | all')" true
    measures --sort constraint
    assert_equal "$(json '[.organizations[] | select(.constraint == null) | .rank] | unique | tostring')" "[null]"
    measures --sort name
    assert_equal "$(json '[.organizations[].rank] | unique | tostring')" "[null]"
}

@test "tables mark the quarter, and --top limits them" {
    refnet measures "$COUNTY" --quiet --as-of "$AS_OF" --top 3 --sort betweenness
    assert_status 0
    assert_contains "$output" QUARTER
    assert_equal "$(grep -c ' top$' <<<"$output")" 3
    refnet measures "$COUNTY" --quiet --as-of "$AS_OF" --top all
    assert_equal "$(grep -c ' last$' <<<"$output")" "$(measures && json '[.organizations[] | select((.rank - 1) * 4 >= 3 * 99)] | length')"
}

@test "where nobody has a relationship, nobody is told to be at the top" {
    folder=$(dataset organizations.csv 'name\nAsh\nBirch\n')
    refnet measures "$folder" --quiet --as-of "$AS_OF"
    refute_contains "$output" QUARTER
    refute_contains "$output" RANK
    refnet measures "$folder" --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.organizations[].rank]')" "[1,1]"
}

@test "--missing gives each rank an interval, the same for the same seed" {
    measures --sort betweenness --missing 0.1
    local first=$output
    assert_equal "$(json '[.organizations[] | .rank_low <= .rank and .rank <= .rank_high] | all')" true
    assert_equal "$(json '[.organizations[] | .rank_high - .rank_low] | add > 99')" true
    measures --sort betweenness --missing 0.1
    assert_equal "$output" "$first"
    measures --sort betweenness --missing 0.1 --seed 2
    [ "$output" != "$first" ]
    refnet measures "$COUNTY" --quiet --as-of "$AS_OF" --sort betweenness --missing 0.1
    assert_contains "$output" "assuming that 10 % of the relationships are missing"
    [[ $output =~ between\ [0-9]+(st|nd|rd|th)\ and\ [0-9]+(st|nd|rd|th) ]]
}

@test "--missing measures each try exactly where that is no great work, and else says from how many" {
    local folder=$BATS_TEST_TMPDIR/many count said
    mkdir "$folder"
    printf 'from,to\no1,o2\no2,o3\no3,o4\n' >"$folder/referrals.csv"
    while IFS='|' read -r count said; do
        awk -v n="$count" 'BEGIN { print "id,name"; for (i = 1; i <= n; i++) printf "o%d,Organisation %d\n", i, i }' \
            >"$folder/organizations.csv"
        refnet measures "$folder" --quiet --as-of "$AS_OF" --sort harmonic_closeness --missing 0.1 --top 2
        assert_status 0
        assert_contains "${output//$'\n'/ }" "Ranks by harmonic closeness, assuming"
        assert_contains "${output//$'\n'/ }" "each without a random part of them$said."
    done <<'CASES'
900|
4000| and estimated from 2497 organisations
CASES
}

@test "--missing wants a measure it can draw and a share" {
    refnet measures "$COUNTY" --quiet --sort role --missing 0.1
    assert_status 2
    assert_contains "$stderr" "betweenness"
    refnet measures "$COUNTY" --quiet --missing 1.5
    assert_status 2
    refnet measures "$COUNTY" --quiet --missing nan
    assert_status 2
}

@test "--sources samples, and says so with seed and standard error" {
    measures --sources 50 --seed 7
    assert_equal "$(json '[.sources, .sampled, .options.seed] | map(tostring) | join(" ")')" "50 true 7"
    assert_equal "$(json '[.organizations[].betweenness_error | . != null and . >= 0] | all')" true
    refnet measures "$COUNTY" --quiet --as-of "$AS_OF" --sources 50 --seed 7
    assert_contains "${output//$'\n'/ }" \
        "estimated from 50 of 99 organisations, chosen at random (seed 7); JSON and CSV have the standard error of each."
    measures --sources 99
    local exact=$output
    measures
    assert_equal "$(json -c '.organizations')" "$(jq -c .organizations <<<"$exact")"
}

@test "summary: cores, sizes of parts and sectors that mix add up" {
    refnet summary "$COUNTY" --quiet --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json '[.cores[].organizations] | add')" 99
    assert_equal "$(json '.cores[-1].within')" 99
    assert_equal "$(json '[.component_sizes[] | .organizations * .components] | add')" 99
    assert_equal "$(json '.arcs == ([.mixing[].arcs] | add)')" true
    refnet summary "$COUNTY" --quiet --as-of "$AS_OF" --list mixing
    assert_contains "$output" "FROM"
}

@test "communities are the same on one processor as on two" {
    command -v taskset >/dev/null || skip "taskset is not installed"
    measures --top all
    local two=$output
    run taskset -c 0 "$REFNET" measures "$COUNTY" --quiet --as-of "$AS_OF" --format json --top all
    assert_status 0
    [ "$output" = "$two" ]
    refnet summary "$COUNTY" --quiet --as-of "$AS_OF" --format json
    [ "$(jq .community_runs <<<"$output")" = 100 ]
}

@test "show says the role, why, and the ranks" {
    refnet show "$COUNTY" harbor-211 --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '[.role, .degree_rank, .harmonic_closeness_rank] | map(tostring) | join(" ")')" "hub 1 1"
    assert_contains "$(json '.role_reason')" "It has 34 relationships; 98 of 99 organisations have fewer."
    refnet show "$COUNTY" courier --quiet --as-of "$AS_OF"
    assert_contains "$(tr -s ' \n' ' ' <<<"$output")" "may only mean that none"
}

# why ORG: the sentence on its role
why() {
    refnet show --organizations "$folder/organizations.csv" --referrals "$folder/$1.csv" "$2" \
        --quiet --as-of "$AS_OF" --format json
    json '.role_reason'
}

@test "the reason of a role is told with figures that are so" {
    folder=$(dataset organizations.csv 'name\nA\nB\nC\nD\nE\nF\n' \
        whole.csv 'from,to\nA,B\nA,C\nA,D\nB,C\nB,D\nC,D\n' \
        star.csv 'from,to\nA,B\nA,C\nA,D\nB,E\nB,F\nB,C\nB,D\nC,D\nC,E\n')
    assert_equal "$(why whole A)" "It has three relationships; 2 of 6 organisations have fewer."
    assert_equal "$(why star A)" "It refers to three organisations, and nobody refers to it."
}

@test "the manual defines every measure" {
    measures
    refnet help manual
    local manual=$output
    for key in in_degree out_degree in_strength betweenness harmonic_closeness pagerank coreness clustering \
        constraint effective_size reach community articulation role rank_low density dyad_reciprocity \
        transitivity degree_centralization betweenness_centralization degree_assortativity ei_index; do
        assert_contains "$manual" "$key"
    done
}

@test "where only frequencies are known, nobody is shown a count" {
    folder=$(dataset organizations.csv 'name\nA\nB\nC\n' \
        referrals.csv 'from,to,frequency\nA,B,weekly\nB,A,monthly\nB,C,\n')
    refnet measures "$folder" --quiet --as-of "$AS_OF"
    assert_contains "$output" "How many referrals were made is not recorded; JSON and CSV take each row for one."
    refute_contains "$output" SENT
    refnet measures "$folder" --quiet --as-of "$AS_OF" --sort out_strength
    assert_contains "$output" SENT
    refnet show "$folder" B --quiet --as-of "$AS_OF"
    local words
    words=$(tr -s ' ' <<<"$output")
    assert_contains "$words" "Referrals sent not counted"
    assert_contains "$words" $'PARTNER SENDS RECEIVES LINES OF REFERRALS.CSV\nA monthly weekly'
    assert_contains "$words" $'\nC yes no'
    refnet show "$folder" B --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.in_strength, .ties[0].sent]')" "[1,1]"
    refnet report "$folder" --organization B --quiet --as-of "$AS_OF" --format markdown
    assert_contains "$output" "| A |  | monthly | weekly |"
    printf 'from,to,date\nA,B,2026-01-01\nA,B,2026-02-01\n' >"$folder/referrals.csv"
    refnet show "$folder" B --quiet --as-of "$AS_OF"
    assert_contains "$(tr -s ' ' <<<"$output")" "Referrals received 2"
}
