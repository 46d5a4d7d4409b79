"""A `_brand.yml` is read as it is: beside our files, or instead of them."""

from __future__ import annotations

import pytest

from playbook.loader import load
from playbook.report import message

WHOLE = """
    meta:
      name: {full: Lighthouse Society, short: Lighthouse}
      link: {home: https://lighthouse.example, mastodon: https://social.example/@light}
    logo:
      images:
        mark: {path: logo/mark.svg, alt: A lamp}
        night: logo/night.svg
      small: mark
      medium: {light: mark, dark: night}
      large: logo/wide.svg
    color:
      palette:
        sea: "#1B4D5C"
        sand: "#EEDDCC"
        accent: sea
      foreground: "#111111"
      background: sand
      primary: accent
      link: sea
    typography:
      fonts:
        - family: Open Sans
          source: file
          files:
            - fonts/open.woff2
            - {path: fonts/open-bold.woff2, weight: bold, style: italic}
            - {path: fonts/open-variable.woff2, weight: 300..800}
          weight: [400, bold]
      base: {family: Open Sans, size: 1rem, line-height: 1.5}
      headings: {family: "'Fraunces', Georgia, serif", weight: semi-bold, color: primary}
      monospace: Fira Code
      link: {color: sea}
    defaults: {bootstrap: {x: y}}
    """
FILES = (
    "logo/mark.svg",
    "logo/night.svg",
    "logo/wide.svg",
    "fonts/open.woff2",
    "fonts/open-bold.woff2",
    "fonts/open-variable.woff2",
)


@pytest.fixture
def loaded(project):
    return load(
        project({"brand/brand.yml": None, "brand/_brand.yml": WHOLE, **{f"brand/{f}": "x" for f in FILES}})
    )


def test_identity(loaded):
    identity = loaded.playbook.brand.identity
    assert (identity.name, identity.short_name) == ("Lighthouse Society", "Lighthouse")
    assert identity.contact.website == "https://lighthouse.example"
    assert identity.social == {"mastodon": "https://social.example/@light"}


def test_colors(loaded):
    brand = loaded.playbook.brand
    assert {
        name: brand.color(name).hex for name in ("sea", "accent", "primary", "text", "background", "link")
    } == {
        "sea": "#1B4D5C",
        "accent": "#1B4D5C",
        "primary": "#1B4D5C",
        "text": "#111111",
        "background": "#EEDDCC",
        "link": "#1B4D5C",
    }
    assert brand.entry("primary")[0] == "sea"


def test_logo(loaded):
    logo = loaded.playbook.brand.logo
    assert {name: (v.file, v.alt, v.on) for name, v in logo.variants.items()} == {
        "mark": ("logo/mark.svg", "A lamp", ("light",)),
        "night": ("logo/night.svg", None, ("dark",)),
        "large": ("logo/wide.svg", None, ()),
    }
    assert (logo.favicon, logo.primary) == ("mark", "large")


def test_fonts(loaded):
    fonts = loaded.playbook.brand.fonts
    assert [(f.file, f.weight, f.style) for f in fonts.families["open-sans"].files] == [
        ("fonts/open.woff2", "400", "normal"),
        ("fonts/open-bold.woff2", "700", "italic"),
        ("fonts/open-variable.woff2", "300 800", "normal"),
    ]
    assert fonts.families["open-sans"].weights == (400, 700)
    assert fonts.families["fraunces"].fallback == ("Georgia", "serif")
    assert {role: (f.family, f.weight) for role, f in fonts.roles.items()} == {
        "body": ("open-sans", None),
        "heading": ("fraunces", 600),
        "mono": ("fira-code", None),
    }


def test_what_is_not_used_is_told_in_one_line_each(loaded):
    told = [(d.problem.message, d.problem.facts["key"]) for d in loaded.diagnostics]
    assert told == [
        ("brand-yml.unknown", "color.link"),
        ("brand-yml.font-stack", "typography.headings.family"),
    ]


def test_what_is_alike_is_told_once(project):
    stacked = "'Noto Sans', Aptos, sans-serif"
    fonts = "".join(
        f"    - {{family: {name}, source: google}}\n" for name in ("Noto Sans", "Noto Serif", "Rubik")
    )
    loaded = load(
        project(
            {
                "brand/_brand.yml": "meta: {name: Theirs}\n"
                f"typography:\n  fonts:\n{fonts}    - {{family: Lora, source: bunny}}\n"
                f'  base: "{stacked}"\n  headings: {{family: "{stacked}"}}\n'
            }
        )
    )
    assert [f"{found.location} {message(found, 'en')}" for found in loaded.diagnostics] == [
        (
            "brand/_brand.yml:4:7 3 fonts are at google, and the site downloads nothing:"
            " Noto Sans, Noto Serif, Rubik"
        ),
        "brand/_brand.yml:7:7 the font Lora is at bunny, and the site downloads nothing",
        (
            "brand/_brand.yml:8:3 typography.base.family, typography.headings.family are lists of fonts;"
            " Noto Sans is taken as the family, and Aptos, sans-serif as its fallback"
        ),
    ]
    assert [str(place) for place in loaded.diagnostics[0].problem.related] == [
        "brand/_brand.yml:5:7",
        "brand/_brand.yml:6:7",
    ]


def test_findings_stand_where_the_file_says_it(project):
    loaded = load(project({"brand/_brand.yml": "logo:\n  images:\n    mark: {path: logo/absent.svg}\n"}))
    assert [str(d.location) for d in loaded.diagnostics if d.rule == "missing-file"] == [
        "brand/_brand.yml:3:18"
    ]


def test_our_files_add_to_it_by_key(project):
    loaded = load(
        project(
            {
                "brand/_brand.yml": """
                    meta: {name: Theirs}
                    color: {palette: {sea: "#1B4D5C", sand: "#EEDDCC"}}
                    """,
                "brand/brand.yml": "name: Ours\n",
                "brand/colors.yml": 'palette: {sea: {value: "#1B4D5D", name: Sea}, sky: "#CCEEFF"}\n',
            }
        )
    )
    brand = loaded.playbook.brand
    assert brand.name == "Ours"
    assert {name: str(getattr(brand.color(name), "hex", None)) for name in brand.colors.palette} == {
        "sea": "#1B4D5D",
        "sand": "#EEDDCC",
        "sky": "#CCEEFF",
    }
    assert brand.colors.at("palette", "sand", "value").path == "brand/_brand.yml"
    assert brand.colors.at("palette", "sea", "value").path == "brand/colors.yml"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "logo: 3",
        "color: x",
        "typography: [1]",
        "meta: {name: [x]}",
        "logo: {small: {a: b}}",
        "color: {palette: {a: a, b: c, c: b}, primary: primary}",
        "typography: {fonts: [{family: 3}], base: 4}",
    ],
)
def test_a_strange_file_is_no_reason_to_stop(text, project):
    loaded = load(project({"brand/_brand.yml": text}))
    assert loaded.playbook.brand.name == "Example"
