"""Audited accounts of an invented company: twelve pages with an outline of their own, each statement agreeing with the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.accounts_words import AUDITOR, DIRECTORS, DUTIES, FIRM, NOTES_1, NOTES_2, NOTES_3, OPINION
from samples.sheet import GREY, Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

YEAR = "for the year ended 31 December 2025"
WIDTHS = (245, 40, 83, 83)
Row = tuple[str, str, int | None, int | None]

INCOME: tuple[Row, ...] = (
    ("Revenue", "4", 6420000, 5890000), ("Cost of sales", "", -4310000, -3985000), ("Gross profit", "", 2110000, 1905000),
    ("Other income", "", 24000, 18000), ("Administrative expenses", "", -842000, -806000),
    ("Distribution expenses", "", -206000, -198000), ("Finance costs", "", -60000, -63000),
    ("Profit before tax", "5", 1026000, 856000), ("Tax expense", "6", -246000, -205000),
    ("Profit for the year", "", 780000, 651000), ("Other comprehensive income", "", None, None),
    ("Total comprehensive income for the year", "", 780000, 651000),
)  # fmt: skip
POSITION: tuple[Row, ...] = (
    ("Plant and equipment", "", 412000, 354000), ("Right of use of premises", "", 96000, 130000), ("Non-current assets", "", 508000, 484000),
    ("Inventories", "", 688000, 592000), ("Trade and other receivables", "", 914000, 786000), ("Cash and bank balances", "", 1204000, 986000),
    ("Current assets", "", 2806000, 2364000), ("Total assets", "", 3314000, 2848000),
    ("Share capital", "8", 500000, 500000), ("Retained earnings", "", 1646000, 1166000), ("Equity", "", 2146000, 1666000),
    ("Bank loan", "9", 132000, 200000), ("Lease liability", "", 98000, 134000), ("Trade and other payables", "", 862000, 788000),
    ("Tax payable", "", 76000, 60000), ("Total liabilities", "", 1168000, 1182000), ("Total equity and liabilities", "", 3314000, 2848000),
)  # fmt: skip
CASH: tuple[Row, ...] = (
    ("Profit before tax", "", 1026000, 856000), ("Depreciation", "5", 118000, 112000), ("Finance costs", "", 60000, 63000),
    ("Before changes in working capital", "", 1204000, 1031000), ("Inventories", "", -96000, -41000), ("Receivables", "", -128000, -77000),
    ("Payables", "", 74000, 52000), ("Tax paid", "", -230000, -198000), ("Net cash from operating activities", "", 824000, 767000),
    ("Purchase of plant and equipment", "", -142000, -95000), ("Repayment of bank loan", "", -68000, -68000),
    ("Payment of lease liability", "", -36000, -34000), ("Interest paid", "", -60000, -63000), ("Dividend paid", "", -300000, -250000),
    ("Net increase in cash", "", 218000, 257000), ("Cash at 1 January", "", 986000, 729000), ("Cash at 31 December", "", 1204000, 986000),
)  # fmt: skip
CONTENTS = (
    ("Directors' report", 3), ("Independent auditors' report", 4), ("Statement of comprehensive income", 6),
    ("Statement of financial position", 7), ("Statement of changes in equity", 8), ("Statement of cash flows", 9),
    ("Notes to the financial statements", 10), ("Members and their shares", 12),
)  # fmt: skip


def money(value: int | None) -> str:
    if value is None:
        return "–"
    return f"({-value:,})" if value < 0 else f"{value:,}"


def head(sheet: Sheet, page: int, title: str, chapter: str = "", level: int = 0) -> float:
    sheet.text(72, 50, FIRM, 8.5, "sans", colour=GREY)
    sheet.text(523, 50, "Registration number 000000-X", 8.5, "sans", "right", GREY)
    sheet.rule(72, 56, 451, 0.4)
    sheet.text(72, 92, title, 17)
    sheet.text(297, sheet.height - 34, str(page), 9, "sans", "centre", GREY)
    if chapter:
        sheet.chapter(chapter, level)
    return 128


def statement(sheet: Sheet, page: int, title: str, rows: Sequence[Row], heavy: Sequence[int]) -> float:
    top = head(sheet, page, title, title, 1)
    sheet.text(72, 110, "as at 31 December 2025" if "position" in title else YEAR, 10.5, "serif", colour=GREY)
    cells = [
        ["", "Note", "2025 RM", "2024 RM"],
        *([name, note, money(now), money(before)] for name, note, now, before in rows),
    ]
    bottom = sheet.table(72, top, WIDTHS, cells, (2, 3), (0, *(row + 1 for row in heavy)), 10, 24)
    sheet.text(
        72, bottom + 26, "The notes on pages 10 to 12 form part of these financial statements.", 9, "sans", colour=GREY
    )
    return bottom


def equity(sheet: Sheet) -> None:
    head(sheet, 8, "Statement of changes in equity", "Statement of changes in equity", 1)
    sheet.text(72, 110, YEAR, 10.5, "serif", colour=GREY)
    rows = [["", "Share capital", "Retained earnings", "Total RM"], ["At 1 January 2024", "500,000", "765,000", "1,265,000"],
            ["Profit for the year", "–", "651,000", "651,000"], ["Dividend", "–", "(250,000)", "(250,000)"],
            ["At 31 December 2024", "500,000", "1,166,000", "1,666,000"], ["Profit for the year", "–", "780,000", "780,000"],
            ["Dividend", "–", "(300,000)", "(300,000)"], ["At 31 December 2025", "500,000", "1,646,000", "2,146,000"]]  # fmt: skip
    sheet.table(72, 128, (180, 85, 101, 85), rows, (1, 2, 3), (0, 4, 7), 10, 24)


def front(sheet: Sheet) -> None:
    sheet.chapter("Financial statements 2025")
    sheet.text(297, 250, FIRM, 22, "serif bold", "centre")
    sheet.text(297, 276, "(incorporated in Malaysia, registration number 000000-X)", 11, "serif", "centre")
    sheet.rule(222, 310, 150, 0.8)
    sheet.text(297, 350, "Directors' report and", 17, "serif", "centre")
    sheet.text(297, 374, "audited financial statements", 17, "serif", "centre")
    sheet.text(297, 398, YEAR, 13, "serif", "centre")
    sheet.text(297, 690, AUDITOR, 13, "serif bold", "centre")
    sheet.text(297, 708, "Chartered accountants (specimen)", 10.5, "serif", "centre")
    sheet.page()
    head(sheet, 2, "Contents", "Contents")
    for number, (title, page) in enumerate(CONTENTS):
        sheet.text(72, 140 + number * 24, title, 11)
        sheet.text(523, 140 + number * 24, str(page), 11, "serif", "right")


def reports(sheet: Sheet) -> None:
    y = head(sheet, 3, "Directors' report", "Directors' report")
    y = sheet.blocks(72, y, 451, DIRECTORS, 10.5)
    sheet.signature(76, y + 30, 3)
    sheet.signature(316, y + 30, 6)
    for x, name in ((72, "CHAN Siu Ming, director"), (312, "TAN Contoh, director")):
        sheet.rule(x, y + 48, 160, 0.3)
        sheet.text(x, y + 62, name, 10)
    sheet.page()
    y = head(sheet, 4, "Independent auditors' report", "Independent auditors' report")
    sheet.blocks(72, y, 451, OPINION, 10.5)
    sheet.page()
    y = head(sheet, 5, "Independent auditors' report (continued)")
    y = sheet.blocks(72, y, 451, DUTIES, 10.5)
    sheet.signature(76, y + 26, 11)
    sheet.rule(72, y + 44, 180, 0.3)
    sheet.text(72, y + 58, f"{AUDITOR}, George Town, 20 March 2026", 10)
    sheet.chop(440, y + 40, 46, "SPECIMEN MUSTER PARTNERS")


def notes(sheet: Sheet) -> None:
    y = head(sheet, 10, "Notes to the financial statements", "Notes to the financial statements")
    sheet.blocks(72, y, 451, NOTES_1, 10.5)
    sheet.page()
    y = head(sheet, 11, "Notes to the financial statements (continued)")
    y = sheet.blocks(72, y, 451, NOTES_2, 10.5)
    rows = [["Plant and equipment, RM", "Machines", "Vehicles", "Office", "Total"], ["Carrying amount, 1 January", "214,000", "96,000", "44,000", "354,000"],
            ["Additions", "118,000", "–", "24,000", "142,000"], ["Depreciation", "(46,000)", "(24,000)", "(14,000)", "(84,000)"],
            ["Carrying amount, 31 December", "286,000", "72,000", "54,000", "412,000"]]  # fmt: skip
    sheet.table(72, y + 14, (171, 70, 70, 70, 70), rows, (1, 2, 3, 4), (0, 4), 9.5, 22)
    sheet.page()
    y = head(sheet, 12, "Notes to the financial statements (continued)")
    y = sheet.blocks(72, y, 451, NOTES_3, 10.5)
    sheet.chapter("Members and their shares", 1)
    rows = [["Members and their shares, 31 December 2025", "Shares", "Per cent"], ["CHAN Siu Ming", "300,000", "60.00"],
            ["TAN Contoh", "200,000", "40.00"], ["Total", "500,000", "100.00"]]  # fmt: skip
    sheet.table(72, y + 14, (271, 90, 90), rows, (1, 2), (0, 3), 10, 22)


def accounts() -> bytes:
    sheet = Sheet("audited financial statements 2025")
    front(sheet)
    sheet.page()
    reports(sheet)
    sheet.page()
    sheet.chapter("Statements")
    statement(sheet, 6, "Statement of comprehensive income", INCOME, (2, 7, 9, 11))
    sheet.page()
    statement(sheet, 7, "Statement of financial position", POSITION, (2, 6, 7, 10, 15, 16))
    sheet.page()
    equity(sheet)
    sheet.page()
    statement(sheet, 9, "Statement of cash flows", CASH, (3, 8, 14, 16))
    sheet.page()
    notes(sheet)
    return sheet.done()
