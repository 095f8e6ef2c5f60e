"""University names as people write them, matched with the list.

Names are compared folded: NFKC, case, accents, punctuation, spacing and a leading "The" make no difference
(rules.md, 2, *degree.listed*). Nothing is guessed here; near misses are the window's business.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from talentpack.core.universities import University
from talentpack.core.values import Value

# Letters with a stroke or of two letters, which Unicode does not take apart into letter and accent.
_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe"})
_WORD = re.compile(r"[^\W_]+")


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a name in the form in which they are compared, without a leading "The"."""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_LETTERS)
    # An apostrophe stands inside a word (Xi'an, King's); other punctuation parts words.
    words = _WORD.findall(re.sub(r"['’ʼ`´]", "", bare))
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def folded(text: str) -> str:
    """A name in the form in which it is compared; empty when it has neither letter nor digit."""
    return "".join(folded_words(text))


def names_of(university: University) -> tuple[str, ...]:
    """Every name that means this university by itself, unless another row makes it ambiguous."""
    chinese = (university.name_zh_hant, university.name_zh_hans)
    return tuple(name for name in (university.name, *chinese, *university.aliases) if name)


class Match(Value, frozen=True, kw_only=True):
    """What a name means. ``choice``: those an ambiguous name may mean, or none of them. Both empty: an unknown name."""

    university: University | None = None
    choice: tuple[University, ...] = ()


class Names:
    """The names of a list's rows, folded once."""

    def __init__(self, universities: Iterable[University]) -> None:
        self._owners: dict[str, dict[str, University]] = {}
        self._ambiguous: set[str] = set()
        for university in universities:
            for name in (*names_of(university), *university.ambiguous):
                self._owners.setdefault(folded(name), {})[university.name] = university
            self._ambiguous.update(folded(name) for name in university.ambiguous)

    def match(self, name: str) -> Match:
        """The one university meant, or the choice. A name given as ambiguous is so even if it is a full name too."""
        key = folded(name)
        owners = tuple(self._owners.get(key, {}).values())
        if len(owners) == 1 and key not in self._ambiguous:
            return Match(university=owners[0])
        return Match(choice=owners)


@lru_cache(maxsize=2)
def names(universities: tuple[University, ...]) -> Names:
    """The names of a list; kept, because folding some thousand names takes longer than a keystroke may."""
    return Names(universities)
