# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: make_workbook.py FILE.xlsx NAME=FILE.csv...: a workbook with a sheet of inline texts for each
table; figures are numbers, texts with an apostrophe before them. A name that begins with "." is a
hidden sheet; behind the name stand merged cells, if any: "Members[C1:E1 A1:A2]"."""
import csv
import re
import sys
import zipfile
from xml.sax.saxutils import escape

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?$")


def letters(column):
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def cell(row, column, text):
    place = f'r="{letters(column)}{row}"'
    if NUMBER.match(text):
        return f"<c {place}><v>{text}</v></c>"
    text = text[1:] if NUMBER.match(text[1:]) and text[0] == "'" else text
    return f'<c {place} t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def merged(places):
    cells = "".join(f'<mergeCell ref="{place}"/>' for place in places.split())
    return f"<mergeCells>{cells}</mergeCells>" if cells else ""


def sheet(path, places):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    body = "".join(
        f'<row r="{r}">' + "".join(cell(r, c, text) for c, text in enumerate(row, 1) if text) + "</row>"
        for r, row in enumerate(rows, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData>{merged(places)}</worksheet>'


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
tables = [re.fullmatch(r"([^=[]*)(?:\[(.*?)\])?=(.*)", argument).group(1, 2, 3) for argument in sys.argv[2:]]
entries = "".join(
    f'<sheet name="{escape(name.lstrip("."))}" sheetId="{i}" r:id="rId{i}"'
    + (' state="hidden"' if name.startswith(".") else "") + "/>"
    for i, (name, _, _) in enumerate(tables, 1))
links = "".join(f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                for i in range(1, len(tables) + 1))
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as package:
    package.writestr("[Content_Types].xml",
                     f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
                     'ContentType="application/xml"/></Types>')
    package.writestr("_rels/.rels",
                     f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                     f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    package.writestr("xl/workbook.xml",
                     f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{entries}</sheets></workbook>')
    package.writestr("xl/_rels/workbook.xml.rels",
                     f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>')
    for i, (_, places, path) in enumerate(tables, 1):
        package.writestr(f"xl/worksheets/sheet{i}.xml", sheet(path, places or ""))
