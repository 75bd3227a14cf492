"""Rules about places: positions that can be true, and what the programme asks of a place."""

from collections.abc import Iterator

from generator.records.base import Base
from generator.records.coordinates import SYMBOLIC_PRECISION_M, Coordinates
from generator.records.finding import FieldPath, Severity
from generator.records.site import FourParts, Site
from generator.review.rule import InRecord, Problem, ReviewContext, problem, rule

_PART_NAMES = {"people": "人物", "carrier": "载体", "tradition": "传统", "character": "特色"}


def _positions(context: ReviewContext) -> Iterator[tuple[str, Site | Base, Coordinates]]:
    for kind, records in (("site", context.collection.sites), ("base", context.collection.bases)):
        for record in records.values():
            if record.coordinates is not None:
                yield kind, record, record.coordinates


@rule("coordinates-outside-region", Severity.ERROR)
def outside_region(context: ReviewContext) -> Iterator[Problem]:
    """A site or base outside the region that mkdocs.yml declares: swapped numbers, or a slip."""
    if context.region is None:
        return
    for kind, record, coordinates in _positions(context):
        latitude, longitude = coordinates.to_wgs84()
        if not context.region.contains(latitude, longitude):
            yield problem(
                InRecord(kind, record.id, ("coordinates", "lat")),
                f"位置在声明的区域之外：纬度 {latitude:.4f}，经度 {longitude:.4f}",
                f"a position outside the declared region: latitude {latitude:.4f}, longitude {longitude:.4f}",
                "检查经纬度是否颠倒、坐标系是否写对；区域在 mkdocs.yml 的 region",
                "check whether lat and lng are swapped and whether system is right; the region is in mkdocs.yml",
            )


@rule("coordinates-imprecise", Severity.NOTE)
def imprecise(context: ReviewContext) -> Iterator[Problem]:
    """A position too rough for a pin; the map draws a circle, and no pin, there."""
    for kind, record, coordinates in _positions(context):
        if not coordinates.is_spot:
            yield problem(
                InRecord(kind, record.id, ("coordinates", "precision_m")),
                f"位置只准到 {coordinates.precision_m} 米，地图上不作点标",
                f"a position known to {coordinates.precision_m} m only, which the map does not draw as a pin",
                f"找到准于 {SYMBOLIC_PRECISION_M} 米的位置及其出处",
                f"find a position better than {SYMBOLIC_PRECISION_M} m, and its source",
            )


@rule("coordinates-overprecise", Severity.WARNING)
def overprecise(context: ReviewContext) -> Iterator[Problem]:
    """Precision is claimed that the number itself does not carry: `31.77` cannot be good to 10 m."""
    for kind, record, coordinates in _positions(context):
        # One unit in the last decimal place of a degree of latitude, in metres.
        step = 111_320 / 10 ** max(_decimals(coordinates.lat), _decimals(coordinates.lng))
        if step > 2 * coordinates.precision_m:
            yield problem(
                InRecord(kind, record.id, ("coordinates", "precision_m")),
                f"写准到 {coordinates.precision_m} 米，但经纬度的末位就有 {step:.0f} 米",
                f"claims {coordinates.precision_m} m, but the last digit of the position is {step:.0f} m",
                "写全经纬度，或放宽 precision_m",
                "write all digits of the position, or a larger precision_m",
            )


def _decimals(number: float) -> int:
    return len(repr(number).partition(".")[2].rstrip("0"))


@rule("coordinates-verified-without-source", Severity.ERROR)
def verified_without_source(context: ReviewContext) -> Iterator[Problem]:
    """`verified: true` claims that a source gives the position, and none is named."""
    for entry in context.entries:
        coordinates: Coordinates | None = getattr(entry.record, "coordinates", None)
        if coordinates is not None and coordinates.verified and not coordinates.sources:
            yield problem(
                InRecord(entry.kind, entry.record_id, ("coordinates",)),
                "verified: true 却没有写出处",
                "verified: true, but no source is named",
                "补上 sources，或改为 verified: false",
                "add sources, or write verified: false",
            )


@rule("coordinates-unverified", Severity.NOTE)
def unverified(context: ReviewContext) -> Iterator[Problem]:
    """A position that no source was found to give."""
    for kind, record, coordinates in _positions(context):
        if not coordinates.verified:
            path: FieldPath = ("coordinates",)
            yield problem(
                InRecord(kind, record.id, path),
                "位置尚未核实",
                "this position has not been verified",
                "查对出处或实地测量后写 verified: true",
                "check the sources or measure it there, then write verified: true",
            )


@rule("four-parts-missing", Severity.NOTE)
def missing_parts(context: ReviewContext) -> Iterator[Problem]:
    """The programme asks of a place people, a carrier, a tradition and a character (有人物、有载体、有传统、有特色)."""
    for site in context.collection.sites.values():
        missing = [name for name in FourParts.model_fields if getattr(site.four_parts, name) is None]
        if missing:
            yield problem(
                InRecord("site", site.id, ("four_parts",)),
                f"“四有”缺：{'、'.join(_PART_NAMES[name] for name in missing)}",
                f"of the four parts these are missing: {', '.join(missing)}",
                "有出处才写；查不到就留空，页面会说明",
                "write them only with a source; leave a gap where none is found, the page says so",
            )


RULES = (outside_region, imprecise, overprecise, verified_without_source, unverified, missing_parts)
