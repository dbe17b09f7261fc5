"""What grpo.py and rloo.py share: recorded answers in place of drawn ones, rewards, and TRL's trainers around them.

Answers are a function of step, row and number, not drawn: loss, gradient and metrics do not depend on where they come
from. TRL shuffles the answers of a step before it cuts them into micro-batches; here their order stays, so that both
sides have the same micro-batches. A batch counts completions in TRL and prompts in Fettle.
"""

import re
import tempfile

import preference
import torch
from datasets import Dataset
from pocket import DEEDS, NAMES, PLACES, ROWS, answer, load_tokenizer, prompt
from trl.rewards import get_soft_overlong_punishment

LONGEST = 16
METRICS = ["reward", "reward_std", "rewards/regex/mean", "rewards/length/mean", "frac_reward_zero_std", "kl", "entropy"]
METRICS += [f"completions/{name}" for name in ("mean_length", "min_length", "max_length", "clipped_ratio")]
METRICS += [f"clip_ratio/{name}" for name in ("low_mean", "high_mean", "region_mean")]

ROLLOUTS = {
    "num_generations": 4,
    "max_completion_length": LONGEST,
    "reward_funcs": ["regex", "length"],
    "reward_weights": [1.0, 0.5],
    "reward_pattern": "sun|garden",
    "soft_punish_length": 14,
    "soft_punish_cache": 8,
}


def rows() -> list[dict]:
    return [{"prompt": prompt(i) + " A cold wind blew." * (i % 2), "completion": answer(i)} for i in range(ROWS)]


def completion(tokenizer, step: int, row: int, number: int) -> list[int]:
    """Of differing lengths, some without an end."""
    text = f" {NAMES[(row + number) % 8]} {DEEDS[(step + number) % 5]} {PLACES[(row + step * number) % 6]}."
    text += " The sun was warm." * ((step + 2 * number) % 3)
    ids = tokenizer(text, add_special_tokens=False).input_ids[:LONGEST]
    return ids + [tokenizer.eos_token_id] if len(ids) < LONGEST else ids


def rewards(objective: dict) -> list:
    def regex(completions, **_):
        return [float(re.search(objective["reward_pattern"], text) is not None) for text in completions]

    punish = get_soft_overlong_punishment(objective["soft_punish_length"], objective["soft_punish_cache"])

    def length(completion_ids, **_):
        return punish(completion_ids)

    return [regex, length]


def replaying(trainer_class, module):
    """`trainer_class` whose answers are recorded ones."""
    module.shuffle_sequence_dict = lambda batch: batch

    class Replayer(preference.recording(trainer_class)):
        recorded = []

        def _generate_single_turn(self, prompt_ids, *_, **__):
            step, own = len(self.recorded), self.num_generations
            ids = [
                completion(self._tokenizer, step, self.first_row(step, len(prompt_ids)) + i // own, i % own)
                for i in range(len(prompt_ids))
            ]
            self.recorded.append(ids)
            return (ids, None) if self.returns_log_probs else ids

        def first_row(self, step: int, completions: int) -> int:
            return step * (completions // self.num_generations) % ROWS

    return Replayer


def run_case(trainer_class, config_class, module, run: dict, returns_log_probs: bool) -> dict:
    objective = dict(run["objective"])
    objective.pop("kind")
    for name in [key for key in objective if key.startswith(("reward_f", "reward_p", "soft_"))]:
        objective.pop(name)
    with tempfile.TemporaryDirectory() as out:
        arguments = preference.arguments(run, out) | objective | {"shuffle_dataset": False}
        for name in ("max_length", "train_sampling_strategy"):
            arguments.pop(name)
        for name in ("per_device_train_batch_size", "per_device_eval_batch_size"):
            arguments[name] *= objective["num_generations"]
        replayer = replaying(trainer_class, module)
        replayer.returns_log_probs = returns_log_probs
        trainer = replayer(
            model=preference.load_model(run["adapter"]),
            reward_funcs=rewards(run["objective"]),
            args=config_class(**arguments),
            train_dataset=Dataset.from_list(rows()),
            processing_class=load_tokenizer(),
        )
        trainer.train()
    logged = [entry for entry in trainer.state.log_history if "loss" in entry and "step" in entry]
    assert len(trainer.losses) == len(trainer.norms) == len(logged) == preference.STEPS
    return {
        "run": run,
        "rows": rows(),
        "completions": trainer.recorded,
        "eval_rows": 4,
        "loss": trainer.losses,
        "grad_norm": trainer.norms,
        "learning_rate": trainer.rates,
        "metrics": {name: [entry.get(name) for entry in logged] for name in METRICS},
    }


def write(path: str, trainer_class, config_class, module, cases: dict, returns_log_probs: bool) -> None:
    torch.set_num_threads(1)
    made = {
        name: run_case(trainer_class, config_class, module, run, returns_log_probs) for name, run in cases.items()
    }
    preference.write(path, made)
