"""What an employer writes: a letter, a bonus statement out of a staff portal (with a script), a stock-option award."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from samples.sheet import GREY, Sheet

FIRM = "Shenzhen Specimen Robotics Co., Ltd."
PARENT = "Berg & Söhne <Holding> AG"
INK = (0.1, 0.25, 0.45)


def letterhead(sheet: Sheet, name: str, second: str, address: str) -> None:
    above, below = address.split("|")
    sheet.text(72, 66, name, 15, "bold", colour=INK)
    sheet.text(72, 83, second, 10.5, "sans", colour=INK)
    sheet.text(523, 66, above, 8, "sans", "right", GREY)
    sheet.text(523, 78, below, 8, "sans", "right", GREY)
    sheet.rule(72, 94, 451, 1.2, INK)


def employer_letter() -> bytes:
    sheet = Sheet("employer's letter")
    letterhead(sheet, FIRM, "深圳样本机器人有限公司", "0 Example Road, Nanshan, Shenzhen|Telephone (86) 000 0000 0000")
    sheet.text(72, 130, "6 November 2026", 10.5)
    sheet.text(72, 162, "To whom it may concern", 10.5)
    sheet.text(72, 192, "Employment of Mr CHAN Siu Ming 陳小明 (passport of Malaysia S00000001)", 11, "serif bold")
    texts = (
        (
            "We confirm that Mr Chan has been employed by this company full time, without interruption, since 1 March 2021. "
            "Until 31 December 2022 he was Senior Control Engineer; since 1 January 2023 he has been Head of Motion Control. "
            "Since 1 March 2026 he has carried out his duties from Penang, Malaysia."
        ),
        (
            "In the calendar year 2025 the company paid him a salary of CNY 1,488,000.00 (CNY 124,000.00 a month) and an annual bonus "
            "of CNY 420,000.00. Both were subject to individual income tax, which the company withheld and paid."
        ),
        (
            f"Mr Chan also takes part in the share option plan of our parent company, {PARENT}. What he gained under the plan in 2025 "
            "is stated in that company's own certificate."
        ),
        "Mr Chan leads a group of 34 engineers and reports to the general manager. His contract has no fixed term.",
        "This letter is issued at Mr Chan's request for his application to the Immigration Department of Hong Kong.",
    )
    y = sheet.blocks(72, 222, 451, texts, 10.5)
    sheet.text(72, y + 14, "Yours faithfully,", 10.5)
    sheet.signature(76, y + 50, 3)
    sheet.rule(72, y + 66, 180, 0.3)
    sheet.text(72, y + 80, "FAN Li Tse 范例子", 10.5, "serif bold")
    sheet.text(72, y + 95, "Director of Human Resources", 10.5)
    sheet.chop(390, y + 66, 52, "深圳样本机器人有限公司人事专用章")
    sheet.page()
    letterhead(
        sheet,
        FIRM,
        "深圳样本机器人有限公司",
        "0 Example Road, Nanshan, Shenzhen|Annex to the letter of 6 November 2026",
    )
    sheet.text(72, 130, "Payments in the calendar year 2025 (CNY)", 12, "serif bold")
    rows = [["Month", "Salary", "Annual bonus"], *([f"{month:02}/2025", "124,000.00", "420,000.00" if month == 12 else "–"] for month in range(1, 13)),
            ["Total", "1,488,000.00", "420,000.00"]]  # fmt: skip
    sheet.table(72, 148, (150, 150, 151), rows, (1, 2), (0, 13), 10, 21)
    return sheet.done()


def bonus_statement() -> bytes:
    sheet = Sheet("annual bonus statement 2025")
    letterhead(sheet, FIRM, "深圳样本机器人有限公司", "Staff portal|Printed 20 January 2026")
    sheet.text(72, 132, "Annual bonus statement 2025", 18)
    pairs = [("Employee", "CHAN Siu Ming 陳小明"), ("Staff number", "000-0421"), ("Post", "Head of Motion Control"),
             ("Paid on", "24 December 2025"), ("Bank", "Specimen Bank, Shenzhen, account ending 0000")]  # fmt: skip
    y = sheet.pairs(72, 166, 110, pairs, 10.5, 20)
    rows = [["Item", "CNY"], ["Company result, 2025", "210,000.00"], ["Personal objectives, 2025", "178,000.00"], ["Patent award", "32,000.00"],
            ["Annual bonus before tax", "420,000.00"], ["Individual income tax withheld", "102,340.00"], ["Paid out", "317,660.00"]]  # fmt: skip
    y = sheet.table(72, y + 14, (300, 151), rows, (1,), (0, 4, 6), 10, 22)
    sheet.frame(72, y + 30, 150, 26, 0.8, INK)
    sheet.text(147, y + 47, "Open in the staff portal", 10, "bold", "centre", INK)
    return with_actions(sheet.done(), (72, sheet.height - y - 56, 222, sheet.height - y - 30))


def with_actions(pdf: bytes, button: tuple[float, float, float, float]) -> bytes:
    """What such portals really put into a printout: a script that runs on opening, and a button that starts a program."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        script = Dictionary(S=Name.JavaScript, JS="app.alert('SPECIMEN: this statement is fictitious.');")
        document.Root.OpenAction = script
        document.Root.Names = Dictionary(
            JavaScript=Dictionary(Names=Array(["greeting", document.make_indirect(script)]))
        )
        launch = Dictionary(S=Name.Launch, F=Dictionary(Type=Name.Filespec, F="staff-portal-specimen"))
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(edge, 2) for edge in button]),
            Border=Array([0, 0, 0]),
            A=launch,
        )
        document.pages[0].Annots = document.make_indirect(Array([document.make_indirect(link)]))
        document.save(out, deterministic_id=True)
    return out.getvalue()


