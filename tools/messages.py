"""Collects every user-visible sentence into the catalogues: `make messages`.

From the source: literals marked ``N_("…")``; with a literal beside it as the next argument of ``.text(…)``, that is its
context; a pair of them (``template``/``plural`` of a Line, the two arguments of ``counted`` or ``several``, or a tuple of
two that count ``{n}``) is one plural message. From the data: every Line that `content` reads, under the context it was
given, and the names of the sources. Existing translations are kept, removed
sentences go; nothing is guessed (no fuzzy entries). Arguments choose the languages; without any, all.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from talentpack import assets
from talentpack.app.world import PURPOSES, SCHEMES, load
from talentpack.content.letters import read_letter
from talentpack.content.sentences import lines
from talentpack.content.timeline import read_timeline

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = {"zh_Hant": "zh_Hant_HK", "zh_Hans": "zh_Hans_CN"}


class Message(NamedTuple):
    """``plural`` empty: a message that does not count. ``place`` says where it stands, without a line number."""

    text: str
    plural: str
    context: str
    place: str


def marked(node: ast.expr | None) -> str | None:
    """The text of ``N_("…")``, None for anything else."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_":
        argument = node.args[0]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            return argument.value
        raise SystemExit(f"N_() takes one literal: line {node.lineno}")
    return None


def in_source(text: str, place: str) -> Iterator[Message]:
    """The marked messages of one Python file."""
    nodes = list(ast.walk(ast.parse(text)))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    taken: set[int] = set()
    for node in nodes:
        found = _with_plural_or_context(node, place) if isinstance(node, ast.Call) else _counting_pair(node, place)
        if found is not None:
            yield found[0]
            taken |= {id(part) for part in found[1]}
    for node in calls:
        single = marked(node)
        if single is not None and id(node) not in taken:
            yield Message(single, "", "", place)


def in_data() -> Iterator[Message]:
    """The sentences of forms, rules, timelines and letters, as the program reads them."""
    for scheme in SCHEMES:
        rules = load(scheme).rules
        for line in lines(read_timeline(assets.resources() / "schemes" / scheme, rules)):
            yield Message(line.template, line.plural, line.context, line.context)
        for purpose in PURPOSES:
            world = load(scheme, purpose)
            for line in (*lines(world.rules), *lines(world.forms)):
                yield Message(line.template, line.plural, line.context, line.context)
            for source in world.rules.sources.values():
                place = f"source.{source.id}"
                yield Message(source.title, "", f"{place}.title", place)
                yield Message(source.short, "", f"{place}.short", place)
                if not source.address.startswith("https://"):
                    yield Message(source.address, "", f"{place}.address", place)
    for path in sorted((assets.resources() / "letters").glob("*.toml")):
        for line in lines(read_letter(path)):
            yield Message(line.template, line.plural, line.context, line.context)


def collected() -> list[Message]:
    """All messages, source first, each once."""
    files = sorted((ROOT / "src").rglob("*.py"))
    source = [
        found for file in files for found in in_source(file.read_text("utf-8"), file.relative_to(ROOT).as_posix())
    ]
    return [message for message in (*source, *in_data()) if message.text]


def template(messages: list[Message]) -> Catalog:
    """A catalogue without translations."""
    catalogue = Catalog(charset="utf-8")
    for message in messages:
        key = (message.text, message.plural) if message.plural else message.text
        catalogue.add(key, locations=[(message.place, 0)], context=message.context or None)
    return catalogue


def update(language: str, messages: list[Message]) -> tuple[int, int]:
    """Rewrites one language's catalogue; returns how many messages there are and how many are not translated."""
    path = ROOT / "resources" / "locale" / language / "LC_MESSAGES" / "talentpack.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue = Catalog(locale=LANGUAGES[language], charset="utf-8")
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=LANGUAGES[language])
    catalogue.update(template(messages), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        if message.id and message.fuzzy:  # Babel carries a translation over where a sentence has begun to count
            message.flags.discard("fuzzy")
            message.string = ("",) if message.pluralizable else ""
    with path.open("wb") as file:
        file.write(header(language, str(catalogue.plural_forms)).encode())
        write_po(file, catalogue, width=110, omit_header=True, include_lineno=False, sort_output=True)
    listed = [message for message in catalogue if message.id]
    return len(listed), sum(not all(_strings(message.string)) for message in listed)


def header(language: str, plural_forms: str) -> str:
    """The catalogue's first entry, without a date: the same messages make the same file."""
    return f"""# Talentpack, {LANGUAGES[language]}. Collected by `make messages`; the translations are written here by hand.
msgid ""
msgstr ""
"Language: {LANGUAGES[language]}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def _strings(string: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (string or "",) if isinstance(string, str | None) else tuple(string)


def main() -> None:
    messages = collected()
    for language in sys.argv[1:] or LANGUAGES:
        total, missing = update(language, messages)
        print(f"{language}: {total} messages, {missing} not translated")


def _with_plural_or_context(node: ast.Call, place: str) -> tuple[Message, list[ast.expr]] | None:
    named = {keyword.arg: keyword.value for keyword in node.keywords}
    one, other = marked(named.get("template")), marked(named.get("plural"))
    if one and other:
        return Message(one, other, "", place), [named["template"], named["plural"]]
    if len(node.args) < 2:
        return None
    first, second = marked(node.args[0]), marked(node.args[1])
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if first and second and name.endswith(("counted", "several")):
        return Message(first, second, "", place), node.args[:2]
    if first and name == "text" and isinstance(node.args[1], ast.Constant):
        return Message(first, "", str(node.args[1].value), place), [node.args[0]]
    return None


def _counting_pair(node: ast.AST, place: str) -> tuple[Message, list[ast.expr]] | None:
    if not isinstance(node, ast.Tuple) or len(node.elts) != 2:
        return None
    one, other = (marked(part) for part in node.elts)
    if one and other and "{n}" in one and "{n}" in other:
        return Message(one, other, "", place), node.elts
    return None


if __name__ == "__main__":
    main()
