"""Opens report.html of a folder in headless Chromium and holds it to what it promises.

No request leaves the machine and the console stays silent; the charts' words and every attempt are in the page; it is
light or dark as the reader likes, fits a phone, and prints. Speaks WebDriver with the standard library alone.
"""

import base64
import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --hide-scrollbars""".split()


class Browser:
    """One Chromium with a profile of its own."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        self.driver = subprocess.Popen(
            ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        options = {"args": [*FLAGS, f"--user-data-dir={folder}"]}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}
        for _ in range(100):
            try:
                self.ask("GET", "/status")
                break
            except urllib.error.URLError:
                time.sleep(0.1)
        session = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.address += f"/session/{session['sessionId']}"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.ask("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait()

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def open(self, path):
        self.ask("POST", "/url", {"url": path.resolve().as_uri()})

    def value(self, script):
        return self.ask("POST", "/execute/sync", {"script": f"return {script}", "args": []})

    def devtools(self, command, **params):
        return self.ask("POST", "/goog/cdp/execute", {"cmd": command, "params": params})

    def log(self, kind):
        return self.ask("POST", "/se/log", {"type": kind})

    def console(self):
        return [entry["message"] for entry in self.log("browser")]

    def requests(self):
        """The addresses asked for since the last look, the page's own file left out."""
        events = (json.loads(entry["message"])["message"] for entry in self.log("performance"))
        sent = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        return [url for url in sent if not url.startswith("file:")]

    def look(self, path, width, height, scheme, phone=False):
        self.devtools("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        metrics = {"width": width, "height": height, "deviceScaleFactor": 2 if phone else 1, "mobile": phone}
        self.devtools("Emulation.setDeviceMetricsOverride", **metrics)
        picture = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, **whole(self))
        path.write_bytes(base64.b64decode(picture["data"]))


def whole(browser):
    height = browser.value("document.documentElement.scrollHeight")
    width = browser.value("document.documentElement.clientWidth")
    return {"clip": {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}}


def check(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r}, not {wanted!r}")
    print(f"ok  {what}")


def main(folder):
    page = folder / "report.html"
    told = [row for row in json.loads((folder / "attempts.json").read_text())["attempts"] if not row["taken_back"]]
    with tempfile.TemporaryDirectory() as profile, Browser(profile) as browser:
        tampered = folder / "tampered.html"
        tampered.write_text(page.read_text().replace("</main>", '<img alt="" src="https://example.invalid/x.png"></main>'))
        browser.open(tampered)
        tampered.unlink()
        check("these checks notice a page that loads something", len(browser.console()) > 0, True)
        browser.requests()

        browser.open(page)
        check("nothing is loaded from anywhere", browser.requests(), [])
        check("the console is silent", browser.console(), [])
        check("there is no script", browser.value("document.scripts.length"), 0)
        check("every attempt is there", browser.value("document.querySelectorAll('.attempts tbody tr').length"), len(told))
        tried = browser.value(
            "[...document.querySelectorAll('.weak tbody tr')].filter(row => row.lastElementChild.textContent != '0')"
            ".map(row => row.firstElementChild.firstChild.data).sort()")
        charts = browser.value("[...document.querySelectorAll('.charts svg > title')].map(t => t.textContent).sort()")
        check("a chart for every category tried", charts, tried)
        words = "[...document.querySelectorAll('.charts svg')].every(svg => ['strong', 'solid', 'rough', 'froze']" \
            ".every(word => [...svg.querySelectorAll('text')].some(text => text.textContent == word)))"
        check("every chart's words are there", browser.value(words), True)
        named = "[...document.querySelectorAll('svg[role=img]')].every(svg => svg.querySelector('title') && svg.querySelector('desc').textContent)"
        check("every drawing has a title and a description", browser.value(named), True)

        ground = "getComputedStyle(document.documentElement).backgroundColor"
        browser.look(folder / "light.png", 1200, 900, "light")
        light = browser.value(ground)
        browser.look(folder / "dark.png", 1200, 900, "dark")
        check("light is white, dark is not", (light, browser.value(ground)), ("rgb(255, 255, 255)", "rgb(21, 25, 28)"))
        browser.look(folder / "phone.png", 360, 740, "light", phone=True)
        check("it fits a phone", browser.value("document.documentElement.scrollWidth"), 360)

        browser.devtools("Emulation.clearDeviceMetricsOverride")
        printed = base64.b64decode(browser.devtools("Page.printToPDF", preferCSSPageSize=True)["data"])
        (folder / "report.pdf").write_bytes(printed)
        pages = len(re.findall(rb"/Type\s*/Page\b", printed))
        check("it prints", pages >= 1, True)
        print(f"    {pages} pages on paper; pictures in {folder}")
        check("the console is still silent", browser.console(), [])


main(pathlib.Path(sys.argv[1]))
