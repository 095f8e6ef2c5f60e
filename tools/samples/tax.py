"""A Mainland record of individual income tax: six scanned pages, the last one blank. Sums follow from salary and bonus."""

from __future__ import annotations

from decimal import Decimal

from samples.scan import scanned_pdf
from samples.sheet import GREY, Sheet

PAYER = "深圳样本机器人有限公司 Shenzhen Specimen Robotics Co., Ltd."
MONTHLY, SOCIAL, ALLOWANCE = Decimal(124000), Decimal(4200), Decimal(5000)
BONUS = Decimal(420000)
BANDS = (  # up to, rate in per cent, quick deduction: comprehensive income of residents, by the year
    (36000, 3, 0), (144000, 10, 2520), (300000, 20, 16920), (420000, 25, 31920), (660000, 30, 52920),
    (960000, 35, 85920), (10**12, 45, 181920),
)  # fmt: skip
MONTH_BANDS = (
    (3000, 3, 0),
    (12000, 10, 210),
    (25000, 20, 1410),
    (35000, 25, 2660),
    (55000, 30, 4410),
    (80000, 35, 7160),
    (10**12, 45, 15160),
)


def tax_on(sum_: Decimal, bands: tuple[tuple[int, int, int], ...], whole: Decimal | None = None) -> Decimal:
    """Tax on `whole` (else on `sum_`) at the band that `sum_` falls into."""
    rate, less = next((rate, less) for limit, rate, less in bands if sum_ <= limit)
    return ((whole if whole is not None else sum_) * rate / 100 - less).quantize(Decimal("0.01"))


def month_rows() -> list[list[str]]:
    """Tax is withheld on what has accrued since January."""
    rows, paid = [], Decimal(0)
    for month in range(1, 13):
        due = tax_on((MONTHLY - SOCIAL - ALLOWANCE) * month, BANDS)
        rows.append([f"2025-{month:02}", "工资薪金 Wages", f"{MONTHLY:,.2f}", f"{SOCIAL:,.2f}", f"{due - paid:,.2f}"])
        paid = due
    return rows


def year_tax() -> Decimal:
    return tax_on((MONTHLY - SOCIAL - ALLOWANCE) * 12, BANDS)


def bonus_tax() -> Decimal:
    return tax_on(BONUS / 12, MONTH_BANDS, BONUS)


def heading(sheet: Sheet, number: int, title: str) -> float:
    sheet.text(297, 78, "中华人民共和国个人所得税纳税记录", 17, "bold", "centre")
    sheet.text(297, 98, "Record of Individual Income Tax", 11, "serif", "centre")
    sheet.text(60, 128, "记录期间 Period: 2025-01 至 2025-12", 9, "sans")
    sheet.text(535, 128, f"第 {number} 页 / 共 5 页", 9, "sans", "right")
    sheet.rule(60, 136, 475, 0.8)
    sheet.text(60, 162, title, 12, "bold")
    return 178


def cover(sheet: Sheet) -> None:
    y = heading(sheet, 1, "一、纳税人 Taxpayer")
    pairs = [("纳税人姓名 Name", "CHAN SIU MING（陈小明）"), ("身份证件 Document", "外国护照 Foreign passport S00000001"),
             ("纳税人识别号 Number", "000000198402110000"), ("记录编号 Record", "SPECIMEN-2025-000001"),
             ("开具日期 Issued", "2026-04-16"), ("主管税务机关 Authority", "虚构市税务局第零税务分局（样本）")]  # fmt: skip
    y = sheet.pairs(60, y + 14, 150, pairs, 10.5, 24)
    sheet.text(60, y + 22, "二、全年合计 Totals of the year (CNY)", 12, "bold")
    rows = [["所得项目 Item", "收入额 Income", "已缴税额 Tax paid"], ["工资薪金 Wages and salaries", f"{MONTHLY * 12:,.2f}", f"{year_tax():,.2f}"],
            ["全年一次性奖金 One-off annual bonus", f"{BONUS:,.2f}", f"{bonus_tax():,.2f}"],
            ["合计 Total", f"{MONTHLY * 12 + BONUS:,.2f}", f"{year_tax() + bonus_tax():,.2f}"]]  # fmt: skip
    sheet.table(60, y + 36, (235, 120, 120), rows, (1, 2), (0, 3), 10, 22)
    sheet.chop(450, 690, 58, "虚构市税务局个人所得税专用章", "样本")


