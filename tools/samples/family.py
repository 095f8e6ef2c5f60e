"""A German marriage certificate with its sworn translation, and a birth certificate. Muster is German for specimen."""

from __future__ import annotations

from samples.scan import scanned_pdf
from samples.sheet import GREY, Sheet

TRANSLATOR = "Sabine BEISPIEL"


def marriage_certificate() -> bytes:
    sheet = Sheet("Eheurkunde")
    sheet.frame(42, 42, 511, 758, 1.4)
    sheet.text(297, 96, "Eheurkunde", 28, "serif bold", "centre")
    sheet.text(297, 122, "Standesamt Musterstadt", 13, "serif", "centre")
    sheet.text(297, 140, "Registernummer E 0/2015 (Muster)", 10.5, "serif", "centre")
    husband = [("Familienname", "CHAN"), ("Vornamen", "Siu Ming"), ("Geburtstag, Geburtsort", "11.02.1984, George Town, Penang, Malaysia"),
               ("Staatsangehörigkeit", "malaysisch")]  # fmt: skip
    wife = [("Familienname", "MUSTERMANN"), ("Geburtsname", "MUSTERMANN"), ("Vornamen", "Erika"),
            ("Geburtstag, Geburtsort", "12.08.1986, Musterstadt"), ("Staatsangehörigkeit", "deutsch")]  # fmt: skip
    y = 186.0
    for title, pairs in (("Ehemann", husband), ("Ehefrau", wife)):
        sheet.text(72, y, title, 13, "serif bold")
        y = sheet.pairs(72, y + 24, 170, pairs, 11, 21) + 12
    sheet.text(72, y, "Eheschließung", 13, "serif bold")
    y = sheet.pairs(
        72,
        y + 24,
        170,
        [("Tag", "17.07.2015"), ("Ort", "Musterstadt"), ("Namensführung", "Beide Ehegatten behalten ihren Namen.")],
        11,
        21,
    )
    sheet.text(72, y + 30, "Musterstadt, den 3. September 2026", 11)
    sheet.signature(80, y + 76, 14)
    sheet.text(72, y + 106, "Der Standesbeamte: Beispiel", 10.5)
    sheet.chop(430, y + 66, 54, "STANDESAMT MUSTERSTADT", "MUSTER")
    sheet.page()
    sheet.text(297, 110, "APOSTILLE", 20, "serif bold", "centre")
    sheet.text(297, 130, "(Convention de La Haye du 5 octobre 1961) — Muster", 10, "serif", "centre")
    lines = ("1. Land: Bundesrepublik Deutschland. Diese öffentliche Urkunde", "2. ist unterschrieben von Herrn Beispiel",
             "3. in seiner Eigenschaft als Standesbeamter", "4. sie ist versehen mit dem Siegel des Standesamts Musterstadt", "Bestätigt",
             "5. in Musterstadt", "6. am 9. September 2026", "7. durch die Bezirksregierung Musterland", "8. unter Nr. 000-Muster")  # fmt: skip
    sheet.frame(72, 150, 451, 300, 1)
    for number, line in enumerate(lines):
        sheet.text(92, 184 + number * 28, line, 11.5)
    sheet.chop(440, 400, 44, "BEZIRKSREGIERUNG MUSTERLAND", "MUSTER")
    return scanned_pdf(sheet.done(), "Eheurkunde", 200)


