const heat = [...document.querySelectorAll("td.heat")];
function showMetric(index) {
  for (const cell of heat) {
    cell.className = "heat h" + cell.dataset.h.split("|")[index];
    cell.firstChild.textContent = cell.dataset.t.split("|")[index];
  }
  body.dataset.metric = index;
}
if ($("metric")) {
  $("metric").addEventListener("change", (e) => showMetric(+e.target.value));
  if (settings.get("metric")) {
    $("metric").value = settings.get("metric");
    showMetric(+settings.get("metric"));
  }
}
document.querySelectorAll("a[data-search]").forEach((link) => link.addEventListener("click", (e) => {
  const input = document.querySelector("input[data-filter=reports]");
  if (!input) return;
  e.preventDefault();
  input.value = link.dataset.search;
  input.dispatchEvent(new Event("input"));
  $("reports").scrollIntoView({ behavior: "smooth", block: "nearest" });
}));
