from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from talentpack.core.exhibits import Filed, Sheaf, number
from talentpack.core.lines import Line


def paper(evidence: str, section: str, order: int = 0, person: int = 0, record: int = 0, taken: int = 0) -> Filed:
    return Filed(
        evidence=evidence,
        proof="p",
        section=section,
        slot="s",
        title=Line(template=evidence),
        date=None,
        sheaves=(Sheaf(path="x.pdf", name="x", sha256="0", size=1, pages=(1, 2)),),
        order=order,
        person=person,
        record=record,
        taken=taken,
    )


def numbers(*papers: Filed) -> dict[str, str]:
    return {exhibit.paper.evidence: exhibit.number for exhibit in number(papers)}


def test_papers_are_numbered_by_section_then_official_order() -> None:
    found = numbers(paper("tax", "B", order=5), paper("photo", "A", order=2), paper("passport", "A", order=1))
    assert found == {"passport": "A1", "photo": "A2", "tax": "B1"}


def test_a_dependants_papers_are_person_and_paper() -> None:
    found = numbers(
        paper("child passport", "A", order=1, person=2),
        paper("spouse marriage", "F", order=9, person=1),
        paper("spouse passport", "A", order=1, person=1),
        paper("other", "G"),
    )
    assert found == {"spouse passport": "F1.1", "spouse marriage": "F1.2", "child passport": "F2.1", "other": "G1"}


def test_the_same_proof_twice_follows_record_and_then_the_order_taken_in() -> None:
    found = numbers(paper("c", "B", record=1, taken=0), paper("b", "B", taken=2), paper("a", "B", taken=1))
    assert found == {"a": "B1", "b": "B2", "c": "B3"}


papers = st.builds(
    paper,
    st.uuids().map(str),
    st.sampled_from("ABCDEG"),
    st.integers(0, 5),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(0, 9),
)


@given(st.lists(papers, max_size=12, unique_by=lambda each: each.evidence), st.randoms())
def test_numbers_are_unique_and_do_not_depend_on_the_order_given(listed: list[Filed], random: Random) -> None:
    exhibits = number(listed)
    assert len({exhibit.number for exhibit in exhibits}) == len(listed)
    assert all(exhibit.page_count == 2 for exhibit in exhibits)
    distinct = {(each.section, each.order, each.person, each.record, each.taken) for each in listed}
    if len(distinct) == len(listed):
        random.shuffle(listed)
        assert number(listed) == exhibits
