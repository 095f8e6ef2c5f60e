"""Files that are no paper, or half of one: each gets its verdict and a reason, in this process, and raises nothing."""

import pytest
from tests.evidence.reading import codes, read, text
from tests.hostile import bombs, broken, harm, make

VERDICTS = {
    "locked": "needs_password",
    "empty": "not_a_document",
    "zeros": "not_a_document",
    "noise": "not_a_document",
    "noise_after_header": "damaged",
    "half_a_pdf": "damaged",
    "header_only": "damaged",
    "no_pages": "damaged",
    "junk_before_header": "ready",
    "png": "ready",
    "half_a_jpeg": "damaged",
    "wrong_types": "ready",
    "page_loop": "damaged",
    "deep_arrays": "ready",
    "huge_page": "ready",
    "form_loop": "too_large",
    "huge_png": "too_large",
}


@pytest.mark.parametrize("name", make.BROKEN)
def test_each_has_its_verdict(name):
    paper = read(make.BROKEN[name]())
    assert paper.verdict == VERDICTS[name]
    assert (paper.verdict == "ready") == bool(paper.cleaned) == bool(paper.pages) == (paper.reason is None)


def test_what_was_mended_is_said():
    assert "repaired" in codes(read(broken.wrong_types()))
    assert "repaired" in codes(read(bombs.deep_arrays()))
    assert "odd_size" in codes(read(bombs.huge_page()))


def test_junk_before_the_header_does_not_matter():
    assert "Tax assessment 2025" in text(read(broken.junk_before_header()).cleaned)


def test_a_picture_named_pdf_is_a_picture():
    assert read(broken.png()).kind == "png"


@pytest.mark.parametrize("cut", range(1, 40))
def test_a_paper_cut_off_anywhere_has_a_verdict(cut):
    whole = harm.form()
    paper = read(whole[: len(whole) * cut // 40])
    assert paper.verdict in {"ready", "damaged"}


@pytest.mark.parametrize("seed", range(60))
def test_a_paper_with_bytes_changed_has_a_verdict(seed):
    noise = broken.noise()
    made = bytearray(harm.form() if seed % 2 else harm.marks())
    for at in range(seed, seed + 40, 4):
        place = int.from_bytes(noise[at * 3 : at * 3 + 3], "big") % len(made)
        made[place] = noise[at]
    assert read(bytes(made)).verdict in {"ready", "damaged", "not_a_document", "needs_password", "too_large"}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "TIFF", "AVIF"])
@pytest.mark.parametrize("cut", range(1, 12))
def test_a_picture_cut_off_anywhere_has_a_verdict(kind, cut):
    whole = broken.picture(kind, size=(200, 150))
    assert read(whole[: len(whole) * cut // 12]).verdict in {"ready", "damaged", "not_a_document"}
