from __future__ import annotations

from pathlib import Path

import pytest
from tests.documents.plans import PLAN, numbered
from tests.documents.words import WORDS

from talentpack.core.plan import Numbers
from talentpack.documents.fonts import FontSet
from talentpack.documents.front import Front, set_front
from talentpack.documents.setting import Setting

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FRONT_PAGES = 6  # of the fictitious plan, before its first divider


@pytest.fixture
def fonts() -> FontSet:
    return FontSet(FONTS)


@pytest.fixture(scope="session")
def opened() -> FontSet:
    """Fonts that stay open, for many examples."""
    return FontSet(FONTS)


@pytest.fixture(scope="session", params=["en", "zh_Hant"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def setting(language: str, fonts: FontSet) -> Setting:
    return Setting(WORDS[language], numbered(PLAN, FRONT_PAGES), 3, fonts)


@pytest.fixture
def unnumbered(language: str, fonts: FontSet) -> Setting:
    return Setting(WORDS[language], Numbers(), 3, fonts)


@pytest.fixture(scope="session")
def front(language: str) -> Front:
    words = WORDS[language]
    return set_front(PLAN, words, words, numbered(PLAN, FRONT_PAGES), FONTS)
