#!/usr/bin/env bats
# The matrix: a cell for each link, names apart on both sides, margins that add up.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper
load map_helper

KIND=matrix

totals() { # their sum in the SVG
    sed -n 's/.*class="total".*>\([0-9]*\)<.*/\1/p' "$1" | awk '{ sum += $1 } END { print sum }'
}

@test "a cell for each referral link, names on both sides, margins that add up" {
    geometry "$COUNTY" --area Northport -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_apart
    assert_equal "$(json '.nodes | length')" 55
    assert_equal "$(json '.labels | length')" 110
    assert_equal "$(json '.edges | length')" 245
    assert_equal "$(totals "$BATS_TEST_TMPDIR/map.svg")" $((2 * 245))
    grep -q 'transform="rotate(-90' "$BATS_TEST_TMPDIR/map.svg"
}

@test "organisations stand in groups, in each by relationships" {
    geometry "$COUNTY" --area Northport
    local drawn
    drawn=$(json '[.nodes | sort_by(.y)[].id] | join(" ")')
    assert_contains "$drawn" \
        "area-agency-aging bayview-adult-day harbor-home-meals harbor-respite memory-care"
}

@test "groups stand beside those they have most links with; of scattered sectors communities are groups" {
    mkdir "$BATS_TEST_TMPDIR/chain"
    # Three sectors in a chain, the one in the middle the smallest.
    printf 'id,name,sector\na,A,east\nb,B,east\nc,C,east\nd,D,west\ne,E,west\nf,F,west\ng,G,mid\nh,H,mid\n' \
        >"$BATS_TEST_TMPDIR/chain/organizations.csv"
    printf 'from,to\na,b\nb,c\nd,e\ne,f\na,g\nb,h\nc,g\nd,g\ne,h\n' \
        >"$BATS_TEST_TMPDIR/chain/referrals.csv"
    geometry "$BATS_TEST_TMPDIR/chain"
    local middle
    middle=$(json '[.nodes | sort_by(.y)[].id] | .[3:5] | sort | join(" ")')
    assert_equal "$middle" "g h"
    geometry "$COUNTY" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    grep -q ">By community<" "$BATS_TEST_TMPDIR/map.svg"
    grep -q "more are not drawn" "$BATS_TEST_TMPDIR/map.svg"
}

@test "more than 60 are numbered, with the key on the page" {
    geometry "$COUNTY" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_apart
    assert_equal "$(json '.edges | length')" 373
    assert_equal "$(json '[.boxes[] | select(.kind == "key")] | length')" 1
    grep -q 'class="key".*>Harbor Respite<' "$BATS_TEST_TMPDIR/map.svg"
}

@test "an undirected network is symmetric; without sectors it goes by community" {
    geometry datasets/indiana-tobacco-dissemination --undirected
    assert_equal "$(json '[.edges[] | [.from, .to] | join(">")] as $e
        | [.edges[] | [.to, .from] | join(">")] - $e | length')" 0
    mkdir "$BATS_TEST_TMPDIR/plain"
    printf 'id,name\na,A\nb,B\nc,C\nd,D\n' >"$BATS_TEST_TMPDIR/plain/organizations.csv"
    printf 'from,to\na,b\nc,d\n' >"$BATS_TEST_TMPDIR/plain/referrals.csv"
    geometry "$BATS_TEST_TMPDIR/plain" -o "$BATS_TEST_TMPDIR/map.svg"
    grep -q "community<" "$BATS_TEST_TMPDIR/map.svg"
}

@test "where nobody refers to anybody that is said in place of blank cells; too many" {
    for names in Alder 'Alder Birch Cedar'; do
        printf 'name\n' >"$BATS_TEST_TMPDIR/organizations.csv"
        printf '%s\n' $names >>"$BATS_TEST_TMPDIR/organizations.csv"
        for size in slide a4; do
            geometry "$BATS_TEST_TMPDIR" --size "$size" -o "$BATS_TEST_TMPDIR/map.svg"
            assert_equal "$(json '.nodes | length')" 0
            grep -q '>No referral links are recorded<' "$BATS_TEST_TMPDIR/map.svg"
            ! grep -q 'Rows refer to columns\|not drawn' "$BATS_TEST_TMPDIR/map.svg"
        done
    done
    mkdir "$BATS_TEST_TMPDIR/many"
    { echo id,name; for ((i = 0; i < 601; i++)); do echo "o$i,Org $i"; done; } \
        >"$BATS_TEST_TMPDIR/many/organizations.csv"
    refnet map "$BATS_TEST_TMPDIR/many" --kind matrix --quiet -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 2
    assert_contains "$stderr" "which holds 600"
}

@test "the same call draws the same bytes, in each format" {
    for format in svg png pdf; do
        for file in a b; do
            "$REFNET" map "$COUNTY" --kind matrix --quiet --as-of "$AS_OF" --dpi 40 \
                -o "$BATS_TEST_TMPDIR/$file.$format"
        done
        cmp "$BATS_TEST_TMPDIR/a.$format" "$BATS_TEST_TMPDIR/b.$format"
    done
}

@test "the number of a row stands beside an Arabic name as beside others, figures have commas" {
    local data="$BATS_TEST_TMPDIR/arabic" mark=$'\u200e' i
    mkdir "$data"
    {
        printf 'id,name\na,مركز خدمات الأسرة\nb,Elm Clinic\n'
        for ((i = 0; i < 30; i++)); do echo "o$i,Org $i"; done
    } >"$data/organizations.csv"
    printf 'from,to,count\na,b,1200\nb,a,3\n' >"$data/referrals.csv"
    geometry "$data" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    grep -q "${mark}مركز خدمات الأسرة${mark}  [12]<" "$BATS_TEST_TMPDIR/map.svg"
    grep -q "Elm Clinic  [12]<" "$BATS_TEST_TMPDIR/map.svg"
    grep -q ">1,200<" "$BATS_TEST_TMPDIR/map.svg"
}

@test "where the key has no room, the matrix keeps the page and the legend stays on it" {
    local size
    for size in slide a4; do
        geometry "$COUNTY" --size "$size"
        assert_equal "$(json '[.boxes[] | select(.x < 0)] | length')" 0
        assert_equal "$(json '.width as $w | [.nodes[].x] | (max - min) > 0.3 * $w')" true
    done
}

@test "a matrix of few fills its slide" {
    local few
    few=$(dataset organizations.csv 'name\nA\nB\nC\nD\nE\n' referrals.csv 'from,to\nA,B\nB,C\nC,A\nD,E\n')
    geometry "$few" --size slide
    assert_on_page_and_apart
    assert_equal "$(json '([.nodes[].y] | max) > 0.7 * .height')" true
}

@test "where nobody counted referrals, neither lines nor cells are told apart by them" {
    local dataset kind expected
    for dataset in indiana-tobacco-contact harbor-county; do
        [ $dataset = harbor-county ] && expected=1 || expected=0
        for kind in network matrix; do
            refnet map datasets/$dataset --kind $kind --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg"
            assert_status 0
            assert_equal "$(grep -cE '>(Line width: referrals|Referrals:)<' "$BATS_TEST_TMPDIR/map.svg")" $expected
        done
    done
}
