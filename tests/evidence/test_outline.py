from itertools import pairwise

from pikepdf import Array, Dictionary, Name, String
from tests.evidence.papers import tax_paper
from tests.evidence.reading import open_pdf, read
from tests.hostile import blocks

from talentpack.core.papers import OutlineEntry
from talentpack.evidence.outline import MAX_TITLE, outline


def outlined(*entries, pages=2, root=None):
    pdf = blocks.plain(pages)
    made = [pdf.make_indirect(entry(pdf)) for entry in entries]
    for one, following in pairwise(made):
        one[Name.Next] = following
    pdf.Root[Name.Outlines] = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=made[0], Last=made[-1]))
    for key, value in (root(pdf) if root else {}).items():
        pdf.Root[Name(key)] = value
    with open_pdf(blocks.saved(pdf)) as opened:
        return outline(opened)


def to_page(title, number):
    return lambda pdf: Dictionary(Title=String(title), Dest=Array([pdf.pages[number - 1].obj, Name.Fit]))


def test_as_reportlab_writes_it():
    expected = [
        entry
        for number in (1, 2, 3)
        for entry in (
            OutlineEntry(title=f"Year {2020 + number}", level=0, page=number),
            OutlineEntry(title="Details", level=1, page=number),
        )
    ]
    assert list(read(tax_paper()).outline) == expected


def test_by_action_by_name_and_by_old_name():
    named = outlined(
        lambda pdf: Dictionary(
            Title=String("action"), A=Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit]))
        ),
        lambda _: Dictionary(Title=String("name"), Dest=String("here")),
        lambda _: Dictionary(Title=String("old name"), Dest=Name("/there")),
        root=lambda pdf: {
            "/Names": Dictionary(
                Dests=Dictionary(Names=Array([String("here"), Dictionary(D=Array([pdf.pages[1].obj, Name.Fit]))]))
            ),
            "/Dests": Dictionary(there=Array([pdf.pages[0].obj, Name.Fit])),
        },
    )
    assert [(entry.title, entry.page) for entry in named] == [("action", 2), ("name", 2), ("old name", 1)]


def test_what_leads_nowhere_is_left_out():
    assert outlined(
        to_page("kept", 1),
        lambda _: Dictionary(Title=String("web"), A=Dictionary(S=Name.URI, URI=String("https://example.com"))),
        lambda _: Dictionary(Title=String("gone"), Dest=String("nowhere")),
        lambda pdf: Dictionary(Dest=Array([pdf.pages[0].obj, Name.Fit])),
        to_page("\x00\n \t", 1),
    ) == (OutlineEntry(title="kept", level=0, page=1),)


def test_titles_are_one_short_line():
    (entry,) = outlined(to_page("財務\n報表 \x07" + "x" * 500, 2))
    assert entry.title.startswith("財務 報表 xxx")
    assert len(entry.title) == MAX_TITLE


def test_loops_end():
    pdf = blocks.plain()
    entry = pdf.make_indirect(to_page("again", 1)(pdf))
    entry[Name.Next] = entry[Name.First] = entry
    pdf.Root[Name.Outlines] = Dictionary(First=entry)
    with open_pdf(blocks.saved(pdf)) as opened:
        assert len(outline(opened)) == 1
