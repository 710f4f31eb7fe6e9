#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""usage: make_package.py KIND FILE: writes a zip or a workbook that means no good, or is merely odd."""
import struct
import sys
import zipfile

ORGANIZATIONS = b"id,name\n1,Elm Clinic\n2,Bay Dental\n"
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
         '<Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>')
RELATIONS = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
             'relationships/%s" Target="%s"/></Relationships>')
SHEET = ('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
         "<sheetData>%s</sheetData></worksheet>")
WORKBOOK = ('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
            '<sheet name="Organizations" sheetId="1" r:id="r1"/></sheets></workbook>')
NAMES = ('<row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>'
         '<row r="2"><c r="A2" t="inlineStr"><is><t>Elm Clinic</t></is></c></row>')


def package(path, files):
    """Writes (name, bytes) pairs."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zip_file:
        for name, data in files:
            zip_file.writestr(name, data)


def workbook(path, sheet, prologue=""):
    package(path, [("[Content_Types].xml", TYPES),
                   ("_rels/.rels", RELATIONS % ("officeDocument", "xl/workbook.xml")),
                   ("xl/workbook.xml", WORKBOOK),
                   ("xl/_rels/workbook.xml.rels", RELATIONS % ("worksheet", "worksheets/sheet1.xml")),
                   ("xl/worksheets/sheet1.xml", prologue + sheet)])


def symlink(path):
    with zipfile.ZipFile(path, "w") as zip_file:
        link = zipfile.ZipInfo("organizations.csv")
        link.create_system = 3
        link.external_attr = 0o120777 << 16
        zip_file.writestr(link, "/etc/passwd")


def bomb(path):
    line = b"1,Elm Clinic\n" * 4096
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zip_file:
        with zip_file.open("organizations.csv", "w") as target:
            target.write(b"id,name\n")
            for _ in range(2000):
                target.write(line)


def encrypted(path):
    package(path, [("organizations.csv", ORGANIZATIONS)])
    data = bytearray(open(path, "rb").read())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature) + offset
        struct.pack_into("<H", data, at, struct.unpack_from("<H", data, at)[0] | 1)
    open(path, "wb").write(bytes(data))


def damaged(path):
    package(path, [("organizations.csv", ORGANIZATIONS * 50)])
    data = bytearray(open(path, "rb").read())
    data[60:80] = b"\xff" * 20
    open(path, "wb").write(bytes(data))


def empty_cells(path):
    rows = "".join('<row r="%d">%s</row>' % (r, '<c s="0"/>' * 50) for r in range(3, 20003))
    workbook(path, SHEET % (NAMES + rows))


LAUGHS = ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
          + "".join('<!ENTITY %s "%s">' % (chr(98 + i), ("&%s;" % chr(97 + i)) * 10) for i in range(9))
          + "]>")

def overlapping(path):
    """Many blocks of merged cells over the same rows."""
    rows = 20000
    body = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>' + "".join(
        f'<row r="{r}"><c r="B{r}"><v>{r}</v></c></row>' for r in range(2, rows))
    blocks = f'<mergeCell ref="A1:A{rows}"/>' * 100000
    workbook(path, (SHEET % body).replace("</sheetData>", f"</sheetData><mergeCells>{blocks}</mergeCells>"))


KINDS = {
    "good": lambda path: package(path, [("export/organizations.csv", ORGANIZATIONS)]),
    "traversal": lambda path: package(path, [("../organizations.csv", ORGANIZATIONS)]),
    "absolute": lambda path: package(path, [("/etc/organizations.csv", ORGANIZATIONS)]),
    "drive": lambda path: package(path, [("C:\\organizations.csv", ORGANIZATIONS)]),
    "twice": lambda path: package(path, [("a/organizations.csv", ORGANIZATIONS),
                                         ("b/organizations.csv", ORGANIZATIONS)]),
    "nothing": lambda path: package(path, [("readme.txt", b"hello")]),
    "many": lambda path: package(path, [("%d.txt" % i, b"") for i in range(10001)]),
    "symlink": symlink,
    "bomb": bomb,
    "encrypted": encrypted,
    "damaged": damaged,
    "workbook": lambda path: workbook(path, SHEET % NAMES),
    "entities": lambda path: workbook(path, SHEET % NAMES.replace("Elm Clinic", "&j;"), LAUGHS),
    "empty-cells": empty_cells,
    "far-cell": lambda path: workbook(path, SHEET % (NAMES + '<row r="99999999"><c r="A99999999">'
                                                     "<v>1</v></c></row>")),
    "overlapping": overlapping,
    "no-xml": lambda path: workbook(path, "not at all"),
    "cut-off": lambda path: workbook(path, SHEET[:60]),
    "deep": lambda path: workbook(path, SHEET % ("<a>" * 5000)),
}

if __name__ == "__main__":
    KINDS[sys.argv[1]](sys.argv[2])
