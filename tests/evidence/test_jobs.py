import hashlib
import io
import zipfile

import pytest
from pikepdf import Array, Name
from PIL import Image
from tests.evidence.papers import tax_paper
from tests.evidence.reading import drawn, read, render
from tests.hostile import blocks

from talentpack.core import papers
from talentpack.evidence import intake as intake_module
from talentpack.evidence import jobs
from talentpack.evidence.intake import take_in
from talentpack.worker.protocol import Step


def test_the_answer_names_the_file_as_it_came():
    made = tax_paper()
    paper = read(made)
    assert (paper.kind, paper.size, paper.sha256) == ("pdf", len(made), hashlib.sha256(made).hexdigest())
    assert [(page.width, page.height, page.text) for page in paper.pages] == [(595.0, 842.0, True)] * 3


def test_render():
    pixels = render(read(tax_paper()).cleaned, 2, 500)
    assert (pixels.width, pixels.height) == (500, 708)
    assert len(pixels.rgb) == 500 * 708 * 3
    assert Image.frombytes("RGB", (500, 708), pixels.rgb).getpixel((490, 10)) == (255, 255, 255)
    assert pixels.rgb == drawn(tax_paper(), 2, 500).tobytes()


def test_render_stays_within_its_square():
    pdf = blocks.plain()
    pdf.pages[0].obj[Name.MediaBox] = Array([0, 0, 100, 5000])
    tall = render(blocks.saved(pdf), 1, 10_000)
    assert tall.height == 4096
    assert tall.width == 82


@pytest.mark.parametrize(
    ("data", "page"), [(b"nothing", 1), (blocks.saved(blocks.plain()), 0), (blocks.saved(blocks.plain()), 2)]
)
def test_render_of_nothing_is_nothing(data, page):
    assert render(data, page, 300) == papers.Pixels(width=0, height=0, rgb=b"")


def test_steps_are_steps():
    steps = list(take_in(tax_paper()))
    assert {step.label for step in steps} == {"probe", "check", "look"}
    assert all(isinstance(step, Step) for step in steps)


def test_a_file_too_large_is_not_looked_into(monkeypatch):
    monkeypatch.setattr(intake_module, "TOO_LARGE", 1000)
    monkeypatch.setattr(intake_module, "kind_of", pytest.fail)
    paper = read(tax_paper())
    assert (paper.verdict, paper.kind) == ("too_large", "unknown")


def test_no_memory_is_no_verdict(monkeypatch):
    def exhausted(*_):
        raise MemoryError

    monkeypatch.setattr(intake_module, "outline", exhausted)
    with pytest.raises(MemoryError):
        read(tax_paper())


def test_a_reason_for_each_kind_of_file_that_is_no_document():
    def zipped(name):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(name, "x")
        return out.getvalue()

    refused = [read(data) for data in (b"", b"hello", zipped("word/document.xml"), zipped("a.pdf"))]
    assert {paper.verdict for paper in refused} == {"not_a_document"}
    assert len({paper.reason.template for paper in refused}) == 4
    assert [paper.kind for paper in refused] == ["unknown", "unknown", "docx", "zip"]


def test_a_job_reads_the_request_others_write():
    assert set(jobs._IntakeRequest.__struct_fields__) == set(papers.IntakeRequest.__struct_fields__)
