"""What a file may cost before it is refused, and telling the libraries so."""

from __future__ import annotations

import pi_heif
from pikepdf.settings import set_qpdf_limits
from PIL import Image

from talentpack.core.lines import Line
from talentpack.core.papers import Verdict

MAX_PIXELS = 60_000_000
"""Of a picture that comes as a file; a 600 dpi scan of A4 has 35 million."""
MAX_FRAME_PIXELS = 400_000_000
"""Of all pictures of one TIFF together."""
MAX_FRAMES = 500
MAX_PDF_PICTURE_DOTS = 1_000_000_000
MAX_PDF_PICTURE_BYTES = 400_000_000
"""Of one picture inside a PDF, unpacked."""
MAX_STREAM_BYTES = 64 << 20
"""Of anything inside a PDF that is not a picture, unpacked: page contents, fonts, colour profiles."""
MAX_PAGES = 10_000


class Unfit(Exception):  # noqa: N818 - it says what the file is, and is never a defect
    """Raised when a file cannot become a paper: the verdict on it and the reason a person reads."""

    def __init__(self, verdict: Verdict, reason: Line) -> None:
        self.verdict: Verdict = verdict
        self.reason = reason
        super().__init__(verdict)


def set_limits() -> None:
    """Binds qpdf, Pillow and libheif for the whole process; jobs call it first. qpdf has no limits by default."""
    set_qpdf_limits(
        doc_max_warnings=2_000,
        parser_max_container_size=1_000_000,
        max_stream_filters=6,
        dct_max_memory=MAX_PDF_PICTURE_BYTES,
        dct_max_progressive_scans=100,
        flate_max_memory=MAX_STREAM_BYTES,
        png_max_memory=MAX_STREAM_BYTES,
        run_length_max_memory=MAX_STREAM_BYTES,
        tiff_max_memory=MAX_STREAM_BYTES,
    )
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
