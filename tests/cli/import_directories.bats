#!/usr/bin/env bats
# Directories of Open Referral and Ohana. SPDX-License-Identifier: GPL-2.0-or-later
load helper

# Rows of each file add up, and so do those of all.
assert_adds_up() {
    [ "$(json '[.files[] | .read == .used + .ignored + .rejected] | all')" = true ] ||
        fail_with "read = used + ignored + rejected" "$(json -c .files)"
    [ "$(json '[.unused[].rows] | add // 0')" = "$(json '[.files[] | .ignored + .rejected] | add')" ] ||
        fail_with "a reason for each row that is not used" "$(json -c .unused)"
}

# imports FORMAT SOURCE [OPTION]…: to a new folder, which is in $made; the JSON is in $output.
imports() {
    made=$BATS_TEST_TMPDIR/made-$RANDOM$RANDOM
    refnet import "$1" "$2" -o "$made" --as-of "$AS_OF" --format json "${@:3}"
    assert_status 0
    assert_adds_up
}

assert_no_errors() {
    refnet check "$1" --as-of "$AS_OF" --format json
    [ "$(json '[.findings[] | select(.severity == "error")] | length')" = 0 ] ||
        fail_with "no errors" "$(json -c '[.findings[] | select(.severity == "error")]')"
}

package() {
    python3 "$REFNET_ROOT/tests/cli/make_package.py" "$1" "$BATS_TEST_TMPDIR/$1.zip"
}

@test "the sample directory becomes a dataset without errors, twice the same" {
    imports hsds datasets/harbor-directory
    local first=$made
    [ "$(json '.written | map(.file) | join(" ")')" = "organizations.csv services.csv contacts.csv areas.csv" ] ||
        fail_with "four files" "$(json -c .written)"
    imports hsds datasets/harbor-directory
    diff -r "$first" "$made"
    assert_no_errors "$made"
}

@test "an HSDS 1.1 package: keys, status, services through taxonomies, areas, contacts, phones" {
    local folder
    folder=$(dataset \
        organizations.csv '\xef\xbb\xbfid,name,alternate_name,url,tax_id\nA,Elm Clinic &amp; Co,EC,elm.example,12-3\nB,Closed House,,,\nC,Bay Dental,,,\n' \
        services.csv 'id,organization_id,name,status\n1,A,Checkups,active\n2,B,Old,inactive\n3,X,Lost,active\n4,C,"Fillings\nand more",\n' \
        taxonomy.csv 'id,name,parent_id,vocabulary\nT1,Health,,AIRS\nT2,Primary Care,T1,AIRS\nT3,Veterans,,Target Populations\n' \
        services_taxonomy.csv 'id,service_id,taxonomy_id\n1,1,T2\n2,1,T3\n3,2,T2\n4,1,T9\n' \
        service_areas.csv 'id,service_id,service_area\n1,1,Alameda County\n2,1,"A very long description of who may come here from which places and when."\n' \
        locations.csv 'id,organization_id,latitude,longitude\nL1,A,37.8,-122.2\nL2,C,91,-122.3\n' \
        services_at_location.csv 'id,service_id,location_id\n1,1,L1\n2,4,L2\n3,4,L9\n' \
        physical_addresses.csv 'id,location_id,address_1,city,state_province,postal_code\n1,L1,1 Elm St,Oakland,CA,94601\n2,L2,2 Bay St,Alameda,CA ,94501\n' \
        contacts.csv 'id,organization_id,service_id,name,title,email\n1,A,,Ana Ruiz,Director,\n2,,1,ana ruiz,,ana@elm.example\n3,,4,Bo Li,,\n4,,,Nobody,,\n5,A,,,Intake,\n' \
        phones.csv 'id,organization_id,contact_id,location_id,number,extension,type\n1,A,,,510-555-0100,,fax\n2,A,,,510-555-0101,7,voice\n3,,1,,510-555-0102,,\n4,,,L2,510-555-0103,,\n' \
        eligibility.csv 'id,service_id,eligibility\n,4,adult\n,4,"Adults who live in the county and have no insurance, or too little of it."\n' \
        regular_schedules.csv 'id,service_id,weekday\n,1,1\n')
    imports hsds "$folder"
    assert_equal "$(sed -n 2p "$made/organizations.csv")" \
        'A,Elm Clinic & Co,EC,,Oakland,,1 Elm St,Oakland,94601,37.8,-122.2,510-555-0101 ext. 7,,elm.example,12-3,,,,'
    assert_equal "$(wc -l <"$made/organizations.csv")" 3
    assert_equal "$(cat "$made/services.csv")" 'organization,service,area,population
A,Primary Care,Alameda County,Veterans
C,Fillings and more,Alameda,adult'
    assert_equal "$(cat "$made/contacts.csv")" 'organization,name,id,role,email,phone
A,Ana Ruiz,1,Director,ana@elm.example,510-555-0102
C,Bo Li,3,,,'
    assert_contains "$(json -c '.findings[] | select(.kind == "dangling-key") | .message')" '"X" is not in organizations.csv'
    assert_equal "$(json '.files[] | select(.file == "regular_schedules.csv") | .ignored')" 1
    assert_no_errors "$made"
}

