#!/usr/bin/env bats
# A dataset for those who start from nothing. SPDX-License-Identifier: GPL-2.0-or-later
load helper

NEW() { printf '%s/new' "$BATS_TEST_TMPDIR"; }

start() { # OPTION…
    refnet init "$(NEW)" "$@"
    assert_status 0
}

@test "every file of a dataset with all of its columns, which check knows how to go on from" {
    start --format json
    assert_equal "$(json '[.files[].file] | length')" 9
    assert_equal "$(json '[.files[].rows] | add')" 0
    # README's table of files and columns is what is written.
    for file in organizations referrals contacts services needs areas respondents nominations meetings; do
        grep "^| $file.csv |" "$REFNET_ROOT/README.md" | cut -d'|' -f3 | tr -d '* \n' | tr , '\n' | sort >"$BATS_TEST_TMPDIR/told"
        [ "$(head -c 3 "$(NEW)/$file.csv" | od -An -tx1)" = " ef bb bf" ]
        tail -c +4 "$(NEW)/$file.csv" | head -1 | tr -d '\n' | tr , '\n' | sort >"$BATS_TEST_TMPDIR/there"
        diff "$BATS_TEST_TMPDIR/told" "$BATS_TEST_TMPDIR/there"
        assert_equal "$(wc -l <"$(NEW)/$file.csv")" 1
    done
    refnet check "$(NEW)"
    assert_status 3
    assert_contains "$stderr" "organizations.csv has no rows below its header yet; write one organisation a row"
}

@test "README.txt explains each file and column and the next commands, in lines that fit" {
    start
    diff -u tests/golden/init-readme.txt "$(NEW)/README.txt" ||
        { [ -n "${UPDATE:-}" ] && cp "$(NEW)/README.txt" tests/golden/init-readme.txt; }
    assert_equal "$(awk 'length > 79' "$(NEW)/README.txt")" ""
    # Every command it names is one.
    for command in $(sed -n 's/^  refnet \([a-z-]*\).*/\1/p' "$(NEW)/README.txt"); do
        [ "$command" = help ] || "$REFNET" "$command" --help >/dev/null
    done
}

@test "the first steps: three columns, and the questions of README.txt have answers" {
    start
    printf 'name,services,areas\nElm Clinic,primary care,Eastside\nRide Together,rides,Eastside;Northport\n' \
        >"$(NEW)/organizations.csv"
    printf 'Elm Clinic,Ride Together\n' >>"$(NEW)/referrals.csv"
    refnet check "$(NEW)" --as-of $AS_OF --format json
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
    for command in gaps summary risks who-else; do
        refnet $command "$(NEW)" --as-of $AS_OF --quiet
        assert_status 0
        refute_contains "$output" "respondents.csv answered"
    done
}

@test "names from a list: commas, quotes and bullets, each once" {
    printf '\xef\xbb\xbf- Elm Clinic\r\n\r\nRide Together, Inc.\r\nELM CLINIC\r\n-----\r\n"The ""Hub"""\r\n\u2022 Smith, Jones & Co,\r\n' >"$BATS_TEST_TMPDIR/names.txt"
    start --from-names "$BATS_TEST_TMPDIR/names.txt"
    assert_contains "$output" "Four names are in organizations.csv and respondents.csv; one that stood there twice is left out."
    assert_equal "$(tail -n +2 "$(NEW)/organizations.csv" | sed 's/,*$//')" 'Elm Clinic
"Ride Together, Inc."
"The ""Hub"""
"Smith, Jones & Co"'
    refnet check "$(NEW)" --as-of $AS_OF --format json
    assert_equal "$(json '[.findings[] | select(.line)] | length')" 0
    assert_equal "$(json .response_rate)" 0
}

@test "names from a table: the column of names, others left alone" {
    printf 'Type;Agency Name;Phone\nhealth;Elm Clinic;1\nfood;Oak, Pantry;2\n' >"$BATS_TEST_TMPDIR/names.csv"
    start --from-names "$BATS_TEST_TMPDIR/names.csv"
    assert_equal "$(tail -n +2 "$(NEW)/organizations.csv" | sed 's/,*$//')" 'Elm Clinic
"Oak, Pantry"'
    refnet init "$BATS_TEST_TMPDIR/again" --from-names "$(NEW)/organizations.csv"
    diff "$(NEW)/organizations.csv" "$BATS_TEST_TMPDIR/again/organizations.csv"
}

