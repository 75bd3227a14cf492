"""The live preview: MkDocs' own server, which rebuilds when a file of the collection changes."""

import os
import socket
from pathlib import Path

from generator.editions.options import CONFIGURATION
from generator.shell.mkdocs_engine import serve


class UnusablePort(Exception):
    """The port is taken, or this user may not have it; the text says which."""


def serve_preview(root: Path, port: int) -> None:
    """Serve the collection below `root` on this machine until interrupted.

    Raises UnusablePort, or EngineFailure when the first build fails, whose reasons are on standard error by then.
    """
    try:
        # Tried before the first build, which takes its time.
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as error:
        # Python adds the address to the system's own words.
        raise UnusablePort(os.strerror(error.errno or 0)) from None
    serve(root / CONFIGURATION, port)
