"""file-font, file-size, file-mail, file-access, file-words: what is said of a file and what is not."""

from __future__ import annotations

import pytest

from playbook.handed import Handed, Lettering, Pair, Placed, Plate, Spot, Wording

POST = "kind: social-post\nrequirements: {format: PNG, file_size: 1 MB, sizes: [{width: 1080, height: 1080}]}"
FLYER = "kind: brochure\nrequirements: {bleed: 3, sizes: [{width: 210, height: 297, unit: mm}]}"
SQUARE = "1080 × 1080 px is asked for"
INFORMAL = "which addresses people informally"
BY_HAND = "Rewrite the sentence; or put the word in quotation marks where it is only mentioned."
STAND = "kind: stand\nrequirements: {sizes: [{width: 3000, height: 2000, unit: mm}]}"


@pytest.mark.parametrize(
    "family, found",
    [
        ("Alegreya Sans", False),
        ("AlegreyaSans", False),
        ("verdana", False),
        ("sans-serif", False),
        ("Wingdings", False),
        ("", False),
        ("Calibri", True),
        ("Alegreya", True),
        ("思源黑体", True),
        ("Alegreya Sans ExtraBold", False),
        ("-apple-system", False),
        ("BlinkMacSystemFont", False),
        ("Segoe UI Emoji", False),
    ],
)
def test_a_font(say, family, found):
    told = say("file-font", Handed("docx", 9, fonts=(Lettering(family, family, count=3),)))
    expected = f'1:1 "{family}" (3×) is no font of the brand | Use Alegreya Sans, or what stands in for it.'
    assert told == ([expected] if found else [])


def test_fonts_that_only_stand_ready_are_told_once(say):
    fonts = [
        Lettering(family, family, count=count) for family, count in (("Segoe", 2), ("Tahoma", 0), ("Arno", 0))
    ]
    assert [told.partition(" | ")[0] for told in say("file-font", Handed("docx", 9, fonts=tuple(fonts)))] == [
        '1:1 "Segoe" (2×) is no font of the brand',
        "1:1 fonts that are not the brand's stand ready in the theme or the styles: Tahoma, Arno",
    ]


@pytest.mark.parametrize(
    "family, written, found",
    [
        ("Archivo", "ArchivoBlack-Regular", False),
        ("Archivo Black", "ArchivoBlack-Regular", False),
        ("Archivo", "Archivo Black", False),
        ("Alegreya Sans SC", "AlegreyaSansSC-MediumItalic", False),
        ("Archivo", "Archivo-Bold", True),
    ],
)
def test_a_family_whose_name_ends_like_a_style(say, family, written, found):
    own = """families:
        a: {name: Archivo Black, source: system}
        b: {name: Alegreya Sans SC Medium, source: system}
    """
    told = say(
        "file-font", Handed("pdf", 9, fonts=(Lettering(family, written),)), files={"brand/fonts.yml": own}
    )
    assert bool(told) == found


def test_a_font_that_stays_at_home(say):
    font = Lettering("Alegreya Sans", "AlegreyaSans-Bold", Spot(page=2), embedded=False)
    [told] = say("file-font", Handed("pdf", 9, fonts=(font,)))
    assert told.startswith('page 2 "Alegreya Sans" is not embedded')


def test_a_brand_without_fonts_finds_nobody_strange(say):
    none = {"brand/fonts.yml": "families: {}\n"}
    assert say("file-font", Handed("svg", 9, fonts=(Lettering("Papyrus", "Papyrus"),)), files=none) == []


def plate(width, height, unit="px", **more):
    return (Plate(width, height, unit, **more),)


