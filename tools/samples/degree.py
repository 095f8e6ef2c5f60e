"""A degree certificate photographed with a phone, a transcript, and an online verification report, all in Chinese."""

from __future__ import annotations

from PIL import Image

from samples.identity import GAN, portrait
from samples.scan import chance_of, photographed, pictures, png, sideways_jpeg
from samples.sheet import GREY, RED, Sheet

COURSES = (
    "高等数学（上） 5 92|线性代数 3 95|程序设计基础 4 96|大学英语（一） 3 88|军事理论 2 85|体育（一） 1 83|思想道德修养 3 86",
    "高等数学（下） 5 90|离散数学 4 93|数据结构 4 97|大学英语（二） 3 90|大学物理 4 87|体育（二） 1 85|近现代史纲要 3 84",
    "概率论与数理统计 4 91|计算机组成 4 89|面向对象程序设计 3 96|数据库原理 4 94|体育（三） 1 86|工程经济 2 88",
    "操作系统 4 92|计算机网络 4 90|算法设计与分析 4 95|软件工程导论 3 93|体育（四） 1 88|马克思主义原理 3 85",
    "编译原理 4 88|软件需求工程 3 91|软件测试 3 94|人机交互 2 92|分布式系统 3 90|专业英语 2 93",
    "软件体系结构 3 92|软件项目管理 2 89|机器学习 3 95|信息安全 3 87|课程实践 4 94",
    "云计算 3 91|专业实习 6 93|创新创业 2 90|形势与政策 2 86",
    "毕业设计（论文） 12 95",
)
TERMS = (
    "第一学年 秋",
    "第一学年 春",
    "第二学年 秋",
    "第二学年 春",
    "第三学年 秋",
    "第三学年 春",
    "第四学年 秋",
    "第四学年 春",
)


def degree_certificate() -> bytes:
    size = (560.0, 400.0)
    sheet = Sheet("学士学位证书", size, mark=64, notice=5.5)
    sheet.frame(22, 20, 516, 352, 2.2, (0.55, 0.2, 0.2))
    sheet.frame(27, 25, 506, 342, 0.6, (0.55, 0.2, 0.2))
    sheet.text(280, 84, "学士学位证书", 30, "serif", "centre", (0.55, 0.1, 0.1))
    sheet.picture(portrait(GAN), 60, 118, 84, 108)
    texts = ("甘喆堃，男，1996年8月19日生。在浙江大学软件工程专业完成了本科学习计划，业已毕业，经审核符合学位授予的规定，授予工学学士学位。",
             "（本证书为样本，并非该校所发。）")  # fmt: skip
    sheet.blocks(170, 140, 320, texts, 13.5)
    sheet.text(60, 300, "浙江大学（样本）", 13)
    sheet.text(60, 322, "校长", 11)
    sheet.signature(92, 318, 23, 70)
    sheet.text(490, 322, "学位评定委员会主席", 11, "serif", "right")
    sheet.text(60, 352, "证书编号：0000042018000000", 10, "sans")
    sheet.text(490, 352, "二〇一八年六月三十日", 11, "serif", "right")
    sheet.chop(330, 290, 40, "样本大学样本大学", "样本")
    page = pictures(sheet.done(), 280, grey=False)[0]
    return sideways_jpeg(photographed(page, 41, (2000, 1500)))


def transcript() -> bytes:
    sheet = Sheet("成绩单")
    sheet.text(297, 62, "浙江大学本科生成绩单（样本）", 18, "bold", "centre")
    line = "姓名：甘喆堃    学号：0000000000    专业：软件工程    学制：四年    入学：2014年9月    毕业：2018年6月"
    sheet.text(297, 86, line, 9.5, "sans", "centre")
    tops = [104.0, 104.0]
    for number, (term, courses) in enumerate(zip(TERMS, COURSES, strict=True)):
        side = number % 2
        rows = [[term, "学分", "成绩"], *(course.split() for course in courses.split("|"))]
        tops[side] = sheet.table(48 + side * 255, tops[side], (160, 40, 44), rows, (1, 2), (0,), 9, 18) + 14
    credits_ = sum(int(course.split()[1]) for term in COURSES for course in term.split("|"))
    points = sum(int(course.split()[1]) * int(course.split()[2]) for term in COURSES for course in term.split("|"))
    y = max(tops) + 12
    sheet.text(
        48,
        y,
        f"总学分：{credits_}    加权平均分：{points / credits_:.2f}    毕业设计题目：虚构系统的范例研究",
        10,
        "sans",
    )
    sheet.text(48, y + 24, "打印日期：2026年9月10日    教务部门（章）", 10, "sans")
    sheet.chop(460, y + 20, 42, "样本大学教务处样本专用章", "样本")
    return png(pictures(sheet.done(), 170)[0], 170)


def dots(seed: int) -> Image.Image:
    """A square of dots in the place of a code to be scanned; it says nothing."""
    side = 29
    bits = chance_of(seed).randbytes(side * side)
    image = Image.frombytes("L", (side, side), bytes(255 if byte > 128 else 0 for byte in bits))
    return image.resize((side * 8, side * 8), Image.Resampling.NEAREST)


def verification_report() -> bytes:
    sheet = Sheet("学位在线验证报告")
    sheet.text(297, 84, "中国高等教育学位在线验证报告", 20, "bold", "centre")
    sheet.text(
        297, 106, "Online Verification Report of Higher Education Degree · 样本 SPECIMEN", 10, "sans", "centre", GREY
    )
    sheet.rule(60, 120, 475, 1, (0.1, 0.35, 0.6))
    pairs = [("姓名", "甘喆堃"), ("性别", "男"), ("出生日期", "1996年08月19日"), ("获学位日期", "2018年06月30日"), ("学位授予单位", "浙江大学"),
             ("学位类别", "普通高等教育本科毕业生"), ("所授学位", "工学学士学位"), ("学科（专业）", "软件工程"), ("学位证书编号", "0000042018000000"),
             ("学习形式", "全日制"), ("验证结果", "与备案信息一致（样本）")]  # fmt: skip
    y = sheet.pairs(80, 152, 120, pairs, 11.5, 26)
    sheet.picture(portrait(GAN), 420, 140, 90, 116)
    sheet.rule(60, y, 475, 0.4)
    sheet.picture(dots(6), 80, y + 20, 84, 84)
    sheet.text(190, y + 40, "在线验证码：SPEC IMEN 0000 0000", 13, "bold")
    sheet.text(190, y + 62, "更新日期：2026年11月10日    有效期至：2027年05月10日", 10.5, "sans")
    sheet.text(190, y + 82, "本报告为虚构样本，验证码及图形均不能使用。", 10.5, "sans", colour=RED)
    notes = ("注意事项", "1. 报告内容如有修改，请以最新在线验证的内容为准。", "2. 未经学位信息权属人同意，不得将报告用于违背权属人意愿之用途。",
             "3. This specimen names a real university only because a listed one is needed; neither it nor any verification body made it.")  # fmt: skip
    sheet.blocks(80, y + 140, 430, notes, 9.5, "sans")
    return sheet.done()
