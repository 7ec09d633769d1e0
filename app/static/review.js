// What reviewers decide: claims that wait, names that may be one, the claims of one document; by button or by key.
// The API key is kept for this tab only, so that the queue and a document opened from it share it.
const KEPT = "whofined-key";
const form = document.getElementById("key-form");
const field = document.getElementById("key");
const said = document.getElementById("said");
const claims = document.getElementById("queue");
const pairs = document.getElementById("pairs");
const read = document.querySelector("[data-review-document]");
let at = -1;

async function call(path, sent) {
  const options = sent === undefined ? {} : { method: "POST", body: JSON.stringify(sent) };
  const answer = await fetch(path, { ...options, headers: { Authorization: `Bearer ${field.value}`, "Content-Type": "application/json" } });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? body.title ?? `status ${answer.status}`);
  return body;
}
function made(tag, properties = {}, ...children) {
  const { data = {}, ...rest } = properties;
  const element = Object.assign(document.createElement(tag), rest);
  Object.assign(element.dataset, data);
  element.append(...children);
  return element;
}
const button = (label, data, quiet = true) => made("button", { textContent: label, type: "submit", className: quiet ? "quiet" : "", data });
const name = (one) => one?.caption ?? one?.name ?? one ?? "?";
const id = (one) => one?.id ?? one ?? "";
const path = (text) => encodeURIComponent(text);
const verb = (relation) => [...document.getElementById("correction").content.querySelectorAll("[name=relation] option")].find((one) => one.value === relation)?.textContent ?? relation;
const items = () => [...document.querySelectorAll("[data-waits]")];
const focus = (to) => { at = Math.max(0, Math.min(to, items().length - 1)); items()[at]?.focus(); };

function line(claim) {
  const known = claim.amount !== null && claim.amount !== undefined;
  const sum = known ? ` ${Intl.NumberFormat(navigator.language, { style: "currency", currency: claim.currency, minimumFractionDigits: 0 }).format(claim.amount)}` : "";
  return `${name(claim.subject)} ${verb(claim.relation)} ${name(claim.object)}${sum}${claim.date ? `, ${claim.date}` : ""}`;
}

// A decision was sent: say so, and go on with what comes next.
function decided(item, words) {
  said.textContent = words;
  const place = items().indexOf(item);
  delete item.dataset.waits;
  if (read) { item.querySelector(".review-form").replaceWith(made("p", { className: "small", textContent: words })); focus(place); return; }
  item.remove();
  if (items().length) focus(place); else said.focus();
}

// The form of one thing that waits: a reason, and a button for each verdict.
function decision(item, buttons, send) {
  const reason = made("input", { placeholder: "Reason", maxLength: 500 });
  reason.setAttribute("aria-label", "Reason");
  const tools = made("form", { className: "review-form" }, reason, ...buttons);
  tools.addEventListener("submit", async (event) => {
    event.preventDefault();
    const pressed = event.submitter?.dataset ?? {};
    try { decided(item, await send(pressed, reason.value.trim())); } catch (error) { said.textContent = error.message; }
  });
  item.tabIndex = -1;
  item.dataset.waits = "";
  item.append(tools);
  return tools;
}

function reviewed(item, claim) {
  const claimId = claim.id ?? claim.claim;
  const buttons = [button("Accept", { verdict: "accepted", key: "a" }, false), button("Reject", { verdict: "rejected", key: "r" })];
  const mend = made("button", { type: "button", className: "quiet", textContent: "Correct", data: { key: "c" } });
  const corrected = correction(claim);
  mend.addEventListener("click", () => { corrected.hidden = !corrected.hidden; (corrected.hidden ? item : corrected.querySelector("[name=amount]")).focus(); });
  const rest = claim.document ? [made("a", { className: "button quiet", textContent: "Open the document", href: `/documents/${path(id(claim.document))}#${path(claimId)}`, data: { key: "o" } })] : [];
  decision(item, [...buttons, mend, ...rest, corrected], async (pressed, reason) => {
    if (pressed.correct !== undefined) {
      await call(`/v1/claims/${path(claimId)}/corrections`, { ...changed(claim, corrected), reason });
      return `Corrected: ${line(claim)}`;
    }
    const verdict = pressed.verdict ?? "accepted";
    await call(`/v1/claims/${path(claimId)}/review`, { review: verdict, reason: reason || `${verdict} on the page of reviewers` });
    return `${verdict === "accepted" ? "Accepted" : "Rejected"}: ${line(claim)}`;
  });
}

function claimCard(claim) {
  const item = made("li", { data: { claim: claim.id ?? claim.claim } }, made("p", { className: "line", textContent: line(claim) }));
  if (claim.quote) item.append(made("blockquote", {}, made("p", { textContent: claim.quote })));
  const source = [claim.document?.publisher, claim.confidence === null || claim.confidence === undefined ? "" : `confidence ${claim.confidence.toFixed(2)}`, claim.stance === "disputes" ? "says otherwise than the fact" : ""];
  item.append(made("p", { className: "small", textContent: source.filter(Boolean).join(" · ") }));
  reviewed(item, claim);
  return item;
}

