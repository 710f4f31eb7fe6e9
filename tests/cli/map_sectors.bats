#!/usr/bin/env bats
# Links between sectors: the figures of summary, everything on the page and apart.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper
load map_helper

KIND=sectors

@test "one band for each two sectors with a link, and the figures of summary" {
    geometry "$COUNTY" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_apart
    local edges
    edges=$(json '[.edges[] | [.from, .to] | sort] | length')
    assert_equal "$(json '[.edges[] | [.from, .to] | sort] | unique | length')" "$edges"
    refnet summary "$COUNTY" --quiet --as-of "$AS_OF" --format json
    grep -q "$(json '.ei_index * 100 | round / 100')" "$BATS_TEST_TMPDIR/map.svg"
    grep -q "94 of 373 referral" "$BATS_TEST_TMPDIR/map.svg"
    grep -q '<g class="sector" data-id="aging"><title>aging: 10 organisations' \
        "$BATS_TEST_TMPDIR/map.svg"
    # Names are written as in other legends.
    grep -q '>Aging</text>' "$BATS_TEST_TMPDIR/map.svg"
    grep -q '>Health → Aging</text>' "$BATS_TEST_TMPDIR/map.svg"
}

made() { # FOLDER SECTORS
    mkdir "$1"
    echo 'id,name,sector' >"$1/organizations.csv"
    echo 'from,to,count' >"$1/referrals.csv"
    for ((i = 0; i < $2; i++)); do
        echo "o$i,Org $i,A sector with number $i" >>"$1/organizations.csv"
        echo "p$i,Part $i,A sector with number $i" >>"$1/organizations.csv"
        for ((k = 0; k < $2; k += 3)); do
            echo "o$i,p$k,2" >>"$1/referrals.csv"
        done
    done
    echo 'x,Without,' >>"$1/organizations.csv"
    echo 'x,o0,1' >>"$1/referrals.csv"
}

@test "1 to 40 sectors, past 22 the smallest as one, those without their own" {
    for sectors in 1 2 12 20; do
        made "$BATS_TEST_TMPDIR/s$sectors" "$sectors"
        geometry "$BATS_TEST_TMPDIR/s$sectors" -o "$BATS_TEST_TMPDIR/map.svg"
        assert_on_page_and_apart
        assert_equal "$(json '.nodes | length')" $((sectors + 1))
        grep -q "Sector not known" "$BATS_TEST_TMPDIR/map.svg"
    done
    made "$BATS_TEST_TMPDIR/many" 40
    geometry "$BATS_TEST_TMPDIR/many" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_apart
    assert_equal "$(json '.nodes | length')" 23
    grep -q "Other (19 sectors)" "$BATS_TEST_TMPDIR/map.svg"
}

@test "no links, no sectors, one organisation, an undirected network" {
    mkdir "$BATS_TEST_TMPDIR/one"
    printf 'id,name\na,Alder\n' >"$BATS_TEST_TMPDIR/one/organizations.csv"
    geometry "$BATS_TEST_TMPDIR/one" -o "$BATS_TEST_TMPDIR/map.svg"
    assert_equal "$(json '.edges | length')" 0
    grep -q "No sectors are listed" "$BATS_TEST_TMPDIR/map.svg"
    printf 'id,name,sector\na,Alder,health\n' >"$BATS_TEST_TMPDIR/one/organizations.csv"
    geometry "$BATS_TEST_TMPDIR/one" -o "$BATS_TEST_TMPDIR/map.svg"
    grep -q "No relationships" "$BATS_TEST_TMPDIR/map.svg"
    geometry "$COUNTY" --undirected -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_apart
    grep -q "of 277 relationships" "$BATS_TEST_TMPDIR/map.svg"
}

@test "the same call draws the same bytes; an unknown palette is status 2" {
    for file in a b; do
        "$REFNET" map "$COUNTY" --kind sectors --quiet --as-of "$AS_OF" \
            -o "$BATS_TEST_TMPDIR/$file.svg"
    done
    cmp "$BATS_TEST_TMPDIR/a.svg" "$BATS_TEST_TMPDIR/b.svg"
    refnet map "$COUNTY" --kind sectors --quiet -o "$BATS_TEST_TMPDIR/map.svg" --palette nosuch
    assert_status 2
}

@test "names of 60 letters on slides and paper, on its side and upright" {
    local folder="$BATS_TEST_TMPDIR/long" sectors size
    for sectors in 9 30; do
        rm -rf "$folder"
        made "$folder" "$sectors"
        sed -i 's/A sector with number \([0-9]*\)/\1 of the agencies that coordinate support for families/' \
            "$folder/organizations.csv"
        for size in slide a4 "a4 --portrait" "slide --portrait" a1; do
            # shellcheck disable=SC2086 # a size and a flag
            geometry "$folder" --size $size -o "$BATS_TEST_TMPDIR/map.svg"
            assert_on_page_and_apart
        done
    done
    # The explanations stand below the drawing of an upright page.
    geometry "$COUNTY" --size a4 --portrait -o "$BATS_TEST_TMPDIR/map.svg"
    assert_equal "$(json '([.nodes[].y] | max) as $foot | [.boxes[]
        | select(.kind == "legend" and .y < $foot)] | length')" 0
}

@test "of thirty sectors a slide names as many as it has room for whole" {
    local folder=$BATS_TEST_TMPDIR/thirty
    made "$folder" 30
    sed -i 's/A sector with number/Education and training for region/' "$folder/organizations.csv"
    geometry "$folder" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_apart
    assert_equal "$(grep '<text class="label"' "$BATS_TEST_TMPDIR/map.svg" | grep -c '…')" 0
    grep -q 'Other (' "$BATS_TEST_TMPDIR/map.svg"
}

@test "how many sectors are others stays together where the name is wrapped" {
    geometry datasets/harbor-county --size a4 -o "$BATS_TEST_TMPDIR/map.svg"
    grep -q "> *(4$(printf '\302\240')sectors)<" "$BATS_TEST_TMPDIR/map.svg"
    assert_equal "$(grep '<text class="label"' "$BATS_TEST_TMPDIR/map.svg" | grep -c '>Other (')" 0
}

@test "without relationships nothing explains bands that are not there" {
    local size
    mkdir "$BATS_TEST_TMPDIR/none"
    printf 'id,name,sector\na,Alder,food\nb,Birch,housing\n' >"$BATS_TEST_TMPDIR/none/organizations.csv"
    for size in slide 1280x720; do
        geometry "$BATS_TEST_TMPDIR/none" --size "$size" -o "$BATS_TEST_TMPDIR/map.svg"
        assert_on_page_and_apart
        run -1 grep -E 'Bands|0 of 0' "$BATS_TEST_TMPDIR/map.svg"
    done
}
