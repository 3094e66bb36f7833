const body = document.body, root = document.documentElement;
const $ = (id) => document.getElementById(id);
const settings = new URLSearchParams(location.hash.slice(1));
const redraws = [];
const redraw = () => redraws.forEach((f) => f());
function setTheme(name) {
  if (name) root.dataset.theme = name; else delete root.dataset.theme;
  body.dataset.theme = name || "auto";
  redraw();
}
const isDark = () => root.dataset.theme ? root.dataset.theme === "dark"
  : matchMedia("(prefers-color-scheme: dark)").matches;
if ($("theme")) $("theme").addEventListener("click", () => setTheme(isDark() ? "light" : "dark"));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
let themeBeforePrint = null;
addEventListener("beforeprint", () => { themeBeforePrint = root.dataset.theme || ""; setTheme("light"); });
addEventListener("afterprint", () => { if (themeBeforePrint !== null) setTheme(themeBeforePrint); });
if (settings.get("theme")) setTheme(settings.get("theme"));
