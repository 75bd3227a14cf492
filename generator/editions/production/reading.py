"""The first stage, on workers: files become records, and of each record a digest for the others."""

import pickle
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from zlib import crc32

from generator.archive.condensed import condense, restore
from generator.archive.digest import RECORD_CLASSES, AnyRecord, Digest, digest_of
from generator.archive.load import RecordFile, read_record_file
from generator.editions.production.cache import fingerprint
from generator.editions.production.parts import loaded
from generator.editions.production.storage import Storage
from generator.records.finding import Finding


class ReadJob(NamedTuple):
    """Files to be read. The records are kept in the scratch storage, under the number of the chunk."""

    number: int
    files: tuple[RecordFile, ...]
    inputs: Storage
    scratch: Storage


class ReadResult(NamedTuple):
    """What the files held: digests in the order of files, and what is wrong."""

    number: int
    digests: tuple[Digest, ...]
    findings: tuple[Finding, ...]
    contents: tuple[str, ...]
    """What stands for the content of each record's file, in the order of the digests."""


def read_chunk(job: ReadJob) -> ReadResult:
    """Read, validate and digest the files of a chunk."""
    digests: list[Digest] = []
    findings: list[Finding] = []
    records: list[tuple[str, dict[str, Any]]] = []
    contents: list[str] = []
    for each in job.files:
        record, text, problems = read_record_file(job.inputs, each)
        findings += problems
        if record is not None:
            condensed = condense(record)
            digests.append(digest_of(each.kind, record, each.file, condensed))
            records.append((each.kind, condensed))
            contents.append(fingerprint(each.file, text))
    job.scratch.write(records_file(job.number), pickle.dumps(records, pickle.HIGHEST_PROTOCOL))
    return ReadResult(job.number, tuple(digests), tuple(findings), tuple(contents))


def records_file(number: int) -> str:
    """Where the records of a chunk are kept."""
    return f"records/{number:06}.pickle"


def kept_records(scratch: Storage, number: int) -> Iterator[tuple[str, AnyRecord]]:
    """The records of a chunk that was read, with their kinds."""
    for kind, condensed in loaded(scratch.read(records_file(number))):
        yield kind, restore(RECORD_CLASSES[kind], condensed)


def chunks(files: Sequence[RecordFile], is_preview: bool = False) -> Iterator[tuple[RecordFile, ...]]:
    """The files in portions of one kind. Where a portion ends is chosen by the ids in it, so that a new file moves
    only few of the borders after it.

    Portions are small in a small collection, of which an edit should make little anew, and larger in a large one, but
    not in a preview: there somebody waits for the portion of the file that was edited.
    """
    size = _SMALL_CHUNK if is_preview or len(files) < _FEW_FILES else _LARGE_CHUNK
    portion: list[RecordFile] = []
    for file in files:
        least = max(1, size // 2)
        is_border = len(portion) >= least and _is_border(file, least)
        if portion and (is_border or len(portion) >= 2 * size or portion[-1].kind != file.kind):
            yield tuple(portion)
            portion = []
        portion.append(file)
    if portion:
        yield tuple(portion)


_FEW_FILES = 500
_SMALL_CHUNK, _LARGE_CHUNK = 4, 48
"""About how many files a portion has: half as many to twice as many, so that no edit makes very many anew."""


def _is_border(file: RecordFile, size: int) -> bool:
    return crc32(file.id.encode()) % size == 0
