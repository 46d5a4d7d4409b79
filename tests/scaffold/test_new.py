from __future__ import annotations

import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

import playbook
from playbook.catalog import entries
from playbook.document import Layer, Origin, build
from playbook.kinds import builtin
from playbook.model import ITEMS
from playbook.scaffold.items import catalog_match, file_of, likely_kind, named
from playbook.scaffold.outline import item
from playbook.source import read
from playbook.yamltext import document, field, scalar


def written(project, path: str) -> str:
    text: str = (project() / path).read_text(encoding="utf-8")
    return text


def data_of(project, path: str):
    return read(path, (project() / path).read_bytes()).data


def test_a_touchpoint_explains_its_fields(run, project):
    assert run("touchpoint", "Visita a la fábrica", "--lang", "es") == (
        0,
        "creado content/touchpoints/visita-a-la-fabrica.yml\n",
    )
    text = written(project, "content/touchpoints/visita-a-la-fabrica.yml")
    assert text.startswith(
        dedent("""\
        # Las líneas que empiezan por «#» no cuentan: basta quitar la marca a los campos que hagan falta.

        # Cómo se llama.
        name: Visita a la fábrica

        """)
    )
    assert "\nstage: [before]\n\n# Qué es, en una o dos frases.\n#summary:\n" in text
    assert "#metrics:\n#  - kpi:  # El id del indicador" in text


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("noun", ITEMS)
def test_uncommenting_everything_leaves_no_unknown_key(noun, lang):
    text = re.sub(r"^#(?=\S|  )", "", item(ITEMS[noun], {"name": "X"}, lang), flags=re.MULTILINE)
    source = read("x.yml", text.encode())
    assert not source.problems
    assert isinstance(source.data, dict)
    assert source.data.keys() == ITEMS[noun].model_fields.keys()
    _, mistakes = build(ITEMS[noun], "x", Origin((Layer(source, source.data),)), source.data)
    assert [m.keys for m in mistakes if m.case == "extra_forbidden"] == []


@pytest.mark.parametrize("noun", ["touchpoint", "piece", "persona", "journey"])
def test_what_is_made_from_a_name_is_valid(run, project, noun):
    assert run(noun, "Ana & Co: #1")[0] == 0
    loaded = playbook.load(project())
    assert loaded.diagnostics == ()
    assert loaded.playbook.items(noun)["ana-co-1"].name == "Ana & Co: #1"


def test_a_kit_needs_a_piece(run, project):
    assert run("kit", "Fair", "--lang", "en")[0] == 2
    run("piece", "Stand")
    assert run("kit", "Fair", "--lang", "en")[0] == 0
    assert data_of(project, "content/kits/fair.yml")["pieces"] == ["stand"]
    assert playbook.load(project()).diagnostics == ()


def test_the_first_line_names_the_schema_where_there_is_one(run, project):
    project({"schemas/piece.schema.json": "{}"})
    run("piece", "Quote")
    first = written(project, "content/pieces/quote.yml").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../schemas/piece.schema.json"


def test_the_catalog_fills_a_touchpoint_in_and_tells_its_pieces(run, project):
    code, said = run("touchpoint", "Our blog", "--from", "blog", "--lang", "en")
    assert code == 0
    assert (
        "  brand-playbook new piece 'Article template' --set kind=article --set touchpoints=our-blog\n"
        in said
    )
    data = data_of(project, "content/touchpoints/our-blog.yml")
    assert (data["name"], data["channel"], data["stage"]) == (
        "Our blog",
        ["web"],
        ["awareness", "consideration"],
    )


def test_the_proposed_command_works(run, project):
    run("touchpoint", "Our blog", "--from", "blog", "--lang", "en")
    assert run("piece", "Article template", "--set", "kind=article", "--set", "touchpoints=our-blog")[0] == 0
    pieces = playbook.load(project()).playbook.pieces_of["our-blog"]
    assert [(piece.id, piece.kind) for piece in pieces] == [("article-template", "article")]


