#!/usr/bin/env python3
# usage: check_report.py REFNET DATASET [OPTION]...     SPDX-License-Identifier: GPL-2.0-or-later
#
# Says a report what the commands say? Every finding that a command tells people, once and in its
# order, and the figures that the report puts together itself. The options go to all of them.
# Prints what differs, and exits with 1 then.
import json
import re
import subprocess
import sys

AS_OF = ['--as-of', '2026-09-30', '--quiet']
DUE = ['--within', '91']  # a report looks a quarter ahead
WORDS = 'no one two three four five six seven eight nine'.split()
REFNET, DATASET, *OPTIONS = sys.argv[1:]
wrong = []


def run(command, *arguments):
    made = subprocess.run([REFNET, command, *arguments, *AS_OF], check=False, capture_output=True, encoding='utf-8')
    if made.returncode > 1:
        sys.exit(f'{command}: {made.stderr}')
    return made.stdout


def ask(command, *more):
    given = [one for one in OPTIONS if not one.startswith('--compare-with')]
    return json.loads(run(command, DATASET, *given, *more, '--top', 'all', '--format', 'json'))


def spaced(text):
    return re.sub(r'\s+', ' ', text or '').strip()


def plain(text):
    text = re.sub(r'<!-- -->|\\(?=[^\w\s]|_)', '', text)
    for mark, letter in (('&lt;', '<'), ('&gt;', '>'), ('&amp;', '&')):
        text = text.replace(mark, letter)
    return spaced(text)


def number(word):
    word = word.lower().replace(',', '')
    return WORDS.index(word) if word in WORDS else float(word)


def differ(what, report, command):
    if report != command:
        wrong.append(f'{what}: the report says {report}, the command {command}')


class Report:
    """Sections of a Markdown report: their lines, findings below each heading, and tables."""

    def __init__(self, text):
        self.findings, self.tables, self.text = {}, {}, {}
        section = heading = 'front'
        for line in text.split('\n'):
            if line.startswith('## '):
                section = heading = line[3:]
            elif line.startswith('### '):
                heading = plain(line[4:])
            elif line.startswith('**') and line.endswith('**'):
                heading = line[2:-2]
            elif line.startswith('|') and not line.startswith('|--'):
                self.tables.setdefault(heading, []).append(
                    [plain(cell) for cell in re.split(r'(?<!\\)\|', line)[1:-1]])
            elif re.match(r'(\d+\.|-( \[ \])?) ', line):
                self.findings.setdefault((section, heading), []).append(plain(line))
            self.text.setdefault(section, []).append(plain(line))
        self.text = {section: ' '.join(lines) for section, lines in self.text.items()}

    def list(self, section, start):
        for (of, heading), findings in self.findings.items():
            if of == section and heading.startswith(start):
                return findings
        return []

    def figure(self, section, pattern, group=1):
        found = re.search(pattern, self.text.get(section, ''))
        return number(found.group(group)) if found else 0


def same_findings(what, found, reasons):
    differ(what, len(found), len(reasons))
    for line, reason in zip(found, map(spaced, reasons)):
        if not line.endswith(reason):
            differ(what, line, reason)
            return


def check_front(report, summary):
    for one, key in (('organisation', 'organizations'), ('relationship', 'ties')):
        differ(key, report.figure('front', rf'([\w,]+) {one}s?\b'), summary[key])
    both = summary['arcs'] - summary['ties']
    if summary['ties'] and '--undirected' not in OPTIONS:
        differ('relationships', report.figure('Our network', r'\*\*\S+ of (\S+)\*\* relationships go'), summary['ties'])
        differ('two-way', report.figure('Our network', r'\*\*(\S+) of \S+\*\* relationships go'), both)
        differ('largest part', report.figure('Our network', r'\*\*(\S+) of \S+\*\* can reach'), summary['largest_component'])


def check_central(report, organizations):
    rows = report.tables.get('Organisations with most relationships', [])[1:]
    most = sorted((one['degree'] for one in organizations), reverse=True)[:len(rows)]
    differ('most relationships', [number(row[2]) for row in rows], most)


def check_gaps(report, gaps):
    section = 'Where services are missing'
    found = report.list(section, 'Where most people') or report.list(section, 'What is missing')
    same_findings('gaps', found, [cell['reason'] for cell in gaps['cells']])
    for heading, key in (('By area', 'areas'), ('By service', 'services')):
        rows = report.tables.get(heading, [])[1:]
        differ(heading, [number(row[1]) for row in rows], [one['cells'] for one in gaps[key]])
    unmet = sum(one['unmet'] or 0 for one in gaps['areas'])
    differ('areas with gaps', report.figure(section, r' in ([\w,]+) areas?'), len(gaps['areas']))
    if 'the filters leave, services' not in report.text[section]:
        said = report.figure(section, r'about ([\w,.]+) \w+ a year go')
        if abs(said - unmet) > .5:
            differ('unmet', said, unmet)


