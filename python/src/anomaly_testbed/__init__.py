"""The machine anomaly testbed from Python.

``serve(model)`` makes a detector of a model, in a script of its own::

    scenario-runner run overload-fault --detector "command:python3 forest.py"

``run`` and ``evaluate`` call the tools, also with models in place of scripts, and give back tables of
metrics, events, alarms and rows; ``load_report`` reads what earlier runs wrote.
"""

from .adapters import ModelError, Online, Whole, adapt
from .results import Results, load_report
from .serving import serve
from .tools import TestbedError, evaluate, find_tool, run

__all__ = [
    "ModelError",
    "Online",
    "Results",
    "TestbedError",
    "Whole",
    "adapt",
    "evaluate",
    "find_tool",
    "load_report",
    "run",
    "serve",
]
__version__ = "0.1.0"
