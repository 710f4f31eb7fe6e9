#!/usr/bin/env bats
# Lists of links, Pajek and UCINET files: what is read, and what was written reads back the same.
load helper

NETWORKS=tests/cli/networks

# Imports $1 with the options that follow; the dataset is in $DIR.
import_edges() {
    local source=$1
    shift
    DIR=$BATS_TEST_TMPDIR/out
    rm -rf "$DIR"
    refnet import edgelist "$source" -o "$DIR" --as-of "$AS_OF" "$@"
}

# A file of the test's own: NAME TEXT, \n understood.
made() {
    printf '%b' "$2" >"$BATS_TEST_TMPDIR/$1"
    echo "$BATS_TEST_TMPDIR/$1"
}

# A file that begins with a byte-order mark, as those with accents do.
without_mark() {
    assert_equal "$(head -c 3 "$1" | od -An -tx1)" ' ef bb bf'
    tail -c +4 "$1"
}

referrals() {
    tail -n +2 "$DIR/referrals.csv" | sort
}

assert_passes_check() {
    refnet check "$DIR" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
}

@test "a log of one's own referrals is not taken for a list without a header" {
    local log
    log=$(made log.csv 'Navigator call log\nDate,Time,Referred to,Result\n1/5/26,9:00,VSO,Connected\n')
    import_edges "$log"
    assert_status 3
    assert_contains "$stderr" 'log.csv has a column "Referred to" but none that says who refers'
    refnet summary "$log"
    assert_status 3
    assert_contains "$stderr" "refnet import edgelist"
    import_edges "$(made bare.csv 'Source,x,3\ny,Target,4\n')"
    assert_status 0
}

@test "counts that stand in a column a month are added up, and it is said which" {
    import_edges "$(made tally.csv 'Referring,Referred to,Jul,Aug,Sep\nA,B,1,,4\nB,A,,,\nA,C,x,1,1\n')"
    assert_status 0
    assert_contains "$output" 'the count is the sum of 3 columns'
    assert_contains "$output" 'tally.csv:4:3'
    assert_contains "$output" 'What stands here is no number, and adds nothing to the count.'
    assert_equal "$(referrals)" "$(printf 'A,B,5\nA,C,2\nB,A,')"
    import_edges "$(made year.csv 'From,To,2025\nA,B,x\nB,A,4\n')" --force
    assert_equal "$(referrals)" "$(printf 'A,B,\nB,A,4')"
}

@test "a shared-patient file without a header, plain and packed" {
    local text='1003000126,1003000142,70,30,5\n1003000142,1003000126,12,11,0\n'
    import_edges "$(made pairs.csv "$text")"
    assert_status 0
    assert_equal "$(referrals)" '1003000126,1003000142,70
1003000142,1003000126,12'
    assert_contains "$output" 'Without a header column 1 was read as from, column 2 as to, column 3 as count'
    assert_passes_check
    gzip -k "$BATS_TEST_TMPDIR/pairs.csv"
    import_edges "$BATS_TEST_TMPDIR/pairs.csv.gz"
    assert_equal "$(referrals)" '1003000126,1003000142,70
1003000142,1003000126,12'
    import_edges "$BATS_TEST_TMPDIR/pairs.csv" --fields from,to,pairs,count,same-day
    assert_equal "$(referrals)" '1003000126,1003000142,30
1003000142,1003000126,11'
    import_edges "$BATS_TEST_TMPDIR/pairs.csv" --fields a,b
    assert_status 2
}

@test "a column that the file does not have is told, not passed over" {
    local option
    for option in from=nope fro=a from; do
        import_edges "$(made columns.csv 'a,b\nx,y\n')" --column "$option"
        assert_status 2
    done
    import_edges "$BATS_TEST_TMPDIR/columns.csv" --column from=b --column to=a
    assert_equal "$(referrals)" y,x
}

@test "N/A, unknown and a dash are no end of a link" {
    import_edges "$(made unknown.csv 'from,to,count\nElm,Oak,2\nElm,N/A,3\nunknown,Oak,1\nElm,-,1\nNA,Elm,1\n')" --format json
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '5 2 0 3'
    assert_equal "$(tail -n +2 "$DIR/organizations.csv" | tr '\n' ' ')" 'Elm NA Oak '
}

@test "blanks, tabs, comments and headers under other names" {
    import_edges "$(made blanks.txt '# a comment\n  10   20  3\n20 30 4\n')"
    assert_equal "$(referrals)" '10,20,3
20,30,4'
    import_edges "$(made tabs.txt '# FromNodeId\tToNodeId\n10\t20\n20\t30\n')"
    assert_equal "$(referrals)" '10,20
20,30'
    import_edges "$(made other.csv 'org a,org b,how many\nElm,Ride,3\n')"
    assert_equal "$(referrals)" 'Elm,Ride,3'
    import_edges "$(made named.csv 'Weight;Target;Source\n3;Ride;Elm\n')"
    assert_equal "$(referrals)" 'Elm,Ride,3'
    import_edges "$(made mine.csv 'A,B,C\nElm,Ride,x\n')" --column from=B --column to=A
    assert_equal "$(referrals)" 'Ride,Elm'
}

@test "rows that cannot be links are rejected where they stand; nothing usable is no dataset" {
    import_edges "$(made bad.csv 'from,to,count\nElm,Ride,3\nElm,,1\nElm,Bay,-4\nElm,Bay,many\nElm,Bay,0.5\n')" --format json
    assert_status 0
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '5 2 0 3'
    assert_equal "$(json '[.findings[] | [.line, .column] | join(":")] | join(" ")')" '4:3 5:3 3:2'
    assert_equal "$(referrals)" 'Elm,Bay,
Elm,Ride,3'
    import_edges "$BATS_TEST_TMPDIR/bad.csv" --strict
    assert_status 3
    [ ! -e "$DIR" ]
    import_edges "$(made one.csv 'a\nb\n')"
    assert_status 3
    [ ! -e "$DIR" ]
}

@test "names that differ in case only are one organisation, written as most rows have it" {
    import_edges "$(made case.csv 'from,to\nElm,RIDE\nElm,Ride\nBay,Ride\n')"
    assert_equal "$(cat "$DIR/organizations.csv")" 'name
Bay
Elm
Ride'
    assert_passes_check
}

@test "Pajek: every section, edges both ways, bad lines rejected, names kept apart" {
    import_edges $NETWORKS/mixed.net --format json
    assert_status 0
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '14 12 1 1'
    assert_equal "$(json '.findings[0].line')" 9
    assert_equal "$(referrals)" 'Elm Clinic,Ride,3
Elm clinic (3),Ride,2
Ride,Elm clinic (3),2
Zeta,Elm Clinic,
Zeta,Ride,
Zeta,Vertex 4,4'
    assert_passes_check
}

