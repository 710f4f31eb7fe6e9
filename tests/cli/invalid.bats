#!/usr/bin/env bats
# Every spoiled dataset of tests/invalid through the program: the messages of its diagnostics.txt,
# the documented exit status, no crash. SPDX-License-Identifier: GPL-2.0-or-later
load helper

# What is loaded for a case: the folder, or what its file `path` names.
case_path() {
    if [ -f "$1/path" ]; then
        printf '%s/%s\n' "$1" "$(cat "$1/path")"
    else
        printf '%s\n' "$1"
    fi
}

# The findings of check as diagnostics.txt has them, without severity and fix.
found_messages() {
    json '.findings[]
        | "\(.kind) \(.file // "dataset")"
          + (if .line then ":\(.line)" + (if .column then ":\(.column)" else "" end) else "" end)'
}

expected_messages() {
    sed -E 's/^(error|warning|note) ([^ ]+) ([^ ]+) .*/\2 \3/' "$1/diagnostics.txt"
}

expected_status() {
    if grep -q '^fatal ' "$1/diagnostics.txt"; then
        echo 3
    elif grep -Eq '^(error|warning) ' "$1/diagnostics.txt"; then
        echo 1
    else
        echo 0
    fi
}

@test "there are 25 spoiled datasets or more" {
    [ "$(find tests/invalid -mindepth 1 -maxdepth 1 -type d | wc -l)" -ge 25 ]
}

@test "each gives its messages with their places, and its exit status" {
    for folder in tests/invalid/*/; do
        folder=${folder%/}
        refnet check "$(case_path "$folder")" --format json --as-of "$AS_OF"
        [ "$status" -eq "$(expected_status "$folder")" ] ||
            fail_with "$folder: status $(expected_status "$folder")" "$status $stderr"
        if [ "$status" -eq 3 ]; then
            assert_equal "$stderr" "refnet: $(sed -n 's/^fatal //p' "$folder/diagnostics.txt")"
            [ -z "$output" ]
        else
            [ "$(found_messages | sort)" = "$(expected_messages "$folder" | sort)" ] ||
                fail_with "$folder: $(expected_messages "$folder" | sort)" "$(found_messages | sort)"
        fi
    done
}

@test "each survives every command, and nothing hostile reaches the terminal" {
    for folder in tests/invalid/*/; do
        local path
        path=$(case_path "${folder%/}")
        for command in summary measures gaps duplicates risks; do
            refnet "$command" "$path" --as-of "$AS_OF"
            [ "$status" -eq 0 ] || [ "$status" -eq 3 ] ||
                fail_with "$command $path: status 0 or 3" "$status $stderr"
            refute_contains "$output$stderr" $'\e'
        done
    done
}

@test "a table and a message name file, line and column, and say what to do" {
    refnet summary tests/invalid/unknown-organization --as-of "$AS_OF"
    assert_status 0
    assert_contains "$stderr" 'referrals.csv:3:1: no organisation is called "Habor Respite"; did you mean "Harbor Respite" (harbor-respite)? write the name'
    assert_contains "$stderr" "run refnet check"
    refnet check tests/invalid/unknown-organization --as-of "$AS_OF"
    assert_contains "$output" "referrals.csv:3:1"
    assert_contains "$output" "Write the name as in organizations.csv"
}

@test "--strict ends with status 3 on a rejected row, and writes nothing" {
    refnet summary tests/invalid/unknown-organization --strict --as-of "$AS_OF"
    assert_status 3
    [ -z "$output" ]
    assert_contains "$stderr" "2 rows were rejected and --strict was given"
    refnet check tests/invalid/unknown-organization --strict --as-of "$AS_OF"
    assert_status 3
    refnet summary "$COUNTY" --strict --quiet --as-of "$AS_OF"
    assert_status 0
}

@test "two megabytes in one cell: the row is rejected, the rest is read" {
    local folder
    folder=$(dataset organizations.csv 'name,sector\nElm Clinic,health\n')
    { printf 'Big,'; head -c 2000000 /dev/zero | tr '\0' x; printf '\nRide Together,transport\n'; } \
        >>"$folder/organizations.csv"
    refnet check "$folder" --format json --as-of "$AS_OF"
    assert_status 1
    assert_equal "$(json '.files[0] | "\(.read) \(.kept) \(.rejected)"')" "3 2 1"
    assert_equal "$(json '.findings[0] | "\(.kind) \(.file):\(.line):\(.column)"')" \
        "cell-too-large organizations.csv:3:2"
}

@test "random bytes as every file: a result or a clear error" {
    for seed in 1 2 3 4 5 6 7 8; do
        local folder=$BATS_TEST_TMPDIR/random-$seed
        mkdir "$folder"
        for file in organizations referrals contacts services needs areas; do
            { [ $((seed % 2)) -eq 0 ] && head -n 1 "$COUNTY/$file.csv"
              awk -v seed="$seed$file" 'BEGIN { srand(length(seed) * 97 + '"$seed"');
                  for (i = 0; i < 4000; i++) printf "%c", 1 + int(rand() * 255) }'; } \
                >"$folder/$file.csv"
        done
        refnet check "$folder" --as-of "$AS_OF"
        [ "$status" -le 1 ] || [ "$status" -eq 3 ] || fail_with "status 0, 1 or 3" "$status"
        refute_contains "$output$stderr" $'\e'
    done
}

@test "what is no table is called what it is, and what to do with it" {
    local folder=$BATS_TEST_TMPDIR
    printf '<!DOCTYPE html>\n<table><tr><td>Name' >"$folder/agencies.xls"
    printf '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>' >"$folder/book.xls"
    printf '%%PDF-1.7\n' >"$folder/minutes.pdf"
    printf '[{"name": "Elm"}]' >"$folder/export.json"
    while read -r file words; do
        refnet summary "$folder/$file"
        assert_status 3
        assert_contains "$stderr" "$file\" $words"
        [ -z "$output" ]
    done <<'END'
agencies.xls is a web page, whatever its name says; open it in a spreadsheet program
book.xls is a spreadsheet of another program; open it there
minutes.pdf is a PDF; ask for the table it was made from
export.json is JSON; export it as CSV
END
}
