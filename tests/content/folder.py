"""A small scheme written into a folder, for tests that change one thing in it."""

from __future__ import annotations

from pathlib import Path

FIGURES = """
[source.page]
title = "Official page"
short = "Page"
address = "https://example.org/page"
grade = "O"
checked = 2026-11-22

[source.card]
title = "Card"
short = "Card"
address = "a card"
grade = "P"
checked = 2026-11-22

[[figure."income.threshold"]]
from = 2024-01-01
value = "2500000"
unit = "HKD"
source = "page"

[[figure."income.threshold"]]
from = 2022-12-28
value = "2000000"
unit = "HKD"
source = "page"

[[figure."nationality.excluded"]]
from = 2022-12-28
value = ["AF", "CU"]
unit = "codes"
source = "page"
"""

CRITERIA = """
[[criterion]]
id = "income.enough"
title = "Income"
routes = ["A"]
fact = "income.total"
at_least = "income.threshold"
met = "Enough: {figure}."
not_met = { one = "{n} item is short of {figure}.", other = "{n} items are short of {figure}." }
source = "page"

[[criterion]]
id = "window"
title = "Window"
fact = "window"
source = "page"
concerns = { route = "A" }
[criterion.words]
open = ["met", "Open."]
late = ["advice", "Late.", "card"]
"""

PROOFS = """
[[set]]
per = "applicant"
section = "A"
source = "page"
slot = "photo"

[[set.proof]]
id = "photo"
title = "Photograph"
accepts = "A recent one."
order = 2

[[set]]
per = "income"
section = "B"
source = "page"
slot = "papers"
when = { route = "A" }

[[set.proof]]
id = "income_proof"
when = { kind = "salary" }
title = "Notice: {payer}"
accepts = "The notice."
"""

PORTAL = """
[slot.photo]
title = "Photograph"
formats = ["JPEG"]
max_bytes = 5000000
max_files = 1
source = "card"
checked = 2026-07-16
colour = true

[slot.papers]
title = "Papers"
formats = ["PDF", "JPEG"]
max_bytes = 5000000
max_files = 5
source = "card"
checked = 2026-07-16
"""

SCHEME = """
title = "A scheme"
first_day = 2022-12-28
lists = ["income", "degree"]
[routes]
A = "A: income"
B = "B: degree"
[purposes]
entry = "Entry"
extension = "Extension"
[best_of]
B = "degree"
[sections]
A = "Identity"
B = "Income"
[countries]
"U.K." = "GB"
"""

UNIVERSITIES = """name_en,name_zh_hant,name_zh_hans,country_or_region,city,aliases,listed_since,delisted,sources,confidence,zh_from,listed_since_basis,ambiguous_aliases,notes
University of Oxford,牛津大學,牛津大学,U.K.,Oxford,Oxford University;Oxon,2022-12-28,,x,high,source,inferred,,
Old College,舊學院,旧学院,U.K.,York,,2022-12-28,2024-01-01,x,high,source,inferred,OC;Old,Left the list.
"""

FILES = {
    "figures.toml": FIGURES,
    "criteria.toml": CRITERIA,
    "proofs.toml": PROOFS,
    "portal.toml": PORTAL,
    "scheme.toml": SCHEME,
    "universities.csv": UNIVERSITIES,
}


def write(folder: Path, file: str = "", old: str = "", new: str = "") -> Path:
    """The scheme in ``folder/small``, with ``old`` replaced by ``new`` in one file."""
    target = folder / "small"
    target.mkdir(exist_ok=True)
    for name, text in FILES.items():
        if name == file:
            assert text.count(old) >= 1, f"{old!r} is not in {name}"
            text = text.replace(old, new, 1)  # noqa: PLW2901 - the one file that differs
        (target / name).write_text(text, encoding="utf-8")
    return target
