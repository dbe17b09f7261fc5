"""Writes tokenizers_files.json: what the tokenizers library makes of texts with real tokenizer.json files.

    python tokenizers_files.py FIXTURES      (versions: requirements.txt; FIXTURES: as FETTLE_FIXTURES)

Each tokenizer.json alone, without the files beside it: ids without and with the post-processor's special tokens, and
the text that comes back. A file that the library itself refuses is left out.
"""

import json
import sys
from pathlib import Path

from tokenizers import Tokenizer

FILES = [
    "falcon/tokenizer.json", "gpt-neox-20b/tokenizer.json", "gpt2/tokenizer.json", "phi-3-mini/tokenizer.json",
    "tinyllama/tokenizer.json", "torchtitan/tokenizer.json", "torchtune/tiny_bpe_tokenizer.json",
    "torchtune/tiny_bpe_tokenizer_full.json", "torchtune/tokenizer.json", "torchtune/tokenizer_gemma_cropped.json",
]
TEXTS = [
    "", " ", "Hello, world!", "  two  spaces\tand\n\n\nlines\r\n ", "I'll say it's THEY'RE isn't", "1234567890 3.14 ½ ²",
    "Zażółć gęślą jaźń", "e\u0301 \u212b \ufb01", "日本語のテキスト、中文。", "Привет", "🙂🇵🇱👩‍👩‍👧", "\u00a0\u3000\u200b\ufeff",
    "def f(x):\n    return x**2  # done", "<s></s><|endoftext|><|user|>x<|end|><unk> <bos>", "\x00\x01\x7f", "a" * 70,
    "▁▁ ▁a", "http://x.y/z?q=1&r=2", "<|endoftext|> <|endoftext|>\n<|assistant|> \n", ">>INTRODUCTION<<",
]


def encoded(tokenizer, text):
    ids = tokenizer.encode(text, add_special_tokens=False).ids
    return {"text": text, "ids": ids, "framed": tokenizer.encode(text).ids,
            "decoded": tokenizer.decode(ids, skip_special_tokens=False)}


def row(folder, name):
    tokenizer = Tokenizer.from_file(str(folder / name))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return {"file": name, "texts": [encoded(tokenizer, text) for text in TEXTS]}


folder = Path(sys.argv[1]) / "tokenizers" / "hf"
rows = [row(folder, name) for name in FILES]
Path("tokenizers_files.json").write_text(json.dumps(rows, ensure_ascii=False) + "\n", encoding="utf-8")
