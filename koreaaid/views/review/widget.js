// Draws the state of a review and passes keys and clicks on. Every text goes in as text: articles are of strangers.

const KEYS = { a: "accept", c: "correct", r: "reject", m: "merge", n: "next", p: "previous", u: "undo", t: "take back" };
const BUTTONS = [
  ["accept", "Accept", "a"], ["correct", "Correct…", "c"], ["reject", "Reject…", "r"], ["merge", "Merge…", "m"],
  ["previous", "Previous", "p"], ["next", "Next", "n"], ["undo", "Undo", "u"], ["take back", "Take back", "t"],
];

function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

function render({ model, el }) {
  let mode = ""; // "", "correct", "reject" or "merge": what Enter in a field does
  const id = `k-review-${Math.random().toString(36).slice(2)}`;

  const filters = make("div", { className: "k-filters" });
  const search = make("input", { type: "search", placeholder: "Words in the claim", "aria-label": "Find claims with these words", "aria-keyshortcuts": "f", autocomplete: "off", maxLength: 300 });
  const place = make("strong");
  const progress = make("span", { className: "k-quiet" });
  const where = make("p", { className: "k-quiet", dir: "auto" });
  const sentence = make("blockquote", { dir: "auto" });
  const links = make("p", { className: "k-links" });
  const reviews = make("ul", { className: "k-reviews", "aria-label": "What was said of this claim" });
  const fields = make("dl");
  const field = make("select", { "aria-label": "Field to correct" });
  const value = make("span", { className: "k-value" });
  const correction = make("div", { className: "k-correction", hidden: true }, field, " is ", value);
  const other = make("select", { "aria-label": "The claim that this one repeats" });
  const merging = make("div", { className: "k-correction", hidden: true }, "repeats ", other);
  const note = make("input", { id: `${id}-note`, maxLength: 1000, autocomplete: "off" });
  const save = make("button", { type: "button", hidden: true });
  const cancel = make("button", { type: "button", hidden: true }, "Cancel");
  const buttons = make("div", { className: "k-buttons", role: "toolbar", "aria-label": "Decide" });
  const message = make("p", { className: "k-message", role: "status" });
  const box = make("section", {
    className: "k-review", tabIndex: 0, "aria-label": "Review of claims",
    // JupyterLab's own keys (a: cell above, c: copy cell …) rest while the focus is in here.
    "data-lm-suppress-shortcuts": "true",
  },
    make("div", { className: "k-filters" }, filters, make("label", {}, "with ", search)),
    make("p", {}, place, " · ", progress), where, sentence, links, reviews, fields, correction, merging,
    make("p", { className: "k-note" }, make("label", { htmlFor: note.id }, "Note"), note, save, cancel),
    buttons, message,
  );
  el.replaceChildren(box);

  for (const [action, words, key] of BUTTONS) {
    const button = make("button", { type: "button", "aria-keyshortcuts": key }, words, make("kbd", { "aria-hidden": "true" }, key));
    button.dataset.action = action;
    button.addEventListener("click", () => act(action));
    buttons.append(button);
  }

  const state = () => model.get("state");
  const tell = (asked) => model.send({ claim: state().claim?.id, ...asked });

  function act(action) {
    if (action === "correct") return ask("correct", field.value);
    if (action === "reject" && mode !== "reject") return ask("reject");
    if (action === "merge") return ask("merge");
    tell({ do: action, note: note.value });
    if (action === "accept" || action === "reject") rest();
  }

  function ask(what, name) {
    if (!state().claim) return;
    if (what === "merge" && !state().claim.others.length) {
      message.textContent = "No other claim has a figure near this one.";
      return;
    }
    mode = what;
    correction.hidden = mode !== "correct";
    merging.hidden = mode !== "merge";
    save.hidden = cancel.hidden = false;
    save.textContent = { correct: "Save the correction", reject: "Reject", merge: "Merge" }[mode];
    message.textContent = mode === "reject" ? "Say why, then Enter; Escape goes back." : "Enter saves, Escape leaves it as it is.";
    message.classList.remove("k-failed");
    if (mode === "correct") {
      field.value = name || "value";
      draw_value();
      value.firstChild.focus();
      value.firstChild.select?.();
    } else (mode === "merge" ? other : note).focus();
  }

  function rest() {
    mode = "";
    correction.hidden = merging.hidden = save.hidden = cancel.hidden = true;
    note.value = "";
    box.focus({ preventScroll: true });
  }

  function finish() {
    if (mode === "correct") tell({ do: "correct", field: field.value, value: value.firstChild.value, note: note.value });
    if (mode === "reject") tell({ do: "reject", note: note.value });
    if (mode === "merge") tell({ do: "merge", other: other.value, note: note.value });
    if (mode) rest();
    else box.focus({ preventScroll: true });
  }

  function draw_value() {
    const chosen = state().claim.fields.find((one) => one.name === field.value);
    const label = { "aria-label": `What is right for: ${chosen.label}` };
    let input;
    if (chosen.choices.length) {
      input = make("select", label, ...chosen.choices.map((word) => make("option", { value: word }, word.replaceAll("_", " ") || "(empty)")));
    } else input = make("input", { ...label, maxLength: 1000, autocomplete: "off" });
    input.value = chosen.value;
    value.replaceChildren(input);
  }

  function choose() {
    const asked = Object.fromEntries([...filters.querySelectorAll("select")].map((one) => [one.name, one.value]));
    tell({ do: "choose", ...asked, text: search.value });
  }

  // A file is named as seen from the notebook; Jupyter serves it under an address that depends on its own.
  function draw_link({ words, file, href }) {
    const at = location.pathname.match(/^(.*?)\/(?:lab|doc|notebooks)(?:\/workspaces\/[^/]+)?(?:\/tree)?\/(.*)$/);
    if (file && !at) return null;
    const address = href ?? new URL(file, `${location.origin}${at[1]}/files/${at[2]}`).href;
    return make("a", { href: address, target: "_blank", rel: "noreferrer" }, words);
  }

  function draw_filters(given) {
    if (filters.dataset.given === JSON.stringify(given)) return;
    filters.dataset.given = JSON.stringify(given);
    filters.replaceChildren(...given.map(({ name, label, chosen, options }) => {
      const select = make("select", { name }, ...options.map(([option, words]) => make("option", { value: option }, words)));
      select.value = chosen;
      select.addEventListener("change", choose);
      return make("label", {}, label, " ", select);
    }));
  }

  function draw_claim(claim) {
    where.textContent = claim ? `${claim.figure} · ${claim.where}` : "";
    sentence.hidden = fields.hidden = !claim;
    reviews.replaceChildren(...(claim?.reviews ?? []).map((line) => make("li", { dir: "auto" }, line)));
    const found = (claim?.links ?? []).map(draw_link).filter(Boolean);
    links.replaceChildren(...found.flatMap((link) => [link, " · "]).slice(0, -1));
    if (!claim) return;
    other.replaceChildren(...claim.others.map(([value, words]) => make("option", { value }, words)));
    const [before, figure, behind] = claim.sentence;
    sentence.replaceChildren(before, make("mark", {}, figure), behind);
    fields.replaceChildren(...claim.fields.filter((one) => !one.folded).map((one) => {
      const words = make("button", { type: "button", dir: "auto", title: `Correct: ${one.label}` }, one.shown);
      words.setAttribute("aria-label", `${one.label}: ${one.shown}. Correct it`);
      words.addEventListener("click", () => ask("correct", one.name));
      const look = [one.corrected && "k-corrected", one.shown.length > 30 && "k-long"].filter(Boolean);
      return make("div", { className: look.join(" ") }, make("dt", {}, one.label), make("dd", {}, words));
    }));
    const kept = field.value;
    field.replaceChildren(...claim.fields.map((one) => make("option", { value: one.name }, one.label)));
    field.value = kept || "value";
  }

  let seen;
  function draw() {
    const now = state();
    if (mode && now.claim?.id !== seen) rest(); // what was begun was meant for another claim
    seen = now.claim?.id;
    draw_filters(now.filters);
    if (box.getRootNode().activeElement !== search) search.value = now.text;
    place.textContent = now.place;
    progress.textContent = `${now.progress} · ${now.file}${now.reviewer ? `, as ${now.reviewer}` : ""}`;
    draw_claim(now.claim);
    message.textContent = now.failed || now.message;
    message.classList.toggle("k-failed", Boolean(now.failed));
    const off = {
      accept: !now.claim, correct: !now.claim, reject: !now.claim, merge: !now.claim?.others.length, previous: now.first, next: now.last,
      undo: !now.can_undo, "take back": !now.claim?.reviews.length,
    };
    // Not `disabled`: that would take the focus away from whoever is just pressing the button.
    for (const button of buttons.children) button.setAttribute("aria-disabled", String(off[button.dataset.action]));
    box.dataset.state = now.claim?.state ?? "";
  }

  box.addEventListener("keydown", (event) => {
    const writing = event.target.matches("input, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    let done = true;
    if (event.key === "Escape") rest();
    else if (event.key === "Enter" && (event.target === other || event.target.matches("input, .k-value select"))) finish();
    else if (writing) done = false;
    else if (event.key === "/") note.focus();
    else if (event.key === "f") search.focus();
    else if (event.key in KEYS) act(KEYS[event.key]);
    else done = false;
    if (done) event.preventDefault();
    event.stopPropagation();
  });
  let waiting;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(choose, 250); });
  field.addEventListener("change", draw_value);
  save.addEventListener("click", finish);
  cancel.addEventListener("click", rest);
  model.on("change:state", draw);
  draw();
  return () => model.off("change:state", draw);
}

export default { render };