@test "an HSDS 3.1 package: what services at a location say, pages, languages of phones, names of tables in the singular" {
    local folder
    folder=$(dataset \
        organization.csv 'id,name,alternate_name,website\nA,Elm Clinic,EC; Elm Health,\nB,Bay Dental,,bay.example\n' \
        service.csv 'id,organization_id,name,status\n1,A,Checkups,active\n2,B,Fillings,active\n' \
        location.csv 'id,name\nL1,Elm\n' \
        service_at_location.csv 'id,service_id,location_id\nS1,1,L1\n' \
        service_area.csv 'id,service_id,service_at_location_id,name\n1,,S1,Northport\n2,2,,Eastside\n3,,S9,Nowhere\n' \
        taxonomy_term.csv 'id,name,taxonomy_id\nT1,Primary Care,V\nT2,Dental Care,V\n' \
        taxonomy.csv 'id,name\nV,AIRS\n' \
        attribute.csv 'id,link_id,link_entity,taxonomy_term_id\n1,S1,service_at_location,T1\n2,2,service,T2\n3,L1,location,T2\n' \
        language.csv 'id,service_id,location_id,phone_id,name\n1,1,,,Spanish\n2,,,P1,Korean\n' \
        url.csv 'id,url,organization_id,service_id\n1,elm.example,A,\n2,other.example,B,\n3,x.example,,1\n' \
        service_capacity.csv 'id,service_id,maximum\n1,1,40\n')
    imports hsds "$folder"
    assert_equal "$(cut -d, -f1-3,6,14 "$made/organizations.csv")" 'id,name,alternate_names,languages,website
A,Elm Clinic,EC;Elm Health,Spanish,elm.example
B,Bay Dental,,,bay.example'
    assert_equal "$(cat "$made/services.csv")" 'organization,service,area,population
A,Primary Care,Northport,
B,Dental Care,Eastside,'
    assert_equal "$(json -r '.files[] | select(.rejected > 0) | "\(.file) \(.rejected)"')" "service_area.csv 1"
    assert_equal "$(json -r '.unused[] | select(.file == "service_capacity.csv") | .reason')" \
        "They count beds, seats and the like, not people in a year."
}

@test "broader categories, other areas, what is no longer active" {
    local folder
    folder=$(dataset \
        organizations.csv 'id,name\nA,Elm\n' \
        services.csv 'id,organization_id,name,status\n1,A,X,active\n2,A,Y,defunct\n' \
        taxonomy_terms.csv 'id,code,name,parent_id\nT1,B,Basic Needs,\nT2,BD,Food,T1\nT3,BD-1800,Pantries,\n' \
        attributes.csv 'id,link_id,link_entity,taxonomy_term_id\n1,1,service,T3\n2,2,service,T2\n' \
        service_at_location.csv 'id,service_id,location_id\n1,1,L\n' \
        locations.csv 'id,organization_id,location_type\nL,A,physical\n' \
        addresses.csv 'id,location_id,address_1,city,region,postal_code,address_type\n1,L,1 A St,Springfield,Sangamon,62701-1234,physical\n')
    imports hsds "$folder" --taxonomy-level 2 --area-from county --include-inactive
    assert_equal "$(cat "$made/services.csv")" 'organization,service,area,population
A,Food,Sangamon,
A,Food,,'
    imports hsds "$folder" --taxonomy-level 1 --area-from postal-code
    assert_equal "$(sed -n 2p "$made/services.csv")" 'A,Basic Needs,62701,'
    imports hsds "$folder" --area-from service-area
    assert_equal "$(sed -n 2p "$made/services.csv")" 'A,Pantries,,'
}

