"""A headless Chromium, driven over its DevTools protocol: a pipe each way, messages of JSON that end in NUL."""

import base64
import json
import os
import selectors
import subprocess
import tempfile
import time
from pathlib import Path

from proofs.report import Failed

LIMIT = 300  # seconds that one answer may take


class Browser:
    """One process with one page. Use it in a `with`, which ends it."""

    def __init__(self, program: Path):
        self.program = program

    def __enter__(self) -> "Browser":
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        theirs_in, self.to = os.pipe()
        self.back, theirs_out = os.pipe()
        # Chromium reads from descriptor 3 and writes to 4.
        shell = f'exec "$0" "$@" 3<&{theirs_in} 4>&{theirs_out}'
        words = ["bash", "-c", shell, self.program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 "--no-first-run", "--disable-background-networking", "--hide-scrollbars", "--remote-debugging-pipe",
                 f"--user-data-dir={self.profile.name}", "about:blank"]
        self.process = subprocess.Popen(words, pass_fds=(theirs_in, theirs_out), stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(theirs_in)
        os.close(theirs_out)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.back, selectors.EVENT_READ)
        self.rest, self.number, self.session, self.events = b"", 0, None, []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.ask(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        os.close(self.to)
        os.close(self.back)
        self.selector.close()
        self.profile.cleanup()

    def ask(self, method: str, **parameters) -> dict:
        """The answer to a command. What happens meanwhile is kept in `events`."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.send(message)
        while True:
            answer = self.receive()
            if answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                raise Failed(f"{method}: {answer['error'].get('message')}")
            else:
                return answer["result"]

    def send(self, message: dict):
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to, data):]

    def receive(self) -> dict:
        until = time.monotonic() + LIMIT
        while b"\0" not in self.rest:
            if not self.selector.select(max(0, until - time.monotonic())):
                raise Failed(f"Chromium gave no answer for {LIMIT} s")
            if not (data := os.read(self.back, 1 << 20)):
                raise Failed("Chromium ended")
            self.rest += data
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def open(self, address: str, width: int, scheme: str, scripts: bool = True):
        """Loads a page anew, and returns once it is there. Events of earlier pages are forgotten."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.ask("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.ask("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.ask("Page.navigate", url="about:blank")
        self.events.clear()
        if error := self.ask("Page.navigate", url=address).get("errorText"):
            raise Failed(f"{address}: {error}")
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.receive())

    def value(self, expression: str):
        """The value of an expression of JavaScript, awaited."""
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if problem := result.get("exceptionDetails"):
            raise Failed(f"{expression[:100]}: {problem.get('exception', {}).get('description', problem.get('text'))}")
        return result["result"].get("value")

    def type(self, text: str):
        self.ask("Input.insertText", text=text)

    def photograph(self, file: Path):
        file.write_bytes(base64.b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def complaints(self) -> list[str]:
        """What the console has, and exceptions."""
        found = []
        for event in self.events:
            what = event.get("params", {})
            if event.get("method") == "Log.entryAdded" and what["entry"]["level"] in ("error", "warning"):
                found.append(what["entry"]["text"])
            elif event.get("method") == "Runtime.exceptionThrown":
                found.append(what["exceptionDetails"]["text"])
            elif event.get("method") == "Runtime.consoleAPICalled" and what["type"] in ("error", "warning", "assert"):
                found.append(str([argument.get("value") for argument in what["args"]]))
        return found

    def requests(self) -> list[str]:
        """The addresses that were asked for beside the page itself."""
        asked = [event["params"]["request"]["url"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]
        return [address for address in asked[1:] if not address.startswith("data:")]
