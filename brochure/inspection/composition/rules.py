"""The rules the judge can see kept in a finished page, with what each asks for; and those he cannot, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from brochure.diagnostics import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule by its number in the house's list, the clause it comes from, and what it asks for."""

    id: str
    clause: str
    asks: Words


def _rule(id_: str, clause: str, en: str, zh: str) -> Rule:
    return Rule(id=id_, clause=clause, asks=Words(en, zh))


_SEEN: Final = (
    _rule("K1", "GB 5.1.1, 5.1.2", "no stop or pause at a line start", "点号不出现在行首"),
    _rule("K2", "GB 5.1.3", "no closing mark at a line start", "后引号、后括号、后书名号不出现在行首"),
    _rule("K3", "GB 5.1.3", "no opening mark at a line end", "前引号、前括号、前书名号不出现在行末"),
    _rule("K4", "GB 5.1.6", "no connector at a line start", "连接号不出现在行首"),
    _rule("K5", "GB 5.1.7", "no interpunct at a line start", "间隔号不出现在行首"),
    _rule("K6", "GB 5.1.9", "no solidus at either end of a line", "分隔号不出现在行首、行末"),
    _rule("K7", "CSS Text 4, UAX #14", "no unit sign at a line start, no currency sign at a line end",
          "％℃等不出现在行首，￥＃等不出现在行末"),
    _rule("K8", "CSS Text 4", "no iteration mark or small mark at a line start", "叠字号等不出现在行首"),
    _rule("K9", "clreq", "no dash or ellipsis at a line start (level strict)", "严格级：破折号、省略号不出现在行首"),
    _rule("U1", "GB 5.1.4, 5.1.5", "dash and ellipsis whole, without space inside", "破折号、省略号不断开、不加空"),
    _rule("U2", "GB 5.1.5", "an ellipsis of twelve dots on a line of its own", "连用的两个省略号单独占一行"),
    _rule("U3", "UAX #14 LB25", "a number with its signs on one line", "数字连同正负号、小数点、百分号不拆行"),
    _rule("U4", "GB/T 15835", "number and unit on one line", "数字与计量单位不拆行"),
    _rule("U5", "house", "a number and 年 月 日 on one line, other counters too if possible",
          "数字与年月日不拆行，与量词尽量不拆行"),
    _rule("U6", "GB 5.1.6, house", "a range never before its connector, a short one whole",
          "起止数字不在连接号前断开，短的不拆行"),
    _rule("U7", "house", "an ordinal whole", "序数（第15届）不拆行"),
    _rule("U8", "clreq", "Latin words broken by hyphenation alone", "西文单词只在连字符处拆行"),
    _rule("U9", "house", "a name with an interpunct whole if possible", "含间隔号的人名尽量不拆行"),
    _rule("U10", "house", "a short title in 《》 whole", "短书名尽量不拆行，标题中不得拆行"),
    _rule("U11", "clreq", "a raised figure with its word", "上标与其前的字词不拆行"),
    _rule("P1", "GB 5.1.1-5.1.3", "a mark alone fills one em, blank on its own side", "单个标点占一个字位置"),
    _rule("P2", "clreq", "two marks side by side fill 1.5 em", "相邻标点共占一个半字位置"),
    _rule("P3", "clreq", "the blank stays outside what marks enclose", "挤压的是标点外侧的空白"),
    _rule("P4", "clreq", "an empty pair of brackets is not squeezed", "前后括号紧邻时不挤压"),
    _rule("P5", "clreq, zh-Hans", "： and ； stand to the left in their cell", "冒号、分号居左"),
    _rule("P6", "clreq", "closing quotation marks before an opening mark share a blank", "后引号与前括号相邻时共用空白"),
    _rule("P7", "GB 5.1.2", "two of ？！ fill one em, three fill two", "问号、叹号叠用占一个字，三个占两个字"),
    _rule("P8", "GB 5.1.6-5.1.9", "· and / half an em, — and ～ one", "间隔号、分隔号占半个字，一字线、浪纹线占一个字"),
    _rule("P9", "GB 5.1.10", "half an em for a mark at a line end", "行末标点占半个字位置"),
    _rule("P10", "clreq", "half an em for an opening mark at a line start", "行首前括号、前引号占半个字位置"),
    _rule("P12", "clreq", "ink never overlaps, 0.05 em apart if possible", "标点与邻字的墨迹不相碰"),
    _rule("P13", "UAX #11", "quotation marks full-width in Chinese, proportional in Latin", "中文引号用全角，西文引号用半角"),
    _rule("P14", "GB 5.1.4", "a dash is one stroke in the middle of the line", "破折号连成一线，上下居中"),
    _rule("P15", "GB 5.1.5", "ellipses at one height", "省略号高低一致"),
    _rule("H1", "clreq", "nothing hangs out of the measure", "标点不悬挂"),
    _rule("S1", "clreq", "one gap between Han and Latin, 1/8 to 1/4 em before adjustment", "汉字与西文、数字间距一致"),
    _rule("S3", "clreq", "no gap beside full-width marks, at line edges, before % and °", "标点旁、行端与百分号前不加间距"),
    _rule("S4", "house", "one choice of gap between figures and 年 月 日", "数字与年月日的间距全书一致"),
    _rule("S5", "clreq", "the gap between 1/8 and 1/2 em after adjustment", "调整后间距在八分之一至二分之一字之间"),
    _rule("S6", "clreq", "figures and letters half-width", "数字、字母用半角"),
    _rule("J1", "clreq", "lines flush on both sides", "除段末行外两端对齐"),
    _rule("J2", "clreq", "taken in by the order: brackets, pauses, gaps, stops", "挤压按次序进行"),
    _rule("J3", "clreq", "driven out by the order: word spaces, gaps, then the rest", "拉开按次序进行"),
    _rule("J4", "clreq", "places of one kind adjusted alike", "同类间距调整相等"),
    _rule("J5", "clreq", "nothing widened inside words and numbers", "西文词内与数字内不拉开"),
    _rule("J6", "house", "Han at most 0.15 em apart, 0.10 em is a warning, never closer than solid",
          "字距至多拉开 0.15 字，0.10 字即警告，不得小于密排"),
    _rule("J7", "house", "no tight line beside a loose one", "紧行与松行不相邻"),
    _rule("J8", "clreq", "a last line at its natural width", "段末行不拉开"),
    _rule("J9", "clreq", "unjustified lines at their natural width", "不齐行的文字不拉开"),
    _rule("G1", "clreq", "first lines indented by 2 em (1 em in narrow columns)", "段首缩进两字（窄栏一字）"),
    _rule("G2", "clreq", "no space between indented paragraphs", "缩进的段落之间不加空"),
    _rule("G3", "clreq, GB 5.1.11", "two characters at least on a last line", "段末行至少两个字"),
    _rule("G4", "clreq", "no last line alone at a column's top, no first line alone at its foot", "栏首、栏末没有孤行"),
    _rule("G5", "clreq", "no page with a single line of text", "一页正文不止一行"),
    _rule("G6", "clreq", "columns a whole number of characters wide", "栏宽为字号的整数倍"),
    _rule("G7", "clreq", "body leading constant, lines half an em to an em apart", "行距一致，行间空半个字至一个字"),
    _rule("G8", "clreq", "body baselines on one grid", "正文各行在同一网格上"),
    _rule("G11", "house", "body 7.875 pt and captions 6.5 pt at least", "正文不小于六号，图注不小于 6.5 点"),
    _rule("D1", "clreq", "two lines of text under a heading in its column", "标题下至少有两行正文"),
    _rule("D3", "house", "no particle at the start of a heading's line, no single character on it",
          "标题各行不以虚词起行，不留单字"),
    _rule("D4", "house", "no full stop at the end of a heading", "标题末尾不用句号"),
    _rule("M2", "clreq", "one baseline for Han and Latin", "中西文同一基线"),
    _rule("M3", "house", "every glyph there and readable", "没有缺字"),
    _rule("M5", "house", "no stroked bold, no slanted Han (P16)", "不用伪粗体、伪斜体"),
    _rule("C2", "house", "two characters at least on a caption's last line", "图注末行不止一个字"),
    _rule("C5", "house", "a unit 0.35 to 0.6 of its figure, on its baseline", "大数字的单位为其 0.35 至 0.6，同一基线"),
    _rule("T2", "house", "text that can be copied, without spaces of its own between Han", "文字可复制，汉字间无多余空格"),
)  # fmt: skip
RULES: Final[Mapping[str, Rule]] = {rule.id: rule for rule in _SEEN}
"""The rules a finished page shows kept or broken."""

