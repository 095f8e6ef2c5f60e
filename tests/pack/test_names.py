import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from talentpack.pack.names import LONGEST, distinct, safe

NASTY = st.sampled_from(
    ["CON", "nul", "Com1", "LPT³", "..", " ", ".", "/", "\\", "\u202e", "\u0000", "é", "e\u0301", "陳", "𠮷", "ﬁ"]
)
TEXTS = st.one_of(st.text(), st.lists(NASTY).map("".join), st.text(alphabet="陳大文 .", min_size=30, max_size=90))
DEVICES = {"CON", "PRN", "AUX", "NUL"} | {f"{port}{digit}" for port in ("COM", "LPT") for digit in "0123456789¹²³"}


@given(TEXTS, st.sampled_from(["", ".pdf", " (12).jpg"]))
def test_a_name_is_safe_on_every_system(text, extension):
    name = safe(text, extension)
    assert name.endswith(extension)
    assert len(name) > len(extension)
    assert len(name.encode()) <= LONGEST
    assert unicodedata.normalize("NFC", name) == name
    assert not set(name) & set('<>:"/\\|?*')
    assert all(unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in name)
    assert name.strip() == name
    assert not name.startswith(".")
    assert not name.endswith(".")
    assert name.split(".")[0].strip().upper() not in DEVICES


@given(TEXTS)
def test_a_safe_name_is_left_as_it_is(text):
    assert safe(safe(text)) == safe(text)


@given(st.lists(st.one_of(TEXTS, st.sampled_from(["Paper", "PAPER", "paper ", "Straße", "STRASSE"])), max_size=12))
def test_names_in_one_folder_differ_even_without_case(texts):
    taken = set()
    names = [distinct(text, ".pdf", taken) for text in texts]
    keys = {unicodedata.normalize("NFD", name).casefold() for name in names}
    assert len(keys) == len(texts)
    assert all(len(name.encode()) <= LONGEST for name in names)


def test_names_read_like_their_titles():
    assert safe("A1 Travel document - CHAN Tai Man", ".pdf") == "A1 Travel document - CHAN Tai Man.pdf"
    assert safe("護照 - 陳大文", ".pdf") == "護照 - 陳大文.pdf"
    assert safe('Report: "A/B"?') == "Report - 'A-B'-"
    taken = set()
    assert [distinct("Paper", ".pdf", taken) for _ in range(3)] == ["Paper.pdf", "Paper (2).pdf", "Paper (3).pdf"]
