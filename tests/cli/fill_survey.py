#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Fills in the survey that `refnet init --survey` wrote, all but its third row, and prints what was
said of referrals: who says it, who refers, to whom, how often."""
import csv
import sys

WORDS = ["weekly", "monthly", "never", "yearly", "daily", "quarterly", ""]

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    header, *rows = csv.reader(file)
names = [row[0] for row in rows]
said = []
for i, row in enumerate(rows):
    for j, partner in enumerate(names):
        if i == 2 or i == j:
            continue
        sent, received = WORDS[(7 * i + j) % 7], WORDS[(i + 5 * j) % 7]
        row[3 + j], row[3 + len(names) + j] = sent, received
        row[3 + 2 * len(names) + j] = f"Person {j} <p{j}@x.example>" if (i + j) % 3 else ""
        said += [(names[i], names[i], partner, sent)] * (sent != "")
        said += [(names[i], partner, names[i], received)] * (received != "")
    if i != 2:
        row[-1] = ["Blue Door Shelter; the library", names[(i + 1) % len(names)], "none"][i % 3]
with open(sys.argv[1], "w", encoding="utf-8-sig", newline="") as file:
    csv.writer(file).writerows([header] + rows)
print(*sorted(said), sep="\n")
