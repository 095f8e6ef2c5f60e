"""Papers that act, reach outside, hide something, or only look as if."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from tests.hostile.blocks import HELLO, annotate, annotation, drawing, helvetica, plain, saved, script


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
