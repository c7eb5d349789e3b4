"""Paragraphs of every kind a brochure may bring: made up here from our own words, the same for one seed.

They say nothing about any real place; what counts is what stands beside what: figures and units, ranges and
dates, Latin names, nested quotation marks and titles, dashes, rows of marks.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

_NOUNS: Final = ["山谷", "河岸", "老街", "新城", "果园", "渡口", "书院", "车站", "驿道", "麦田", "牧场", "灯会", "集市", "桥梁", "作坊", "展馆", "湿地", "步道", "林带", "水渠", "茶馆", "戏台", "码头", "学堂", "高地", "平原", "城墙", "巷子", "院落", "窗格", "石阶", "花圃", "苗圃", "粮仓", "盐场", "窑址", "壁画", "木雕", "剪纸", "皮影", "刺绣", "陶罐", "铜镜", "竹简", "砚台", "风筝", "龙灯", "社火"]
_VERBS: Final = ["沿着", "穿过", "连接", "照亮", "守望", "滋养", "见证", "记录", "点缀", "环绕", "托起", "唤醒", "修复", "保存", "开放", "传授", "汇聚", "牵引", "支撑", "推动", "带来", "留住", "打开", "走进"]
_TAILS: Final = ["让来客慢下脚步", "成为孩子们最爱去的地方", "把四季写进日常", "使老手艺重新有了用处", "给晚归的人留一盏灯", "也把远方带到门前", "一年比一年热闹", "风从谷口吹来", "雨后尤其清亮", "人们习惯在这里碰面", "每到傍晚便坐满了人", "谁也说不清始于哪一年"]
_LATIN: Final = (
    "Wi-Fi", "GPS", "5G", "LED", "App", "IP", "ISO 9001", "C#", "open data", "Slow Food", "A/B", "NO2", "PM2.5", "x-ray",
    "Unit 7", "km/h", "e-mail", "T3",
)  # fmt: skip
_NAMES: Final = ("安娜·李", "约翰·史密斯", "卡尔·冯·霍夫", "玛丽亚·洛佩斯", "扎西·次仁")
_TITLES: Final = (
    "山河志",
    "慢城",
    "四季·纪行",
    "一条街的一百年",
    "草木〈续编〉",
    "水",
    "渡口往事与新城规划汇编",
)
_COUNTERS: Final = tuple("个名家座项所辆台套件条处种类间张") + (
    "平方公里",
    "公里",
    "公顷",
    "人次",
    "万元",
    "亿元",
    "分钟",
    "小时",
)
_UNITS: Final = ("km", " km", "hm²", " kg", "℃", "‰", "%", " MW", "m²", " m", "°")

Writer = Callable[[Random], str]


def _number(random: Random) -> str:
    return random.choice((
        str(random.randint(2, 9)),
        str(random.randint(10, 999)),
        f"{random.randint(1, 99)}.{random.randint(1, 99):02d}",
        f"{random.randint(1, 99)},{random.randint(0, 999):03d}",
    ))  # fmt: skip


def _figure(random: Random) -> str:
    number = _number(random)
    return random.choice((
        f"{number}%", f"{number}{random.choice(_COUNTERS)}", f"{number}万{random.choice(('人', '亩', '元', ''))}",
        f"{number}{random.choice(_UNITS)}", f"-{random.randint(1, 30)}℃", f"US${number}", f"￥{number}",
        f"{random.randint(3, 19)}～{random.randint(20, 39)}℃", f"{random.randint(1, 9)}+{random.randint(1, 9)}+N",
        f"{random.randint(1, 60)}%～{random.randint(61, 99)}%", f"{random.randint(1, 9)}：{random.randint(1, 9)}",
        f"{random.randint(1900, 1999)}—{random.randint(2000, 2030)}年", f"{random.randint(100, 179)}°{random.randint(10, 59)}′",
    ))  # fmt: skip


def _date(random: Random) -> str:
    year = random.randint(1990, 2030)
    return random.choice((
        f"{year}年", f"{year}年{random.randint(1, 12)}月", f"{year}年{random.randint(1, 12)}月{random.randint(1, 28)}日",
        f"第{random.randint(2, 40)}届", "第十五个五年", f"第{random.choice('一二三四五六七八九十')}次", "二〇二五年",
        f"{random.randint(6, 22)}:{random.randint(10, 59)}", "“十四五”时期",
    ))  # fmt: skip


def _quoted(random: Random) -> str:
    inner = random.choice(_NOUNS) + random.choice(_VERBS)
    return random.choice((
        f"“{inner}”", f"“{inner}‘{random.choice(_NOUNS)}’”", f"‘{inner}’", f"《{random.choice(_TITLES)}》",
        f"“{random.choice(_LATIN)}”", f"“{inner}”“{random.choice(_NOUNS)}”", f"《{random.choice(_TITLES)}》（{_number(random)}卷）",
        f"「{inner}」", f"（{inner}，{_number(random)}）", f"〔{random.randint(2000, 2030)}〕{random.randint(1, 99)}号",
        f"“{random.choice(_LATIN)} {random.choice(_LATIN)}”", f"“{inner}《{random.choice(_TITLES)}》”",
    ))  # fmt: skip


def _aside(random: Random) -> str:
    noun = random.choice(_NOUNS)
    return random.choice((
        f"——{noun}——", f"——{random.choice(_TAILS)}", f"……{noun}", f"（{random.choice(_TAILS)}）", f"【{noun}】",
        f"（详见《{random.choice(_TITLES)}》）", f"（如：{noun}、{random.choice(_NOUNS)}等）", f"{noun}/{random.choice(_NOUNS)}",
        f"{noun}～{random.choice(_NOUNS)}", f"{noun}—{random.choice(_NOUNS)}", f"，{random.choice(_NAMES)}说：“{noun}！”",
    ))  # fmt: skip


_PARTS: Final[tuple[Writer, ...]] = (
    lambda random: random.choice(_NOUNS) + random.choice(_VERBS) + random.choice(_NOUNS),
    lambda random: random.choice(_NOUNS) + random.choice(_VERBS) + random.choice(_NOUNS),
    lambda random: random.choice(_TAILS),
    lambda random: random.choice(_TAILS),
    lambda random: f"{random.choice(_NOUNS)}{random.choice(('达', '增至', '占', '超'))}{_figure(random)}",
    lambda random: f"{_date(random)}起，{random.choice(_TAILS)}",
    lambda random: f"{random.choice(_VERBS)}{_quoted(random)}的{random.choice(_NOUNS)}",
    lambda random: f"{random.choice(_NOUNS)}{_aside(random)}",
    lambda random: (
        f"{random.choice(_NOUNS)}{random.choice(('', ' '))}{random.choice(_LATIN)}{random.choice(('', ' '))}{random.choice(_NOUNS)}"
    ),
    lambda random: "、".join(random.sample(_NOUNS, random.randint(2, 4))),
    lambda random: f"{random.choice(_NAMES)}{random.choice(_VERBS)}{random.choice(_NOUNS)}",
)
_PAUSES: Final = ("，", "，", "，", "；", "，", "：", "、")
_STOPS: Final = ("。", "。", "。", "。", "！", "？", "……", "？！", "！！！", "。”", "（续）。", "！”")


def sentence(random: Random) -> str:
    """One sentence of one to five parts, its end mark included."""
    parts = [random.choice(_PARTS)(random) for _ in range(random.randint(1, 5))]
    text = parts[0]
    for part in parts[1:]:
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
