// Shows one language's columns of a form at a time, and says which languages have text or errors.
document.addEventListener("DOMContentLoaded", () => {
  const bar = document.querySelector(".language-bar");
  const columns = () => [...document.querySelectorAll(".mt[lang]")].filter(({ name }) => !name.includes("__prefix__"));
  if (!bar || !columns().length) return;
  const buttons = [...bar.children];
  const filled = (column) => column.value.replace(/<[^>]*>/g, "").trim() !== "";
  const faulty = (column) => column.closest(".form-row").classList.contains("errors");
  const languages = (test) => new Set(columns().filter(test).map(({ lang }) => lang));

  const show = (language) => {
    for (const column of columns()) column.closest(".form-row").hidden = column.lang !== language;
    for (const button of buttons) button.setAttribute("aria-pressed", button.lang === language);
    bar.dataset.language = language;
  };
  const mark = () => {
    const [texts, errors] = [languages(filled), languages(faulty)];
    for (const button of buttons) {
      button.classList.toggle("has-text", texts.has(button.lang));
      button.classList.toggle("has-errors", errors.has(button.lang));
    }
  };
  const first = () => {
    const [texts, errors] = [languages(filled), languages(faulty)];
    const wanted = [sessionStorage.getItem("text-language"), document.documentElement.lang, ...texts];
    return [...errors][0] ?? wanted.find((language) => texts.has(language)) ?? document.documentElement.lang;
  };

  bar.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    sessionStorage.setItem("text-language", button.lang);
    show(button.lang);
  });
  bar.closest("form").addEventListener("input", mark);
  document.addEventListener("formset:added", () => show(bar.dataset.language));
  bar.hidden = false;
  show(first());
  mark();
});