@test "Pajek: quotes inside a label stay in it, as networkx and igraph write them" {
    import_edges "$(made quotes.net '*Vertices 4\n1 "Legal "Aid"" 0.1 0.2\n2 "Big \\"Top\\" Inc"\n3 "Elm"\t0.3\n4 \0047Elm\0047s End\0047 0.1\n*Arcs\n1 2 1\n2 3 1\n4 1 1\n')"
    assert_equal "$(referrals)" '"Big ""Top"" Inc",Elm,1
"Legal ""Aid""","Big ""Top"" Inc",1
Elm'"'"'s End,"Legal ""Aid""",1'
}

@test "UCINET: matrices, edge lists and node lists, with all ways to label" {
    import_edges $NETWORKS/two-matrices.dl
    assert_equal "$(referrals)" '"Bay, Food",Zeta,3
Elm Clinic,"Bay, Food",2
Elm Clinic,Ride,1
Ride,Elm Clinic,1'
    assert_contains "$output" 'The file has 2 matrices; the first, info, was read.'
    import_edges $NETWORKS/two-matrices.dl --question money
    assert_equal "$(referrals)" 'Elm Clinic,Zeta,1
Ride,"Bay, Food",1
Zeta,Elm Clinic,1
Zeta,Ride,1'
    import_edges $NETWORKS/two-matrices.dl --question love
    assert_status 3
    import_edges $NETWORKS/two-matrices.dl --organizations $COUNTY/organizations.csv
    assert_status 2
    assert_contains "$stderr" '"two-matrices.dl" is a network with names of its own'
    import_edges $NETWORKS/embedded.dl
    assert_equal "$(referrals)" 'Elm,Bay Food,
Elm,Ride,2
Ride,Bay Food,'
    import_edges $NETWORKS/nodelist.dl
    assert_equal "$(referrals)" 'Bay,Elm,
Elm,Bay,
Elm,Ride,'
    import_edges "$(made short.dl 'dl n=3\ndata:\n0 1 0\n')"
    assert_status 3
    assert_contains "$stderr" 'fewer values'
}

@test "UCINET: a value may begin with a point, a point alone is missing, and there are not more rows than n" {
    import_edges "$(made point.dl 'dl n=3 format=fullmatrix\nlabels:\nA\nB\nC\ndata:\n0 .5 1\n1 0 .\n0 0 0\n9 9 9\n')" --format json
    assert_status 0
    assert_equal "$(referrals)" 'A,B,
A,C,1
B,A,1'
    assert_equal "$(json '.files[0].rejected')" 1
    assert_equal "$(json '.findings[0] | "\(.line) \(.message)"')" '10 There are more values than n says.'
}

@test "UCINET: halves of a matrix, one without its diagonal, and node lists that begin with how many" {
    local labels='labels:\nA\nB\nC\ndata:\n'
    import_edges "$(made lower.dl "dl n=3 nm=2 format=lowerhalf\n${labels}0\n3 0\n0 1 0\n0\n9 9\n9 9 9\n")"
    assert_equal "$(referrals)" 'A,B,3
B,A,3
B,C,1
C,B,1'
    assert_contains "$output" '2 links without a direction became two each'
    import_edges "$(made upper.dl "dl n=3 format=upperhalf diagonal=absent\n${labels}3 0\n1\n")"
    assert_equal "$(referrals)" 'A,B,3
B,A,3
B,C,1
C,B,1'
    import_edges "$(made absent.dl "dl n=3 diagonal = absent\n${labels}3 0\n0 1\n0 2\n")"
    assert_equal "$(referrals)" 'A,B,3
B,C,1
C,B,2'
    import_edges "$(made numbered.dl "dl n=3 format=nodelist1b\n${labels}2 2 3\n0\n1 2\n")"
    assert_equal "$(referrals)" 'A,B,
A,C,
C,B,'
    import_edges "$(made wrong.dl "dl n=3 format=nodelist1b\n${labels}2 2\n0\n1 2\n1 1\n")" --format json
    assert_equal "$(referrals)" 'C,B,'
    assert_equal "$(json '[.findings[].line] | join(" ")')" '7 10'
    import_edges "$(made labelled.dl 'dl n=2 format=lowerhalf\nlabels embedded\ndata:\nA B\nA 0\nB 1 0\n')"
    assert_status 3
    assert_contains "$stderr" 'in this format labels cannot stand in the data'
    import_edges "$(made other.dl 'dl nr=2 nc=2 format=edgelist2\ndata:\n1 2\n')"
    assert_status 3
    assert_contains "$stderr" 'fullmatrix, lowerhalf, upperhalf, edgelist1, nodelist1 and nodelist1b are read'
}

@test "UCINET: sections begin and go on anywhere in a line" {
    local expected='"Bay, Data: Lab",Elm,1
Elm,Oak,3'
    import_edges "$(made one.dl 'DL N=3, FORMAT=FULLMATRIX, LABELS: Elm, Oak\n"Bay, Data: Lab"\nDATA: 0 3 0\n0 0 0\n1 0 0\n')"
    assert_status 0
    assert_equal "$(referrals)" "$expected"
    import_edges "$(made two.dl 'dl n=3 row labels: Elm,Oak,"Bay, Data: Lab"\ncolumn labels: Elm,Oak,"Bay, Data: Lab"\ndata:\n0 3 0\n0 0 0\n1 0 0\n')"
    assert_equal "$(referrals)" "$expected"
    import_edges "$(made all.dl 'dl n=2 format=edgelist labels embedded data: Elm Oak 3\nOak Elm\n')"
    assert_equal "$(referrals)" 'Elm,Oak,3
Oak,Elm,'
}

@test "UCINET: rows in another order than columns, a node that names nobody" {
    import_edges "$(made turned.dl 'dl n=3\nlabels embedded:\ndata:\n  A B C\nC 0 5 0\nA 0 1 0\nB 2 0 0\n')"
    assert_equal "$(referrals)" 'A,B,1
B,A,2
C,B,5'
    import_edges "$(made other.dl 'dl n=2\nlabels embedded:\ndata:\nA B\nA 0 1\nX 1 0\n')"
    assert_status 3
    assert_contains "$stderr" "other.dl:6: the row's label is not among those of the columns"
    import_edges "$(made alone.dl 'dl n=3 format=nodelist1\nlabels:\nA\nB\nC\ndata:\n1 2 3\n2\n3 1 9\n')" \
        --format json
    assert_equal "$(referrals)" 'A,B,
A,C,'
    assert_equal "$(json '.files[0] | [.used, .rejected] | join(" ")')" '5 1'
}

@test "what is rejected leaves nothing behind, and is told where it stands" {
    import_edges "$(made twice.net '*Vertices 3\n1 "A"\n2 "B"\n2 "C"\n*Arcslist\n1 2 9\n3 1\n*Matrix\n0 7 x\n0 0 0\n4 0 0\n')" \
        --format json
    assert_status 0
    assert_equal "$(referrals)" 'Vertex 3,A,
Vertex 3,A,4'
    assert_equal "$(json '[.findings[] | "\(.line):\(.column) \(.message)"] | join("; ")' | cut -c1-44)" \
        '4:1 The vertex has a line above.; 6:3 A vert'
    DIR=$BATS_TEST_TMPDIR/graph
    refnet import graphml "$(made twice.graphml '<graphml><key id="k" for="all" attr.name="sector"/><graph edgedefault="directed">
<node id="a"><data key="k">health</data></node>
<node id="b"/>
<node id="a"><data key="k">food</data></node>
<node id="c"><data key="k">law</data><graph><edge source="a"><data key="k">lost</data></edge></graph></node>
<edge source="a" target="b"/></graph></graphml>')" -o "$DIR"
    assert_status 0
    assert_equal "$(cut -d, -f1,2 "$DIR/organizations.csv")" 'name,sector
a,health
b,
c,law'
    refnet import gml "$(made drawn.gml 'graph [\n node [ id 1 label "A" ]\n node [\n  label "B"\n  graphics [\n   x 1\n  ]\n ]\n]\n')" \
        -o "$BATS_TEST_TMPDIR/gml" --format json
    assert_equal "$(json '.findings[0] | "\(.line):\(.column)"')" 3:1
}

@test "marks of comments begin names below a header; markup of web pages is read as meant; ids are whole" {
    import_edges "$(made hash.csv '# made by hand\nfrom,to,count\n#1 Clinic,%9 Foods,3\n# the end,,\nA &amp; B,#1 Clinic,2\n')"
    assert_equal "$(referrals)" '#1 Clinic,%9 Foods,3
A & B,#1 Clinic,2'
    mkdir "$BATS_TEST_TMPDIR/tables"
    printf 'Id,Label,name\na;b,A &amp; B,A &amp; B\nc,C,C\n' >"$BATS_TEST_TMPDIR/tables/nodes.csv"
    printf 'Source,Target,Weight,services\na;b,c,3,food;;rides\nc,A &amp; B,1,\n' \
        >"$BATS_TEST_TMPDIR/tables/edges.csv"
    import_edges "$BATS_TEST_TMPDIR/tables"
    assert_equal "$(cut -d, -f1 "$DIR/organizations.csv")" 'name
A & B
C'
    assert_equal "$(referrals | cut -d, -f1-4)" 'a;b,c,food,2
a;b,c,rides,1
c,a;b,,1'
}

# The network of $DIR and the county's are one: names, links, counts.
assert_is_county() {
    "$REFNET" export "$COUNTY" --to csv -o "$BATS_TEST_TMPDIR/county" --force --quiet --as-of "$AS_OF"
    "$REFNET" export "$DIR" --to csv -o "$BATS_TEST_TMPDIR/again" --force --quiet --as-of "$AS_OF"
    python3 - "$BATS_TEST_TMPDIR" "$1" <<'PYTHON'
import csv, sys
folder, columns = sys.argv[1], sys.argv[2].split(",")
def network(name):
    nodes = {r["Id"]: r for r in csv.DictReader(open(f"{folder}/{name}/nodes.csv"))}
    links = {(nodes[r["Source"]]["name"], nodes[r["Target"]]["name"], *(r[c] for c in columns))
             for r in csv.DictReader(open(f"{folder}/{name}/edges.csv"))}
    return sorted(r["name"] for r in nodes.values()), links
county, again = network("county"), network("again")
assert len(again[0]) == len(county[0]), (len(again[0]), len(county[0]))
assert again[1] == county[1], again[1] ^ county[1]
PYTHON
}

@test "what is exported for Gephi and Kumu comes back: links, services, dates and all columns" {
    for format in csv kumu; do
        "$REFNET" export $COUNTY --to $format -o "$BATS_TEST_TMPDIR/$format" --quiet --as-of "$AS_OF"
        import_edges "$BATS_TEST_TMPDIR/$format"
        assert_status 0
        assert_is_county count,services,latest,frequency
        refute_contains "$(head -1 "$DIR/organizations.csv")" betweenness
        assert_passes_check
    done
    python3 - "$BATS_TEST_TMPDIR" <<'PYTHON'
import csv, sys
def nodes(name):
    rows = csv.DictReader(open(f"{sys.argv[1]}/{name}/nodes.csv"))
    # Areas come in the order of their keys, which are names now.
    return {r["Id"]: {k: sorted(v.split("|")) for k, v in r.items() if k != "contacts"} for r in rows}
assert nodes("again") == nodes("county")
PYTHON
}

@test "Pajek: a network without vertices is refused in words of refnet's own" {
    import_edges "$(made none.net '*Vertices 0\n1 "A"\n*Arcs\n1 2 1\n')"
    assert_status 3
    assert_contains "$stderr" 'none.net has no *Vertices'
    [[ $stderr != *CRITICAL* ]]
}

@test "Pajek comes back" {
    for format in pajek pajek-project; do
        "$REFNET" export datasets/cheyenne-search-rescue --to $format -o "$BATS_TEST_TMPDIR/net" --quiet --as-of "$AS_OF"
        import_edges "$BATS_TEST_TMPDIR/net"
        assert_status 0
        COUNTY=datasets/cheyenne-search-rescue assert_is_county count
    done
}

# Imports the GraphML or GEXF file $1.
import_graph() {
    DIR=$BATS_TEST_TMPDIR/out
    rm -rf "$DIR"
    refnet import graphml "$1" -o "$DIR" --as-of "$AS_OF" "${@:2}"
}

@test "GraphML and GEXF come back with every column, in another program's order too" {
    for format in graphml gexf; do
        "$REFNET" export $COUNTY --to $format -o "$BATS_TEST_TMPDIR/net" --quiet --as-of "$AS_OF"
        import_graph "$BATS_TEST_TMPDIR/net"
        assert_status 0
        assert_is_county count,services,latest,frequency
        assert_passes_check
        python3 - "$BATS_TEST_TMPDIR" <<'PYTHON'
import csv, sys
def nodes(name):
    rows = csv.DictReader(open(f"{sys.argv[1]}/{name}/nodes.csv"))
    return {r["Id"]: {k: sorted(v.split("|")) for k, v in r.items() if k != "contacts"} for r in rows}
assert nodes("again") == nodes("county")
PYTHON
        gzip -f "$BATS_TEST_TMPDIR/net"
        import_graph "$BATS_TEST_TMPDIR/net.gz"
        assert_is_county count,services,latest,frequency
    done
}

# What the dataset $1 comes to as tables of nodes and edges, measures and all, in $2.
as_tables() {
    "$REFNET" export "$1" --to csv -o "$2" --as-of "$AS_OF" --quiet --show-people --force
}

@test "names and ids that other programs trip over come back from every format" {
    local long folder format kind
    long=$(printf 'x%.0s' {1..10000})
    folder=$(dataset organizations.csv 'id,name,sector,services,areas,own
007,"Elm ""The Best"" Clinic",health,food;housing,North,"<>&"""
1e5,"O'"'"'Brien & Sons, Inc.",=evil,respite,,=1+1
#9,#1 Plumbing,,,,
%9,1e5,,,,
=x,=SUM(A1),,,,
-5,-Minus,,,,
a;b,مركز الأمل,,,,
a|b,😀 Smile 🏠,,,,
"c,d",Back\\slash,,,,
void,"Comma, Semi; Bar | Org",,,,x|y
n1,*Vertices,,,,
0,{json},,,,
ü,graph [,,,,
@,'"$long"',,,,
' referrals.csv 'from,to,service,count,date,frequency
007,1e5,food,3,2026-01-02,weekly
1e5,#9,,1,,
#9,%9,housing,2,,monthly
%9,=x,,4,2026-02-03,
=x,-5,,5,,
-5,a;b,food,6,,
a;b,a|b,,7,,
a|b,"c,d",,8,,
"c,d",void,,9,,
void,n1,,1,,
n1,0,,2,,
0,ü,,3,,
ü,@,,4,,
@,007,respite,5,,
' contacts.csv 'organization,name,email
007,"Ann ""A"" | Li, MD",ann@elm.example
a|b,Bo,
a|b,Cy,cy@b.example
')
    for format in graphml gexf csv kumu; do
        kind=$format
        case $format in
            csv | kumu)
                kind=edgelist
                rm -f "$folder/contacts.csv" # tables of nodes and edges have none
                ;;
        esac
        refnet export "$folder" --to "$format" -o "$BATS_TEST_TMPDIR/as.$format" \
            --as-of "$AS_OF" --show-people
        assert_status 0
        refnet import "$kind" "$BATS_TEST_TMPDIR/as.$format" -o "$BATS_TEST_TMPDIR/from.$format"
        assert_status 0
        as_tables "$folder" "$BATS_TEST_TMPDIR/before"
        as_tables "$BATS_TEST_TMPDIR/from.$format" "$BATS_TEST_TMPDIR/after"
        assert_equal "$(wc -l <"$BATS_TEST_TMPDIR/before/edges.csv")" 15
        # A bar within a person's name cannot come back from a list of them.
        sed -i 's/ | Li/ , Li/' "$BATS_TEST_TMPDIR/before/nodes.csv"
        diff "$BATS_TEST_TMPDIR/before/edges.csv" "$BATS_TEST_TMPDIR/after/edges.csv"
        diff "$BATS_TEST_TMPDIR/before/nodes.csv" "$BATS_TEST_TMPDIR/after/nodes.csv"
    done
}