def marriage_translation() -> bytes:
    sheet = Sheet("certified translation of a marriage certificate")
    sheet.text(72, 70, "Certified translation from the German language", 9.5, "sans", colour=GREY)
    sheet.rule(72, 78, 451, 0.4)
    sheet.text(297, 116, "Marriage certificate", 22, "serif", "centre")
    sheet.text(297, 138, "Registry office of Musterstadt, register number E 0/2015 (specimen)", 11, "serif", "centre")
    husband = [
        ("Family name", "CHAN"),
        ("Given names", "Siu Ming"),
        ("Born", "11 February 1984, George Town, Penang, Malaysia"),
        ("Nationality", "Malaysian"),
    ]
    wife = [("Family name", "MUSTERMANN"), ("Name at birth", "MUSTERMANN"), ("Given name", "Erika"), ("Born", "12 August 1986, Musterstadt"),
            ("Nationality", "German")]  # fmt: skip
    marriage = [("Date", "17 July 2015"), ("Place", "Musterstadt"), ("Names", "Both spouses keep their names.")]
    y = 180.0
    for title, pairs in (("Husband", husband), ("Wife", wife), ("Marriage", marriage)):
        sheet.text(72, y, title, 12, "serif bold")
        y = sheet.pairs(72, y + 22, 120, pairs, 10.5, 19) + 10
    sheet.blocks(
        72,
        y + 6,
        451,
        (
            "Musterstadt, 3 September 2026. Registrar: (signed) Beispiel. [Round seal: Registry office of Musterstadt, specimen]",
        ),
        10.5,
    )
    sheet.page()
    texts = (
        (
            "Reverse of the certificate: Apostille (Convention de La Haye du 5 octobre 1961), specimen. 1. Country: Federal Republic of "
            "Germany. This public document 2. has been signed by Mr Beispiel 3. acting in the capacity of registrar 4. bears the seal of "
            "the registry office of Musterstadt. Certified 5. at Musterstadt 6. on 9 September 2026 7. by the regional government of "
            "Musterland 8. No. 000-Muster. [Seal and signature]"
        ),
        (
            "Translator's certificate. I, the undersigned, sworn in by the regional court of Musterland as a translator of the German and "
            "English languages, certify that the above is a true and complete translation into English of the German document of two pages "
            "shown to me in the original."
        ),
        "Musterstadt, 21 September 2026",
    )
    y = sheet.blocks(72, 96, 451, texts, 11)
    sheet.signature(80, y + 30, 17)
    sheet.rule(72, y + 50, 200, 0.3)
    sheet.text(72, y + 64, f"{TRANSLATOR}, sworn translator (specimen), No. 000", 10.5)
    sheet.chop(430, y + 40, 50, "SWORN TRANSLATOR GERMAN ENGLISH")
    return sheet.done()


def birth_certificate() -> bytes:
    sheet = Sheet("birth certificate")
    sheet.frame(40, 40, 515, 762, 1)
    sheet.text(297, 92, "Certificate of Birth", 24, "serif", "centre")
    sheet.text(
        297, 114, "Sijil Kelahiran · Specimen Registration Office, George Town, Penang", 10, "sans", "centre", GREY
    )
    child = [("Name of child", "CHAN Lena (陳樂娜)"), ("Sex", "Female"), ("Date and hour of birth", "14 June 2019, 08:40"),
             ("Place of birth", "Specimen Hospital, George Town, Penang"), ("Number", "SPECIMEN-BC-000614")]  # fmt: skip
    father = [("Name", "CHAN Siu Ming 陳小明"), ("Nationality", "Malaysian"), ("Date of birth", "11 February 1984")]
    mother = [("Name", "Erika MUSTERMANN"), ("Nationality", "German"), ("Date of birth", "12 August 1986")]
    y = 158.0
    for title, pairs in (("Child", child), ("Father", father), ("Mother", mother)):
        sheet.text(68, y, title, 13, "serif bold")
        y = sheet.pairs(68, y + 24, 160, pairs, 11, 22) + 12
    sheet.blocks(
        68,
        y + 10,
        459,
        (
            "Certified to be a true extract from the register of births kept in this office. Registered on 21 June 2019.",
        ),
        10.5,
    )
    sheet.signature(76, y + 90, 21)
    sheet.text(68, y + 120, "Registrar of births (specimen)", 10.5)
    sheet.chop(430, y + 90, 52, "SPECIMEN REGISTRATION OFFICE", "CONTOH")
    return scanned_pdf(sheet.done(), "birth certificate", 220)
