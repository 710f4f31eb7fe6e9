#!/usr/bin/env bats
# Excel workbooks in place of folders. SPDX-License-Identifier: GPL-2.0-or-later
load helper

workbook() {
    python3 "$REFNET_ROOT/tests/cli/make_package.py" "$1" "$BATS_TEST_TMPDIR/$1.xlsx"
}

findings() {
    json -c '.findings[] | select(.kind == "'"$1"'") | [.file, .line, .column]'
}

@test "a workbook as openpyxl and LibreOffice write it is a dataset" {
    for made in openpyxl libreoffice 1904; do
        refnet check tests/workbooks/coalition-$made.xlsx --as-of "$AS_OF" --format json \
            --fix "$BATS_TEST_TMPDIR/$made"
        assert_status 1
        assert_equal "$(json -c '.files | map([.file, .read, .rejected])')" \
            '[["sheet Agencies",4,0],["sheet Referrals 2026",5,2],["sheet Who we know",1,0]]'
        assert_equal "$(findings bad-count)" '["sheet Referrals 2026",7,3]'
        assert_equal "$(findings rows-above-header)" '["sheet Agencies",null,null]'
        assert_equal "$(findings hidden-sheet)" '["sheet Lists",null,null]'
        assert_equal "$(findings unused-sheet)" '["sheet Read me",null,null]'
        assert_equal "$(findings merged-cells)" '["sheet Referrals 2026",null,null]'
        assert_contains "$(findings error-value)" '["sheet Agencies",8,6]'
        assert_equal "$(cut -d, -f1-7 "$BATS_TEST_TMPDIR/$made/organizations.csv")" \
            'name,sector,services,areas,postal_code,verified,Active?
Elm Clinic,health,primary care;dental care,Eastside,04212,2026-02-14,yes
Harbor Respite,aging,respite,Eastside;Northport,04213,2026-03-01,no
"Ride Together, Inc.",transportation,transport,Northport,,
Bäy Dental & Co <north>,health,dental care,Northport,04214,,'
        assert_equal "$(cat "$BATS_TEST_TMPDIR/$made/referrals.csv")" \
            'from,to,count,date
Elm Clinic,Harbor Respite,12,2026-01-05
Elm Clinic,Bäy Dental & Co <north>,3,2026-01-31
Elm Clinic,"Ride Together, Inc.",4,'
    done
}

@test "stored values of formulas are read; those that openpyxl does not store are told" {
    refnet check tests/workbooks/coalition-libreoffice.xlsx --as-of "$AS_OF" --format json \
        --fix "$BATS_TEST_TMPDIR/fixed"
    assert_equal "$(cut -d, -f8 "$BATS_TEST_TMPDIR/fixed/organizations.csv" | tr '\n' ' ')" "Share 0.25 0.1  ab "
    assert_equal "$(findings formula-without-value)" ""
    refnet check tests/workbooks/coalition-openpyxl.xlsx --as-of "$AS_OF" --format json
    assert_contains "$(findings formula-without-value)" '["sheet Agencies",5,8]'
}

@test "messages name the sheet and the cell" {
    refnet summary tests/workbooks/coalition-libreoffice.xlsx --as-of "$AS_OF"
    assert_status 0
    assert_contains "$stderr" 'sheet Referrals 2026, cell C7: "many" is not a whole number'
}

@test "every command takes a workbook" {
    local workbook=tests/workbooks/coalition-libreoffice.xlsx
    refnet map "$workbook" -o "$BATS_TEST_TMPDIR/map.pdf"
    assert_status 0
    [ -s "$BATS_TEST_TMPDIR/map.pdf" ]
    refnet find "$workbook" respite --as-of "$AS_OF" --format json
    assert_equal "$(json '.providers[0].name')" "Harbor Respite"
    refnet show "$workbook" "Elm Clinic" --as-of "$AS_OF"
    assert_status 0
}

@test "damaged and hostile workbooks are refused" {
    local -A said=(
        [entities]="document type" [far-cell]="is no place in it" [no-xml]="is damaged"
        [cut-off]="is damaged" [deep]="nested too deeply" [good]="no Excel workbook"
        [bomb]="no Excel workbook")
    for kind in "${!said[@]}"; do
        workbook "$kind"
        refnet check "$BATS_TEST_TMPDIR/$kind.xlsx"
        assert_status 3
        assert_contains "$stderr" "${said[$kind]}"
    done
    printf '\320\317\021\340\241\261\032\341 and so on' >"$BATS_TEST_TMPDIR/old.xls"
    refnet check "$BATS_TEST_TMPDIR/old.xls"
    assert_status 3
    assert_contains "$stderr" "save it as .xlsx"
}

@test "a million empty cells cost little" {
    workbook empty-cells
    refnet check "$BATS_TEST_TMPDIR/empty-cells.xlsx" --as-of "$AS_OF" --format json
    assert_equal "$(json '.files[0].read')" 1
}
