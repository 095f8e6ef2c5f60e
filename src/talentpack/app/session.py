"""One open case in memory: every act of the person makes an Action; the answers are the fold of all actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import uuid4

from msgspec.structs import replace

from talentpack.app.world import World
from talentpack.core.actions import Action, Kind, fold, redoable, reversal, undoable
from talentpack.core.answers import Answers, Change
from talentpack.core.kinds import canonical
from talentpack.core.lines import N_, line
from talentpack.core.problems import Refused, refuse
from talentpack.core.values import Plain

Clock = Callable[[], datetime]
Keep = Callable[[Action], None]


class Session:
    """A case being worked on. Every method that changes it returns the Action it made.

    ``clock`` dates the actions and ``actor`` names who acts; neither ever changes what the answers are. ``actions``
    are those a stored case has already. ``keep`` puts an action where it is safe, before it counts, and again, with
    the same number and uuid, while its typing goes on: when it raises, nothing has changed.
    """

    def __init__(
        self, world: World, clock: Clock, actor: str = "", actions: Sequence[Action] = (), keep: Keep | None = None
    ) -> None:
        self.world = world
        self._clock = clock
        self._actor = actor
        self._actions = list(actions)
        self._answers = fold(actions)
        self._keep = keep
        self._typing = ""

    @property
    def answers(self) -> Answers:
        return self._answers

    @property
    def actions(self) -> tuple[Action, ...]:
        return tuple(self._actions)

    def open(self, values: Mapping[str, Plain]) -> Action:
        """Takes in a whole set of answers (an answers file); opening is no act that undo would take back."""
        changes = (Change(address=address, before=None, after=value) for address, value in values.items())
        return self._act("open", changes)

    def answer(self, address: str, raw: object | None, *, going_on: bool = False) -> Action:
        """Sets an answer from what was typed or written; None means *don't know yet*.

        ``going_on``: the typing may not be at its end; all of it, until ``rest`` or another act, is one action. Raises
        Refused when no page asks this, or the value is not one of its kind.
        """
        change = self._change(address, self.canonical(address, raw))
        if going_on and self._typing == address:
            return self._retyped(change)
        action = self._act("answer", [change])
        self._typing = address if going_on else ""
        return action

    def rest(self) -> None:
        """The typing is at its end: what is typed next is another action."""
        self._typing = ""

    def add(self, listed: str) -> Action:
        """Adds an empty record to a list, which is then no longer said to be empty. Its id is new in the whole history."""
        ids = self._answers.ids(listed)
        if listed not in (*self.world.forms.lists(), "evidence", "not_applicable"):
            raise _no_question(listed)
        return self._act("add", [self._change(listed, [*ids, self.fresh_id(listed)]), *self._none(listed, said=False)])

    def say_empty(self, listed: str, said: bool) -> Action:
        """Says, or no longer says, that a list has no records (``none = ["job"]``). Raises Refused if it has some."""
        if listed not in self.world.forms.lists() or self._answers.ids(listed):
            raise _no_question(listed)
        return self._act("answer", self._none(listed, said=said))

    def move(self, listed: str, record: str, to: int) -> Action:
        """Moves a record to another place of its list; ``to`` counts from 0."""
        ids: list[Plain] = [each for each in self._answers.ids(listed) if each != record]
        ids.insert(to, record)
        return self._act("move", [self._change(listed, ids)])

    def remove(self, listed: str, record: str) -> Action:
        """Removes a record with its answers; evidence for it stays, unassigned, in the same action."""
        gone = f"{listed}/{record}"
        kept: list[Plain] = [each for each in self._answers.ids(listed) if each != record]
        changes = [self._change(listed, kept or None)]
        changes += [self._change(f"{gone}/{name}", None) for name in self._answers.below(gone)]
        changes += self._let_go(gone)
        return self._act("remove", changes)

    def attach(self, fields: Mapping[str, Plain]) -> Action:
        """Adds an evidence item; ``fields`` are canonical values by name (``file``, ``proof``, ``for`` …)."""
        record = self.fresh_id("evidence")
        changes = [self._change("evidence", [*self._answers.ids("evidence"), record])]
        changes += [self._change(f"evidence/{record}/{name}", value) for name, value in fields.items()]
        return self._act("attach", changes)

    def edit_evidence(self, record: str, fields: Mapping[str, Plain | None]) -> Action:
        """Changes an evidence item; None takes a field away. ``fields`` are canonical, as for ``attach``."""
        base = f"evidence/{record}"
        return self._act("edit_evidence", [self._change(f"{base}/{name}", value) for name, value in fields.items()])

    def set_aside(self, proof: str, target: str, reason: str) -> Action:
        """Says why a proof does not apply; an empty reason takes that back."""
        said = [each for each in self._answers.ids("not_applicable") if self._is_about(each, proof, target)]
        kept: list[Plain] = [each for each in self._answers.ids("not_applicable") if each not in said]
        changes = [
            self._change(f"not_applicable/{each}/{name}", None)
            for each in said
            for name in self._answers.below(f"not_applicable/{each}")
        ]
        if reason.strip():
            fresh = self.fresh_id("not_applicable")
            kept.append(fresh)
            fields: Mapping[str, Plain] = {"proof": proof, "for": [target], "reason": reason.strip()}
            changes += [self._change(f"not_applicable/{fresh}/{name}", value) for name, value in fields.items()]
        return self._act("answer", [self._change("not_applicable", kept or None), *changes])

    def undo(self) -> Action | None:
        """Takes back the newest act; None when there is none."""
        action = undoable(self._actions)
        return None if action is None else self._act("undo", reversal(action), action.number)

    def redo(self) -> Action | None:
        """Takes back the newest undo; None when an ordinary act came after it."""
        action = redoable(self._actions)
        return None if action is None else self._act("redo", reversal(action), action.number)

    def fresh_id(self, listed: str) -> str:
        """An id never used in this list, also not by a record since removed."""
        prefix = {"evidence": "e", "not_applicable": "n"}.get(listed, "r")
        used = {change.address.split("/")[1] for change in self._changes() if change.address.startswith(f"{listed}/")}
        used |= {str(each) for change in self._changes() if change.address == listed for each in _list(change.after)}
        return next(name for number in range(1, len(used) + 2) if (name := f"{prefix}{number}") not in used)

    def _changes(self) -> Iterable[Change]:
        return (change for action in self._actions for change in action.changes)

    def canonical(self, address: str, raw: object | None) -> Plain | None:
        """What ``answer`` would keep. Raises Refused as ``answer`` does."""
        if raw is None:
            return None
        question = self.world.forms.question(address)
        if question is None:
            raise _no_question(address)
        value = canonical(question, raw)
        if address == "filing_date" and isinstance(value, str):
            self.world.check_day(date.fromisoformat(value))
        return value

    def _none(self, listed: str, *, said: bool) -> list[Change]:
        """The change that names a list in ``none``, or takes it out; none when that is so already."""
        before = _list(self._answers.get("none"))
        after: list[Plain] = [each for each in before if each != listed] + ([listed] if said else [])
        return [] if (listed in before) is said else [self._change("none", after or None)]

    def _is_about(self, record: str, proof: str, target: str) -> bool:
        base = f"not_applicable/{record}"
        same = self._answers.get(f"{base}/for") in (None, target, [target])
        return same and self._answers.text(f"{base}/proof") == proof

    def _let_go(self, gone: str) -> list[Change]:
        """Evidence and pins that named what is removed no longer do."""
        changes = []
        for each in self._answers.ids("evidence"):
            base = f"evidence/{each}"
            targets = _list(self._answers.get(f"{base}/for"))
            if gone in targets:
                changes.append(self._change(f"{base}/for", [item for item in targets if item != gone] or None))
            pins = _list(self._answers.get(f"{base}/pins"))
            kept: list[Plain] = [pin for pin in pins if not _says(pin).startswith(f"{gone}/")]
            if len(kept) < len(pins):
                changes.append(self._change(f"{base}/pins", kept or None))
        return changes

    def _change(self, address: str, after: Plain | None) -> Change:
        return Change(address=address, before=self._answers.get(address), after=after)

    def _retyped(self, change: Change) -> Action:
        """The newest action with another end. Typed back to what it was before, it was none (in a stored case: empty)."""
        last = self._actions[-1]
        whole = Change(address=change.address, before=last.changes[0].before, after=change.after)
        action = replace(last, changes=(whole,), at=self._clock())
        if whole.before != whole.after:
            left = [self._safe(action)]
        else:
            left = [] if self._keep is None else [self._safe(replace(action, changes=()))]
            self.rest()
        self._actions[-1:] = left
        self._answers = self._answers.after([change])
        return action

    def _safe(self, action: Action) -> Action:
        if self._keep is not None:
            self._keep(action)
        return action

    def _act(self, kind: Kind, changes: Iterable[Change], reverses: int | None = None) -> Action:
        self.rest()
        action = Action(
            number=len(self._actions) + 1,
            uuid=str(uuid4()),
            at=self._clock(),
            actor=self._actor,
            kind=kind,
            changes=tuple(changes),
            reverses=reverses,
        )
        self._actions.append(self._safe(action))
        self._answers = self._answers.after(action.changes)
        return action


def _list(value: Plain | None) -> list[Plain]:
    return value if isinstance(value, list) else []


def _says(pin: Plain) -> str:
    return str(pin.get("says", "")) if isinstance(pin, dict) else ""


def _no_question(address: str) -> Refused:
    return refuse(
        "address.unknown",
        line(N_("No page asks {address}."), address=address),
        line(N_("Write an address as in an answers file, for example applicant.surname or income[0].amount.")),
        address,
    )
