"""Fictional people: names as frequent as real ones, with courtesy names, toned pinyin and traditional forms."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from opencc import OpenCC
from pypinyin import Style, pinyin

# In the order of how many bear them; how many more is only roughly so (1 / (rank + 6)).
_SURNAMES = (
    *"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范"
    "汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖樊殷施洪翟庄单解仇",
    "欧阳",
    "诸葛",
    "司马",
    "上官",
)
_GIVEN = (
    "文元国华明德仁义礼信志永光世家学承宗祖绍兴振伯仲叔季子士公少良善贤俊杰英雄豪才英秀清廉正直方圆宏伟大达通远长久恒安"
    "宁静平和顺康泰吉庆祥瑞福寿昌盛荣茂林森松柏竹梅兰菊桂梧桐杨柳山川江河湖海洋波涛云雨霖雪霜月星辰日辉耀灿炳焕煌炎"
    "金银铜铁锡钧铭锐锋钊鑫玉珍珠琳琅瑜瑾璋珩琪玮石岩峰岳嵩泰衡恒嘉佳美善丽娟婉淑芬芳芝兰蕙莲蓉萱馨雅慧敏聪颖哲睿智"
    "思怀念忆忠孝悌诚恳勤俭恭谨慎敬修养培植树立建设成功业绩勋章程式则法度纲维经纬纶绪续统绥纯素白青蓝紫丹朱赤玄黄"
    "春夏秋冬东南西北中央上下左右前后先进升腾飞翔鹏鹤鸿鹄凤麟龙虎骏驹骥乾坤天地人心性情理道路途程万千百亿一二三四五"
)
_COURTESY_HEADS = "伯仲叔季子士公少君孟元长幼之景希思慕敬守可允允维惟次"
_ART_TAILS = ("斋", "庐", "轩", "堂", "山人", "居士", "村", "园", "溪", "庵", "亭", "楼")
# Where the reading as a surname, or in a name, is not the one that stands first in the dictionary.
_READINGS = dict(曾="zēng", 单="shàn", 解="xiè", 仇="qiú", 任="rén", 翟="zhái", 覃="qín", 长="cháng")
_VOWEL_STARTS = tuple("aāáǎàoōóǒòeēéěè")


@dataclass(frozen=True)
class Person:
    """A person's names. `pinyin` has tones; `record_id` is the file name."""

    record_id: str
    surname: str
    given: str
    pinyin: str
    courtesy: str | None
    art: str | None

    @property
    def name(self) -> str:
        """Surname and given name."""
        return self.surname + self.given

    @property
    def english(self) -> str:
        """The name in toneless pinyin."""
        return toneless(self.pinyin)


@cache
def reading(character: str) -> str:
    """The toned pinyin of a character."""
    return _READINGS.get(character) or str(pinyin(character, style=Style.TONE)[0][0])


_TONED = {
    toned: plain
    for plain, every in {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "v": "ǖǘǚǜü"}.items()
    for toned in every
}
_TONED |= {toned.upper(): plain.upper() for toned, plain in _TONED.items()}


def toneless(text: str) -> str:
    """Pinyin without tones, with v for ü."""
    return "".join(_TONED.get(letter, letter) for letter in text)


def romanised(word: str) -> str:
    """A word in toned pinyin, with a capital, and an apostrophe where a syllable within begins with a vowel."""
    syllables = [reading(character) for character in word]
    joined = "".join(
        f"'{each}" if index and each.startswith(_VOWEL_STARTS) else each for index, each in enumerate(syllables)
    )
    return joined[0].upper() + joined[1:]


@cache
def _converter() -> OpenCC:
    return OpenCC("s2tw")


def traditional(text: str) -> str:
    """The text in traditional characters."""
    return str(_converter().convert(text))


def _falling(count: int, flatness: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + flatness) for rank in range(count)))


_SURNAME_SUMS = _falling(len(_SURNAMES), 6)
_GIVEN_SUMS = _falling(len(_GIVEN), 60)


def _characters(chance: random.Random, count: int) -> str:
    while True:
        drawn = chance.choices(_GIVEN, cum_weights=_GIVEN_SUMS, k=count)
        if len(set(drawn)) == count:
            return "".join(drawn)


def names(chance: random.Random) -> tuple[str, str]:
    """A surname and a given name of one or two characters."""
    surname = chance.choices(_SURNAMES, cum_weights=_SURNAME_SUMS)[0]
    return surname, _characters(chance, 1 if chance.random() < 0.2 else 2)


def slug(text: str) -> str:
    """Toned pinyin as a file name."""
    return toneless(text).lower().replace("'", "").replace(" ", "-")


def people(count: int, seed: int) -> Sequence[Person]:
    """So many people. The first ones are the same for any greater `count`."""
    chance = random.Random(f"{seed}/people")
    taken: dict[str, int] = {}
    found = []
    for _ in range(count):
        surname, given = names(chance)
        sound = f"{romanised(surname)} {romanised(given)}"
        base = slug(sound)
        taken[base] = taken.get(base, 0) + 1
        courtesy = chance.choice(_COURTESY_HEADS) + _characters(chance, 1) if chance.random() < 0.7 else None
        art = _characters(chance, 1) + chance.choice(_ART_TAILS) if chance.random() < 0.25 else None
        number = taken[base]
        found.append(Person(base if number == 1 else f"{base}-{number}", surname, given, sound, courtesy, art))
    return found