def test_usual_pieces_come_as_missing_and_keep_apart_from_those_that_are_there(run, project):
    run("piece", "Thank-you card")
    code, said = run("touchpoint", "Thanks", "--from", "thank-you", "--with-pieces", "--lang", "en")
    assert (code, said) == (
        0,
        "created content/touchpoints/thanks.yml\ncreated content/pieces/thanks-thank-you-card.yml\n",
    )
    [piece] = playbook.load(project()).playbook.pieces_of["thanks"]
    assert (piece.status, piece.kind) == ("missing", "thank-you-card")


def test_a_name_that_the_catalog_knows_is_pointed_out(run):
    assert (
        "with --from newsletter the file comes filled in" in run("touchpoint", "Bulletin", "--lang", "en")[1]
    )


@pytest.mark.parametrize("ident", entries())
@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_entry_is_found_by_its_own_name(ident, lang):
    assert catalog_match(entries()[ident].words(lang).name) is not None


@pytest.mark.parametrize(
    "name, kind",
    [
        ("Firma del equipo", "email-signature"),
        ("Presupuesto para reformas", "quote"),
        ("Spring newsletter", "newsletter"),
        ("Roll-up 2027", "stand"),
        ("Zzz", "other"),
    ],
)
def test_the_kind_is_guessed_from_the_name(name, kind):
    assert likely_kind(name, builtin()) == kind


@pytest.mark.parametrize(
    "words, said",
    [
        (["touchpoint"], "Error: A name is needed, or a table of them with --from-csv FILE.\n"),
        (
            ["piece", "X", "--from", "blog"],
            "Error: --from and --with-pieces are for touchpoints; this is a piece.\n",
        ),
        (
            ["touchpoint", "X", "--with-pieces"],
            "Error: --with-pieces needs --from CATALOG-ID: only the catalog knows the usual pieces.\n",
        ),
        (["touchpoint", "X", "--from", "blogg"], 'Error: The catalog has no "blogg"; did you mean "blog"?\n'),
        (["piece", "X", "--set", "kind"], 'Error: "kind" is not of the form KEY=VALUE.\n'),
        (["piece", "X", "--set", "knid=quote"], 'Error: unknown key "knid"; did you mean "kind"?\n'),
        (["piece", "X", "--id", "A b"], 'Error: "A b" is not an id; did you mean "a-b"?\n'),
        (
            ["piece", "--from-csv", __file__, "--id", "a"],
            "Error: Give either a name or --from-csv FILE, not both.\n",
        ),
    ],
)
def test_an_unusable_call_writes_nothing(run, project, words, said):
    assert run(*words, "--lang", "en") == (2, said)
    assert not (project() / "content" / "pieces").exists()
    assert not (project() / "content" / "touchpoints").exists()


def test_an_id_that_is_taken_is_refused_wherever_it_stands(run, project):
    project({"content/touchpoints.yml": "feria:\n  name: Feria\n  stage: before\n"})
    code, said = run("touchpoint", "Féria", "--lang", "es")
    assert code == 2
    assert said.startswith("Error: Ya existe el id «feria» (punto de contacto) en content/touchpoints.yml;")


TABLE = """\
name,stage,channel,rating.score,evidence.text,underused
Feria,before,event;shop,4,"Dijo ""sí"": #1",true
Stand,during;after,,,,
"""


def test_a_table_becomes_items(run, project, tmp_path):
    (tmp_path / "t.csv").write_text(TABLE)
    said = run("touchpoint", "--from-csv", str(tmp_path / "t.csv"), "--lang", "en")
    assert said == (0, "created content/touchpoints/feria.yml\ncreated content/touchpoints/stand.yml\n")
    assert written(project, "content/touchpoints/feria.yml") == dedent("""\
        name: Feria
        stage: [before]
        channel: [event, shop]
        rating:
          score: 4
        evidence:
          - text: "Dijo \\"sí\\": #1"
        underused: true
        """)
    loaded = playbook.load(project())
    assert loaded.diagnostics == ()
    assert loaded.playbook.touchpoints["stand"].stage == ("during", "after")


