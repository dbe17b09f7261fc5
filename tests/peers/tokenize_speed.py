#!/usr/bin/env python3
"""Text to ids in Fettle and in the tokenizers library, one thread each: tokenize_speed.py TOKENIZER_FOLDER TEXT_FILE.

Both take the file line by line, in turns. Fettle's time is that of `fettle tokenize --file` without that of its start
on one line; it holds reading and writing JSON, offsets and decoding as well, which the library is not asked for.
FETTLE_PROGRAM names another build. Ids must be equal, or no speed is printed.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tokenizers import Tokenizer

PROGRAM = os.environ.get("FETTLE_PROGRAM", "build/dev/bin/fettle")


def fettle(folder, lines):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        file.flush()
        begin = time.perf_counter()
        command = [PROGRAM, "tokenize", "--model", folder, "--file", file.name, "--no-special-tokens"]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        seconds = time.perf_counter() - begin
    return [json.loads(line)["input_ids"] for line in output.splitlines()], seconds


def library(tokenizer, lines):
    begin = time.perf_counter()
    ids = [tokenizer.encode(line, add_special_tokens=False).ids for line in lines]
    return ids, time.perf_counter() - begin


def main(folder, text_file, rounds=3):
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    lines = Path(text_file).read_text(encoding="utf-8").splitlines()
    megabytes = sum(len(line.encode()) for line in lines) / 1e6
    tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    best = {"fettle": float("inf"), "tokenizers": float("inf")}
    for _ in range(rounds):
        start = fettle(folder, lines[:1])[1]
        ours, seconds = fettle(folder, lines)
        theirs, library_seconds = library(tokenizer, lines)
        if ours != theirs:
            raise SystemExit("the ids differ")
        best["fettle"] = min(best["fettle"], seconds - start)
        best["tokenizers"] = min(best["tokenizers"], library_seconds)
    for name, seconds in best.items():
        print(f"{name:10} {megabytes / seconds:6.2f} MB/s")


if __name__ == "__main__":
    main(*sys.argv[1:3])
