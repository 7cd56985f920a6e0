"use strict";
/* Turns the menu's links into disclosure buttons. Without this script they lead to landing pages. */

function disclosure(link, toggle) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.textContent = link.textContent;
  button.setAttribute("aria-expanded", "false");
  if (link.hasAttribute("aria-current")) {
    button.dataset.current = "true";
  }
  button.addEventListener("click", () => toggle(button.getAttribute("aria-expanded") !== "true"));
  link.replaceWith(button);
  return button;
}

function enhance(menu, opener) {
  const items = [];

  function closeAll(except) {
    items.filter((item) => item !== except).forEach((item) => item.show(false));
  }

  for (const panel of menu.querySelectorAll(".menu-panel")) {
    const item = { panel };
    item.show = (isOpen) => {
      if (isOpen) {
        closeAll(item);
      }
      panel.hidden = !isOpen;
      item.button.setAttribute("aria-expanded", String(isOpen));
    };
    item.button = disclosure(panel.previousElementSibling, item.show);
    items.push(item);
  }

  function showMenu(isOpen) {
    menu.classList.toggle("menu-open", isOpen);
    menuButton.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) {
      closeAll();
    }
  }

  const menuButton = disclosure(opener, showMenu);
  menu.querySelector(".menu-closer").remove();
  if (location.hash === "#menu") {
    location.replace("#top"); // `:target` would keep it open
    showMenu(true);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") {
      return;
    }
    const open = items.find((item) => !item.panel.hidden);
    if (open) {
      open.show(false);
      open.button.focus();
    } else if (menu.classList.contains("menu-open")) {
      showMenu(false);
      menuButton.focus();
    }
  });

  function closeOutside(event) {
    closeAll(items.find(({ button, panel }) => panel.contains(event.target) || button === event.target));
  }

  document.addEventListener("click", closeOutside);
  document.addEventListener("focusin", closeOutside);
}

const menu = document.getElementById("menu");
if (menu) {
  enhance(menu, document.querySelector(".menu-opener"));
}