@test "rows that give no name are told" {
    printf 'name,phone\nElm Clinic,1\nBad "row,2\nN/A,\nTotal,2\n' >"$BATS_TEST_TMPDIR/names.csv"
    start --from-names "$BATS_TEST_TMPDIR/names.csv"
    assert_equal "$(tail -n +2 "$(NEW)/organizations.csv" | sed 's/,*$//')" 'Elm Clinic'
    refnet init "$BATS_TEST_TMPDIR/told" --from-names "$BATS_TEST_TMPDIR/names.csv"
    assert_contains "$output" 'Two rows that name nobody ("N/A", a total) are left out.'
    assert_contains "$output" 'One row, on line 3, cannot be read and is left out: add the name by hand.'
}

@test "areas and services fill in areas.csv and needs.csv" {
    start --areas "Eastside; Northport;Eastside" --services "respite care|rides" --services "meals, hot"
    assert_equal "$(tail -n +2 "$(NEW)/needs.csv")" 'Eastside,respite care,,,
Eastside,rides,,,
Eastside,"meals, hot",,,
Northport,respite care,,,
Northport,rides,,,
Northport,"meals, hot",,,'
    assert_equal "$(tail -n +2 "$(NEW)/areas.csv")" 'Eastside,,,,,,
Northport,,,,,,'
    echo 'Elm Clinic,rides,Eastside' >>"$(NEW)/organizations.csv"
    refnet gaps "$(NEW)" --as-of $AS_OF --quiet --format json
    assert_equal "$(json '[.cells[] | select(.status == "absent")] | length')" 5
}

@test "the survey is read back as it was filled in, whatever names hold" {
    printf 'YMCA [North]\nSt. Brendan: Meals\n"The ""Hub"""\nWho Cares?\nSmith, Jones & Co\nA; B | C\n' \
        >"$BATS_TEST_TMPDIR/names.txt"
    start --from-names "$BATS_TEST_TMPDIR/names.txt" --survey
    python3 tests/cli/fill_survey.py "$(NEW)/survey.csv" >"$BATS_TEST_TMPDIR/said"
    refnet import survey "$(NEW)/survey.csv" --organizations "$(NEW)/organizations.csv" \
        -o "$BATS_TEST_TMPDIR/answers"
    assert_status 0
    python3 - "$BATS_TEST_TMPDIR/answers/referrals.csv" >"$BATS_TEST_TMPDIR/read" <<'END'
import csv, sys
rows = csv.DictReader(open(sys.argv[1], encoding="utf-8-sig"))
print(*sorted((r["reported_by"], r["from"], r["to"], r["frequency"]) for r in rows), sep="\n")
END
    diff "$BATS_TEST_TMPDIR/said" "$BATS_TEST_TMPDIR/read"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/read")" -gt 25 ]
    assert_equal "$(grep -c ,yes, "$BATS_TEST_TMPDIR/answers/respondents.csv")" 5
    python3 - "$BATS_TEST_TMPDIR/answers" "$(NEW)/survey.csv" <<'END'
import csv, sys
def table(path): return list(csv.DictReader(open(path, encoding="utf-8-sig", newline="")))
folder, survey = sys.argv[1:]
names = [row["Your organisation"] for row in table(survey)]
contacts = {(r["organization"], r["name"], r["email"]) for r in table(folder + "/contacts.csv")}
assert contacts == {(n, f"Person {i}", f"p{i}@x.example") for i, n in enumerate(names)}, contacts
for row in table(folder + "/referrals.csv"):
    i = names.index(row["reported_by"])
    for end in "from", "to":
        j = names.index(row[end])
        assert row[end + "_contact"] == (f"Person {j}" if i != j and (i + j) % 3 else ""), row
named = {(r["nominated"], r["named_by"]) for r in table(folder + "/nominations.csv")}
expected = {(n, names[i]) for i in range(len(names)) if i != 2
            for n in [["Blue Door Shelter", "the library"], [names[(i + 1) % len(names)]], []][i % 3]}
