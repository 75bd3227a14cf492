"""Rules about the Markdown pages in content/: they can be read, and whatever they point to exists."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.archive.yaml_reader import UnreadableYaml, parse_yaml
from generator.records.finding import Severity
from generator.review.page_files import LANGUAGE_FOLDERS, Mention
from generator.review.rule import InFile, Problem, ReviewContext, Scope, problem, rule

_SECTIONS = {"figure": "figures", "site": "sites", "base": "bases", "route": "routes"}
_ACTIVE = frozenset({".html", ".htm", ".xhtml", ".xht", ".xml", ".svg", ".js", ".mjs"})


def _at(mention: Mention) -> InFile:
    return InFile(mention.file, mention.line, mention.column)


@rule("page-unreadable", Severity.ERROR, Scope.DIRECTORY)
def unreadable_page(context: ReviewContext) -> Iterator[Problem]:
    """The file is too large, not in UTF-8, or cannot be read."""
    for page in context.pages:
        if page.finding is not None:
            finding = page.finding
            yield Problem(InFile(finding.file, finding.line, finding.column), finding.message, finding.mend)


@rule("front-matter-unreadable", Severity.ERROR, Scope.DIRECTORY)
def unreadable_front_matter(context: ReviewContext) -> Iterator[Problem]:
    """The front matter is not YAML of keys and values; the engine would show it as text of the page."""
    for page in context.pages:
        if page.front_matter is None:
            if page.text.startswith("---\n"):
                yield problem(
                    InFile(page.file, 1, 1),
                    "页首没有结束的一行 ---",
                    "the front matter has no line --- that ends it",
                    "在页首之后写一行 ---",
                    "write a line --- after the front matter",
                )
            continue
        try:
            data = parse_yaml(page.front_matter).data
        except UnreadableYaml as error:
            # The first line of the file is the line of hyphens above the YAML.
            place = InFile(page.file, error.position.line + 1, error.position.column)
            yield Problem(place, error.message, error.mend)
            continue
        if not isinstance(data, dict):
            yield problem(
                InFile(page.file, 2, 1),
                "页首不是若干“键: 值”",
                "the front matter is not a list of keys with values",
                "写成 title: … 和 description: …",
                "write title: … and description: …",
            )


@rule("front-matter-incomplete", Severity.WARNING, Scope.DIRECTORY)
def incomplete_front_matter(context: ReviewContext) -> Iterator[Problem]:
    """A page without title or description: search engines and shared links would show nothing."""
    for page in context.pages:
        if page.finding is not None:
            continue
        try:
            data = parse_yaml(page.front_matter or "").data
        except UnreadableYaml:
            continue
        for key in ("title", "description"):
            if not (isinstance(data, dict) and isinstance(data.get(key), str) and data[key]):
                yield problem(
                    InFile(page.file, 1, 1),
                    f"页首缺少 {key}",
                    f"the front matter has no {key}",
                    f"在页首的两行 --- 之间写 {key}: …",
                    f"write {key}: … between two lines --- at the head of the page",
                )


@rule("page-missing", Severity.WARNING, Scope.DIRECTORY)
def missing_page(context: ReviewContext) -> Iterator[Problem]:
    """A page that exists in one language and not in another."""
    for path in dict.fromkeys(page.path for page in context.pages):
        written = {page.language: page.file for page in context.pages if page.path == path}
        for language in context.languages:
            if language not in written:
                yield problem(
                    InFile(next(iter(written.values()))),
                    f"这一页没有 {language} 版",
                    f"this page is missing in {language}",
                    f"写 content/{language}/{path}",
                    f"write content/{language}/{path}",
                )


@rule("page-source-unknown", Severity.ERROR, Scope.DIRECTORY)
def unknown_source(context: ReviewContext) -> Iterator[Problem]:
    """A source mark `{id}` names a source that the register does not have."""
    for page in context.pages:
        for token in page.source_tokens():
            if token.name not in context.collection.sources:
                yield problem(
                    _at(token),
                    f"出处 {token.name} 不在 content/sources.yml 里",
                    f"the source {token.name} is not in content/sources.yml",
                    "改正编号，或先登记这个出处；几个编号之间用半角逗号",
                    "correct the id, or register the source first; commas between ids are plain ones",
                )


@rule("page-block-unknown", Severity.ERROR, Scope.DIRECTORY)
def unknown_block(context: ReviewContext) -> Iterator[Problem]:
    """A line `<!-- qingguo:NAME -->` that no view fills."""
    possible = ", ".join(sorted(context.block_names))
    for page in context.pages:
        for block in page.blocks():
            if block.name not in context.block_names:
                yield problem(
                    _at(block),
                    f"没有名为 {block.name} 的内容块",
                    f"there is no block named {block.name}",
                    f"可用：{possible}",
                    f"possible: {possible}",
                )


@rule("page-link-unknown", Severity.ERROR, Scope.DIRECTORY)
def unknown_link(context: ReviewContext) -> Iterator[Problem]:
    """A link `qingguo:kind/id` to a record that does not exist or is a draft, so that readers would meet a dead end."""
    for page in context.pages:
        for link in page.record_links():
            kind, _, record_id = link.name.partition("/")
            is_draft = context.is_draft(kind, record_id)
            if is_draft is None:
                yield problem(
                    _at(link),
                    f"链接指向不存在的记录 {link.name}",
                    f"a link to a record that does not exist: {link.name}",
                    "写成 qingguo:figure/编号（或 site、base、route）",
                    "write qingguo:figure/ID (or site, base, route)",
                )
            elif is_draft:
                yield problem(
                    _at(link),
                    f"链接指向草稿 {link.name}，读者看不到",
                    f"a link to a draft, which readers do not see: {link.name}",
                    "去掉链接，或去掉那条记录的 draft: true",
                    "take the link out, or take draft: true out of that record",
                )


@rule("page-hidden", Severity.ERROR, Scope.DIRECTORY)
def hidden_page(context: ReviewContext) -> Iterator[Problem]:
    """A page at the address of a record's own page, which takes its place, so that nobody would read it."""
    taken = {f"{_SECTIONS[kind]}/{record_id}" for kind, record_id in context.all_drafts}
    for page in context.pages:
        if page.path.removesuffix(".md").removesuffix("/index") in taken:
            yield problem(
                InFile(page.file),
                "这个地址属于一条记录的网页，这一页不会出现",
                "this address is that of a record's own page, which takes the place of this one",
                "给这个文件改名",
                "rename this file",
            )


@rule("file-active", Severity.ERROR, Scope.DIRECTORY)
def active_file(context: ReviewContext) -> Iterator[Problem]:
    """A file that the engine would publish as it is, and in which a browser would run whatever stands there."""
    for language in LANGUAGE_FOLDERS:
        for file in context.folder.list(f"content/{language}", ""):
            if PurePosixPath(file).suffix.lower() in _ACTIVE:
                yield problem(
                    InFile(file),
                    "这种文件会原样公开，浏览器会运行其中的程序",
                    "such a file would be published as it is, and browsers run what is in it",
                    "写成 Markdown 页面；图片用 PNG、JPEG 或 WebP",
                    "write it as a Markdown page; pictures as PNG, JPEG or WebP",
                )


RULES = (
    unreadable_page,
    unreadable_front_matter,
    incomplete_front_matter,
    missing_page,
    unknown_source,
    unknown_block,
    unknown_link,
    hidden_page,
    active_file,
)
