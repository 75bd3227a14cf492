"""The project's own data: nothing may get lost, rest on an unknown source, or claim more than the sources do."""

from pathlib import Path

import pytest

from generator.archive.collection import Collection
from generator.archive.load import load_collection
from generator.archive.references import citations_of, facts_of
from generator.records.figure import Event
from generator.records.source import Tier

ROOT = Path(__file__).resolve().parents[1]

PARTIES = {"cdl", "cdnca", "capd", "jiusan"}


@pytest.fixture(scope="module")
def collection() -> Collection:
    loaded, findings = load_collection(ROOT)
    assert [f"{each.file}:{each.line} {each.message.en}" for each in findings] == []
    return loaded


def test_the_collection_is_complete(collection: Collection) -> None:
    shown = collection.published()
    assert len(shown.figures) == 10
    assert len(shown.sites) == 29
    assert len(shown.bases) == 15
    assert len(collection.sources) >= 130


def test_the_three_alternates_are_drafts_that_no_edition_shows(collection: Collection) -> None:
    drafts = {figure.id for figure in collection.figures.values() if figure.draft}
    assert drafts == {"liu-jingji", "wu-gengmei", "xie-zhiliu"}
    shown = collection.published()
    assert not drafts & set(shown.figures)
    assert not [bond for bonds in shown.references.people_of_person.values() for bond in bonds if bond.other in drafts]


def test_all_forty_relations_are_there(collection: Collection) -> None:
    between_people = [relation for figure in collection.figures.values() for relation in figure.relations]
    to_places = [relation for figure in collection.figures.values() for relation in figure.places]
    assert len(between_people) == 23
    assert len(to_places) == 15
    assert sum(relation.inferred for relation in between_people) == 11
    # The two of people who have no page stand with the place.
    homes = {
        (site.id, person.person)
        for site in collection.sites.values()
        for person in site.people
        if person.person in collection.people
    }
    assert {("zhangtailei-house", "zhang-tailei"), ("quqiubai-house", "qu-qiubai")} <= homes


def test_every_cited_source_is_registered(collection: Collection) -> None:
    unknown = {
        (record.id, source)
        for _, record in collection.records()
        for _, source in citations_of(record)
        if source not in collection.sources
    }
    unknown |= {
        (place.id, source)
        for place in collection.places.values()
        if place.coordinates
        for source in place.coordinates.sources
        if source not in collection.sources
    }
    assert unknown == set()


def test_every_reference_leads_somewhere(collection: Collection) -> None:
    people = {*collection.figures, *collection.people}
    grounds = {*collection.sites, *collection.bases}
    for figure in collection.figures.values():
        assert {relation.person for relation in figure.relations} <= people, figure.id
        assert {relation.place for relation in figure.places} <= grounds, figure.id
        towns = {event.place for event in (figure.born, figure.died, *figure.timeline) if event and event.place}
        assert towns <= set(collection.places), figure.id
    for site in collection.sites.values():
        assert {person.person for person in site.people if person.person} <= people, site.id
        assert all(person.person or person.name for person in site.people), site.id
    for base in collection.bases.values():
        assert {person.person for person in base.figures} <= set(collection.figures), base.id
        assert base.site is None or base.site in collection.sites, base.id


def test_a_fact_that_counts_as_verified_names_a_source(collection: Collection) -> None:
    unfounded = [
        (record.id, path)
        for _, record in collection.records()
        for path, fact in facts_of(record)
        if fact.verified and not fact.sources
    ]
    assert unfounded == []


def test_general_knowledge_never_counts_as_verified(collection: Collection) -> None:
    nowhere = {source.id for source in collection.sources.values() if source.tier is Tier.NONE}
    assert nowhere == {"gk"}
    for _, record in collection.records():
        for path, fact in facts_of(record):
            assert not (fact.verified and set(fact.sources) == nowhere), (record.id, path)


def test_a_source_that_was_read_as_a_copy_gives_no_address(collection: Collection) -> None:
    assert [source.id for source in collection.sources.values() if source.access == "mirror" and source.url] == []