assert named == expected, named ^ expected
END
    assert_contains "$output" "Six people were named as contacts at six organisations; contacts.csv has them."
    refnet check "$BATS_TEST_TMPDIR/answers" --as-of $AS_OF --format json
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
    refnet check "$(NEW)" --as-of $AS_OF
    assert_contains "$output" "Bring its answers in with refnet import survey."
}

@test "nothing is overwritten, and nothing is left behind when it can't be done" {
    start
    echo mine >"$(NEW)/organizations.csv"
    refnet init "$(NEW)"
    assert_status 2
    assert_contains "$stderr" "is not empty; name another folder, or say --force"
    assert_equal "$(cat "$(NEW)/organizations.csv")" mine
    refnet init "$(NEW)" --force
    assert_status 0
    for options in "--survey" "--services rides" "--from-names /nowhere" "--from-names $BATS_TEST_TMPDIR/blank"; do
        printf '\n \n--\n' >"$BATS_TEST_TMPDIR/blank"
        # shellcheck disable=SC2086
        refnet init "$BATS_TEST_TMPDIR/other" $options
        [ "$status" -ge 2 ]
        [ ! -e "$BATS_TEST_TMPDIR/other" ]
        [ ! -e "$BATS_TEST_TMPDIR/other.tmp" ]
    done
    refnet init
    assert_status 2
}

@test "--workbook: a sheet for each file, with the columns and rows of the CSV files" {
    printf 'Elm & Sons <Ltd>\n"=SUM(1)"\n\xc3\x9cber Hilfe\n' >"$BATS_TEST_TMPDIR/names.txt"
    start --workbook --from-names "$BATS_TEST_TMPDIR/names.txt" --areas "Eastside; Northport" --services "rides"
    assert_contains "$output" "Open dataset.xlsx in a spreadsheet program: the names are there"
    assert_contains "$output" "dataset.xlsx, sheet Organizations     3"
    assert_equal "$(cd "$(NEW)" && ls | tr '\n' ' ')" "README.txt dataset.xlsx "
    assert_contains "$(cat "$(NEW)/README.txt")" "DIR stands for dataset.xlsx."
    assert_equal "$(awk 'length > 79' "$(NEW)/README.txt")" ""
    # Read back, by refnet: all rows, texts as they were, and what was known.
    refnet check "$(NEW)/dataset.xlsx" --as-of $AS_OF --format json
    assert_equal "$(json '.files | map("\(.read) \(.rejected)") | join(", ")' | grep -o '^3 0')" "3 0"
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
    refnet measures "$(NEW)/dataset.xlsx" --quiet --format json
    assert_equal "$(json '[.organizations[].name] | sort | join(" | ")')" "=SUM(1) | Elm & Sons <Ltd> | Über Hilfe"
}

@test "--workbook: the same bytes at any time and in any zone" {
    refnet init "$BATS_TEST_TMPDIR/a" --workbook --areas "Eastside"
    TZ=Asia/Tokyo refnet init "$BATS_TEST_TMPDIR/b" --workbook --areas "Eastside"
    cmp "$BATS_TEST_TMPDIR/a/dataset.xlsx" "$BATS_TEST_TMPDIR/b/dataset.xlsx"
}

@test "--workbook: another program opens it, and finds the columns of the CSV files" {
    python=$(for p in python3 /usr/bin/python3; do "$p" -c 'import openpyxl' 2>/dev/null && echo "$p" && break; done) || true
    [ -n "$python" ] || skip "python3-openpyxl is not there"
    refnet init "$BATS_TEST_TMPDIR/csv"
    start --workbook
    "$python" -c '
import csv, openpyxl, sys
for sheet in openpyxl.load_workbook(sys.argv[1]):
    with open(f"{sys.argv[2]}/{sheet.title.lower()}.csv", encoding="utf-8-sig", newline="") as file:
        assert [cell.value for cell in sheet[1]] == next(csv.reader(file)), sheet.title
    assert sheet.freeze_panes == "A2" and all(cell.data_type == "s" for row in sheet for cell in row)' \
        "$(NEW)/dataset.xlsx" "$BATS_TEST_TMPDIR/csv"
}
