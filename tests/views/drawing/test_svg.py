"""Neighbouring strokes of one kind are one element, in the order in which they were drawn."""

from generator.views.drawing.svg import element, group, line, path, rectangle


def test_neighbouring_paths_of_one_kind_become_one() -> None:
    assert group(None, line("ink", 0, 0, 1, 1), line("ink", 2, 2, 3, 3), path("ink", "M", 5, 5, "h", 2)) == (
        '<g><path d="M 0 0 L 1 1 M 2 2 L 3 3 M 5 5 h 2" class="ink"/></g>'
    )


def test_what_lies_between_keeps_its_place() -> None:
    drawn = group("house", line("ink", 0, 0, 1, 1), rectangle("paper", 0, 0, 1, 1), line("ink", 2, 2, 3, 3))
    assert drawn.count("<path") == 2
    assert drawn.index("<path") < drawn.index("<rect") < drawn.rindex("<path")


def test_other_kinds_and_other_attributes_stay_apart() -> None:
    dashed = element("path", d="M 0 0 h 1", class_="ink", fill_rule="evenodd")
    drawn = group(None, line("ink", 0, 0, 1, 1), line("fine", 0, 0, 1, 1), dashed, dashed)
    assert drawn.count("<path") == 4


def test_hostile_text_of_an_attribute_stays_in_it() -> None:
    hostile = '"/><script>alert(1)</script>'
    drawn = group(None, path(hostile, "M", 0, 0), path(hostile, "M", 1, 1))
    assert drawn.count("<path") == 1 and "<script" not in drawn
