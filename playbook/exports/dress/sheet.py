"""The style sheet that dresses the site: Material's variables and our own, by day and by night, by brand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from playbook import csstext
from playbook.brand import Brand
from playbook.color import WHITE, Color, legible, mix, on, parse
from playbook.exports.dress import type as fonts
from playbook.exports.dress.shades import TEXT, bar, readable, worn

_SCHEMES = {"default": False, "slate": True}
_NIGHT = "[data-md-color-scheme=slate]"
_BARS = ".md-header, .md-tabs, .md-nav--primary .md-nav__title[for=__drawer], .md-nav__source"
_HEADINGS = "body .md-typeset :is(h1, h2, h3, h4, h5, h6)"

_MATERIAL = {
    "primary-fg-color": "primary-text",
    "primary-fg-color--light": "primary-text",
    "primary-fg-color--dark": "primary-text",
    "primary-bg-color": "on-primary-text",
    "primary-bg-color--light": "on-primary-text",
    "accent-fg-color": "accent-text",
    "accent-bg-color": "on-accent-text",
    "default-fg-color": "text",
    "default-fg-color--light": "muted",
    "default-fg-color--lighter": "outline",
    "default-fg-color--lightest": "border",
    "default-bg-color": "background",
    "code-fg-color": "text",
    "code-bg-color": "surface",
    "typeset-color": "text",
    "typeset-a-color": "link",
    "typeset-mark-color": "mark",
    "typeset-kbd-color": "surface",
    "typeset-kbd-accent-color": "background",
    "typeset-kbd-border-color": "outline",
    "typeset-table-color": "border",
    "typeset-table-color--light": "surface",
    "footer-fg-color": "text",
    "footer-fg-color--light": "muted",
    "footer-fg-color--lighter": "muted",
    "footer-bg-color": "surface",
    "footer-bg-color--dark": "surface",
}
"""The theme's variables and the color each takes."""

_VEILS = {"default-bg-color": "background", "code-bg-color": "surface"}
_VEIL = {"--light": 0.7, "--lighter": 0.3, "--lightest": 0.12}

_CODE = {
    "number": "#D52A2A",
    "special": "#DB1457",
    "function": "#A846B9",
    "constant": "#6E59D9",
    "keyword": "#3F6EC6",
    "string": "#1C7D4D",
}
"""The theme's colors of code, before they are made legible on the brand's surface."""

_PLATE = {
    "border-radius": "0.1rem",
    "box-sizing": "content-box",
    "margin": "-0.1rem 0",
    "padding": "0.1rem 0.25rem",
}
_NO_PLATE = {"background-color": "transparent", "margin": "0", "padding": "0"}
"""What a logo stands on by night, and what takes away the plate that another brand's would have."""

_LINE = 0.16
"""The share of ink in the header's hairline."""

_RULES = f"""\
.md-tabs__link {{
  color: var(--md-primary-bg-color--light);
  opacity: 1; /* the theme fades what is not current, legible or not */
}}

.md-header .md-search__form {{
  background-color: var(--pb-color-header-well);
}}

{_HEADINGS} {{
  color: var(--pb-color-heading, inherit);
  font-family: var(--pb-heading, inherit);
  font-style: var(--pb-heading-style, normal);
  font-weight: var(--pb-heading-weight, 700);
  letter-spacing: var(--pb-heading-letter-spacing, normal);
  text-transform: var(--pb-heading-case, none);
}}

body .md-typeset :is(h1, h2) {{
  line-height: var(--pb-heading-line-height, 1.25);
}}

.md-typeset .pb-on {{
  --pb-color-heading: currentcolor;
  --md-typeset-a-color: currentcolor;
}}
"""


def sheet(brands: Mapping[str, Brand], headers: Mapping[str, Color | None], font_faces: Iterable[str]) -> str:
    """The style sheet of a site whose master brand has the empty id.

    `headers` holds the ground of the header by brand; None for that of the page.
    """
    master = brands[""]
    parts = [
        csstext.comment(f"{master.name}: made from the brand's colors and fonts"),
        *font_faces,
        _block(":root", fonts.variables(master)),
    ]
    for name, dark in _SCHEMES.items():
        where = f"[data-md-color-scheme={name}]"
        parts.append(_block(where if dark else f":root, {where}", _scheme(master, dark=dark)))
    parts += [*_header(master, headers[""]), _RULES, *_running_text(master)]
    for ident, brand in brands.items():
        parts += _sub_brand(brand, headers[ident]) if ident else ()
    return "\n".join(part.rstrip("\n") + "\n" for part in parts if part)


