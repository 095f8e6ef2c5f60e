"""Files that mean harm or are simply broken, each made by a function without arguments, byte for byte the same every time.

``python -m tests.hostile.make FOLDER`` writes them out to be looked at.
"""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image

HELLO = b"BT /F1 24 Tf 72 720 Td (Tax assessment 2025) Tj ET\n0.2 0.4 0.8 rg 72 600 200 40 re f\n"


def helvetica() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def plain(pages: int = 1, content: bytes = HELLO) -> Pdf:
    """A harmless document to which harm is added."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(helvetica())
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj[Name.Contents] = pdf.make_stream(content)
        page.obj[Name.Resources] = Dictionary(Font=Dictionary(F1=font))
    return pdf


def saved(pdf: Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **({"deterministic_id": True} | options))
    return out.getvalue()


def written(*objects: bytes, root: int = 1) -> bytes:
    """A PDF from raw object bodies, numbered from 1, for what pikepdf refuses to write."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, root, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(places) + 1, table) + end


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert('hello')"))


def annotate(pdf: Pdf, *annotations: Dictionary, page: int = 0) -> None:
    indirect = [pdf.make_indirect(annotation) for annotation in annotations]
    pdf.pages[page].obj[Name.Annots] = Array(indirect)


def annotation(subtype: str, **more: object) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name("/" + subtype), Rect=Array([300, 300, 500, 400]), **more)


def drawing(pdf: Pdf, content: bytes, **more: object) -> Stream:
    """An appearance 200 × 100."""
    return pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 100]), **more)


# ---- harm ------------------------------------------------------------------------------------------------------------


def javascript() -> bytes:
    """In every place a script can stand: at opening, on events, by name, on an annotation, chained, in a bookmark."""
    pdf = plain()
    pdf.Root[Name.OpenAction] = script()
    pdf.Root[Name.AA] = Dictionary(WC=script())
    pdf.Root[Name.Names] = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), pdf.make_indirect(script())])))
    pdf.pages[0].obj[Name.AA] = Dictionary(O=script())
    chained = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]), Next=Array([script()]))
    annotate(pdf, annotation("Link", A=chained), annotation("Square", AA=Dictionary(E=script())))
    entry = pdf.make_indirect(Dictionary(Title=String("Start"), A=script()))
    pdf.Root[Name.Outlines] = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=entry, Last=entry, Count=1))
    return saved(pdf)


def launch() -> bytes:
    pdf = plain()
    annotate(pdf, annotation("Link", A=Dictionary(S=Name.Launch, F=String("cmd.exe"))))
    return saved(pdf)


def links() -> bytes:
    """To the web, to another file, and to a page of this one."""
    pdf = plain()
    annotate(
        pdf,
        annotation("Link", A=Dictionary(S=Name.URI, URI=String("https://example.com/?who=me"))),
        annotation("Link", A=Dictionary(S=Name.GoToR, F=String("//server/share/x.pdf"), D=Array([0, Name.Fit]))),
        annotation("Link", Dest=Array([pdf.pages[0].obj, Name.Fit])),
    )
    return saved(pdf)


def embedded_file() -> bytes:
    pdf = plain()
    pdf.attachments["payload.exe"] = b"MZ" + bytes(100)
    spec = Dictionary(
        Type=Name.Filespec, F=String("a.exe"), EF=Dictionary(F=pdf.make_stream(b"MZ", Type=Name.EmbeddedFile))
    )
    annotate(pdf, annotation("FileAttachment", FS=pdf.make_indirect(spec)))
    pdf.pages[0].obj[Name.AF] = Array([spec])
    return saved(pdf)


def xfa() -> bytes:
    pdf = plain()
    pdf.Root[Name.AcroForm] = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp:xdp/>"))
    return saved(pdf)


def rich_media() -> bytes:
    pdf = plain()
    content = Dictionary(
        Assets=Dictionary(Names=Array([String("a.swf"), Dictionary(Type=Name.Filespec, F=String("a.swf"))]))
    )
    annotate(
        pdf, annotation("RichMedia", RichMediaContent=content), annotation("Movie", Movie=Dictionary(F=String("a.mov")))
    )
    return saved(pdf)


def external_stream() -> bytes:
    """A picture whose data lies in another file."""
    pdf = plain(content=HELLO + b"q 100 0 0 100 72 400 cm /X Do Q\n")
    picture = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    picture[Name.ColorSpace] = Name.DeviceGray
    picture[Name.F] = String("/etc/hostname")
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=picture)
    return saved(pdf)


