from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentpack.app.session import Session
from talentpack.app.world import World, load
from talentpack.core.actions import fold
from talentpack.core.problems import Refused

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
WORLD = load()


@pytest.fixture
def session() -> Session:
    return fresh(WORLD)


def fresh(world: World) -> Session:
    return Session(world, lambda: NOW, "test")


def test_an_answer_is_kept_in_its_canonical_form(session: Session) -> None:
    session.add("income")
    action = session.answer("income/r1/amount", "3,120,500.00")
    assert session.answers.get("income/r1/amount") == action.changes[0].after
    session.answer("income/r1/amount", None)
    assert session.answers.get("income/r1/amount") is None


def test_what_no_page_asks_and_what_is_no_answer_is_refused(session: Session) -> None:
    with pytest.raises(Refused, match=r"address\.unknown"):
        session.answer("applicant/shoe_size", "43")
    with pytest.raises(Refused):
        session.answer("applicant/birth_date", "2026-02-30")
    with pytest.raises(Refused, match=r"address\.unknown"):
        session.add("shoes")
    assert session.actions == ()


def test_removing_a_record_leaves_its_evidence_unassigned_in_one_act(session: Session) -> None:
    session.add("income")
    session.add("income")
    session.answer("income/r1/payer", "Acme")
    session.attach(
        {
            "file": "a.pdf",
            "proof": "income_proof",
            "for": ["income/r1", "income/r2"],
            "pins": [{"page": 1, "says": "income/r1/amount"}, {"page": 2, "says": "income/r2/amount"}],
        }
    )
    before = session.answers
    session.remove("income", "r1")
    assert session.answers.ids("income") == ("r2",)
    assert session.answers.below("income/r1") == {}
    assert session.answers.get("evidence/e1/for") == ["income/r2"]
    assert session.answers.get("evidence/e1/pins") == [{"page": 2, "says": "income/r2/amount"}]
    session.undo()
    assert session.answers == before


def test_a_removed_records_id_never_comes_back(session: Session) -> None:
    session.add("income")
    session.answer("income/r1/payer", "Acme")
    session.remove("income", "r1")
    session.add("income")
    assert session.answers.ids("income") == ("r2",)
    session.undo()
    session.add("income")
    assert session.answers.ids("income") == ("r3",)


def test_opening_a_file_is_not_undone(session: Session) -> None:
    session.open({"route": "A"})
    assert session.undo() is None
    session.answer("route", "B")
    session.undo()
    assert session.answers.get("route") == "A"


acts = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(["A", "B", "C", None])),
        st.tuples(st.just("add"), st.sampled_from(["income", "job"])),
        st.tuples(st.just("remove"), st.sampled_from(["income", "job"])),
        st.tuples(st.sampled_from(["undo", "redo"]), st.none()),
    ),
    max_size=25,
)


@given(acts)
def test_the_answers_are_always_the_fold_of_the_actions_and_undo_leads_back(
    listed: list[tuple[str, str | None]],
) -> None:
    session = fresh(WORLD)
    for kind, value in listed:
        if kind == "answer":
            session.answer("route", value)
        elif kind == "add" and value:
            session.add(value)
        elif kind == "remove" and value and session.answers.ids(value):
            session.remove(value, session.answers.ids(value)[0])
        elif kind == "undo":
            session.undo()
        elif kind == "redo":
            session.redo()
    assert session.answers == fold(session.actions)
    final, undone = session.answers, 0
    while session.undo() is not None:
        undone += 1
    assert list(session.answers) == []
    for _ in range(undone):
        assert session.redo() is not None
    assert session.answers == final


def test_typing_that_goes_on_is_one_act(session: Session) -> None:
    for text in ("C", "CH", "CHAN"):
        session.answer("applicant/surname", text, going_on=True)
    session.rest()
    session.answer("applicant/surname", "CHANG", going_on=True)
    assert [action.number for action in session.actions] == [1, 2]
    session.undo()
    assert session.answers.get("applicant/surname") == "CHAN"
    session.undo()
    assert session.answers.get("applicant/surname") is None


def test_typed_back_to_what_it_was_is_no_act(session: Session) -> None:
    session.answer("applicant/surname", "CHAN", going_on=True)
    session.answer("applicant/surname", None, going_on=True)
    assert (session.actions, session.answers.get("applicant/surname")) == ((), None)


def test_another_act_ends_the_typing(session: Session) -> None:
    session.answer("applicant/surname", "CHAN", going_on=True)
    session.add("income")
    session.answer("applicant/surname", "CHANG", going_on=True)
    assert [action.kind for action in session.actions] == ["answer", "add", "answer"]
    assert fold(session.actions) == session.answers