def _scheme(brand: Brand, *, dark: bool) -> dict[str, str]:
    colors = worn(brand, dark=dark)
    return {
        "color-scheme": "light" if on(colors["background"]) != WHITE else "dark",
        **_own(brand, colors, dark=dark),
        **_theirs(colors),
    }


def _own(brand: Brand, colors: Mapping[str, Color], *, dark: bool) -> dict[str, str]:
    """Our own variables, with the color of headings where the brand has one."""
    found = {f"--pb-color-{name}": color.hex for name, color in colors.items()}
    heading = brand.color(fonts.heading_color(brand), dark=dark)
    if heading:
        grounds = (colors["background"], colors["surface"])
        found["--pb-color-heading"] = readable(heading, grounds, TEXT, colors["text"]).hex
    return found


def _theirs(colors: Mapping[str, Color]) -> dict[str, str]:
    inks = {f"on-{name}": on(colors[name]) for name in ("primary-text", "accent-text")}
    known = {**colors, **inks}
    found = {f"--md-{name}": known[color].hex for name, color in _MATERIAL.items()}
    for name, of in _VEILS.items():
        found |= {f"--md-{name}{veil}": _veiled(colors[of], share) for veil, share in _VEIL.items()}
    found["--md-accent-fg-color--transparent"] = _veiled(colors["accent-text"], 0.1)
    surface = colors["surface"]
    for name, usual in _CODE.items():
        found[f"--md-code-hl-{name}-color"] = legible(parse(usual) or colors["text"], surface, TEXT).hex
    return found


def _veiled(color: Color, alpha: float) -> str:
    return Color(color.red, color.green, color.blue, alpha).hex


def _header(brand: Brand, header: Color | None, root: str = "") -> Iterator[str]:
    """The header: one field by day and by night; or as the page, its logo on a plate of the day by night.

    `root` selects the pages that have it, by their root; "" for all.
    """
    day, night = (worn(brand, dark=dark)["background"] for dark in (False, True))
    yield _block(f"{root} :is({_BARS})" if root else _BARS, _bars(brand, header or day))
    if header is None:
        yield _block(f"{_NIGHT}{root} :is({_BARS})", _bars(brand, night))
    if header is None and on(day) != on(night):
        yield _block(f"{_NIGHT}{root} .md-logo img", {"background-color": day.hex, **_PLATE})
    elif root:
        yield _block(f"{root} .md-logo img", _NO_PLATE)


def _bars(brand: Brand, header: Color) -> dict[str, str]:
    """The header's own variables, under the theme's names, so that whatever stands in it follows."""
    colors = bar(brand, header)
    ink = colors["on-header"].hex
    return {
        **{f"--pb-color-{name}": color.hex for name, color in colors.items()},
        "--md-primary-fg-color": colors["header"].hex,
        "--md-primary-fg-color--light": colors["header"].hex,
        "--md-primary-fg-color--dark": colors["header"].hex,
        "--md-primary-bg-color": ink,
        "--md-primary-bg-color--light": colors["header-muted"].hex,
        "--pb-hairline": f"1px solid {mix(colors['header'], colors['on-header'], _LINE).hex}",
    }


def _running_text(brand: Brand, root: str = "") -> Iterator[str]:
    height = fonts.line_height(brand)
    if height:
        yield _block(f"body{root} .md-typeset", {"line-height": height})


def _sub_brand(brand: Brand, header: Color | None) -> Iterator[str]:
    """A sub-brand's colors and fonts, for a page or whatever part of a page is marked as its own."""
    where = f"[data-pb-brand={csstext.string(brand.id)}]"
    styles = fonts.variables(brand)
    text = {"font-family": "var(--md-text-font)"} if "--md-text-font" in styles else {}
    yield _block(where, {**styles, **text, **_scheme(brand, dark=False), **_drawn()})
    yield _block(f"{_NIGHT}{where}, {_NIGHT} {where}", _scheme(brand, dark=True))
    yield from _header(brand, header, where)
    yield from _running_text(brand, where)


def _drawn() -> dict[str, str]:
    return {"background-color": "var(--pb-color-background)", "color": "var(--pb-color-text)"}


def _block(selector: str, values: Mapping[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}}}\n" if lines else ""
