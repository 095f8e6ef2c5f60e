"""Honest papers for these tests: text, pictures, transparency, patterns, turned and cropped pages."""

from __future__ import annotations

import io

from PIL import Image
from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def photo(size=(300, 400), mode="RGB", seed=7):
    """Something with many tones, the same every time."""
    tones = bytes(number * number * seed % 251 for number in range(4099))
    dots = size[0] * size[1] * 3
    return Image.frombytes("RGB", size, (tones * (dots // len(tones) + 1))[:dots]).convert(mode)


def encoded(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def tax_paper(pages=3):
    """Drawn by reportlab: fonts, a soft mask, shadings, clipping, half-transparent shapes, a form used twice."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.beginForm("seal")
    canvas.setStrokeColor(Color(0.8, 0, 0))
    canvas.circle(50, 50, 40)
    canvas.endForm()
    see_through = photo((60, 60)).convert("RGBA")
    see_through.putalpha(Image.linear_gradient("L").resize((60, 60)))
    for number in range(1, pages + 1):
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(f"Year {2020 + number}", f"p{number}", level=0)
        canvas.bookmarkPage(f"d{number}")
        canvas.addOutlineEntry("Details", f"d{number}", level=1)
        canvas.setFont("Times-Roman", 18)
        canvas.drawString(72, 700, f"Income of the year {2020 + number}")
        canvas.linearGradient(72, 400, 300, 500, (Color(1, 0, 0), Color(0, 0, 1)), extend=False)
        canvas.drawImage(ImageReader(see_through), 300, 300, 200, 200, mask="auto")
        canvas.setFillColor(Color(0, 0.5, 0, alpha=0.4))
        canvas.rect(350, 350, 200, 200, fill=1)
        canvas.saveState()
        canvas.translate(100, 100)
        canvas.doForm("seal")
        canvas.translate(100, 0)
        canvas.doForm("seal")
        canvas.restoreState()
        canvas.linkURL("https://example.com", (72, 690, 300, 720))
        canvas.showPage()
    canvas.save()
    return out.getvalue()
