"""Between the two stages an editor may save a file: what is made of it must be of one state."""

import time
from pathlib import Path

import pytest

from generator.editions.production import production
from generator.editions.production.rendering import ChangedMeanwhile, RenderJob, RenderResult, render_chunk
from tests.support.collection import FIGURE, SITE, write_collection, write_file
from tests.support.incremental import Workplace


def test_a_file_that_is_saved_between_the_stages_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workplace = Workplace(tmp_path)
    write_collection(workplace.root)
    # What was written a moment ago is not trusted to be unchanged, so it would be read again in any case.
    time.sleep(0.1)
    workplace.build()
    # The page of person-a tells of the house, so it is made again; its own file seems to be as it was.
    write_file(workplace.root, "sites_map/sites/house.yml", SITE.replace("虚构宅", "虚构屋"))
    refused: list[RenderJob] = []

    def save_first(job: RenderJob) -> RenderResult:
        if not refused:
            write_file(workplace.root, "figures/person-a.yml", FIGURE.replace("虚构的小传", "刚改的小传"))
        try:
            return render_chunk(job)
        except ChangedMeanwhile:
            refused.append(job)
            raise

    monkeypatch.setattr(production, "render_chunk", save_first)
    workplace.build()
    assert refused
    assert "刚改的小传" in workplace.published()["figures/person-a/index.html"].decode()
    assert workplace.published() == workplace.clean_build()
