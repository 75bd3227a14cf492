"""The head of a record page: its plaque, its name in both scripts, its labels."""

from collections.abc import Iterable

from generator.shell.html import NOTHING, Html, escape, joined, lang_html
from generator.views.markup.texts import localized
from generator.views.texts import Shown


def _main_part(name: str) -> str:
    """A name may end in a qualifier in parentheses: 八桂堂（瞿秋白诞生地）."""
    return name.split("（", 1)[0].split(" (", 1)[0]


def with_qualifier(name: str) -> Html:
    """A name, its qualifier set apart."""
    main = _main_part(name)
    if len(main) == len(name):
        return escape(name)
    return Html(f'{escape(main)}<span class="name-qualifier">{escape(name[len(main) :])}</span>')


def record_heading(
    kind: str,
    name: Shown,
    pinyin: str | None,
    plaque: str,
    labels: Iterable[Html],
    summary: Shown | None,
    other_name: Shown | None,
    seal_html: Html = NOTHING,
) -> Html:
    """The heading of a page. `kind` is `person` or `place`; `plaque` is the name in traditional characters or ""."""
    plaque_lang_html = Html("zh-Hant" if plaque else "zh-Hans")
    seal_html = Html(f'<span class="plaque-seal">{seal_html}</span>') if seal_html else NOTHING
    pinyin_html = Html(f'<p class="pinyin" lang="zh-Latn">{escape(pinyin)}</p>') if pinyin else NOTHING
    other_html = Html(f'<p class="other-name">{localized(other_name)}</p>') if other_name else NOTHING
    labels_html = joined([Html(f"<span>{label_html}</span>") for label_html in labels if label_html])
    if labels_html:
        labels_html = Html(f'<p class="record-labels">{labels_html}</p>')
    summary_html = Html(f'<p class="lead">{localized(summary)}</p>') if summary else NOTHING
    return Html(
        f'<header class="record-heading record-heading-{escape(kind)} wide">\n'
        f'<div class="plaque" aria-hidden="true"><span class="plaque-name name" lang="{plaque_lang_html}">'
        f"{escape(_main_part(plaque or name.text))}</span>{seal_html}</div>\n"
        f'<div class="record-title">{pinyin_html}'
        f'<h1 class="name"{lang_html(name.lang)}>{with_qualifier(name.text)}</h1>'
        f"{other_html}{labels_html}{summary_html}</div>\n</header>"
    )
