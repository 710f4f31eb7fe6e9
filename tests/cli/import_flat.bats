#!/usr/bin/env bats
# One table with a column a service, and a folder with categories in tables of their own.
load helper

import_flat() {
    DIR=$BATS_TEST_TMPDIR/out
    rm -rf "$DIR"
    refnet import flat "$1" -o "$DIR" --as-of "$AS_OF" "${@:2}"
}

@test "columns of yes and no are services, those of serves_ groups of people, the rest stays" {
    printf 'Agency,county,detox_offered,serves_veterans,fees,Housing\nElm Clinic,Bay,1,,free,no\nRide,Bay,,yes,,x\n,Bay,1,,,\n' >"$BATS_TEST_TMPDIR/list.csv"
    import_flat "$BATS_TEST_TMPDIR/list.csv" --format json
    assert_status 0
    assert_equal "$(cat "$DIR/organizations.csv")" 'Agency,county,fees,services,populations
Elm Clinic,Bay,free,detox,
Ride,Bay,,Housing,veterans'
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '3 2 0 1'
    assert_equal "$(json '.findings[0] | [.line, .column] | join(":")')" 4:1
    refnet check "$DIR" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
}

@test "categories are joined by ids; keys that lead nowhere are named" {
    local folder
    folder=$(dataset list.csv 'organization_id,organization_name\n1,Elm\n2,Ride\n' \
        names.csv 'category_id,category_name\n7,Food, hot\n8,Rides\n' \
        pairs.csv 'organization_id,category_id,active\n1,8,t\n2,8,f\n2,9,t\n3,8,t\n')
    printf 'category_id,category_name\n7,"Food, hot"\n8,Rides\n' >"$folder/names.csv"
    import_flat "$folder" --format json
    assert_status 0
    assert_equal "$(cat "$DIR/organizations.csv")" 'organization_id,organization_name,services,populations
1,Elm,Rides,
2,Ride,,'
    assert_equal "$(json '.files[] | select(.file == "pairs.csv") | [.read, .used, .ignored, .rejected] | join(" ")')" '4 1 1 2'
}

@test "a table without names is refused" {
    printf 'x,y\n1,0\n' >"$BATS_TEST_TMPDIR/list.csv"
    import_flat "$BATS_TEST_TMPDIR/list.csv"
    assert_status 3
    assert_contains "$stderr" 'no column of names'
    [ ! -e "$DIR" ]
}

@test "a table without an organisation is refused, and nothing is written" {
    printf 'name,food\n,yes\n' >"$BATS_TEST_TMPDIR/list.csv"
    import_flat "$BATS_TEST_TMPDIR/list.csv"
    assert_status 3
    assert_contains "$stderr" 'no organisation that could be used'
    [ ! -e "$DIR" ]
}

@test "columns under other names, and options that a format has no use for" {
    printf 'Wer;Food;Beds\nElm;yes;no\nOak;no;yes\n' >"$BATS_TEST_TMPDIR/other.csv"
    refnet import flat "$BATS_TEST_TMPDIR/other.csv" -o "$BATS_TEST_TMPDIR/out" --column name=WER
    assert_status 0
    assert_equal "$(cat "$BATS_TEST_TMPDIR/out/organizations.csv")" 'name,services,populations
Elm,Food,
Oak,Beds,'
    local wrong
    for wrong in "--column name" "--column nome=Wer" "--column name=Who" "--sheet Food" "--fields from,to" \
        "--organizations $COUNTY/organizations.csv" "--scale count" "--date-order dmy"; do
        # shellcheck disable=SC2086
        refnet import flat "$BATS_TEST_TMPDIR/other.csv" -o "$BATS_TEST_TMPDIR/none" $wrong
        assert_status 2
        [ ! -e "$BATS_TEST_TMPDIR/none" ]
    done
    assert_contains "$stderr" "import flat has no use for --date-order; it is for hsds, ohana, survey"
    refnet import graphml "$BATS_TEST_TMPDIR/other.csv" -o "$BATS_TEST_TMPDIR/none" --delimiter comma
    assert_status 2
}

