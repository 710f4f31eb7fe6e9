#!/usr/bin/env bats
# The network in other programs' formats: well formed, complete, and read back by the programs
# themselves where they are installed. SPDX-License-Identifier: GPL-2.0-or-later
load helper

FORMATS="graphml gexf dot pajek pajek-project json"

setup_file() {
    # Debian's programs are Debian's python's; another one may come first on the path.
    PYTHON=python3
    [ ! -x /usr/bin/python3 ] || PYTHON=/usr/bin/python3
    export PYTHON
}

# Names that every format has to escape, equal names, an unknown column, people.
spoiled() {
    dataset organizations.csv 'id,name,sector,services,areas,phone,email,Year founded,shape,Contact person,degree
a,"Bread & ""Roses"" <b>",food,food boxes;meals,North,555-1000,desk@a.example,1999,box,Ana Ruiz,seven
b,Back\\slash \\N,health,,,555-2000,bo@b.example,,,,
c,Twin,=cmd,,South,,,,,,
d,Twin,health,,,,,,,,
é,Éléphant 中文 &amp;,health,,,,,,,,
' contacts.csv 'organization,name,email,phone
a,Ana Ruiz,ana@a.example,555-3333
b,Bo Lee,Bo@b.example,555 2000
' referrals.csv 'from,to,count,service,date
a,b,3,meals,2026-01-02
a,b,2,food boxes,2026-03-04
b,a,1,,
c,d,4,,
é,a,1,meals,
'
}

export_all() { # DATASET OPTION...: into $BATS_TEST_TMPDIR/network.FORMAT
    local source=$1
    shift
    for format in $FORMATS; do
        refnet export "$source" --to "$format" --quiet --as-of "$AS_OF" \
            -o "$BATS_TEST_TMPDIR/network.$format" "$@"
        assert_status 0
    done
}

read_back() { # PROGRAM FORMAT...
    local program=$1 skipped=
    shift
    for format in "$@"; do
        run "$PYTHON" tests/cli/read_back.py "$format" "$program" \
            "$BATS_TEST_TMPDIR/network.$format" "$BATS_TEST_TMPDIR/network.json"
        [ "$status" -ne 77 ] || skip "python3-$program is not installed"
        [ "$status" -eq 0 ] || fail_with "$format read by $program as it was written" "$output"
    done
}

@test "harbor-county read back by networkx, directed and not" {
    export_all "$COUNTY"
    read_back networkx graphml gexf json pajek
    export_all "$COUNTY" --undirected
    read_back networkx graphml gexf json
}

@test "harbor-county read back by igraph, directed and not" {
    export_all "$COUNTY"
    read_back igraph graphml pajek
    export_all "$COUNTY" --undirected
    read_back igraph graphml
}

@test "names with quotes, brackets, backslashes and entities read back by networkx and igraph" {
    export_all "$(spoiled)"
    read_back networkx graphml gexf json
    read_back igraph graphml
}

@test "Graphviz reads what was written" {
    command -v dot >/dev/null || skip "graphviz is not installed"
    export_all "$(spoiled)"
    run --separate-stderr dot -Tjson0 "$BATS_TEST_TMPDIR/network.dot"
    assert_status 0
    [ -z "$stderr" ]
    assert_equal "$(json '.directed')" true
    assert_equal "$(json '[.objects[] | select(.name == "a")][0] | [.label, .["Year founded"], .shape_, .["degree (2)"], .degree] | join("/")')" \
        'Bread & "Roses" <b>/1999/box/seven/2'
    assert_equal "$(json '[.objects[].name] | sort | join(" ")')" "a b c d é"
    assert_equal "$(json '[.edges[].count | tonumber] | sort | map(tostring) | join(" ")')" "1 1 4 5"
    export_all "$COUNTY" --undirected
    run --separate-stderr dot -Tjson0 "$BATS_TEST_TMPDIR/network.dot"
    assert_status 0
    assert_equal "$(json '.directed')" false
    assert_equal "$(json '[.objects[] | select(.name) | {(.name): .betweenness}] | add | length')" \
        "$(jq '.nodes | length' "$BATS_TEST_TMPDIR/network.json")"
}

