#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: reference.py write SEED FOLDER
          reference.py compare PROGRAM FOLDER SUMMARY MEASURES [OPTION]...

write makes a random dataset: isolates, self-referrals, repeated rows, several components. compare
works the figures out with networkx or igraph and compares them with refnet's JSON. Exit 77 when the
program is not installed."""
import csv
import json
import math
import os
import random
import sys


def write(seed, folder):
    rng = random.Random(int(seed))
    n = rng.choice([1, 2, 3, 5, 9, 17, 40, 90])
    ids = [f"o{i:03}" for i in range(n)]
    with open(os.path.join(folder, "organizations.csv"), "w", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["id", "name", "sector"])
        for name in ids:
            out.writerow([name, name, rng.choice(["health", "food", "housing", ""])])
    with open(os.path.join(folder, "referrals.csv"), "w", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["from", "to", "count"])
        for _ in range(int(n * rng.choice([0, .5, 1, 2, 4]))):
            a, b = rng.choice(ids), ids[int(n * rng.random() ** rng.choice([1, 3]))]
            out.writerow([a, b, rng.randint(1, 9)])
            if rng.random() < .3:
                out.writerow([b, a, rng.randint(1, 9)])


def load(folder):
    with open(os.path.join(folder, "organizations.csv"), encoding="utf-8") as file:
        sectors = {row["id"]: row["sector"] for row in csv.DictReader(file)}
    arcs = {}
    with open(os.path.join(folder, "referrals.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["from"] != row["to"]:
                ends = (row["from"], row["to"])
                arcs[ends] = arcs.get(ends, 0) + int(row["count"])
    return sectors, arcs


def check(what, value, wanted):
    undefined = wanted is None or (isinstance(wanted, float) and math.isnan(wanted))
    if undefined or value is None:
        if not (undefined and value is None):
            sys.exit(f"{what} is {value}, not {wanted}")
    elif not math.isclose(value, wanted, rel_tol=1e-9, abs_tol=1e-9):
        sys.exit(f"{what} is {value}, not {wanted}")


def ratio(part, whole):
    return part / whole if whole else None


def tie_counts(arcs):
    ties = {}
    for (a, b), count in arcs.items():
        ends = (min(a, b), max(a, b))
        ties[ends] = ties.get(ends, 0) + count
    return ties


def centralization(values, n, undirected):
    pairs = (n - 1) * (n - 2) / (2 if undirected else 1)
    return sum(max(values) - v for v in values) / pairs / (n - 1) if n > 2 else None


# Its PageRank and correlation would want numpy, too: igraph's turn.
def by_networkx(sectors, arcs, weighted, undirected):
    import networkx as nx
    ties = tie_counts(arcs)
    digraph, graph = nx.DiGraph(), nx.Graph()
    for g, edges in ((digraph, arcs), (graph, ties)):
        g.add_nodes_from(sectors)
        for (a, b), count in edges.items():
            g.add_edge(a, b, count=count, length=1 / count)
    n, on = len(sectors), graph if undirected else digraph
    length, count = ("length", "count") if weighted else (None, None)
    betweenness = nx.betweenness_centrality(on, normalized=False, weight=length)
    clustering, triangles = nx.clustering(graph), nx.triangles(graph)
    two_or_more = [v for v in graph if graph.degree(v) > 1]
    constraint = nx.constraint(graph, weight=count)
    cut = set(nx.articulation_points(graph))
    cores = nx.core_number(graph)
    harmonic = nx.harmonic_centrality(graph, distance=length)
    within = {v: len(nx.single_source_shortest_path_length(graph, v, 2)) - 1 for v in graph}
    vertices = {v: {
        "degree": graph.degree(v), "betweenness": betweenness[v], "coreness": cores[v],
        "harmonic_closeness": ratio(harmonic[v], n - 1),
        "clustering": clustering[v] if graph.degree(v) > 1 else None,
        "constraint": constraint[v] if graph.degree(v) else None,
        "effective_size": graph.degree(v) - 2 * triangles[v] / graph.degree(v) if graph.degree(v) else None,
        "articulation": int(v in cut), "reach": ratio(within[v], n - 1),
        "reach_efficiency": ratio(ratio(within[v], n - 1) or 0, graph.degree(v)),
    } for v in sectors}
    mutual = sum((b, a) in arcs for a, b in arcs)
    open_paths = sum(d * (d - 1) / 2 for _, d in graph.degree)
    unweighted = nx.betweenness_centrality(on, normalized=False)
    return vertices, {
        "arcs": len(arcs), "ties": len(ties), "reciprocity": ratio(mutual, len(arcs)),
        "dyad_reciprocity": ratio(mutual / 2, len(ties)),
        "components": nx.number_connected_components(graph),
        "transitivity": nx.transitivity(graph) if open_paths else None,
        "average_clustering": ratio(sum(clustering[v] for v in two_or_more), len(two_or_more)),
        "betweenness_centralization": centralization(unweighted.values(), n, undirected),
    }


def by_igraph(sectors, arcs, weighted, undirected):
    import igraph
    names = sorted(sectors)
    number = {v: i for i, v in enumerate(names)}
    ties = tie_counts(arcs)
    edges = ties if undirected else arcs
    on = igraph.Graph(len(names), [(number[a], number[b]) for a, b in edges], directed=not undirected)
    graph = igraph.Graph(len(names), [(number[a], number[b]) for a, b in ties])
    counts = list(ties.values())
    lengths = [1 / c for c in edges.values()] if weighted else None
    tie_lengths = [1 / c for c in counts] if weighted else None
    n = len(names)
    # igraph gives up where there is nothing to weigh.
    betweenness = on.betweenness(weights=lengths if edges else None)
    harmonic = graph.harmonic_centrality(weights=tie_lengths if ties else None)
    constraint = graph.constraint(weights=counts if weighted and ties else None)
    pagerank = on.pagerank(weights=list(edges.values()) if edges else None, damping=.85)
    cut = set(graph.articulation_points())
    vertices = {v: {
        "degree": graph.degree(i), "betweenness": betweenness[i], "coreness": graph.coreness()[i],
        "harmonic_closeness": harmonic[i] if n > 1 else None, "pagerank": pagerank[i],
        "constraint": constraint[i] if graph.degree(i) else None, "articulation": int(i in cut),
        "clustering": graph.transitivity_local_undirected(i) if graph.degree(i) > 1 else None,
    } for i, v in enumerate(names)}
    return vertices, {
        "components": len(graph.connected_components()),
        "transitivity": graph.transitivity_undirected(),
        "average_clustering": graph.transitivity_avglocal_undirected(mode="nan"),
        "degree_assortativity": graph.assortativity_degree(directed=False) if ties else None,
    }


def compare(program, folder, summary_path, measures_path, options):
    try:
        __import__(program)
    except ImportError:
        sys.exit(77)
    with open(summary_path, encoding="utf-8") as file:
        summary = json.load(file)
    with open(measures_path, encoding="utf-8") as file:
        measures = {row["id"]: row for row in json.load(file)["organizations"]}
    sectors, arcs = load(folder)
    work_out = by_networkx if program == "networkx" else by_igraph
    vertices, figures = work_out(sectors, arcs, "count" in options, "--undirected" in options)
    for key, wanted in figures.items():
        check(key, summary[key], wanted)
    if set(vertices) != set(measures):
        sys.exit("other organisations")
    for v, wanted in vertices.items():
        for key, figure in wanted.items():
            check(f"{v} {key}", measures[v][key], figure)


if sys.argv[1] == "write":
    write(*sys.argv[2:])
else:
    compare(*sys.argv[2:6], sys.argv[6:])