@test "contacts come back when they were exported" {
    "$REFNET" export $COUNTY --to graphml -o "$BATS_TEST_TMPDIR/net" --show-people --quiet --as-of "$AS_OF"
    import_graph "$BATS_TEST_TMPDIR/net"
    "$REFNET" export "$DIR" --to csv -o "$BATS_TEST_TMPDIR/again" --show-people --quiet --as-of "$AS_OF"
    "$REFNET" export $COUNTY --to csv -o "$BATS_TEST_TMPDIR/county" --show-people --quiet --as-of "$AS_OF"
    assert_equal "$(python3 - "$BATS_TEST_TMPDIR" <<'PYTHON'
import csv, sys
def people(name):
    return {r["Id"]: (r["contacts"], r["contact_names"]) for r in csv.DictReader(open(f"{sys.argv[1]}/{name}/nodes.csv"))}
print(people("again") == people("county"))
PYTHON
)" True
}

@test "what networkx and igraph write of a network is that network" {
    for module in networkx igraph; do
        /usr/bin/python3 -c "import $module" 2>/dev/null || skip "python3-$module is not there"
    done
    "$REFNET" export $COUNTY --to graphml -o "$BATS_TEST_TMPDIR/net.graphml" --quiet --as-of "$AS_OF"
    /usr/bin/python3 - "$BATS_TEST_TMPDIR" <<'PYTHON'
import sys, networkx, igraph
folder = sys.argv[1]
graph = networkx.read_graphml(f"{folder}/net.graphml")
networkx.write_graphml(graph, f"{folder}/networkx.graphml")
networkx.write_gml(graph, f"{folder}/networkx.gml")
networkx.write_gexf(graph, f"{folder}/networkx.gexf")
networkx.write_pajek(networkx.MultiDiGraph((a, b, {"weight": d["count"]}) for a, b, d in graph.edges(data=True)), f"{folder}/networkx.net")
graph = igraph.Graph.Read_GraphML(f"{folder}/net.graphml")
graph.write_graphml(f"{folder}/igraph.graphml")
graph.vs["label"] = graph.vs["name"]
graph.write_gml(f"{folder}/igraph.gml")
plain = networkx.DiGraph([("Elm Clinic", "Ride"), ("Ride", "Bay, Food & Co")])
networkx.write_graphml(plain, f"{folder}/plain.graphml")
PYTHON
    for file in networkx.graphml networkx.gexf networkx.gml igraph.graphml igraph.gml; do
        import_graph "$BATS_TEST_TMPDIR/$file"
        assert_status 0
        assert_is_county count,services,latest,frequency
        assert_passes_check
    done
    import_graph "$BATS_TEST_TMPDIR/plain.graphml"
    assert_equal "$(cat "$DIR/organizations.csv")" 'name
"Bay, Food & Co"
Elm Clinic
Ride'
    assert_equal "$(referrals)" 'Elm Clinic,Ride
Ride,"Bay, Food & Co"'
    import_edges "$BATS_TEST_TMPDIR/networkx.net"
    assert_status 0
}