@test "Ohana: services through locations, lists in cells" {
    local folder
    folder=$(dataset \
        organizations.csv 'id,name,website\n1,Peninsula Aid,aid.example\n2,Bay Legal,\n' \
        locations.csv 'id,organization_id,name,latitude,longitude,description\n10,1,Main,37.5,-122.3,"line one\nline two, with ""quotes"""\n20,2,Office,,,\n' \
        addresses.csv 'id,location_id,address_1,city,state_province,postal_code,country\n1,10,1 Main St,Redwood City,CA,94063,US\n' \
        mail_addresses.csv 'id,location_id,address_1,city,state_province,postal_code,country\n1,20,PO Box 1,San Mateo,CA,94402,US\n' \
        services.csv 'id,location_id,name,status,taxonomy_ids,service_areas,languages\n7,10,Food,active,"101, 102-01","Belmont, Redwood City","English, Spanish"\n8,20,Advice,active,,,\n9,99,Lost,active,,,\n' \
        taxonomy.csv 'taxonomy_id,name,parent_id,parent_name\n101,Emergency,,\n102,Food,,\n102-01,Pantry,102,Food\n' \
        contacts.csv 'id,location_id,organization_id,service_id,name,title,email,department\n1,10,,,Ana,Manager,,Intake\n' \
        phones.csv 'id,contact_id,location_id,organization_id,service_id,department,extension,number,number_type\n1,,10,,,,,650-555-0100,voice\n')
    imports ohana "$folder"
    assert_equal "$(cat "$made/services.csv")" 'organization,service,area,population
1,Emergency;Pantry,Belmont;Redwood City,
2,Advice,San Mateo,'
    assert_equal "$(sed -n 2p "$made/organizations.csv")" \
        '1,Peninsula Aid,,,Redwood City,English;Spanish,1 Main St,Redwood City,94063,37.5,-122.3,650-555-0100,,aid.example,,,,,'
    assert_equal "$(sed -n 2p "$made/contacts.csv")" '1,Ana,1,"Manager, Intake",,'
    assert_equal "$(json -c '[.findings[] | [.kind, .file, .line]]')" '[["dangling-key","services.csv",4]]'
    imports ohana "$folder" --taxonomy-level 1
    assert_equal "$(sed -n 2p "$made/services.csv")" '1,Emergency;Food,Belmont;Redwood City,'
    assert_no_errors "$made"
}

@test "what a database writes for nothing is nothing" {
    local folder
    folder=$(dataset \
        organizations.csv 'id,name,alternate_name,url\nA,Elm Clinic,NULL,null\nB,Nullarbor Help,\\N,\n' \
        locations.csv 'id,organization_id\nL1,A\nL2,B\n' \
        physical_addresses.csv 'id,location_id,address_1,city,postal_code\n1,L1,1 Elm St,null,94601\n2,L2,NULL,Oakland,\\N\n' \
        services.csv 'id,organization_id,name,status\n1,A,Checkups,Null\n2,B,Food,active\n')
    imports hsds "$folder"
    assert_equal "$(grep -ciE 'null(,|;|$)' "$made/organizations.csv" "$made/services.csv" | grep -v ':0')" ""
    assert_equal "$(tail -n +2 "$made/organizations.csv" | cut -d, -f1-3,5,7-9)" $'A,Elm Clinic,,94601,1 Elm St,,94601\nB,Nullarbor Help,,Oakland,,Oakland,'
}