def references() -> bytes:
    """A form that stands for a page of another file, prepress links, a PostScript XObject, private data."""
    pdf = plain(content=HELLO + b"/R Do /P Do\n")
    form = drawing(pdf, b"1 0 0 rg 0 0 50 50 re f", Ref=Dictionary(F=String("other.pdf"), Page=0))
    form[Name.OPI] = Dictionary({"/2.0": Dictionary(Type=Name.OPI, F=String("x.tif"))})
    form[Name.PieceInfo] = Dictionary(App=Dictionary(Private=String("secret")))
    form[Name.Metadata] = pdf.make_stream(b"<x:xmpmeta/>", Type=Name.Metadata, Subtype=Name.XML)
    postscript = pdf.make_stream(b"(rm) run", Type=Name.XObject, Subtype=Name.PS)
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(R=form, P=postscript)
    return saved(pdf)


def form(*, needs_appearances: bool = False) -> bytes:
    """A text field filled in, a ticked box, an unticked one, a hidden field."""
    pdf = plain()
    black = b"q 0 0 0 rg BT /Helv 20 Tf 10 40 Td (CHAN Tai Man) Tj ET Q"
    font = pdf.make_indirect(helvetica())
    defaults = Dictionary(Font=Dictionary(Helv=font))
    text = annotation(
        "Widget", FT=Name.Tx, T=String("name"), V=String("CHAN Tai Man"), DA=String("/Helv 20 Tf 0 g"), F=4
    )
    if not needs_appearances:
        text[Name.AP] = Dictionary(N=drawing(pdf, black))
    states = Dictionary(N=Dictionary(Yes=drawing(pdf, b"0 0.5 0 rg 0 0 200 100 re f"), Off=drawing(pdf, b"")))
    ticked = annotation("Widget", FT=Name.Btn, T=String("yes"), V=Name.Yes, AS=Name.Yes, AP=states, F=4)
    ticked[Name.Rect] = Array([72, 300, 92, 320])
    unticked = annotation("Widget", FT=Name.Btn, T=String("no"), AS=Name.Off, AP=states, F=4)
    unticked[Name.Rect] = Array([72, 350, 92, 370])
    hidden = annotation("Widget", FT=Name.Tx, T=String("trap"), V=String("secret"), F=2)
    hidden[Name.AP] = Dictionary(N=drawing(pdf, b"BT /Helv 20 Tf 10 40 Td (secret) Tj ET"))
    annotate(pdf, text, ticked, unticked, hidden)
    pdf.Root[Name.AcroForm] = Dictionary(Fields=pdf.pages[0].obj.Annots, DR=defaults, DA=String("/Helv 0 Tf 0 g"))
    if needs_appearances:
        pdf.Root.AcroForm[Name.NeedAppearances] = True
    pdf.Root.AcroForm[Name.CO] = Array([pdf.pages[0].obj.Annots[0]])
    text[Name.AA] = Dictionary(K=script(), C=script())
    return saved(pdf)


def form_unset() -> bytes:
    """The same form as a program leaves it that makes no appearances."""
    return form(needs_appearances=True)


def signature() -> bytes:
    pdf = plain()
    value = Dictionary(
        Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=Array([0, 1, 2, 3]), Contents=String("x")
    )
    field = annotation("Widget", FT=Name.Sig, T=String("sig"), V=pdf.make_indirect(value), F=4)
    field[Name.AP] = Dictionary(N=drawing(pdf, b"0 0 1 RG 5 5 190 90 re S"))
    annotate(pdf, field)
    pdf.Root[Name.AcroForm] = Dictionary(Fields=pdf.pages[0].obj.Annots, SigFlags=3)
    return saved(pdf)


def marks() -> bytes:
    """A stamp and a highlight to be seen, a note that is hidden, a popup, a stamp on a layer that is off."""
    pdf = plain()
    seen = annotation("Stamp", F=4, AP=Dictionary(N=drawing(pdf, b"1 0 0 rg 0 0 200 100 re f")))
    unseen = annotation("Text", F=2, AP=Dictionary(N=drawing(pdf, b"0 1 0 rg 0 0 200 100 re f")))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
    layered = annotation("Stamp", F=4, OC=layer, AP=Dictionary(N=drawing(pdf, b"0 0 0 rg 0 0 200 100 re f")))
    layered[Name.Rect] = Array([72, 100, 272, 200])
    annotate(pdf, seen, unseen, annotation("Popup"), layered)
    pdf.Root[Name.OCProperties] = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return saved(pdf)


