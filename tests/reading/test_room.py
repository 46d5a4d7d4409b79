"""The process that files are read in: what kills it is told, and the next file meets a new one."""

from __future__ import annotations

import subprocess

import pytest

from playbook.handed import Handed, Ink, Spot
from playbook.observed import Unreadable
from playbook.reading import wire
from playbook.reading.room import Room

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def test_many_files_meet_one_process():
    with Room() as room:
        kinds = [room.ask(name, SVG).seen for name in ("a.svg", "b.svg", "c.svg")]
        first = room._child
        room.ask("d.svg", SVG)
        assert room._child is first
    assert [seen.kind for seen in kinds if seen] == ["svg"] * 3


def test_a_process_that_dies_is_replaced():
    with Room() as room:
        room.ask("a.svg", SVG)
        assert room._child
        room._child.kill()
        room._child.wait()
        with pytest.raises(Unreadable) as caught:
            room.ask("a.svg", SVG)
        assert caught.value.reason == "died"
        assert room.ask("a.svg", SVG).seen


def test_a_process_that_does_not_answer_is_ended(monkeypatch):
    def sleeping(*args, **kwargs):
        return popen(["sleep", "60"], *args[1:], **kwargs)

    popen = subprocess.Popen
    with Room(seconds=0.3) as room:
        monkeypatch.setattr(subprocess, "Popen", sleeping)
        with pytest.raises(Unreadable) as caught:
            room.ask("a.svg", SVG * 100_000)
        assert (caught.value.reason, caught.value.facts) == ("too-slow", {"seconds": 0})


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"{}x",
        b"[]",
        b'{"seen": 1}',
        b'{"seen": {"kind": "svg"}}',
        b'{"seen": {"kind": 1, "size": "x"}}',
    ],
)
def test_rubbish_is_no_answer(line):
    with pytest.raises(ValueError, match=r".+"):
        wire.understood(line)


def test_what_is_seen_comes_back_as_it_was():
    ink = Ink("#FF0000", "red", "fill", Spot(1, 2, 3, "path"), 4, "cmyk", (0.0, 1.0, 1.0, 0.0), "Red", 0.5)
    seen = Handed(
        "svg", 9, inks=(ink,), not_judged=(("not-judged.svg", {"what": "filter"}),), facts={"a": 1.5}
    )
    assert wire.understood(wire.told(seen)).seen == seen


def test_half_characters_and_endless_numbers_do_not_break_the_line():
    seen = Handed("svg", 9, facts={"a": "\ud800", "b": float("nan")})
    answer = wire.understood(wire.told(seen)).seen
    assert answer
    assert answer.facts == {"a": "?", "b": 0.0}


def test_what_is_too_much_is_cut_and_that_is_told():
    seen = wire.bounded(Handed("svg", 9, inks=(Ink("#FF0000", "red", "fill"),) * (wire.MOST + 7)))
    assert len(seen.inks) == wire.MOST
    assert seen.not_judged == (("not-judged.too-much", {"count": 7}),)
