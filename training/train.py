# SPDX-License-Identifier: Apache-2.0
"""Trains one model: train.py SETTINGS.toml --shared ../shared/data/treebanks --out DIR [--steps N] [--resume]"""
import argparse
import gc
import json
import math
import pathlib
import random
import time
import tomllib

import torch

import data
from decode import lemma_table
from evaluate import Annotator, score
from model import Network


class Average:
    """Exponential moving average of the weights; it is what is evaluated and exported."""

    def __init__(self, network, decay):
        self.decay, self.steps = decay, 0
        self.shadow = {k: v.detach().clone() for k, v in network.named_parameters()}

    def update(self, network):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        names = list(self.shadow)
        parameters = dict(network.named_parameters())
        torch._foreach_lerp_([self.shadow[k] for k in names], [parameters[k].detach() for k in names], 1 - decay)

    def swapped(self, network):
        saved = {k: v.detach().clone() for k, v in network.named_parameters()}
        with torch.no_grad():
            for k, v in network.named_parameters():
                v.copy_(self.shadow[k])
        return saved


def restore(network, saved):
    with torch.no_grad():
        for k, v in network.named_parameters():
            v.copy_(saved[k])


def epoch_items(banks, rng):
    """Each bank's sentences, `times` over (a part of them where it is below one)."""
    out = []
    for bank, items in banks:
        times = bank.get("times", 1.0)
        whole, part = int(times), times - int(times)
        out.extend(items * whole)
        out.extend(rng.sample(items, int(part * len(items))))
    return out


def rate(step, steps, settings):
    warm = min(1.0, (step + 1) / settings["warmup"])
    return settings["rate"] * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * step / steps)))


def stream(banks, settings, rng):
    while True:
        items = [data.augmented(i, rng, settings) for i in epoch_items(banks, rng)]
        yield from data.batches(items, settings["batch"], rng)


def prepare(settings, shared):
    banks = [(bank, data.load_bank(bank, shared)) for bank in settings["bank"]]
    vocabulary = data.Vocabulary(settings, banks)
    table = lemma_table([s for bank, ss in banks for s in ss if bank.get("main") and not bank.get("late")])
    return banks, vocabulary, table


def save(path, network, average, optimiser, step, rng, settings):
    torch.save({"network": network.state_dict(), "average": average.shadow, "average_steps": average.steps,
                "optimiser": optimiser.state_dict(), "step": step, "settings": settings}, f"{path}.part")
    pathlib.Path(f"{path}.part").replace(path)


def evaluate(network, average, vocabulary, table, settings, shared):
    saved = average.swapped(network)
    bank = {"name": settings["run_as"], "main": True}
    dev = data.load_bank({"file": settings["dev"]}, shared)
    found = score(Annotator(network, vocabulary, table, bank), dev)
    restore(network, saved)
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("settings")
    parser.add_argument("--shared", default="../shared/data/treebanks")
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--resume", action="store_true")
    args = parser.parse_args()
    settings = tomllib.loads(pathlib.Path(args.settings).read_text(encoding="utf-8"))
    torch.set_num_threads(args.threads)
    torch.set_float32_matmul_precision("medium")  # bf16 products where the machine has them
    torch.manual_seed(settings["seed"])
    rng = random.Random(settings["seed"])
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    loaded, vocabulary, table = prepare(settings, args.shared)
    banks = [(bank, [data.Item(s, bank, vocabulary) for s in sentences]) for bank, sentences in loaded]
    network = Network(settings, vocabulary)
    average = Average(network, settings["average"])
    optimiser = torch.optim.AdamW(network.parameters(), lr=settings["rate"], betas=(0.9, 0.98), eps=1e-8,
                                  weight_decay=settings["decay"], fused=True)
    steps, step = args.steps or settings["steps"], 0
    if args.resume and (out / "checkpoint.pt").exists():
        kept = torch.load(out / "checkpoint.pt", weights_only=False)
        network.load_state_dict(kept["network"])
        optimiser.load_state_dict(kept["optimiser"])
        average.shadow, average.steps, step = kept["average"], kept["average_steps"], kept["step"]
        rng = random.Random(settings["seed"] + step)
    print({b["name"]: len(i) for b, i in banks}, len(vocabulary.words), "words", len(vocabulary.combos), "combos",
          len(vocabulary.scripts), "scripts", len(vocabulary.labels), "labels", flush=True)
    gc.collect()
    gc.freeze()
    gc.disable()  # nothing here makes cycles, and the treebanks are many objects to walk
    begin, total, seen = time.time(), 0.0, 0
    log = open(out / "log.jsonl", "a", encoding="utf-8")
    for group in stream(banks, settings, rng):
        for part in optimiser.param_groups:
            part["lr"] = rate(step, steps, settings)
        batch = data.Batch(group, vocabulary, 128)
        loss = network.loss(batch)
        optimiser.zero_grad(set_to_none=False)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimiser.step()
        average.update(network)
        step, total, seen = step + 1, total + loss.item(), seen + len(batch.type)
        if step % settings["report"] == 0 or step == steps:
            found = evaluate(network, average, vocabulary, table, settings, args.shared)
            row = {"step": step, "seconds": round(time.time() - begin), "loss": round(total / settings["report"], 3),
                   "tokens": seen, **found}
            print(row, flush=True)
            log.write(json.dumps(row) + "\n")
            log.flush()
            total = 0.0
            save(out / "checkpoint.pt", network, average, optimiser, step, rng, settings)
        if step >= steps:
            break


if __name__ == "__main__":
    main()
