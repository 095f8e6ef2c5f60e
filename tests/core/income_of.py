"""Cases with incomes for tests of facts: records as an answers file has them, over the shipped figures."""

from __future__ import annotations

from datetime import date

from tests.core.case_of import DAY, rules

from talentpack.core.answers import Answers
from talentpack.core.case import Case


def salary(amount: str = "3000000", **fields: object) -> dict[str, object]:
    """A salary in Hong Kong for the year of assessment 2025/26; ``without=…`` takes answers away."""
    record: dict[str, object] = {
        "kind": "salary",
        "payer": "Harbour Data",
        "country": "HK",
        "amount": amount,
        "currency": "HKD",
        "from": "2025-04-01",
        "to": "2026-03-31",
        "basis": "tax_year",
        "taxable": True,
    }
    return _changed(record, fields)


def profit(amount: str = "3000000", **fields: object) -> dict[str, object]:
    """The profit of an own company, wholly held, in the accounting year 2025."""
    record = salary(amount, kind="business_profit", payer="Own Works")
    record |= {"from": "2025-01-01", "to": "2025-12-31", "share_percent": "100", "shares_held_whole_year": True}
    return _changed(record, fields)


def converted(amount: str, rate: str | None = "2", **fields: object) -> dict[str, object]:
    """A Mainland salary of the tax year 2025 with a complete rate."""
    record = salary(amount, country="CN", currency="CNY", from_="2025-01-01", to="2025-12-31")
    record |= {"rate": rate, "rate_date": "2026-01-02", "rate_source": "HKMA monthly average"}
    return _changed(record, fields)


def case_with(*incomes: dict[str, object], on: date = DAY, none: tuple[str, ...] = (), **answers: object) -> Case:
    """A case on route A; further answers with ``__`` for the slash."""
    values: dict = {name.replace("__", "/"): answer for name, answer in answers.items()}
    if incomes:
        values["income"] = [f"r{number}" for number, _ in enumerate(incomes, start=1)]
    for number, record in enumerate(incomes, start=1):
        values |= {f"income/r{number}/{name}": answer for name, answer in record.items()}
    if none:
        values["none"] = list(none)
    return Case(Answers(values), on, rules(), "A")


def _changed(record: dict[str, object], fields: dict[str, object]) -> dict[str, object]:
    changed = {**record, **{name.rstrip("_"): answer for name, answer in fields.items()}}
    return {name: answer for name, answer in changed.items() if answer is not None}
