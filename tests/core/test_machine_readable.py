"""Names as the machine-readable zone writes them."""

import pytest

from talentpack.core.machine_readable import zone


@pytest.mark.parametrize(
    ("surname", "given_names", "written"),
    [
        ("Chan", "Tai Man", "CHAN<<TAI<MAN"),
        ("Sukarno", "", "SUKARNO"),
        ("", "Sukarno", "SUKARNO"),
        ("Müller-O’Neil", "José María", "MUELLER<ONEIL<<JOSE<MARIA"),
        ("Smith Jr.", "Ann-Marie", "SMITH<JR<<ANN<MARIE"),
        ("Ægir", "Þór", "AEGIR<<THOR"),
        ("Weiß", "Søren", "WEISS<<SOEREN"),
        ("Nguyễn", "Văn Ánh", "NGUYEN<<VAN<ANH"),
        ("ＣＨＡＮ", "Ｔａｉ", "CHAN<<TAI"),
        ("Yıldız", "Łukasz", "YILDIZ<<LUKASZ"),
    ],
)
def test_latin_letters_are_written_as_the_standard_says(surname, given_names, written):
    assert zone(surname, given_names) == written


@pytest.mark.parametrize(
    ("surname", "given_names"), [("", ""), ("陳", ""), ("Chan", "大文"), ("Иванов", "Пётр"), ("R2", "")]
)
def test_other_scripts_have_no_reading(surname, given_names):
    assert zone(surname, given_names) == ""
