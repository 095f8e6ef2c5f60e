import pytest

from talentpack import assets
from talentpack.content.letters import read_letter
from talentpack.core.lines import Line
from talentpack.core.problems import Refused

LETTER = """
addressee = ["The Director"]
salutation = "Dear Sir or Madam"
subject = "{scheme}"
closing = "Yours faithfully"
enclosures = []
[[paragraph]]
side = "Income"
when = { route = "A" }
text = "My income was {claim:income.total}."
table = "income"
"""


def letter(tmp_path, text):
    path = tmp_path / "cover.toml"
    path.write_text(text, encoding="utf-8")
    return read_letter(path)


def test_a_letter_is_read(tmp_path):
    (paragraph,) = letter(tmp_path, LETTER).paragraphs
    assert paragraph.text == Line(template="My income was {claim:income.total}.", context="letters.cover.text")
    assert (paragraph.table, paragraph.per, paragraph.joins) == ("income", "", False)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('table = "income"', 'table = "degrees"', "data.value"),
        ('table = "income"', 'table = "income"\njoins = true', "data.wrong"),
        ('when = { route = "A" }', 'when = "A"', "data.type"),
        ('closing = "Yours faithfully"', "", "data.missing"),
        ("side =", "head =", "data.unknown_key"),
    ],
)
def test_what_is_wrong_is_refused(tmp_path, old, new, code):
    with pytest.raises(Refused, match=rf"{code} cover\.toml"):
        letter(tmp_path, LETTER.replace(old, new))


def test_the_shipped_letter_is_in_order():
    rule = read_letter(assets.resources() / "letters" / "cover.toml")
    assert len(rule.paragraphs) > 5
    assert "Tseung Kwan O" in "".join(each.template for each in rule.addressee)