@test "ids are made alike whatever the order of the rows" {
    local first="$BATS_TEST_TMPDIR/first" second="$BATS_TEST_TMPDIR/second"
    mkdir "$first" "$second"
    printf 'id,name,email\n,Salvation Army,a@x.org\n,Salvation Army,b@x.org\n,Elm,\n,Elm,\n9,Oak,\n' >"$first/organizations.csv"
    printf 'id,name,email\n,Elm,\n9,Oak,\n,Salvation Army,b@x.org\n,Elm,\n,Salvation Army,a@x.org\n' >"$second/organizations.csv"
    printf 'id,organization_id,name\ns1,9,Meals\n' | tee "$first/services.csv" >"$second/services.csv"
    refnet import hsds "$first" -o "$first.new"
    refnet import hsds "$second" -o "$second.new"
    diff -r "$first.new" "$second.new"
    assert_equal "$(cut -d, -f1 "$first.new/organizations.csv" | sed 's/-[0-9a-f]\{4\}$/-XXXX/' | tr '\n' ' ')" \
        'id 9 elm-XXXX elm-XXXX salvation-army-XXXX salvation-army-XXXX '
}

@test "cities of one name in two states are told apart" {
    local folder
    folder=$(dataset \
        organizations.csv 'id,name\n1,A\n2,B\n' \
        locations.csv 'id,organization_id\n1,1\n2,2\n' \
        physical_addresses.csv 'location_id,address_1,city,state_province\n1,x,Springfield,IL\n2,y,Springfield,mo\n')
    imports hsds "$folder"
    assert_equal "$(cut -d, -f1-6 "$made/organizations.csv" | tail -n +2)" '1,A,,,"Springfield, IL"
2,B,,,"Springfield, MO"'
}

@test "spellings of one city are one area" {
    local folder
    folder=$(dataset \
        organizations.csv 'id,name\n1,A\n2,B\n' \
        locations.csv 'id,organization_id,latitude,longitude\n1,1,36.1,-80.2\n2,1,36.2,-80.2\n3,2,36.3,-80.2\n' \
        physical_addresses.csv 'location_id,address_1,city\n1,x,Winston-Salem\n2,y,Winston Salem\n3,z,winston salem\n')
    imports hsds "$folder"
    assert_equal "$(cat "$made/areas.csv")" 'area,latitude,longitude
Winston-Salem,36.2,-80.2'
    assert_equal "$(cut -d, -f5 "$made/organizations.csv" | tail -n +2)" 'Winston-Salem
Winston-Salem'
    assert_no_errors "$made"
}

@test "a zip is read as its folder; hostile ones are refused and nothing is written" {
    package good
    imports hsds "$BATS_TEST_TMPDIR/good.zip"
    assert_equal "$(json '.files[0].used')" 2
    local -A said=(
        [traversal]="leads out of the archive" [absolute]="absolute name" [drive]="absolute name"
        [twice]="two files called" [nothing]="no CSV files" [many]="more than 10,000 files"
        [symlink]="is a link" [bomb]="zip bomb" [encrypted]="is encrypted" [damaged]="damaged")
    for kind in "${!said[@]}"; do
        package "$kind"
        refnet import hsds "$BATS_TEST_TMPDIR/$kind.zip" -o "$BATS_TEST_TMPDIR/out-$kind"
        assert_status 3
        assert_contains "$stderr" "${said[$kind]}"
        [ -z "$(compgen -G "$BATS_TEST_TMPDIR/out-$kind*")" ] || fail_with "no folder" "out-$kind"
    done
}

@test "a folder that holds something is refused without --force; --strict writes nothing" {
    mkdir "$BATS_TEST_TMPDIR/full"
    touch "$BATS_TEST_TMPDIR/full/notes.txt"
    refnet import hsds datasets/harbor-directory -o "$BATS_TEST_TMPDIR/full"
    assert_status 2
    refnet import hsds datasets/harbor-directory -o "$BATS_TEST_TMPDIR/full" --force
    assert_status 0
    [ -e "$BATS_TEST_TMPDIR/full/notes.txt" ]
    local folder
    folder=$(dataset organizations.csv 'id,name\n1,A\n1,B\n')
    refnet import hsds "$folder" -o "$BATS_TEST_TMPDIR/strict" --strict
    assert_status 3
    [ ! -e "$BATS_TEST_TMPDIR/strict" ]
}

