"""A company register's extract: opens for everybody, but is protected against changes by an owner's password."""

from __future__ import annotations

import io

import pikepdf

from samples.accounts_words import FIRM
from samples.sheet import GREY, Sheet

INK = (0.12, 0.3, 0.28)


def head(sheet: Sheet, page: int) -> None:
    sheet.text(60, 58, "Specimen Registry of Companies", 15, "bold", colour=INK)
    sheet.text(60, 74, "Extract from the register of members · Cabutan daftar ahli (contoh)", 9.5, "sans", colour=GREY)
    sheet.text(535, 58, f"Page {page} of 2", 9, "sans", "right", GREY)
    sheet.rule(60, 84, 475, 1.2, INK)


def share_register() -> bytes:
    sheet = Sheet("extract from the register of members")
    head(sheet, 1)
    pairs = [("Company", FIRM), ("Registration number", "000000-X"), ("Incorporated", "11 January 2016"),
             ("Issued share capital", "500,000 ordinary shares of RM 1.00, fully paid"), ("Extract made on", "2 November 2026")]  # fmt: skip
    y = sheet.pairs(60, 116, 130, pairs, 10.5, 20)
    sheet.text(60, y + 16, "Members on the day of the extract", 12, "bold")
    rows = [["Member", "Identification", "Held since", "Shares", "Per cent"], ["CHAN Siu Ming", "Passport S00000001", "11 Jan 2016", "300,000", "60.00"],
            ["TAN Contoh", "000000-00-0000", "11 Jan 2016", "200,000", "40.00"], ["Total", "", "", "500,000", "100.00"]]  # fmt: skip
    y = sheet.table(60, y + 28, (140, 125, 80, 65, 65), rows, (3, 4), (0, 3), 10, 22)
    text = "All shares rank equally and carry one vote each. CHAN Siu Ming therefore holds 60 per cent of the capital and of the votes."
    sheet.block(60, y + 28, 475, text, 10.5)
    sheet.page()
    head(sheet, 2)
    sheet.text(60, 122, "Transfers and allotments since incorporation", 12, "bold")
    rows = [["Date", "Event", "Member", "Shares"], ["11 Jan 2016", "Allotment on incorporation", "CHAN Siu Ming", "60,000"],
            ["11 Jan 2016", "Allotment on incorporation", "TAN Contoh", "40,000"], ["3 Sep 2018", "Allotment for cash", "CHAN Siu Ming", "240,000"],
            ["3 Sep 2018", "Allotment for cash", "TAN Contoh", "160,000"]]  # fmt: skip
    y = sheet.table(60, 136, (90, 185, 120, 80), rows, (3,), (0,), 10, 22)
    sheet.block(60, y + 28, 475, "No share has been allotted, transferred or charged since 3 September 2018.", 10.5)
    sheet.text(60, y + 70, "This extract was made electronically and bears no signature.", 9, "sans", colour=GREY)
    return protected(sheet.done())


def protected(pdf: bytes) -> bytes:
    """128-bit RC4, as old registries still write it; without random numbers, so that the file can be built again."""
    out = io.BytesIO()
    allowed = pikepdf.Permissions(modify_annotation=False, modify_assembly=False, modify_form=False, modify_other=False)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        encryption = pikepdf.Encryption(
            owner="specimen-registry", user="", R=3, aes=False, metadata=False, allow=allowed
        )
        document.save(out, static_id=True, encryption=encryption)
    return out.getvalue()