def stock_options() -> bytes:
    sheet = Sheet("stock-option certificate")
    for inset, thick in ((36, 2.4), (42, 0.6)):
        sheet.frame(inset, inset, sheet.width - 2 * inset, sheet.height - 2 * inset, thick, INK)
    sheet.text(297, 130, PARENT, 22, "serif bold", "centre", INK)
    sheet.text(
        297, 150, "0 Beispielstraße, Musterstadt · commercial register SPECIMEN HRB 000000", 9, "sans", "centre", GREY
    )
    sheet.text(297, 220, "Certificate of Stock Option Award", 24, "serif", "centre")
    sheet.text(297, 262, "This certifies that", 11, "serif", "centre")
    sheet.text(297, 296, "CHAN Siu Ming 陳小明", 18, "serif", "centre")
    texts = (
        (
            "was granted, on 2 May 2022, under the Share Option Plan 2022 of the company, options on 8,000 (eight thousand) ordinary "
            "shares at an exercise price of USD 8.20 a share."
        ),
        (
            "One half of the options vests on 2 May 2024, one quarter on 2 May 2025 and one quarter on 2 May 2026. Options may be "
            "exercised until 1 May 2032 while the holder is employed by the company or by one of its subsidiaries."
        ),
        "The shares are listed on the Specimen Exchange under the sign SPCM.",
    )
    sheet.blocks(110, 340, 375, texts, 11)
    sheet.signature(120, 640, 8)
    sheet.rule(110, 660, 150, 0.3)
    sheet.text(110, 674, "Dr. Max MUSTERMANN, board of management", 9, "sans")
    sheet.chop(420, 640, 54, "BERG & SÖHNE <HOLDING> AG")
    sheet.page()
    exercise(sheet)
    return sheet.done()


def exercise(sheet: Sheet) -> None:
    letterhead(sheet, PARENT, "Share Option Plan 2022", "0 Beispielstraße, Musterstadt|Statement for the year 2025")
    sheet.text(72, 136, "Statement of options exercised in 2025", 18)
    pairs = [
        ("Holder", "CHAN Siu Ming 陳小明"),
        ("Employer", FIRM),
        ("Certificate", "SPECIMEN-OPT-0421"),
        ("Day of exercise", "17 June 2025"),
    ]
    y = sheet.pairs(72, 170, 110, pairs, 10.5, 20)
    rows = [["Item", "Figure"], ["Options exercised", "5,000"], ["Closing price on the day of exercise, USD", "27.50"], ["Exercise price, USD", "8.20"],
            ["Gain a share, USD", "19.30"], ["Value gained: 5,000 × 19.30, USD", "96,500.00"]]  # fmt: skip
    y = sheet.table(72, y + 14, (310, 141), rows, (1,), (0, 5), 10, 22)
    texts = (
        (
            "The value gained is income from employment. It was reported to the employer, which withheld individual income tax on it "
            "in the Mainland of China for the tax year 2025."
        ),
        "Options left after the exercise: 3,000, of which 1,000 had vested on 31 December 2025.",
    )
    sheet.blocks(72, y + 30, 451, texts, 10.5)
    sheet.signature(76, y + 150, 8)
    sheet.rule(72, y + 168, 150, 0.3)
    sheet.text(72, y + 182, "Plan office, 15 January 2026", 9.5, "sans")