@test "a member list with contacts beside the organisations: contacts.csv" {
    printf 'sep=;\nAgency Name;Id;Services;Contact Person;Contact E-mail;Title;Last Contact;Phone\nElm;e;meals;Ann Li| Bo Ray ;ann@x.example;Director;2026-03-01;1\nOak;;beds;;;;;2\nAsh;e;beds;Cy;;;;3\nFir;;;=Dee;;;;4\n' >"$BATS_TEST_TMPDIR/list.csv"
    # By itself it is a list of organisations, and check says how to get at the contacts.
    refnet check "$BATS_TEST_TMPDIR/list.csv" --as-of $AS_OF
    assert_contains "$(tr '\n' ' ' <<<"$output" | tr -s ' ')" "contacts seem to stand beside the organisations, from where refnet import flat FILE -o DIR takes them"
    refnet import flat "$BATS_TEST_TMPDIR/list.csv" -o "$BATS_TEST_TMPDIR/list"
    assert_status 0
    assert_contains "$output" 'Columns about people, read as contacts: "Contact Person", "Contact E-mail", "Last Contact".'
    assert_equal "$(cat "$BATS_TEST_TMPDIR/list/contacts.csv")" "organization,name,role,email,phone,last_contact
e,Ann Li,,ann@x.example,,2026-03-01
e,Bo Ray,,,,
Fir,'=Dee,,,,"
    assert_equal "$(head -2 "$BATS_TEST_TMPDIR/list/organizations.csv")" 'Agency Name,Id,Title,Phone,services,populations
Elm,e,Director,1,meals,'
    refnet risks "$BATS_TEST_TMPDIR/list" --as-of $AS_OF --quiet --show-people --format json
    assert_equal "$(json .dataset.contacts)" 3
}

@test "rows of one organisation, one for each programme, are put together, and services.csv says what is where" {
    local file="$BATS_TEST_TMPDIR/211.csv"
    printf '%s\n' 'Agency ID,Agency Name,Service Name,County,Phone,Shelter' \
        '1001,Catholic Charities,Food Pantry,Kent,555-1000,' \
        '1001,CATHOLIC Charities,Rent Help,Kent,555-1001,yes' \
        '1002,Salvation Army,Meals,Ottawa,,no' \
        '1002,Another Army,Meals,Ottawa,555-1100,' \
        '1002,Salvation Army,Meals;Clothes,Kent,555-1200,' > "$file"
    refnet import flat "$file" -o "$BATS_TEST_TMPDIR/new" --as-of "$AS_OF"
    assert_status 0
    assert_contains "$output" "2 rows have the id and the name of an earlier one"
    assert_contains "$output" "The row's id is that of another organisation in an earlier one"
    assert_equal "$(tail -n +2 "$BATS_TEST_TMPDIR/new/organizations.csv")" \
        "$(printf '%s\n' '1001,Catholic Charities,Kent,555-1000,Food Pantry;Rent Help;Shelter,' \
            '1002,Salvation Army,Ottawa;Kent,555-1200,Meals;Clothes,')"
    assert_equal "$(cat "$BATS_TEST_TMPDIR/new/services.csv")" \
        "$(printf '%s\n' organization,service,area,population 1001,Food\ Pantry,Kent, \
            '1001,Rent Help;Shelter,Kent,' 1002,Meals,Ottawa, '1002,Meals;Clothes,Kent,')"
    refnet check "$BATS_TEST_TMPDIR/new" --as-of "$AS_OF" --format json
    assert_equal "$(json '.files | map(.rejected) | add')" 0
}

@test "lists that are put together have each item once; a column without a header is told" {
    printf 'id,name,services,areas,food pantry,\n1,Elm,Food-Pantry;Rides,Bay,yes,lost\n1,Elm,rides|Law,Bay;Hill,,\n2,Ride,food pantry,,yes,\n' \
        >"$BATS_TEST_TMPDIR/repeats.csv"
    import_flat "$BATS_TEST_TMPDIR/repeats.csv" --format json
    assert_equal "$(cat "$DIR/organizations.csv")" 'id,name,areas,services,populations
1,Elm,Bay;Hill,Food-Pantry;Rides;Law,
2,Ride,,food pantry,'
    assert_equal "$(json '.findings[] | "\(.line):\(.column) \(.message)"')" \
        '1:6 Column 6 has no header; 1 cell below it is left out.'
}

