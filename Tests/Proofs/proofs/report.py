"""What a judge says, and how all that was said is printed and counted."""

import os
import sys
import time
from collections import Counter
from contextlib import contextmanager

OK, FAILED, NOT_RUN = "ok", "FAILED", "NOT RUN"


class Failed(Exception):
    """The judge refuses; the message is what the tool printed."""


class NotRun(Exception):
    """The judge could not be asked; the message says why."""


class Report:
    """Prints each case as it ends and counts it."""

    def __init__(self, stream=sys.stdout):
        self.stream = stream
        self.counts = Counter({OK: 0, FAILED: 0, NOT_RUN: 0})

    @contextmanager
    def case(self, judge: str, subject: str):
        """One counted case. The block adds its notes to the list it is given, and raises `Failed` or `NotRun`."""
        began, notes = time.monotonic(), []
        verdict, reason, output = OK, "", ""
        try:
            yield notes
        except NotRun as why:
            verdict, reason = NOT_RUN, f": {why}"
        except Failed as why:
            verdict, output = FAILED, str(why)
        except Exception as error:  # a broken judge must not pass for a silent one, nor end the run
            verdict, output = FAILED, f"the proof itself broke: {type(error).__name__}: {error}"
        self.counts[verdict] += 1
        self.say(f"{judge:<20} {subject:<58} {verdict}{reason}  {time.monotonic() - began:.1f} s")
        self.indent("\n".join(notes))
        self.indent(output)

    def say(self, line: str = ""):
        print(line, file=self.stream, flush=True)

    def indent(self, text: str):
        for line in text.rstrip().splitlines():
            self.say(f"    {line}")

    def table(self, title: str, rows: list[tuple[str, str]]):
        self.say(title)
        for name, value in rows:
            self.say(f"  {name:<18} {value}")
        self.say()

    def finish(self) -> int:
        """Prints the last line and gives the exit code."""
        passed, failed, skipped = (self.counts[verdict] for verdict in (OK, FAILED, NOT_RUN))
        if skipped and continuous_integration():
            self.say("CI=true: what was not run counts as a failure")
        self.say(f"{passed} passed, {failed} failed, {skipped} skipped")
        return 1 if failed or (skipped and continuous_integration()) else 0


def continuous_integration() -> bool:
    return os.environ.get("CI", "").lower() == "true"
