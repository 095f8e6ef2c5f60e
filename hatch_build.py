"""Compiles the catalogues: as a hatch build hook into the wheel, as a script into the checkout.

A ``.mo`` file is what gettext reads; only the ``.po`` sources are kept in the repository.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path("resources/locale")


def compile_catalogue(source: Path) -> bytes:
    """The bytes of the ``.mo`` file of one ``.po`` file."""
    with source.open("rb") as file:
        catalogue = read_po(file)
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def compile_all(root: Path) -> list[Path]:
    """Writes a ``.mo`` beside every ``.po`` below ``root`` and returns the paths written."""
    made = []
    for source in sorted((root / LOCALE).glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        target.write_bytes(compile_catalogue(source))
        made.append(target)
    return made


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves the type of its settings open
    """Compiles the catalogues before the resources, force-included as a folder, are put into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        compile_all(Path(self.root))


if __name__ == "__main__":
    compile_all(Path(__file__).resolve().parent)
