#!/usr/bin/env bats
# Text that spreadsheets would take for formulas. SPDX-License-Identifier: GPL-2.0-or-later
load helper

NAMES=("=HYPERLINK(\"x\")" "+1 Helps" "-Dash, Inc." "@Home Care" "'=Quoted" "＝Wide" "'Tis Us")

spoiled() { # a dataset of these names
    local folder=$BATS_TEST_TMPDIR/spoiled
    mkdir -p "$folder"
    python3 - "$folder" "${NAMES[@]}" <<'END'
import csv, sys
folder, *names = sys.argv[1:]
taken = lambda text: "'" + text if text.startswith("'=") else text  # as a person would type it
with open(folder + "/organizations.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["name", "phone", "services"])
    rows.writerows([taken(name), "+1-989-555-0100", "-rides;=meals"] for name in names)
with open(folder + "/referrals.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["from", "to", "count"])
    rows.writerows([taken(a), taken(b), i + 1] for i, (a, b) in enumerate(zip(names, names[1:])))
END
    printf '%s' "$folder"
}

links() { # DATASET: every link by name
    refnet export "$1" --to json --quiet
    assert_status 0
    json '. as $all | (.nodes | map({key: .id, value: .name}) | from_entries) as $name
          | (.links // .edges)[] | [$name[.source], $name[.target], .count // .weight] | @json' | sort
}

# No cell that a spreadsheet would calculate.
assert_disarmed() { # FILE…
    python3 - "$@" <<'END'
import csv, sys
for path in sys.argv[1:]:
    for row in csv.reader(open(path, encoding="utf-8-sig", newline="")):
        for cell in row:
            if cell[:1] in "=+-@\uff1d" and cell:
                try: float(cell)
                except ValueError: sys.exit(f"{path}: {cell!r}")
END
}

@test "export then import gives the same network, and no file has a formula" {
    local folder before
    folder=$(spoiled)
    before=$(links "$folder")
    assert_equal "$(wc -l <<<"$before")" 6
    refnet export "$folder" --to csv --quiet -o "$BATS_TEST_TMPDIR/sheets"
    assert_disarmed "$BATS_TEST_TMPDIR"/sheets/*.csv
    refnet import edgelist "$BATS_TEST_TMPDIR/sheets" --quiet -o "$BATS_TEST_TMPDIR/back"
    assert_disarmed "$BATS_TEST_TMPDIR"/back/*.csv
    assert_equal "$(links "$BATS_TEST_TMPDIR/back")" "$before"
    refnet export "$folder" --to graphml --quiet -o "$BATS_TEST_TMPDIR/net.graphml"
    refnet import graphml "$BATS_TEST_TMPDIR/net.graphml" --quiet -o "$BATS_TEST_TMPDIR/again"
    assert_disarmed "$BATS_TEST_TMPDIR"/again/*.csv
    assert_equal "$(links "$BATS_TEST_TMPDIR/again")" "$before"
}

@test "a cleaned dataset, a merged one and one to begin with have no formula, and read the same" {
    local folder before
    folder=$(spoiled)
    before=$(links "$folder")
    refnet check "$folder" --quiet --as-of $AS_OF --fix "$BATS_TEST_TMPDIR/fixed"
    assert_disarmed "$BATS_TEST_TMPDIR"/fixed/*.csv
    assert_equal "$(links "$BATS_TEST_TMPDIR/fixed")" "$before"
    printf '%s\n' "${NAMES[@]}" >"$BATS_TEST_TMPDIR/names.txt"
    refnet init "$BATS_TEST_TMPDIR/new" --from-names "$BATS_TEST_TMPDIR/names.txt" --survey \
        --areas "=East;+West" --services "-rides"
    assert_status 0
    assert_disarmed "$BATS_TEST_TMPDIR"/new/*.csv
    refnet measures "$BATS_TEST_TMPDIR/new" --quiet --as-of $AS_OF --format json
    assert_equal "$(json '.organizations[].name' | sort)" "$(sed "s/^'=/=/" "$BATS_TEST_TMPDIR/names.txt" | sort)"
}
