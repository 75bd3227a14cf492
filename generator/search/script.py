"""Data as a script: a page opened from a folder may load scripts but not fetch files."""

import json
import re
from collections.abc import Mapping
from typing import Any

_UNSAFE = re.compile("[<>\u2028\u2029\ud800-\udfff]")
"""What could end a script element or a line of JavaScript, and halves of characters, which no file can hold."""


def script(name: str, value: Mapping[str, Any]) -> str:
    """The assignment of `value` to `window.NAME`."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    safe = _UNSAFE.sub(lambda found: rf"\u{ord(found.group()):04x}", data)
    return f"window.{name}={safe};\n"
