"""Every hostile and broken file by name; each is made byte for byte the same every time.

``python -m tests.hostile.make FOLDER`` writes them out to be looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.hostile import bombs, broken, harm

Made = Mapping[str, Callable[[], bytes]]


def _named(*makers: Callable[[], bytes]) -> Made:
    return {maker.__name__: maker for maker in makers}


HARMFUL = _named(
    harm.javascript,
    harm.launch,
    harm.links,
    harm.embedded_file,
    harm.xfa,
    harm.rich_media,
    harm.external_stream,
    harm.references,
    harm.form,
    harm.form_unset,
    harm.signature,
    harm.marks,
    harm.layers,
    harm.owner_locked,
)
BROKEN = _named(
    harm.locked,
    broken.empty,
    broken.zeros,
    broken.noise,
    broken.noise_after_header,
    broken.half_a_pdf,
    broken.header_only,
    broken.no_pages,
    broken.junk_before_header,
    broken.png,
    broken.half_a_jpeg,
    broken.wrong_types,
    bombs.page_loop,
    bombs.deep_arrays,
    bombs.huge_page,
    bombs.form_loop,
    bombs.huge_png,
)
BOMBS = _named(
    bombs.content_bomb,
    bombs.double_bomb,
    bombs.nested_forms,
    bombs.nested_patterns,
    bombs.huge_picture,
    bombs.many_pages,
    bombs.many_marks,
    bombs.long_chain,
)

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in (HARMFUL | BROKEN | BOMBS).items():
        (folder / name).write_bytes(make())
