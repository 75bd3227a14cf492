"""Queries know which answers are right: the only bearer of a name, or the most prominent of several."""

from benchmarks.browser import quality
from benchmarks.queries import Figure, Query, queries


def figure(
    record_id: str, name: str, pinyin: str, prominence: int, biography: str, courtesy: str | None = None
) -> Figure:
    return Figure(record_id, name, name[1:], pinyin, courtesy, prominence, biography)


FIGURES = [
    figure("a", "张文元", "Zhāng Wényuán", 10, "他在青川办学多年。他又在云溪修桥铺路。", courtesy="伯安"),
    figure("b", "李文元", "Lǐ Wényuán", 30, "他在青川办学多年。他还在梅塘种树养蚕。", courtesy="伯安"),
    figure("c", "陈伯安", "Chén Bó'ān", 5, "他久居安桥著书立说。"),
]


def of(kind: str) -> dict[str, tuple[set[str], bool]]:
    return {query.text: (set(query.wanted), query.unique) for query in queries(FIGURES, 3) if query.kind == kind}


def test_a_full_name_has_one_answer() -> None:
    assert of("full")["张文元"] == ({"a"}, True)


def test_among_several_bearers_the_most_prominent_is_wanted() -> None:
    assert of("given")["文元"] == ({"b"}, False)


def test_a_courtesy_name_that_is_also_a_given_name_has_several_answers_and_means_the_given_name_first() -> None:
    assert of("courtesy")["伯安"] == ({"c"}, False)


def test_a_given_name_that_is_also_a_full_name_means_that_first() -> None:
    figures = [*FIGURES, figure("d", "文元", "Wén Yuán", 0, "")]
    assert next(q for q in queries(figures, 4) if q.text == "文元") == Query("given", "文元", frozenset({"d"}), False)


def test_pinyin_and_initials_have_no_tones_spaces_or_apostrophes() -> None:
    assert set(of("pinyin")) == {"zhangwenyuan", "liwenyuan", "chenboan"}
    assert set(of("initials")) == {"zwy", "lwy", "cba"}


def test_only_names_that_differ_are_asked_in_traditional_form() -> None:
    assert of("traditional") == {"張文元": ({"a"}, True), "陳伯安": ({"c"}, True)}


def test_words_that_two_biographies_share_are_not_asked() -> None:
    assert set(of("middle")) == {"他又在云溪修桥铺", "他还在梅塘种树养", "他久居安桥著书立"}


def test_quality_counts_first_and_within_five_and_the_prominent() -> None:
    alone = [Query("full", name, frozenset({name}), True) for name in "xyz"]
    several = Query("full", "v", frozenset({"v"}), False)
    outcomes = [(alone[0], ["x"]), (alone[1], ["1", "y"]), (alone[2], ["1", "2", "3", "4", "5", "z"]), (several, ["v"])]
    table = quality(outcomes)["full"]
    assert (table["unique"], table["first"], table["within_five"]) == (3, 33.3, 66.7)
    assert (table["several"], table["prominent_first"]) == (1, 100.0)
