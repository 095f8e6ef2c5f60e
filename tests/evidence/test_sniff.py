import io
import zipfile

import pytest
from tests.evidence.papers import encoded, photo

from talentpack.evidence.sniff import is_office, kind_of


def zipped(*names):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "GIF", "WEBP", "AVIF"])
def test_pictures_as_pillow_writes_them(kind):
    assert kind_of(encoded(photo((8, 8)), kind)) == kind.lower()


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\xef\xbb\xbf\r\n%PDF-1.4\n", "pdf"),
        (b"x" * 1000 + b"%PDF-1.4\n", "pdf"),
        (b"x" * 1020 + b"%PDF-1.4\n", "unknown"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "heic"),
        (b"\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avif", "avif"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isommp42", "unknown"),
        (b"\x00\x00\x00\x10ftypmp42\x00\x00\x00\x00heic", "unknown"),  # beyond the box
        (b"RIFF\x00\x00\x00\x00WAVE", "unknown"),
        (b"\xff\xd8", "unknown"),
        (b"", "unknown"),
    ],
)
def test_by_first_bytes(head, kind):
    assert kind_of(head) == kind
    assert kind_of(memoryview(head)) == kind


def test_archives():
    assert kind_of(zipped("[Content_Types].xml", "word/document.xml")) == "docx"
    assert kind_of(zipped("[Content_Types].xml", "xl/workbook.xml")) == "zip"
    assert kind_of(zipped("a.pdf")) == "zip"


def test_office():
    assert is_office(zipped("[Content_Types].xml", "xl/workbook.xml"))
    assert is_office(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert not is_office(zipped("a.pdf"))
