#!/usr/bin/env bats
# Communities as discs: each named beside its own disc, clear of lines as far as may be.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper
load map_helper

KIND=communities

@test "communities make room for their names between the lines" {
    geometry "$COUNTY" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_all_apart
    assert_equal "$(json '.labels | length')" "$(json '.nodes | length')"
    # All of them, and no line through more than one.
    [ "$(line_hits)" -le "$(json '.nodes | length')" ]
    assert_equal "$(grep -c '<text class="label"' "$BATS_TEST_TMPDIR/map.svg")" 21
    assert_equal "$(grep -c 'class="leader' "$BATS_TEST_TMPDIR/map.svg")" 0
}

@test "a name is cut only where something stands beside it" {
    geometry "$COUNTY" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    assert_on_page_and_all_apart
    grep -qF 'Harbor General Hospital' "$BATS_TEST_TMPDIR/map.svg"
    run grep -F '…' "$BATS_TEST_TMPDIR/map.svg"
    [ "$status" -eq 1 ]
}
