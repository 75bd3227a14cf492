"""Watching the files of a collection while they are edited."""

import _thread
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from generator.editions.options import CONFIGURATION
from generator.editions.production.session import INPUTS

QUIET_S = 0.03
"""An editor that saves does several things in a row; so long nothing must have happened after the last one."""

_CHANGES = frozenset({"created", "modified", "moved", "deleted", "closed"})
"""What counts. That somebody has read a file does not: we do so ourselves."""

_SIGNAL = getattr(signal, "SIGUSR1", None) or signal.SIGBREAK  # type: ignore[attr-defined,unused-ignore]


class Superseded(BaseException):
    """Something was edited, so what is being made is out of date. No room catches this by chance."""


class Changes(FileSystemEventHandler):
    """Tells the main thread of changes below the root of a collection."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._changed = threading.Event()
        self._last = 0.0
        self._may_break_off = False
        self._observer: BaseObserver | None = None

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something happened to a file or folder."""
        if event.event_type not in _CHANGES:
            return
        paths = [Path(str(path)) for path in (event.src_path, event.dest_path) if path]
        if not any(self._concerns(path) for path in paths):
            return
        self._last = time.monotonic()
        self._changed.set()
        if event.event_type in ("created", "moved"):
            self._watch_again(paths)
        if self._may_break_off:
            _thread.interrupt_main(_SIGNAL)

    def _concerns(self, path: Path) -> bool:
        return path.parent != self._root or path.name in (CONFIGURATION, *INPUTS)

    def _watch_again(self, paths: list[Path]) -> None:
        """A folder that was not there, or was another one, has to be watched from now on."""
        for path in paths:
            if self._observer is not None and path.parent == self._root and path.name in INPUTS:
                self._watch(self._observer, path)

    def _watch(self, observer: BaseObserver, folder: Path) -> None:
        for watch in [each for each in observer.emitters if each.watch.path == str(folder)]:
            observer.unschedule(watch.watch)
        if folder.is_dir():
            observer.schedule(self, str(folder), recursive=True)

    def wait(self) -> None:
        """Wait for the next change, and until nothing happens for a moment."""
        # With a limit, so that Windows hears of an interrupt in between.
        while not self._changed.wait(0.5):
            pass
        while (rest := self._last + QUIET_S - time.monotonic()) > 0:
            time.sleep(rest)
        self._changed.clear()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch until the end."""
        before = signal.signal(_SIGNAL, self._break_off)
        self._observer = self._started()
        try:
            yield
        finally:
            self._observer.stop()
            self._observer.join()
            signal.signal(_SIGNAL, before)

    def _started(self) -> BaseObserver:
        try:
            return self._start(Observer())
        except OSError:
            # The system watches no more folders for this user.
            return self._start(PollingObserver())

    def _start(self, observer: BaseObserver) -> BaseObserver:
        observer.schedule(self, str(self._root))
        for folder in INPUTS:
            self._watch(observer, self._root / folder)
        observer.start()
        return observer

    @contextmanager
    def breaking_off(self) -> Iterator[None]:
        """Inside it, the next change raises Superseded wherever the main thread is, once `allow` was called."""
        try:
            yield
        finally:
            self._may_break_off = False

    def allow(self) -> None:
        """From now on until the end of `breaking_off`, the work may be broken off. Raises Superseded."""
        self._may_break_off = True
        if self._changed.is_set():
            self._break_off(0, None)

    def _break_off(self, number: int, frame: FrameType | None) -> None:
        if self._may_break_off:
            self._may_break_off = False
            raise Superseded