UNSEEN: Final[Mapping[str, Words]] = {
    "K10": Words("an escape is reported as such; whether it was needed shows only while breaking",
                 "变通处逐一列出；是否必要要看断行过程"),
    "K11": Words("an order of work, not a result", "是工序，不是结果"),
    "K12": Words("the line that was not chosen leaves no trace", "没有采用的断法不留痕迹"),
    "P11": Words("a choice; pages are judged by the style they are said to follow", "是体例选择，按所报体例检查"),
    "P16": Words("seen through M5", "见 M5"),
    "H2": Words("a taste in display type", "大字排版的取舍"),
    "S2": Words("seen through S1 and S3", "见 S1、S3"),
    "J10": Words("a list of names does not say that it is one", "版面不标明哪里是名单"),
    "G9": Words("optional and rare", "可选，少用"),
    "G10": Words("which page is a text's last is not said", "版面不标明哪一页是末页"),
    "G12": Words("pictures are not text; see the press rules", "图片另查"),
    "D2": Words("phrases are a matter of reading", "词语的界限要读懂才知道"),
    "D5": Words("which levels there are is not said", "版面不标明标题级别"),
    "D6": Words("whether a line was meant to be centred is not said", "版面不标明是否居中"),
    "M1": Words("a matter of two faces, not of lines", "是两种字体的配合"),
    "M4": Words("seen through P13 and P14", "见 P13、P14"),
    "M6": Words("which figure is a unit's is not said", "版面不标明上标的用途"),
    "I1": Words("dots are drawn, not set", "着重号是画出来的"),
    "I2": Words("lines are drawn, not set", "专名号是画出来的"),
    "I3": Words("which small line belongs to which word is not said", "版面不标明注音所属"),
    "V1": Words("forms of glyphs have no names in a finished file", "成品文件里字形没有名称"),
    "V2": Words("seen only by its width", "只能看到宽度"),
    "V3": Words("counted with K1 to K8: stacked lines are lines", "与 K1 至 K8 一并计数"),
    "C1": Words("what a caption's label is, is not said", "版面不标明图题结构"),
    "C3": Words("which lines are notes is not said", "版面不标明哪些是注释"),
    "C4": Words("rare in Chinese", "中文少用"),
    "T1": Words("the author's text; `brochure check` reads it", "是原稿问题，由 brochure check 检查"),
}  # fmt: skip
"""Rules of the list that a finished page cannot show, and why."""
