"""Words for the tests of documents: the program's own, with a small catalogue instead of the shipped one."""

from __future__ import annotations

import gettext

from tests.documents.chinese import CHINESE

from talentpack.app.words import CatalogueWords


class SmallCatalogue(gettext.NullTranslations):
    """The messages of one mapping, whatever their context; Chinese has one form for every number."""

    def __init__(self, messages: dict[str, str]) -> None:
        super().__init__()
        self._messages = messages

    def gettext(self, message: str) -> str:
        return self._messages.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self._messages.get(msgid1) or (msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)


ENGLISH_WORDS = CatalogueWords("en", SmallCatalogue({}))
CHINESE_WORDS = CatalogueWords("zh_Hant", SmallCatalogue(CHINESE))
WORDS = {"en": ENGLISH_WORDS, "zh_Hant": CHINESE_WORDS}
