"""Reads `proofs.toml` (what is to be attached, in the official order) and `portal.toml` (the form's slots)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

from msgspec import field

from talentpack.content.conditions import joined, optional
from talentpack.content.sentences import Text, sentence
from talentpack.content.toml import Complaints, Raw, convert, problem, read, unknown
from talentpack.core.figures import Source
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused
from talentpack.core.rules import Per, ProofRule, Scheme, SlotRule

FILE = "proofs.toml"
PORTAL = "portal.toml"


class _Proof(Raw, frozen=True, kw_only=True):
    """``order`` is given where the exhibits of a section stand in another order than the official list."""

    id: str
    title: Text
    accepts: Text
    when: dict[str, Any] | None = None
    required: Literal["", "yes", "advised"] = ""
    parts: list[str] = []
    order: int | None = None
    section: str = ""
    slot: str = ""
    source: str = ""
    since: date | None = field(default=None, name="from")
    until: date | None = None


class _Set(Raw, frozen=True, kw_only=True):
    per: Per
    section: str
    source: str
    slot: str
    proof: list[Any]
    when: dict[str, Any] | None = None
    required: Literal["yes", "advised"] = "yes"


class _Slot(Raw, frozen=True, kw_only=True):
    title: Text
    formats: list[Literal["JPEG", "PDF", "GIF", "PNG", "TIF"]]
    max_bytes: int
    max_files: int
    source: str
    checked: date
    colour: bool = False


def read_slots(folder: Path, sources: Mapping[str, Source]) -> dict[str, SlotRule]:
    """The slots of the online form by id. Raises Refused with every problem of the file."""
    complaints = Complaints()
    slots: dict[str, SlotRule] = {}
    for slot_id, table in read(folder / PORTAL).get("slot", {}).items():
        with complaints.catching():
            slots[slot_id] = _slot(slot_id, table, sources)
    complaints.settle()
    return slots


def _slot(slot_id: str, table: Any, sources: Mapping[str, Source]) -> SlotRule:
    key = f"slot.{slot_id}"
    raw = convert(table, _Slot, PORTAL, key)
    if raw.source not in sources:
        raise Refused(unknown(PORTAL, f"{key}.source", raw.source, sources))
    if raw.max_bytes < 1 or raw.max_files < 1 or not raw.formats:
        what = line(N_("a slot takes at least one file of one format."))
        raise Refused(problem(PORTAL, key, what, line(N_("Write max_bytes, max_files and formats."))))
    return SlotRule(
        id=slot_id,
        title=sentence(raw.title, f"portal.{slot_id}.title"),
        formats=tuple(raw.formats),
        max_bytes=raw.max_bytes,
        max_files=raw.max_files,
        source=raw.source,
        checked=raw.checked,
        colour=raw.colour,
    )


def read_proofs(
    folder: Path, scheme: Scheme, sources: Mapping[str, Source], slots: Mapping[str, SlotRule]
) -> tuple[ProofRule, ...]:
    """The proofs in file order, which is the official order. Raises Refused with every problem of the file."""
    complaints = Complaints()
    proofs: list[ProofRule] = []
    for key, group, table in _tables(read(folder / FILE), complaints):
        with complaints.catching():
            proofs.append(_proof(group, table, key, len(proofs) + 1))
    for proof in proofs:
        for word, known in ((proof.source, sources), (proof.slot, slots), (proof.section, scheme.sections)):
            if word not in known:
                complaints.add(unknown(FILE, f"proof {proof.id}", word, set(known)))
    complaints.settle()
    return tuple(proofs)


def _tables(raw: dict[str, Any], complaints: Complaints) -> Iterator[tuple[str, _Set, Any]]:
    for index, table in enumerate(raw.get("set", [])):
        key = f"set[{index}]"
        with complaints.catching():
            group = convert(table, _Set, FILE, key)
            for proof in group.proof:
                named = proof.get("id", "?") if isinstance(proof, dict) else "?"
                yield f"{key}.{named}", group, proof


def _proof(group: _Set, table: Any, key: str, position: int) -> ProofRule:
    raw = convert(table, _Proof, FILE, key)
    when = joined(optional(group.when, FILE, f"{key}.when"), optional(raw.when, FILE, f"{key}.when"))
    context = f"proofs.{raw.id}"
    return ProofRule(
        id=raw.id,
        per=group.per,
        section=raw.section or group.section,
        slot=raw.slot or group.slot,
        title=sentence(raw.title, f"{context}.title"),
        accepts=sentence(raw.accepts, f"{context}.accepts"),
        source=raw.source or group.source,
        order=position if raw.order is None else raw.order,
        when=when,
        required=raw.required or group.required,
        parts=tuple(raw.parts),
        since=raw.since,
        until=raw.until,
    )
