#!/usr/bin/env python3
"""Opens pages of 'tocsin report' in headless Chromium, as on a phone and on a desk, light and dark.

Usage: Scripts/check-report.py PAGE ... [--pictures FOLDER]   (from the root of the package)

Fails if axe-core finds anything against WCAG 2.2 of level A or AA, if the console has a line, if the
page is wider than its window, asks for anything outside itself, or is 3 MB or larger. With --pictures
it leaves a picture of each and the printed page as PDF. Needs Chromium, and a package index the first
time, from which it takes axe-core within the wheel of axe-playwright-python.
"""

import argparse
import html
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

WHEEL = "axe-playwright-python==0.1.8"
AXE = pathlib.Path(".build/axe/axe.min.js")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
MOST_BYTES = 3_000_000
WIDTHS = {"phone": 375, "desk": 1280}
SCHEMES = {"dark": "0", "light": "1"}
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "chrome"]

PROBE = """<script>%s</script><script>
addEventListener("load", async () => {
  document.querySelectorAll("details").forEach(d => d.open = true);
  const found = await axe.run(document, {runOnly: %s});
  const tell = rules => rules.map(rule => ({id: rule.id, help: rule.help,
    nodes: rule.nodes.map(node => node.target.join(" ") + " " + (node.any[0]?.message ?? ""))}));
  const result = document.createElement("pre");
  result.id = "axe-result";
  result.textContent = JSON.stringify({violations: tell(found.violations),
    unsure: tell(found.incomplete), passes: found.passes.length,
    isTooWide: document.documentElement.scrollWidth > innerWidth});
  document.body.append(result);
});
</script></head>"""


def axe():
    """The text of axe-core, downloaded once."""
    if not AXE.exists():
        AXE.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", folder, WHEEL],
                check=True)
            wheel = zipfile.ZipFile(io.BytesIO(next(pathlib.Path(folder).iterdir()).read_bytes()))
        name = next(name for name in wheel.namelist() if name.endswith("axe.min.js"))
        AXE.write_bytes(wheel.read(name))
    return AXE.read_text(encoding="utf-8")


def chromium(browser, page, *options):
    """What Chromium says on both outputs."""
    done = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         "--enable-logging=stderr", *options, page.absolute().as_uri()],
        capture_output=True, text=True, timeout=300, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def look(browser, page, text, width, scheme):
    """What is wrong with a page in one window."""
    window = [f"--window-size={width},900", f"--blink-settings=preferredColorScheme={scheme}"]
    _, console = chromium(browser, page, *window, "--dump-dom")
    problems = [f"console: {line}" for line in console]
    # The probe is a script, which the page itself forbids; axe-core ends in no "</script>".
    probe = PROBE % (axe(), json.dumps(LEVELS))
    open_text = re.sub(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "", text)
    with tempfile.TemporaryDirectory() as folder:
        probed = pathlib.Path(folder) / "probed.html"
        probed.write_text(open_text.replace("</head>", probe, 1), encoding="utf-8")
        dom, _ = chromium(browser, probed, *window, "--virtual-time-budget=60000", "--dump-dom")
    result = re.search(r'<pre id="axe-result">(.*?)</pre>', dom, re.S)
    if not result:
        return problems + ["axe-core did not end"], 0, []
    found = json.loads(html.unescape(result.group(1)))
    problems += [
        f"{rule['id']}: {rule['help']}: {node}"
        for rule in found["violations"] for node in rule["nodes"][:5]]
    if found["isTooWide"]:
        problems.append("the page is wider than its window")
    return problems, found["passes"], [rule["id"] for rule in found["unsure"]]


def check(browser, page, pictures):
    text = page.read_text(encoding="utf-8")
    size = len(text.encode())
    problems = []
    if size >= MOST_BYTES:
        problems.append(f"{size:,} bytes, expected fewer than {MOST_BYTES:,}")
    # Names of languages of markup are no addresses; nothing is fetched from them.
    outside = set(re.findall(r'(?:src|href|url\()[="\']*\s*(https?:[^"\')\s]+)', text))
    problems += [f"asks for {address}" for address in sorted(outside)]
    for place, width in WIDTHS.items():
        for name, scheme in SCHEMES.items():
            found, passes, unsure = look(browser, page, text, width, scheme)
            problems += [f"{place}, {name}: {words}" for words in found]
            note = f", not decided: {', '.join(unsure)}" if unsure else ""
            print(f"{page}: {place} ({width} px), {name}: {passes} rules pass, "
                  f"{len(found)} problems{note}")
            if pictures:
                chromium(
                    browser, page, f"--window-size={width},{14000 if width < 500 else 10000}",
                    f"--blink-settings=preferredColorScheme={scheme}",
                    f"--screenshot={pictures.absolute()}/{page.stem}-{place}-{name}.png")
    if pictures:
        chromium(browser, page, "--no-pdf-header-footer",
                 f"--print-to-pdf={pictures.absolute()}/{page.stem}.pdf")
    for problem in problems:
        print(f"{page}: {problem}", file=sys.stderr)
    print(f"{page}: {size:,} bytes, {len(problems)} problems in all")
    return not problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="+", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    browser = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if not browser:
        sys.exit("Chromium is missing. On Debian or Ubuntu: apt-get install chromium")
    if options.pictures:
        options.pictures.mkdir(parents=True, exist_ok=True)
    results = [check(browser, page, options.pictures) for page in options.pages]
    sys.exit(0 if all(results) else 1)


if __name__ == "__main__":
    main()
