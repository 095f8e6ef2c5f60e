"""The program with a window: opens cases, and builds the window again when language, theme or scale change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from talentpack import assets
from talentpack.app.words import words_for
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused
from talentpack.core.words import Words
from talentpack.gui.messages import Messages
from talentpack.gui.preferences import Preferences
from talentpack.gui.style import Style
from talentpack.gui.window.home import Home
from talentpack.gui.window.main import MainWindow

if TYPE_CHECKING:  # what a case needs is loaded with the first one, after the first paint
    from talentpack.gui.cases import Cases
    from talentpack.gui.desk import Desk

_QT_WORDS = {"zh_Hant": "qtbase_zh_TW", "zh_Hans": "qtbase_zh_CN"}
_KEYS = N_(
    "Ctrl+Enter continues. Ctrl+1 to Ctrl+9 go to a step. Ctrl+Z takes back, Ctrl+Y does it again. Ctrl+E shows "
    "eligibility. Ctrl+O opens, Ctrl+N starts, Ctrl+S saves. Ctrl and + or - change the size of text."
)

MakeMessages = Callable[[Words, Path, MainWindow], Messages]


class Application(QObject):
    """``now`` is the clock; ``messages`` makes who tells and asks, another one in tests."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        now: Callable[[], datetime],
        messages: MakeMessages = Messages,
    ) -> None:
        super().__init__()
        self._app, self._now, self._make_messages = app, now, messages
        self.preferences = preferences
        self.desk: Desk | None = None
        self._translator = QTranslator(self)
        self._style: Style | None = None
        self.window = MainWindow(self._may_leave)
        self.words: Words = words_for(preferences.language, assets.resources())
        self.messages = messages(self.words, Path.home(), self.window)
        self._connect()
        self._build()

    # Into a case, and out of it.

    def start(self) -> None:
        """A new case; it is kept nowhere until it is saved."""
        if self._may_leave():
            self._take(self._cases().new(self.messages.folder))

    def open(self, path: Path) -> None:
        """A case from its answers file; what is wrong with the file is told."""
        if not self._may_leave():
            return
        try:
            desk = self._cases().read(path)
        except Refused as refused:
            self.messages.tell(refused.problems)
            return
        self.messages.folder = path.parent
        self._take(desk)

    def open_example(self) -> None:
        """The example, as a case that is kept nowhere."""
        if self._may_leave():
            self._take(self._cases().example())

    def choose(self) -> None:
        path = self.messages.ask_open_file(line(N_("Open an answers file")))
        if path is not None:
            self.open(path)

    def go_home(self) -> None:
        if self._may_leave():
            self._forget()
            self._build()

    def prefer(self, preferences: Preferences) -> None:
        """Builds the window again in another language, theme or size; the case and its page stay."""
        self.preferences = preferences
        self._build()

    def leave(self) -> None:
        """Ends all work; the window is gone or going."""
        self._forget()

    # Within.

    def _cases(self) -> Cases:
        from talentpack.gui.cases import Cases  # noqa: PLC0415 - not before the first paint

        return Cases(self.words, self._now, self)

    def _take(self, desk: Desk) -> None:
        self._forget()
        self.desk = desk
        self._build()

    def _forget(self) -> None:
        if self.desk is not None:
            self.desk.close()
            self.desk.deleteLater()
            self.desk = None

    def _build(self) -> None:
        case = self.window.case
        page = case.stack.page if case is not None and case.desk is self.desk else ""
        self._speak()
        style = self.preferences.style(self._app)
        if style != self._style:
            self.window.clear()
            style.apply(self._app)
            self._style = style
        if self.desk is None:
            home = self._home(style)
            self.window.put(home)
            home.first.setFocus()
            return
        self.desk.words = self.words
        from talentpack.gui.cases import view as case_view  # noqa: PLC0415 - not before the first paint

        view = case_view(self.desk, style, self.messages)
        view.home.connect(self.go_home)
        self.window.put(view)
        if page:
            view.go(page)

    def _home(self, style: Style) -> Home:
        home = Home(self.words, style, self.messages, self.preferences)
        home.start.connect(self.start)
        home.example.connect(self.open_example)
        home.choose.connect(self.choose)
        home.preferred.connect(self.prefer)
        QTimer.singleShot(0, home, self._show_programme)
        return home

    def _show_programme(self) -> None:
        home = self.window.centralWidget()
        if isinstance(home, Home):
            from talentpack.gui.cases import card  # noqa: PLC0415 - not before the first paint

            home.show_programme(*card(self.words, self.preferences.style(self._app), self._now().date()))

    def _speak(self) -> None:
        """Our words and Qt's own in the language chosen."""
        language = self.preferences.language
        if self.words.language != language:
            self.words = words_for(language, assets.resources())
            self.messages.words = self.words
        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language in _QT_WORDS and self._translator.load(_QT_WORDS[language], folder):
            self._app.installTranslator(self._translator)

    def _scale(self, step: int) -> None:
        self.prefer(replace(self.preferences, scale=self.preferences.scaled(step)))

    def _follow_system(self) -> None:
        if self.preferences.theme == "system":
            self._build()

    def _help(self) -> None:
        self.messages.note(line(_KEYS))

    def _may_leave(self) -> bool:
        """Whether the open case is safe, or may be left unsaved."""
        desk = self.desk
        if desk is None:
            return True
        desk.finish()
        if desk.state not in ("unsaved", "failed"):
            return True
        answer = self.messages.ask_unsaved()
        if answer == "save" and self.window.case is not None:
            self.window.case.save_as()
            desk.finish()
            return desk.state == "saved"
        return answer == "leave"

    def _connect(self) -> None:
        self.window.opened.connect(self.open)
        self.window.choose.connect(self.choose)
        self.window.start.connect(self.start)
        self.window.scaled.connect(self._scale)
        self.window.help.connect(self._help)
        self.window.closing.connect(self.leave)
        self._app.styleHints().colorSchemeChanged.connect(self._follow_system)
