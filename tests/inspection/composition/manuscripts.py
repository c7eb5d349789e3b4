"""Paragraphs of every kind a brochure may bring: made up here from our own words, the same for one seed.

They say nothing about any real place; what counts is what stands beside what: figures and units, ranges and
dates, Latin names, nested quotation marks and titles, dashes, rows of marks.
"""

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Final, TypeAlias


def _words(length: int, *rows: str) -> tuple[str, ...]:
    """Words of *length* characters, written without anything between."""
    return tuple(re.findall("." * length, "".join(rows)))


_NOUNS: Final = _words(
    2,
    "山谷河岸老街新城果园渡口书院车站驿道麦田牧场灯会集市桥梁作坊展馆湿地步道林带水渠茶馆戏台码头学堂",
    "高地平原城墙巷子院落窗格石阶花圃苗圃粮仓盐场窑址壁画木雕剪纸皮影刺绣陶罐铜镜竹简砚台风筝龙灯社火",
)
_VERBS: Final = _words(
    2, "沿着穿过连接照亮守望滋养见证记录点缀环绕托起唤醒修复保存开放传授汇聚牵引支撑推动带来留住打开走进"
)
_TAILS: Final = (
    *("让来客慢下脚步", "成为孩子们最爱去的地方", "把四季写进日常", "使老手艺重新有了用处"),
    *("给晚归的人留一盏灯", "也把远方带到门前", "一年比一年热闹", "风从谷口吹来", "雨后尤其清亮"),
    *("人们习惯在这里碰面", "每到傍晚便坐满了人", "谁也说不清始于哪一年"),
)
_LATIN: Final = (
    *("Wi-Fi", "GPS", "5G", "LED", "App", "IP", "ISO 9001", "C#", "open data", "Slow Food", "A/B", "NO2"),
    *("PM2.5", "x-ray", "Unit 7", "km/h", "e-mail", "T3"),
)
_NAMES: Final = ("安娜·李", "约翰·史密斯", "卡尔·冯·霍夫", "玛丽亚·洛佩斯", "扎西·次仁")
_TITLES: Final = (
    *("山河志", "慢城", "四季·纪行", "一条街的一百年", "草木〈续编〉", "水"),
    "渡口往事与新城规划汇编",
)
_COUNTERS: Final = (
    *"个名家座项所辆台套件条处种类间张",
    *("平方公里", "公里", "公顷", "人次", "万元", "亿元", "分钟", "小时"),
)
_UNITS: Final = ("km", " km", "hm²", " kg", "℃", "‰", "%", " MW", "m²", " m", "°")

Writer: TypeAlias = Callable[[Random], str]


def _number(random: Random) -> str:
    return random.choice((
        str(random.randint(2, 9)),
        str(random.randint(10, 999)),
        f"{random.randint(1, 99)}.{random.randint(1, 99):02d}",
        f"{random.randint(1, 99)},{random.randint(0, 999):03d}",
    ))  # fmt: skip


def _figure(random: Random) -> str:
    number, low, high = _number(random), random.randint(1, 19), random.randint(20, 99)
    return random.choice((
        f"{number}%",
        f"{number}{random.choice(_COUNTERS)}",
        f"{number}万{random.choice(('人', '亩', '元', ''))}",
        f"{number}{random.choice(_UNITS)}",
        f"-{low}℃",
        f"US${number}",
        f"￥{number}",
        f"{low}～{high}℃",
        f"{low}+{high}+N",
        f"{low}%～{high}%",
        f"{low}：{high}",
        f"{1900 + high}—{2000 + low}年",
        f"{80 + high}°{10 + low}′",
    ))  # fmt: skip


