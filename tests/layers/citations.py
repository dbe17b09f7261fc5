#!/usr/bin/env python3
"""Fails where a line cites a page that is not in the tree: citations.py SOURCE_FOLDER."""

import re

from report import report

FOLDERS = ("core", "app", "ui", "tests", "packaging", "resources")
FILES = ("README.md", "CONTRIBUTING.md", "CMakeLists.txt")
TEXT = (".h", ".cpp", ".cu", ".py", ".sh", ".txt", ".cmake", ".md", ".js", ".xml", ".in")
PAGE = re.compile(r"[\w./-]*\w\.md\b")
SECTION = re.compile(r"\b[Ss]ections? \d|§")
SECTION_OF = re.compile(r"arXiv|RFC|Unicode|UAX")
OUTSIDE = re.compile(r"\.\./shared")
DEFAULTS = ("CMakeLists.txt",)  # where FETTLE_FIXTURES and FETTLE_CASES look by default


def files(root):
    for name in filter(lambda name: (root / name).exists(), FILES):
        yield root / name
    for folder in FOLDERS:
        yield from (path for path in sorted((root / folder).rglob("*")) if path.suffix in TEXT and path.is_file())


def is_in_tree(page, path, root):
    """A page named by its path from the root or from the citing file."""
    return (root / page).is_file() or (path.parent / page).is_file()


def problems(root):
    for path in files(root):
        relative = path.relative_to(root)
        if relative.parts[:2] == ("tests", "layers") and path.suffix == ".py":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{relative}:{number}"
            for page in PAGE.findall(line):
                if ":" + page not in line and not is_in_tree(page, path, root):
                    yield f"{where} cites {page}, which is not in the tree: name the public source, or say it in place"
            if SECTION.search(line) and not SECTION_OF.search(line):
                yield f"{where} cites a section without the paper's number"
            if OUTSIDE.search(line) and relative.name not in DEFAULTS:
                yield f"{where} points outside the tree"


if __name__ == "__main__":
    report(problems)