@test "a list of people becomes contacts and the organisations they are at, and is named where it is given" {
    local header
    for header in 'First Name,Last Name,Organization,Email' 'Name,Surname,Agency,E-mail'; do
        printf '%s\nAnn,Li,Elm,ann@elm.example\nBo,Mu,elm,\nCy,Ro,Oak,cy@oak.example\n,,Fir,\n' "$header" \
            >"$BATS_TEST_TMPDIR/people.csv"
        import_flat "$BATS_TEST_TMPDIR/people.csv"
        assert_status 0
        assert_contains "$output" 'The table is a list of people, who became contacts'
        assert_equal "$(tail -n +2 "$DIR/organizations.csv")" 'Elm,,
Oak,,
Fir,,'
        assert_equal "$(cat "$DIR/contacts.csv")" 'organization,name,role,email,phone,last_contact
Elm,Ann Li,,ann@elm.example,,
elm,Bo Mu,,,,
Oak,Cy Ro,,cy@oak.example,,'
        [ ! -e "$DIR/services.csv" ]
        refnet check "$BATS_TEST_TMPDIR/people.csv"
        assert_status 3
        assert_contains "$stderr" 'is a list of people; give it beside a list of organisations'
        assert_contains "$stderr" 'refnet import flat'
    done
}

@test "ids in a list of people are theirs, but where the header says that they are of organisations" {
    printf 'Record ID,Name,Email,Agency\n11,Ann Lee,a@x.example,Elm\n12,Bo Ray,b@x.example,Oak\n13,Cy Poe,c@x.example,Elm\n' >"$BATS_TEST_TMPDIR/ids.csv"
    import_flat "$BATS_TEST_TMPDIR/ids.csv"
    assert_status 0
    assert_equal "$(cat "$DIR/contacts.csv")" 'organization,name,role,email,phone,last_contact,id
Elm,Ann Lee,,a@x.example,,,11
Oak,Bo Ray,,b@x.example,,,12
Elm,Cy Poe,,c@x.example,,,13'
    assert_equal "$(cat "$DIR/organizations.csv")" 'Agency,services,populations
Elm,,
Oak,,'
    sed -i 's/^Record/Agency/; s/^13/11/' "$BATS_TEST_TMPDIR/ids.csv"
    import_flat "$BATS_TEST_TMPDIR/ids.csv"
    assert_equal "$(cut -d, -f1,2 "$DIR/contacts.csv")" 'organization,name
11,Ann Lee
12,Bo Ray
11,Cy Poe'
    assert_equal "$(head -3 "$DIR/organizations.csv")" 'Agency ID,Agency,services,populations
11,Elm,,
12,Oak,,'
}

@test "an id that two people or two organisations have does not make them one" {
    local header
    for header in ID 'Agency ID'; do
        printf '%s,Name,Email,Agency\n17,Ann Lee,a@x.example,Elm\n17,Bo Ray,b@x.example,Oak\n' "$header" \
            >"$BATS_TEST_TMPDIR/ids.csv"
        import_flat "$BATS_TEST_TMPDIR/ids.csv"
        assert_status 0
        assert_contains "$output" 'have this id; the column is left out.'
        assert_contains "$output" 'ids.csv:3:1'
        assert_equal "$(cut -d, -f1,2 "$DIR/contacts.csv")" 'organization,name
Elm,Ann Lee
Oak,Bo Ray'
        assert_equal "$(cat "$DIR/organizations.csv")" 'Agency,services,populations
Elm,,
Oak,,'
        refnet check "$DIR" --as-of 2026-01-01 --format json
        assert_equal "$(json '[.files[].rejected] | add')" 0
    done
}

@test "titles above the header are left out and accounted for" {
    printf 'Alder County Coalition,,,\nUpdated in March,,,\n,,,\nAgency,food,county,Phone\nElm,yes,Bay,1\n\nRide,no,Bay,2\n' >"$BATS_TEST_TMPDIR/list.csv"
    import_flat "$BATS_TEST_TMPDIR/list.csv" --format json
    assert_status 0
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '4 2 2 0'
    assert_equal "$(cat "$DIR/organizations.csv")" 'Agency,county,Phone,services,populations
Elm,Bay,1,food,
Ride,Bay,2,,'
}

