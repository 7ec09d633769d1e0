// The surroundings of an entity: its closest neighbours first, more by expanding; a hub is read page by page.
const holder = document.getElementById("graph");
const tools = document.querySelector(".graph-tools");
const LIMIT = 14;
const LARGEST = 120;

async function neighbours(id) {
  const answer = await fetch(`/v1/entities/${encodeURIComponent(id)}/neighbours?limit=${LIMIT}`);
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return (await answer.json()).items;
}

async function vocabulary() {
  const answer = await fetch("/v1/vocabulary");
  return answer.json();
}

function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function draw() {
  const [words, first] = await Promise.all([vocabulary(), neighbours(holder.dataset.entity)]);
  const kinds = Object.fromEntries(words.kinds.map((kind) => [kind.name, kind]));
  const verbs = Object.fromEntries(words.relations.map((relation) => [relation.name, relation.forward]));
  const ink = getComputedStyle(document.documentElement);
  const colour = (name) => ink.getPropertyValue(name).trim();
  tools.hidden = false;
  const graph = window.cytoscape({
    container: holder, minZoom: 0.3, maxZoom: 1.6,
    style: [
      { selector: "node", style: { label: "data(label)", "background-color": "data(colour)", width: 18, height: 18, color: colour("--ink"), "font-size": 10, "text-valign": "bottom", "text-margin-y": 3, "text-max-width": 90, "text-wrap": "ellipsis" } },
      { selector: "node[?centre]", style: { width: 30, height: 30, "font-weight": 700 } },
      { selector: "edge", style: { width: "data(width)", "line-color": colour("--faint"), "curve-style": "straight", label: "data(label)", "font-size": 8, color: colour("--soft"), "text-rotation": "autorotate", "text-background-color": colour("--paper"), "text-background-opacity": 1 } },
    ],
  });
  const name = (one) => one.caption ?? one.name;
  const node = (one, centre = false) => ({ group: "nodes", data: { id: one.id, label: name(one), colour: kinds[one.kind]?.color ?? "#777", kind: one.kind, centre } });
  const add = (from, found) => {
    const fresh = [];
    for (const other of found) {
      if (graph.nodes().length >= LARGEST) break;
      if (graph.getElementById(other.entity.id).empty()) fresh.push(node(other.entity));
      const id = [from, other.entity.id].sort().join("|");
      if (graph.getElementById(id).empty()) fresh.push({ group: "edges", data: { id, source: from, target: other.entity.id, relations: other.relations, last: other.last ?? "", label: other.relations.map((one) => verbs[one] ?? one).slice(0, 2).join(", "), width: Math.min(5, 1 + Math.log2(1 + other.facts)) } });
    }
    graph.add(fresh);
    graph.layout({ name: "cose", animate: false, padding: 24, nodeRepulsion: 9000, idealEdgeLength: 90, randomize: false }).run();
  };
  graph.add(node({ id: holder.dataset.entity, name: document.querySelector("h1").textContent.trim(), kind: holder.dataset.kind ?? "company" }, true));
  add(holder.dataset.entity, first);
  graph.on("tap", "node", async (event) => {
    const { id } = event.target.data();
    add(id, await neighbours(id));
    filter();
  });
  graph.on("dbltap", "node", (event) => location.assign(`/entities/${encodeURIComponent(event.target.id())}`));

  const relation = document.createElement("select");
  relation.setAttribute("aria-label", "Relation");
  relation.append(new Option("All relations", ""), ...words.relations.map((one) => new Option(one.forward, one.name)));
  const since = document.createElement("input");
  Object.assign(since, { placeholder: "since, e.g. 2021", size: 12 });
  since.setAttribute("aria-label", "Last fact since");
  const filter = () => {
    graph.edges().forEach((edge) => edge.style("display", (!relation.value || edge.data("relations").includes(relation.value)) && (!since.value || edge.data("last") >= since.value) ? "element" : "none"));
    graph.nodes().forEach((one) => one.style("display", one.data("centre") || one.connectedEdges(":visible").nonempty() ? "element" : "none"));
  };
  relation.addEventListener("change", filter);
  since.addEventListener("input", filter);
  const button = (label, action) => { const made = document.createElement("button"); made.type = "button"; made.className = "quiet"; made.textContent = label; made.addEventListener("click", action); return made; };
  tools.append(relation, since, button("PNG", () => download("surroundings.png", graph.png({ output: "blob", bg: colour("--paper"), scale: 2, full: true }))), button("SVG", () => download("surroundings.svg", new Blob([svg(graph, colour)], { type: "image/svg+xml" }))), button("Fit", () => graph.fit(undefined, 24)));
  const legend = document.createElement("ul");
  legend.className = "legend";
  for (const kind of new Set(graph.nodes().map((one) => one.data("kind")))) {
    const entry = document.createElement("li");
    entry.innerHTML = `<svg width="11" height="11" aria-hidden="true"><circle cx="5.5" cy="5.5" r="5.5" fill="${kinds[kind]?.color ?? "#777"}"/></svg>`;
    entry.append(kinds[kind]?.label ?? kind);
    legend.append(entry);
  }
  const how = document.createElement("li");
  how.textContent = "Click: expand. Double click: open.";
  legend.append(how);
  tools.after(legend);
}

function svg(graph, colour) {
  const box = graph.elements(":visible").boundingBox();
  const escape = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const edges = graph.edges(":visible").map((edge) => { const [one, other] = [edge.source().position(), edge.target().position()]; return `<line x1="${one.x}" y1="${one.y}" x2="${other.x}" y2="${other.y}" stroke="${colour("--soft")}" stroke-width="${edge.data("width")}"/>`; });
  const nodes = graph.nodes(":visible").map((one) => { const { x, y } = one.position(); return `<circle cx="${x}" cy="${y}" r="${one.data("centre") ? 15 : 9}" fill="${one.data("colour")}"/><text x="${x}" y="${y + 24}" text-anchor="middle" font-family="sans-serif" font-size="10" fill="${colour("--ink")}">${escape(one.data("label"))}</text>`; });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.x1 - 30} ${box.y1 - 30} ${box.w + 60} ${box.h + 60}"><rect x="${box.x1 - 30}" y="${box.y1 - 30}" width="100%" height="100%" fill="${colour("--paper")}"/>${edges.join("")}${nodes.join("")}</svg>`;
}

// The library is as heavy as all else on the page together: it is fetched when a reader comes near the picture.
function library() {
  return new Promise((loaded, failed) => {
    const script = document.createElement("script");
    Object.assign(script, { src: holder.dataset.library, onload: loaded, onerror: failed });
    document.head.append(script);
  });
}

if (holder) {
  holder.hidden = false;
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((one) => one.isIntersecting)) return;
    near.disconnect();
    library().then(draw).catch(() => { holder.hidden = true; tools.hidden = true; });
  }, { rootMargin: "300px" });
  near.observe(holder);
}
