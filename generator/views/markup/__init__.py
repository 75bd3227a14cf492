"""HTML of record pages, written by plain functions: a template engine would take ten times as long.

What a template escapes by itself is escaped here by rule. A function answers `Html`; a value in an f-string is an
`Html` too (its name ends in `_html`, or it is the answer of such a function), or a number written with `:d`. The type
checker holds the first half of the rule, `tests/views/markup/test_html.py` the second.
"""
