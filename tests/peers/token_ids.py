#!/usr/bin/env python3
"""Random strings in Fettle and in the tokenizers library, ids and offsets: token_ids.py [STRINGS] [SEED].

Six pre-tokenizers, those of GPT-2, Llama 3, Qwen2, Falcon, Llama 2 (Metaspace) and T5 (WhitespaceSplit and Metaspace), each
with a small BPE that the library trains on strings of the same kind; a sixth of the strings for each. Strings mix words of many
scripts, digits, blanks of all kinds, emoji sequences, combining marks, controls and single characters of all of Unicode.
FETTLE_PROGRAM names another build. Ends with an error where the two differ.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

PROGRAM = os.environ.get("FETTLE_PROGRAM", "build/dev/bin/fettle")
BATCH = 10000
LLAMA3 = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")
QWEN2 = LLAMA3.replace(r"\p{N}{1,3}", r"\p{N}")
FALCON = r"[0-9][0-9][0-9]"
WORDS = ["the", "The", "I'll", "DON'T", "it's", "x'RE", "naïve", "Zażółć", "gęślą", "Привет", "Ελλάδα", "日本語", "カタカナ", "ひらがな", "中文",
         "한국어", "ไทย", "हिन्दी", "العربية", "עברית", "ﬁne", "ＡＢ", "ſ", "İstanbul", "ǅ", "ß", "12", "345", "67890", "３４", "½", "²", "Ⅷ", "x_y",
         "a-b", "e.g.", "http://x.y?z=1", "<s>", "<|end|>", "{}", "()", "->", "**", "…", "—", "«»", "$", "€", "~", "^", "`", "_", "__"]
BLANKS = [" ", " ", " ", " ", "  ", "   ", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u3000", "\u2009", "\u200b", "\u2028", "\ufeff", "\x0b", "\x85", ""]
MARKS = ["\u0301", "\u0302\u0323", "\u200d", "\ufe0f", "🙂", "👩‍👩‍👧", "🇵🇱", "🏽", "\x00", "\x1b", "\x7f", "\u202e", "▁", "Ġ", "\U000e0001"]


def character(rng):
    code = rng.choice([rng.randrange(32, 127), rng.randrange(128, 0x800), rng.randrange(0x800, 0xD800), rng.randrange(0xE000, 0x110000)])
    return chr(code)


def string(rng):
    parts = []
    for _ in range(rng.randint(0, 8)):
        parts.append(rng.choice(BLANKS))
        parts.append(rng.choice(WORDS) if rng.random() < 0.7 else rng.choice(MARKS) if rng.random() < 0.5 else character(rng))
    return "".join(parts) + rng.choice(BLANKS)


def bytes_after(*splits):
    return pre_tokenizers.Sequence([*splits, pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)])


def split(pattern):
    return pre_tokenizers.Split(Regex(pattern), "isolated")


PRE_TOKENIZERS = {
    "gpt2": lambda: pre_tokenizers.ByteLevel(add_prefix_space=False),
    "llama3": lambda: bytes_after(split(LLAMA3)),
    "qwen2": lambda: bytes_after(split(QWEN2)),
    "falcon": lambda: pre_tokenizers.Sequence([
        pre_tokenizers.Punctuation("contiguous"), pre_tokenizers.ByteLevel(add_prefix_space=False),
        pre_tokenizers.Digits(individual_digits=False), split(FALCON)]),
    "metaspace": lambda: pre_tokenizers.Metaspace(prepend_scheme="first"),
    "t5": lambda: pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]),
}


def trained(name, rng):
    is_bytes = name not in ("metaspace", "t5")
    tokenizer = Tokenizer(models.BPE(byte_fallback=not is_bytes, unk_token=None if is_bytes else "<unk>"))
    tokenizer.pre_tokenizer = PRE_TOKENIZERS[name]()
    tokenizer.decoder = decoders.ByteLevel() if is_bytes else decoders.Metaspace()
    special = [] if is_bytes else ["<unk>", *(f"<0x{byte:02X}>" for byte in range(256))]
    trainer = trainers.BpeTrainer(
        vocab_size=3000, special_tokens=special, show_progress=False, limit_alphabet=600,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet() if is_bytes else [])
    tokenizer.train_from_iterator((string(rng) for _ in range(20000)), trainer)
    tokenizer.add_special_tokens([AddedToken("<s>", special=True)])
    tokenizer.add_tokens([AddedToken("<|end|>", lstrip=True, rstrip=True, normalized=False)])
    return tokenizer


def fettle(folder, strings):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(each) + "\n" for each in strings)
        file.flush()
        command = [PROGRAM, "tokenize", "--model", folder, "--file", file.name, "--no-special-tokens"]
        output = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    rows = [json.loads(line) for line in output.split("\n")[:-1]]
    return [(row["input_ids"], [tuple(pair) for pair in row["offsets"]]) for row in rows]


def differences(name, strings, rng):
    """Strings whose ids differ, and strings whose offsets alone do."""
    tokenizer, ids, offsets = trained(name, rng), [], []
    with tempfile.TemporaryDirectory() as folder:
        tokenizer.save(str(Path(folder) / "tokenizer.json"))
        for _ in range(0, strings, BATCH):
            batch = [string(rng) for _ in range(BATCH)]
            theirs = [(each.ids, each.offsets) for each in tokenizer.encode_batch(batch, add_special_tokens=False)]
            for text, their, our in zip(batch, theirs, fettle(folder, batch), strict=True):
                if their[0] != our[0]:
                    ids.append((text, their, our))
                elif their[1] != our[1]:
                    offsets.append((text, their, our))
    return ids, offsets


def main(strings=1000000, seed=1):
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    rng, has_any = random.Random(seed), False
    for name in PRE_TOKENIZERS:
        count = -(-strings // len(PRE_TOKENIZERS) // BATCH) * BATCH
        ids, offsets = differences(name, count, rng)
        print(f"{name:10} {count} strings: ids of {len(ids)} differ, offsets of {len(offsets)}", flush=True)
        for text, their, our in ids[:3] + offsets[:3]:
            print("   ", ascii(text), "\n      tokenizers", *their, "\n      fettle    ", *our)
        has_any = has_any or bool(ids or offsets)
    sys.exit(has_any)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
