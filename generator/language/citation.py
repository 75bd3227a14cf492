"""How to cite a page of the site: after GB/T 7714-2015 in Chinese, after the Chicago Manual of Style in English.

Both end with the day on which the reader saw the page. No build knows that day, so it stays a marked blank.
"""

_ENDINGS = " .。"


def citation(title: str, site_name: str, address: str, language: str) -> str:
    """The reference to one page, as plain text.

    `address` is the page's whole address; "" while the site has none yet, and then the reference ends with the day.
    `title` and `site_name` must already be in `language` (`zh`, `zh-Hant` or `en`).
    Sources: GB/T 7714-2015, 4.6 and A.9 (electronic resources, [EB/OL]); The Chicago Manual of Style, 17th ed., 14.207.
    """
    title, site_name = title.strip(_ENDINGS), site_name.strip(_ENDINGS)
    if language == "en":
        # Chicago puts the full stop inside the quotation marks, unless the title ends with a mark of its own.
        stop = "" if title.endswith(("?", "!")) else "."
        return f"{site_name}. “{title}{stop}” Accessed [date]. {address}".rstrip()
    return f"{site_name}. {title}[EB/OL]. [引用日期]. {address}".rstrip()
