"""Where a build may put its result: never in the place of something that no build has made."""

from pathlib import Path

from generator.records.finding import Message

_WRITTEN_BY_PEOPLE = ("figures", "sites_map", "content")


class UnusableTarget(Exception):
    """The result may not be put there; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def check_target(root: Path, target: Path) -> None:
    """Raises UnusableTarget unless a site may take the place of `target`; both paths are absolute.

    Publishing exchanges the whole folder, and the build after the next deletes what stood there.
    """
    if target.exists() and not target.is_dir():
        raise UnusableTarget(Message(f"{target} 是文件，不是文件夹", f"{target} is a file, not a folder"))
    if root.is_relative_to(target) or any(target.is_relative_to(root / name) for name in _WRITTEN_BY_PEOPLE):
        raise UnusableTarget(
            Message(f"{target} 是资料所在，不能放网站", f"{target} holds the collection; a site cannot take its place")
        )
    if target.is_dir() and any(target.iterdir()) and not (target / "index.html").is_file():
        raise UnusableTarget(
            Message(
                f"{target} 里有别的东西，不是网站；请用空的或新的文件夹",
                f"{target} holds something that is no site; name an empty or a new folder",
            )
        )
