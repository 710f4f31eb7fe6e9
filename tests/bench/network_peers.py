# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: network_peers.py igraph|networkx FOLDER

Reads organizations.csv and referrals.csv as people do with Python and finds components, articulation
organizations, bridges, PageRank and communities. Prints the seconds without communities, those of one run
of Leiden (networkx: of Louvain, as it has no Leiden) and the versions. Exits with 1 where a package is
not installed."""

import importlib.util
import random
import sys
import time

peer, folder = sys.argv[1:]
if any(importlib.util.find_spec(name) is None for name in ("pandas", peer)):
    sys.exit(1)

import pandas

RUNS = {"igraph": 3, "networkx": 1}[peer]


def read():
    organizations = pandas.read_csv(f"{folder}/organizations.csv", usecols=["id"])
    referrals = pandas.read_csv(f"{folder}/referrals.csv", usecols=["from", "to", "count"])
    referrals = referrals[referrals["from"] != referrals["to"]]
    return organizations, referrals.groupby(["from", "to"], as_index=False)["count"].sum()


def with_igraph():
    import igraph

    organizations, arcs = read()
    arcs_graph = igraph.Graph.DataFrame(arcs, directed=True, vertices=organizations, use_vids=False)
    ties_graph = arcs_graph.as_undirected()
    ties_graph.connected_components()
    ties_graph.articulation_points()
    ties_graph.bridges()
    arcs_graph.pagerank(weights="count")
    return lambda: ties_graph.community_leiden("modularity", n_iterations=10), igraph.__version__


def with_networkx():
    import networkx

    organizations, arcs = read()
    arcs_graph = networkx.from_pandas_edgelist(arcs, "from", "to", "count", networkx.DiGraph)
    arcs_graph.add_nodes_from(organizations["id"])
    ties_graph = arcs_graph.to_undirected()
    list(networkx.connected_components(ties_graph))
    list(networkx.articulation_points(ties_graph))
    list(networkx.bridges(ties_graph))
    try:
        networkx.pagerank(arcs_graph, weight="count")
    except ModuleNotFoundError:  # SciPy
        networkx.algorithms.link_analysis.pagerank_alg._pagerank_python(arcs_graph, weight="count")
    return lambda: networkx.community.louvain_communities(ties_graph, seed=1), networkx.__version__


random.seed(1)
module = importlib.import_module(peer)
begin = time.perf_counter()
find_communities, version = with_igraph() if peer == "igraph" else with_networkx()
middle = time.perf_counter()
for _ in range(RUNS):
    find_communities()
end = time.perf_counter()
print(f"{middle - begin:.4f} {(end - middle) / RUNS:.4f} {peer} {version}, pandas {pandas.__version__}")
