"""Writes tokenizers_parts.json: what the tokenizers library makes of texts, one small tokenizer for each of its parts.

    python tokenizers_parts.py      (versions: requirements.txt)

Every case is a whole tokenizer.json and, for each text, ids and the text that comes back. The table of characters of
"Precompiled" is compiled by SentencePiece from five rules. Offsets are left out: where a normalizer makes a text longer
or shorter, the library shares them out among the characters in its own way.
"""

import base64
import json
import tempfile
from pathlib import Path

import sentencepiece
from tokenizers import Tokenizer

TEXTS = [
    "", "the cat", "  the  cat sat ", "the, cat!", "Élan naïve", "e\u0301lan", "ﬁne ＡＢ ½", "12 345", "日本語カタカナひらがな abc",
    "a\u200bb\tc\nd", "x-y-z", "unknown ☃ snow☃☃man", "Привет, мир", "\u00a0nbsp\u3000wide", "🙂🇵🇱 e\u0301\u0302",
]
METASPACE = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}
PIECES = [["<unk>", 0.0], ["▁", -2.0], ["▁the", -3.0], ["▁c", -4.5], ["at", -3.5], ["▁cat", -6.5], ["s", -5.0],
          ["a", -5.5], ["t", -5.25], ["e", -5.0], ["h", -6.0], ["c", -6.25], ["th", -4.75], ["▁s", -4.0], ["n", -5.0],
          ["ow", -4.0], ["o", -6.0], ["w", -7.0], ["м", -8.0], ["Привет", -9.0], ["fi", -6.5], ["A", -7.0], ["1", -6.0],
          ["2", -6.0], ["e\u0301", -9.0]]


def bpe(**parts):
    letters = sorted(set("".join(TEXTS)) | set("▁ abcdefghijklmnopqrstuvwxyz"))
    vocab = {piece: i for i, piece in enumerate(["<unk>", *letters])}
    merges = [["t", "h"], ["th", "e"], ["a", "t"], ["c", "at"]]
    for left, right in merges:
        vocab.setdefault(left + right, len(vocab))
    return {"model": {"type": "BPE", "unk_token": "<unk>", "vocab": vocab, "merges": merges}, **parts}


def unigram(pieces=None, unk_id=0, byte_fallback=False, **parts):
    model = {"type": "Unigram", "unk_id": unk_id, "vocab": pieces or PIECES, "byte_fallback": byte_fallback}
    return {"model": model, "pre_tokenizer": METASPACE, "decoder": METASPACE, **parts}


def field(message, number):
    """The bytes of a length-delimited field of a protocol buffer."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(message):
        key = varint()
        size = {0: 0, 1: 8, 5: 4}.get(key & 7)
        if key & 7 == 0:
            varint()
        elif size is None:
            size = varint()
            if key >> 3 == number:
                return message[at:at + size]
        at += size
    raise ValueError(number)


def characters_map():
    rules = "FF21\t0041\nFF22\t0042\nFB01\t0066 0069\n0065 0301\t00E9\nBD\t0031 2F 0032\n"
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "rules.tsv").write_text(rules)
        (Path(folder) / "text").write_text("the cat sat on the mat\n" * 20)
        sentencepiece.SentencePieceTrainer.train(
            input=f"{folder}/text", model_prefix=f"{folder}/m", vocab_size=20, hard_vocab_limit=False,
            normalization_rule_tsv=f"{folder}/rules.tsv", minloglevel=2)
        model = (Path(folder) / "m.model").read_bytes()
    return base64.b64encode(field(field(model, 3), 2)).decode()  # normalizer_spec.precompiled_charsmap


BYTES = [[f"<0x{byte:02X}>", -20.0] for byte in range(256)]
CASES = {
    "unigram": unigram(),
    "unigram without a pre-tokenizer": unigram(pre_tokenizer=None),
    "unigram with bytes": unigram(PIECES + BYTES, byte_fallback=True),
    "unigram with equal scores": unigram([["<unk>", 0.0], ["a", -1.0], ["b", -1.0], ["ab", -2.0], ["▁", -1.0], ["t", 0.0]]),
    "unigram whose unknown piece is last": unigram([["▁", -1.0], ["the", -2.0], ["<unk>", -3.0]], unk_id=2),
    "precompiled": unigram(normalizer={"type": "Precompiled", "precompiled_charsmap": characters_map()}),
    "strip accents": bpe(normalizer={"type": "Sequence", "normalizers": [{"type": "NFD"}, {"type": "StripAccents"}]}),
    "nmt": bpe(normalizer={"type": "Nmt"}),
    "char delimiter": bpe(pre_tokenizer={"type": "CharDelimiterSplit", "delimiter": "-"}),
    "fixed length": bpe(pre_tokenizer={"type": "FixedLength", "length": 3}),
    "unicode scripts": bpe(pre_tokenizer={"type": "UnicodeScripts"}),
    "bpe decoder": bpe(pre_tokenizer={"type": "Whitespace"}, decoder={"type": "BPEDecoder", "suffix": "e"}),
}
for case in CASES.values():
    case.update({"version": "1.0", "added_tokens": [{"id": 0, "content": "<unk>", "single_word": False, "lstrip": False,
                 "rstrip": False, "normalized": False, "special": True}] if case["model"]["vocab"] and
                 case["model"].get("unk_id", 0) == 0 else []})


def encoded(tokenizer, text):
    encoding = tokenizer.encode(text)
    return {"text": text, "ids": encoding.ids, "decoded": tokenizer.decode(encoding.ids, skip_special_tokens=False)}


def row(name, file):
    tokenizer = Tokenizer.from_str(json.dumps(file))
    return {"name": name, "tokenizer": file, "texts": [encoded(tokenizer, text) for text in TEXTS]}


rows = [row(name, file) for name, file in CASES.items()]
Path("tokenizers_parts.json").write_text(json.dumps(rows, ensure_ascii=False, indent=None) + "\n", encoding="utf-8")
