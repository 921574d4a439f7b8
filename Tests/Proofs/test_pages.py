"""The judge of pages refuses whatever a page of `stacks report` promises not to be."""

import unittest

from test_judges import PAGE, prove

SEARCH = """<div role="search" hidden><label for="box">Search</label><input id="box"><output for="box"></output></div>"""
TABLE = """<details><summary>All</summary><table><caption>All</caption><thead><tr><th scope="col">Name</th></tr></thead><tbody>
<tr id="one"><th scope="row">first row</th></tr><tr id="two"><th scope="row">second row</th></tr></tbody></table></details>"""
SCRIPT = """<script>
const box = document.querySelector("[role=search]"), input = box.querySelector("input"), fold = document.querySelector("details");
box.hidden = false;
input.addEventListener("input", () => {
  const words = input.value.split(" ").filter(word => word);
  const rows = [...document.querySelectorAll("tbody tr")];
  rows.forEach(row => { row.hidden = !words.every(word => row.textContent.includes(word)); });
  fold.open = words.length !== 0;
  box.querySelector("output").value = rows.filter(row => !row.hidden).length + " rows";
});
</script>"""
SOUND = PAGE.replace("<p>Nothing else.</p>", SEARCH + TABLE).replace("</body>", SCRIPT + "</body>")
BROKEN = {
    "a picture without words": SOUND.replace("<table", '<img src="data:,"><table', 1),
    "grey on grey": SOUND.replace("<h1>", '<h1 style="color: #bbb; background: #ccc">'),
    "dark on dark": SOUND.replace("</head>", "<style>@media (prefers-color-scheme: dark) { html { background: #222 } }</style></head>"),
    "too wide": SOUND.replace("<h1>", '<h1 style="width: 50rem">'),
    "too wide once unfolded": SOUND.replace("<table>", '<table style="width: 90rem">'),
    "something fetched": SOUND.replace("<main>", '<main><link rel="stylesheet" href="other.css">'),
    "an error in a script": SOUND.replace("<script>", "<script>setTimeout(() => nothing());", 1),
    "a box that waits for no script": SOUND.replace(" hidden>", ">"),
    "a table that waits for a script": SOUND.replace("<details>", "<details hidden>").replace("<script>", "<script>document.querySelector('details').hidden = false;"),
    "a search that finds nothing": SOUND.replace("every(", "some("),
    "a search that does not count": SOUND.replace('+ " rows"', '* 7'),
}


class PageTests(unittest.TestCase):
    def verdict(self, page: str) -> tuple[str, str]:
        code, lines = prove({"web.html": page}, "--only", "report")
        return lines[-1], "\n".join(lines)

    def test_a_sound_page_passes(self):
        last, text = self.verdict(SOUND)
        self.assertEqual(last, "1 passed, 0 failed, 0 skipped", text)

    def test_each_broken_page_is_refused(self):
        for what, page in BROKEN.items():
            with self.subTest(what):
                self.assertNotEqual(page, SOUND)
                last, text = self.verdict(page)
                self.assertEqual(last, "0 passed, 1 failed, 0 skipped", text)


if __name__ == "__main__":
    unittest.main()
