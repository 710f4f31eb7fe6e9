#!/usr/bin/env python3
"""usage: plant_copies.py LIST… TARGET SHARE SEED [slips]

Writes the organizations of the CSV file LIST as the dataset TARGET, a share of them a second time
as somebody else would have typed them, and beside others rows that only look alike: branches,
chapters, posts, neighbors under one roof, programs. TARGET.pairs says which rows are one
organization, two ids and what was done to the copy a line. Ids of rows that look alike begin with
"decoy-" and the kind. With "slips" copies have what one typist does to a clean row: a slip, short
forms, another order of words, no phone. Names of LIST but the first are for neighbors only. Same
input and seed: same output.
"""
# SPDX-License-Identifier: GPL-2.0-or-later
import csv
import os
import random
import re
import sys
import unicodedata

FIELDS = "id name alternate_names address city postal_code phone email website tax_id".split()
HEADERS = {"name": "name|organizationname|facilityorprovider", "city": "city|physicalcity",
           "address": "address|orgaddress|physicaladdress", "phone": "phone|phonenumber",
           "postal_code": "postalcode|physicalzipcode", "email": "email", "website": "website",
           "tax_id": "taxid"}
SHORT = {"Center": "Ctr", "Centers": "Ctrs", "Services": "Svcs", "Service": "Svc", "Saint": "St.",
         "Association": "Assn", "Department": "Dept.", "County": "Cty", "Community": "Cmty",
         "University": "Univ.", "National": "Nat'l", "Foundation": "Fdn", "Hospital": "Hosp.",
         "Health": "Hlth", "Development": "Dev.", "Church": "Ch.", "Baptist": "Bapt.",
         "Methodist": "Meth.", "Lutheran": "Luth.", "Education": "Ed.", "Mental": "Mntl",
         "Street": "St", "Avenue": "Ave", "North": "N.", "South": "S.", "East": "E.", "West": "W.",
         "International": "Int'l", "Northwest": "NW", "Southwest": "SW", "Ministries": "Min.",
         "Ministry": "Min.", "and": "&", "Rehabilitation": "Rehab", "Treatment": "Trtmt",
         "Government": "Govt", "Program": "Prog.", "Programs": "Progs.", "First": "1st",
         "Second": "2nd", "Counseling": "Couns.", "Restaurant": "Rest.", "Behavioral": "Behav."}
LONG = {re.sub(r"\W", "", short).lower(): word for word, short in SHORT.items() if short != "&"}
LEGAL = [", Inc.", " Inc", " LLC", ", Incorporated", " Corp.", ", Ltd.", " Co.", " (501c3)"]
PARENTS = ["Catholic Charities", "Lutheran Social Services", "United Way", "Volunteers of America"]
FILLERS = {"of", "the", "and", "for", "in", "at", "a", "an", "on", "to", "&", "-"}
KINDS = [("Street", "St."), ("Avenue", "Ave."), ("Road", "Rd"), ("Boulevard", "Blvd."), ("St", "Street"),
         ("Ave", "Avenue"), ("Rd", "Road"), ("Blvd", "Boulevard"), ("Dr", "Drive"), ("Ln", "Lane")]


