"""Reads a comment as GitHub's Markdown is read, and refuses what a text of a stack has added to it.

Only the printer's own elements may be there, every row has as many cells as its head, nothing is a link or an image, and what
a reader could take for a mention stands in code. Prints how many tables of details there are, and the rows of the first.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

# As GitHub does: tables, struck text and raw HTML are on.
reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
text = Path(sys.argv[1]).read_text(encoding="utf-8")
html = reader.render(text)


class Comment(HTMLParser):
    allowed = set("details summary b h3 h4 p blockquote table thead tbody tr th td code pre strong ul li br sub".split())

    def __init__(self):
        super().__init__()
        self.open, self.rows, self.tables, self.cells, self.comments = [], 0, [], 0, []

    def handle_starttag(self, tag, attributes):
        assert tag in self.allowed, f"<{tag}> is not the printer's: {self.get_starttag_text()}"
        assert all(name in ("class",) for name, _ in attributes), f"{tag} has {attributes}"
        if tag == "br":
            return
        self.open.append(tag)
        if tag == "table":
            self.rows = 0
        if tag == "tr":
            self.cells = 0
        if tag in ("td", "th"):
            self.cells += 1

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, f"</{tag}> closes nothing"
        if tag == "th":
            self.width = self.cells
        if tag == "tr":
            assert self.cells == self.width, "a row has another number of cells"
            self.rows += 1
        if tag == "table":
            self.tables.append(self.rows - 1)

    def handle_comment(self, data):
        self.comments.append(data)

    def handle_data(self, data):
        if "code" not in self.open:
            assert not re.search(r"@\w|#\d|https?:|www\.|GH-\d", data), f"'{data}' is not in code"


comment = Comment()
comment.feed(html)
comment.close()
assert not comment.open, f"{comment.open} is not closed"
assert comment.comments == [" terrane-diff "], "the mark stands there once"
first, *others = comment.tables
assert set(others) == {1}, others
print(f"{len(others)} tables of 1 row, 1 table of {first}")
