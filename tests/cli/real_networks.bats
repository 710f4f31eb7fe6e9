#!/usr/bin/env bats
# The real networks' published figures, read from the tables of their READMEs and compared with what
# refnet measures. SPDX-License-Identifier: GPL-2.0-or-later
load helper

# DATASET KEY: the value in the README's row for that key of summary.
published() {
    awk -F'|' -v key="$2" '/^\|/ { name = $4; gsub(/^ +| +$/, "", name); sub(/[ ;(].*/, "", name)
        if (name == key) { gsub(/ /, "", $3); print $3; exit } }' "datasets/$1/README.md"
}

same_figure() {
    awk -v a="$1" -v b="$2" 'BEGIN { d = a - b; exit !(a != "" && b != "" && d < 1e-9 && d > -1e-9) }' ||
        fail_with "$3 $2" "$1"
}

compare_summary() { # DATASET KEY...
    local dataset=$1
    shift
    refnet summary "datasets/$dataset" --quiet --as-of "$AS_OF" --format json
    assert_status 0
    for key in "$@"; do
        same_figure "$(json ".$key")" "$(published "$dataset" "$key")" "$dataset $key"
    done
}

# DATASET OPTION README_COLUMNS KEYS: the node table's columns against those measures, to 1e-6.
compare_measures() {
    local dataset=$1 option=$2 columns=$3 keys=$4
    refnet measures "datasets/$dataset" ${option:+"$option"} --quiet --as-of "$AS_OF" --format json
    assert_status 0
    json --arg keys "$keys" '($keys | split(" ")) as $k | .organizations[]
        | [.id] + [.[$k[]]] | map(tostring) | join(" ")' | sort >"$BATS_TEST_TMPDIR/measured"
    awk -F'|' -v columns="$columns" 'BEGIN { n = split(columns, c, " ") }
        /^\| id \|/ { on = 1; getline; next }
        on && !/^\|/ { exit }
        on { line = $2; for (i = 1; i <= n; i++) line = line " " $c[i]; gsub(/ +/, " ", line)
             sub(/^ /, "", line); sub(/ $/, "", line); print line }' "datasets/$dataset/README.md" |
        sort >"$BATS_TEST_TMPDIR/published"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/published")" -ge 10 ]
    paste -d' ' "$BATS_TEST_TMPDIR/measured" "$BATS_TEST_TMPDIR/published" |
        awk '{ half = NF / 2; for (i = 1; i <= half; i++) { d = $i - $(i + half)
                 if ((i == 1 && $1 != $(1 + half)) || d > 1e-6 || d < -1e-6) { print; bad = 1; break } } }
             END { exit bad }' || fail_with "the figures of $dataset/README.md" "the rows above"
}

@test "Indiana tobacco control: network figures" {
    for network in contact collaboration dissemination; do
        compare_summary "indiana-tobacco-$network" organizations ties tie_density \
            degree_centralization transitivity average_distance diameter reciprocity
    done
}

@test "Indiana tobacco control: degree, betweenness, coreness, constraint of every organisation" {
    for network in contact collaboration dissemination; do
        compare_measures "indiana-tobacco-$network" --undirected "3 4 5 6" \
            "degree betweenness coreness constraint"
    done
}

@test "dissemination is less dense and more centralised than contact and collaboration" {
    local -A density centralization
    for network in contact collaboration dissemination; do
        refnet summary "datasets/indiana-tobacco-$network" --quiet --as-of "$AS_OF" --format json
        density[$network]=$(json '.density * 1000 | round')
        centralization[$network]=$(json '.degree_centralization * 1000 | round')
    done
    assert_equal "${density[contact]} ${density[collaboration]} ${density[dissemination]}" "583 537 343"
    assert_equal "${centralization[contact]} ${centralization[collaboration]} ${centralization[dissemination]}" "453 504 714"
}

@test "dissemination hangs on ITPC, and on its relationship with DOE" {
    refnet risks datasets/indiana-tobacco-dissemination --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '.articulation_organizations[]')" itpc
    assert_equal "$(json '.bridges[] | "\(.from) \(.to)"')" "doe itpc"
}

@test "Cheyenne, directed: network figures" {
    compare_summary cheyenne-search-rescue organizations arcs density reciprocity ties tie_density \
        transitivity degree_centralization average_distance diameter
}

@test "Cheyenne, directed: degrees, betweenness, coreness, constraint of every organisation" {
    compare_measures cheyenne-search-rescue "" "3 4 5 6 7 8" \
        "in_degree out_degree betweenness degree coreness constraint"
}

@test "DHHS from the shared data: published density, and with strong ties only" {
    local data=${REFNET_SHARED:-}/networks
    [ -r "$data/DHHS_edges.csv" ] || skip "there is no shared data folder here"
    local folder=$BATS_TEST_TMPDIR/dhhs
    mkdir "$folder"
    sed 's/"agency"/"sector"/' "$data/DHHS_nodes.csv" >"$folder/organizations.csv"
    awk -F, 'NR == 1 { print "from,to,count"; next } { print $1 "," $2 "," $5; print $2 "," $1 "," $5 }' \
        "$data/DHHS_edges.csv" >"$folder/referrals.csv"
    refnet summary "$folder" --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '[.organizations, .ties, (.tie_density * 1e6 | round)] | join(" ")')" "54 447 312369"
    # The book leaves out who has no strong tie.
    refnet summary "$folder" --min-count 3 --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '(.organizations - .isolates) as $n | 2e7 * .ties / $n / ($n - 1) | round')" 1533688
    refnet measures "$folder" --min-count 3 --quiet --as-of "$AS_OF" --format json
    assert_equal "$(json '[.organizations[].coreness | select(. > 0)] | group_by(.) | map(length) | join(" ")')" "7 6 2 5 2 26"
}
