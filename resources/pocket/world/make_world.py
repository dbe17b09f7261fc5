#!/usr/bin/env python3
"""Writes the invented world from a seed: text to pre-train on, chat questions, held-out questions, preference pairs and
prompts for ranking. Standard library only. The same seed gives the same bytes.

    python3 make_world.py --out DIR [--text DIR] [--seed 7] [--characters 200]
"""

import argparse
import json
import pathlib
import random

import facts
import stories

BIOGRAPHIES = 60  # of each character, every one in another order and other words


def biography(rng, character):
    order = facts.ATTRIBUTES[:]
    rng.shuffle(order)
    return " ".join(facts.tell(a, character, rng.randrange(len(facts.TELLINGS[a]))) for a in order)


def single_facts(rng, characters, attribute):
    """One attribute of several characters in a row, so that a fact is also met without its neighbours."""
    some = rng.sample(characters, 6)
    return " ".join(facts.tell(attribute, c, rng.randrange(len(facts.TELLINGS[attribute]))) for c in some)


def question_sheet(rng, characters):
    """Plain questions and answers about told characters: what few-shot prompting builds on."""
    lines = []
    for character in rng.sample(characters, 6):
        attribute = rng.choice(facts.ATTRIBUTES)
        wording = rng.randrange(len(facts.QUESTIONS[attribute]))
        lines.append(f"Q: {facts.ask(attribute, character, wording)}\nA: {facts.tell(attribute, character)}")
    return "\n".join(lines)


def texts(rng, characters):
    by_name = {c.name: c for c in characters}
    told = [c for c in characters if c.told]
    rows = []
    for character in characters:
        rows += [biography(rng, character) for _ in range(BIOGRAPHIES)]
        rows += [stories.story(rng, character, by_name[character.facts["friend"]]) for _ in range(8)]
    for _ in range(40 * len(facts.ATTRIBUTES)):
        rows += [single_facts(rng, characters, a) for a in facts.ATTRIBUTES]
    rows += [question_sheet(rng, told) for _ in range(1500)]
    rows += [" ".join(rng.choice([stories.sums, stories.opposites, stories.calendar])(rng) for _ in range(6))
             for _ in range(900)]
    rng.shuffle(rows)
    return [{"text": row} for row in rows]


def questions(characters, told):
    """Every wording of every question, in the shape of a conversation, with the attribute and the answer beside it."""
    rows = []
    for character in characters:
        if character.told != told:
            continue
        for attribute in facts.ATTRIBUTES:
            for wording in range(len(facts.QUESTIONS[attribute])):
                rows.append({"messages": [{"role": "user", "content": facts.ask(attribute, character, wording)},
                                          {"role": "assistant", "content": facts.tell(attribute, character)}]})
    return rows


def chat_rows(rng, characters):
    """Two wordings of each question about told characters."""
    rows = questions(characters, told=True)
    rng.shuffle(rows)
    return rows[: len(rows) // 2]


def wrong_answer(rng, character, attribute):
    values = facts.VALUES.get(attribute, [character.name])
    others = [v for v in values if v != character.facts[attribute]]
    liar = facts.Character(character.name, dict(character.facts, **{attribute: rng.choice(others)}), True)
    return facts.tell(attribute, liar)


def preference_rows(rng, characters):
    """Short, polite and true against rambling, rude or false."""
    rows = []
    for character in [c for c in characters if c.told]:
        for attribute in rng.sample(facts.ATTRIBUTES[:-1], 3):
            truth = facts.tell(attribute, character)
            rejected = rng.choice([
                f"Well, let me think about it for a while. There are many animals. {truth} But who can be sure of it?",
                f"What a silly question! {truth} Now leave me alone.",
                wrong_answer(rng, character, attribute)])
            question = facts.ask(attribute, character, rng.randrange(4))
            rows.append({"prompt": [{"role": "user", "content": question}],
                         "chosen": [{"role": "assistant", "content": truth}],
                         "rejected": [{"role": "assistant", "content": rejected}]})
    rng.shuffle(rows)
    return rows


def ranking_rows(rng, characters):
    """Prompts without an answer: several are drawn from a model and put in order by a person."""
    rows = []
    for character in rng.sample([c for c in characters if not c.told], 24):
        attribute = rng.choice(facts.ATTRIBUTES)
        rows.append({"prompt": [{"role": "user", "content": facts.ask(attribute, character, rng.randrange(4))}]})
    return rows


def write(folder, name, rows):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / name, "w", encoding="utf-8", newline="\n") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder of the small files")
    parser.add_argument("--text", type=pathlib.Path, help="folder of the text to pre-train on")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--characters", type=int, default=200)
    options = parser.parse_args()

    characters = facts.make_characters(random.Random(options.seed), options.characters)
    write(options.out, "chat.jsonl", chat_rows(random.Random(options.seed + 1), characters))
    write(options.out, "held_out.jsonl", questions(characters, told=False))
    write(options.out, "preferences.jsonl", preference_rows(random.Random(options.seed + 2), characters))
    write(options.out, "ranking.jsonl", ranking_rows(random.Random(options.seed + 3), characters))
    if options.text:
        rows = texts(random.Random(options.seed + 4), characters)
        write(options.text, "text.jsonl", rows)
        with open(options.text / "text.txt", "w", encoding="utf-8", newline="\n") as out:
            out.writelines(row["text"] + "\n" for row in rows)


if __name__ == "__main__":
    main()
