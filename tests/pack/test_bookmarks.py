from hypothesis import given
from hypothesis import strategies as st
from tests.pack.samples import PlainWords, filed, ready, sample_plan

from talentpack.core.exhibits import Exhibit, Sheaf
from talentpack.core.papers import OutlineEntry
from talentpack.pack.bookmarks import bookmarks, own_outline


def exhibit(pages, outline) -> Exhibit:
    sheaf = Sheaf(path="", name="", sha256="", size=0, pages=tuple(pages), outline=tuple(outline))
    return Exhibit(number="B1", paper=filed("Accounts", "B", [sheaf]))


def entry(title, level, page) -> OutlineEntry:
    return OutlineEntry(title=title, level=level, page=page)


def shown(pages, outline, first=11, level=2):
    return [(mark.title, mark.level, mark.page) for mark in own_outline(exhibit(pages, outline), first, level)]


def test_documents_sections_persons_exhibits_and_their_own_bookmarks(tmp_path):
    plan = sample_plan(tmp_path)
    marks = bookmarks(plan, ready(plan).layout, PlainWords())
    text = "\n".join(f"{'  ' * mark.level}{mark.title}{' +' if mark.open else ''} = {mark.page}" for mark in marks)
    assert text == (
        "Cover letter = 1\n"
        "Checklist = 3\n"
        "Eligibility worksheet = 4\n"
        "Index = 5\n"
        "A Identity and travel + = 6\n"
        "  A1 Photograph (7) = 7\n"
        "  A2 Passport of Malaysia (8–9) = 8\n"
        "B Income + = 10\n"
        "  B1 Audited accounts: 2025 (11–14) = 11\n"
        "    Report = 13\n"
        "      Below it = 11\n"
        "    Notes = 12\n"
        "F Dependants + = 15\n"
        "  Spouse, LAU Mei Ling 劉美玲 + = 16\n"
        "    F1.1 Passport of Malaysia (16–17) = 16\n"
        "    F1.2 Marriage certificate (18) = 18\n"
        "  Child, CHAN Wing Lam + = 19\n"
        "    F2.1 Passport of Malaysia (19) = 19"
    )


def test_a_bookmark_follows_its_page_through_order_and_choice():
    outline = [entry("one", 0, 1), entry("two", 0, 2), entry("three", 0, 3)]
    assert shown((3, 1), outline) == [("one", 2, 12), ("three", 2, 11)]


def test_a_page_taken_twice_is_found_at_its_first_place():
    assert shown((2, 1, 2), [entry("two", 0, 2)]) == [("two", 2, 11)]


def test_what_stood_under_a_lost_bookmark_moves_up():
    outline = [entry("lost", 0, 9), entry("kept", 1, 1), entry("deep", 3, 2), entry("back", 1, 1)]
    assert shown((1, 2), outline) == [("kept", 2, 11), ("deep", 3, 12), ("back", 2, 11)]


levels = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=40)


@given(levels, st.permutations([1, 2, 3, 4]))
def test_levels_never_jump_and_pages_stay_in_the_exhibit(entries, pages):
    outline = [entry(str(number), level, page) for number, (level, page) in enumerate(entries)]
    marks = shown(pages, outline, first=1, level=0)
    assert len(marks) == sum(page in pages for _level, page in entries)
    previous = -1
    for title, level, page in marks:
        assert 0 <= level <= min(previous + 1, 8)
        assert pages[page - 1] == entries[int(title)][1]
        previous = level
