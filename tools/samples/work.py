"""Chinese work papers: a leaving certificate copied in black and white, a certificate of employment, a letter of consent."""

from __future__ import annotations

from samples.scan import pictures, scanned, scanned_pdf, tiff
from samples.sheet import GREY, Sheet

FIRST = "杭州样本软件有限公司"
SECOND = "虚构 & 范例 <深圳> 数据有限公司"


def letterhead(sheet: Sheet, name: str, line: str) -> None:
    sheet.text(297, 36, "样本 SPECIMEN · 虚构文件", 11, "bold", "centre")
    sheet.text(297, 66, name, 19, "bold", "centre")
    sheet.text(297, 84, line, 8.5, "sans", "centre", GREY)
    sheet.rule(72, 94, 451, 1)


def leaving_certificate() -> bytes:
    sheet = Sheet("离职证明")
    letterhead(sheet, FIRST, "虚构省虚构市范例路0号   电话：0000-00000000")
    sheet.text(297, 160, "离 职 证 明", 22, "bold", "centre")
    texts = (
        "兹证明甘喆堃（身份证号：000000199608190000）自2018年7月16日起至2023年3月31日止在我公司全职工作，历任软件工程师、高级软件工程师。",
        "该员工因个人发展原因提出离职，已办妥全部离职手续，劳动关系于2023年3月31日终止。",
        "特此证明。",
    )
    y = sheet.blocks(72, 210, 451, texts, 13)
    sheet.text(523, y + 40, FIRST, 13, "serif", "right")
    sheet.text(523, y + 64, "2023年3月31日", 13, "serif", "right")
    sheet.chop(270, y + 50, 56, "杭州样本软件有限公司样本专用章", "样本")
    sheet.page()
    letterhead(sheet, FIRST, "离职证明附件：任职经历")
    rows = [
        ["起", "止", "职务", "工作方式"],
        ["2018-07-16", "2020-06-30", "软件工程师", "全职"],
        ["2020-07-01", "2023-03-31", "高级软件工程师", "全职"],
    ]
    y = sheet.table(72, 120, (100, 100, 151, 100), rows, (), (0,), 11, 26)
    texts = ("主要工作：订单系统与结算系统的设计、开发和维护。", "社会保险缴纳期间：2018年8月至2023年3月，无间断。")
    sheet.blocks(72, y + 36, 451, texts, 12)
    return tiff([scanned(page, 300 + number, 0.04) for number, page in enumerate(pictures(sheet.done()))])


def employment_certificate() -> bytes:
    sheet = Sheet("在职证明")
    letterhead(sheet, SECOND, "虚构省虚构市样本大道0号   电话：0000-00000000")
    sheet.text(297, 160, "在 职 证 明", 22, "bold", "centre")
    texts = (
        "兹证明甘喆堃（身份证号：000000199608190000）自2023年5月8日起在我公司全职工作至今，现任数据平台主管。",
        "该员工每周工作五天，劳动合同为无固定期限。在职期间负责数据平台的建设，带领团队十二人。",
        "本证明仅供申请香港特别行政区“高端人才通行证计划”之用。",
        "特此证明。",
    )
    y = sheet.blocks(72, 210, 451, texts, 13)
    sheet.text(72, y + 20, "人事负责人：", 12)
    sheet.signature(150, y + 16, 27)
    sheet.text(523, y + 60, SECOND, 13, "serif", "right")
    sheet.text(523, y + 84, "2026年11月5日", 13, "serif", "right")
    sheet.chop(250, y + 84, 56, "虚构范例深圳数据有限公司样本章", "样本")
    return sheet.done()


def consent_letter() -> bytes:
    sheet = Sheet("同意函")
    letterhead(sheet, SECOND, "虚构省虚构市样本大道0号   电话：0000-00000000")
    sheet.text(297, 160, "同 意 函", 22, "bold", "centre")
    sheet.text(72, 206, "香港特别行政区政府入境事务处：", 13)
    texts = (
        "甘喆堃（男，1996年8月19日出生，身份证号：000000199608190000）现为我单位在职员工，任数据平台主管。",
        "我单位同意甘喆堃根据“高端人才通行证计划”申请赴香港特别行政区工作或居留。",
        "联络人：范例（样本），电话：0000-00000000。",
    )
    y = sheet.blocks(72, 236, 451, texts, 13)
    sheet.text(523, y + 40, f"单位名称：{SECOND}", 13, "serif", "right")
    sheet.text(523, y + 64, "2026年11月6日", 13, "serif", "right")
    sheet.chop(170, y + 70, 56, "虚构范例深圳数据有限公司样本章", "样本")
    return scanned_pdf(sheet.done(), "同意函", 320)
