"""Documents to edit, for hypothesis: data, and a text that holds it in one of the many ways of YAML."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WORDS = st.text("abcdefgh ñé😀", min_size=1, max_size=9).map(lambda word: f"k{word}z")
"""Text that is plain in any context."""
TEXTS = st.one_of(
    WORDS,
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=12),
    st.sampled_from(["no", "12:30", "#FF0000", "a: b", "a #b", "- x", "'", '"', "\\", " x ", "", "{}", "["]),
    st.lists(WORDS, min_size=2, max_size=3).map("\n".join),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda lines: "\n".join([*lines, ""])),
)
VALUES = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
COMMENTS = st.sampled_from(["", "", "", " # note", "  # 'one' \"two\": [x"])


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A text and its data; comments, styles, indentation, line ends and final newline vary."""
    data = draw(st.dictionaries(WORDS, VALUES, min_size=1, max_size=4))
    step = draw(st.integers(1, 4))
    items = draw(st.sampled_from([0, step]))
    end_lines = draw(st.sampled_from([[], ["", "# end"]]))
    lines = ["# start", *Writer(draw, step, items).block(data, 0), *end_lines]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    ends_open = draw(st.booleans()) and not lines[-1].startswith(" ") and lines[-1] != ""
    bom = draw(st.sampled_from(["", "", "\ufeff"]))
    return bom + end.join([*lines, *([] if ends_open else [""])]), data


class Writer:
    """Writes data as lines; every choice is drawn."""

    def __init__(self, draw: st.DrawFn, step: int, items: int) -> None:
        self.draw = draw
        self.step = step
        self.items = items

    def block(self, value: dict[str, Any] | list[Any], column: int) -> list[str]:
        lead = " " * column
        if isinstance(value, dict):
            pairs = [(f"{lead}{self.flow(key)}:", part) for key, part in value.items()]
        else:
            pairs = [(f"{lead}-", part) for part in value]
        return [line for start, part in pairs for line in self.entry(start, part, column)]

    def entry(self, lead: str, value: object, column: int) -> list[str]:
        above = [" " * column + "# about"] if not self.draw(st.integers(0, 5)) else []
        comment = self.draw(COMMENTS)
        if isinstance(value, dict | list) and value and self.draw(st.integers(0, 3)):
            return above + self.nested(lead, value, column, comment)
        if isinstance(value, str) and is_simple_block(value):
            header = "|" if value.endswith("\n") else "|-"
            indent = " " * (column + self.step)
            return [*above, f"{lead} {header}{comment}", *(indent + line for line in value.splitlines())]
        if value is None and self.draw(st.booleans()):
            return [*above, lead + comment]
        return [*above, f"{lead} {self.flow(value)}{comment}"]

    def nested(self, lead: str, value: dict[str, Any] | list[Any], column: int, comment: str) -> list[str]:
        if not lead.endswith("-"):
            deeper = self.items if isinstance(value, list) else self.step
            return [lead + comment, *self.block(value, column + deeper)]
        first, *rest = self.block(value, column + 2)
        if first.lstrip().startswith("#"):
            return [lead + comment, first, *rest]
        return [f"{lead} {first.lstrip(' ')}", *rest]

    def flow(self, value: object) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{self.flow(k)}: {self.flow(v)}" for k, v in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(map(self.flow, value)) + "]"
        if value is None:
            return self.draw(st.sampled_from(["null", "~"]))
        return self.text(str(value))

    def text(self, text: str) -> str:
        styles = ["'"] if "\n" not in text else []
        if styles and text.startswith("k") and text.endswith("z"):
            styles.append("")
        style = self.draw(st.sampled_from([*styles, '"']))
        if style == "'":
            return "'" + text.replace("'", "''") + "'"
        return text if not style else '"' + text.translate({92: "\\\\", 34: '\\"', 10: "\\n"}) + '"'


def is_simple_block(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    return "\n" in text and all(line.startswith("k") for line in lines)
