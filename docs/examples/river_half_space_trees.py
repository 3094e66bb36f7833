#!/usr/bin/env python3
"""River's Half-Space Trees as a detector of the testbed: a CSV row in, a score out.

    scenario-runner run overload-fault --detector "command:python3 docs/examples/river_half_space_trees.py"

Needs: pip install river
"""
import csv
import sys

from river import anomaly, preprocessing

WINDOW = 250

model = preprocessing.MinMaxScaler() | anomaly.HalfSpaceTrees(
    n_trees=25, height=8, window_size=WINDOW, seed=1
)

rows = csv.reader(sys.stdin)
channels = next(rows)[1:]  # The first column is the time in nanoseconds.
for number, cells in enumerate(rows):
    # An empty cell is a channel that was not sent: River takes a row without it.
    features = {name: float(cell) for name, cell in zip(channels, cells[1:]) if cell}
    score = model.score_one(features)
    model.learn_one(features)
    # Before the first window is full the trees know nothing: an empty line is no score.
    print("" if number < WINDOW else repr(float(score)))