@test "a row for each project, without ids, becomes one organisation with all of its services" {
    printf 'Row #,Organization Name,Project Name,HMIS Project Type,County\n1,YWCA,Haven,ES,Bay\n2,Elm,Elm House,TH,Bay\n3,YWCA,Haven II,RRH,Hill\n' >"$BATS_TEST_TMPDIR/inventory.csv"
    import_flat "$BATS_TEST_TMPDIR/inventory.csv" --format json
    assert_status 0
    assert_equal "$(cut -d, -f2,5- "$DIR/organizations.csv")" 'Organization Name,services,populations
YWCA,ES;RRH,
Elm,TH,'
    assert_equal "$(sort "$DIR/services.csv")" 'YWCA,ES,Bay,
YWCA,RRH,Hill,
organization,service,area,population'
    refnet show "$DIR" YWCA --as-of "$AS_OF"
    assert_status 0
    # Without a column of programmes, equal names stay apart: they may be two organisations.
    printf 'name,food,address\nFirst Church,yes,1 Elm St\nFirst Church,yes,9 Oak Rd\n' >"$BATS_TEST_TMPDIR/two.csv"
    import_flat "$BATS_TEST_TMPDIR/two.csv"
    assert_equal "$(wc -l <"$DIR/organizations.csv")" 3
}

@test "a programme that ended closes no organisation that goes on with another, whatever the order" {
    local rows='Elm,Inactive,Meals\nElm,Active,Rides\nOak,Inactive,Law\n'
    for rows in "$rows" "$(printf "$rows" | tac)"; do
        printf "Agency,Status,Program\n$rows\n" >"$BATS_TEST_TMPDIR/ended.csv"
        import_flat "$BATS_TEST_TMPDIR/ended.csv"
        assert_contains "$output" 'The row is closed, and its organisation goes on in another'
        assert_contains "$output" '3 rows read = 2 used + 1 left out on purpose + 0 rejected'
        assert_equal "$(tail -n +2 "$DIR/organizations.csv" | sort)" 'Elm,Active,Rides,
Oak,Inactive,Law,'
    done
}

@test "contacts beside organisations of one name are each with theirs, whatever the order of the rows" {
    local rows='Elm,East,Ann Lee\nElm,,Bo Ray\nOak,West,Cy Young\n'
    printf "Agency,Area,Contact\n$rows" >"$BATS_TEST_TMPDIR/people.csv"
    import_flat "$BATS_TEST_TMPDIR/people.csv"
    assert_contains "$output" '1 row has the name of an earlier one and was put together with it'
    assert_equal "$(tail -n +2 "$DIR/organizations.csv")" 'Elm,East,,
Oak,West,,'
    refnet check "$DIR" --as-of "$AS_OF" --format json
    assert_equal "$(json '.files | map(.rejected) | add')" 0
    # At different addresses they stay apart.
    rows='Elm,1 Main St,Salem,Ann Lee\nElm,1 Main St.,,Bo Ray\nElm,9 Oak Rd,Salem,Cy Young\nFir,,,Di Xu\n'
    printf "Agency,Address,City,Contact\n$rows" >"$BATS_TEST_TMPDIR/chain.csv"
    import_flat "$BATS_TEST_TMPDIR/chain.csv"
    assert_contains "$output" '1 name stands with different addresses'
    refnet check "$DIR" --as-of "$AS_OF" --format json
    assert_equal "$(json '.files | map(.rejected) | add')" 0
    sort "$DIR/contacts.csv" >"$BATS_TEST_TMPDIR/contacts"
    assert_contains "$(cat "$BATS_TEST_TMPDIR/contacts")" 'elm-9-oak-rd-salem,Cy Young'
    printf "Agency,Address,City,Contact\n$(printf "$rows" | tac)" >"$BATS_TEST_TMPDIR/chain.csv"
    import_flat "$BATS_TEST_TMPDIR/chain.csv"
    assert_equal "$(sort "$DIR/contacts.csv")" "$(cat "$BATS_TEST_TMPDIR/contacts")"
}

@test "the name of a programme is its service where nothing else says which" {
    printf 'AgencyName,ProgramName,CoverageArea,AgencyStatus\nElm,,,Active\nElm,Meals,Bay; Hill,Active\nElm,Rides,Bay,Active\n' >"$BATS_TEST_TMPDIR/list.csv"
    import_flat "$BATS_TEST_TMPDIR/list.csv"
    assert_contains "$output" '2 rows have the name of an earlier one and were put together with it'
    assert_equal "$(sort "$DIR/services.csv")" 'Elm,Meals,Bay; Hill,
Elm,Rides,Bay,
organization,service,area,population'
}

