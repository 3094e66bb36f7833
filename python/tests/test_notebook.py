"""The cells of docs/python.ipynb run, in their order."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from test_tools import needs_tool


@needs_tool
def test_the_notebook_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(__file__).parents[2] / "docs" / "python.ipynb"
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for number, source in enumerate(code, start=1):
        exec(compile(source, f"cell {number}", "exec"), names)
    printed = capsys.readouterr().out
    assert len(code) == 4 and "overload-fault" in printed and "ewma" in printed
