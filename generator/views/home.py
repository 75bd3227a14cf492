"""The home page: the lane, one sentence, the search, three doors."""

from generator.views.context import ViewContext
from generator.views.lane import drawing_remark, lane_drawing
from generator.views.page import Block
from generator.views.search_form import search_form

_NAMES_AT_A_DOOR = 4


def home_block(context: ViewContext, page_path: str) -> Block:
    """What a visitor meets first. The doors say what is behind them: how many, and the first names."""
    links, texts, t, index = context.links(page_path), context.texts, context.t, context.index
    figures = sorted(index.people.values(), key=lambda figure: -figure.prominence)
    bases = sorted(index.bases.values(), key=lambda base: (not base.is_named, base.id))
    doors = [
        (links.to("figures/"), "figures", [each.name.text for each in figures]),
        (links.to("sites/"), "sites", [each.name.text for each in index.sites.values()]),
        (links.to("bases/"), "bases", [each.name.text for each in bases]),
    ]
    html = context.render(
        "home.html",
        drawing=lane_drawing(context, page_path),
        remark=drawing_remark(context) if context.collection.plan else None,
        sentence=t(
            "home_sentence",
            figures=len(figures),
            sites=len(index.sites),
            bases=len(bases),
            sources=len(context.collection.sources),
        ),
        search=search_form(context, page_path),
        doors=[
            {
                "href": href,
                "title": t(f"section_{section}"),
                "count_text": t(f"home_count_{section}", count=len(names)),
                "line": texts.joined(names[:_NAMES_AT_A_DOOR])
                + (t("home_and_more") if len(names) > _NAMES_AT_A_DOOR else "")
                if names
                else t(f"{'places' if section == 'sites' else section}_empty"),
            }
            for href, section, names in doors
        ],
    )
    return Block(html)
