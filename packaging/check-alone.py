#!/usr/bin/env python3
"""Compiles files of the tree alone, each with the flags of its folder, where the unity build would hide a missing include:
check-alone.py BUILD_FOLDER [--tidy] [--since COMMIT] [--minutes N] [FILE ...]

Without files: those that commits since COMMIT touched (default: the last three, as far as they are there). With --tidy
clang-tidy reads the sources of the light half as well; LibTorch's headers would take it a quarter of a minute each, and of
Qt's macros it complains. What N minutes are too few for is counted and left.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PARTS = ("core", "app", "ui", "tests")
TORCH = "torch/include"


def folder_flags(build):
    """Of each target's folder in the build tree, the compiler's command without its input and output."""
    flags = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        output = words[words.index("-o") + 1]
        target = re.sub(r".*/CMakeFiles/(\w[\w-]*)\.dir/.*", r"\1", "/" + output)
        kept = [word for word in words[: words.index("-o")] if not word.endswith("ccache")]
        flags.setdefault(target, (kept, pathlib.Path(entry["directory"])))
    return flags


def target_of(file):
    folders = file.parts[:-1]
    if folders[0] == "tests":
        inner = "_".join(folders[1:]) if folders[1] != "support" else "core_base"
        return inner + "_tests"
    if folders[0] == "app":
        return {"fettle": "fettle", "engine": "fettle-engine", "studio": "fettle-studio"}.get(folders[1], "app_common")
    return "_".join(folders[:2])


def git(*words):
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()


def changed_files(since):
    since = since or git("rev-list", "--first-parent", "--max-count=4", "HEAD")[-1]
    return [pathlib.Path(name) for name in git("diff", "--name-only", "--diff-filter=d", since, "HEAD")]


def compile_alone(file, flags):
    command, folder = flags
    text = f'#include "{file}"\n' if file.suffix == ".h" else None
    source = ["-x", "c++", "-"] if text else [str(ROOT / file)]
    ended = subprocess.run([*command, f"-I{ROOT}", "-fsyntax-only", *source], cwd=folder, input=text,
                           capture_output=True, text=True)
    return ended.returncode, ended.stderr


def tidy(file, flags):
    command, folder = flags
    with tempfile.TemporaryDirectory() as name:
        words = [word for word in command if not word.startswith("-W")]  # g++'s own warnings
        pathlib.Path(name, "compile_commands.json").write_text(json.dumps(
            [{"directory": str(folder), "file": str(ROOT / file), "arguments": [*words, "-c", str(ROOT / file)]}]))
        ended = subprocess.run(["clang-tidy", "--quiet", "--warnings-as-errors=*", "-p", name, str(ROOT / file)],
                               capture_output=True, text=True)
    return ended.returncode, ended.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--tidy", action="store_true")
    parser.add_argument("--since")
    parser.add_argument("--minutes", type=float, default=600)
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    options = parser.parse_intermixed_args()
    flags = folder_flags(options.build.resolve())
    files = [file for file in options.files or changed_files(options.since)
             if file.parts[0] in PARTS and file.suffix in (".h", ".cpp") and target_of(file) in flags]
    jobs = [(compile_alone, file) for file in files]
    if options.tidy:
        jobs += [(tidy, file) for file in files
                 if file.suffix == ".cpp" and file.parts[0] in ("core", "app") and file.parts[1] != "studio"
                 and TORCH not in " ".join(flags[target_of(file)][0])]
    end, failed, left = time.monotonic() + 60 * options.minutes, 0, 0

    def run(job):
        return job[0](job[1], flags[target_of(job[1])]) if time.monotonic() < end else None

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (check, file), result in zip(jobs, pool.map(run, jobs)):
            if result is None:
                left += 1
            elif result[0] != 0:
                failed += 1
                print(f"{file} ({check.__name__}):\n{result[1]}")
    print(f"{len(jobs) - left} checks of {len(files)} files, {failed} failed, {left} left out", file=sys.stderr)
    return 1 if failed else 0


sys.exit(main())
