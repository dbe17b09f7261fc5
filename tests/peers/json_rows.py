#!/usr/bin/env python3
"""Rows of JSON in Fettle and in Python's json: json_rows.py [ROWS] [SEED].

Rows are drawn as values of every kind, written by Python in its own ways, and half of them damaged. What json reads must
be a row (or one finding that is not "not_json"); what it refuses must be a finding of "not_json" at its line. Left out
are blank rows, a byte order mark, which RFC 8259 lets a parser ignore as Fettle does, a line on which another object
begins behind the first, which Fettle reads as rows of their own, and four things that are no JSON or no text, which Python takes and Fettle refuses: NaN and Infinity, numbers beyond a double, halves of surrogate
pairs, nesting deeper than 512. FETTLE_PROGRAM names another build. Ends with an error
where the two differ otherwise.
"""

import collections
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile

PROGRAM = os.environ.get("FETTLE_PROGRAM", "build/dev/bin/fettle")
BATCH = 200
# Two before each row: an object may go over several lines, and one that a damaged row leaves open must not go on with it.
SOUND = b'{"text": "a sound row"}\n'
TEXTS = ["", "a", "Zażółć", "日本", "🙂", "\u0000\u001f", "\\", '"', "/", "\u2028", "\ud7ff\ue000\uffff", "\U0010ffff", "é" * 30]
PARTS = ['"', "\\", "\\u", "\\ud83d", "\\ude42", "\\x", "{", "}", "[", "]", ",", ":", "0", "01", "-", "+1", ".5", "1.", "1e", "1e5",
         "1E+400", "1e-400", "null", "nul", "true", "True", "NaN", "Infinity", "'a'", "//", "/**/", "\t", "\x01", "\x7f", "\ufeff",
         " ", "\u00a0", "9" * 40, '"a":', ',"text":"b"', "\u2028"]


class Refused(ValueError):
    pass


def drawn(rng, depth=0):
    kind = rng.randrange(7 if depth < 4 else 5)
    if kind == 0:
        return rng.choice(TEXTS) + rng.choice(TEXTS)
    if kind == 1:
        return rng.choice([0, -1, 2**63, -2**63, 2**64, 10**30, rng.randrange(10**6)])
    if kind == 2:
        return rng.choice([0.0, -0.0, 1.5, 1e300, 5e-324, rng.random() * 10 ** rng.randint(-30, 30)])
    if kind < 5:
        return rng.choice([None, True, False, "text"])
    if kind == 5:
        return [drawn(rng, depth + 1) for _ in range(rng.randrange(4))]
    return {rng.choice(TEXTS): drawn(rng, depth + 1) for _ in range(rng.randrange(4))}


def row(rng):
    value = {"text": f"row {rng.random()}", rng.choice("abc"): drawn(rng)}
    separators = rng.choice([None, (",", ":"), (" , ", " : ")])
    text = json.dumps(value, ensure_ascii=rng.random() < 0.5, separators=separators).encode()
    if rng.random() < 0.5:
        return text
    for _ in range(rng.choice([1, 1, 2])):
        at, kind = rng.randrange(len(text) + 1), rng.randrange(5)
        part = rng.choice(PARTS).encode()
        if kind == 0:
            text = text[:at] + part + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + rng.randint(1, 3):]
        elif kind == 2:
            text = text[:at] + bytes([rng.randrange(256)]) + text[at + 1:]
        elif kind == 3:
            text = text[:at] + part + text[at + len(part):]
        else:
            text = text[:at]
    return text.replace(b"\n", b" ").replace(b"\r", b" ") or b"{"


def holds_half(value):
    if isinstance(value, str):
        return any(0xD800 <= ord(c) < 0xE000 for c in value)
    if isinstance(value, dict):
        return any(holds_half(each) for pair in value.items() for each in pair)
    return isinstance(value, list) and any(map(holds_half, value))


def finite(text):
    number = float(text)
    if math.isinf(number):
        raise Refused(text)
    return number


def whole(text):
    finite(text)
    return int(text)


def refused(text):
    raise Refused(text)


def is_json(text):
    """None: one of the exceptions."""
    if not text.strip(b" \t") or text.startswith(b"\xef\xbb\xbf"):
        return None
    try:
        value = json.loads(text.decode(), parse_constant=refused, parse_float=finite, parse_int=whole)
        return None if holds_half(value) else True
    except (Refused, RecursionError):
        return None
    except ValueError:
        return None if re.search(rb"\}[ \t]*\{", text) else False


def broken_lines(rows):
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(b"".join(SOUND + SOUND + each + b"\n" for each in rows))
        file.flush()
        run = subprocess.run([PROGRAM, "lint", file.name, "--json"], capture_output=True, text=True)
    findings = [each for each in json.loads(run.stdout)["findings"] if each["kind"] == "not_json"]
    lines = [line for each in findings for line in each["lines"]]
    assert len(lines) == sum(each["rows"] for each in findings), "the list of lines is cut"
    assert all(line % 3 == 0 for line in lines), "a broken row took a sound one along"
    return {line // 3 - 1 for line in lines}


def main(rows=200000, seed=1):
    rng = random.Random(seed)
    counts, differing = collections.Counter(), []
    for _ in range(0, rows, BATCH):
        batch = [row(rng) for _ in range(BATCH)]
        broken = broken_lines(batch)
        for i, text in enumerate(batch):
            sound = is_json(text)
            counts[sound] += 1
            if sound is not None and sound == (i in broken):
                differing.append((sound, text))
    print(f"{counts.total()} rows: {counts[True]} sound, {counts[False]} broken, {counts[None]} left out; {len(differing)} differ")
    for sound, text in differing[:20]:
        print("json reads" if sound else "json refuses", text)
    sys.exit(bool(differing))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
