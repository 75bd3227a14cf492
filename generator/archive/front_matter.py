"""The front matter of a Markdown page: the YAML between two lines `---` at its head."""

import re

from generator.archive.yaml_reader import parse_yaml

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def front_matter(text: str) -> str | None:
    """The YAML at the head of a page; None where there is none."""
    match = _FRONT_MATTER.match(text)
    return match[1] if match else None


def front_matter_texts(text: str) -> dict[str, str]:
    """The keys of the front matter whose values are text, each as it is written: `no` and `0123` stay what they are.

    Raises UnreadableYaml.
    """
    data = parse_yaml(front_matter(text) or "").data
    return {key: value for key, value in data.items() if isinstance(value, str)} if isinstance(data, dict) else {}