def months(sheet: Sheet) -> None:
    y = heading(sheet, 2, "三、综合所得明细 Wages and salaries by month (CNY)")
    head = ["所属期 Month", "项目 Item", "收入额 Income", "专项扣除 Social", "税额 Tax"]
    total = ["合计 Total", "", f"{MONTHLY * 12:,.2f}", f"{SOCIAL * 12:,.2f}", f"{year_tax():,.2f}"]
    y = sheet.table(60, y, (85, 115, 100, 85, 90), [head, *month_rows(), total], (2, 3, 4), (0, 13), 9.5, 26)
    sheet.text(60, y + 26, f"扣缴义务人 Payer: {PAYER}", 9.5, "sans")
    sheet.text(
        60, y + 44, f"2025 年度工资薪金收入额 Income from employment in 2025: CNY {MONTHLY * 12:,.2f}", 10, "bold"
    )


def bonus(sheet: Sheet) -> None:
    y = heading(sheet, 3, "四、全年一次性奖金 One-off annual bonus (CNY)")
    rows = [["所属期 Month", "项目 Item", "收入额 Income", "税率 Rate", "税额 Tax"],
            ["2025-12", "全年一次性奖金 Bonus", f"{BONUS:,.2f}", "25%", f"{bonus_tax():,.2f}"]]  # fmt: skip
    y = sheet.table(60, y, (85, 145, 95, 60, 90), rows, (2, 3, 4), (0,), 9.5, 26)
    texts = (f"扣缴义务人 Payer: {PAYER}", "单独计税：以全年一次性奖金收入除以 12 个月得到的数额，按照按月换算后的综合所得税率表确定税率和速算扣除数。",
             f"Taxed apart: {BONUS:,.2f} ÷ 12 = {BONUS / 12:,.2f}, which falls in the band of 25 per cent; {BONUS:,.2f} × 25% − 2,660.00 = {bonus_tax():,.2f}.")  # fmt: skip
    sheet.blocks(60, y + 30, 475, texts, 10, "sans")


def settlement(sheet: Sheet) -> None:
    y = heading(sheet, 4, "五、年度汇算清缴 Annual settlement (CNY)")
    base = (MONTHLY - SOCIAL - ALLOWANCE) * 12
    rows = [["项目 Item", "金额 Amount"], ["收入额 Income", f"{MONTHLY * 12:,.2f}"], ["减除费用 Standard deduction", f"{ALLOWANCE * 12:,.2f}"],
            ["专项扣除 Social insurance and housing fund", f"{SOCIAL * 12:,.2f}"], ["应纳税所得额 Taxable income", f"{base:,.2f}"],
            ["税率 Rate", "45%"], ["速算扣除数 Quick deduction", "181,920.00"], ["应纳税额 Tax due", f"{year_tax():,.2f}"],
            ["已缴税额 Tax paid", f"{year_tax():,.2f}"], ["应补（退）税额 Balance", "0.00"]]  # fmt: skip
    y = sheet.table(60, y, (330, 145), rows, (1,), (0, 9), 10, 24)
    sheet.text(60, y + 30, "申报状态 Status：已完成 settled on 2026-03-18", 10, "sans")
    sheet.chop(455, y + 110, 50, "虚构市税务局业务专用章", "样本")


def notes(sheet: Sheet) -> None:
    y = heading(sheet, 5, "六、说明 Notes")
    texts = (
        "1. 本记录依据扣缴义务人和纳税人的申报开具，仅为样本，不具有任何法律效力。",
        "2. 纳税人可以通过扫描验证码或者输入验证码核对本记录；样本的验证码无效。",
        "3. 收入额为未扣除费用和专项扣除前的金额。",
        "4. 股权激励所得另行记录。",
        "1. This record is drawn from the returns of payer and taxpayer. It is a specimen without any legal effect.",
        "2. Income is stated before deductions.",
        "3. The amounts on pages 2 and 3 add up to those on page 1.",
        "4. Income from share options is recorded apart.",
    )
    y = sheet.blocks(60, y + 10, 475, texts, 10.5, "sans")
    sheet.text(60, y + 20, "验证码 Verification code: SPEC-IMEN-0000-0000", 10, "bold")


def tax_record() -> bytes:
    sheet = Sheet("tax record 2025")
    for number, draw in enumerate((cover, months, bonus, settlement, notes)):
        if number:
            sheet.page()
        draw(sheet)
    sheet.page()
    sheet.text(297, 420, "（此页背面空白 This side is blank）", 7, "sans", "centre", GREY)
    return scanned_pdf(sheet.done(), "tax record 2025", 100)
