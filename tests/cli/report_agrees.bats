#!/usr/bin/env bats
# The report beside the commands whose findings it gathers: each once, with the same figures.
# SPDX-License-Identifier: GPL-2.0-or-later
load helper

# agrees DATASET [OPTION]...
agrees() {
    python3 tests/cli/check_report.py "$REFNET" "$@" || fail_with "the report as the commands" "$*"
}

# Every finding of a report in Markdown stands in the page, letter by letter.
says_as_markdown() { # PAGE MARKDOWN
    python3 - "$@" <<'PYTHON'
import html
import re
import sys

page, markdown = (open(path, encoding='utf-8').read() for path in sys.argv[1:])
letters = lambda text: re.sub(r'[\s\\]', '', html.unescape(text))
page = letters(re.sub(r'<style.*?</style>|<[^>]+>', '', page, flags=re.S))
findings = re.findall(r'^(?:\d+\.|-(?: \[ \])?) (?:\*\*.*?\*\* )?(?:\([^()]*\) )?(.*)$', markdown, re.M)
missing = [one for one in findings if letters(one) not in page]
print(*missing[:3], sep='\n')
sys.exit(1 if missing or len(findings) < 50 else 0)
PYTHON
}

@test "of the sample county the report says what the commands say" {
    agrees "$COUNTY"
}

@test "what changed is what compare finds" {
    agrees "$COUNTY" --compare-with=datasets/harbor-county-2025
    agrees datasets/harbor-county-2025 --compare-with="$COUNTY"
}

@test "of a part of the network, too" {
    for part in --area=Eastside "--service=respite care" --population=veterans --sector=food \
        --partnership=formal --since=2026-06-01 --largest-component --undirected \
        "--coalition=Harbor Aging and Caregiving Coalition"; do
        agrees "$COUNTY" "$part"
    done
}

@test "of sheets that leave most of it out, too" {
    agrees datasets/cheyenne-search-rescue
    agrees datasets/indiana-tobacco-contact
    agrees "$(dataset organizations.csv 'name,services,areas,funding_end\nAsh,food,East,2026-12-31\nBirch,food;rides,East;West,\n')"
    agrees "$(dataset organizations.csv 'name,status,sector\nAsh,closed,x\nBirch,,x\nCedar,,\n' \
        referrals.csv 'from,to\nAsh,Birch\nBirch,Cedar\nCedar,Birch\nNobody,Ash\n' \
        contacts.csv 'organization,name,last_contact,left\nAsh,Ann,,\nBirch,Bo,2026-01-01,2026-02-01\nCedar,Cy,2026-09-29,\n')"
}

@test "the page says what Markdown says" {
    local page=$BATS_TEST_TMPDIR/r.html markdown=$BATS_TEST_TMPDIR/r.md
    for file in "$page" "$markdown"; do
        "$REFNET" report "$COUNTY" --quiet --as-of "$AS_OF" --no-maps \
            --sections in-short,unknown,gaps,rests,due,same,meet,agenda -o "$file"
    done
    says_as_markdown "$page" "$markdown"
}
