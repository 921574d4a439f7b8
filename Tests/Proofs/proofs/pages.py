"""The pages of `stacks report`, in a browser: whole without scripts, searchable with them, accessible, and never too wide."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from proofs.browser import Browser
from proofs.context import Context
from proofs.report import Failed, NotRun
from proofs.tools import run
from proofs.tree import Subject, Tree

WIDE, NARROW = 1280, 360
OPENED = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
# What sticks out, for the message.
OVERFLOW = """
[...document.querySelectorAll('body *')].filter(part => part.getBoundingClientRect().right > innerWidth + 1)
    .slice(0, 5).map(part => part.tagName + '.' + part.className + ': ' + part.textContent.slice(0, 60))
"""
CONTRAST = "{runOnly: ['color-contrast']}"
# Hides the rows whose elements all look like those of an earlier row.
ONE_OF_EACH = """
(seen => document.querySelectorAll('main tbody tr').forEach(row => {
    const looks = [...row.querySelectorAll('*')].map(part => part.tagName + '.' + part.className);
    row.hidden = looks.every(look => seen.has(look));
    looks.forEach(look => seen.add(look));
}))(new Set())
"""
# Rows of tables that can be seen, once all folds are open.
VISIBLE = "[...document.querySelectorAll('main tbody tr')].filter(row => row.checkVisibility()).length"


def subjects(tree: Tree) -> list[Subject]:
    """The program, when it is this repository that is judged as a whole; else the pages in the tree."""
    source = tree.root.parent / "Sources" / "TerraneCLI" / "Commands" / "ReportCommand.swift"
    own = [Subject(tree.root.parent, "stacks")] if tree.stacks == "*" and source.is_file() else []
    return own + tree.find("*.html")


def pages(context: Context, subject: Subject, notes: list[str]):
    """Chromium and axe-core have nothing against the pages of `stacks report`, in light and dark, wide and narrow."""
    program = context.tools.need("chromium")
    axe = engine(context).read_text()
    files = [subject.path] if subject.path.is_file() else written(context, subject.path)
    photographs = context.folder("report", "photographs")
    with Browser(program) as browser:
        problems = [problem for file in files for problem in judge(browser, file, axe, photographs, notes)]
    if problems:
        raise Failed("\n".join(problems))


def written(context: Context, repository: Path) -> list[Path]:
    """What the built program writes, twice to the same bytes."""
    program = repository / ".build" / "debug" / "stacks"
    if not program.is_file():
        raise NotRun("stacks is not built: swift build")
    shutil.rmtree(context.folder("report"), ignore_errors=True)
    first, second = context.folder("report", "pages"), context.folder("report", "again")
    for folder in (first, second):
        run([program, "report", "--output", folder], cwd=repository)
    files = sorted(first.glob("*.html"))
    if not files:
        raise Failed("the program wrote no page")
    for file in files:
        if file.read_bytes() != (second / file.name).read_bytes():
            raise Failed(f"{file.name} is another one in another run")
        run([context.tools.need("xmllint"), "--noout", "--nonet", file])
    return files


def engine(context: Context) -> Path:
    """axe-core, from the wheel that carries it, without the browsers that the wheel asks for."""
    requirements = context.here / "requirements-axe.txt"
    home = context.folder("axe")
    stamp = home / "requirements.txt"
    if not stamp.exists() or stamp.read_text() != requirements.read_text():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--upgrade",
                   "--target", home, "--requirement", requirements]
        if subprocess.run(command, stdout=sys.stderr).returncode:
            raise NotRun(f"{requirements.name} could not be installed; pip says why above")
        stamp.write_text(requirements.read_text())
    return home / "axe_playwright_python" / "axe.min.js"


# One page


def judge(browser: Browser, file: Path, axe: str, photographs: Path, notes: list[str]) -> list[str]:
    problems: list[str] = []
    address = file.absolute().as_uri()
    for width in (WIDE, NARROW):
        for scheme in ("light", "dark"):
            look(browser, address, width, scheme, problems)
            browser.photograph(photographs / f"{file.stem}-{width}-{scheme}.png")
    accessibility(browser, address, axe, problems)
    browser.open(address, WIDE, "light")
    browser.value(OPENED)
    rows = browser.value(VISIBLE)
    without_scripts(browser, address, rows, problems)
    if browser.value("document.querySelector('main tbody tr') !== null"):
        search(browser, address, rows, problems)
        targets(browser, address, problems)
    notes.append(f"{file.name}: {rows} rows, {file.stat().st_size // 1024} KiB")
    return [f"{file.name}: {problem}" for problem in problems]


def look(browser: Browser, address: str, width: int, scheme: str, problems: list[str]):
    """Nothing in the console, nothing fetched, nothing too wide, folded and unfolded."""
    place = f"{width} px, {scheme}"
    browser.open(address, width, scheme)
    for state in ("folded", "unfolded"):
        if state == "unfolded":
            browser.value(OPENED)
        if browser.value("document.documentElement.scrollWidth > innerWidth"):
            problems.append(f"{place}, {state}: scrolls sideways: {browser.value(OVERFLOW)}")
    problems += [f"{place}: console: {text}" for text in browser.complaints()]
    problems += [f"{place}: fetches {other}" for other in browser.requests()]


def accessibility(browser: Browser, address: str, axe: str, problems: list[str]):
    """axe-core finds nothing, unfolded: every rule on the whole page, and contrast, which is dear, on one row of each look."""
    for width, scheme, rules in (
        (WIDE, "light", "{rules: {'color-contrast': {enabled: false}}}"), (WIDE, "light", CONTRAST), (NARROW, "dark", CONTRAST),
    ):
        browser.open(address, width, scheme)
        browser.value(OPENED)
        if rules == CONTRAST:
            browser.value(ONE_OF_EACH)
        browser.value(axe + "; null")
        for violation in json.loads(browser.value(f"axe.run({rules}).then(found => JSON.stringify(found.violations))")):
            node = violation["nodes"][0]
            problems.append(
                f"{width} px, {scheme}: {violation['id']} ({len(violation['nodes'])} times): {violation['help']}: "
                f"{node['html'][:200]} {node['failureSummary']}")


def without_scripts(browser: Browser, address: str, rows: int, problems: list[str]):
    """All of it is there, and no box that does nothing."""
    browser.open(address, WIDE, "light", scripts=False)
    if browser.value("document.querySelector('[role=search]')?.checkVisibility() === true"):
        problems.append("without scripts: there is a search box")
    browser.value(OPENED)
    if (seen := browser.value(VISIBLE)) != rows:
        problems.append(f"without scripts: {seen} of {rows} rows")
    if not browser.value("document.querySelector('h1').checkVisibility()"):
        problems.append("without scripts: there is no heading")


def search(browser: Browser, address: str, rows: int, problems: list[str]):
    """Typing leaves the rows that hold every word, unfolded, and clearing brings all back."""
    browser.open(address, WIDE, "light")
    folds = browser.value("document.querySelectorAll('details[open]').length")
    word = browser.value("document.querySelector('main tbody tr').textContent.toLowerCase().match(/[a-z]{4,}/)[0]")
    expected = browser.value(
        f"[...document.querySelectorAll('main tbody tr')].filter(row => row.textContent.toLowerCase().includes({json.dumps(word)})).length")
    browser.value("document.querySelector('[role=search] input').focus()")
    browser.type(word)
    if (found := browser.value(VISIBLE)) != expected:
        problems.append(f"search for '{word}': {found} rows instead of {expected}")
    if str(expected) not in browser.value("document.querySelector('[role=search] output').textContent"):
        problems.append(f"search for '{word}': the number of rows is not said")
    browser.type(" zzzz-no-such-word")
    if browser.value(VISIBLE):
        problems.append("search for a word that is nowhere: there are rows")
    browser.value("(input => { input.value = ''; input.dispatchEvent(new Event('input')); })(document.querySelector('[role=search] input'))")
    if browser.value("document.querySelectorAll('details[open]').length") != folds:
        problems.append("search: clearing it leaves folds as it made them")
    browser.value(OPENED)
    if (after := browser.value(VISIBLE)) != rows:
        problems.append(f"search: after clearing it there are {after} of {rows} rows")


def targets(browser: Browser, address: str, problems: list[str]):
    """A link to a row in a fold opens the fold, with scripts and without."""
    for scripts in (True, False):
        browser.open(address, WIDE, "light", scripts)
        row = browser.value("document.querySelector('details:not([open]) tbody tr')?.id")
        if not row:
            return
        browser.open(f"{address}#{row}", WIDE, "light", scripts)
        if not browser.value("document.querySelector(':target')?.checkVisibility() === true"):
            problems.append(f"#{row} leads to what cannot be seen")
