"""From what libyaml says of a broken file to what a person can mend.

libyaml names what its grammar missed and where it gave up, often lines after the mistake. For each of its
complaints there is a function that looks at the text around it and settles on a case of `yaml-syntax`.
"""

from __future__ import annotations

from playbook.source import blocks, inline
from playbook.source.complaint import Complaint, other
from playbook.source.finding import Finding
from playbook.source.leftovers import leftover

_EXPLAIN = (
    ("found a tab", inline.tab),
    ("cannot start any token", inline.special_start),
    ("scanning an alias", inline.special_start),
    ("scanning an anchor", inline.special_start),
    ("scanning a tag", inline.special_start),
    ("parsing a tag", inline.special_start),
    ("undefined tag handle", inline.special_start),
    ("scanning a directive", blocks.directive),
    ("incompatible YAML document", blocks.directive),
    ("mapping keys are not allowed", inline.special_start),
    ("mapping values are not allowed", blocks.second_colon),
    ("could not find expected ':'", blocks.no_colon),
    ("scanning a quoted scalar", inline.open_quote),
    ("parsing a quoted scalar", inline.bad_escape),
    ("did not find expected key", blocks.no_key),
    ("did not find expected '-'", blocks.no_key),
    ("did not find expected ','", inline.in_brackets),
    ("did not find expected node content", inline.no_content),
    ("expected <document start>", blocks.no_document),
    ("found another document", blocks.second_document),
    ("found undefined alias", inline.unknown_alias),
    ("second occurrence", inline.second_anchor),
    ("block sequence entries are not allowed", blocks.dash_after_key),
    ("expected comment or line break", inline.after_block_mark),
)
"""Words of libyaml's, the more specific first."""


def diagnose(text: str, said: Complaint) -> Finding:
    """The finding that teaches: its case, its place and what its message needs."""
    explain = next((explain for known, explain in _EXPLAIN if known in said.words), other)
    return leftover(text, said) or explain(text, said)
