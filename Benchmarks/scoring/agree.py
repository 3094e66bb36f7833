#!/usr/bin/env python3
"""Holds `scenario-runner score` against the reference packages on many small awkward cases.

    v/bin/python Benchmarks/scoring/agree.py --cases 600 --window 20 --seed 1

Ties, constant scores, missing and infinite ones, events at both ends, predictions shifted by a few
rows, fewer rows than VUS has thresholds or buffers. Needs what compare.py needs, and pandas.
"""
import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import warnings

import numpy as np
from sklearn import metrics as sk

from compare import reference_modules


def case(dice):
    count = int(dice.choice([2, 3, 5, 9, 20, 60, 150, 249, 250, 251, 400, 800]))
    labels = np.zeros(count, int)
    for _ in range(dice.integers(1, 6)):
        first, length = dice.integers(count), dice.integers(1, max(2, count // 4))
        labels[first:first + length] = 1
    place = dice.integers(5)
    if place == 0:
        labels[:max(1, count // 10)] = 1
    if place == 1:
        labels[-max(1, count // 10):] = 1
    scores = dice.random(count) + labels * dice.random()
    shape = dice.integers(4)
    if shape < 2:
        scores = np.round(scores, int(shape))
    if shape == 2:
        scores = -scores * 1e3
    if dice.integers(6) == 0:
        scores[:] = 0.5
    missing = dice.random(count) < (0.2 if dice.integers(4) == 0 else 0)
    infinite = dice.random(count) < (0.1 if dice.integers(6) == 0 else 0)
    flags = (dice.random(count) < dice.choice([0, 0.02, 0.3, 0.8, 1])).astype(int)
    if dice.integers(3) == 0:
        flags = np.roll(labels, int(dice.integers(-5, 6)))
    return labels, scores, missing, infinite & ~missing, flags


def runs_of(labels):
    places = np.where(labels)[0]
    return [(run[0], run[-1]) for run in np.split(places, np.where(np.diff(places) != 1)[0] + 1) if len(run)]


def expected(labels, scores, missing, infinite, flags, window, modules):
    metricor, to_events, pr_from_events = modules
    from prts import ts_precision, ts_recall
    ranked = np.where(missing, -1e18, np.where(infinite, 1e18, scores))
    precision = float(sk.precision_score(labels, flags, zero_division=np.nan))
    values = {
        "point.precision": precision,
        "point.recall": float(sk.recall_score(labels, flags, zero_division=np.nan)),
        "point.f1": float(sk.f1_score(labels, flags, zero_division=np.nan)),
        "point.mcc": float(sk.matthews_corrcoef(labels, flags)),
    }
    if 0 < labels.sum() < len(labels):
        p, r, _ = sk.precision_recall_curve(labels, ranked)
        volume = metricor().RangeAUC_volume_opt(labels, ranked, window, 250)
        values.update({
            "auc_roc": sk.roc_auc_score(labels, ranked), "auc_pr": sk.average_precision_score(labels, ranked),
            "pr_auc_trapezoid": sk.auc(r, p), "best_f1.f1": (2 * p * r / np.maximum(p + r, 1e-300))[:-1].max(),
            "vus_roc": volume[-2], "vus_pr": volume[-1],
        })
    else:
        values.update({key: math.nan for key in ["auc_roc", "auc_pr", "vus_roc", "vus_pr", "best_f1.f1"]})
    if flags.any() and labels.any():
        affiliation = pr_from_events(to_events(flags), to_events(labels), (0, len(labels)))
        recall = np.mean([flags[a:b + 1].any() for a, b in runs_of(labels)])
        adjusted = flags.copy()
        for a, b in runs_of(labels):
            adjusted[a:b + 1] |= flags[a:b + 1].max()
        values.update({
            "range.precision": ts_precision(labels, flags, cardinality="reciprocal", bias="flat"),
            "range.recall": ts_recall(labels, flags, alpha=0, cardinality="reciprocal", bias="front"),
            "affiliation.precision": affiliation["Affiliation_Precision"],
            "affiliation.recall": affiliation["Affiliation_Recall"],
            "composite_event.f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
            "point_adjusted_f1": sk.f1_score(labels, adjusted),
        })
    return values


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--cases", type=int, default=600)
    options.add_argument("--window", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--tool", default=".build/release/scenario-runner")
    options = options.parse_args()
    warnings.filterwarnings("ignore")
    modules = reference_modules()
    dice = np.random.default_rng(options.seed)
    cases = [case(dice) for _ in range(options.cases)]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "cases.csv")
        with open(path, "w") as file:
            file.write("unique_id,label,score,prediction\n")
            for number, (labels, scores, missing, infinite, flags) in enumerate(cases):
                for row, label in enumerate(labels):
                    score = "" if missing[row] else "inf" if infinite[row] else repr(float(scores[row]))
                    file.write(f"case{number},{label},{score},{flags[row]}\n")
        text = subprocess.run([options.tool, "score", path, "--json", f"--vus-window={options.window}"],
                              check=True, capture_output=True).stdout
    checked, bad = 0, 0
    for number, machine in enumerate(json.loads(text)["machines"]):
        for key, value in expected(*cases[number], options.window, modules).items():
            mine = machine["metrics"]
            for step in key.split("."):
                mine = mine[step]
            checked += 1
            agrees = mine is None if math.isnan(value) else mine is not None and abs(mine - value) <= 1e-9
            if not agrees:
                bad += 1
                print(f"case{number}: {key} is {mine}, not {value}")
    print(f"{checked} values of {options.cases} cases compared; {bad} differ")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
