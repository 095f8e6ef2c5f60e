import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pack.samples import Front, Leaf, sample_plan, set_front

from talentpack.core.plan import Numbers
from talentpack.pack.layout import arranged, lay_out, numbered


@pytest.fixture
def exhibits(tmp_path):
    return sample_plan(tmp_path).exhibits


def test_letter_checklist_worksheet_index_then_each_section_with_its_divider(exhibits):
    layout = lay_out(exhibits, lambda numbers: set_front(exhibits, numbers))
    order = [(part.kind, part.section, part.first, part.length) for part in layout.order]
    assert order == [
        ("letter", "", 1, 2),
        ("checklist", "", 3, 1),
        ("worksheet", "", 4, 1),
        ("index", "", 5, 1),
        ("divider", "A", 6, 1),
        ("exhibit", "A", 7, 1),
        ("exhibit", "A", 8, 2),
        ("divider", "B", 10, 1),
        ("exhibit", "B", 11, 4),
        ("divider", "F", 15, 1),
        ("exhibit", "F", 16, 2),
        ("exhibit", "F", 18, 1),
        ("exhibit", "F", 19, 1),
    ]
    assert layout.numbers == Numbers(
        total=19,
        index=5,
        exhibits={"A1": 7, "A2": 8, "B1": 11, "F1.1": 16, "F1.2": 18, "F2.1": 19},
        dividers={"A": 6, "B": 10, "F": 15},
    )


def test_the_front_is_set_with_placeholders_and_then_with_its_numbers(exhibits):
    seen = []

    def setting(numbers):
        seen.append(numbers)
        return set_front(exhibits, numbers)

    layout = lay_out(exhibits, setting)
    assert seen == [Numbers(), layout.numbers]
    assert layout.front.pdf == set_front(exhibits, layout.numbers).pdf


def test_front_pages_that_change_their_count_are_an_error(exhibits):
    def setting(numbers):
        front = set_front(exhibits, numbers)
        return Front(front.pdf, (*front.leaves, Leaf("letter")), ()) if numbers.total else front

    with pytest.raises(RuntimeError, match="count"):
        lay_out(exhibits, setting)


def test_the_portal_sheet_is_not_bound(exhibits):
    layout = lay_out(exhibits, lambda numbers: set_front(exhibits, numbers))
    unbound = [number for number, leaf in enumerate(layout.front.leaves) if leaf.kind == "portal"]
    assert unbound
    assert not set(unbound) & set(layout.leaf_pages)


@given(st.lists(st.sampled_from(["letter", "checklist", "worksheet", "index", "portal"])))
def test_every_page_of_the_bundle_has_one_place(kinds):
    order = arranged([Leaf(kind) for kind in kinds], ())
    pages = [page for part in order for page in range(part.first, part.last + 1)]
    assert pages == list(range(1, numbered(order).total + 1))
    assert len(pages) == sum(kind != "portal" for kind in kinds)