def test_only_two_bases_are_said_to_be_named(collection: Collection) -> None:
    named = {base.id: base.naming for base in collection.bases.values() if base.naming}
    assert set(named) == {"shiliang-house-base", "zhou-library"}
    for naming in named.values():
        assert naming.batch == 1
        assert naming.sources == ("zgd2019",)


def test_a_candidate_of_the_public_vote_is_called_a_candidate(collection: Collection) -> None:
    for base in collection.bases.values():
        for status in base.statuses:
            if "jsbases2021" in status.sources:
                assert "候选名单，不是命名" in (status.text.zh or ""), base.id
                assert "not a naming" in (status.text.en or ""), base.id


def test_the_selection_is_said_to_be_ours_and_never_official(collection: Collection) -> None:
    assert "不是官方名单" in (ROOT / "content/zh/figures/index.md").read_text(encoding="utf-8")
    for _, record in collection.records():
        text = record.model_dump_json()
        assert "十位统战名人" not in text, record.id
        assert "十大统战名人" not in text, record.id


def test_party_membership_is_told_as_the_sources_tell_it(collection: Collection) -> None:
    shown = collection.published().figures
    members = {figure.id: {each.id for each in figure.organisations} for figure in shown.values()}
    assert all(ids & (PARTIES | {"independent"}) for ids in members.values())
    assert {key for key, ids in members.items() if "cpc" in ids} == {"xu-boxin", "wu-jieping", "hua-luogeng"}
    # No page states that Zhao belonged to no party: it is inferred, and must look so.
    assert not shown["zhao-yuanren"].organisations[0].verified
    hua = next(each for each in shown["hua-luogeng"].organisations if each.id == "cpc")
    assert not hua.verified


def test_contradictions_between_sources_stand_side_by_side(collection: Collection) -> None:
    figures = collection.figures

    def event(figure: str, date: str) -> Event:
        return next(each for each in figures[figure].timeline if str(each.date) == date)

    born = {key: figure.born for key, figure in figures.items() if figure.born}
    assert born["zhang-zhirang"].variants and born["xu-boxin"].variants
    birthplace = figures["li-gongpu"].birthplace
    assert birthplace and birthplace.variants[0].sources == ("wj_ligongpu",)
    for figure, date in (
        ("shi-liang", "1915"),
        ("shi-liang", "1922"),
        ("liu-guojun", "1915"),
        ("liu-guojun", "1951"),
        ("liu-haisu", "1912-12-23"),
        ("zhao-yuanren", "1900?"),
        ("hua-luogeng", "1925"),
    ):
        assert event(figure, date).variants, (figure, date)


def test_no_house_of_the_lane_is_located_more_finely_than_its_sources_allow(collection: Collection) -> None:
    located = [(site.id, site.coordinates) for site in collection.sites.values()]
    located += [(base.id, base.coordinates) for base in collection.bases.values()]
    assert len([each for _, each in located if each]) == 30
    for record_id, coordinates in located:
        if coordinates is not None:
            assert not coordinates.is_spot, record_id
            assert not coordinates.verified, record_id
            assert coordinates.note, record_id


def test_timelines_run_forward(collection: Collection) -> None:
    for figure in collection.figures.values():
        days = [event.date.earliest for event in figure.timeline]
        assert days == sorted(days), figure.id


def test_li_gongpu_keeps_his_character_in_traditional_text(collection: Collection) -> None:
    assert collection.figures["li-gongpu"].names.zh_hant == "李公朴"
    for record in (collection.sites["ligongpu-house"], collection.bases["ligongpu-base"]):
        assert record.names.zh_hant and "李公朴" in record.names.zh_hant


def test_every_text_of_a_record_exists_in_chinese_and_english(collection: Collection) -> None:
    def texts(value: object, path: str) -> None:
        if isinstance(value, dict):
            if value and set(value) <= {"zh", "zh-Hant", "en"}:
                assert value.get("zh") and value.get("en"), path
            for key, each in value.items():
                texts(each, f"{path}.{key}")
        elif isinstance(value, list):
            for index, each in enumerate(value):
                texts(each, f"{path}[{index}]")

    for _, record in collection.records():
        texts(record.model_dump(mode="json", by_alias=True, exclude_none=True), record.id)