@test "projects of an HMIS become the services of their organisations, those that ended do not" {
    local folder
    folder=$(dataset Organization.csv 'OrganizationID,OrganizationName,DateDeleted\n10,YWCA,\n11,Elm,\n' \
        Project.csv 'ProjectID,OrganizationID,ProjectName,OperatingEndDate,ProjectType\n1,10,Haven,,1\n2,10,Path,,13\n3,11,Old,2020-01-01,2\n4,99,Lost,,3\n5,11,New,,14\n')
    import_flat "$folder" --format json
    assert_status 0
    assert_equal "$(cut -d, -f2,4 "$DIR/organizations.csv")" 'OrganizationName,services
YWCA,emergency shelter;rapid re-housing
Elm,coordinated entry'
    assert_equal "$(json '.files[] | select(.file == "Project.csv") | [.read, .used, .ignored, .rejected] | join(" ")')" '5 3 1 1'
    # Numbers in a column of another name are what they are.
    folder=$(dataset agencies.csv 'id,name\n1,Elm\n' programs.csv 'agency id,service\n1,13\n')
    import_flat "$folder"
    assert_equal "$(cut -d, -f3 "$DIR/organizations.csv")" 'services
13'
}

@test "projects of an HMIS that end later go on; deleted organisations and types without a name are left out" {
    local folder
    folder=$(dataset Organization.csv 'OrganizationID,OrganizationName,VictimServiceProvider,UserID,DateDeleted\n10,YWCA,1,1,\n11,Beta,0,1,2024-02-01 10:00:00\n12,Elm,0,1,\n' \
        Project.csv 'ProjectID,OrganizationID,ProjectName,OperatingEndDate,ProjectType\n1,10,Haven,2030-12-31,1\n2,10,Path,9/30/2026,13\n3,12,Old,2026-09-29,2\n4,11,Gone,,3\n5,12,Five,,5\n6,12,More,,99\n7,12,Odd,soon,14\n')
    import_flat "$folder" --format json
    assert_status 0
    assert_equal "$(cat "$DIR/organizations.csv")" 'OrganizationID,OrganizationName,VictimServiceProvider,UserID,DateDeleted,services,populations
10,YWCA,1,1,,emergency shelter;rapid re-housing,
12,Elm,0,1,,coordinated entry,'
    assert_equal "$(json '.files[] | [.file, .read, .used, .ignored, .rejected] | join(" ")')" 'Organization.csv 3 2 1 0
Project.csv 7 3 4 0'
    assert_equal "$(json '.findings[] | "\(.line):\(.column) \(.message)"')" \
        "8:4 The last day can't be read, and counts as none."
    refnet import flat "$folder" -o "$BATS_TEST_TMPDIR/later" --as-of 2031-01-01
    assert_equal "$(sed -n 2p "$BATS_TEST_TMPDIR/later/organizations.csv")" '10,YWCA,1,1,,,'
    import_flat "$folder/Organization.csv"
    assert_equal "$(wc -l <"$DIR/organizations.csv")" 3
}

@test "people and programmes are told apart by their columns, the same where they are imported and given" {
    cd "$BATS_TEST_TMPDIR"
    printf 'First Name,Last Name,Organization,Email,Board Member\nAnn,Lee,Alpha,a@x.org,yes\nBob,Ray,Alpha,b@x.org,no\nCy,Orr,Beta,c@x.org,no\n' >people.csv
    import_flat people.csv
    assert_status 0
    assert_contains "$output" 'said of the people, and left out: "Board Member"'
    assert_equal "$(cat "$DIR/organizations.csv")" 'Organization,services,populations
Alpha,,
Beta,,'
    assert_equal "$(cut -d, -f1,2,4 "$DIR/contacts.csv")" 'organization,name,email
Alpha,Ann Lee,a@x.org
Alpha,Bob Ray,b@x.org
Beta,Cy Orr,c@x.org'
    refnet summary people.csv
    assert_status 3
    assert_contains "$stderr" 'is a list of people'
    local header
    for header in Name,Agency,Sector,Address Name,Agency,Sector,Phone; do
        printf '%s\nFood Bank,County Dept,health,1 Main\nShelter,County Dept,housing,2 Main\n' "$header" >programs.csv
        import_flat programs.csv
        assert_equal "$(tail -n +2 "$DIR/organizations.csv")" 'Food Bank,County Dept,health,1 Main,,
Shelter,County Dept,housing,2 Main,,'
        [ ! -e "$DIR/contacts.csv" ]
        refnet summary programs.csv --as-of "$AS_OF" --format json
        assert_equal "$(json .organizations)" 2
    done
    printf 'Name,Organization,Role\nAnn,Alpha,Nurse\nBob,Alpha,\n' >short.csv
    import_flat short.csv
    assert_equal "$(tail -n +2 "$DIR/organizations.csv")" 'Alpha,,'
    refnet summary short.csv
    assert_contains "$stderr" 'is a list of people'
}

