#!/usr/bin/env bats
# README shows what refnet really prints. SPDX-License-Identifier: GPL-2.0-or-later
load helper

@test "every console block of README is the real output" {
    [ "$(grep -c '^\$ refnet ' README.md)" -ge 5 ]
    run tests/readme
    assert_status 0
}

@test "every picture of README is there" {
    for picture in $(grep -o 'plots/[a-z0-9-]*\.[a-z]*' README.md); do
        [ -s "$picture" ] || fail_with "$picture" nothing
    done
}
