"""The store against a list: acts, typing, faults of the disk, crashes, reopening, copies, in any order."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import apsw
import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from msgspec.structs import replace
from tests.casefile.faulty import Faulty, faulty_disk
from tests.casefile.made import ABOUT, IN_MEMORY, action

from talentpack.casefile.store import Store
from talentpack.core.actions import Action, fold
from talentpack.core.answers import Answers
from talentpack.core.problems import Refused

VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5) | st.integers(-5, 5) | st.booleans(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=3,
)
AFTER = st.dictionaries(st.sampled_from(["phone", "income", "income__r1__amount"]), st.none() | VALUES, max_size=3)


class Model(RuleBasedStateMachine):
    disk: Faulty

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(dir=IN_MEMORY))
        self.path = self.home / "0" / "case.db"
        self.path.parent.mkdir()
        self.store = Store.create(self.path, ABOUT)
        self.kept: list[Action] = []
        self.made = 0

    def fresh(self, after: dict[str, object]) -> Action:
        self.made += 1
        return replace(action(len(self.kept) + 1, **after), uuid=f"u{self.made}")

    @rule(after=AFTER)
    def act(self, after: dict[str, object]) -> None:
        made = self.fresh(after)
        self.store.append(made)
        self.kept.append(made)

    @rule(after=AFTER)
    def type_on(self, after: dict[str, object]) -> None:
        if self.kept:
            self.kept[-1] = replace(self.kept[-1], changes=action(1, **after).changes)
            self.store.append(self.kept[-1])

    @rule(after=AFTER, calls=st.integers(0, 24), lasting=st.booleans(), typing=st.booleans(), full=st.booleans())
    def act_on_a_failing_disk(
        self, after: dict[str, object], calls: int, lasting: bool, typing: bool, full: bool
    ) -> None:
        made = self.fresh(after)
        if typing and self.kept:
            made = replace(self.kept[-1], changes=made.changes)
        self.disk.left, self.disk.lasting = calls, lasting
        self.disk.fault = apsw.FullError if full else apsw.IOError
        try:
            self.store.append(made)
        except Refused:
            return
        finally:
            self.disk.left = None
        self.kept[made.number - 1 :] = [made]

    @rule(number=st.integers(-1, 9))
    def out_of_turn(self, number: int) -> None:
        if number != len(self.kept) + 1:
            with pytest.raises(Refused):
                self.store.append(replace(self.fresh({"phone": "x"}), number=number))

    @rule()
    def reopen(self) -> None:
        """After a refusal the disk may hold what was refused: only the next act settles it. So act first."""
        self.act({"phone": "settled"})
        self.store.close()
        self.store = Store.open(self.path)

    @rule()
    def crash(self) -> None:
        """What another process finds when this one is gone: the files as they are, journal and all."""
        self.act({"phone": "settled"})
        there = self.home / str(self.made)
        shutil.copytree(self.path.parent, there)
        self.store.close()
        self.path = there / "case.db"
        self.store = Store.open(self.path)

    @rule()
    def somebody_else(self) -> None:
        with pytest.raises(Refused):
            Store.open(self.path)

    @rule()
    def go_on_with_a_copy(self) -> None:
        self.act({"phone": "settled"})
        there = self.home / str(self.made) / "case.db"
        there.parent.mkdir()
        self.store.copy_to(there)
        self.store.close()
        self.path = there
        self.store = Store.open(there)

    @invariant()
    def the_fold_is_the_same(self) -> None:
        assert list(self.store.actions()) == self.kept
        answers = Answers()
        for each in self.kept:
            answers = answers.after(each.changes)
        assert fold(self.store.actions()) == answers
        assert self.store.about() == ABOUT

    def teardown(self) -> None:
        self.disk.left = None
        self.store.close()
        shutil.rmtree(self.home)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the faults we raise, told by apsw
def test_the_store_is_a_list_that_survives() -> None:
    with faulty_disk() as disk:
        Model.disk = disk
        # Without shrinking: where there is no disk in memory every step waits for the real one.
        wanted = settings(settings.default, max_examples=40, stateful_step_count=20, phases=[Phase.generate])
        run_state_machine_as_test(Model, settings=wanted)
