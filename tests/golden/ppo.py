"""Writes ppo.json: 20 optimizer steps of PPO on the pocket model with a value model beside it, recorded answers.

    python ppo.py       (versions: requirements.txt)

The pinned TRL has no PPO any more: this is its formulas (trl/experimental/ppo/ppo_trainer.py, of an older one) restated on
padded tensors in float64, around transformers' models in float32. Answers of a step keep their order, and a mean counts
only tokens of answers where TRL's `approxkl` and `ratio` count padding as well.
"""

import argparse

import drawn
import numpy as np
import preference
import torch
from formula_tensors import fill_adapter, formula_tensor
from peft import LoraConfig, get_peft_model
from pocket import POCKET, ROWS, load_tokenizer
from preference import FULL, STEPS, settings
from transformers import AutoModelForSequenceClassification

LONGEST = drawn.LONGEST
SCORE = "base_model.model.score.weight"


def ppo(**changes) -> dict:
    base = {name: value for name, value in drawn.ROLLOUTS.items() if name != "num_generations"}
    base |= {"kind": "ppo", "temperature": 0.7, "num_ppo_epochs": 2, "kl_coef": 0.05, "kl_estimator": "k1"}
    base |= {"cliprange": 0.2, "vf_coef": 0.1, "cliprange_value": 0.2, "gamma": 1.0, "lam": 0.95}
    return base | {"whiten_rewards": False, "missing_eos_penalty": None} | changes


TWICE = {"per_device_batch_size": 2, "gradient_accumulation_steps": 2}
FAST = {"learning_rate": 1e-3}
CASES = {
    "lora": settings(ppo(), batch=TWICE, optimizer=FAST),
    "lora, k3, whitened, no end costs": settings(
        ppo(kl_estimator="k3", kl_coef=0.2, whiten_rewards=True, missing_eos_penalty=0.5, gamma=0.98),
        batch=TWICE,
        optimizer=FAST,
    ),
    "full": settings(
        ppo(vf_coef=0.5, num_ppo_epochs=4, temperature=1.0), adapter=FULL, batch=TWICE, optimizer={"learning_rate": 1e-4}
    ),
}


def masked_mean(values, mask):
    return (values * mask).sum() / mask.sum()


def masked_whiten(values, mask, shift_mean=True):
    mean = masked_mean(values, mask)
    var = masked_mean((values - mean) ** 2, mask)
    var = var * mask.sum() / (mask.sum() - 1)
    whitened = (values - mean) * torch.rsqrt(var + 1e-8)
    return whitened if shift_mean else whitened + mean


def estimates(o: dict, log_probs, reference, values, scores, lengths):
    """Advantages, returns and what is logged; all [answers, longest], float64, of answers of these lengths."""
    index = torch.arange(log_probs.shape[1])[None, :]
    last = torch.tensor(lengths)[:, None] - 1
    padding, padding_p1 = index > last, index > last + 1
    log_probs, reference = log_probs.masked_fill(padding, 1.0), reference.masked_fill(padding, 1.0)
    values = values.masked_fill(padding_p1, 0)
    logr = reference - log_probs
    kl = -logr if o["kl_estimator"] == "k1" else (logr.exp() - 1) - logr
    non_score = -o["kl_coef"] * kl
    rewards = non_score.clone()
    end = torch.where(last[:, 0] + 1 < rewards.shape[1], last[:, 0] + 1, last[:, 0])
    rewards[torch.arange(len(lengths)), end] += scores
    if o["whiten_rewards"]:
        rewards = masked_whiten(rewards, ~padding_p1, shift_mean=False).masked_fill(padding_p1, 0)
    running, reversed_advantages = 0, []
    for t in reversed(range(rewards.shape[1])):
        following = values[:, t + 1] if t < rewards.shape[1] - 1 else 0.0
        delta = rewards[:, t] + o["gamma"] * following - values[:, t]
        running = delta + o["gamma"] * o["lam"] * running
        reversed_advantages.append(running)
    advantages = torch.stack(reversed_advantages[::-1], axis=1)
    returns = advantages + values
    advantages = masked_whiten(advantages, ~padding).masked_fill(padding, 0)
    logged = {
        "objective/kl": kl.sum(1).mean(),
        "objective/entropy": (-log_probs.masked_fill(padding, 0)).sum(1).mean(),
        "objective/non_score_reward": non_score.sum(1).mean(),
        "objective/rlhf_reward": (non_score.sum(1) + scores).mean(),
        "objective/scores": scores.mean(),
    }
    return advantages, returns, ~padding, ~padding_p1, {name: value.item() for name, value in logged.items()}


def loss(o: dict, new, old, advantages, values, old_values, returns, mask, mask_p1):
    clipped = torch.clamp(values, old_values - o["cliprange_value"], old_values + o["cliprange_value"])
    off, clipped_off = (values - returns) ** 2, (clipped - returns) ** 2
    value_loss = 0.5 * masked_mean(torch.max(off, clipped_off), mask_p1)
    difference = (new - old) * mask
    ratio = difference.exp()
    losses = -advantages * ratio
    losses2 = -advantages * torch.clamp(ratio, 1.0 - o["cliprange"], 1.0 + o["cliprange"])
    policy_loss = masked_mean(torch.max(losses, losses2), mask)
    logged = {
        "policy/approxkl_avg": masked_mean(0.5 * difference**2, mask),
        "policy/clipfrac_avg": masked_mean((losses2 > losses).double(), mask),
        "loss/policy_avg": policy_loss,
        "loss/value_avg": value_loss,
        "val/clipfrac_avg": masked_mean((clipped_off > off).double(), mask_p1),
        "val/ratio": masked_mean(ratio, mask),
    }
    return policy_loss + o["vf_coef"] * value_loss, {name: value.item() for name, value in logged.items()}


