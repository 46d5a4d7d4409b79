from __future__ import annotations

import pytest

from playbook.brand.identity import network

NAMES = [
    ("linkedin", "LinkedIn"),
    ("YOUTUBE", "YouTube"),
    ("x", "X"),
    ("local-market", "Local-market"),
    ("myGuild", "MyGuild"),
]


@pytest.mark.parametrize("written, spelled", NAMES)
def test_a_network_is_named_as_it_spells_itself(written, spelled):
    assert network(written) == spelled
