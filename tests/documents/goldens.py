"""The golden texts of our documents. `python -m tests.documents.goldens` writes them anew: read what changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.documents.pages import transcript
from tests.documents.plans import LETTERHEAD, PLAN, changed, numbered
from tests.documents.words import WORDS

from talentpack.documents.checklist import set_checklist
from talentpack.documents.divider import set_divider
from talentpack.documents.fonts import FontSet
from talentpack.documents.index import set_index
from talentpack.documents.letter import set_letter
from talentpack.documents.setting import Setting
from talentpack.documents.worksheet import set_worksheet

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "documents"
NAMES = [
    f"{name}-{language}" for name in ("letter", "checklist", "worksheet", "index", "divider") for language in WORDS
]


def golden(name: str) -> str:
    """The text of one document of the fictitious plan; the Chinese letter has a consultant's letterhead."""
    document, language = name.split("-")
    setting = Setting(WORDS[language], numbered(PLAN, 6), 3, FontSet(ROOT / "resources" / "fonts"))
    headed = changed(PLAN, letter_letterhead=LETTERHEAD) if language != "en" else PLAN
    made = {
        "letter": lambda: set_letter(headed, setting, [(3, 3), (4, 4), (6, 6), (7, 179)]),
        "checklist": lambda: set_checklist(PLAN, setting),
        "worksheet": lambda: set_worksheet(PLAN, setting),
        "index": lambda: set_index(PLAN, setting),
        "divider": lambda: set_divider("F", PLAN, setting),
    }
    return transcript(made[document]())


def _write() -> Iterator[Path]:
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        path = GOLDEN / f"{name}.txt"
        path.write_text(golden(name), "utf-8", newline="\n")
        yield path


if __name__ == "__main__":
    for written in _write():
        print(written.relative_to(ROOT))  # noqa: T201 - run by hand
