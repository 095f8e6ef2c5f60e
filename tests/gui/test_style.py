from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talentpack import assets
from talentpack.gui import icons
from talentpack.gui.style import Style, load_fonts
from talentpack.gui.tokens import DARK, LIGHT, TYPE

SURFACES = ("list", "panel", "page", "field", "selected", "hover")
TINTS = ("green_soft", "amber_soft", "red_soft", "accent_soft")


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style, one: str, other: str) -> float:
    low, high = sorted(luminance(style.colour(name)) for name in (one, other))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_everything_can_be_read(dark: bool) -> None:
    style = Style(dark=dark)
    assert min(contrast(style, "text", each) for each in SURFACES + TINTS) >= 7
    assert min(contrast(style, "muted", each) for each in SURFACES + TINTS) >= 4.5
    assert min(contrast(style, "border", each) for each in SURFACES[:4]) >= 3
    assert min(contrast(style, "accent", each) for each in SURFACES + TINTS) >= 4.5
    assert contrast(style, "on_accent", "accent") >= 4.5
    for tone in ("green", "amber", "red"):
        assert min(contrast(style, tone, each) for each in ("page", "panel", f"{tone}_soft")) >= 4.5


def test_both_themes_have_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)
    assert Style().colour("accent").name().upper() == "#2556CC"


def test_where_the_system_asks_for_contrast_its_own_colours_stand() -> None:
    system = QPalette()
    system.setColor(QPalette.ColorRole.WindowText, QColor("#00ff00"))
    style = Style(system=system)
    assert all(style.colour(name).isValid() for name in LIGHT)
    assert style.colour("red") == QColor("#00ff00")
    assert "#c2252b" not in style.sheet()


def test_the_shipped_fonts_are_used(qapp: QApplication) -> None:
    load_fonts()
    for kind, (size, weight) in TYPE.items():
        shown = QFontInfo(Style(1.5).font(kind))
        assert (shown.family(), shown.weight(), shown.pixelSize()) == ("Inter", weight, round(size * 1.5))


def test_a_font_that_is_not_there_is_no_small_matter(tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.captureExceptions(), pytest.raises(FileNotFoundError):
        load_fonts(tmp_path)


def test_sizes_follow_the_scale() -> None:
    assert [Style(scale).px(36) for scale in (1, 1.25, 1.5)] == [36, 45, 54]
    assert "min-height: 51px" in Style(1.5).sheet()


def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    style = Style()
    names = [
        path.stem
        for path in (assets.resources() / "icons").glob("*.svg")
        if not path.stem.endswith(("-light", "-dark"))
    ]
    assert {name for name, _ in (*icons.OUTCOMES.values(), *icons.STATUSES.values())} <= set(names)
    for name in names:
        image = icons.picture(style, name, "red").toImage()
        inked = {
            image.pixelColor(x, y).name() for x in range(20) for y in range(20) if image.pixelColor(x, y).alpha() == 255
        }
        assert style.colour("red").name() in inked, name
