/* Two buttons: light or dark, code shown or folded. A page is whole without them. */
{
  const root = document.documentElement;
  const theme = document.getElementById("s-theme");
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const remember = (value) => {
    try {
      localStorage.setItem("koreaaid-theme", value);
    } catch { /* a browser that keeps nothing for pages on a disk */ }
  };
  const say = () => { theme.textContent = dark() ? "Light" : "Dark"; };
  theme.hidden = false;
  say();
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    remember(root.dataset.theme);
    say();
  });

  const code = document.getElementById("s-code");
  const folds = document.querySelectorAll(".s-code");
  if (code && folds.length) {
    root.dataset.code = "folded";
    code.hidden = false;
    code.addEventListener("click", () => {
      const open = code.getAttribute("aria-pressed") !== "true";
      folds.forEach((fold) => { fold.open = open; });
      root.dataset.code = open ? "shown" : "folded";
      code.setAttribute("aria-pressed", String(open));
      code.textContent = open ? "Hide code" : "Show code";
    });
  }
  const menu = document.querySelector(".s-menu");
  document.addEventListener("click", (event) => { if (menu && !menu.contains(event.target)) menu.open = false; });
  document.addEventListener("keydown", (event) => { if (menu && event.key === "Escape") menu.open = false; });
  const contents = document.querySelector(".s-toc details");
  if (contents && matchMedia("(max-width: 72rem)").matches) contents.open = false;
}
