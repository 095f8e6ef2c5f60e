"""What lies on top of a page: drawn into it where it was to be seen, left behind otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field

import pikepdf
from pikepdf import AcroForm, Annotation, Array, Dictionary, Name, Object, Page, Stream

from talentpack.core.papers import RemovedCode
from talentpack.evidence.resources import Copier

_HIDDEN = 2 | 32  # /F of an annotation: Hidden, NoView (ISO 32000-1, table 165)
_NOT_DRAWN = frozenset({"/Link", "/Popup"})
_COUNTED_BY_DETECTION = frozenset({"/Movie", "/Sound", "/Screen", "/RichMedia", "/3D", "/FileAttachment"})
_PREFIX = "/TpMark"
_LATIN = 0x100


@dataclass
class Overlay:
    """What one page's annotations become: forms and graphics states by resource name, and the content that uses them.

    ``undrawn`` tells that something might have been seen which has no appearance to draw.
    """

    forms: dict[str, Object] = field(default_factory=dict)
    states: dict[str, Object] = field(default_factory=dict)
    content: bytes = b""
    counts: dict[RemovedCode, int] = field(default_factory=dict)
    undrawn: bool = False

    @property
    def changes(self) -> bool:
        return bool(self.forms) or self.undrawn

    def count(self, code: RemovedCode) -> None:
        self.counts[code] = self.counts.get(code, 0) + 1


def overlay(page: Page, copier: Copier, form: AcroForm) -> Overlay:
    """Draws the page's visible annotations and form fields. Widgets must have their appearances (`appearances`)."""
    found = Overlay()
    for annotation in listed(page):
        subtype = str(annotation.get(Name.Subtype))
        if subtype in _NOT_DRAWN:
            continue
        if annotation.get_int("/F", 0) & _HIDDEN:
            found.count("hidden")
            continue
        is_drawn = _draw(annotation, page, copier, form, found)
        if subtype not in _COUNTED_BY_DETECTION:
            found.count("form" if subtype == "/Widget" else "annotation" if is_drawn else "comment")
    return found


def listed(page: Page) -> list[Object]:
    """The page's annotations that are dictionaries."""
    found = page.obj.get(Name.Annots)
    return [item for item in found if isinstance(item, Dictionary)] if isinstance(found, Array) else []


def appearances(pdf: pikepdf.Pdf, form: AcroForm) -> None:
    """Makes the appearances the file leaves to its reader: all when it says /NeedAppearances, else those missing.

    qpdf sets Latin letters only; a value in other letters keeps the appearance it has, and the comparison of the
    pages tells the person when that is not enough.
    """
    acroform = pdf.Root.get(Name.AcroForm)
    if not isinstance(acroform, Dictionary):
        return
    stale = acroform.get_bool("/NeedAppearances", False)
    for page in pdf.pages:
        for widget in form.get_widget_annotations_for_page(page):
            known = form.get_field_for_annotation(widget)
            if known.field_type in {"/Tx", "/Ch"} and (stale or Name.AP not in widget.obj):
                text = known.value_as_string
                if text and all(ord(letter) < _LATIN for letter in text):
                    known.generate_appearance(widget)


def _draw(annotation: Object, page: Page, copier: Copier, form: AcroForm, found: Overlay) -> bool:
    """Adds the annotation's appearance to ``found``, and tells whether it has one."""
    appearance = _appearance(annotation)
    if appearance is None:
        # A tick box that is not ticked has appearances, only none for its state: nothing was to be seen.
        found.undrawn = found.undrawn or not isinstance(annotation.get(Name.AP), Dictionary)
        return False
    name = f"{_PREFIX}{len(found.forms)}"
    sound = Name.BBox in appearance and Name.Rect in annotation
    content = Annotation(annotation).get_page_content_for_appearance(Name(name), page.rotation) if sound else b""
    copied = copier.take(appearance, "form")
    if not content or copied is None:
        found.undrawn = True
        return False
    _complete(copied, annotation, copier, form)
    found.forms[name] = copied
    found.content += _blended(annotation, content, found)
    return True


def _blended(annotation: Object, content: bytes, found: Overlay) -> bytes:
    """With the blend mode the annotation itself asks for (/BM, ISO 32000-2, table 166); most ask in their appearance."""
    mode = annotation.get(Name.BM)
    if not isinstance(mode, Name) or mode == Name.Normal:
        return content
    name = f"{_PREFIX}State{len(found.states)}"
    found.states[name] = Dictionary(Type=Name.ExtGState, BM=mode)
    return b"q %b gs\n%bQ\n" % (name.encode(), content)


def _appearance(annotation: Object) -> Object | None:
    stream = Annotation(annotation).get_appearance_stream(Name.N)
    return stream if isinstance(stream, Stream) else None


def _complete(copied: Object, annotation: Object, copier: Copier, form: AcroForm) -> None:
    """Gives the form what it had from elsewhere: the annotation's layer, the fonts of the document's form."""
    layer = copier.take(annotation.get(Name.OC), "property")
    if layer is not None:
        copied[Name.OC] = layer
    if annotation.get(Name.Subtype) == Name.Widget:
        defaults = form.get_field_for_annotation(Annotation(annotation)).default_resources
        _lend_fonts(copied, copier.take(defaults.get(Name.Font), "fonts") if _is_dictionary(defaults) else None)


def _is_dictionary(thing: object) -> bool:
    return isinstance(thing, Dictionary)


def _lend_fonts(copied: Object, fonts: Object | None) -> None:
    if not isinstance(fonts, Dictionary):
        return
    resources = copied.get(Name.Resources)
    own = dict(resources.items()) if isinstance(resources, Dictionary) else {}
    own_fonts = own.get("/Font")
    merged = dict(fonts.items()) | (dict(own_fonts.items()) if isinstance(own_fonts, Dictionary) else {})
    copied[Name.Resources] = Dictionary(own | {"/Font": Dictionary(merged)})
