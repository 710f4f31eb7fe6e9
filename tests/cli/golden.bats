#!/usr/bin/env bats
# Every command in every format, byte for byte as in tests/golden/. After a change that is meant,
# `UPDATE=1 bats tests/cli/golden.bats` writes them anew; read the difference before you keep it.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

# compare NAME COMMAND ARGUMENT...: in the four formats.
compare() {
    local name=$1
    shift
    for format in table csv json markdown; do
        local golden=tests/golden/$name.$format fresh=$BATS_TEST_TMPDIR/$name.$format
        "$REFNET" "$@" --quiet --as-of "$AS_OF" --format "$format" >"$fresh" || [ $? -eq 1 ]
        [ -z "${UPDATE:-}" ] || cp "$fresh" "$golden"
        diff -u "$golden" "$fresh"
    done
}

@test "check" { compare check check tests/invalid/unknown-organization; }
@test "summary" { compare summary summary datasets/cheyenne-search-rescue; }
@test "measures" { compare measures measures datasets/cheyenne-search-rescue --top 5; }
@test "show" { compare show show "$COUNTY" harbor-respite; }
@test "gaps" { compare gaps gaps "$COUNTY" --area "Mill Creek"; }
@test "find" { compare find find "$COUNTY" "respite care" --area Eastside --from harbor-211; }
@test "duplicates" { compare duplicates duplicates "$COUNTY" --top 3; }
@test "risks" { compare risks risks "$COUNTY" --top 3; }
@test "check-ins" { compare check-ins check-ins "$COUNTY" --top 3; }
@test "who-else" { compare who-else who-else "$COUNTY" second-start --top 3; }
@test "who-else, the whole coalition" { compare who-else-coalition who-else "$COUNTY" --top 3; }
@test "path" { compare path path "$COUNTY" harbor-food-bank pine-ridge-school; }
@test "what-if" { compare what-if what-if "$COUNTY" --close legal-aid --leave "contact 1 of 1 at New Leaf" --top 3; }
@test "compare" { compare compare compare datasets/harbor-county-2025 "$COUNTY" --old-as-of 2025-09-30 --top 3; }

@test "report" {
    for format in html markdown; do
        local golden=tests/golden/report.$format fresh=$BATS_TEST_TMPDIR/report.$format
        "$REFNET" report "$COUNTY" --quiet --as-of "$AS_OF" --no-maps --top 2 --format "$format" \
            $([ $format = markdown ] || echo --sections in-short,network,agenda) >"$fresh"
        [ -z "${UPDATE:-}" ] || cp "$fresh" "$golden"
        diff -u "$golden" "$fresh"
    done
}
