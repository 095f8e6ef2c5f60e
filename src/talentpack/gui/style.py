"""How everything looks: colours, type and sizes by name, and the little of it that Qt takes as a style sheet.

A `Style` never changes: another theme, scale or language is another Style, and the window is built again with it.
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from talentpack import assets
from talentpack.gui.tokens import DARK, FAMILIES, HAN, LIGHT, ROLES, SHIPPED, SYSTEM, TYPE

# The shipped Han fonts have one weight, which Qt thickens from 700 on.
_BOLD, _HAN_BOLD = 600, 700


class Style:
    """``scale`` 1, 1.25 or 1.5. ``system``: the palette to use instead of our colours when the system asks for contrast."""

    def __init__(
        self, scale: float = 1.0, dark: bool = False, language: str = "en", system: QPalette | None = None
    ) -> None:
        self.scale = scale
        self.dark = dark
        self.language = language
        self.system = system
        self._fonts: dict[tuple[str, int], QFont] = {}
        self._colours: dict[str, QColor] = {}

    def __eq__(self, other: object) -> bool:
        said = ("scale", "dark", "language", "system")
        return isinstance(other, Style) and all(getattr(self, name) == getattr(other, name) for name in said)

    def __hash__(self) -> int:
        return hash((self.scale, self.dark, self.language))

    def px(self, size: float) -> int:
        """A size of the design in pixels of this window."""
        return round(size * self.scale)

    def colour(self, name: str) -> QColor:
        """A colour of `tokens`: ``text``, ``accent``, ``amber_soft`` … Raises KeyError for another name."""
        if name not in self._colours:  # delegates ask at every paint
            own = (DARK if self.dark else LIGHT)[name]
            self._colours[name] = QColor(own) if self.system is None else self.system.color(SYSTEM[name])
        return self._colours[name]

    def font(self, kind: str, weight: int = 0) -> QFont:
        """The type of `tokens`: ``title``, ``body``, ``hint`` … with another weight (400 or 600) where one is given."""
        if (kind, weight) not in self._fonts:
            self._fonts[kind, weight] = self._made(kind, weight)
        return self._fonts[kind, weight]

    def _made(self, kind: str, weight: int) -> QFont:
        size, own_weight = TYPE[kind]
        if kind == "group" and self.han:
            size += 1
        font = QFont()
        font.setFamilies([*FAMILIES, *HAN[self.language]])
        font.setPixelSize(self.px(size))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setWeight(
            QFont.Weight(_HAN_BOLD if self.han and (weight or own_weight) == _BOLD else weight or own_weight)
        )
        return font

    @property
    def han(self) -> bool:
        """Whether the window's language is Chinese."""
        return self.language != "en"

    def palette(self) -> QPalette:
        """For the application: what Fusion draws by itself."""
        if self.system is not None:
            return self.system
        palette = QPalette()
        for role, name in ROLES.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("border"))
        return palette

    def sheet(self) -> str:
        """The style sheet: `window.qss` with colours and sizes in their places (``$accent``, ``$px36``)."""
        folder = assets.resources() / "style"
        places = {name: self.colour(name).name() for name in LIGHT}
        sizes = {f"px{size}": f"{self.px(size)}px" for size in range(1, 65)}
        sign = self.px(16)  # radio and check box within their border; a radius above the half is ignored by Qt
        sizes |= {"sign": f"{sign}px", "sign_focus": f"{sign - 2}px", "sign_round": f"{(sign + 2) // 2}px"}
        theme = "dark" if self.dark else "light"
        files = {"icons": (assets.resources() / "icons").as_posix(), "theme": theme}
        return Template((folder / "window.qss").read_text("utf-8")).substitute(places | sizes | files)

    def apply(self, app: QApplication) -> None:
        """Fusion with our palette, font and sheet, for the whole application."""
        sheet = self.sheet()
        if sheet != app.styleSheet():  # every widget there is would be styled once more
            app.setStyle("Fusion")
            app.setPalette(self.palette())
            app.setStyleSheet(sheet)
        app.setFont(self.font("body"))


def load_fonts(folder: Path | None = None) -> None:
    """Makes the shipped fonts known to Qt. Raises FileNotFoundError when one is not there: then nothing can be read."""
    for name in SHIPPED:
        path = (folder or assets.resources() / "fonts") / name
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)