function pairCard(pair) {
  const link = (one) => made("a", { href: `/entities/${path(one.id)}`, target: "_blank" }, made("bdi", { textContent: one.name }));
  const note = (one) => [one.kind.replaceAll("_", " "), one.country].filter(Boolean).join(", ");
  const because = pair.features.map((one) => `${one.feature.replaceAll("_", " ")}: ${typeof one.value === "number" ? one.value.toFixed(2) : one.value}`).join("; ");
  const item = made("li", {}, made("p", { className: "line" }, link(pair.left), ` (${note(pair.left)}) and `, link(pair.right), ` (${note(pair.right)})`), made("p", { className: "small", textContent: `${pair.score} of 100: ${because}` }));
  const words = { same: "One and the same", different: "Two", unsure: "Not to be told" };
  const buttons = [button("Same: merge", { verdict: "same", key: "s" }, false), button("Different", { verdict: "different", key: "d" }), button("Cannot tell", { verdict: "unsure", key: "u" })];
  decision(item, buttons, async (pressed, reason) => {
    const verdict = pressed.verdict ?? "unsure";
    await call("/v1/judgements", { left: pair.left.id, right: pair.right.id, verdict, why: reason || `${verdict}, decided on the page of reviewers` });
    return `${words[verdict]}: ${pair.left.name} and ${pair.right.name}`;
  });
  return item;
}

const values = (claim) => ({
  relation: claim.relation, subject: id(claim.subject), object: id(claim.object),
  amount: claim.amount ?? "", currency: claim.currency ?? "", date: claim.date ?? "", modality: claim.modality ?? "asserted",
});

// The form of a correction, filled with what was read.
function correction(claim) {
  const filled = document.getElementById("correction").content.firstElementChild.cloneNode(true);
  for (const [field_, value] of Object.entries(values(claim))) filled.querySelector(`[name=${field_}]`).value = value;
  filled.hidden = true;
  return filled;
}

// Only what differs from what was read; a sum and its currency go together.
function changed(claim, filled) {
  const now = (field_) => filled.querySelector(`[name=${field_}]`).value.trim();
  const sent = {};
  for (const [field_, value] of Object.entries(values(claim))) if (now(field_) !== String(value)) sent[field_] = now(field_) || null;
  if ("amount" in sent || "currency" in sent) {
    sent.amount = now("amount") === "" ? null : Number(now("amount").replaceAll(",", ""));
    sent.currency = now("amount") === "" ? null : now("currency");
  }
  return sent;
}

async function showQueue() {
  const one = new URLSearchParams(location.search).get("claim");
  const found = one ? { items: [await call(`/v1/claims/${path(one)}`)] } : await call("/v1/review-queue?limit=50");
  const alike = one ? { items: [] } : await call("/v1/identity/candidates?limit=50");
  claims.replaceChildren(...found.items.map(claimCard));
  pairs.replaceChildren(...alike.items.map(pairCard));
  document.getElementById("waiting").hidden = false;
  document.getElementById("names").hidden = Boolean(one);
  const count = (total, word) => `${total} ${word}${total === 1 ? "" : "s"}`;
  said.textContent = one ? "One claim." : `${count(found.total.value, "claim")} and ${count(alike.total.value, "pair")} of names wait.`;
}

async function showDocument() {
  const found = await call(`/v1/documents/${path(read.dataset.reviewDocument)}`);
  const known = Object.fromEntries(found.claims.map((claim) => [claim.id, claim]));
  for (const item of read.querySelectorAll("li[data-claim]")) {
    item.querySelector(".review-form")?.remove();
    if (known[item.dataset.claim]) reviewed(item, known[item.dataset.claim]);
  }
  document.querySelector("details.review").open = true;
  said.textContent = `${found.claims.length} ${found.claims.length === 1 ? "claim" : "claims"}.`;
}

async function show() {
  try {
    // A key is tried on what only reviewers may read.
    await call("/v1/review-queue?limit=1");
    await (read ? showDocument() : showQueue());
    sessionStorage.setItem(KEPT, field.value);
    forget.hidden = false;
    const place = items().findIndex((item) => item.id && item.id === decodeURIComponent(location.hash.slice(1)));
    if (items().length) focus(place);
  } catch (error) { said.textContent = error.message; }
}

form.hidden = false;
const forget = document.getElementById("forget");
form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
forget.addEventListener("click", () => { sessionStorage.removeItem(KEPT); field.value = ""; location.reload(); });
document.addEventListener("focusin", (event) => { const place = items().findIndex((item) => item.contains(event.target)); if (place >= 0) at = place; });
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, textarea, select") || event.metaKey || event.ctrlKey || event.altKey) {
    if (event.key === "Escape") items()[at]?.focus();
    return;
  }
  if (event.key === "j") focus(at + 1);
  else if (event.key === "k") focus(at - 1);
  else if (/^[a-z]$/.test(event.key)) {
    const pressed = items()[at]?.querySelector(`[data-key=${event.key}]`);
    if (pressed) { event.preventDefault(); pressed.click(); }
  }
});
field.value = sessionStorage.getItem(KEPT) ?? "";
if (field.value) show();