def layers() -> bytes:
    """Two layers with usage events: one the events switch off, one they leave on."""
    content = b"/OC /LA BDC 1 0 0 rg 72 400 100 100 re f EMC /OC /LB BDC 0 0 1 rg 300 400 100 100 re f EMC\n"
    pdf = plain(content=HELLO + content)
    off = Dictionary(Type=Name.OCG, Name=String("Off"), Usage=Dictionary(View=Dictionary(ViewState=Name.OFF)))
    on = Dictionary(Type=Name.OCG, Name=String("On"), Usage=Dictionary(View=Dictionary(ViewState=Name.ON)))
    first, second = pdf.make_indirect(off), pdf.make_indirect(on)
    pdf.pages[0].obj.Resources[Name.Properties] = Dictionary(LA=first, LB=second)
    events = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([first, second]))
    default = Dictionary(ON=Array([first, second]), AS=Array([events]))
    pdf.Root[Name.OCProperties] = Dictionary(OCGs=Array([first, second]), D=default)
    return saved(pdf)


def locked() -> bytes:
    """Opens with "secret" only."""
    return saved(plain(), deterministic_id=False, encryption=pikepdf.Encryption(owner="owner", user="secret"))


def owner_locked() -> bytes:
    return saved(plain(), deterministic_id=False, encryption=pikepdf.Encryption(owner="owner", user=""))


# ---- bombs -----------------------------------------------------------------------------------------------------------


def _repeated(piece: bytes, times: int) -> bytes:
    squeeze = zlib.compressobj(9)
    block = piece * 1024
    return b"".join(squeeze.compress(block) for _ in range(times // 1024)) + squeeze.flush()


def content_bomb() -> bytes:
    """A content stream of 512 MB in less than 2 MB."""
    pdf = plain()
    pdf.pages[0].obj[Name.Contents] = Stream(
        pdf, _repeated(b"0 0 1 1 re f\n\n\n\n", 512 * 1024 * 64), Filter=Name.FlateDecode
    )
    return saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def double_bomb() -> bytes:
    """The same packed twice: some kilobytes."""
    pdf = plain()
    twice = zlib.compress(_repeated(b"0 0 1 1 re f\n\n\n\n", 512 * 1024 * 64), 9)
    filters = Array([Name.FlateDecode, Name.FlateDecode])
    pdf.pages[0].obj[Name.Contents] = Stream(pdf, twice, Filter=filters)
    return saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def nested_forms() -> bytes:
    """28 forms, each drawing the next one twice: 2^28 small squares."""
    pdf = plain(content=b"/X Do\n")
    inner = drawing(pdf, b"0 0 1 1 re f\n")
    for _ in range(28):
        inner = drawing(pdf, b"/X Do /X Do\n", Resources=Dictionary(XObject=Dictionary(X=inner)))
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=inner)
    return saved(pdf)


def form_loop() -> bytes:
    """A form that draws itself."""
    pdf = plain(content=b"/X Do\n")
    loop = drawing(pdf, b"/X Do /X Do\n")
    loop[Name.Resources] = Dictionary(XObject=Dictionary(X=loop))
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=loop)
    return saved(pdf)


def nested_patterns() -> bytes:
    """Patterns of tiny cells filled with patterns of tiny cells: nothing but drawing it tells that it never ends."""
    pdf = plain(content=b"/Pattern cs /P scn 0 0 595 842 re f\n")
    sizes = {"BBox": Array([0, 0, 500, 500]), "XStep": 0.01, "YStep": 0.01}
    kind = {"Type": Name.Pattern, "PatternType": 1, "PaintType": 1, "TilingType": 1}
    cell = pdf.make_stream(b"0.5 g 0 0 0.005 0.005 re f", **kind, **sizes, Resources=Dictionary())
    for _ in range(3):
        inside = Dictionary(Pattern=Dictionary(P=cell))
        cell = pdf.make_stream(b"/Pattern cs /P scn 0 0 500 500 re f", **kind, **sizes, Resources=inside)
    pdf.pages[0].obj.Resources[Name.Pattern] = Dictionary(P=cell)
    return saved(pdf)


