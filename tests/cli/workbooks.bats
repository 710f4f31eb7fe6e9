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
            $'\xef\xbb\xbf''name,sector,services,areas,postal_code,verified,status
Elm Clinic,health,primary care;dental care,Eastside,04212,2026-02-14,active
Harbor Respite,aging,respite,Eastside;Northport,04213,2026-03-01,closed
"Ride Together, Inc.",transportation,transport,Northport,,
Bäy Dental & Co <north>,health,dental care,Northport,04214,,'
        assert_equal "$(cat "$BATS_TEST_TMPDIR/$made/referrals.csv")" \
            $'\xef\xbb\xbf''from,to,count,date
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

@test "wide exports on sheets without a name are read, and a wide survey stays one" {
    local more sheet data
    more=$(printf ',Custom Field %s' {1..100})
    folder=$(dataset organizations.csv "Partner Organization,Type of Agency,Services,Counties Served,Phone,Email,Active?$more\nElm,health,food,East,1,e@e.org,Yes\nBay,health,food,East,2,b@b.org,Yes\nOak,health,legal,East,3,o@o.org,No\n" \
        referrals.csv "Referring Agency,Receiving Agency,Date$more\nElm,Bay,2026-01-02\nElm,Bay,2026-01-03\nBay,Elm,2026-01-03\n")
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/wide.xlsx" Sheet1="$folder/organizations.csv" Sheet2="$folder/referrals.csv"
    mkdir "$folder/renamed"
    cp "$folder/organizations.csv" "$folder/renamed/export1.csv"
    cp "$folder/referrals.csv" "$folder/renamed/export2.csv"
    for data in "$BATS_TEST_TMPDIR/wide.xlsx" "$folder/renamed"; do
        refnet summary "$data" --as-of "$AS_OF" --format json
        assert_equal "$(json -c '[.organizations, .dataset.referral_rows, .arcs]')" '[3,3,2]'
    done
    local names=(Elm Bay Oak Ash Fir Yew Box Ivy Fig Nut Hay Rye) row i j
    printf '%s' 'Organization Name,Sector,Services,Areas,Phone,Email,City' >"$folder/survey.csv"
    printf ',%s' "${names[@]}" >>"$folder/survey.csv"
    for i in "${!names[@]}"; do
        row="${names[i]},health,food,East,1,e@e.org,Port"
        for j in "${!names[@]}"; do
            [ $(((i + 1) % 12)) -eq "$j" ] && row+=,Weekly || row+=,Never
        done
        printf '\n%s' "$row" >>"$folder/survey.csv"
    done
    refnet summary "$folder/survey.csv" --as-of "$AS_OF" --format json
    assert_contains "$stderr" "was read as a survey"
    assert_equal "$(json .ties)" 12
}

@test "every command takes a workbook" {
    local workbook=tests/workbooks/coalition-libreoffice.xlsx
    refnet map "$workbook" -o "$BATS_TEST_TMPDIR/map.pdf"
    assert_status 0
    [ -s "$BATS_TEST_TMPDIR/map.pdf" ]
    refnet find "$workbook" "primary care" --as-of "$AS_OF" --format json
    assert_equal "$(json '.providers[0].name')" "Elm Clinic"
    refnet show "$workbook" "Elm Clinic" --as-of "$AS_OF"
    assert_status 0
}

