// The theme's scripts as a phone of 2018 reads them. The rules see no types: "aggressive" forbids a name on whatever it stands.
import compat from "eslint-plugin-compat";
import esX from "eslint-plugin-es-x";

// Methods of the page that Chrome 64 has not, and that no list of ES versions names.
const LATER = {
  replaceChildren: 86, toggleAttribute: 69, checkVisibility: 105, requestSubmit: 76, getSetCookie: 113, showPicker: 99, scrollIntoViewIfNeeded: "never standard",
  setHTML: 135, moveBefore: 133, togglePopover: 114, showPopover: 114, hidePopover: 114, arrayBuffer: "76 on a Blob", getHTML: 125, closedBy: 134, matchAll: 73,
};
const dom = {
  rules: {
    "after-chrome-64": {
      meta: { type: "problem", schema: [] },
      create: (context) => ({
        "CallExpression > MemberExpression.callee": (node) => {
          const name = node.computed ? node.property.value : node.property.name;
          if (Object.hasOwn(LATER, name) && node.object.property?.name !== "clients") context.report({ node, message: `${name}() came with Chrome ${LATER[name]}.` });
        },
      }),
    },
  },
};
const browser = [
  "addEventListener", "caches", "document", "DOMParser", "fetch", "history", "location", "navigator", "speechSynthesis", "SpeechSynthesisUtterance",
  "URL", "window", "self", "clients", "Request", "Response", "crypto", "setTimeout", "clearTimeout", "performance", "requestAnimationFrame", "getComputedStyle",
  "Blob", "MessageChannel", "MiniSearch", "scrollTo", "console", "Event",
];

// Arrays have these since 2009 and 2015, iterators since 2024: a name alone does not tell which is meant, and none here is called on an iterator.
const ofArrays = ["every", "filter", "find", "foreach", "map", "reduce", "some"];

export default [
  esX.configs["flat/restrict-to-es2018"],
  {
    files: ["theme/**/*.js"],
    ignores: ["theme/vendor/**"],
    languageOptions: { ecmaVersion: 2023, sourceType: "script", globals: Object.fromEntries(browser.map((name) => [name, "readonly"])) },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { compat, dom },
    // The clipboard is used only where it is found.
    settings: { browsers: ["chrome 64"], polyfills: ["navigator.clipboard"], "es-x": { aggressive: true } },
    rules: {
      ...Object.fromEntries(ofArrays.map((name) => [`es-x/no-iterator-prototype-${name}`, "off"])),
      "es-x/no-string-prototype-matchall": "off", // below: a worker's clients have a method of this name
      "compat/compat": "error",
      "dom/after-chrome-64": "error",
      "es-x/no-regexp-unicode-property-escapes": "error",
      "es-x/no-regexp-lookbehind-assertions": "error",
      "no-undef": "error",
      "no-unused-vars": ["error", { caughtErrors: "none" }],
    },
  },
  // What others wrote is held to the language and its methods; their globals are their own.
  {
    files: ["theme/vendor/**/*.js"],
    languageOptions: { ecmaVersion: 2018, sourceType: "script" },
    settings: { "es-x": { aggressive: true } },
    rules: { ...Object.fromEntries(ofArrays.map((name) => [`es-x/no-iterator-prototype-${name}`, "off"])), "es-x/no-regexp-unicode-property-escapes": "error" },
  },
];