def _date(random: Random) -> str:
    year, month, day = random.randint(1990, 2030), random.randint(1, 12), random.randint(1, 28)
    return random.choice((
        f"{year}年",
        f"{year}年{month}月",
        f"{year}年{month}月{day}日",
        f"第{month + 1}届",
        "第十五个五年",
        f"第{random.choice('一二三四五六七八九十')}次",
        "二〇二五年",
        f"{month}:{day + 10}",
        "“十四五”时期",
    ))  # fmt: skip


def _quoted(random: Random) -> str:
    noun, latin, title = random.choice(_NOUNS), random.choice(_LATIN), random.choice(_TITLES)
    inner = random.choice(_NOUNS) + random.choice(_VERBS)
    return random.choice((
        f"“{inner}”",
        f"“{inner}‘{noun}’”",
        f"‘{inner}’",
        f"《{title}》",
        f"“{latin}”",
        f"“{inner}”“{noun}”",
        f"《{title}》（{_number(random)}卷）",
        f"「{inner}」",
        f"（{inner}，{_number(random)}）",
        f"〔{random.randint(2000, 2030)}〕{random.randint(1, 99)}号",
        f"“{latin} {random.choice(_LATIN)}”",
        f"“{inner}《{title}》”",
    ))  # fmt: skip


def _aside(random: Random) -> str:
    noun, other, tail = random.choice(_NOUNS), random.choice(_NOUNS), random.choice(_TAILS)
    return random.choice((
        f"——{noun}——",
        f"——{tail}",
        f"……{noun}",
        f"（{tail}）",
        f"【{noun}】",
        f"（详见《{random.choice(_TITLES)}》）",
        f"（如：{noun}、{other}等）",
        f"{noun}/{other}",
        f"{noun}～{other}",
        f"{noun}—{other}",
        f"，{random.choice(_NAMES)}说：“{noun}！”",
    ))  # fmt: skip


def _latin(random: Random) -> str:
    before, after = random.choice(("", " ")), random.choice(("", " "))
    return f"{random.choice(_NOUNS)}{before}{random.choice(_LATIN)}{after}{random.choice(_NOUNS)}"


_PARTS: Final[tuple[Writer, ...]] = (
    *(lambda random: random.choice(_NOUNS) + random.choice(_VERBS) + random.choice(_NOUNS),) * 2,
    *(lambda random: random.choice(_TAILS),) * 2,
    lambda random: f"{random.choice(_NOUNS)}{random.choice(('达', '增至', '占', '超'))}{_figure(random)}",
    lambda random: f"{_date(random)}起，{random.choice(_TAILS)}",
    lambda random: f"{random.choice(_VERBS)}{_quoted(random)}的{random.choice(_NOUNS)}",
    lambda random: f"{random.choice(_NOUNS)}{_aside(random)}",
    _latin,
    lambda random: "、".join(random.sample(_NOUNS, random.randint(2, 4))),
    lambda random: f"{random.choice(_NAMES)}{random.choice(_VERBS)}{random.choice(_NOUNS)}",
)
_PAUSES: Final = ("，", "，", "，", "，", "；", "：", "、")
_STOPS: Final = (*"。。。。！？", "……", "？！", "！！！", "。”", "（续）。", "！”")


def sentence(random: Random) -> str:
    """One sentence of one to five parts, its end mark included."""
    text, *parts = [random.choice(_PARTS)(random) for _ in range(random.randint(1, 5))]
    for part in parts:
        text += ("" if part.startswith("，") else random.choice(_PAUSES)) + part
    stop = random.choice(_STOPS)
    return f"“{text}{stop}" if stop.endswith("”") else text + stop


def paragraph(random: Random, longest: int = 320) -> str:
    """A paragraph of 20 to *longest* characters or a little more."""
    text, length = "", random.randint(20, longest)
    while len(text) < length:
        text += sentence(random)
    return text


def paragraphs(count: int, seed: int, longest: int = 320) -> Iterator[str]:
    """*count* paragraphs, always the same for one *seed*."""
    random = Random(seed)
    for _ in range(count):
        yield paragraph(random, longest)