@test "yEd: labels are names, groups and ports are borne with, what dangles is rejected" {
    import_graph $NETWORKS/yed.graphml --format json
    assert_status 0
    assert_equal "$(without_mark "$DIR/organizations.csv")" 'name,sector
Elm & Oak Clinic,health
Harbor Group,umbrella
Räder für alle,health'
    assert_equal "$(referrals)" 'Elm & Oak Clinic,Räder für alle
Harbor Group,Räder für alle
Räder für alle,Harbor Group'
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '7 5 0 2'
    assert_equal "$(json '[.findings[].line] | join(" ")')" '23 24'
    assert_passes_check
}

@test "Gephi: edges without a direction go both ways, and it is said" {
    import_graph $NETWORKS/gephi.gexf
    assert_equal "$(referrals)" 'Bay Food,Ride Together,2
Elm Clinic,Ride Together,3
Ride Together,Bay Food,2'
    assert_equal "$(cat "$DIR/organizations.csv")" 'name,Modularity Class,Type
Bay Food,0,
Elm Clinic,1,health
Ride Together,0,'
    assert_contains "$output" '1 link without a direction became two, one each way'
}

@test "Gephi: an edge without a count has its weight for one, and what is too much for one is said" {
    import_graph "$(made added.gexf '<gexf><graph defaultedgetype="directed"><attributes class="edge"><attribute id="0" title="count"/></attributes><nodes><node id="a" label="Elm"/><node id="b" label="Oak"/></nodes><edges><edge source="a" target="b" weight="9"><attvalues><attvalue for="0" value="5"/></attvalues></edge><edge source="b" target="a" weight="3.0"/><edge source="b" target="a" weight="1e300"/></edges></graph></gexf>')"
    assert_equal "$(referrals)" 'a,b,5
b,a,3'
    assert_contains "$output" "The edge's weight is no number from 0 to 4294967294."
}

