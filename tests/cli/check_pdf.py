#!/usr/bin/env python3
# usage: check_pdf.py FILE.pdf     SPDX-License-Identifier: GPL-2.0-or-later
#
# Can the PDF be read aloud? Every entry of its tables of objects leads to that object; it is marked as
# tagged, in a language; all of its structure is in one document; every picture has words in its place
# and every heading of a table a direction. Prints the words for pictures, one a line, and exits with 1
# when something is wrong.
import re
import sys

data = open(sys.argv[1], 'rb').read()
wrong, objects = [], {}


def take_table(start):
    table = re.compile(rb'xref\n').match(data, start)
    if not table:
        wrong.append(f'no table at {start}')
        return
    at = table.end()
    while section := re.compile(rb'(\d+) (\d+)\n').match(data, at):
        at = section.end()
        for i in range(int(section[2])):
            offset, kind = int(data[at:at + 10]), data[at + 17:at + 18]
            number = int(section[1]) + i
            at += 20
            if kind == b'n' and number not in objects:
                objects[number] = offset
    trailer = data[at:data.index(b'startxref', at)]
    earlier = re.search(rb'/Prev (\d+)', trailer)
    if earlier:
        take_table(int(earlier[1]))
    return trailer


def body(number):
    begin = b'%d 0 obj\n' % number
    offset = objects.get(number, -1)
    if data[offset:offset + len(begin)] != begin:
        wrong.append(f'object {number} is not at {offset}')
        return b''
    return data[offset + len(begin):data.index(b'\nendobj', offset)]


def number_of(key, text):
    found = re.search(rb'/%s (\d+) 0 R' % key, text)
    return int(found[1]) if found else 0


trailer = take_table(int(data[data.rindex(b'startxref'):].split()[1]))
bodies = {number: body(number) for number in objects}
catalog = bodies.get(number_of(b'Root', trailer), b'')
for words in (b'/Marked true', b'/Lang (en-GB)', b'/DisplayDocTitle true'):
    if words not in catalog:
        wrong.append(f'the catalog lacks {words.decode()}')
tree = number_of(b'StructTreeRoot', catalog)
for number, text in bodies.items():
    if b'/Type /StructElem' not in text:
        continue
    kind = re.search(rb'/S /(\w+)', text)[1].decode()
    if number_of(b'P', text) == tree and kind != 'Document':
        wrong.append(f'{kind} is in no document')
    if kind == 'TH' and b'/Scope /Column' not in text:
        wrong.append('a heading without scope')
    if kind == 'Figure':
        words = re.search(rb'/Alt <FEFF([0-9A-F]+)>', text)
        print(bytes.fromhex(words[1].decode()).decode('utf-16-be') if words else '')
        if not words:
            wrong.append('a picture without words')
for what in wrong:
    print(what)
sys.exit(1 if wrong else 0)
