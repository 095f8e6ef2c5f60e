"""What an answers file says of the pages of a paper. A page number always means the original as taken in, from 1."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from talentpack.content.answers_tables import Reading
from talentpack.core.amounts import read_number
from talentpack.core.answers import Answers, to_address
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused
from talentpack.core.ranges import read_ranges
from talentpack.core.values import Plain

_TURNS = (0, 90, 180, 270)
_SIDES = 4


def read_pages(reading: Reading, value: Any, path: str, address: str) -> None:
    """``"3,1-2"``: that order, the rest left out."""
    text = "".join(value.split()) if isinstance(value, str) else ""
    try:
        read_ranges(text)
    except ValueError:
        remedy = line(N_('Write page numbers of the file, each once, for example "1-3,5".'))
        reading.add("answers.pages", path, line(N_("these are no page ranges.")), remedy)
    else:
        reading.values[address] = text


def read_turns(reading: Reading, value: Any, path: str, address: str) -> None:
    """``{ 3 = 90 }``: clockwise, by page."""
    if isinstance(value, dict) and all(_is_page(page) and turn in _TURNS for page, turn in value.items()):
        turns: dict[str, Plain] = {page: turn for page, turn in value.items() if turn}
        if turns:
            reading.values[address] = turns
        return
    remedy = line(N_("Write pages with 90, 180 or 270, for example {example}."), example="{ 3 = 90 }")
    reading.add("answers.rotate", path, line(N_("these are no turns of pages.")), remedy)


def read_redactions(reading: Reading, value: Any, path: str, address: str) -> None:
    """``[{ page = 1, box = [left, bottom, right, top] }]`` in points from the lower left of the page as it is seen."""
    boxes = [_redaction(each) for each in value] if isinstance(value, list) else [None]
    if None in boxes:
        remedy = line(N_("Write {example}, in points."), example="[{ page = 1, box = [72, 700, 300, 720] }]")
        reading.add("answers.redact", path, line(N_("these are no boxes to redact.")), remedy)
    elif boxes:
        reading.values[address] = [each for each in boxes if each]


def _redaction(value: Any) -> dict[str, Plain] | None:
    if not isinstance(value, dict) or value.keys() != {"page", "box"} or not _is_number(value["page"]):
        return None
    box = value["box"]
    if not isinstance(box, list) or len(box) != _SIDES:
        return None
    try:
        sides = [read_number(str(side), money=False) for side in box if type(side) in (int, str)]
    except ValueError:
        return None
    left, bottom, right, top = (Decimal(side) for side in sides) if len(sides) == _SIDES else (Decimal(0),) * _SIDES
    if not (left < right and bottom < top):
        return None
    return {"page": value["page"], "box": list(sides)}


def read_pins(reading: Reading, value: Any, path: str, address: str) -> None:
    """``[{ page = 2, says = "income[0].amount" }]``: that page shows that answer."""
    if not isinstance(value, list):
        reading.wrong_type(path, N_("a list of pins, each a table with page and says"))
        return
    pins: list[Plain] = []
    for index, pin in enumerate(value):
        place = f"{path}[{index}]"
        if not isinstance(pin, dict) or pin.keys() != {"page", "says"} or not _is_number(pin["page"]):
            reading.wrong_type(place, N_('a pin: page, from 1, and says, a text such as "income[0].amount"'))
        elif says := _says(reading, pin["says"], place):
            pins.append({"page": pin["page"], "says": says})
    if pins:
        reading.values[address] = pins


def _says(reading: Reading, written: Any, path: str) -> str:
    """The address of a question of this case; empty, and a problem, for anything else."""
    known = Answers(reading.values)
    try:
        address = to_address(known, written) if isinstance(written, str) else ""
    except Refused:
        address = ""
    listed, _, rest = address.partition("/")
    there = listed not in reading.forms.lists() or rest.split("/")[0] in known.ids(listed)
    if address and there and reading.forms.question(address) is not None:
        return address
    remedy = line(N_('Write an answer of this file, for example "income[0].amount"; the first record is 0.'))
    reading.add("answers.nowhere", path, line(N_("the pin points nowhere.")), remedy)
    return ""


def _is_page(text: str) -> bool:
    return text.isascii() and text.isdigit() and not text.startswith("0")


def _is_number(value: Any) -> bool:
    return type(value) is int and value > 0
