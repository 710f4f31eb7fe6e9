# What the tests of single kinds of maps share; load helper first. SPDX-License-Identifier: GPL-2.0-or-later

# The places of a map of the kind $KIND in $output.
geometry() { # DATASET OPTION...
    refnet map "$1" --kind "$KIND" --quiet --as-of "$AS_OF" \
        --geometry "$BATS_TEST_TMPDIR/geometry.json" "${@:2}"
    assert_status 0
    output=$(cat "$BATS_TEST_TMPDIR/geometry.json")
}

# How many labels lie over another.
overlaps() {
    json '[.labels as $b | range($b | length) as $i | range($i) as $j | [$b[$i], $b[$j]]
        | select((.[0].x + .[0].width - .[1].x > 0.01) and (.[1].x + .[1].width - .[0].x > 0.01)
             and (.[0].y + .[0].height - .[1].y > 0.01) and (.[1].y + .[1].height - .[0].y > 0.01))]
        | length'
}

# Labels apart, and everything on the page.
assert_on_page_and_apart() {
    assert_equal "$(overlaps)" 0
    assert_equal "$(json '. as $p | [.labels[], .boxes[] | select(.x < 0 or .y < 0
        or .x + .width > $p.width or .y + .height > $p.height)] | length')" 0
}

# The same, and no disc over another.
assert_on_page_and_all_apart() {
    assert_on_page_and_apart
    assert_equal "$(json '[.nodes as $n | range($n | length) as $i | range($i) as $j
        | [$n[$i], $n[$j]] | select((.[0].x - .[1].x) * (.[0].x - .[1].x)
            + (.[0].y - .[1].y) * (.[0].y - .[1].y)
            < (.[0].radius + .[1].radius) * (.[0].radius + .[1].radius) * 0.98)] | length')" 0
}

# How often a line runs through a label, both as straight as they are drawn.
line_hits() {
    json '(.nodes | map({key: .id, value: .}) | from_entries) as $at
        # Between which shares of the way from $s to $t it lies between $low and $high.
        | def within($s; $t; $low; $high):
            if $s == $t then (if $low <= $s and $s <= $high then [0, 1] else [1, 0] end)
            else [($low - $s) / ($t - $s), ($high - $s) / ($t - $s)] | sort end;
        [.labels[] as $b | .edges[] | $at[.from] as $p | $at[.to] as $q
         | within($p.x; $q.x; $b.x; $b.x + $b.width) as $across
         | within($p.y; $q.y; $b.y; $b.y + $b.height) as $down
         | select(([0, $across[0], $down[0]] | max) < ([1, $across[1], $down[1]] | min))] | length'
}
