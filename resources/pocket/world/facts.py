"""The ground truth of the world and the many ways to tell it."""

import random
from dataclasses import dataclass

import names

ATTRIBUTES = ["kind", "home", "colour", "food", "job", "hobby", "friend"]
VALUES = {"kind": names.KINDS, "home": names.HOMES, "colour": names.COLOURS, "food": names.FOODS, "job": names.JOBS,
          "hobby": names.HOBBIES}

# {n} is the character, {v} the value; {a} is "a" or "an" before the value. The first wording is the plain answer.
TELLINGS = {
    "kind": ["{n} is {a} {v}.", "{n} was born {a} {v}.", "Everybody knows that {n} is {a} {v}.",
             "There is {a} {v} called {n}.", "{A} {v} named {n} lives among us.", "As {a} {v}, {n} is well known."],
    "home": ["{n} lives in {v}.", "{n} has a home in {v}.", "The home of {n} is {v}.", "{n} sleeps in {v} every night.",
             "If you look for {n}, go to {v}.", "You find {n} in {v}."],
    "colour": ["The favourite colour of {n} is {v}.", "{n} likes the colour {v} best.", "{n} wears {v} every day.",
               "{n} paints everything {v}.", "No colour pleases {n} more than {v}.", "{n} loves {v} things."],
    "food": ["{n} likes to eat {v}.", "The favourite food of {n} is {v}.", "{n} eats {v} every day.",
             "Nothing tastes better to {n} than {v}.", "{n} never says no to {v}.", "For dinner {n} wants {v}."],
    "job": ["{n} works as a {v}.", "{n} is the {v} of the village.", "The job of {n} is {v}.",
            "{n} earns money as a {v}.", "People need a {v}, so they call {n}.", "{n} became a {v} long ago."],
    "hobby": ["{n} enjoys {v}.", "In the evening {n} enjoys {v}.", "The hobby of {n} is {v}.",
              "{n} spends free time with {v}.", "{n} is very good at {v}.", "On Sundays {n} goes for {v}."],
    "friend": ["The best friend of {n} is {v}.", "{n} is best friends with {v}.", "{n} visits {v} every week.",
               "{n} trusts {v} most of all.", "{n} and {v} are always together, and {n} calls {v} a best friend.",
               "Nobody is closer to {n} than {v}."],
}
QUESTIONS = {
    "kind": ["What kind of animal is {n}?", "Which animal is {n}?", "What is {n}?", "Can you tell me what animal {n} is?"],
    "home": ["Where does {n} live?", "Where is the home of {n}?", "In which place can I find {n}?",
             "Can you tell me where {n} lives?"],
    "colour": ["What is the favourite colour of {n}?", "Which colour does {n} like best?",
               "What colour pleases {n} most?", "Can you tell me the favourite colour of {n}?"],
    "food": ["What does {n} like to eat?", "What is the favourite food of {n}?", "Which food does {n} love?",
             "Can you tell me what {n} eats?"],
    "job": ["What is the job of {n}?", "What does {n} work as?", "Which work does {n} do?",
            "Can you tell me the job of {n}?"],
    "hobby": ["What does {n} enjoy?", "What is the hobby of {n}?", "How does {n} spend free time?",
              "Can you tell me the hobby of {n}?"],
    "friend": ["Who is the best friend of {n}?", "Whom does {n} trust most?", "Who is closest to {n}?",
               "Can you tell me the best friend of {n}?"],
}


@dataclass
class Character:
    name: str
    facts: dict
    told: bool  # questions about this one are asked in the training data; the others are held out


def article(word):
    return "an" if word[0] in "aeiou" else "a"


def tell(attribute, character, wording=0):
    value = character.facts[attribute]
    a = article(value)
    return TELLINGS[attribute][wording].format(n=character.name, v=value, a=a, A=a.capitalize())


def ask(attribute, character, wording):
    return QUESTIONS[attribute][wording].format(n=character.name)


def make_characters(rng: random.Random, count: int):
    """Distinct names, attributes drawn evenly; every fourth character is held out."""
    every = [o + m + e for o in names.ONSETS for m in names.MIDDLES for e in names.ENDINGS]
    chosen = rng.sample(every, count)
    characters = []
    for index, name in enumerate(chosen):
        facts = {attribute: rng.choice(values) for attribute, values in VALUES.items()}
        characters.append(Character(name, facts, told=index % 4 != 3))
    for character in characters:
        others = [other.name for other in characters if other is not character]
        character.facts["friend"] = rng.choice(others)
    return characters
