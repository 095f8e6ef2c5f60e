from datetime import date

import pytest

from talentpack.core.answers import Answers
from talentpack.core.case import Case
from talentpack.core.conditions import All, Any, Not
from talentpack.core.conditions import Test as Compare
from talentpack.core.lines import Line
from talentpack.core.questions import Forms, Listing, Page, Question
from talentpack.core.rules import Rules, Scheme
from talentpack.core.walk import Walk

WORD = Line(template="x")
SCHEME = Scheme(
    id="s", title=WORD, routes={"A": WORD, "B": WORD}, sections={}, first_day=date(2022, 12, 28), lists=("income",)
)
RULES = Rules(scheme=SCHEME, sources={}, figures={}, criteria=(), proofs=(), slots={}, universities=())


def ask(name, kind="text", **more):
    return Question(id=name, kind=kind, label=WORD, **more)


def where(name, value):
    return Compare(name=name, by="is", value=value)


def page(name, *questions, **more):
    return Page(id=name, title=WORD, questions=questions, **more)


FORMS = Forms(
    pages=(
        page("route", ask("route", optional=True)),
        page("you", ask("applicant.surname"), ask("applicant.alias", optional=True)),
        page(
            "income",
            ask("kind"),
            ask("share", when=where("kind", "business_profit")),
            ask("held", when=where("share", "60")),
            ask("home", when=where("applicant.surname", "CHAN")),
            listing=Listing(id="income", one=WORD, summary=WORD),
            when=where("route", "A"),
        ),
        page(
            "background",
            ask("background.before", "yes_no"),
            ask("background.entered", "yes_no", when=where("background.before", True)),
            ask("background.when", when=where("background.entered", True)),
            ask("background.fact", "yes_no", when=Compare(name="fact.rich", by="is", value=True)),
        ),
        page("check", room="check"),
    )
)


def walk(values=(), rich=False):
    case = Case(Answers(dict(values)), date(2026, 11, 22), RULES)
    return Walk(FORMS, case, {"rich": lambda _: rich})


def ids(questions):
    return [question.id for question in questions]


INCOME, BACKGROUND, YOU, CHECK = (
    next(p for p in FORMS.pages if p.id == n) for n in ("income", "background", "you", "check")
)


@pytest.mark.parametrize(("route", "shown"), [(None, True), ("A", True), ("B", False)])
def test_a_page_is_shown_unless_it_is_known_not_to_be_wanted(route, shown):
    values = {"route": route} if route else {}
    assert ("income" in [each.id for each in walk(values).pages()]) is shown


def test_next_and_previous_skip_what_is_hidden():
    there = walk({"route": "B"})
    assert there.after("you").id == "background"
    assert there.before("background").id == "you"
    assert there.before("route") is None
    assert there.after("check") is None
    # The page one stands on may have been hidden by an answer given on it.
    assert (there.after("income").id, there.before("income").id) == ("background", "you")


def test_questions_are_asked_for_each_record():
    there = walk({"income": ["r1", "r2"], "income/r1/kind": "salary", "income/r2/kind": "business_profit"})
    assert ids(there.questions(INCOME, "r1")) == ["kind", "home"]
    assert ids(there.questions(INCOME, "r2")) == ["kind", "share", "held", "home"]
    assert ids(walk({"income": ["r1"], "applicant/surname": "LI"}).questions(INCOME, "r1")) == ["kind", "share", "held"]


def test_a_fact_may_decide():
    assert "background.fact" not in ids(walk().questions(BACKGROUND))
    assert "background.fact" in ids(walk(rich=True).questions(BACKGROUND))


def test_a_hidden_answer_is_kept_and_not_used_and_hides_what_hangs_on_it():
    values = {
        "background/before": False,
        "background/entered": True,
        "background/when": "2023",
        "income": ["r1"],
        "income/r1/kind": "salary",
        "income/r1/share": "60",
        "income/r1/held": "yes",
    }
    there = walk(values)
    assert set(there.hidden()) == {
        "background/entered",
        "background/when",
        "income/r1/share",
        "income/r1/held",
    }
    assert there.answers == Answers(values)
    assert there.used.get("background/entered") is None
    assert ids(there.questions(BACKGROUND)) == ["background.before"]