@test "a total below the organisations is left out, and told; N/A names nobody" {
    printf 'Agency,Program,Services,Clients\nAsh House,A,food,12\nAsh House,B,rent,13\nN/A,,food,3\nTotal,,food,25\nGrand total:,,food,28\nTOTAL,,food,28\n' >"$BATS_TEST_TMPDIR/flat.csv"
    import_flat "$BATS_TEST_TMPDIR/flat.csv" --format json
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '6 2 3 1'
    assert_equal "$(tail -n +2 "$DIR/organizations.csv")" 'Ash House,A,12,food;rent,'
    assert_equal "$(tail -n +2 "$DIR/services.csv" | wc -l)" 2
    assert_contains "$output" 'is a total, not an organisation'
}

@test "N/A is no contact; an address without a name is told" {
    printf 'Agency,Services,Contact Name,Contact Email\nAsh House,food,N/A,n/a\nZed House,food,Ann Lee,a@x.example\nBay,food,-,bay@x.example\nCy,food,,cy@x.example\n' >"$BATS_TEST_TMPDIR/na.csv"
    import_flat "$BATS_TEST_TMPDIR/na.csv"
    assert_contains "$output" '2 rows have an address or a number for a contact and no name: no contact was'
    assert_equal "$(tail -n +2 "$DIR/contacts.csv")" 'Zed House,Ann Lee,,a@x.example,,'
}

@test "a name beside a title or an address, behind that of the agency, is a contact" {
    cd "$BATS_TEST_TMPDIR"
    local header
    for header in 'Agency Name,Phone,Services,Name,Title,Email' 'Agency,Phone,Services,Name,Title,Email'; do
        printf '%s\nElm,555-1,care,Ann Lee,Director,a@elm.org\nOak,555-2,meals,,,\n' "$header" >directory.csv
        refnet check directory.csv --as-of "$AS_OF" --format json
        assert_contains "$(json '.findings[] | select(.kind == "no-contacts") | .message')" "contacts seem to stand beside"
        import_flat directory.csv
        assert_equal "$(cut -d, -f1-3 "$DIR/organizations.csv" | tail -n +2)" 'Elm,555-1,care
Oak,555-2,meals'
        assert_equal "$(tail -n +2 "$DIR/contacts.csv")" 'Elm,Ann Lee,Director,a@elm.org,,'
    done
}

@test "people in one cell are told apart, with their addresses; nobody is called TBD" {
    printf 'Agency,Contacts,Contact Email,Services\nElm,"Ann Lee <a@elm.org>; Bo Ray (intake)",x@elm.org,care\nOak,TBD,,care\nAsh,Cy Poe,c@ash.org,care\nFir,Dee Dow; Ed Ek,"d@fir.org, e@fir.org",care\n' >"$BATS_TEST_TMPDIR/people.csv"
    refnet import flat "$BATS_TEST_TMPDIR/people.csv" -o "$BATS_TEST_TMPDIR/people"
    assert_equal "$(cut -d, -f1-4 "$BATS_TEST_TMPDIR/people/contacts.csv" | tail -n +2)" 'Elm,Ann Lee,,a@elm.org
Elm,Bo Ray,intake,
Ash,Cy Poe,,c@ash.org
Fir,Dee Dow,,d@fir.org
Fir,Ed Ek,,e@fir.org'
}

