"""The first stage, on workers: files become records, and of each record a digest for the others."""

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.archive.condensed import condense, restore
from generator.archive.digest import RECORD_CLASSES, AnyRecord, Digest, digest_of, dump
from generator.archive.files import UnreadableFile
from generator.archive.load import RecordFile
from generator.archive.validation import read_record
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
    characters: frozenset[str]
    """Every character beyond ASCII that stands in the files."""


def read_chunk(job: ReadJob) -> ReadResult:
    """Read, validate and digest the files of a chunk."""
    digests: list[Digest] = []
    findings: list[Finding] = []
    lines: list[str] = []
    characters: set[str] = set()
    for kind, record_id, file in job.files:
        try:
            text = job.inputs.read_text(file)
        except UnreadableFile as error:
            findings.append(error.finding)
            continue
        record, problems = read_record(RECORD_CLASSES[kind], text, file, {"id": record_id})
        findings += problems
        if record is not None:
            digests.append(digest_of(kind, record, file))
            lines.append(dump([kind, condense(record)]))
            if not record.draft:
                characters.update(text)
    job.scratch.write(records_file(job.number), "\n".join(lines).encode())
    return ReadResult(
        job.number, tuple(digests), tuple(findings), frozenset(each for each in characters if each > "\x7f")
    )


def records_file(number: int) -> str:
    """Where the records of a chunk are kept."""
    return f"records/{number:06}.json"


def kept_records(scratch: Storage, number: int) -> Iterator[tuple[str, AnyRecord]]:
    """The records of a chunk that was read, with their kinds."""
    for line in scratch.read(records_file(number)).decode().splitlines():
        kind, condensed = json.loads(line)
        yield kind, restore(RECORD_CLASSES[kind], condensed)


def chunks(files: Iterable[RecordFile], size: int) -> Iterator[tuple[RecordFile, ...]]:
    """The files in portions of `size`."""
    portion: list[RecordFile] = []
    for file in files:
        portion.append(file)
        if len(portion) == size:
            yield tuple(portion)
            portion = []
    if portion:
        yield tuple(portion)
