import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String
from pikepdf.settings import set_qpdf_limits
from tests.hostile import blocks

from talentpack.evidence.limits import MAX_STREAM_BYTES, Unfit
from talentpack.evidence.resources import Copier, measure


@pytest.fixture
def pdf():
    with pikepdf.explicit_conversion(), pikepdf.new() as made:
        yield made


def image(pdf, **more):
    return pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, **more)


def test_only_named_keys_are_copied(pdf):
    source = image(pdf, BitsPerComponent=8, ColorSpace=Name.DeviceGray, Alternates=Array(), OPI=Dictionary(), Junk=1)
    copied = Copier(pdf).take(source, "xobject")
    assert set(copied.keys()) == {
        "/Type",
        "/Subtype",
        "/Width",
        "/Height",
        "/BitsPerComponent",
        "/ColorSpace",
        "/Length",
    } - ({"/Length"} - set(copied.keys()))


def test_an_object_is_copied_once_for_each_role(pdf):
    font = pdf.make_indirect(blocks.helvetica())
    source = Dictionary(Font=Dictionary(A=font, B=font))
    copier = Copier(pdf)
    first, second = copier.take(source, "resources"), copier.take(source, "resources")
    assert first.Font.A.objgen == first.Font.B.objgen == second.Font.A.objgen != font.objgen


def test_loops_end(pdf):
    form = blocks.drawing(pdf, b"/X Do")
    form[Name.Resources] = Dictionary(XObject=Dictionary(X=form))
    copied = Copier(pdf).take(form, "xobject")
    assert copied.Resources.XObject.X.objgen == copied.objgen


def test_what_cannot_play_its_role_is_lost_and_counted(pdf):
    copier = Copier(pdf)
    external = image(pdf, F=String("/etc/hostname"))
    postscript = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.PS)
    table = Dictionary(A=external, B=postscript, C=Dictionary(), D=image(pdf))
    assert set(copier.take(table, "xobjects").keys()) == {"/D"}
    assert copier.lost == 3


def test_holes_in_arrays_keep_their_place(pdf):
    copied = Copier(pdf).take(Array([1, Dictionary(A=1), 3, None]), "value")
    assert [None if item is None else str(item.unparse()) for item in copied][1::2] in (
        [None, None],
        ["b'<< >>'", None],
    )
    assert len(copied) == 4


def test_direct_objects_inside_one_another_end_somewhere(pdf):
    nest = Array([1])
    for _ in range(100):
        nest = Array([nest])
    copier = Copier(pdf)
    copier.take(nest, "value")
    assert copier.lost == 1


def fits(stream, role):
    try:
        measure(stream, role)
    except Unfit as unfit:
        return unfit.verdict != "too_large"
    return True


@pytest.mark.parametrize(
    ("width", "height", "bits", "small_enough"),
    [
        (2480, 3508, 8, True),
        (9933, 14043, 1, True),
        (9900, 13000, 8, True),
        (14000, 20000, 8, False),
        (32768, 32768, 1, False),
        (-5, 10, 8, True),
    ],
)
def test_pictures_are_measured_by_what_they_declare(pdf, width, height, bits, small_enough):
    picture = image(pdf, BitsPerComponent=bits)
    picture[Name.Width], picture[Name.Height] = width, height
    assert fits(picture, "image") == small_enough


def packed(pdf, megabytes, times=1):
    data = bytes(megabytes << 20)
    for _ in range(times):
        data = zlib.compress(data, 1)
    return Stream(pdf, data, Filter=Array([Name.FlateDecode] * times))


def test_content_is_measured_by_unpacking_it(pdf):
    previous = set_qpdf_limits(flate_max_memory=MAX_STREAM_BYTES)
    try:
        assert fits(packed(pdf, 63), "contents")
        assert not fits(packed(pdf, 65), "contents")
        assert not fits(packed(pdf, 65, times=3), "contents")
        assert fits(Stream(pdf, b"no zlib at all" * 9000, Filter=Name.FlateDecode), "contents")  # damaged, no bomb
    finally:
        set_qpdf_limits(**previous)