@test "GML: ids, lists and entities; drawings are left out, what dangles is rejected" {
    local corpus=$REFNET_ROOT/tests/fuzz/corpus/graph
    import_graph "$corpus/nested.gml" --format json
    assert_status 0
    assert_equal "$(without_mark "$DIR/organizations.csv")" 'name,sector,services
Bay Food,,
"Café ""Elm"" & Co",health,respite;meals
Ride Together,transport,'
    assert_equal "$(without_mark "$DIR/referrals.csv")" 'from,to,service,count
"Café ""Elm"" & Co",Ride Together,rides,4
"Café ""Elm"" & Co",Bay Food,,'
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '8 5 0 3'
    assert_equal "$(json '[.findings[].line] | join(" ")')" '20 22 23'
    assert_passes_check
    import_edges "$(made links.gml 'graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] ]')"
    assert_equal "$(referrals)" '1,2
2,1'
    refnet summary "$corpus/nested.gml"
    assert_status 3
    assert_contains "$stderr" 'refnet import gml'
}

@test "GML of Gephi: edges may say themselves whether they have a direction, and have ids" {
    local nodes='node [ id 0 label "Elm" ] node [ id 1 label "Oak" ] node [ id 2 label "Ash" ]'
    import_graph "$(made gephi.gml "Creator \"Gephi\"\ngraph\n[\n directed 1\n $nodes\n edge [ id 0 source 0 target 1 value 3.0 directed 1 ]\n edge [ id 1 source 1 target 2 value 2.0 directed 0 ]\n]\n")"
    assert_equal "$(referrals)" 'Ash,Oak,2
Elm,Oak,3
Oak,Ash,2'
    [[ $output != *'Left out of the links'* ]]
}

