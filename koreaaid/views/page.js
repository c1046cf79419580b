/* Search, filter, sort and keep the tables of a page: every table stands complete without this. */
"use strict";
document.querySelectorAll(".k-table").forEach((frame) => {
  const tools = frame.querySelector(".k-tools");
  if (!tools) return;
  const STEP = 200; // rows that a browser lays out at once: the others join when one scrolls to them
  const box = frame.querySelector(".k-scroll");
  const heads = Array.from(frame.querySelectorAll("thead th"));
  const names = heads.map((head) => head.textContent.trim());
  const [body, ...rest] = frame.querySelectorAll("tbody");
  const rows = [body, ...rest].flatMap((part) => Array.from(part.rows));
  rest.forEach((part) => part.remove());
  const field = tools.querySelector("input");
  const count = tools.querySelector("output");
  let order = rows;
  let found = rows;
  let shown = Math.min(STEP, rows.length);

  const button = (words, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  };
  const all = button("Show all rows", () => { show(found.length); box.focus(); });
  const say = () => {
    const total = `${rows.length.toLocaleString("en")} row${rows.length === 1 ? "" : "s"}`;
    count.textContent = found.length === rows.length ? total : `${found.length.toLocaleString("en")} of ${total}`;
    all.hidden = shown >= found.length;
  };
  const show = (upTo) => {
    body.append(...found.slice(shown, upTo));
    shown = Math.max(shown, Math.min(upTo, found.length));
    say();
  };
  const draw = () => {
    body.replaceChildren(...found.slice(0, STEP));
    shown = Math.min(STEP, found.length);
    box.scrollTop = 0;
    say();
  };
  box.addEventListener("scroll", () => {
    if (shown < found.length && box.scrollTop + box.clientHeight > box.scrollHeight - 800) show(shown + STEP);
  }, { passive: true });
  addEventListener("beforeprint", () => show(found.length));

  const text = (row, column) => row.cells[column].textContent.replace(/\s+/g, " ").trim();
  let texts; // made when somebody searches
  const picks = [];
  const filter = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const asked = picks.filter((pick) => pick.value);
    texts ??= new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
    found = order.filter((row) => words.every((word) => texts.get(row).includes(word))
      && asked.every((pick) => text(row, pick.column) === pick.value));
    draw();
  };
  field.addEventListener("input", filter);
  heads.forEach((head, column) => {
    if (!head.classList.contains("k-pick")) return;
    const values = [...new Set(rows.map((row) => text(row, column)))].sort((a, b) => a.localeCompare(b, "en"));
    if (values.length < 2 || values.length > 60) return;
    const pick = document.createElement("select");
    pick.setAttribute("aria-label", `Only rows with this in the column ${names[column]}`);
    pick.append(new Option(`${names[column]}: all`, ""), ...values.map((value) => new Option(value, value)));
    pick.column = column;
    pick.addEventListener("change", filter);
    picks.push(pick);
  });

  const key = (row, column) => row.cells[column].dataset.sort ?? text(row, column);
  const words = new Intl.Collator("en", { numeric: true });
  const compare = (a, b) => {
    if (a === "" || b === "") return (a === "") - (b === ""); // what is not said comes last
    const difference = a - b;
    return Number.isNaN(difference) ? words.compare(a, b) : difference;
  };
  heads.forEach((head, column) => {
    const sort = button("", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = rows.map((row, i) => [key(row, column), i, row]);
      keyed.sort((a, b) => {
        const empty = a[0] === "" || b[0] === "";
        return (down && !empty ? -1 : 1) * compare(a[0], b[0]) || a[1] - b[1];
      });
      order = keyed.map((entry) => entry[2]);
      filter();
    });
    sort.replaceChildren(...head.childNodes);
    head.append(sort);
  });

  // What a spreadsheet would run as a formula gets an apostrophe, as in the data files.
  const quoted = (cell) => `"${cell.replace(/^(?=[=+\-@＝＋－＠])/, "'").replaceAll('"', '""')}"`;
  const save = button("Save as CSV", () => {
    const numbers = heads.map((head, column) => rows.some((row) => {
      const value = row.cells[column].dataset.sort;
      return value && value !== text(row, column) && !Number.isNaN(Number(value));
    }));
    const line = (cells, extra) => cells.flatMap((cell, i) => (numbers[i] ? [cell, extra[i]] : [cell])).map(quoted).join(",");
    const lines = found.map((row) => line(names.map((_, i) => text(row, i).replace(/^–$/, "")), names.map((_, i) => row.cells[i].dataset.sort ?? "")));
    const file = new Blob(["\ufeff", [line(names, names.map((name) => `${name} (number)`)), ...lines].join("\r\n"), "\r\n"], { type: "text/csv" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${frame.querySelector("caption").textContent.replace(/\W+/g, "-").toLowerCase()}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  tools.append(...picks, count, all, save);
  tools.hidden = false;
  say();

  // A row that a link leads to is shown, wherever it stands.
  const here = () => {
    const at = location.hash.length > 1 ? found.findIndex((row) => row.id === decodeURIComponent(location.hash.slice(1))) : -1;
    rows.forEach((row) => row.classList.remove("k-here"));
    if (at < 0) return;
    found[at].classList.add("k-here");
    show(at + STEP);
    found[at].scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", here);
  here();
});
