// A bar for each row of the table beside it, whose names lead to the rows that they count.
const holder = document.querySelector("[data-chart]");
const cells = [...document.querySelectorAll("#cells tbody tr")].slice(0, 40).map((row) => ({
  label: row.dataset.label, count: Number(row.dataset.count), eur: Number(row.dataset.eur), href: row.dataset.href,
}));
if (holder && cells.length > 0 && window.Plot) {
  const { Plot } = window;
  const width = Math.max(260, holder.clientWidth);
  const years = cells.every((cell) => /^\d{4}/.test(cell.label));
  const value = cells.some((cell) => cell.eur > 0) ? "eur" : "count";
  const accent = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
  const short = (number) => Intl.NumberFormat(navigator.language, { notation: "compact", maximumFractionDigits: 1 }).format(number);
  const longest = width < 500 ? 17 : 26;
  const name = (text) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);
  const told = (cell) => `${cell.label}: ${cell.count} ${cell.count === 1 ? "decision" : "decisions"}${cell.eur > 0 ? `, €${short(cell.eur)}` : ""}`;
  const common = { className: "plot", width, style: undefined };
  const ordered = years ? [...cells].sort((one, other) => one.label.localeCompare(other.label)) : cells;
  const drawn = years
    ? Plot.plot({ ...common, height: 240, marginLeft: 48, x: { label: null, type: "band", ticks: ordered.map((cell) => cell.label).filter((_, place, all) => (all.length - 1 - place) % Math.ceil((all.length * 42) / width) === 0), tickFormat: (text) => text }, y: { label: null, tickFormat: short, grid: true },
      marks: [Plot.barY(ordered, { x: "label", y: value, fill: accent, href: "href", title: told }), Plot.ruleY([0])] })
    : Plot.plot({ ...common, height: 40 + 22 * cells.length, marginLeft: width < 500 ? 120 : 190, marginRight: 60, x: { label: null, tickFormat: short, axis: null }, y: { label: null, domain: cells.map((cell) => cell.label), tickFormat: name },
      marks: [Plot.barX(cells, { y: "label", x: value, fill: accent, href: "href", title: told }), Plot.text(cells, { y: "label", x: value, text: (cell) => short(cell[value]), textAnchor: "start", dx: 5 })] });
  // The picture brings a style element of its own, which the policy of the page refuses; site.css has what it needs.
  drawn.querySelectorAll("style").forEach((one) => one.remove());
  drawn.querySelectorAll("[aria-label]").forEach((one) => one.removeAttribute("aria-label"));
  // For the mouse: bars lead to their rows. The table below says the same, with links for keyboard and screen reader.
  drawn.setAttribute("aria-hidden", "true");
  drawn.querySelectorAll("a").forEach((one) => one.setAttribute("tabindex", "-1"));
  holder.append(drawn);
}
