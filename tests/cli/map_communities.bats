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

# How many figures stand where two lines or more run.
doubtful_figures() { # FILE.svg
    python3 - "$1" <<'PYTHON'
import re, sys
svg = open(sys.argv[1], encoding="utf-8").read()
number = r'="([\d.]+)"'
lines = re.findall(f'<line class="edge" x1{number} y1{number} x2{number} y2{number}', svg)
doubtful = 0
for x, y, size, length in re.findall(
        f'<text class="figure" x{number} y{number} font-size{number}[^>]*textLength{number}', svg):
    at = complex(float(x) + float(length) / 2, float(y) - float(size) * .36)
    beneath = 0
    for x1, y1, x2, y2 in (map(float, line) for line in lines):
        start, way = complex(x1, y1), complex(x2 - x1, y2 - y1)
        share = min(max(((at - start) * way.conjugate()).real / abs(way) ** 2, 0), 1)
        beneath += abs(at - start - share * way) < float(size) / 2
    doubtful += beneath > 1
print(doubtful)
PYTHON
}

@test "the figure of a line stands where no other crosses it, wherever there is such a place" {
    geometry "$COUNTY" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    [ "$(grep -c '<text class="figure"' "$BATS_TEST_TMPDIR/map.svg")" -ge 15 ]
    [ "$(doubtful_figures "$BATS_TEST_TMPDIR/map.svg")" -le 2 ]
}

@test "where every community is too small to be drawn, a picture says how small" {
    local pair="$BATS_TEST_TMPDIR/pair"
    mkdir "$pair"
    printf 'name\nA\nB\n' >"$pair/organizations.csv"
    printf 'from,to\nA,B\n' >"$pair/referrals.csv"
    geometry "$pair" --size slide -o "$BATS_TEST_TMPDIR/map.svg"
    grep -qF 'No community of four organisations or more' "$BATS_TEST_TMPDIR/map.svg"
    grep -qF '2 organisations, 1 relationship ·' "$BATS_TEST_TMPDIR/map.svg"
}
