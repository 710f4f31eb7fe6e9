# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores maps of networks: refnet's, from `map --geometry`, beside layouts of Graphviz and igraph.

Every layout is scored on the page, with the letters and the discs that refnet chose. refnet's labels
are where it drew them. Peers put a name on its disc, in one line as wide as Graphviz measures it, and
their drawing is scaled until discs and names just fit the page; refnet also has to fit its title,
legend and key there. What is compared is therefore harder on refnet than on its peers.

stress      mean of (s|p-q| - d)^2 / d^2 over pairs joined by a path of d ties, at the best scale s
crossings   pairs of ties without a common end that cross, ties being straight
overlaps    pairs of labels that share more than a hair
legible     share of organisations named, on no other label, on no other's disc, and on the page
hits        label-tie hits: how often a tie runs through a label
right       hits of refnet's own layout were all names fixed to the right of their discs
on discs    pairs of discs that overlap
"""
import csv
import json
import math
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

HAIR = 0.05
LETTER = 12.0
LINE_HEIGHT = 1.164  # of DejaVu Sans


# ---- networks -----------------------------------------------------------------------------------

def write_rows(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def write_dataset(folder, names, ties):
    os.makedirs(folder)
    ids = [f"o{i:04d}" for i in range(len(names))]
    write_rows(os.path.join(folder, "organizations.csv"), [("id", "name"), *zip(ids, names)])
    write_rows(os.path.join(folder, "referrals.csv"),
               [("from", "to"), *((ids[a], ids[b]) for a, b in ties)])
    return folder


FIRST = "Bay Elm Harbor Lakeshore Mill North Pine River South Valley West Cedar Oak Hill".split()
SECOND = "Family Youth Senior Food Housing Health Legal Dental Recovery Transit Faith".split()
THIRD = "Center Services Clinic Alliance Network Coalition House Council Pantry Partners".split()


def make_network(folder, count, ties_each, seed):
    """Referrals as they usually are: a few hubs, and neighbors who share neighbors."""
    dice = random.Random(seed)
    names = [f"{dice.choice(FIRST)} {dice.choice(SECOND)} {dice.choice(THIRD)} {i}"
             for i in range(count)]
    ties, ends = set(), [0]
    for new in range(1, count):
        wanted = min(new, max(1, round(dice.expovariate(1 / ties_each))))
        chosen = set()
        while len(chosen) < wanted:
            other = dice.choice(ends) if dice.random() < 0.7 else dice.randrange(new)
            chosen.add(other)
        for other in sorted(chosen):
            ties.add((new, other))
            ends += [new, other]
    return write_dataset(folder, names, sorted(ties))


def real_network(folder, name):
    base = os.path.join(os.environ.get("REFNET_SHARED", ""), "networks", name)
    if not os.path.exists(base + "_nodes.csv"):
        print(f"{name}: not found in REFNET_SHARED, left out")
        return None
    with open(base + "_nodes.csv", encoding="utf-8") as file:
        nodes = list(csv.DictReader(file))
    with open(base + "_edges.csv", encoding="utf-8") as file:
        edges = list(csv.DictReader(file))
    index = {node["id"]: i for i, node in enumerate(nodes)}
    return write_dataset(folder, [node["name"] for node in nodes],
                         [(index[e["from_id"]], index[e["to_id"]]) for e in edges])


def novel(folder):
    try:
        import networkx
    except ImportError:
        print("Les Misérables: networkx is not installed, left out")
        return None
    graph = networkx.les_miserables_graph()
    names = sorted(graph)
    index = {name: i for i, name in enumerate(names)}
    return write_dataset(folder, names, sorted((index[a], index[b]) for a, b in graph.edges))


def networks(work):
    yield "harbor-county", "datasets/harbor-county"
    yield "indiana-tobacco-contact", "datasets/indiana-tobacco-contact"
    yield "cheyenne-search-rescue", "datasets/cheyenne-search-rescue"
    yield "made, 120", make_network(os.path.join(work, "made-120"), 120, 1.8, 1)
    yield "made, 300", make_network(os.path.join(work, "made-300"), 300, 1.6, 2)
    yield "DHHS", real_network(os.path.join(work, "dhhs"), "DHHS")
    yield "Les Misérables", novel(os.path.join(work, "novel"))


def names_of(folder):
    with open(os.path.join(folder, "organizations.csv"), encoding="utf-8") as file:
        return {row["id"]: row.get("short_name") or row["name"] for row in csv.DictReader(file)}


# ---- geometry -----------------------------------------------------------------------------------

def overlap(a, b):
    return (min(a[2], b[2]) - max(a[0], b[0]) > HAIR) and (min(a[3], b[3]) - max(a[1], b[1]) > HAIR)


def meets_disc(box, at, radius):
    x = max(box[0], min(at[0], box[2])) - at[0]
    y = max(box[1], min(at[1], box[3])) - at[1]
    return x * x + y * y < (radius - HAIR) ** 2


def meets_line(box, a, b):
    enter, leave = 0.0, 1.0
    for start, step, low, high in ((a[0], b[0] - a[0], box[0], box[2]),
                                   (a[1], b[1] - a[1], box[1], box[3])):
        if step == 0:
            if start <= low or start >= high:
                return False
            continue
        t, u = sorted(((low - start) / step, (high - start) / step))
        enter, leave = max(enter, t), min(leave, u)
    return leave - enter > 1e-9


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(a, b, c, d):
    return turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0


# ---- scores -------------------------------------------------------------------------------------

def distances(ids, ties):
    near = {v: [] for v in ids}
    for a, b in ties:
        near[a].append(b)
        near[b].append(a)
    found = []
    for source in ids:
        steps, queue = {source: 0}, [source]
        for v in queue:
            for w in near[v]:
                if w not in steps:
                    steps[w] = steps[v] + 1
                    queue.append(w)
        found += [(source, w, d) for w, d in steps.items() if source < w]
    return found


def stress(at, pairs):
    ratio = square = 0.0
    for v, w, d in pairs:
        share = math.dist(at[v], at[w]) / d
        ratio += share
        square += share * share
    return 1 - ratio * ratio / square / len(pairs) if square else 0.0


def crossings(at, ties):
    return sum(cross(at[a], at[b], at[c], at[d])
               for i, (a, b) in enumerate(ties) for c, d in ties[:i]
               if a not in (c, d) and b not in (c, d))


def hits(boxes, at, ties):
    return sum(meets_line(box, at[a], at[b]) for box in boxes.values() for a, b in ties)


def legible(labels, named, at, radius, page):
    good = 0
    for v, box in labels.items():
        inside = box[0] >= -HAIR and box[1] >= -HAIR and box[2] <= page[0] + HAIR \
            and box[3] <= page[1] + HAIR
        good += v in named and inside \
            and not any(overlap(box, other) for w, other in labels.items() if w != v) \
            and not any(meets_disc(box, at[w], radius[w]) for w in at if w != v)
    return good / len(at)


def score(at, labels, named, network):
    radius, boxes = network["radius"], list(labels.values())
    ids = sorted(at)
    return {
        "stress": stress(at, network["pairs"]),
        "crossings": crossings(at, network["ties"]),
        "overlaps": sum(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[:i]),
        "legible": legible(labels, named, at, radius, network["page"]),
        "hits": hits(labels, at, network["ties"]),
        "on discs": sum(math.dist(at[v], at[w]) < radius[v] + radius[w] - HAIR
                        for i, v in enumerate(ids) for w in ids[:i]),
    }


# ---- refnet -------------------------------------------------------------------------------------

def as_box(item):
    return item["x"], item["y"], item["x"] + item["width"], item["y"] + item["height"]


def run_refnet(folder, work):
    geometry, picture = os.path.join(work, "geometry.json"), os.path.join(work, "map.pdf")
    begin = time.perf_counter()
    subprocess.run([os.environ["REFNET"], "map", folder, "--quiet", "--as-of", "2026-09-30",
                    "--geometry", geometry, "-o", picture], check=True)
    seconds = time.perf_counter() - begin
    with open(geometry, encoding="utf-8") as file:
        return json.load(file), seconds


def describe(drawn, sizes):
    at = {node["id"]: (node["x"], node["y"]) for node in drawn["nodes"]}
    ties = sorted({tuple(sorted((e["from"], e["to"]))) for e in drawn["edges"]})
    return {"radius": {node["id"]: node["radius"] for node in drawn["nodes"]}, "ties": ties,
            "pairs": distances(sorted(at), ties), "page": (drawn["width"], drawn["height"]),
            "sizes": sizes}, at


def to_the_right(at, network):
    boxes = {}
    for v, (x, y) in at.items():
        width, height = network["sizes"][v]
        left = x + network["radius"][v] + 2.5
        boxes[v] = (left, y - height / 2, left + width, y + height / 2)
    return boxes


# ---- peers --------------------------------------------------------------------------------------

def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def letters_of(drawn):
    """The size of refnet's letters: its labels are as high as their lines, of names in one line one."""
    lines = [label["thickness"] for label in drawn["labels"] if not label.get("number")]
    return min(lines, default=LETTER * LINE_HEIGHT) / LINE_HEIGHT