def huge_picture() -> bytes:
    """32768 × 32768 dots in colour inside a PDF, 3 GB unpacked."""
    pdf = plain(content=b"q 595 0 0 842 0 0 cm /X Do Q\n")
    row = _repeated(b"\0" * 96, 1024 * 1024)
    picture = Stream(pdf, row, Type=Name.XObject, Subtype=Name.Image, Width=32768, Height=32768, BitsPerComponent=8)
    picture[Name.ColorSpace], picture[Name.Filter] = Name.DeviceRGB, Name.FlateDecode
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=picture)
    return saved(pdf, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def huge_png() -> bytes:
    """32768 × 32768 dots of one bit: 130 KB."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = (32768).to_bytes(4, "big") * 2 + b"\x01\x00\x00\x00\x00"
    rows = _repeated(b"\0" * 4097, 32768)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def huge_page() -> bytes:
    pdf = plain()
    pdf.pages[0].obj[Name.MediaBox] = Array([0, 0, 10**9, 10**9])
    return saved(pdf)


def many_pages() -> bytes:
    return saved(plain(20_000))


def many_marks() -> bytes:
    """3,000 pages, each with a stamp."""
    pdf = plain(3_000)
    look = drawing(pdf, b"1 0 0 rg 0 0 200 100 re f")
    for number in range(3_000):
        annotate(pdf, annotation("Stamp", F=4, AP=Dictionary(N=look)), page=number)
    return saved(pdf)


def page_loop() -> bytes:
    """A page tree whose branch holds the tree."""
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Type/Pages/Parent 2 0 R/Count 1/Kids[2 0 R]>>",
    )


def deep_arrays() -> bytes:
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 4 0 R>>",
        b"<</Font<</F1" + b"[" * 200_000 + b"]" * 200_000 + b">>>>",
    )


def long_chain() -> bytes:
    """5,000 fonts' worth of forms, each inside the one before: deeper than any recursion."""
    pdf = plain(content=b"/X Do\n")
    inner = drawing(pdf, b"0 0 1 1 re f\n")
    for _ in range(5_000):
        inner = drawing(pdf, b"/X Do\n", Resources=Dictionary(XObject=Dictionary(X=inner)))
    pdf.pages[0].obj.Resources[Name.XObject] = Dictionary(X=inner)
    return saved(pdf)


# ---- broken ----------------------------------------------------------------------------------------------------------


def empty() -> bytes:
    return b""


def zeros() -> bytes:
    return bytes(100_000)


def noise() -> bytes:
    state, out = 2463534242, bytearray()
    while len(out) < 50_000:  # xorshift: the same noise every time
        state ^= state << 13 & 0xFFFFFFFF
        state ^= state >> 17
        state ^= state << 5 & 0xFFFFFFFF
        out += state.to_bytes(4, "big")
    return bytes(out)


def noise_after_header() -> bytes:
    return b"%PDF-1.7\n" + noise()


def half_a_pdf() -> bytes:
    whole = saved(plain(20), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return whole[: len(whole) // 2]


def header_only() -> bytes:
    return b"%PDF-1.7\n%%EOF\n"


def no_pages() -> bytes:
    return saved(pikepdf.new())


def junk_before_header() -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + saved(plain())


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (600, 400), **options: object) -> bytes:
    """A picture with a dark left and a light right half."""
    made = Image.new("RGB", size, (250, 250, 240))
    made.paste((20, 40, 90), (0, 0, size[0] // 2, size[1]))
    out = io.BytesIO()
    made.convert(mode).save(out, kind, **options)
    return out.getvalue()


def png() -> bytes:
    """What somebody named ``scan.pdf``."""
    return picture()


def half_a_jpeg() -> bytes:
    whole = picture("JPEG", quality=95, size=(2000, 1500))
    return whole[: len(whole) // 2]


def wrong_types() -> bytes:
    """Every key of a page holds something of the wrong type."""
    return written(
        b"<</Type/Catalog/Pages 2 0 R/AcroForm 7/Names(x)/Outlines[1]/OCProperties<</D 3/OCGs(x)>>>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox(x)/CropBox[1 2 /a null]/Rotate/UserUnit/Resources[1]"
        b"/Contents 3 0 R/Annots[1 null(x)<</Subtype 4/Rect 5/AP 6/F(x)>><</Subtype/Stamp/AP<</N 3 0 R>>>>]/Group 9>>",
    )


HARMFUL: Mapping[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        javascript, launch, links, embedded_file, xfa, rich_media, external_stream, references,
        form, form_unset, signature, marks, layers, owner_locked,
    )
}  # fmt: skip
BROKEN: Mapping[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        locked, empty, zeros, noise, noise_after_header, half_a_pdf, header_only, no_pages, junk_before_header,
        png, half_a_jpeg, wrong_types, page_loop, deep_arrays, huge_page, form_loop, huge_png,
    )
}  # fmt: skip
BOMBS: Mapping[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (content_bomb, double_bomb, nested_forms, nested_patterns, huge_picture, many_pages, many_marks, long_chain)
}  # fmt: skip

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in (HARMFUL | BROKEN | BOMBS).items():
        (folder / name).write_bytes(make())