@test "XML is well formed" {
    command -v xmllint >/dev/null || skip "xmllint is not installed"
    export_all "$(spoiled)"
    xmllint --noout "$BATS_TEST_TMPDIR/network.graphml" "$BATS_TEST_TMPDIR/network.gexf"
}

@test "XML without a parser: nothing unescaped, a node an organisation, an edge an arc" {
    export_all "$(spoiled)"
    for format in graphml gexf; do
        local text
        text=$(<"$BATS_TEST_TMPDIR/network.$format")
        assert_contains "$text" "Bread &amp; &quot;Roses&quot; &lt;b&gt;"
        assert_contains "$text" "&amp;amp;"
        assert_equal "$(grep -c '<node ' <<<"$text")" 5
        assert_equal "$(grep -c '<edge ' <<<"$text")" 4
        assert_equal "$(grep -c '</node>' <<<"$text")" 5
    done
}

@test "JSON has every figure of measures, and nulls for what is unknown" {
    export_all "$COUNTY"
    refnet measures "$COUNTY" --quiet --as-of "$AS_OF" --format json
    json -c '[.organizations[] | del(.name, .rank, .rank_low, .rank_high)] | sort_by(.id)[]' \
        >"$BATS_TEST_TMPDIR/measured"
    jq -c --argjson keys "$(head -1 "$BATS_TEST_TMPDIR/measured" | jq -c keys_unsorted)" \
        '.nodes | sort_by(.id)[] | . as $n | reduce $keys[] as $k ({}; .[$k] = $n[$k])' \
        "$BATS_TEST_TMPDIR/network.json" >"$BATS_TEST_TMPDIR/written"
    diff "$BATS_TEST_TMPDIR/measured" "$BATS_TEST_TMPDIR/written" | cut -c 1-200 | head -n 3
    cmp "$BATS_TEST_TMPDIR/measured" "$BATS_TEST_TMPDIR/written"
    refnet export "$(spoiled)" --to json --quiet
    assert_equal "$(json '.nodes[] | select(.id == "d") | .capacity')" null
    assert_equal "$(json '.links[] | select(.source == "a") | [.weight, .services[], .latest, .two_way] | join(" ")')" \
        "5 food boxes meals 2026-03-04 true"
}

@test "csv: Gephi's tables, whole" {
    refnet export "$(spoiled)" --to csv --quiet -o "$BATS_TEST_TMPDIR/gephi"
    assert_status 0
    assert_equal "$(ls "$BATS_TEST_TMPDIR/gephi" | paste -sd' ')" "edges.csv nodes.csv"
    assert_contains "$(head -1 "$BATS_TEST_TMPDIR/gephi/nodes.csv")" "Id,Label,name,"
    assert_contains "$(head -1 "$BATS_TEST_TMPDIR/gephi/edges.csv")" "Source,Target,Type,Weight,"
    assert_contains "$(<"$BATS_TEST_TMPDIR/gephi/edges.csv")" "a,b,Directed,5,5,food boxes|meals,2026-03-04,,true"
    # What a spreadsheet would take for a formula.
    assert_contains "$(<"$BATS_TEST_TMPDIR/gephi/nodes.csv")" "'=cmd"
    [ ! -e "$BATS_TEST_TMPDIR/gephi.tmp" ]
}

@test "kumu: labels that no two share, tags and lists with bars, connections by label" {
    refnet export "$(spoiled)" --to kumu --quiet -o "$BATS_TEST_TMPDIR/kumu"
    assert_status 0
    local elements connections
    elements=$(<"$BATS_TEST_TMPDIR/kumu/elements.csv")
    connections=$(<"$BATS_TEST_TMPDIR/kumu/connections.csv")
    assert_contains "$elements" "Label,Type,Tags,"
    assert_contains "$elements" '"Bread & ""Roses"" <b>",food,food boxes|meals,a,'
    assert_contains "$elements" "Twin (c),"
    assert_contains "$connections" "From,To,Direction,"
    assert_contains "$connections" "Twin (c),Twin (d),directed,4"
    # Every end of a connection is an element.
    refnet export "$COUNTY" --to kumu --quiet -o "$BATS_TEST_TMPDIR/county"
    cut -d, -f1 "$BATS_TEST_TMPDIR/county/elements.csv" | sort -u >"$BATS_TEST_TMPDIR/labels"
    tail -n +2 "$BATS_TEST_TMPDIR/county/connections.csv" | cut -d, -f1 | sort -u >"$BATS_TEST_TMPDIR/ends"
    [ -z "$(comm -13 "$BATS_TEST_TMPDIR/labels" "$BATS_TEST_TMPDIR/ends")" ]
}

