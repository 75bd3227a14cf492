"""The command `qingguo`. Exit status: 0 done, 1 the content or the tree has findings, 2 the call is wrong.

Findings go to standard output, progress to standard error. Each command imports what it needs when it runs, so that
`qingguo --help` answers at once.
"""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.language.locale import interface_language

application = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Help in frames and colours would take as long again as all the rest of it.
    rich_markup_mode=None,
    help="Qingguo (青果): from plain YAML to a public heritage site. 由 YAML 生成公众文化遗产网站。",
)

Root = Annotated[
    Path,
    typer.Option(
        "--root", help="The collection: a folder with mkdocs.yml, figures/, sites_map/, content/.", file_okay=False
    ),
]


class EditionName(StrEnum):
    """The editions that can be built."""

    PUBLIC = "public"


class ReportFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


class RecordKind(StrEnum):
    """The kinds of records that `new` can begin."""

    FIGURE = "figure"
    SITE = "site"
    BASE = "base"
    ROUTE = "route"


def say(zh: str, en: str) -> None:
    """Tell the person at the keyboard something that is no finding."""
    typer.echo(zh if interface_language() == "zh" else en, err=True)


def fail(zh: str, en: str, status: int = 2) -> typer.Exit:
    """Say in one sentence what is wrong with the call; raise the answer."""
    say(zh, en)
    return typer.Exit(status)


def _checked_root(root: Path) -> Path:
    if not (root / "mkdocs.yml").is_file():
        raise fail(
            f"{root} 里没有 mkdocs.yml;请用 --root 指定资料所在的文件夹",
            f"no mkdocs.yml in {root}; name the folder of the collection with --root",
        )
    return root.resolve()


