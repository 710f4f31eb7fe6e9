#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: read_back.py FORMAT PROGRAM FILE REFERENCE

Reads FILE, an export in FORMAT, with igraph or networkx and compares every value with REFERENCE,
the same network in node-link JSON. Exit 77 when the program is not installed."""
import json
import math
import sys

form, program, path, reference = sys.argv[1:]
try:
    if program == "igraph":
        import igraph
    else:
        import networkx
except ImportError:
    sys.exit(77)

with open(reference, encoding="utf-8") as file:
    expected = json.load(file)
nodes = {node["id"]: node for node in expected["nodes"]}
links = {(link["source"], link["target"]): link for link in expected["links"]}


def as_text(value):
    return "|".join(value) if isinstance(value, list) else value


def is_blank(value):
    return value in (None, "", []) or (isinstance(value, float) and math.isnan(value))


def same(value, wanted):
    value, wanted = as_text(value), as_text(wanted)
    if is_blank(wanted) or is_blank(value):
        return is_blank(wanted) and is_blank(value)
    if isinstance(wanted, (int, float)) and not isinstance(wanted, bool):
        return math.isclose(float(value), wanted, rel_tol=1e-14, abs_tol=1e-14)
    return value == wanted


def compare(what, found, wanted, without=()):
    for key, value in wanted.items():
        if key not in without and not same(found.get(key), value):
            sys.exit(f"{what}: {key} is {found.get(key)!r}, not {value!r}")


def read_igraph():
    graph = igraph.Graph.Read(path, format=form)
    ids = [v["id"] for v in graph.vs]
    return (dict(zip(ids, (v.attributes() for v in graph.vs))),
            {(ids[e.source], ids[e.target]): e.attributes() for e in graph.es},
            graph.is_directed())


def read_networkx():
    if form == "json":
        with open(path, encoding="utf-8") as file:
            graph = networkx.node_link_graph(json.load(file))
    else:
        graph = getattr(networkx, "read_" + form)(path)
    return (dict(graph.nodes(data=True)), {(a, b): data for a, b, data in graph.edges(data=True)},
            graph.is_directed())


def by_name(found_nodes, found_links, directed):
    """Pajek has names and weights only; igraph numbers the vertices beside the names."""
    names = {key: node.get("name", key) for key, node in found_nodes.items()}
    wanted = {(nodes[a]["name"], nodes[b]["name"]): link["weight"] for (a, b), link in links.items()}
    found = {(names[a], names[b]): data["weight"] for (a, b), data in found_links.items()}
    if sorted(names.values()) != sorted(node["name"] for node in nodes.values()):
        sys.exit("the names differ")
    if found != wanted or directed != expected["directed"]:
        sys.exit("the arcs differ")


found_nodes, found_links, directed = read_igraph() if program == "igraph" else read_networkx()
if form == "pajek":
    by_name(found_nodes, found_links, directed)
    sys.exit(0)
if directed != expected["directed"]:
    sys.exit("directed: " + str(directed))
if not directed:
    found_links.update({(b, a): data for (a, b), data in list(found_links.items())})
if set(found_nodes) != set(nodes) or not set(links) <= set(found_links):
    sys.exit("other nodes or links")
if len(found_links) != len(links) * (1 if directed else 2):
    sys.exit("more links")
for key, node in nodes.items():
    compare(key, found_nodes[key], node, without=("id",))
for ends, link in links.items():
    compare(" -> ".join(ends), found_links[ends], link, without=("source", "target"))
