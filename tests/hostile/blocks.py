"""What hostile and broken PDFs are built from: a harmless document, and ways to put harm into it."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

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
