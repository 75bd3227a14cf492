"""The live preview: MkDocs' own server, which rebuilds when a file of the collection changes."""

from pathlib import Path

from generator.shell.mkdocs_engine import serve


def serve_preview(root: Path, port: int) -> None:
    """Serve the collection below `root` on this machine until interrupted. Raises EngineFailure."""
    serve(root / "mkdocs.yml", port)