def _from_here(path: Path) -> Path:
    """A path as one would type it here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _command_line(words: list[str]) -> str:
    """A command as one would type it here, whatever the names of its folders hold."""
    import shlex
    import subprocess

    return subprocess.list2cmdline(words) if sys.platform == "win32" else shlex.join(words)


def _print_findings(findings: list[object], report: ReportFormat = ReportFormat.TEXT) -> None:
    from generator.review.report import json_report, text_report

    typer.echo(
        json_report(findings) if report is ReportFormat.JSON else text_report(findings, interface_language()),  # type: ignore[arg-type]
        nl=False,
    )


def _say_findings(findings: Sequence[object]) -> None:
    """Tell findings where nobody waits for them on standard output."""
    from generator.review.report import text_report

    if findings:
        typer.echo(text_report(list(findings), interface_language()), nl=False, err=True)  # type: ignore[arg-type]


@application.command()
def build(
    edition: Annotated[EditionName, typer.Argument(help="The edition to build.")] = EditionName.PUBLIC,
    root: Root = Path(),
    out: Annotated[Path | None, typer.Option(help="Where to put the result. [default: ROOT/dist/EDITION]")] = None,
    clean: Annotated[bool, typer.Option("--clean", help="Forget what earlier builds have cached.")] = False,
    engine: Annotated[
        str,
        typer.Option(metavar="local|dask://HOST:PORT", help="Where pages are made; docs/scale.md tells of clusters."),
    ] = "local",
    shell: Annotated[
        str, typer.Option(metavar="mkdocs|zensical", help="What renders the frame of the pages; see docs/shell.md.")
    ] = "mkdocs",
) -> None:
    """Build an edition; the result is published only when it is whole."""
    import gc

    from generator.editions.build import build_edition
    from generator.editions.production.cluster import UnusableCluster
    from generator.editions.production.engine import LostWorker
    from generator.editions.site import Rejected
    from generator.editions.target import UnusableTarget
    from generator.progress import watched
    from generator.shell.engines import UnusableEngine

    # A build ends soon and leaves hardly any cycles: looking for them would take a third of its time.
    gc.disable()
    collection = _checked_root(root)
    target = (out or collection / "dist" / edition.value).resolve()
    with watched() as progress:
        try:
            result = build_edition(collection, target, progress, clean=clean, machines=engine, shell=shell)
        except UnusableTarget as error:
            raise fail(*error.message) from None
        except UnusableEngine as error:
            (zh, en), (mend_zh, mend_en) = error.message, error.mend
            raise fail(f"{zh}；{mend_zh}", f"{en}; {mend_en}") from None
        except UnusableCluster as error:
            raise fail(*error.message, error.status) from None
        except LostWorker as error:
            raise fail(*error.message, 1) from None
        except Rejected as error:
            _print_findings(list(error.findings))
            say("没有生成；原有的版本没有改动。", "Nothing was built; what was published before is untouched.")
            raise typer.Exit(1) from None
    say(
        f"已生成 {result.pages} 页，{result.bytes / 1_000_000:.1f} MB：{target}",
        f"Built {result.pages} pages, {result.bytes / 1_000_000:.1f} MB: {target}",
    )
    python, folder = str(_from_here(Path(sys.executable))), str(_from_here(target))
    command = _command_line([python, "-m", "http.server", "--bind", "127.0.0.1", "--directory", folder, "8000"])
    say(
        f"查看：运行 {command}\n然后在浏览器里打开 http://127.0.0.1:8000/",
        f"To see it, run: {command}\nthen open http://127.0.0.1:8000/ in a browser.",
    )


@application.command()
def serve(
    root: Root = Path(),
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port of the preview.")] = 8000,
) -> None:
    """Show a live preview: an edit of YAML or Markdown shows without restart."""
    from generator.editions.preview import UnusablePort, serve_preview
    from generator.editions.production.engine import LostWorker
    from generator.editions.site import Rejected
    from generator.progress import plain

    try:
        serve_preview(_checked_root(root), port, say, _say_findings, plain)
    except UnusablePort as error:
        raise fail(
            f"不能使用端口 {port}（{error}）；请用 --port 换一个",
            f"port {port} cannot be used ({error}); name another one with --port",
            1,
        ) from None
    except LostWorker as error:
        raise fail(*error.message, 1) from None
    except Rejected as error:
        _say_findings(error.findings)
        raise fail("预览没有启动，原因见上。", "The preview did not start; the reason is above.", 1) from None


@application.command()
def check(
    root: Root = Path(),
    report: Annotated[ReportFormat, typer.Option("--format", help="How to print the findings.")] = ReportFormat.TEXT,
) -> None:
    """Print what an editor must know: errors, warnings and notes, with file, line, field and the mend."""
    import datetime

    from generator.editions.build import check_collection
    from generator.editions.site import has_errors

    findings = check_collection(_checked_root(root), datetime.date.today())
    _print_findings(list(findings), report)
    if has_errors(findings):
        raise typer.Exit(1)


@application.command()
def verify(
    tree: Annotated[Path, typer.Argument(help="A built tree.", exists=True, file_okay=False)],
    report: Annotated[ReportFormat, typer.Option("--format", help="How to print the findings.")] = ReportFormat.TEXT,
) -> None:
    """Check a built tree: no dead link, no missing anchor or asset, no request to elsewhere."""
    from generator.release.gate import check_tree
    from generator.release.tree import read_tree

    findings = check_tree(read_tree(tree))
    _print_findings(list(findings), report)
    if findings:
        raise typer.Exit(1)


@application.command()
def schema(
    folder: Annotated[Path, typer.Argument(help="Where to write the schemas.")] = Path("schemas"),
) -> None:
    """Write JSON Schemas, by which editors complete and check the YAML files."""
    from generator.archive.schemas import write_schemas

    for path in write_schemas(folder):
        say(f"写出 {path}", f"wrote {path}")


@application.command()
def new(
    kind: Annotated[RecordKind, typer.Argument(help="The kind of record.")],
    record_id: Annotated[str, typer.Argument(metavar="ID", help="Its id: lower-case letters, digits, hyphens.")],
    root: Root = Path(),
) -> None:
    """Begin a record: a file with every usual field, as a draft."""
    from generator.archive.skeletons import ExistingRecord, UnusableId, begin_record

    try:
        path = begin_record(_checked_root(root), kind.value, record_id)
    except UnusableId:
        raise fail(
            f"编号 {record_id!r} 不行：只用小写字母、数字和连字符，1 至 64 个，且不是 Windows 保留的名称",
            f"{record_id!r} cannot be an id: use 1 to 64 lower-case letters, digits and hyphens, no name of Windows",
        ) from None
    except ExistingRecord as error:
        raise fail(f"{error.path} 已经存在", f"{error.path} exists already", 1) from None
    say(f"写出 {path}", f"wrote {path}")


def main() -> None:
    """The entry point of the command."""
    try:
        application()
    except OSError as error:
        if error.filename is None:
            raise
        say(
            f"读不到或写不进 {error.filename}：{error.strerror}",
            f"cannot read or write {error.filename}: {error.strerror}",
        )
        sys.exit(1)
