"""What was estimated, as the command tells it in each of its forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from playbook.estimate import Change, Entry, State, Total, grouped, total
from playbook.model import Playbook


@dataclass(frozen=True)
class Told:
    """What was estimated: `words` name the `change`, both empty for the version of today.

    `every` is each piece that is not retired, `found` those to be made again, in order.
    """

    playbook: Playbook
    lang: str
    words: Sequence[str]
    change: Change | None
    every: Sequence[Entry]
    found: Sequence[Entry]

    @cached_property
    def total(self) -> Total:
        """The sum over what was found."""
        return total(self.found)

    @property
    def blank(self) -> Sequence[Entry]:
        """The pieces that a change may concern, as far as anybody knows."""
        if self.change is None:
            return ()
        return [entry for entry in self.every if entry.nothing_known and entry.state is not State.UNMADE]

    @property
    def groups(self) -> Mapping[str, Mapping[str, Sequence[Entry]]]:
        """What was found, by part (of those that change), kind and owner."""
        return {
            "part": grouped(self.found, self.parts),
            "kind": grouped(self.found, lambda entry: (entry.piece.kind,)),
            "owner": grouped(self.found, lambda entry: (entry.piece.owner or "",)),
        }

    def parts(self, entry: Entry) -> Sequence[str]:
        """What a piece carries, of what changes."""
        changed = self.change[self.playbook.brand_of(entry.piece).id] if self.change else entry.parts
        return sorted(entry.parts & changed)