@test "a column that no table has is told, not passed over" {
    local folder option
    folder=$(dataset organizations.csv 'id,name\n1,Elm\n' services.csv 'id,organization_id,label\ns,1,food\n')
    for option in services.name=lable servces.name=label name; do
        refnet import hsds "$folder" -o "$BATS_TEST_TMPDIR/typo" --column "$option"
        assert_status 2
        [ ! -e "$BATS_TEST_TMPDIR/typo" ]
    done
    refnet import hsds "$folder" -o "$BATS_TEST_TMPDIR/typo" --column services.name=label
    assert_status 0
    assert_contains "$(cat "$BATS_TEST_TMPDIR/typo/services.csv")" '1,food,,'
}

@test "what is no package is told" {
    local folder
    folder=$(dataset services.csv 'id,name\n1,A\n')
    refnet import hsds "$folder" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    assert_contains "$stderr" "no organizations.csv"
    refnet import hsds "$folder/services.csv" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    assert_contains "$stderr" "neither a folder nor a zip; give the folder that it is in"
    printf '[]' >"$BATS_TEST_TMPDIR/services.json"
    refnet import hsds "$BATS_TEST_TMPDIR/services.json" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    assert_contains "$stderr" "neither a folder nor a zip; ask where it comes from for the directory as CSV files"
    mkdir "$BATS_TEST_TMPDIR/api"
    printf '[]' >"$BATS_TEST_TMPDIR/api/services.json"
    refnet import hsds "$BATS_TEST_TMPDIR/api" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    assert_contains "$stderr" "only JSON; ask where it comes from"
    refnet import hsds "$folder/nowhere" -o "$BATS_TEST_TMPDIR/x"
    assert_status 3
    refnet import hsda "$folder" -o "$BATS_TEST_TMPDIR/x"
    assert_status 2
    refnet import hsds "$folder"
    assert_status 2
    assert_contains "$stderr" "-o DIR"
}

@test "real directories become datasets without errors" {
    [ -d "${REFNET_SHARED:-/nonexistent}/hsds" ] || skip "there is no shared data folder here"
    for directory in dc-2.0 florida examples-3.0; do
        imports hsds "$REFNET_SHARED/hsds/$directory"
        local sum
        sum=$(cat "$made"/* | cksum)
        assert_no_errors "$made"
        imports hsds "$REFNET_SHARED/hsds/$directory"
        assert_equal "$(cat "$made"/* | cksum)" "$sum"
    done
}

@test "who is called None or N/A has no name; NA may be initials of an organisation" {
    local folder="$BATS_TEST_TMPDIR/nameless"
    mkdir "$folder"
    printf 'id,name\n1,None\n2,Elm\n3,NA\n' >"$folder/organizations.csv"
    printf 'id,organization_id,name,status\n1,1,food,active\n2,2,rent,active\n3,2,NA,active\n4,3,rent,active\n' >"$folder/services.csv"
    printf 'id,organization_id,name\n1,2,NA\n2,2,N/A\n3,2,Ana\n' >"$folder/contacts.csv"
    imports hsds "$folder"
    assert_no_errors "$made"
    assert_equal "$(tail -n +2 "$made/organizations.csv" | cut -d, -f2 | tr '\n' ' ')" 'Elm NA '
    assert_equal "$(tail -n +2 "$made/contacts.csv" | cut -d, -f2 | tr '\n' ' ')" 'Ana '
    assert_equal "$(tail -n +2 "$made/services.csv" | tr '\n' ' ')" '2,rent,, 3,rent,, '
}

@test "a package that may not be read is not called something else" {
    package good
    chmod 000 "$BATS_TEST_TMPDIR/good.zip"
    [ ! -r "$BATS_TEST_TMPDIR/good.zip" ] || skip "this user may read everything"
    refnet import hsds "$BATS_TEST_TMPDIR/good.zip" -o "$BATS_TEST_TMPDIR/none"
    assert_status 4
    assert_contains "$stderr" "cannot be opened: Permission denied"
}
