// Fits the editor of rich text into this admin.
import { Editor } from "django-prose-editor/editor";

// It would inject a style sheet, which the policy forbids: editor.css has its rules.
Editor.prototype.injectCSS = () => {};

// Its text runs in the direction of its own language, whichever the page is in.
document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  editor.view.dom.lang = textarea.lang;
  editor.view.dom.dir = textarea.dir;
});