@test "hostile networks are refused and leave nothing" {
    local laughs='<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><graphml><graph><node id="&b;"/></graph></graphml>'
    import_graph "$(made bomb.graphml "$laughs")"
    assert_status 3
    [ ! -e "$DIR" ]
    import_graph "$(made cut.graphml '<graphml><graph><node id="a">')"
    assert_status 3
    assert_contains "$stderr" 'cut.graphml'
    import_graph "$(made other.graphml '<html><body/></html>')"
    assert_status 3
    assert_contains "$stderr" 'neither GraphML nor GEXF'
    import_graph "$(made none.graphml '<graphml><graph/></graphml>')"
    assert_status 3
    python3 -c 'print("<graphml><graph>" + "<node id=\"a\">" * 5000)' >"$BATS_TEST_TMPDIR/deep.graphml"
    import_graph "$BATS_TEST_TMPDIR/deep.graphml"
    assert_status 3
    import_graph "$BATS_TEST_TMPDIR/missing.graphml"
    assert_status 4
    { printf '*Vertices 2\n1 "A"\n2 "' && head -c 17000000 /dev/zero | tr '\0' B; } >"$BATS_TEST_TMPDIR/long.net"
    import_edges "$BATS_TEST_TMPDIR/long.net"
    assert_status 3
    assert_contains "$stderr" "long.net: line 3 is larger than 16 MiB; look whether it is the file that you mean"
    while IFS='|' read -r gml message; do
        import_graph "$(made bad.gml "$gml")"
        assert_status 3
        assert_contains "$stderr" "$message"
        [ ! -e "$DIR" ]
    done <<'CASES'
graph [ node [ id 1|bad.gml:1:3: what begins here is not closed
graph [ ] ]|bad.gml:1:4: a bracket closes that was never opened
graph [\nnode [ id ] ]|bad.gml:2:4: the last key has no value
graph [ node [ id "1 ] ]|bad.gml:1:6: the text that begins here has no closing quote
graph [ 12 ]|bad.gml:1:3: a key is missing here
graph [ ]|bad.gml has no nodes; export the network again
Version 1|bad.gml has no graph; export the network again
CASES
}

@test "lists of links packed by gzip and zstd say the same as unpacked" {
    import_edges $NETWORKS/links.csv
    assert_status 0
    local plain
    plain=$(referrals)
    assert_contains "$plain" 'Elm Clinic,Ride Together,12'
    for packed in gz zst; do
        import_edges $NETWORKS/links.csv.$packed --format json
        assert_status 0
        assert_equal "$(referrals)" "$plain"
        assert_equal "$(json '.files[0] | [.file, .read, .used] | join(" ")')" "links.csv.$packed 4 4"
    done
    head -c 60 $NETWORKS/links.csv.zst >"$BATS_TEST_TMPDIR/cut.csv.zst"
    import_edges "$BATS_TEST_TMPDIR/cut.csv.zst"
    assert_status 3
    [ ! -e "$DIR" ]
}

@test "names of nodes come from the attribute that is most like a name; a label becomes the short one" {
    made named.graphml '<graphml><key id="d0" for="node" attr.name="Full Name"/><key id="d1" for="node" attr.name="label"/><key id="d2" for="node" attr.name="agency"/><graph edgedefault="directed"><node id="n0"><data key="d0">Elm Clinic</data><data key="d1">Elm</data><data key="d2">County</data></node><node id="n1"><data key="d0">Ride Together</data><data key="d1">Ride</data><data key="d2">County</data></node><edge source="n0" target="n1"/></graph></graphml>' >/dev/null
    DIR=$BATS_TEST_TMPDIR/named
    refnet import graphml "$BATS_TEST_TMPDIR/named.graphml" -o "$DIR" --as-of "$AS_OF" --format json
    assert_status 0
    assert_equal "$(json -c .options)" '{}'
    assert_equal "$(cat "$DIR/organizations.csv")" 'name,short_name,agency
Elm Clinic,Elm,County
Ride Together,Ride,County'
}

@test "a column of answers beside the links: a no is never, nothing is no link" {
    import_edges "$(made answers.csv 'Agency,Partner,Do you refer? yes/no\nElm,Bay,yes\nElm,Oak,no\nBay,Oak,sometimes\nOak,Bay,\n')"
    assert_status 0
    assert_equal "$(referrals)" 'Bay,Oak,quarterly
Elm,Bay,
Elm,Oak,never'
    assert_contains "$output" '"Do you refer? yes/no" as whether there'
    assert_contains "$output" '4 rows read = 3 used + 1 left out'
    assert_passes_check
}

@test "estimates of counts are read, and said" {
    import_edges "$(made rough.csv 'from,to,count\nElm,Bay,~20\nElm,Oak,10-15\nBay,Oak,3\n')"
    assert_status 0
    assert_equal "$(referrals)" 'Bay,Oak,3
Elm,Bay,20
Elm,Oak,12'
    assert_contains "$output" '2 counts are estimates or words'
}

@test "titles above the header are passed over, and its delimiter counts" {
    import_edges "$(made titles.csv 'Referrals, 2025\n\nFrom agency;To agency;How many\nElm;Ride;3\nRide;Bay;4\n')"
    assert_status 0
    assert_equal "$(referrals)" 'Elm,Ride,3
Ride,Bay,4'
    assert_contains "$output" 'It stands above the header.'
    import_edges "$(made words.csv 'Referral log for the year\nFrom agency,To agency,How many\nElm,Ride,3\n')"
    assert_equal "$(referrals)" 'Elm,Ride,3'
}

@test "a matrix is no list of links, and is sent to the import that reads it" {
    import_edges "$(made matrix.csv 'Made in 2025,,,\n,CHC,211,FB\nCHC,x,3,0\n211,8,x,1\nFB,0,2,x\nTotal,8,5,1\n')"
    assert_status 3
    assert_contains "$stderr" 'matrix.csv is a matrix, with names beside and above'
    assert_contains "$stderr" 'refnet import survey'
    assert_contains "$stderr" '--fields'
    [ ! -e "$DIR" ]
    import_edges "$(made titled.csv 'Agency,CHC,211,FB\nCHC,x,3,0\n211,8,x,1\nFB,0,2,x\n')"
    assert_status 3
}

@test "a sheet of a workbook that is no list of links is refused as the same table in CSV is" {
    local table message
    while IFS='|' read -r table message; do
        python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/book.xlsx" "Sheet1=$(made table.csv "$table")"
        import_edges "$BATS_TEST_TMPDIR/book.xlsx"
        assert_status 3
        assert_contains "$stderr" "sheet Sheet1 $message"
        [ ! -e "$DIR" ]
    done <<'CASES'
Made in 2025,,,\n\n,CHC,211,FB\nCHC,x,3,0\n211,8,x,1\nFB,0,2,x\n|is a matrix, with names beside and above
"Bay, ""Food""",CHC,FB\n0,2,0\n0,0,1\n1,0,0\n|is a matrix with names above, and none beside
Date,Referred to\n2026-01-02,CHC\n2026-01-03,FB\n|has a column "Referred to" but none that says who refers
Made by hand,\nLink,Count\nCHC → FB,1\nFB → CHC,2\n|has who refers and who is referred to in column 1
2026-01-02,CHC,FB\n2026-01-03,FB,211\n|has no columns called From and To, and dates in column 1
CHC,refers,FB\nFB,refers,Oak\n|is a list with the same word between the two ends
CASES
}

@test "a list of links whose rows begin with one hub, or with numbers, is no matrix" {
    import_edges "$(made hub.csv 'X,Hub,3,weekly\nHub,A,2,daily\nHub,C,1,weekly\nHub,D,1,weekly\n')"
    assert_status 0
    assert_equal "$(referrals)" 'Hub,A,2
Hub,C,1
Hub,D,1
X,Hub,3'
    import_edges "$(made numbers.csv '1,2,3,4\n2,1,3,4\n3,1,2,4\n')"
    assert_status 0
    assert_equal "$(referrals)" '1,2,3
2,1,3
3,1,2'
}

@test "a name that several of the given organisations have is told, and never guessed" {
    local roster
    roster=$(made roster.csv 'id,name\n1,A & B\n2,A & B\n3,Elm\n4,ELM\n5,Oak\n')
    import_edges "$(made doubt.csv 'from,to,count\nA & B,Oak,3\nOak,1,2\nElm,ELM,4\nOak,elm,5\nA &amp; B,Oak,1\n')" \
        --organizations "$roster" --format json
    assert_status 0
    assert_equal "$(referrals)" '3,4,4
5,1,2'
    assert_equal "$(json '.files[] | select(.file == "doubt.csv") | [.read, .used, .rejected] | join(" ")')" '5 2 3'
    assert_equal "$(json '.findings[] | "\(.line):\(.column) \(.message)"')" '2:1 "A & B" could be 1 or 2.
5:2 "elm" could be 3 or 4.
6:1 "A & B" could be 1 or 2.'
    DIR=$BATS_TEST_TMPDIR/asked
    refnet import survey "$(made asked.csv 'Your organization,Which organizations do you refer to?\nOak,A & B; Elm\nElm,Oak\n')" \
        --organizations "$roster" -o "$DIR" --as-of "$AS_OF"
    assert_status 0
    assert_contains "$(tr '\n' ' ' <<<"$output" | tr -s ' ')" 'have the same name, as "A & B"; by it the first of them is meant'
}

@test "a file of which nothing can be read is not called empty" {
    import_edges "$(made open.csv '"\n')"
    assert_status 3
    assert_contains "$stderr" 'open.csv has no row that can be read (open.csv:1'
    import_edges "$(made blank.csv '\n\n')"
    assert_status 3
    assert_contains "$stderr" 'is empty: there are no links in it'
    import_edges "$(made header.csv 'From,To,Count\n')"
    assert_status 3
    assert_contains "$stderr" 'header.csv has nothing below its header: there are no links in it; give a row for each'
}

@test "a folder is no network of these formats, and the message names it" {
    local format
    mkdir "$BATS_TEST_TMPDIR/networks"
    for format in graphml gexf gml; do
        refnet import "$format" "$BATS_TEST_TMPDIR/networks" -o "$BATS_TEST_TMPDIR/out-$format"
        assert_status 3
        assert_contains "$stderr" 'networks is a folder; give the file with the network itself'
    done
}

@test "a relation of a Pajek file is told by its whole name first, and never guessed" {
    local text='*Vertices 3\n1 A\n2 B\n3 C\n*Arcs :1 "1"\n1 2 1\n*Arcs :10 "10"\n2 3 1\n*Arcs :2 "case work"\n1 3 1\n*Arcs :3 "Case plan"\n3 1 1\n'
    made many.net "$text"
    import_edges "$BATS_TEST_TMPDIR/many.net" --question 1
    assert_equal "$(referrals)" 'A,B,1'
    refnet import pajek "$BATS_TEST_TMPDIR/many.net" --question plan -o "$BATS_TEST_TMPDIR/plan"
    assert_status 0
    assert_equal "$(tail -n +2 "$BATS_TEST_TMPDIR/plan/referrals.csv")" 'C,A,1'
    import_edges "$BATS_TEST_TMPDIR/many.net" --question case
    assert_status 2
    assert_contains "$stderr" 'in their names: "case work", "Case plan"'
    [ ! -e "$DIR" ]
}

@test "of several relations of a Pajek file all are read, which is said, or the one asked for" {
    local text='*Vertices 3\n1 "Core agency"\n2 Clinic\n3 Jail\n*Arcs :1 "referrals out"\n1 2 3\n*Arcs :2 "case coordination"\n2 3 1\n3 1 1\n'
    import_edges "$(made two.net "$text")"
    assert_status 0
    assert_equal "$(referrals | wc -l)" 3
    assert_contains "$output" 'The file has 2 relations, and all were read as one: "referrals out", "case'
    import_edges "$BATS_TEST_TMPDIR/two.net" --question coordination --format json
    assert_equal "$(referrals)" 'Clinic,Jail,1
Jail,Core agency,1'
    assert_equal "$(json '.files[0] | [.read, .used, .ignored, .rejected] | join(" ")')" '6 5 1 0'
    import_edges "$BATS_TEST_TMPDIR/two.net" --question money
    assert_status 2
    assert_contains "$stderr" 'it has "referrals out", "case coordination"'
}

# What comes in can be read again: nothing in it is called what says that nothing is known.
@test "whoever is called None or N/A has no name, in any format" {
    local format text file
    local -A formats=(
        [gml]='graph [ directed 1\nnode [ id 7 label "None" ]\nnode [ id 8 label "Elm" ]\nedge [ source 7 target 8 ]\n]\n'
        [graphml]='<graphml><graph edgedefault="directed"><node id="None"/><node id="elm"/><edge source="None" target="elm"/></graph></graphml>'
        [pajek]='*Vertices 2\n1 "N/A"\n2 "Elm"\n*Arcs\n1 2\n'
        [ucinet]='dl n=2 format=edgelist1\nlabels embedded\ndata:\nNone Elm 1\n'
    )
    local -A named=([gml]=7 [graphml]=unnamed [pajek]='Vertex 1' [ucinet]='Vertex 1')
    for format in "${!formats[@]}"; do
        file="$BATS_TEST_TMPDIR/named.$format"
        printf "${formats[$format]}" >"$file"
        refnet import "$format" "$file" -o "$BATS_TEST_TMPDIR/$format"
        assert_status 0
        assert_equal "$format: $(tail -n +2 "$BATS_TEST_TMPDIR/$format/referrals.csv" | cut -d, -f1)" \
            "$format: ${named[$format]}"
        refnet check "$BATS_TEST_TMPDIR/$format" --as-of "$AS_OF" --format json
        assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
    done
}

@test "a node of a table that is called None or not at all is called by its id, and keeps its columns" {
    local folder="$BATS_TEST_TMPDIR/nodes"
    mkdir "$folder"
    printf 'Id,Label,Sector\n1,Elm,Health\n2,,Housing\n3,None,Food\n,,Law\n' >"$folder/nodes.csv"
    printf 'Source,Target\n1,2\n2,3\n3,1\n' >"$folder/edges.csv"
    import_edges "$folder"
    assert_status 0
    assert_contains "$output" 'The row has no name.'
    assert_equal "$(tail -n +2 "$DIR/organizations.csv")" '2,,2,Housing
3,,3,Food
Elm,,1,Health'
    assert_passes_check
    refnet summary "$DIR" --as-of "$AS_OF" --quiet --format json
    assert_equal "$(json .arcs)" 3
}

@test "a folder of nodes without a link between them is a network, too" {
    local folder="$BATS_TEST_TMPDIR/lone"
    mkdir "$folder"
    printf 'Id,Label\n1,Elm\n2,Oak\n' >"$folder/nodes.csv"
    printf 'Source,Target\n' >"$folder/edges.csv"
    import_edges "$folder"
    assert_status 0
    refnet summary "$DIR" --as-of "$AS_OF" --quiet --format json
    assert_equal "$(json '.organizations, .arcs' | tr '\n' ' ')" '2 0 '
    printf 'Source,Target\n,Elm\n' >"$folder/edges.csv"
    import_edges "$folder"
    assert_status 3
    assert_contains "$stderr" 'edges.csv'
}

@test "a workbook of nodes and edges is a network with all nodes, as Kumu and Gephi save one" {
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/kumu.xlsx" \
        "Elements=$(made elements.csv 'Label,Type,Tags\nElm Clinic,health,\nOak House,housing,\nLone Org,food,\n')" \
        "Connections=$(made connections.csv 'From,To,Direction,Label,Type\nElm Clinic,Oak House,directed,refers,formal\nOak House,Elm Clinic,mutual,,formal\nelm clinic,New Place,,,\n')" \
        "Notes=$(made notes.csv 'made by hand\n')"
    import_edges "$BATS_TEST_TMPDIR/kumu.xlsx"
    assert_status 0
    assert_equal "$(cat "$DIR/organizations.csv")" 'name,alternate_names,Type,Tags
Elm Clinic,,health,
Lone Org,,food,
New Place,,,
Oak House,,housing,'
    assert_equal "$(referrals)" 'Elm Clinic,New Place
Elm Clinic,Oak House
Elm Clinic,Oak House
Oak House,Elm Clinic'
    assert_contains "$output" 'Of the workbook, sheets "Connections" and "Elements" were read; not read:'
    assert_contains "$output" '"Direction" as direction; left out: "Label",'
    assert_passes_check
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/gephi.xlsx" \
        "Nodes=$(made nodes.csv 'Id,Label\n1,Elm\n2,Oak\n3,Ash\n')" "Edges=$(made edges.csv 'Source,Target,Type,Weight\n1,2,Directed,3\n')"
    import_edges "$BATS_TEST_TMPDIR/gephi.xlsx"
    assert_equal "$(cut -d, -f1,3 "$DIR/organizations.csv")" 'name,Id
Ash,3
Elm,1
Oak,2'
    assert_equal "$(referrals)" '1,2,3'
}

@test "lists in attributes of GEXF become lists of the dataset" {
    import_graph "$(made lists.gexf '<gexf><graph><attributes class="node"><attribute id="0" title="services" type="liststring"/><attribute id="1" title="motto" type="string"/></attributes><nodes><node id="a" label="Elm"><attvalues><attvalue for="0" value="[food, &quot;rides, local&quot;]"/><attvalue for="1" value="[we, care]"/></attvalues></node><node id="b" label="Oak"><attvalues><attvalue for="0" value="meals|rides"/></attvalues></node></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>')"
    assert_equal "$(cat "$DIR/organizations.csv")" 'id,name,services,motto
a,Elm,"food;rides, local","[we, care]"
b,Oak,meals;rides,'
}

@test "a workbook of NodeXL is a network with all its vertices, called by their labels" {
    edges=$(made edges.csv ',,Visual Properties,,Labels\nVertex 1,Vertex 2,Color,Width,Label,ID,Edge Weight\nHC,FB,,2,,1,5\nFB,SC,,2,,2,3\n')
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/nodexl.xlsx" "Edges=$edges" \
        "Vertices=$(made vertices.csv ',Visual Properties,,Labels\nVertex,Color,Size,Label,X,ID,Degree,Sector\nHC,,3,Harbor Clinic,10.5,1,1,health\nFB,,3,,20,2,2,food\nLO,,3,Lone Org,7,3,0,\n')"
    import_edges "$BATS_TEST_TMPDIR/nodexl.xlsx"
    assert_status 0
    assert_equal "$(cat "$DIR/organizations.csv")" 'name,alternate_names,id,Sector
FB,,FB,food
Harbor Clinic,,HC,health
Lone Org,,LO,
SC,,,'
    assert_equal "$(referrals)" 'FB,SC,3
HC,FB,5'
    assert_passes_check
    refnet summary "$BATS_TEST_TMPDIR/nodexl.xlsx" --as-of "$AS_OF" --format json
    assert_equal "$(json '.organizations')" 3
    python3 tests/cli/make_workbook.py "$BATS_TEST_TMPDIR/plain.xlsx" "Edges=$edges" \
        "Vertices=$(made plain.csv 'Vertex,Color,Label,ID,Degree\nHC,,HC,1,1\nFB,,FB,2,2\nSC,,SC,3,1\n')"
    refnet summary "$BATS_TEST_TMPDIR/plain.xlsx" --as-of "$AS_OF" --format json
    assert_equal "$(json '.organizations, .arcs' | tr '\n' ' ')" '3 2 '
}

@test "a node whose id is NA is known by its name" {
    printf '<graphml><key id="n" for="node" attr.name="name"/><graph edgedefault="directed"><node id="NA"><data key="n">Narcotics Anonymous</data></node><node id="elm"><data key="n">Elm</data></node><edge source="NA" target="elm"/></graph></graphml>' >"$BATS_TEST_TMPDIR/na.graphml"
    refnet import graphml "$BATS_TEST_TMPDIR/na.graphml" -o "$BATS_TEST_TMPDIR/na"
    assert_status 0
    assert_equal "$(tail -n +2 "$BATS_TEST_TMPDIR/na/referrals.csv")" 'Narcotics Anonymous,Elm'
    refnet check "$BATS_TEST_TMPDIR/na" --as-of "$AS_OF" --format json
    assert_equal "$(json '[.findings[] | select(.severity == "error")] | length')" 0
}

@test "a log whose ends are parted by arrows, or whose columns have other names, is refused with what to do" {
    local log="$BATS_TEST_TMPDIR/log.csv" out="$BATS_TEST_TMPDIR/from-log"
    printf 'Date,Referral,Outcome\n1/5/2026,Elm → Oak,Completed\n1/9/2026,Elm -> Ash,\n' >"$log"
    refnet import edgelist "$log" -o "$out"
    assert_status 3
    assert_contains "$stderr" 'who is referred to in column 2 ("Referral"), with an arrow between; split it in two'
    printf 'Date,Who,Whom\n1/5/2026,Elm,Oak\n1/19/2026,Elm,Ash\n' >"$log"
    refnet import edgelist "$log" -o "$out"
    assert_status 3
    assert_contains "$stderr" 'dates in column 1 ("1/5/2026"); say which columns say who refers'
    refnet import edgelist "$log" -o "$out" --column from=Who --column to=Whom
    assert_status 0
    assert_equal "$(tail -n +2 "$out/organizations.csv" | tr '\n' ' ')" 'Ash Elm Oak '
}

# refused NAME TEXT WORDS: an edge list is refused with these words, and nothing is written.
refused() {
    import_edges "$(made "$1" "$2")"
    assert_status 3
    assert_contains "$stderr" "$1 is $3"
    [ ! -e "$DIR" ]
}

@test "networks in other formats are not read as lists of links" {
    refused net.dot '/* made */\ndigraph net {\n  a -> b;\n}\n' "a network of Graphviz, in DOT; save"
    refused net.json '{"directed": true, "nodes": [], "links": []}\n' "JSON; save the network as GraphML"
    refused table.csv '"SUID","interaction","name","shared name"\n"9","to","Elm (to) Oak","Elm (to) Oak"\n' "Cytoscape's table of edges"
    refused net.sif 'Elm Clinic\trefers\tOak\tAsh\nOak\trefers\tElm Clinic\nLone House\n' "a list with the same word between the two ends"
    import_edges "$(made how.sif 'Elm\trefers\tOak\nOak\trefers\tElm\n')" --fields from,how,to
    assert_status 0
    assert_equal "$(referrals)" 'Elm,Oak
Oak,Elm'
    refused bare.txt 'Elm\tOak\tAsh\n0\t3\t0\n1\t0\t0\n0\t2\t0\n' "a matrix with names above, and none beside"
    wide=$(for i in $(seq 60); do printf 'Name%s\\t' "$i"; done)
    zeros=$(for i in $(seq 60); do printf '0\\t'; done)
    refused wide.txt "${wide%\\t}\n$(for i in $(seq 60); do printf '%s\\n' "${zeros%\\t}"; done)" "a matrix with names above, and none beside"
    refused words.txt 'Elm Clinic Oak House 5\nSt. Mary"s "Big" Table Elm Clinic 2\n' "a list with blanks between its columns and names of several words"
    import_edges "$(made quoted.txt '"Elm Clinic" Oak 5\nOak "Elm Clinic" 2\n')"
    assert_status 0
    assert_equal "$(referrals)" 'Elm Clinic,Oak,5
Oak,Elm Clinic,2'
    import_edges "$(made attributes.txt 'a b {}\nb c {\047weight\047: 3}\n')"
    assert_status 0
    assert_equal "$(referrals)" 'a,b
b,c'
}

@test "lists of links as R and NodeXL write them" {
    import_edges "$(made r.csv '"","V1","V2"\n"1","Elm","Oak"\n"2","Oak","Ash"\n')"
    assert_status 0
    assert_equal "$(referrals)" 'Elm,Oak
Oak,Ash'
    import_edges "$(made nodexl.csv 'Vertex 1,Vertex 2,Width,Edge Weight\nElm,Oak,1,3\n')"
    assert_status 0
    assert_equal "$(referrals)" 'Elm,Oak,3'
}

@test "a count is known by a header of several words, even where it sounds like a question" {
    local list header
    for header in 'Referrals per year' 'Referrals (past 12 months)' 'Individuals referred'; do
        list=$(made list.csv "From,To,$header\nElm Clinic,Bay Food,4\nBay Food,Elm Clinic,12\n")
        import_edges "$list"
        assert_contains "$output" "\"$header\" as count"
        assert_equal "$(referrals | tr '\n' ' ')" 'Bay Food,Elm Clinic,12 Elm Clinic,Bay Food,4 '
    done
}

@test "columns divided by |, and rows in quotes as a whole, get advice in place of links" {
    local list
    for list in 'From|To|Count\nElm Clinic|Bay Food|3\n' 'Elm Clinic|Bay Food|3\nBay Food|Oak House|4\n'; do
        import_edges "$(made strokes.csv "$list")"
        assert_status 3
        assert_contains "$stderr" 'strokes.csv cannot be read as a list of links: its columns are divided by |; put commas'
    done
    import_edges "$(made quotes.csv '"From,To,Count"\n"Elm Clinic,Bay Food,3"\n')"
    assert_status 3
    assert_contains "$stderr" 'split it with Text to Columns'
    refnet import flat "$(made flat.csv 'Agency Name|Services\nElm Clinic|dental\n')" -o "$DIR"
    assert_contains "$stderr" 'flat.csv has no column of names; its columns are divided by |'
    refnet import survey "$(made survey.csv '"Agency,Elm Clinic"\n"Bay Food,yes"\n')" -o "$DIR"
    assert_contains "$stderr" 'survey.csv cannot be read as a survey: all columns stand in one'
}
