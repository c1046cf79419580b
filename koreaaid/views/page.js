/* Sort and filter the tables of a page: every table stands complete without this. */
"use strict";
document.querySelectorAll(".k-table").forEach((frame) => {
  const body = frame.querySelector("tbody");
  const rows = Array.from(body.rows);
  const tools = frame.querySelector(".k-tools");
  if (!tools) return;
  const field = tools.querySelector("input");
  const count = tools.querySelector("output");
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const say = (shown) => {
    count.textContent = shown === rows.length ? `${rows.length} rows` : `${shown} of ${rows.length} rows`;
  };
  const filter = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      row.hidden = !words.every((word) => texts[i].includes(word));
      if (!row.hidden) shown += 1;
    });
    say(shown);
  };
  field.addEventListener("input", filter);
  tools.hidden = false;
  say(rows.length);

  const key = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.sort === undefined ? cell.textContent.trim() : cell.dataset.sort;
  };
  const compare = (a, b) => {
    if (a === "" || b === "") return (a === "") - (b === ""); // what is not said comes last
    const difference = Number(a) - Number(b);
    return Number.isNaN(difference) ? a.localeCompare(b, "en", { numeric: true }) : difference;
  };
  frame.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      frame.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = rows.map((row, i) => [key(row, column), i, row]);
      keyed.sort((a, b) => {
        const order = compare(a[0], b[0]);
        const empty = a[0] === "" || b[0] === "";
        return (down && !empty ? -order : order) || a[1] - b[1];
      });
      body.append(...keyed.map((entry) => entry[2]));
    });
  });
});