@pytest.mark.parametrize(
    "handed, piece, found",
    [
        (Handed("png", 9, plates=plate(1080, 1080)), POST, []),
        (Handed("png", 9, plates=plate(1080.4, 1080)), POST, []),
        (Handed("png", 9, plates=plate(1080, 1350)), POST, [f"the size is 1080 × 1350 px; {SQUARE}"]),
        (
            Handed("png", 1_200_000, plates=plate(1080, 1080)),
            POST,
            ["the file is 1.2 MB; at most 1 MB is allowed"],
        ),
        (Handed("jpeg", 9, plates=plate(1080, 1080)), POST, ["the file is JPEG; PNG is asked for"]),
        (Handed("svg", 9, plates=plate(108, 108)), POST.replace("PNG", "SVG"), []),
        (
            Handed("svg", 9, plates=plate(16, 9)),
            POST.replace("PNG", "SVG"),
            [f"the size is 16 × 9 px; {SQUARE}"],
        ),
        (
            Handed("png", 9, plates=plate(5, 5), facts={"suffix": "jpg"}),
            "",
            ["the file is called .jpg, but it is png"],
        ),
        (Handed("pdf", 9, plates=plate(216, 303, "mm", trim=(210, 297), bleed=3)), FLYER, []),
        (Handed("pdf", 9, plates=plate(210, 297, "mm")), FLYER, ["the bleed is 0 mm; 3 mm is asked for"]),
        (Handed("pdf", 9, plates=plate(300, 200, "mm")), STAND, []),
        (
            Handed("pdf", 9, plates=plate(300, 210, "mm")),
            STAND,
            ["the size is 300 × 210 mm; 3000 × 2000 mm is asked for"],
        ),
    ],
)
def test_size_and_format(say, handed, piece, found):
    assert [told.split(" | ")[0].removeprefix("1:1 ") for told in say("file-size", handed, piece)] == found


@pytest.mark.parametrize(
    "size, pixels, found",
    [
        ((210, 297), (1240, 1754), "a picture has 150 pixels per inch; 300 are needed at this size"),
        ((210, 297), (2490, 3520), ""),
        ((800, 600), (4725, 3544), ""),
        ((800, 600), (3000, 2250), "a picture has 95 pixels per inch; 150 are needed at this size"),
    ],
)
def test_pixels_on_paper(say, size, pixels, found):
    width, height = size
    picture = Placed(Spot(page=1), "jpeg", pixels, (float(width), float(height)), "")
    handed = Handed("pdf", 9, plates=plate(width, height, "mm"), pictures=(picture,))
    piece = f"kind: brochure\nrequirements: {{sizes: [{{width: {width}, height: {height}, unit: mm}}]}}"
    told = [line.split(" | ")[0] for line in say("file-size", handed, piece)]
    assert told == ([f"page 1 {found}"] if found else [])


@pytest.mark.parametrize(
    "facts, found",
    [
        ({"html.bytes": 101_000}, []),
        ({"html.bytes": 150_000}, ["the mail has 150000 bytes; Gmail cuts it off from 102000 on"]),
        ({"html.style_bytes": 20_000}, ["the styles have 20000 bytes; Gmail drops them from 16384 on"]),
        ({"html.flex": 2}, ["`display: flex` is used (2), which Outlook for Windows does not know"]),
        ({"html.relative": 1}, ["addresses are not whole (1): in a mail they lead nowhere"]),
        ({"html.width": 700}, ["something is 700 px wide; mails are 600 px wide at most"]),
    ],
)
def test_a_mail(say, facts, found):
    told = say("file-mail", Handed("mail", 9, facts=facts))
    assert [line.split(" | ")[0].removeprefix("1:1 ") for line in told] == found


def test_a_page_is_no_mail_unless_its_piece_is(say):
    page = Handed("html", 9, facts={"html.flex": 1})
    assert say("file-mail", page) == []
    assert say("file-mail", page, "kind: newsletter")
    assert say("file-mail", page, "kind: web-page") == []


def test_a_signature_is_shorter_than_a_mail(say):
    page = Handed("html", 9, facts={"html.bytes": 12_000})
    assert say("file-mail", page, "kind: email-signature")[0].startswith(
        "1:1 the signature has 12000 characters"
    )


