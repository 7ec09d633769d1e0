// What the pages do beyond reading: suggestions while typing, copying a citation, leaving empty fields out of addresses.

const COUNT = 8;
let lists = 0;

// Suggestions under a box. In a box of its own a name leads to its page; in a field of a form it is filled in.
function suggestions(input) {
  const fills = input.dataset.suggest === "name";
  const list = document.createElement("ul");
  list.id = `suggestions-${++lists}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  const said = document.createElement("p");
  said.className = "hidden";
  said.setAttribute("role", "status");
  input.closest(".field, form").append(list, said);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
  let at = -1;
  let asked = 0;
  let timer;
  let chosen;

  const options = () => [...list.children];
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const select = (to) => {
    at = to;
    options().forEach((one, place) => one.setAttribute("aria-selected", String(place === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else { input.setAttribute("aria-activedescendant", options()[at].id); options()[at].scrollIntoView({ block: "nearest" }); }
  };
  const choose = ({ dataset }) => {
    if (!fills) { location.assign(dataset.href); return; }
    ++asked;
    chosen = { name: dataset.name, id: dataset.id };
    input.value = dataset.name;
    close();
  };
  const show = (found) => {
    list.replaceChildren(...found.map((one, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      Object.assign(option.dataset, { href: one.href, id: one.id, name: one.name });
      const name = document.createElement("bdi");
      name.textContent = one.name;
      const kind = document.createElement("span");
      kind.className = "soft small";
      kind.textContent = one.note;
      option.append(name, kind);
      return option;
    }));
    at = -1;
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    said.textContent = found.length === 1 ? "1 suggestion" : `${found.length} suggestions`;
  };
  const ask = async () => {
    const text = input.value.trim();
    const mine = ++asked;
    if (text.length < 2) { close(); return; }
    try {
      const answer = await fetch(`/suggest?q=${encodeURIComponent(text.slice(0, 300))}&limit=${COUNT}`);
      if (answer.ok && mine === asked && document.activeElement === input) show((await answer.json()).items);
    } catch { close(); }
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { if (!list.hidden) { event.preventDefault(); close(); } return; }
    if (list.hidden) return;
    const last = options().length - 1;
    if (event.key === "ArrowDown") { event.preventDefault(); select(at === last ? -1 : at + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); select(at < 0 ? last : at - 1); }
    else if (event.key === "Enter" && at >= 0) { event.preventDefault(); choose(options()[at]); }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => { const option = event.target.closest("[role=option]"); if (option) choose(option); });
  input.addEventListener("blur", close);
  // Two may share a name: the one that was chosen is sent by its id.
  input.form.addEventListener("formdata", ({ formData }) => { if (chosen && input.value === chosen.name) formData.set(input.name, chosen.id); });
}

function copying(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.replace(/\s+/g, " ").trim());
    const before = button.textContent;
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = before; }, 1500);
  });
}

document.querySelectorAll("input[data-suggest]").forEach(suggestions);
document.querySelectorAll("button[data-copy]").forEach(copying);
document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  for (const field of event.target.elements) if (field.name && field.value === "" && !field.disabled) { field.disabled = true; setTimeout(() => { field.disabled = false; }); }
});
document.body.addEventListener("htmx:configRequest", (event) => {
  for (const [name, value] of Object.entries(event.detail.parameters)) if (value === "") delete event.detail.parameters[name];
});
addEventListener("beforeprint", () => document.querySelectorAll("details.sources").forEach((one) => { one.open = true; }));