def read(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            folded = {re.sub(r"\W|_", "", key).lower(): value or "" for key, value in row.items() if key}
            found = dict.fromkeys(FIELDS, "")
            for field, names in HEADERS.items():
                found[field] = next((folded[n].strip() for n in names.split("|") if folded.get(n)), "")
            if found["name"]:
                yield found


# ---- names ----------------------------------------------------------------------------------------

def slip(text, times=1):
    for _ in range(times):
        places = [i for i in range(1, len(text) - 1) if text[i:i + 2].isalpha()]
        if not places:
            return text
        i = random.choice(places)
        letter = random.choice("aeionrstl")
        text = random.choice([text[:i] + text[i + 1:], text[:i] + text[i + 1] + text[i] + text[i + 2:],
                              text[:i] + letter + text[i:], text[:i] + letter + text[i + 1:]])
    return text


def shorten(name):
    return re.sub(r"(?<!')\b\w+", lambda m: SHORT.get(m[0].title(), SHORT.get(m[0], m[0])), name)


def spell_out(name):
    return re.sub(r"(?<!')\b(\w+)\b\.?", lambda m: LONG.get(m[1].lower(), m[0]), name)


def initials(name):
    words = [w for w in re.findall(r"[^\W\d_]+", re.sub("'[sS]\\b", "", name)) if w.lower() not in FILLERS]
    return "".join(w[0] for w in words).upper() if len(words) >= 3 else None


def some_initials(name):
    """"YMCA of Greater Harbor" of "Young Men's Christian Association of Greater Harbor"."""
    match = re.match(r"(.*?)\s+(of|for|in|at)\s+(.*)", name)
    short = initials(match[1]) if match else None
    return "%s %s %s" % (short, match[2], match[3]) if short else None


def turn(name):
    match = re.match(r"(.*?)\s+(?:of|for|at)\s+(?:the\s+)?(.*)", name)
    if match and match[1] and match[2]:
        return "%s %s" % (match[2], match[1])
    words = name.split()
    return " ".join(words[1:] + words[:1]) if len(words) >= 3 else None


def swap(name):
    words = name.split()
    if len(words) < 3:
        return None
    i = random.randrange(len(words) - 1)
    words[i], words[i + 1] = words[i + 1], words[i]
    return " ".join(words)


def leave_out(name):
    """One word less, of three or more."""
    words = name.split()
    if len(words) < 3:
        return None
    del words[random.randrange(1, len(words))]
    return " ".join(words)


def join(name):
    words = name.split()
    places = [i for i in range(len(words) - 1) if (words[i] + words[i + 1]).isalpha()
              and not FILLERS & {words[i].lower(), words[i + 1].lower()}]
    if not places:
        return None
    i = random.choice(places)
    return " ".join(words[:i] + [words[i] + words[i + 1].lower()] + words[i + 2:])


def accent(name):
    i = next((i for i, c in enumerate(name) if c in "aeioun"), None)
    if i is None:
        return None
    mark = "\u0303" if name[i] == "n" else random.choice("\u0301\u0300\u0308")
    return unicodedata.normalize("NFC", name[:i + 1] + mark + name[i + 1:])


def punctuate(name):
    return re.sub(r"[-,.'/()&]", lambda m: " and " if m[0] == "&" else random.choice([" ", ""]), name)


NAMES = {
    "as it was": lambda row: row["name"],
    "capitals": lambda row: random.choice([row["name"].upper(), row["name"].lower()]),
    "one slip": lambda row: slip(row["name"]),
    "two slips": lambda row: slip(row["name"], 2),
    "short forms": lambda row: shorten(row["name"]),
    "spelt out": lambda row: spell_out(row["name"]),
    "initials": lambda row: initials(row["name"]),
    "initials of half": lambda row: some_initials(row["name"]),
    "turned round": lambda row: turn(row["name"]),
    "two words swapped": lambda row: swap(row["name"]),
    "a word less": lambda row: leave_out(row["name"]),
    "two words as one": lambda row: join(row["name"]),
    "accent": lambda row: accent(row["name"]),
    "punctuation": lambda row: punctuate(row["name"]),
    "legal form": lambda row: row["name"] + random.choice(LEGAL),
    "town behind": lambda row: row["city"] and "%s %s %s" % (
        row["name"], random.choice(["of", "-", "in"]), row["city"]),
    "the": lambda row: row["name"][4:] if row["name"].startswith("The ") else "The " + row["name"],
    "parent before": lambda row: "%s - %s" % (random.choice(PARENTS), row["name"]),
    "initials behind": lambda row: initials(row["name"]) and "%s (%s)" % (
        row["name"], initials(row["name"])),
    "cut off": lambda row: row["name"][:24].strip() if len(row["name"]) > 30 else None,
    "doing business as": lambda row: "%s dba %s" % (random.choice(PARENTS), row["name"]),
}


SLIPS = ["one slip", "two slips", "short forms", "spelt out", "turned round", "two words swapped"]


# ---- the other fields -----------------------------------------------------------------------------

def phone():
    return "(%d) %d-%04d" % (random.choice([206, 202, 502, 606]), random.randint(220, 989),
                             random.randint(0, 9999))


def restyle_phone(text):
    digits = re.sub(r"\D", "", text)[:10]
    if len(digits) < 10:
        return text
    a, b, c = digits[:3], digits[3:6], digits[6:]
    return random.choice(["%s-%s-%s", "(%s) %s-%s", "%s.%s.%s", "+1 %s %s %s", "1-%s-%s-%s",
                          "%s%s%s", "%s-%s-%s x12", "%s-%s-%s ext. 4"]) % (a, b, c)


def restyle_address(text):
    for long, short in random.sample(KINDS, len(KINDS)):
        changed = re.sub(r"\b%s\b\.?" % long, short, text, count=1)
        if changed != text:
            return changed
    return random.choice([text.upper(), text + ", Suite 100", text.replace(",", "")])


def moved():
    return "%d %s %s" % (random.randint(1, 9999), random.choice(
        "Juniper Larkspur Quarry Tamarack Wisteria Foxglove Heron Bluff".split()),
        random.choice(["Street", "Ave.", "Rd", "Way"]))


def restyle_website(text):
    bare = re.sub(r"^https?://(www\.)?|/.*$", "", text.lower())
    return random.choice(["http://%s", "https://www.%s/", "www.%s", "%s/about/contact"]) % bare


def chance(share):
    return random.random() < share


def retype(row, copy):
    """Other hands fill in other fields; at least one stays that tells organizations apart."""
    done = []
    for field, restyle in (("phone", restyle_phone), ("address", restyle_address),
                           ("website", restyle_website), ("email", str.upper)):
        if copy[field] and chance(.6):
            copy[field] = restyle(copy[field])
    changes = [("no phone", "phone", lambda: ""), ("other phone", "phone", phone),
               ("no address", "address", lambda: ""), ("moved", "address", moved)]
    known = [field for field in ("phone", "address") if row[field]]
    if known:
        chosen = random.choice([None] + [c for c in changes if c[1] in known and len(known) > 1])
        if chosen:
            copy[chosen[1]] = chosen[2]()
            done.append(chosen[0])
    for field in ("website", "email", "postal_code", "tax_id"):
        if chance(.35):
            copy[field] = ""
    if copy["city"] and chance(.1):
        copy["city"] = ""
    return done[0] if done else "same fields"


def drop_phone(copy):
    if chance(.7):
        return "same fields"
    copy["phone"] = ""
    return "no phone"


# ---- what only looks alike ------------------------------------------------------------------------

def decoys(row, names):
    """Rows of other organizations than `row`, by kind."""
    name = row["name"]
    elsewhere = dict(row, address=moved(), phone=phone(), email="", tax_id="")
    number = random.choice([(41, 14), (12, 21), (3, 8), (116, 161)])
    yield "branch", [dict(elsewhere, name="%s - %s" % (name, random.choice(
        ["Eastgate", "Riverside", "Hilltop", "Southpoint"])))]
    yield "office", [dict(row, name="%s %s" % (name, random.choice(
        ["Eastgate", "Riverside", "Hilltop", "Delridge"])), address=moved(), postal_code="", tax_id="")]
    yield "chapter", [dict(elsewhere, name="%s of %s County" % (name, side), phone=phone(),
                           address=moved()) for side in random.choice([("North", "South"), ("Lane", "Polk")])]
    yield "post", [dict(row, name="%s Post %d" % (name, n), email="", tax_id="", address=moved(),
                        phone=phone()) for n in number]
    yield "roof", [dict(row, name=names.pop(), website="", email="", tax_id="") for _ in range(2)]
    yield "program", [dict(row, name=name + random.choice(
        [" Food Pantry", ": Youth Program", " - Housing Program", " Day Shelter", " Legal Clinic"]),
        tax_id="")]
    yield "beside", [dict(row, name=random.choice(
        ["Friends of %s", "%s Foundation", "%s Auxiliary", "%s Employees Credit Union"]) % name,
        tax_id="", phone=phone())]
    yield "namesake", [dict(elsewhere, website="", city=random.choice(["Marlow", "Penrith", "Ostend"]),
                            postal_code="")]


def main():
    slips = sys.argv[-1] == "slips"
    *lists, target, share, seed = sys.argv[1:-1] if slips else sys.argv[1:]
    kinds_of_names = SLIPS if slips else list(NAMES)
    random.seed(int(seed))
    rows = [row for path in lists[:1] for row in read(path)]
    names = [row["name"] for path in lists[1:] for row in read(path)]
    random.shuffle(names)
    out, pairs = [], []
    for number, row in enumerate(rows):
        row["id"] = "o%d" % number
        out.append(row)
    for row in random.sample(rows, int(float(share) * len(rows))):
        kind, copy = random.choice(kinds_of_names), dict(row)
        name = NAMES[kind](row)
        while not name:
            kind = random.choice(kinds_of_names)
            name = NAMES[kind](row)
        copy["name"] = name
        fields = drop_phone(copy) if slips else retype(row, copy)
        copy["id"] = "copy-" + row["id"]
        out.append(copy)
        pairs.append((row["id"], copy["id"], kind, fields))
    kinds = 0
    for row in random.sample(rows, int(float(share) * len(rows) / 2)):
        if len(names) < 4:
            break
        kind, group = list(decoys(row, names))[kinds % 8]
        kinds += 1
        for i, decoy in enumerate(group):
            out.append(dict(decoy, id="decoy-%s-%s-%d" % (kind, row["id"], i)))
    random.shuffle(out)
    os.makedirs(target, exist_ok=True)
    with open(os.path.join(target, "organizations.csv"), "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(out)
    with open(target + ".pairs", "w") as file:
        for pair in pairs:
            file.write("\t".join(pair) + "\n")


main()