@test "pajek: vertices, arcs and their values; a project with partitions and vectors" {
    export_all "$(spoiled)"
    assert_equal "$(head -6 "$BATS_TEST_TMPDIR/network.pajek")" "*Vertices 5
1 \"Bread & 'Roses' <b>\"
2 \"Back/slash /N\"
3 \"Twin (c)\"
4 \"Twin (d)\"
5 \"Éléphant 中文 &amp;\""
    assert_contains "$(<"$BATS_TEST_TMPDIR/network.pajek")" $'*Arcs\n1 2 5\n'
    local project
    project=$(<"$BATS_TEST_TMPDIR/network.pajek-project")
    assert_contains "$project" "*Partition sector: 1 = food, 2 = health, 3 = =cmd"
    assert_contains "$project" $'*Vector out_degree\n*Vertices 5\n1\n1\n1\n0\n1'
}

@test "people stay out without --show-people" {
    local source
    source=$(spoiled)
    export_all "$source"
    for format in $FORMATS; do
        local text
        text=$(<"$BATS_TEST_TMPDIR/network.$format")
        refute_contains "$text" Ruiz
        refute_contains "$text" ana@a
        refute_contains "$text" bo@b
        refute_contains "$text" 555-3333
        refute_contains "$text" 555-2000
    done
    assert_contains "$(<"$BATS_TEST_TMPDIR/network.graphml")" desk@a.example
    export_all "$source" --show-people
    for format in graphml gexf dot json; do
        assert_contains "$(<"$BATS_TEST_TMPDIR/network.$format")" "Ana Ruiz"
        assert_contains "$(<"$BATS_TEST_TMPDIR/network.$format")" "bo@b.example"
    done
}

@test "what was filtered is written down, and only the view" {
    refnet export "$COUNTY" --to graphml --sector health --quiet --as-of "$AS_OF"
    assert_status 0
    assert_contains "$output" "<desc>harbor-county as of $AS_OF, by refnet"
    assert_contains "$output" "Only sector health:"
    refute_contains "$output" '<data key="n5">food'
}

@test "a folder that is not empty is left alone, unless forced; a file is never one" {
    mkdir "$BATS_TEST_TMPDIR/full"
    echo mine >"$BATS_TEST_TMPDIR/full/notes.txt"
    refnet export "$COUNTY" --to csv --quiet -o "$BATS_TEST_TMPDIR/full"
    assert_status 2
    assert_contains "$stderr" "is not empty"
    assert_equal "$(ls "$BATS_TEST_TMPDIR/full")" notes.txt
    refnet export "$COUNTY" --to csv --quiet -o "$BATS_TEST_TMPDIR/full" --force
    assert_status 0
    assert_equal "$(ls "$BATS_TEST_TMPDIR/full" | paste -sd' ')" "edges.csv nodes.csv notes.txt"
    refnet export "$COUNTY" --to kumu --quiet -o "$BATS_TEST_TMPDIR/full/notes.txt" --force
    assert_status 2
    refnet export "$COUNTY" --to kumu --quiet
    assert_status 2
    assert_contains "$stderr" "-o DIR"
    refnet export "$COUNTY" --to kumu --quiet -o "$BATS_TEST_TMPDIR/no/such/folder"
    assert_status 4
}

@test "an unknown format is wrong usage and names the known ones" {
    refnet export "$COUNTY" --to visio
    assert_status 2
    assert_contains "$stderr" "graphml, gexf, dot, pajek"
    refnet export "$COUNTY"
    assert_status 2
}