def measure_names(names, letter):
    """Width and height in points of each name in one line."""
    lines = [f"{quoted(v)} [label={quoted(name)}];" for v, name in names.items()]
    graph = "graph { node [shape=plain fontname=\"DejaVu Sans\" fontsize=%g];%s}" % (
        letter, "".join(lines))
    return {v: (w, h) for v, _, _, w, h in plain("dot", [], graph)}


def plain(program, options, graph):
    run = subprocess.run([program, *options, "-Tjson"], input=graph, text=True, check=True,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    for item in json.loads(run.stdout).get("objects", []):
        x, y = map(float, item["pos"].split(","))
        yield item["name"], x, y, float(item["width"]) * 72, float(item["height"]) * 72


def graphviz(program, options):
    def lay_out(network, ids):
        nodes = "".join(f"{quoted(v)} [width={network['sizes'][v][0] / 72:.3f} "
                        f"height={network['sizes'][v][1] / 72:.3f}];" for v in ids)
        edges = "".join(f"{quoted(a)} -- {quoted(b)};" for a, b in network["ties"])
        graph = 'graph { node [shape=box fixedsize=true label=""];%s%s}' % (nodes, edges)
        return {v: (x, -y) for v, x, y, _, _ in plain(program, options, graph)}
    return lay_out


def igraph_layout(method):
    def lay_out(network, ids):
        import igraph
        random.seed(1)
        index = {v: i for i, v in enumerate(ids)}
        graph = igraph.Graph(len(ids), [(index[a], index[b]) for a, b in network["ties"]])
        return dict(zip(ids, (tuple(point) for point in graph.layout(method).coords)))
    return lay_out


def peers():
    if shutil.which("neato"):
        yield "neato", graphviz("neato", [])
        yield "neato + prism", graphviz("neato", ["-Goverlap=prism"])
        yield "sfdp + prism", graphviz("sfdp", ["-Goverlap=prism"])
    try:
        import igraph  # noqa: F401
    except ImportError:
        print("python-igraph is not installed, left out")
        return
    yield "igraph KK", igraph_layout("kk")
    yield "igraph FR", igraph_layout("fr")


def boxes_on(at, sizes):
    return {v: (x - sizes[v][0] / 2, y - sizes[v][1] / 2, x + sizes[v][0] / 2,
                y + sizes[v][1] / 2) for v, (x, y) in at.items()}


def extent(at, network):
    sides = [box for box in boxes_on(at, network["sizes"]).values()]
    sides += [(x - network["radius"][v], y - network["radius"][v], x + network["radius"][v],
               y + network["radius"][v]) for v, (x, y) in at.items()]
    return (min(s[0] for s in sides), min(s[1] for s in sides), max(s[2] for s in sides),
            max(s[3] for s in sides))


def fit(at, network):
    """The drawing at the largest scale at which discs and names are on the page."""
    low, high = 1e-6, 1e6
    for _ in range(60):
        scale = math.sqrt(low * high)
        box = extent({v: (x * scale, y * scale) for v, (x, y) in at.items()}, network)
        if box[2] - box[0] <= network["page"][0] and box[3] - box[1] <= network["page"][1]:
            low = scale
        else:
            high = scale
    at = {v: (x * low, y * low) for v, (x, y) in at.items()}
    box = extent(at, network)
    return {v: (x - box[0], y - box[1]) for v, (x, y) in at.items()}


# ---- the table ----------------------------------------------------------------------------------

COLUMNS = ("stress", "crossings", "overlaps", "legible", "hits", "on discs", "seconds")


def print_row(name, row):
    cells = [f"{row[c]:10.3f}" if isinstance(row[c], float) else f"{row[c]:10d}" for c in COLUMNS]
    print(f"  {name:<16}" + "".join(cells))


def compare(title, folder, work):
    names = names_of(folder)
    drawn, seconds = run_refnet(folder, work)
    letter = letters_of(drawn)
    try:
        sizes = measure_names(names, letter)
    except FileNotFoundError:
        sizes = {v: (0.6 * letter * len(name), 1.2 * letter) for v, name in names.items()}
    network, at = describe(drawn, sizes)
    print(f"{title}: {len(at)} organisations, {len(network['ties'])} ties, "
          f"page {network['page'][0]:.0f} x {network['page'][1]:.0f}")
    print(" " * 18 + "".join(f"{c:>10}" for c in COLUMNS))
    labels = {label["id"]: as_box(label) for label in drawn["labels"]}
    numbered = {item["id"] for item in drawn["labels"] if item.get("number")}
    ours = score(at, labels, set(labels) - numbered, network)
    print_row("refnet", {**ours, "seconds": seconds})
    for name, lay_out in peers():
        begin = time.perf_counter()
        raw = lay_out(network, sorted(at))
        seconds = time.perf_counter() - begin
        theirs = fit(raw, network)
        print_row(name, {**score(theirs, boxes_on(theirs, sizes), set(at), network),
                         "seconds": seconds})
    right = hits(to_the_right(at, network), at, network["ties"])
    print(f"  refnet's labels are hit {ours['hits']} times, {right} times were all fixed to the "
          f"right ({100 * ours['hits'] / max(right, 1):.0f} %); {len(numbered)} are numbers with a "
          "key\n")


def main():
    if not shutil.which("neato"):
        print("Graphviz is not installed, left out")
    with tempfile.TemporaryDirectory() as work:
        chosen = [(path, path) for path in sys.argv[1:]] or networks(work)
        for title, folder in chosen:
            if folder:
                compare(title, folder, work)


if __name__ == "__main__":
    main()
