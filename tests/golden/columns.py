"""Writes columns.json: files of columns as pyarrow writes them (base64), and the rows that it reads from them.

    python columns.py      (versions: requirements.txt)

Times have no value of their own in JSON; they are the text that Arrow shows.
"""

import base64
import datetime
import io
import json
import pathlib

import pyarrow as pa
import pyarrow.feather as feather
import pyarrow.parquet as pq

TURNS = pa.list_(pa.struct([("role", pa.string()), ("content", pa.large_string())]))


def turn(role, content):
    return {"role": role, "content": content}


def chat():
    rows = [[turn("user", f"q{i} ä"), turn("assistant", f"a{i}\n")] for i in range(5)]
    rows += [None, [], [turn("user", None), None]]
    return pa.table({"messages": pa.array(rows, TURNS), "n": pa.array(range(8), pa.int64())})


def types():
    time = datetime.datetime(2024, 1, 2, 3, 4, 5)
    columns = {
        "flag": pa.array([True, False, None]),
        "small": pa.array([-128, 127, None], pa.int8()),
        "large": pa.array([0, 2**64 - 1, None], pa.uint64()),
        "half": pa.array([0.5, -2.25, None], pa.float32()),
        "real": pa.array([0.1, 1e300, None], pa.float64()),
        "text": pa.array(["", "ł\"\\", None], pa.string()),
        "long": pa.array(["a", "b" * 50, None], pa.large_string()),
        "word": pa.array(["x", "y", None]).dictionary_encode(),
        "list": pa.array([[1, 2], [], None], pa.list_(pa.int32())),
        "long_list": pa.array([["a"], [None, "b"], None], pa.large_list(pa.string())),
        "pair": pa.array([[1, 2], [3, 4], None], pa.list_(pa.int16(), 2)),
        "struct": pa.array([{"a": {"b": [1]}}, {"a": None}, None], pa.struct([("a", pa.struct([("b", pa.list_(pa.int64()))]))])),
        "map": pa.array([[("k", 1)], [], None], pa.map_(pa.string(), pa.int64())),
        "time": pa.array([time, time, None], pa.timestamp("s")),
        "nothing": pa.nulls(3),
    }
    return pa.table(columns)


def rows_of(table):
    rows = table.to_pylist()
    for row in rows:
        if "map" in row and row["map"] is not None:
            row["map"] = dict(row["map"])
        if row.get("time") is not None:
            row["time"] = str(row["time"])
    return rows


def parquet(table, **options):
    out = io.BytesIO()
    pq.write_table(table, out, **options)
    return out.getvalue()


def ipc(table, writer, rows):
    out = io.BytesIO()
    with writer(out, table.schema) as stream:
        for batch in table.to_batches(max_chunksize=rows):
            stream.write_batch(batch)
    return out.getvalue()


def feathered(table, **options):
    out = io.BytesIO()
    feather.write_feather(table, out, **options)
    return out.getvalue()


def main():
    timeless = types().drop_columns(["time"])  # Parquet has no seconds
    files = {
        "chat.parquet": (chat(), parquet(chat(), compression="zstd", row_group_size=3)),
        "fewer.parquet": (chat().slice(0, 2), parquet(chat().slice(0, 2))),
        "types.parquet": (timeless, parquet(timeless, compression="snappy")),
        "plain.parquet": (timeless, parquet(timeless, compression="none", use_dictionary=False, version="1.0", data_page_version="2.0")),
        "stream.arrow": (chat(), ipc(chat(), pa.ipc.new_stream, 3)),
        "file.arrow": (types(), ipc(types(), pa.ipc.new_file, 2)),
        "packed.feather": (chat(), feathered(chat(), compression="lz4")),
        "plain.feather": (types(), feathered(types(), compression="uncompressed")),
        "sliced.arrow": (chat().slice(2, 4), ipc(chat().slice(2, 4), pa.ipc.new_file, 3)),
        "empty.parquet": (chat().slice(0, 0), parquet(chat().slice(0, 0))),
    }
    cases = [{"name": name, "base64": base64.b64encode(content).decode(), "rows": rows_of(table)} for name, (table, content) in files.items()]
    text = json.dumps({"pyarrow": pa.__version__, "files": cases}, ensure_ascii=False, indent=1)
    pathlib.Path(__file__).with_suffix(".json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
