#!/usr/bin/env bats
# Maps for those who hear them, and names that turn.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper
load map_helper

KIND=network

@test "every kind of map can be read aloud: PDF and SVG say in words what they show" {
    local kind
    for kind in network sectors matrix geo gaps gap-map risk overlap communities; do
        refnet map "$COUNTY" --quiet --as-of "$AS_OF" --kind "$kind" -o "$BATS_TEST_TMPDIR/map.pdf"
        assert_status 0
        run python3 "$REFNET_ROOT/tests/cli/check_pdf.py" "$BATS_TEST_TMPDIR/map.pdf"
        assert_status 0
        assert_contains "$output" "99 organisations, "
    done
    refnet map "$COUNTY" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.pdf"
    run python3 "$REFNET_ROOT/tests/cli/check_pdf.py" "$BATS_TEST_TMPDIR/map.pdf"
    assert_contains "$output" "99 organisations, 277 relationships, 373 referral links"
    assert_contains "$output" "Most relationships: Harbor 211 Helpline (34), "
    assert_contains "$output" "Organisations by sector: Aging 10, Civic 8, "
    refnet map "$COUNTY" --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg"
    grep -q '<svg [^>]*role="img" aria-labelledby="title description"' "$BATS_TEST_TMPDIR/map.svg"
    grep -q '^<title id="title">Harbor County</title>$' "$BATS_TEST_TMPDIR/map.svg"
    grep -q '^<desc id="description">Harbor County\. 99 organisations, ' "$BATS_TEST_TMPDIR/map.svg"
}

@test "names around a circle turn outward, and the geometry says how" {
    geometry "$COUNTY" --layout circle
    assert_equal "$(json '[.labels[] | select(.angle != 0)] | length > 90')" true
    assert_equal "$(json '[.labels[] | select(.angle < -90.001 or .angle > 90.001)] | length')" 0
    assert_equal "$(json '[.labels[] | select(.angle == 0 and .length != .width)] | length')" 0
    assert_equal "$(json '[.labels[] | (.angle * 3.141592653589793 / 180) as $a
        | (.length * ($a | cos | fabs) + .thickness * ($a | sin | fabs) - .width | fabs)
        | select(. > 0.5)] | length')" 0
    refnet map "$COUNTY" --quiet --as-of "$AS_OF" --layout circle -o "$BATS_TEST_TMPDIR/map.svg"
    assert_status 0
    grep -q 'transform="rotate(' "$BATS_TEST_TMPDIR/map.svg"
}

@test "counts on maps have their thousands apart, wherever they stand" {
    local dataset=$BATS_TEST_TMPDIR/large kind i
    mkdir "$dataset"
    { echo id,name,latitude,longitude,sector
      for ((i = 0; i < 1300; i++)); do echo "o$i,Org,,,sector-$i"; done
      for ((; i < 2600; i++)); do
          echo "o$i,Org,$((i % 70)).5,$((i % 33 - 90)).25,sector-$((i % 1500))"
      done
    } >"$dataset/organizations.csv"
    { echo from,to,count
      for ((i = 0; i < 1300; i++)); do echo "o$i,o$(((i + 1) % 1300)),$((i * 3000))"; done
    } >"$dataset/referrals.csv"
    for kind in 'geo --size slide' sectors communities risk "change $dataset"; do
        # shellcheck disable=SC2086
        refnet map "$dataset" --kind $kind --quiet --as-of "$AS_OF" -o "$BATS_TEST_TMPDIR/map.svg"
        assert_status 0
        run sed 's/30 September 2026//' "$BATS_TEST_TMPDIR/map.svg"
        assert_equal "$(grep -oE '<(text|title|desc|tspan)[^>]*>([^<]*[^0-9,.<-])?[0-9]{4}[^<]*' <<<"$output")" ''
    done
}
