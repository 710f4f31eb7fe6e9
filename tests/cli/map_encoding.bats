#!/usr/bin/env bats
# What colors, shapes, sizes and labels of maps say. SPDX-License-Identifier: GPL-2.0-or-later
load helper

svg() { # DATASET OPTION...
    refnet map "$1" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg" "${@:2}"
    assert_status 0
    svg=$(cat "$BATS_TEST_TMPDIR/map.svg")
}

refused() { # OPTION... : status 2, the message in $stderr
    refnet map "$COUNTY" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/no.svg" "$@"
    assert_status 2
    [ ! -e "$BATS_TEST_TMPDIR/no.svg" ]
}

@test "every facet that help names colours a map, and the legend says which" {
    local facet
    for facet in sector community area coalition partnership role city betweenness capacity; do
        svg "$COUNTY" --color-by "$facet"
        assert_contains "$svg" ">Organisations"
    done
    assert_contains "$svg" "Capacity not known"
    svg "$COUNTY" --color-by none
    refute_contains "$svg" "Organisations by"
}

@test "a value that nothing is called is status 2 with the nearest one that is" {
    refused --color-by secter
    assert_contains "$stderr" 'did you mean "sector"'
    refused --size-by betweeness
    assert_contains "$stderr" 'did you mean "betweenness"'
    refused --size-by sector
    refused --shape-by degree
    refused --label nmae
    assert_contains "$stderr" 'did you mean "name"'
    refused --palette viridi
    refused --palette viridis
    refused --color-by degree --palette set2
    refused --color-by degree --palette blue
    assert_contains "$stderr" 'did you mean "blues"'
}

@test "counts in the legend add up to the organisations, unknown ones in their own entry" {
    local folder
    folder=$(dataset organizations.csv 'name,sector,Colour,Staff\nA,health,North,3\nB,,South,12\nC,food,,\nD,food,North,7\n' \
        referrals.csv 'from,to,count\nA,B,4\nB,A,90\nC,A,1\n')
    svg "$folder"
    assert_contains "$svg" "Sector not known"
    svg "$folder" --color-by colour
    assert_contains "$svg" "Organisations by Colour"
    assert_contains "$svg" "Colour not known"
    svg "$folder" --size-by staff --shape-by sector
    assert_contains "$svg" "Size: Staff"
    assert_contains "$svg" "not known: 1"
    assert_contains "$svg" "Shape: sector"
    svg "$folder" --color-by staff
    assert_contains "$svg" "Staff not known"
    assert_contains "$svg" "both, one of them more"
}

@test "without sectors there is no entry for them" {
    local folder
    folder=$(dataset organizations.csv 'name\nA\nB\nC\n')
    svg "$folder"
    refute_contains "$svg" 'class="legend"'
    svg "$folder" --color-by sector
    assert_contains "$svg" "Sector not known"
}

@test "30 sectors: 16 of their own and the others counted as one" {
    local folder rows='name,sector\n' i
    for i in $(seq 1 30); do rows+="Organisation $i,sector $i\n"; done
    folder=$(dataset organizations.csv "$rows")
    svg "$folder"
    assert_contains "$svg" "Other (14 sectors)"
    assert_equal "$(grep -c '<g class="organization"' <<<"$svg")" 30
}

@test "--label chooses what stands beside a disc, --title, --subtitle and --source around it" {
    svg "$COUNTY" --label id --title "Who refers" --subtitle "A first draft" --source "Survey 2026"
    assert_contains "$svg" ">area-agency-aging<"
    assert_contains "$svg" ">Who refers<"
    assert_contains "$svg" ">A first draft<"
    assert_contains "$svg" "Survey 2026 · refnet"
    svg "$COUNTY" --label none
    refute_contains "$svg" 'class="label"'
    assert_equal "$(grep -c '<g class="organization"' <<<"$svg")" 99
    refute_contains "$svg" "want of room"
    svg "$COUNTY" --subtitle "A first draft" --sector food
    assert_contains "$svg" "A first draft · Only sector food"
}

@test "--grayscale leaves no color" {
    svg "$COUNTY" --grayscale
    assert_equal "$(grep -oE '#[0-9a-f]{6}' <<<"$svg" | grep -vcE '#(..)\1\1')" 0
    svg "$COUNTY" --grayscale --kind gaps
    assert_equal "$(grep -oE '#[0-9a-f]{6}' <<<"$svg" | grep -vcE '#(..)\1\1')" 0
}

@test "geometry: a relationship once, its way back apart, labels clear with every shape" {
    local options
    for options in "--shape-by partnership" "--size-by capacity" "--grayscale --label name"; do
        # shellcheck disable=SC2086
        refnet map "$COUNTY" --quiet --as-of "$AS_OF" --geometry "$BATS_TEST_TMPDIR/g.json" $options
        assert_status 0
        output=$(cat "$BATS_TEST_TMPDIR/g.json")
        assert_equal "$(json '.nodes | length')" 99
        assert_equal "$(json '.edges | length')" 277
        assert_equal "$(json '[.returns[] | select(.two_way | not)] | length')" 0
        # An arrowhead for each referral link, its tip on a rim or within the form's circle.
        assert_equal "$(json '.arrowheads | length')" 373
        assert_equal "$(json '(.nodes | map({(.id): .}) | add) as $n | [.arrowheads[]
            | [$n[.from], $n[.to]] as $ends | . as $tip
            | select([$ends[] | ((.x - $tip.x) * (.x - $tip.x) + (.y - $tip.y) * (.y - $tip.y) | sqrt)
                - .radius] | all(. > 0.6))] | length')" 0
        assert_equal "$(json '[.labels[] as $l | .nodes[] | select(.id != $l.id)
            | ([.x, $l.x, $l.x + $l.width] | sort[1]) as $x | ([.y, $l.y, $l.y + $l.height] | sort[1]) as $y
            | select((.x - $x) * (.x - $x) + (.y - $y) * (.y - $y) < .radius * .radius * 0.98)] | length')" 0
    done
}

@test "--hulls: a ground behind each coalition or community, counted in the legend" {
    svg "$COUNTY" --hulls coalition
    assert_contains "$svg" ">Ground: coalition<"
    assert_contains "$svg" 'class="hull"'
    local folder
    folder=$(dataset organizations.csv 'name,coalitions\nA,One;Two\nB,One\nC,Two\nD,Two\nE,Three\n' \
        referrals.csv 'from,to\nA,B\nA,C\n')
    # One and Two: a tint, an outline and the name each; D stands in the row below.
    svg "$folder" --hulls coalition
    assert_equal "$(grep -c '<polygon class="hull"' <<<"$svg")" 4
    assert_equal "$(grep -c 'class="hull".*>\(One\|Two\)<' <<<"$svg")" 2
    refute_contains "$svg" ">Three<"
    svg "$folder" --hulls sector
    refute_contains "$svg" 'class="hull"'
    refnet map "$folder" --quiet --hulls coaliton -o "$BATS_TEST_TMPDIR/no.svg"
    assert_status 2
    assert_contains "$stderr" 'did you mean "coalition"'
    refused --hulls community --kind overlap
    refused --hulls community --kind gaps
}