def test_a_hidden_page_hides_its_answers():
    there = walk({"route": "B", "income": ["r1"], "income/r1/kind": "salary"})
    assert there.hidden() == ("income/r1/kind",)


def test_a_circle_of_conditions_ends():
    circle = Forms(
        pages=(page("p", ask("a.x", when=Not(part=where("a.y", "1"))), ask("a.y", when=Not(part=where("a.x", "1")))),)
    )
    case = Case(Answers({"a/x": "1", "a/y": "1"}), date(2026, 11, 22), RULES)
    assert set(Walk(circle, case, {}).hidden()) <= {"a/x", "a/y"}


@pytest.mark.parametrize(
    ("values", "status", "missing"),
    [
        ({}, "not_started", ("applicant/surname",)),
        ({"applicant/alias": "X"}, "in_progress", ("applicant/surname",)),
        ({"applicant/surname": "CHAN"}, "completed", ()),
    ],
)
def test_a_page_is_completed_without_what_is_optional(values, status, missing):
    there = walk(values)
    assert there.status(YOU) == status
    assert there.unanswered(YOU) == missing


@pytest.mark.parametrize(
    ("values", "status", "missing"),
    [
        ({}, "not_started", ("income",)),
        ({"none": ["income"]}, "completed", ()),
        ({"income": ["r1"]}, "in_progress", ("income/r1/kind", "income/r1/share", "income/r1/held", "income/r1/home")),
        ({"income": ["r1"], "income/r1/kind": "salary", "applicant/surname": "LI"}, "completed", ()),
        (
            {"income": ["r1", "r2"], "income/r1/kind": "salary", "income/r2/kind": "salary", "income/r1/home": "x"},
            "in_progress",
            ("income/r2/home",),
        ),
    ],
)
def test_a_list_is_completed_by_its_records_or_by_saying_there_are_none(values, status, missing):
    there = walk(values)
    assert there.status(INCOME) == status
    assert there.unanswered(INCOME) == missing


def test_a_page_without_questions_is_never_begun():
    assert walk({"applicant/surname": "X"}).status(CHECK) == "not_started"


def test_joined_conditions_stay_unknown_until_settled():
    either = Any(parts=(where("a.x", "1"), where("a.y", "1")))
    both = All(parts=(where("a.x", "1"), where("a.y", "1")))
    forms = Forms(pages=(page("p", ask("a.x"), ask("a.y"), ask("a.e", when=either), ask("a.b", when=both)),))

    def shown(values):
        case = Case(Answers(values), date(2026, 11, 22), RULES)
        return ids(Walk(forms, case, {}).questions(forms.pages[0]))[2:]

    assert shown({}) == ["a.e", "a.b"]
    assert shown({"a/x": "2"}) == ["a.e"]
    assert shown({"a/x": "2", "a/y": "2"}) == []
    assert shown({"a/x": "1", "a/y": "2"}) == ["a.e"]


def test_what_only_another_purpose_asks_is_kept_and_not_used():
    degree = Listing(id="income", one=WORD, summary=WORD)
    elsewhere = (page("stay", ask("extension.basis")), page("more", ask("title"), listing=degree))
    forms = Forms(pages=FORMS.pages, elsewhere=elsewhere)
    values = {
        "route": "A",
        "extension/basis": "business",
        "income": ["r1"],
        "income/r1/title": "x",
        "income/r1/kind": "k",
    }
    there = Walk(forms, Case(Answers(values), date(2026, 11, 22), RULES), {"rich": lambda _: True})
    assert set(there.hidden()) == {"extension/basis", "income/r1/title"}
    assert there.used.get("income/r1/kind") == "k"
    assert ids(there.pages()) == ids(Walk(FORMS, there._sight.case, {"rich": lambda _: True}).pages())
