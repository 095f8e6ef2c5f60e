import pikepdf
import pytest

from talentpack.evidence import boxes


@pytest.fixture(autouse=True)
def explicit():
    with pikepdf.explicit_conversion():
        yield


def page(text):
    return pikepdf.Object.parse(b"<<" + text + b">>")


@pytest.mark.parametrize(
    ("text", "size"),
    [
        (b"/MediaBox[0 0 595 842]", (595, 842)),
        (b"/MediaBox[595 842 0 0]", (595, 842)),
        (b"/MediaBox[0 0 595 842]/Rotate 90", (842, 595)),
        (b"/MediaBox[0 0 595 842]/Rotate -90", (842, 595)),
        (b"/MediaBox[0 0 595 842]/Rotate 45", (595, 842)),
        (b"/MediaBox[0 0 595 842]/Rotate 450.0", (842, 595)),
        (b"/MediaBox[0 0 595 842]/UserUnit 2", (1190, 1684)),
        (b"/MediaBox[0 0 595 842]/UserUnit -2", (595, 842)),
        (b"/MediaBox[0 0 595 842]/CropBox[400 500 100 200]", (300, 300)),
        (b"/MediaBox[0 0 595 842]/CropBox[500 800 900 900]", (95, 42)),
        (b"/MediaBox[0 0 595 842]/CropBox[5000 8000 9000 9000]", (595, 842)),
        (b"/MediaBox[0 0 0 842]", (612, 792)),
        (b"/MediaBox[0 0 595]", (612, 792)),
        (b"/MediaBox[0 0 595 (x)]", (612, 792)),
        (b"/MediaBox[0 0 595 null]", (612, 792)),
        (b"", (612, 792)),
    ],
)
def test_sizes_as_seen_stay_so_in_the_copy(text, size):
    source = page(text)
    assert boxes.size(source) == size
    assert boxes.size(pikepdf.Dictionary(boxes.boxes(source))) == size
