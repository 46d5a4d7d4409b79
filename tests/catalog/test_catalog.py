from __future__ import annotations

from pathlib import Path

import material
import pytest

from playbook.catalog import entries, sectors
from playbook.choices import Phase
from playbook.i18n import LANGUAGES
from playbook.kinds import builtin
from playbook.model import vocabulary

ICONS = Path(material.__file__).parent / "templates" / ".icons" / "material"

# Ready-made touchpoints that a new user ticks, by the phase in which they are found.
EXPECTED = {
    "before": """social-networks online-ads blog company-events reviews testimonials word-of-mouth
        community-involvement direct-mail phone-system search-results broadcast""",
    "during": """conversations sales-team product-catalog shop promotional-stand landing-page website checkout
        ecommerce point-of-sale chat""",
    "after": """after-sales onboarding support invoicing thank-you loyalty-program follow-up
        order-notifications newsletter help-center community-forum satisfaction-survey upselling
        subscription-renewal returns delivery""",
}
OTHERS = {
    "supplier": "supplier-onboarding purchase-order payment-notice",
    "employee": "job-ad interview first-day workwear internal-newsletter",
}
KINDS = """article email-marketing social-post email-signature quote procedure calendar letter business-card
    catalogue brochure menu interior sales-pitch testimonial thank-you-card newsletter invoice
    order-notification abandoned-cart survey landing-page product-sheet social-story photo video
    returns-portal"""


@pytest.mark.parametrize("phase", EXPECTED)
def test_the_catalog_holds_what_people_expect_where_they_expect_it(phase):
    for ident in EXPECTED[phase].split():
        assert phase in {vocabulary.STAGES[stage] for stage in entries()[ident].stage}, ident


@pytest.mark.parametrize("audience", OTHERS)
def test_suppliers_and_employees_have_their_own(audience):
    for ident in OTHERS[audience].split():
        assert entries()[ident].audience == (audience,)


@pytest.mark.parametrize("ident", entries())
def test_an_entry_uses_words_that_there_are(ident):
    entry = entries()[ident]
    assert set(entry.stage) <= vocabulary.STAGES.keys()
    assert entry.category in vocabulary.CATEGORIES
    assert set(entry.channel) <= set(vocabulary.CHANNELS)
    assert set(entry.audience) <= set(vocabulary.AUDIENCES)
    assert set(entry.pieces) <= builtin().keys()
    assert set(entry.metrics) <= vocabulary.KPIS.keys()
    assert set(entry.usual_in) <= sectors().keys() - {"general"}
    assert len(entry.usual_in) < len(sectors()) - 1, "where every sector has it, none is named"


@pytest.mark.parametrize("ident", entries())
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_entry_can_be_found_and_read_in_each_language(ident, lang):
    words = entries()[ident].texts[lang]
    assert words.name
    assert (words.summary or "").endswith(".")
    assert len(words.also_called) >= 3
    assert len(set(words.also_called)) == len(words.also_called)
    assert words.advice.endswith(".")
    assert 2 <= len(words.questions) == len(set(words.questions))
    assert all(question.endswith("?") for question in words.questions)
    assert lang != "es" or all(question.startswith("¿") for question in words.questions)


@pytest.mark.parametrize("ident", sectors())
def test_a_sector_begins_with_what_is_usual_in_it(ident):
    for start in sectors()[ident].touchpoints:
        assert ident in (entries()[start].usual_in or sectors()) or ident == "general", start


def test_names_are_told_apart():
    for lang in LANGUAGES:
        names = [entry.words(lang).name for entry in entries().values()]
        assert len(set(names)) == len(names)
        kinds = [kind.words(lang).name for kind in builtin().values()]
        assert len(set(kinds)) == len(kinds)


def test_every_fine_stage_is_served_for_every_audience_that_has_a_choice():
    served = {stage for entry in entries().values() if "customer" in entry.audience for stage in entry.stage}
    assert served == vocabulary.STAGES.keys()
    assert {Phase.BEFORE, Phase.DURING, Phase.AFTER} == {vocabulary.STAGES[stage] for stage in served}


def test_the_kinds_that_people_speak_of_are_there():
    assert set(KINDS.split()) <= builtin().keys()


@pytest.mark.parametrize("ident", builtin())
def test_a_kind_has_an_icon_and_words_in_each_language(ident):
    kind = builtin()[ident]
    assert (ICONS / f"{kind.icon}.svg").is_file()
    for lang in LANGUAGES:
        words = kind.texts[lang]
        assert words.name
        assert (words.summary or "").endswith(".")
        assert len(words.also_called) >= 4


@pytest.mark.parametrize("ident", builtin())
def test_a_size_that_somebody_verified_says_where(ident):
    assert all(size.source for size in builtin()[ident].sizes if size.verified_on)