def test_who_hears_a_page(say):
    texts = (
        Wording("Prices", Spot(1), "heading", 1),
        Wording("Delivery", Spot(4), "heading", 3),
        Wording("click here", Spot(5), "link"),
        Wording("Our prices", Spot(6), "link"),
    )
    pictures = (Placed(Spot(7), alt=None), Placed(Spot(8), alt=""))
    told = say("file-access", Handed("html", 9, texts=texts, pictures=pictures, facts={"title": "Prices"}))
    assert [line.split(" | ")[0] for line in told] == [
        "7:1 one picture has no alternative text",
        '4:1 the heading "Delivery" is of level 3 and follows one of level 1',
        '5:1 the link "click here" does not say where it leads',
        "1:1 the file does not say in which language it is",
    ]


@pytest.mark.parametrize(
    "text, size, bold, found",
    [
        ("#777777", 16.0, False, "4.47:1, and 4.5:1"),
        ("#767676", 16.0, False, ""),
        ("#777777", 24.0, False, ""),
        ("#777777", 19.0, True, ""),
        ("#777777", None, False, ""),
        ("#AAAAAA", None, False, "2.32:1, and 3:1"),
    ],
)
def test_texts_that_hardly_contrast(say, text, size, bold, found):
    pair = Pair(text, "#FFFFFF", "Our prices", Spot(3, 4), size, bold)
    handed = Handed("mail", 9, pairs=(pair,), facts={"lang": "en"})
    said = f'3:4 "Our prices" is {text} on #FFFFFF: their contrast is {found} is needed'
    assert [line.split(" | ")[0] for line in say("file-access", handed)] == ([said] if found else [])


def test_a_drawing_has_no_headings_and_no_language(say):
    assert say("file-access", Handed("svg", 9, pictures=(Placed(),))) == []


@pytest.mark.parametrize(
    "text, spot, found",
    [
        (
            "A seamless way.",
            Spot(),
            '1:1 "seamless" is a term that the brand does not use | Instead: easy. Nobody has seen a seam.',
        ),
        (
            "One\ntwo refrigerator",
            Spot(4, 3),
            '5:5 the brand says "fridge", not "refrigerator" | Write "fridge".',
        ),
        (
            "Dear Sirs",
            Spot(page=2, part="Text 1"),
            f'page 2, Text 1 "Dear Sirs" is too formal for the brand, {INFORMAL} | {BY_HAND}',
        ),
        ("Seams and fridges.", Spot(), ""),
    ],
)
def test_words(say, text, spot, found):
    assert say("file-words", Handed("pdf", 9, texts=(Wording(text, spot),))) == ([found] if found else [])


def test_code_in_markdown_is_only_mentioned(say):
    assert say("file-words", Handed("markdown", 9, texts=(Wording("Not `seamless`.", Spot(1, 1)),))) == []


LOGO = {
    "brand/logo.yml": """
        variants: {main: logo.svg}
        minimum_size: {print: {width: 25, unit: mm}, screen: {width: 100}}
        """,
    "brand/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1z"/></svg>',
}


@pytest.mark.parametrize(
    "digest, shown, unit, found",
    [
        ("ours", (40, 10), "mm", []),
        ("ours", (40, 12), "mm", ["the logo is stretched by 20 %"]),
        ("theirs", (40, 12), "mm", ["a picture is stretched by 20 %"]),
        ("theirs", (40, 10.1), "mm", []),
        ("ours", (20, 5), "mm", ["the logo (main) is 20.0 mm wide; at least 25 mm is needed to read it"]),
        ("ours", (80, 20), "px", ["the logo (main) is 80.0 px wide; at least 100 px is needed to read it"]),
        ("theirs", (20, 5), "mm", []),
        ("ours", None, "mm", []),
    ],
)
def test_a_logo(say, digest, shown, unit, found):
    picture = Placed(Spot(page=2), "png", (400, 100), shown, "Ribbon", digest=digest)
    handed = Handed("pptx", 9, plates=plate(254, 143, unit), pictures=(picture,))
    told = say("file-logo", handed, files=LOGO, logos={"ours": "main"})
    assert [line.split(" | ")[0].removeprefix("page 2 ") for line in told] == found
