function sortTable(table, column, descending) {
  const rows = [...table.tBodies[0].rows];
  const key = (row) => {
    const cell = row.cells[column];
    return cell.dataset.v === undefined ? cell.textContent : parseFloat(cell.dataset.v);
  };
  const compare = (a, b) => typeof a === "string" && typeof b === "string"
    ? a.localeCompare(b, "en", { numeric: true }) : a - b;
  // What is undefined (infinity) stays last in both directions.
  const isLast = (v) => v === Infinity;
  rows.map((row, i) => ({ row, i, k: key(row) })).sort((x, y) =>
    isLast(x.k) || isLast(y.k) ? isLast(x.k) - isLast(y.k) || x.i - y.i
      : (descending ? compare(y.k, x.k) : compare(x.k, y.k)) || x.i - y.i
  ).forEach((item) => table.tBodies[0].append(item.row));
  [...table.tHead.rows[0].cells].forEach((head, i) => {
    if (i === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  body.dataset.sorted = table.id + ":" + column + ":" + (descending ? "down" : "up");
}
function startTables() {
  document.querySelectorAll("table.sortable").forEach((table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => head.querySelector("button")
      .addEventListener("click", () => sortTable(
        table, column, head.getAttribute("aria-sort") === "ascending")));
  });
  const wanted = (settings.get("sort") || "").split(":");
  if (wanted.length === 3 && $(wanted[0])) sortTable($(wanted[0]), +wanted[1], wanted[2] === "down");
  document.querySelectorAll("input[data-filter]").forEach((input) => {
    const apply = () => {
      const words = input.value.trim().toLowerCase().split(/\s+/);
      let shown = 0;
      for (const row of $(input.dataset.filter).tBodies[0].rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      body.dataset.filtered = shown;
    };
    input.addEventListener("input", apply);
    if (settings.get("search")) { input.value = settings.get("search"); apply(); }
  });
}