@test "damaged and hostile workbooks are refused" {
    local -A said=(
        [entities]="document type" [far-cell]="is no place in it" [overlapping]="merged cells overlap" [no-xml]="is damaged"
        [cut-off]="is damaged" [deep]="nested too deeply" [good]="refnet import hsds"
        [bomb]="refnet import hsds")
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

# A workbook of the tables NAME=TEXT …, in $BATS_TEST_TMPDIR/made.xlsx.
made() {
    local tables=() i=0 table
    for table in "$@"; do
        i=$((i + 1))
        printf '%b' "${table#*=}" >"$BATS_TEST_TMPDIR/table-$i.csv"
        tables+=("${table%%=*}=$BATS_TEST_TMPDIR/table-$i.csv")
    done
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/made.xlsx" "${tables[@]}"
}

@test "sheets of one kind are read together, each with its rows and its cells" {
    made 'Health agencies=Our list\n\nAgency Name,Services\nElm Clinic,primary care\nBay Dental,dental\n,x\n' \
        'Housing agencies=Services,Organization,Fax\nshelter,Beacon,1\n' \
        'Referrals 2025=From,To,Count\nElm Clinic,Beacon,5\nBeacon,Nobody,3\n' \
        'Referrals 2026=From,To,Count\nElm Clinic,Beacon,6\nBeacon,Elm Clinic,x\n' \
        'Old agencies=Agency,Services\nGone,none\n'
    refnet check "$BATS_TEST_TMPDIR/made.xlsx" --as-of "$AS_OF" --format json \
        --fix "$BATS_TEST_TMPDIR/fixed"
    assert_equal "$(json -c '.files | map([.file, .read, .kept, .rejected])')" \
        '[["sheet Health agencies",3,2,1],["sheet Housing agencies",1,1,0],["sheet Referrals 2025",2,1,1],["sheet Referrals 2026",2,1,1]]'
    assert_equal "$(findings bad-count)" '["sheet Referrals 2026",3,3]'
    assert_equal "$(findings joined-sheet)" '["sheet Housing agencies",null,null]
["sheet Referrals 2026",null,null]'
    assert_equal "$(findings second-sheet)" '["sheet Old agencies",null,null]'
    assert_equal "$(cat "$BATS_TEST_TMPDIR/fixed/organizations.csv")" 'name,services,Fax
Elm Clinic,primary care,
Bay Dental,dental,
Beacon,shelter,1'
    assert_contains "$(cat "$BATS_TEST_TMPDIR/fixed/rejected.csv")" 'sheet Referrals 2026,3,'
    refnet summary "$BATS_TEST_TMPDIR/made.xlsx" --as-of "$AS_OF"
    assert_contains "$stderr" 'sheet Referrals 2026: the sheet is read together with sheet Referrals 2025'
    refnet show "$BATS_TEST_TMPDIR/made.xlsx" Beacon --as-of "$AS_OF" --quiet
    assert_contains "$output" 'made.xlsx, sheet Housing agencies, row 2'
    assert_contains "$output" 'sheet Referrals 2025: 2; sheet Referrals 2026: 2'
    assert_contains "$output" 'ROWS OF REFERRALS'
}

@test "a copy of a sheet is not read" {
    made 'Agencies=Agency,Services\nElm Clinic,care\nBeacon,shelter\n' \
        '2025=From,To,Count\nElm Clinic,Beacon,5\n' '2025 (2)=From,To,Count\nElm Clinic,Beacon,5\n' \
        '2026=From,To,Count\nElm Clinic,Beacon,6\n'
    refnet check "$BATS_TEST_TMPDIR/made.xlsx" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '.files | map([.file, .kept])')" '[["sheet Agencies",2],["sheet 2025",1],["sheet 2026",1]]'
    assert_equal "$(json '.findings[] | select(.kind == "second-sheet") | "\(.file): \(.message)"')" \
        'sheet 2025 (2): The sheet is not read: it is a copy of sheet 2025.'
}

@test "duplicates of a workbook are told by sheet and row" {
    made 'Agencies=name,phone,website\nElm Clinic,555-201-3001,elm.org\nElm Clinic Inc,555-201-3001,elm.org\n'
    refnet duplicates "$BATS_TEST_TMPDIR/made.xlsx" --as-of "$AS_OF" --format json --quiet
    assert_contains "$(json '.records[0].reason')" \
        'Elm Clinic (sheet Agencies, row 2) and Elm Clinic Inc (sheet Agencies, row 3) in made.xlsx'
}

@test "a file in place of a folder is read, or the command that reads it is named" {
    cd "$BATS_TEST_TMPDIR"
    printf 'Agency Name,Services\nElm Clinic,food\n' >agencies.csv
    refnet summary agencies.csv --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json '[.organizations, .dataset.path] | join(" ")')" '1 agencies.csv'
    assert_contains "$stderr" 'agencies.csv is one file, and was read as organisations without referrals'
    printf 'Source,Target\nElm,Bay\n' >ties.csv
    refnet summary ties.csv --as-of "$AS_OF" --format json
    assert_equal "$(json .arcs)" 1
    assert_contains "$stderr" 'was read as referrals'
    TMPDIR=/nowhere refnet summary "$REFNET_ROOT/tests/cli/surveys/google-forms.csv" --as-of "$AS_OF"
    assert_status 4
    assert_contains "$stderr" "no folder can be made for what the survey comes to: "
    assert_contains "$stderr" "No such file or directory; say with TMPDIR where there is room"
    refnet summary "$REFNET_ROOT/tests/cli/surveys/google-forms.csv" --as-of "$AS_OF" --format json
    assert_equal "$(json .arcs)" 4
    assert_contains "$stderr" 'was read as a survey'
    printf 'organization,name,email\nElm,Ann,ann@elm.org\n' >people.csv
    printf 'Elm,Bay,3\nBay,Oak,2\n' >links.txt
    printf '<?xml version="1.0"?>\n<graphml><graph/></graphml>\n' >net.graphml
    printf '<gexf/>\n' >net.gexf
    printf 'agency,open,closed,free,rural\nElm,yes,no,yes,no\nBay,no,no,yes,yes\n' >flags.csv
    local -A said=([people.csv]='--organizations FILE --contacts people.csv'
        [links.txt]='refnet import edgelist links.txt' [net.graphml]='refnet import graphml net.graphml'
        [net.gexf]='refnet import gexf net.gexf' [flags.csv]='refnet import flat flags.csv')
    for file in "${!said[@]}"; do
        refnet summary "$file"
        assert_status 3
        assert_contains "$stderr" "${said[$file]}"
    done
    printf 'dl n=2 format=edgelist1\nlabels embedded\ndata:\nElm Bay 3\n' >ties.dl
    refnet summary --referrals ties.dl
    assert_status 3
    assert_contains "$stderr" 'refnet import edgelist ties.dl'
    refnet summary agencies.csv --referrals ties.csv
    assert_status 2
    assert_contains "$stderr" 'stand for DATASET; leave one of both out'
}

