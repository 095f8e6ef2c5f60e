import pytest
from tests.core.made import case, rules

from talentpack.core.conditions import Test as Compare
from talentpack.core.conditions import Truth
from talentpack.core.look import looker
from talentpack.core.results import Missing


def fact(known):
    def asked(_):
        if isinstance(known, Missing):
            raise known
        return known

    return looker(case({}, rules()), {"rich": asked})


@pytest.mark.parametrize(
    ("known", "wanted", "truth"),
    [
        (True, True, Truth(True)),
        (False, True, Truth(False)),
        (False, False, Truth(True)),
        (True, False, Truth(False)),
        (None, False, Truth(None)),
        (Missing("income/r1/amount"), False, Truth(None, ("income/r1/amount",))),
    ],
)
def test_a_fact_is_compared_and_names_what_it_misses(known, wanted, truth):
    assert fact(known)(Compare(name="fact.rich", by="is", value=wanted)) == truth


def test_the_answers_of_an_extension_are_never_a_records_own():
    answers = {"dependant": ["r1"], "extension/basis": "business", "dependant/r1/extension/basis": "employment"}
    look = looker(case(answers, rules()).at("dependant", "r1"), {}, "dependant")
    assert look(Compare(name="extension.basis", by="is", value="business")) == Truth(True)
