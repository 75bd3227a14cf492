"""What a benchmark found, as it is kept in `results.json`."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Runs:
    """The runs of one contestant on one collection, in seconds and bytes, one entry a run."""

    contestant: str
    count: int
    kind: str
    """`cold`, or `warm` after one edit."""
    wall_s: list[float] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)
    pss_bytes: list[int] = field(default_factory=list)
    rss_bytes: list[int] = field(default_factory=list)
    files: int = 0
    bytes: int = 0
    failure: str = ""
    """Why there are no runs, or no more."""

    @property
    def wall(self) -> float | None:
        """The median of wall time."""
        return statistics.median(self.wall_s) if self.wall_s else None

    @property
    def cpu(self) -> float | None:
        """The median of CPU time."""
        return statistics.median(self.cpu_s) if self.cpu_s else None

    @property
    def pss(self) -> float | None:
        """The median of the peaks of memory."""
        return statistics.median(self.pss_bytes) if self.pss_bytes else None

    @property
    def rss(self) -> float | None:
        """The median of the peaks of resident sizes, summed over processes."""
        return statistics.median(self.rss_bytes) if self.rss_bytes else None


@dataclass
class Results:
    """Everything that one benchmark measured."""

    machine: dict[str, str] = field(default_factory=dict)
    builds: list[Runs] = field(default_factory=list)
    browser: list[dict[str, Any]] = field(default_factory=list)
    previews: list[dict[str, Any]] = field(default_factory=list)
    page: dict[str, Any] = field(default_factory=dict)

    def of(self, contestant: str, count: int, kind: str = "cold") -> Runs | None:
        """The runs of a contestant on a collection of so many figures; None where there are none."""
        for runs in self.builds:
            if (runs.contestant, runs.count, runs.kind) == (contestant, count, kind) and runs.wall_s:
                return runs
        return None

    @property
    def sizes(self) -> Sequence[int]:
        """The numbers of figures of the fictional collections; 0 stands for the real one."""
        return sorted({runs.count for runs in self.builds if runs.count})

    def save(self, path: Path) -> None:
        """Write the results as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load(path: Path) -> Results:
    """Results as they were saved."""
    data = json.loads(path.read_text(encoding="utf-8"))
    data["builds"] = [Runs(**runs) for runs in data["builds"]]
    return Results(**data)
