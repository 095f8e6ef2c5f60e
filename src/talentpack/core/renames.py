"""Questions that were called something else: stored actions keep the old names, and are read by the new ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from talentpack.core.actions import Action
from talentpack.core.questions import Forms

Names = Mapping[tuple[str, str], str]


def renames(forms: Forms) -> Names:
    """The new id of every question that had another one, by its list (empty outside lists) and its old id."""
    return {
        (page.listing.id if page.listing else "", question.was): question.id
        for page in (*forms.pages, *forms.elsewhere)
        for question in page.questions
        if question.was
    }


def renamed(actions: Iterable[Action], forms: Forms) -> tuple[Action, ...]:
    """The actions with today's addresses."""
    names, lists = renames(forms), forms.lists()
    if not names:
        return tuple(actions)
    return tuple(
        replace(
            action,
            changes=tuple(replace(each, address=_today(each.address, names, lists)) for each in action.changes),
        )
        for action in actions
    )


def _today(address: str, names: Names, lists: tuple[str, ...]) -> str:
    head, *rest = address.split("/")
    listed, start, steps = (head, [head, *rest[:1]], rest[1:]) if head in lists else ("", [], [head, *rest])
    new = names.get((listed, ".".join(steps)))
    return address if new is None else "/".join([*start, *new.split(".")])
