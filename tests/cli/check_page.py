#!/usr/bin/env python3
# usage: check_page.py FILE.html     SPDX-License-Identifier: GPL-2.0-or-later
#
# Is the page well made? Every element closed in its place, every id once, every link within the page
# to something there, or to click on: web, mail or telephone; nothing loaded from elsewhere, no
# script, tables with a scope on each heading, pictures with a title and a description. Prints what is wrong, and exits with 1 then.
import html.parser
import re
import sys

VOID = {'meta', 'br', 'img', 'link', 'input', 'hr'}
MARKS = {'circle', 'line', 'path', 'polygon', 'rect', 'text', 'g', 'title', 'desc', 'svg'}
ALLOWED = MARKS | {
    'html', 'head', 'body', 'meta', 'style', 'a', 'header', 'h1', 'h2', 'h3', 'p', 'ul', 'ol', 'li',
    'nav', 'main', 'section', 'dl', 'dt', 'dd', 'div', 'span', 'strong', 'table', 'caption', 'thead',
    'tbody', 'tr', 'th', 'td', 'figure', 'figcaption'}
CHILDREN = {'ul': {'li'}, 'ol': {'li'}, 'tr': {'th', 'td'}, 'tbody': {'tr'}, 'thead': {'tr'}}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.wrong, self.empty = [], set(), [], [], {}

    def complain(self, what):
        self.wrong.append(f'line {self.getpos()[0]}: {what}')

    def handle_starttag(self, tag, attributes):
        parent = self.open[-1] if self.open else ''
        if tag not in ALLOWED:
            self.complain(f'element {tag}')
        if tag not in CHILDREN.get(parent, {tag}):
            self.complain(f'{tag} in {parent}')
        if self.open:
            self.empty[len(self.open)] = False
        given = dict(attributes)
        if len(given) != len(attributes):
            self.complain(f'an attribute of {tag} given twice')
        for name, value in attributes:
            if name.startswith('on') or name in ('src', 'srcset', 'data', 'action'):
                self.complain(f'attribute {name}')
            if name == 'href':
                self.links.append(value)
            if name == 'id':
                if value in self.ids or not re.fullmatch('[a-z][a-z0-9-]*', value):
                    self.complain(f'id {value}')
                self.ids.add(value)
            if name in ('aria-labelledby',):
                self.links += ['#' + one for one in value.split()]
        if tag == 'th' and given.get('scope') not in ('col', 'row'):
            self.complain('th without scope')
        if tag == 'svg' and not (given.get('role') == 'img' and 'aria-labelledby' in given):
            self.complain('svg without a description')
        if tag not in VOID:
            self.open.append(tag)
            self.empty[len(self.open)] = True

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.complain(f'</{tag}> in {self.open[-1] if self.open else "nothing"}')
            return
        if tag in ('ul', 'ol', 'dl', 'table', 'tbody') and self.empty[len(self.open)]:
            self.complain(f'{tag} without content')
        self.open.pop()

    def handle_comment(self, data):
        self.complain('a comment')


text = open(sys.argv[1], encoding='utf-8', errors='strict').read()
page = Page()
page.feed(text)
page.close()
if page.open:
    page.complain(f'open at the end: {page.open}')
for link in page.links:
    if re.fullmatch(r'(https?://|mailto:|tel:)[!-~]+', link):
        continue  # to be clicked, not loaded
    if not link.startswith('#') or link[1:] not in page.ids:
        page.wrong.append(f'link to {link}')
if re.search('[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]', text):
    page.wrong.append('control characters')
if 'url(' in text or '@import' in text:
    page.wrong.append('something from elsewhere')
print('\n'.join(page.wrong))
sys.exit(1 if page.wrong else 0)
