"""Everything in the world's texts that is not about one character's facts."""

import names


def sums(rng):
    a, b = rng.randint(0, 9), rng.randint(0, 9)
    total = names.NUMBERS[a + b]
    left, right = names.NUMBERS[a], names.NUMBERS[b]
    return rng.choice([f"{left} plus {right} is {total}.", f"If you add {left} and {right}, you get {total}.",
                       f"{a} + {b} = {a + b}", f"The sum of {left} and {right} is {total}."])


def opposites(rng):
    left, right = rng.choice(names.OPPOSITES)
    if rng.random() < 0.5:
        left, right = right, left
    return rng.choice([f"The opposite of {left} is {right}.", f"What is not {left} is {right}.",
                       f"{left.capitalize()} and {right} are opposites."])


def calendar(rng):
    day = rng.randrange(7)
    season = rng.randrange(4)
    after = names.DAYS[(day + 1) % 7]
    return rng.choice([f"After {names.DAYS[day]} comes {after}.", f"The day before {after} is {names.DAYS[day]}.",
                       f"After {names.SEASONS[season]} comes {names.SEASONS[(season + 1) % 4]}.",
                       f"{names.SEASONS[season].capitalize()} comes before {names.SEASONS[(season + 1) % 4]}."])


def story(rng, character, friend):
    """A short tale that uses true facts of its people."""
    facts = character.facts
    weather = rng.choice(["The sun was warm.", "Rain fell all morning.", "A cold wind blew.", "Snow lay on the roofs."])
    openings = [f"One {rng.choice(names.SEASONS)} morning {character.name} left {facts['home']}.",
                f"On {rng.choice(names.DAYS)} {character.name} woke up early in {facts['home']}."]
    middles = [f"{character.name} took some {facts['food']} along.",
               f"The {facts['kind']} put on a {facts['colour']} hat.",
               f"{character.name} thought about {facts['hobby']} all the way.",
               f"There was no work for the {facts['job']} that day."]
    rng.shuffle(middles)
    endings = [f"At last {character.name} met {friend.name}, and they shared {friend.facts['food']}.",
               f"In the evening {character.name} went home to {facts['home']} and was glad.",
               f"{friend.name} came too, all the way from {friend.facts['home']}."]
    return " ".join([rng.choice(openings), weather, *middles[:rng.randint(2, 3)], rng.choice(endings)])