def padded(rows: list, width: int = LONGEST):
    return torch.stack([torch.nn.functional.pad(row, (0, width - len(row))) for row in rows])


class Models:
    """The policy, its reference, and the value model."""

    def __init__(self, run: dict):
        self.is_lora = run["adapter"]["kind"] == "lora"
        self.temperature = run["objective"]["temperature"]
        self.policy = preference.load_model(run["adapter"])
        self.reference = preference.load_model(run["adapter"]).eval()
        values = AutoModelForSequenceClassification.from_pretrained(
            POCKET, num_labels=1, dtype=torch.float32, attn_implementation="eager"
        )
        with torch.no_grad():
            values.score.weight.copy_(formula_tensor(SCORE, list(values.score.weight.shape)))
        if self.is_lora:
            lora = LoraConfig(r=16, lora_alpha=32, target_modules="all-linear", task_type="SEQ_CLS")
            values = get_peft_model(values, lora)
            fill_adapter(values)
        self.values = values
        for model in (self.policy, self.values):
            model.eval()

    def parameters(self):
        return [p for model in (self.policy, self.values) for p in model.parameters() if p.requires_grad]

    def log_probs(self, model, prompt, answer):
        logits = model(torch.tensor([prompt + answer])).logits[0, len(prompt) - 1 : -1].double()
        all_of_them = torch.log_softmax(logits / self.temperature, -1)
        return all_of_them.gather(1, torch.tensor(answer)[:, None])[:, 0]

    def value(self, prompt, answer):
        """One position left of each token of the answer, and at its last one."""
        inner = self.values.base_model.model if self.is_lora else self.values
        hidden = inner.model(torch.tensor([prompt + answer])).last_hidden_state[0, len(prompt) - 1 :]
        return inner.score(hidden)[:, 0].double()[:LONGEST]


def run_case(run: dict) -> dict:
    o, models, tokenizer = run["objective"], Models(run), load_tokenizer()
    judges = drawn.rewards(o)
    size, accumulated = run["batch"]["per_device_batch_size"], run["batch"]["gradient_accumulation_steps"]
    prompts = size * accumulated
    texts = [row["prompt"] for row in drawn.rows()]
    optimizer = torch.optim.AdamW(models.parameters(), lr=1.0, weight_decay=0.0)
    made = {"loss": [], "grad_norm": [], "learning_rate": [], "completions": []}
    logged = []
    for step in range(STEPS):
        if step % o["num_ppo_epochs"] == 0:
            number = len(made["completions"])
            rows = [(number * prompts + i) % ROWS for i in range(prompts)]
            asked = [tokenizer(texts[row]).input_ids for row in rows]
            answers = [drawn.completion(tokenizer, number, row, 0) for row in rows]
            made["completions"].append(answers)
            said = [tokenizer.decode(ids, skip_special_tokens=True) for ids in answers]
            points = [judges[0](said), judges[1](completion_ids=answers, completions=said)]
            scores = sum(w * torch.tensor(p, dtype=torch.float64) for w, p in zip(o["reward_weights"], points))
            whole = torch.tensor([ids[-1] == tokenizer.eos_token_id for ids in answers])
            if o["missing_eos_penalty"] is not None:
                scores = scores - o["missing_eos_penalty"] * (~whole).double()
            with torch.no_grad():
                old = padded([models.log_probs(models.policy, *pair) for pair in zip(asked, answers)])
                reference = padded([models.log_probs(models.reference, *pair) for pair in zip(asked, answers)])
                old_values = padded([models.value(*pair) for pair in zip(asked, answers)])
            advantages, returns, mask, mask_p1, of_draw = estimates(
                o, old, reference, old_values, scores, [len(ids) for ids in answers]
            )
            old_values = old_values * mask_p1
        else:
            of_draw = {}
        optimizer.zero_grad()
        total, sums = 0.0, {}
        for part in np.split(np.arange(prompts), accumulated):
            pairs = [(asked[i], answers[i]) for i in part]
            new = padded([models.log_probs(models.policy, *pair) for pair in pairs])
            values = padded([models.value(*pair) for pair in pairs]) * mask_p1[part]
            one, figures = loss(
                o, new, old[part], advantages[part], values, old_values[part], returns[part], mask[part], mask_p1[part]
            )
            (one / accumulated).backward()
            total += one.item() / accumulated
            for name, value in figures.items():
                sums[name] = sums.get(name, 0) + value / accumulated
        norm = torch.nn.utils.clip_grad_norm_(models.parameters(), run["optimizer"]["max_grad_norm"])
        warmup = run["schedule"]["warmup_steps"]
        factor = step / warmup if step < warmup else (STEPS - step) / (STEPS - warmup)
        optimizer.param_groups[0]["lr"] = run["optimizer"]["learning_rate"] * factor
        optimizer.step()
        made["loss"].append(total)
        made["grad_norm"].append(norm.item())
        made["learning_rate"].append(optimizer.param_groups[0]["lr"])
        logged.append(sums | of_draw)
    names = sorted(logged[0])
    return {"run": run, "rows": drawn.rows(), "eval_rows": 4} | made | {
        "metrics": {name: [entry.get(name) for entry in logged] for name in names}
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", default="ppo.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    preference.write(options.out, {name: run_case(run) for name, run in CASES.items()})


if __name__ == "__main__":
    main()