def test_a_table_as_spanish_spreadsheets_write_it(run, project, tmp_path):
    content = '\ufeffname;stage;channel\r\nFeria;before;"event;shop"\r\n'.encode()
    (tmp_path / "t.csv").write_bytes(content)
    assert run("touchpoint", "--from-csv", str(tmp_path / "t.csv"))[0] == 0
    assert data_of(project, "content/touchpoints/feria.yml")["channel"] == ["event", "shop"]


def test_items_that_are_there_already_are_kept(run, project, tmp_path):
    (tmp_path / "t.csv").write_text(TABLE)
    project({"content/touchpoints/feria.yml": "name: Mine\nstage: before\n"})
    code, said = run("touchpoint", "--from-csv", str(tmp_path / "t.csv"), "--lang", "en")
    assert (code, "kept content/touchpoints/feria.yml, which was there already\n" in said) == (0, True)
    assert written(project, "content/touchpoints/feria.yml") == "name: Mine\nstage: before\n"


def test_every_mistake_of_a_table_is_told_and_nothing_written(run, project, tmp_path):
    table = "name,stage,natur,rating.score\nFair,before,,9\n,before,,\nFair,,,\n"
    (tmp_path / "t.csv").write_text(table)
    code, said = run("touchpoint", "--from-csv", str(tmp_path / "t.csv"), "--lang", "en")
    assert code == 1
    assert said.splitlines() == [
        't.csv: row 1, column natur: unknown key "natur"; did you mean "nature"?',
        "t.csv: row 2, column rating.score: rating.score is 9, but must be at most 5",
        't.csv: row 3, column name: the key "name" is missing',
        't.csv: row 4, column stage: the key "stage" is missing',
        't.csv: row 4, column id: 2 rows come to the same id "fair"',
        "Nothing was written; mend the table and run the command again.",
    ]
    assert not (project() / "content" / "touchpoints").exists()


@pytest.mark.parametrize(
    "content, said",
    [
        (b"nombre,stage\nFeria,before\n", 'Error: t.csv: unknown column "nombre"; did you mean "name"?\n'),
        (b"stage,Name\n", 'Error: t.csv: unknown column "Name"; did you mean "name"?\n'),
        (b"", 'Error: t.csv has no column "name" in its first row.\n'),
        (b"stage\nbefore\n", 'Error: t.csv has no column "name" in its first row.\n'),
        (b"name,owner,owner\nA,b,c\n", 'Error: t.csv has more than one column "owner"; keep one of them.\n'),
        (b"name\n\xff\n", 'Error: t.csv is not UTF-8; save it as "CSV UTF-8".\n'),
        (b"name\n" + b"x\n" * 20_001, "Error: t.csv has more than 20000 rows.\n"),
        (
            b"name\n" + b"x" * 200_000,
            "Error: t.csv cannot be read as CSV: field larger than field limit (131072)\n",
        ),
    ],
)
def test_what_is_no_table_is_refused(run, tmp_path, content, said):
    (tmp_path / "t.csv").write_bytes(content)
    assert run("piece", "--from-csv", str(tmp_path / "t.csv"), "--lang", "en") == (2, said)


WRITABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t")
)


@given(WRITABLE)
def test_any_text_survives_as_a_scalar(text):
    source = read("x.yml", f"key: {scalar(text)}\n".encode())
    assert (source.data, source.problems) == ({"key": text}, ())


plain = st.recursive(
    WRITABLE, lambda inner: st.lists(inner) | st.dictionaries(WRITABLE, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(WRITABLE, plain, min_size=1, max_size=3))
def test_any_data_survives_as_a_document(data):
    assert read("x.yml", document(data).encode()).data == data


def test_a_long_list_stands_on_lines_of_its_own():
    assert field("tags", ["a", "b"]) == "tags: [a, b]"
    assert field("tags", ["word " * 12, "next " * 12]).count("\n  - ") == 2


def test_a_file_can_leave_out_what_is_not_given():
    new = named("piece", "Quote", {}, builtin())
    assert file_of(new, "en", whole=False).content == dedent("""\
        # What people call it.
        name: Quote

        # The kind of piece: email-signature, quote, social-post...
        kind: quote

        # Missing, planned, in-progress, in-review, approved, implemented, to-update or retired.
        status: missing
        """)
