"""Assets whose names carry a hash of their content, so that a reader never meets half of two releases."""

import hashlib
from dataclasses import dataclass, field


@dataclass
class AssetStore:
    """Collects the assets of one release; the same content under the same name is stored once."""

    files: dict[str, bytes] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, content: bytes | str) -> str:
        """Store `name` (such as `site.css` or `maps/lane.js`); answers its path from the root of the site."""
        data = content.encode() if isinstance(content, str) else content
        stem, dot, suffix = name.rpartition(".")
        path = f"assets/{stem}.{hashlib.sha256(data).hexdigest()[:12]}{dot}{suffix}"
        self.files[path] = data
        self.by_name[name] = path
        return path

    def add_plain(self, path: str, content: bytes | str) -> str:
        """Store a file under a fixed path, for what other files name by a relative address."""
        self.files[path] = content.encode() if isinstance(content, str) else content
        return path