def check_risks(report, risks):
    section = 'What rests on one person or one organisation'
    if not risks['ties']:
        return
    differ('people who hold half', report.figure(section, r'([\w,]+) (?:person holds|people hold)'), risks['truck_factor'] or 0)
    known = [spaced(one['reason']) for one in risks['organizations']]
    found = report.list(section, 'What rests on one organisation')
    places = [next((i for i, reason in enumerate(known) if reason and line.endswith(reason)), -1) for line in found]
    differ('what rests, in order', places, sorted(set(places)))
    differ('what rests, of these', -1 in places, False)
    if risks['dataset']['contacts']:
        only = [one for one in risks['organizations'] if 'articulation' in one['flags']]
        differ('only links', sum('except through' in line for line in found), len(only))
        same_findings('without a contact', report.list(section, 'Relationships without'),
                      [one['reason'] for one in risks['missing_contacts']])


def check_due(report, due):
    section, kinds = 'Who is due a call', {
        'check_in': ('Check-ins', 'check-in'), 'renewal': ('Agreements up', 'agreement'),
        'funding': ('Funding that', 'call'), 'successor': ('People who left', 'successor'),
        'reciprocity': ('One-way', None)}
    for kind, (heading, word) in kinds.items():
        reasons = [one['reason'] for one in due['due'] if one['kind'] == kind]
        same_findings(kind, report.list(section, heading), reasons)
        if word:
            differ(f'{kind} in short', report.figure('In short', rf'([\w,]+) {word}s?\b[^.]* due by'), len(reasons))
    already = sum(one['kind'] == 'check_in' and one['due'] <= '2026-09-30' for one in due['due'])
    if already < due['check_ins_due']:
        differ('due already', report.figure(section, r'\((\S+) of them due already'), already)


def check_same(report, duplicates):
    for heading, key in (('Rows that may be', 'records'), ('The same service listed by two', 'services'),
                         ('The same service listed by three', 'groups')):
        same_findings(key, report.list('Listed twice', heading), [one['reason'] for one in duplicates[key]])


def check_meet(report, suggestions):
    same_findings('whom to meet', report.list('Who else to meet', 'Who else'), [one['reason'] for one in suggestions])


def check_changes(report, changes):
    headings = {
        'organizations': {'added': 'Organisations that came', 'removed': 'Organisations that went'},
        'ties': {'two_way': 'Relationships that became', 'added': 'New relationships',
                 'removed': 'Relationships no longer', 'unknown': 'Relationships that may only',
                 'one_way': 'Relationships recorded one way'},
        'risks': {'down': 'Less rests', 'up': 'More rests'},
        'people': {'moved': 'Contacts who moved', 'left': 'Contacts who left', 'new': 'New contacts'}}
    for part, lists in headings.items():
        for key, heading in lists.items():
            same_findings(f'{part}.{key}', report.list('What changed', heading),
                          [one['reason'] for one in changes[part][key]])
    # A service that went from one finding to another is told once; the command has it in both lists.
    def cell(one, status):
        return one['area'], one['service'], one[status]

    sides = {'closed': ('opened', 'Findings about services that no'), 'opened': ('closed', 'New findings about services')}
    listed = {}
    for key, (other, heading) in sides.items():
        others = {cell(one, 'status') for one in changes['gaps'][other]}
        listed[key] = [one['reason'] for one in changes['gaps'][key] if cell(one, 'other_status') not in others
                       or (one['new_providers'] > one['old_providers']) == (key == 'closed')]
        same_findings(f'gaps.{key}', report.list('What changed', heading), listed[key])
    for key, words in (('closed', 'closed or eased'), ('opened', 'opened or deepened')):
        said = report.figure('What changed', rf'([\w,]+) findings? about (?:a service|services) {words}')
        differ(f'{words}, of those listed', said <= len(listed[key]), True)


def check_data(report, check):
    rows = report.tables.get('Rows of each file', [])[1:]
    keys = ('read', 'kept', 'merged', 'rejected')
    differ('rows of files', [[row[0]] + [number(cell) for cell in row[1:]] for row in rows],
           [[one['file']] + [one[key] for key in keys] for one in check['files']])


older = [one.split('=', 1)[1] for one in OPTIONS if one.startswith('--compare-with')]
page = Report(run('report', DATASET, *OPTIONS, '--top', 'all', '--no-maps', '--format', 'markdown'))
check_front(page, ask('summary'))
check_central(page, ask('measures')['organizations'])
check_gaps(page, ask('gaps'))
check_risks(page, ask('risks'))
check_due(page, ask('check-ins', *DUE))
check_same(page, ask('duplicates'))
check_data(page, json.loads(run('check', DATASET, '--format', 'json')))
check_meet(page, ask('who-else')['suggestions'])
for path in older:
    check_changes(page, json.loads(run('compare', path, DATASET, '--top', 'all', '--format', 'json')))
print('\n'.join(wrong))
sys.exit(1 if wrong else 0)
