from datetime import date

import pytest
from tests.content.folder import write

from talentpack.content.scheme import read_rules
from talentpack.content.sentences import lines
from talentpack.core import conditions
from talentpack.core.lines import Line
from talentpack.core.problems import Refused

WORDS = {"window": ("open", "late")}


def test_everything_is_read(tmp_path):
    rules = read_rules(write(tmp_path), WORDS)
    assert rules.scheme.id == "small"
    assert rules.scheme.best_of == {"B": "degree"}
    assert [entry.value for entry in rules.figures["income.threshold"].entries] == ["2000000", "2500000"]
    assert rules.figures["nationality.excluded"].on(date(2026, 1, 1)).value == ("AF", "CU")
    enough, window = rules.criteria
    assert (enough.fact, enough.by, enough.figure) == ("income.total", "at_least", "income.threshold")
    assert enough.not_met == Line(
        template="{n} item is short of {figure}.",
        plural="{n} items are short of {figure}.",
        context="criteria.income.enough.not_met",
    )
    assert window.words["late"].source == "card"
    assert window.concerns == conditions.Test(name="route", by="is", value="A")
    photo, notice = rules.proofs
    assert (photo.order, notice.order) == (2, 2)
    assert notice.when == conditions.All(
        parts=(conditions.Test(name="route", by="is", value="A"), conditions.Test(name="kind", by="is", value="salary"))
    )
    assert rules.slots["photo"].colour
    oxford, old = rules.universities
    assert oxford.country == "GB"
    assert oxford.aliases == ("Oxford University", "Oxon")
    assert old.ambiguous == ("OC", "Old")
    assert not old.on_list(date(2024, 1, 1))


def test_every_sentence_has_a_context(tmp_path):
    found = list(lines(read_rules(write(tmp_path), WORDS)))
    assert all(each.context for each in found)
    assert "criteria.window.words.late" in {each.context for each in found}
    assert "proofs.income_proof.title" in {each.context for each in found}


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "said"),
    [
        ("scheme.toml", "first_day", "frist_day", "data.unknown_key", "first_day"),
        ("scheme.toml", "2022-12-28", "20.5", "data.float", '"20.5"'),
        ("scheme.toml", 'B = "degree"', 'B = "degre"', "data.unknown", "degree"),
        ("scheme.toml", '"A scheme"', "A scheme", "data.toml", "quotation marks"),
        ("figures.toml", 'grade = "O"', 'grade = "o"', "data.value", "G, L, N, O, P, Q, S, own"),
        ("figures.toml", 'unit = "codes"', 'unit = "HKD"', "data.wrong", "2500000"),
        ("figures.toml", "from = 2022-12-28", "from = 2024-01-01", "data.wrong", "one entry a day"),
        ("figures.toml", 'source = "page"', 'source = "pgae"', "data.unknown", "page"),
        ("figures.toml", 'title = "Card"', 'title = " "', "data.wrong", "read"),
        ("criteria.toml", "income.threshold", "income.treshold", "data.unknown", "income.threshold"),
        ("criteria.toml", 'source = "page"', 'source = "card"', "data.grade", "advice"),
        ("criteria.toml", '["advice", "Late.", "card"]', '["not_met", "Late.", "card"]', "data.grade", "advice"),
        ("criteria.toml", 'late = ["advice", "Late.", "card"]', "", "data.missing", "late"),
        ("criteria.toml", "late =", "later =", "data.unknown", "late"),
        ("criteria.toml", 'met = "Enough: {figure}."', "", "data.wrong", "met and not_met"),
        ("criteria.toml", 'routes = ["A"]', 'routes = ["D"]', "data.unknown", "A, B"),
        ("criteria.toml", 'concerns = { route = "A" }', "concerns = { route = { atleast = 3 } }", "data.condition", "at_least"),
        ("criteria.toml", 'concerns = { route = "A" }', 'concerns = { route = "A", x = true }', "data.condition", "kind"),
        ("criteria.toml", 'id = "window"', 'id = "income.enough"', "data.wrong", "another id"),
        ("criteria.toml", 'fact = "income.total"', 'answer = "income.total"', "data.unknown", "figure"),
        ("criteria.toml", '"met", "Open."', '"mett", "Open."', "data.value", "words"),
        ("proofs.toml", 'slot = "papers"', 'slot = "paper"', "data.unknown", "papers"),
        ("proofs.toml", 'section = "B"', 'section = "Z"', "data.unknown", "A, B"),
        ("proofs.toml", 'accepts = "The notice."', "", "data.missing", "accepts"),
        ("portal.toml", '"JPEG"]', '"JPG"]', "data.value", "JPEG"),
        ("portal.toml", "max_files = 1", "max_files = 0", "data.wrong", "max_files"),
        ("portal.toml", "max_bytes = 5000000", 'max_bytes = "5 MB"', "data.type", "int"),
        ("universities.csv", "U.K.", "UK", "data.wrong", "countries"),
        ("universities.csv", "2024-01-01", "2021-01-01", "data.wrong", "delisted"),
        ("universities.csv", "2024-01-01", "1.1.2024", "data.wrong", "2026-01-01"),
        ("universities.csv", "name_en,", "name,", "data.wrong", "name_en"),
        ("universities.csv", "York,,", "York,Oxon,", "data.wrong", "ambiguous_aliases"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_refused_with_a_remedy(tmp_path, file, old, new, code, said):
    with pytest.raises(Refused) as refused:
        read_rules(write(tmp_path, file, old, new), WORDS)
    problems = [problem for problem in refused.value.problems if problem.code == code]
    assert problems, refused.value.problems
    texts = [problem.remedy.template.format(**problem.remedy.values) for problem in problems]
    assert any(said in text for text in texts), texts
    assert all(problem.ref.startswith(file) for problem in problems)


def test_all_problems_of_a_file_are_told_at_once(tmp_path):
    folder = write(tmp_path)
    text = (folder / "criteria.toml").read_text().replace("income.threshold", "nothing").replace('"late', '"x')
    (folder / "criteria.toml").write_text(text.replace('"card"]', '"crad"]'))
    with pytest.raises(Refused) as refused:
        read_rules(folder, WORDS)
    assert len(refused.value.problems) == 2


def test_a_missing_file_is_named(tmp_path):
    folder = write(tmp_path)
    (folder / "proofs.toml").unlink()
    with pytest.raises(Refused, match=r"data\.absent proofs\.toml"):
        read_rules(folder, WORDS)


def test_an_id_may_return_on_other_days(tmp_path):
    folder = write(tmp_path)
    text = (folder / "criteria.toml").read_text()
    later = text.replace("[criterion.words]", "from = 2026-01-01\n[criterion.words]").split("[[criterion]]")[2]
    (folder / "criteria.toml").write_text(
        text.replace("[criterion.words]", "until = 2026-01-01\n[criterion.words]") + "[[criterion]]" + later
    )
    assert [criterion.id for criterion in read_rules(folder, WORDS).criteria] == ["income.enough", "window", "window"]