@test "single files may be workbooks" {
    made 'Members=Our members\nAgency,Services\nElm Clinic,food\nBeacon,shelter\n' 'Notes=x,y\n1,2\n'
    mv "$BATS_TEST_TMPDIR/made.xlsx" "$BATS_TEST_TMPDIR/members.xlsx"
    made 'Sheet1=From,To,Count\nElm Clinic,Beacon,5\nElm Clinic,Nobody,1\n'
    refnet summary --organizations "$BATS_TEST_TMPDIR/members.xlsx" \
        --referrals "$BATS_TEST_TMPDIR/made.xlsx" --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json '[.organizations, .arcs] | join(" ")')" '2 1'
    assert_contains "$stderr" 'sheet Sheet1, cell B3: no organisation is called "Nobody"'
    made 'One=a,b\n1,2\n' 'Two=c,d\n3,4\n'
    refnet summary --organizations "$BATS_TEST_TMPDIR/made.xlsx"
    assert_status 3
    assert_contains "$stderr" "can't be told; its sheets are \"One\", \"Two\""
}

@test "a text that could be two figures is unknown in a workbook as in a file, a number is what it is" {
    made 'Organizations=Name,Services,Areas,Capacity\nElm Clinic,food,Bay,'"'"'1.250\nBeacon,food,Bay,1.125\nHaven,food,Bay,"12,5"\n'
    refnet check "$BATS_TEST_TMPDIR/made.xlsx" --as-of "$AS_OF" --format json
    assert_equal "$(json -c '[.findings[] | select(.kind == "bad-number") | [.line, .message]]')" \
        '[[2,"\"1.250\" could be 1250 or 1.25, and was read as unknown."]]'
    refnet check "$BATS_TEST_TMPDIR/made.xlsx" --as-of "$AS_OF" --fix "$BATS_TEST_TMPDIR/fixed"
    assert_equal "$(cut -d, -f4 "$BATS_TEST_TMPDIR/fixed/organizations.csv" | paste -sd' ')" \
        'capacity 1.250 1.1250 12.5'
}

@test "below a heading of contacts, merged over several columns, names are those of people" {
    local book="$BATS_TEST_TMPDIR/grouped.xlsx"
    printf 'Agency,Main contact,,What\n,Name,Phone,Services\nElm,Ana Ruiz,555-1,care\nOak,Bo Ek,555-2,food\n' >"$BATS_TEST_TMPDIR/grouped.csv"
    python3 tests/cli/make_workbook.py "$book" "Directory[A1:A2 B1:C1]=$BATS_TEST_TMPDIR/grouped.csv"
    refnet show "$book" Elm --as-of "$AS_OF"
    assert_status 0
    refnet check "$book" --as-of "$AS_OF"
    assert_contains "$output" "contacts seem"
    refnet import flat "$book" -o "$BATS_TEST_TMPDIR/grouped"
    assert_equal "$(cut -d, -f1,2,5 "$BATS_TEST_TMPDIR/grouped/contacts.csv" | tail -n +2)" 'Elm,Ana Ruiz,555-1
Oak,Bo Ek,555-2'
}

@test "other rows of a workbook are named by row, and by sheet where it is another one" {
    local folder=$BATS_TEST_TMPDIR/rows
    mkdir "$folder"
    printf '%s\n' id,name 1,Ash 2,Bay 1,Ash 2,Bex >"$folder/a.csv"
    printf '%s\n' id,name 1,Ash 9,Bay 3,Cay >"$folder/b.csv"
    python3 "$REFNET_ROOT/tests/cli/make_workbook.py" "$folder/rows.xlsx" \
        "Members A=$folder/a.csv" "Members B=$folder/b.csv"
    refnet check "$folder/rows.xlsx" --as-of "$AS_OF"
    assert_contains "$output" 'The row repeats row 2.'
    assert_contains "$output" 'The row repeats row 2 of sheet Members A.'
    assert_contains "$output" 'Id "2" is used already in row 3, by'
    assert_contains "$output" '"Bay" is also the name in row 3 of sheet Members A.'
    printf '%s\n' id,name,latitude 1,Ash,far 2,Bay,away 3,Cay,off >"$folder/c.csv"
    python3 "$REFNET_ROOT/tests/cli/make_workbook.py" "$folder/more.xlsx" "Members=$folder/c.csv"
    refnet check "$folder/more.xlsx" --as-of "$AS_OF"
    assert_contains "$(echo $output)" '(rows 2, 3 and 4)'
}
