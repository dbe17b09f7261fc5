#!/usr/bin/env python3
"""Takes the sources' texts into resources/translations: translations.py LUPDATE. With --check nothing is written; a
language that lacks a text, holds one that is gone, or leaves one unfinished fails, each by name."""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ("ui", "core/config", "core/plan", "core/data", "core/judge", "app/studio")
# Headers are found from the root, so that a text's context is the whole name of its class, as tr() asks for it.
ARGUMENTS = ("-silent", "-I", ".", "-no-obsolete", "-locations", "none", "-tr-function-alias", "tr+=FETTLE_TR",
             "-tr-function-alias", "QT_TR_N_NOOP+=FETTLE_TR_N")
PLURALS_ONLY = ("fettle_en.ts",)  # the sources are English
SKIPPED = 77


def update(lupdate, catalogue):
    plurals = ["-pluralonly"] if catalogue.name in PLURALS_ONLY else []
    subprocess.run([lupdate, *ARGUMENTS, *plurals, *FOLDERS, "-ts", catalogue], cwd=ROOT, check=True,
                   stderr=subprocess.DEVNULL)


def messages(catalogue):
    """(context, source, note for translators) of each text, and whether it is finished."""
    found = {}
    for context in xml.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = translation.get("type") is None and all(forms)
    return found


def is_lost(context):
    """A text of core stands in a context of lupdate's own finding."""
    asked = re.search(r"kCoreContexts\[\]\s*=\s*{([^}]*)}", (ROOT / "ui/text/core_text.cpp").read_text(encoding="utf-8")).group(1)
    return context.startswith(("fettle", "std")) and "::ui" not in context and f'"{context}"' not in asked


def problems(lupdate, catalogue):
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / catalogue.name
        fresh.write_bytes(catalogue.read_bytes())
        update(lupdate, fresh)
        before, now = messages(catalogue), messages(fresh)
    yield from (("missing", key) for key in now if key not in before)
    yield from (("gone from the sources", key) for key in before if key not in now)
    yield from (("in a context that coreText() does not know", key) for key in now if is_lost(key[0]))
    yield from (("unfinished", key) for key, finished in now.items() if key in before and not finished)


def check(lupdate):
    found = [f"{catalogue.name}: {what}: {context}: {source}" for catalogue in catalogues()
             for what, (context, source, _) in problems(lupdate, catalogue)]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


def catalogues():
    return sorted((ROOT / "resources/translations").glob("*.ts"))


if __name__ == "__main__":
    tool, *options = sys.argv[1:]
    if not pathlib.Path(tool).is_file():
        print("SKIP   : lupdate was not found")
        sys.exit(SKIPPED)
    if options == ["--check"]:
        sys.exit(check(tool))
    for each in catalogues():
        update(tool, each)
