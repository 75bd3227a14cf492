"""The quick reader of YAML: the same data as `parse_yaml`, in a fifth of the time, without positions.

Whatever it would have to refuse it leaves to the other reader, which says where it stands and how to mend it.
"""

from itertools import islice
from typing import Any

import yaml

from generator.archive.yaml_lines import Unusual, usual_data
from generator.archive.yaml_reader import FORBIDDEN, MAXIMUM_DEPTH, MAXIMUM_NODES, NULL, PARSER, Data, parse_yaml


def parse_data(text: str) -> Data:
    """The data of one YAML document, without positions.

    Answers what `parse_yaml(text).data` is, and raises UnreadableYaml where it does.
    """
    try:
        return usual_data(text)
    except Unusual:
        pass
    try:
        return _plain_data(text)
    except (_Doubtful, yaml.YAMLError):
        # The other reader refuses the text, and says where and why, or has seen that it is good after all.
        return parse_yaml(text).data


class _Doubtful(Exception):
    """Something that is refused, or that only the other reader can judge."""


def _plain_data(text: str) -> Data:
    """The data of a text that has nothing to refuse. Raises _Doubtful or YAMLError otherwise.

    One loop over the events, with local names only: it runs for every value of every record.
    """
    if FORBIDDEN.search(text) is not None:
        raise _Doubtful
    has_escapes = "\\" in text
    scalar_event, mapping_start, sequence_start = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    null, forbidden = NULL, FORBIDDEN.search
    # The root is read as the only item of a list, so that every value has a container.
    root: list[Data] = []
    mapping: dict[str, Data] | None = None
    sequence: list[Data] = root
    key: str | None = None
    value: Any
    outer: list[tuple[dict[str, Data] | None, list[Data]]] = []
    events = iter(PARSER(text).get_event, None)
    # Every value comes with at least one event, so that this many events hold no more values than are allowed.
    for event in islice(events, MAXIMUM_NODES):
        kind = event.__class__
        if kind is scalar_event:
            value = event.value
            if event.anchor is not None or event.tag is not None or (has_escapes and forbidden(value)):
                raise _Doubtful
            if mapping is None:
                sequence.append(None if not event.style and value in null else value)
            elif key is None:
                if value in mapping or value == "<<":
                    raise _Doubtful
                key = value
            else:
                mapping[key] = None if not event.style and value in null else value
                key = None
        elif kind is mapping_start or kind is sequence_start:
            if event.anchor is not None or event.tag is not None or len(outer) >= MAXIMUM_DEPTH:
                raise _Doubtful
            value = {} if kind is mapping_start else []
            outer.append((mapping, sequence))
            if mapping is None:
                sequence.append(value)
            elif key is None:
                raise _Doubtful
            else:
                mapping[key] = value
                key = None
            if isinstance(value, dict):
                mapping = value
            else:
                mapping, sequence = None, value
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            mapping, sequence = outer.pop()
        elif kind is yaml.AliasEvent:
            raise _Doubtful
    if len(root) > 1 or next(events, None) is not None:
        raise _Doubtful
    return root[0] if root else None
