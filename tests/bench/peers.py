# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: peers.py igraph|networkx FOLDER

Reads organizations.csv and referrals.csv into a network as people do with Python, parallel rows added
up, and prints the seconds that took (without starting Python) and the versions. Exits with 1 where the
package is not installed."""

import importlib.util
import sys
import time

peer, folder = sys.argv[1:]
if any(importlib.util.find_spec(name) is None for name in ("pandas", peer)):
    sys.exit(1)

import pandas


def read():
    organizations = pandas.read_csv(f"{folder}/organizations.csv")
    referrals = pandas.read_csv(f"{folder}/referrals.csv", parse_dates=["date"])
    arcs = referrals.groupby(["from", "to"], as_index=False).agg(count=("count", "sum"), date=("date", "max"))
    return organizations, arcs


def with_igraph():
    import igraph

    begin = time.perf_counter()
    organizations, arcs = read()
    vertices = organizations[["id", "name"]].rename(columns={"name": "title"})
    graph = igraph.Graph.DataFrame(arcs, directed=True, vertices=vertices, use_vids=False)
    return time.perf_counter() - begin, graph.ecount(), f"pandas {pandas.__version__} + igraph {igraph.__version__}"


def with_networkx():
    import networkx

    begin = time.perf_counter()
    organizations, arcs = read()
    graph = networkx.from_pandas_edgelist(arcs, "from", "to", ["count", "date"], networkx.DiGraph)
    graph.add_nodes_from(organizations["id"])
    return time.perf_counter() - begin, graph.number_of_edges(), f"pandas {pandas.__version__} + networkx {networkx.__version__}"


seconds, edges, versions = with_igraph() if peer == "igraph" else with_networkx()
print(f"{seconds:.3f} {versions}")
