from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace

from talentpack.core.actions import Action, fold
from talentpack.core.answers import Change
from talentpack.core.lines import line
from talentpack.core.questions import Forms, Listing, Page, Question
from talentpack.core.renames import renamed


def question(name: str, was: str = "") -> Question:
    return Question(id=name, kind="text", label=line("x"), was=was)


def page(name: str, *questions: Question, listed: str = "") -> Page:
    listing = Listing(id=listed, one=line("x"), summary=line("x")) if listed else None
    return Page(id=name, title=line("x"), questions=questions, listing=listing)


FORMS = Forms(
    pages=(
        page("you", question("applicant.mobile", was="applicant.phone"), question("purse", was="wallet.size")),
        page("money", question("sum"), question("paid.by", was="payer"), listed="income"),
    ),
    elsewhere=(page("job", question("post", was="title"), listed="job"),),
)


def action(number: int, **after: str) -> Action:
    changes = tuple(Change(address=name.replace("__", "/"), before=None, after=value) for name, value in after.items())
    return Action(
        number=number, uuid=str(number), at=datetime(2026, 1, 1, tzinfo=UTC), actor="", kind="answer", changes=changes
    )


def test_old_names_are_read_by_the_new_ones() -> None:
    old = action(1, applicant__phone="1", wallet__size="2", income__r1__payer="3", job__r2__title="4")
    assert [each.address for each in renamed([old], FORMS)[0].changes] == [
        "applicant/mobile",
        "purse",
        "income/r1/paid/by",
        "job/r2/post",
    ]


def test_what_was_set_by_the_old_name_is_unset_by_the_new_one() -> None:
    new = Change(address="income/r1/paid/by", before="3", after=None)
    actions = [action(1, income__r1__payer="3"), replace(action(2), changes=(new,))]
    assert list(fold(renamed(actions, FORMS))) == []


def test_other_addresses_stay_as_they_are() -> None:
    other = action(
        1, income="r1", income__r1__sum="1", payer="2", job__r1__payer="3", income__r1__payer__x="4", title="5"
    )
    assert renamed([other], FORMS) == (other,)
    assert renamed([other], Forms(pages=())) == (other,)