@test "several contacts with columns of their own are a row each" {
    printf 'Agency,Services,Contact 1,Email 1,Contact 2,Email 2,Phone\nElm,care,Ann Lee,a@elm.org,Bo Ray,b@elm.org,555-1\nOak,care,,,Cy Poe,,555-2\n' >"$BATS_TEST_TMPDIR/numbered.csv"
    refnet import flat "$BATS_TEST_TMPDIR/numbered.csv" -o "$BATS_TEST_TMPDIR/numbered"
    assert_contains "$output" 'read as contacts: "Contact 1", "Email 1", "Contact 2", "Email 2".'
    assert_equal "$(tail -n +2 "$BATS_TEST_TMPDIR/numbered/contacts.csv")" 'Elm,Ann Lee,,a@elm.org,,
Elm,Bo Ray,,b@elm.org,,
Oak,Cy Poe,,,,'
    assert_equal "$(cat "$BATS_TEST_TMPDIR/numbered/organizations.csv")" 'Agency,Phone,services,populations
Elm,555-1,care,
Oak,555-2,care,'
    printf 'Agency,Primary Contact,Primary Contact Title,Secondary Contact,Secondary Contact Email,Services\nElm,Ann Lee,Director,Bo Ray,b@elm.org,care\n' >"$BATS_TEST_TMPDIR/ranked.csv"
    refnet import flat "$BATS_TEST_TMPDIR/ranked.csv" -o "$BATS_TEST_TMPDIR/ranked"
    assert_equal "$(tail -n +2 "$BATS_TEST_TMPDIR/ranked/contacts.csv")" 'Elm,Ann Lee,Director,,,
Elm,Bo Ray,,b@elm.org,,'
    refnet check --organizations "$BATS_TEST_TMPDIR/numbered.csv" --as-of "$AS_OF"
    assert_contains "$(tr '\n' ' ' <<<"$output" | tr -s ' ')" "contacts seem to stand beside the organisations, from where refnet import flat FILE -o DIR takes them"
}

@test "numbered columns of services, areas and groups are a list each, over all rows of one name" {
    printf 'Agency,Program Name,Service 1,Service 2,Dental,Area 1,Area 2,Population (1),Population (2)\nElm,Kids,care,,x,East,West,youth,families\nElm,Old,food,rides | care,,North,,,\nOak,Day,,legal,,,West,,\n' >"$BATS_TEST_TMPDIR/lists.csv"
    refnet import flat "$BATS_TEST_TMPDIR/lists.csv" -o "$BATS_TEST_TMPDIR/lists"
    assert_contains "$output" 'Columns read as one list of services: "Service 1", "Service 2".'
    assert_equal "$(cut -d, -f3- "$BATS_TEST_TMPDIR/lists/organizations.csv")" 'Area 1,Area 2,services,populations
East;North,West,care;food;rides;Dental,youth;families
,West,legal,'
    assert_equal "$(tail -n +2 "$BATS_TEST_TMPDIR/lists/services.csv")" 'Elm,care;Dental,East;West,youth;families
Elm,food;rides;care,North,'
    refnet show "$BATS_TEST_TMPDIR/lists" Elm --as-of "$AS_OF"
    assert_contains "$output" 'East, North, West'
}

@test "what a survey program calls a column of yes and no is no service" {
    printf 'Agency,Dental,v254,pleaseindicatespecialtrainingadd,Q12_3,Vitamin B12\nElm,x,x,x,x,x\nOak,,,,,\n' >"$BATS_TEST_TMPDIR/coded.csv"
    refnet import flat "$BATS_TEST_TMPDIR/coded.csv" -o "$BATS_TEST_TMPDIR/coded"
    assert_contains "$output" 'Columns of yes and no, read as services: "Dental", "Vitamin B12".'
    assert_contains "$(tr '\n' ' ' <<<"$output")" 'whose headers name no service, read as attributes: "v254", "pleaseindicatespecialtrainingadd", "Q12'
    assert_equal "$(cat "$BATS_TEST_TMPDIR/coded/organizations.csv")" 'Agency,v254,pleaseindicatespecialtrainingadd,Q12_3,services,populations
Elm,x,x,x,Dental;Vitamin B12,
Oak,,,,,'
}

@test "services and areas on lines of their own in a cell are one each, those of an address are not" {
    printf 'Agency Name,Services Offered,Address,Areas Served\nElm,"dental care\nmeals","1 Main St\nNorthport","East\nWest"\nOak,"• food boxes\n• rides",2 Oak St,East\n' >"$BATS_TEST_TMPDIR/lines.csv"
    import_flat "$BATS_TEST_TMPDIR/lines.csv"
    assert_equal "$(cat "$DIR/organizations.csv")" 'Agency Name,Address,Areas Served,services,populations
Elm,1 Main St Northport,East; West,dental care; meals,
Oak,2 Oak St,East,food boxes; rides,'
}
