// The theme's style as Chrome 64 reads it. What it does not know may stand only where nothing depends on it: each such name has its reason.
import stylelint from "stylelint";

const { createPlugin, utils: { report, ruleMessages } } = stylelint;
const PAIRS = { "padding-inline-start": "-webkit-padding-start", "padding-inline-end": "-webkit-padding-end", "margin-inline-start": "-webkit-margin-start",
  "margin-inline-end": "-webkit-margin-end", "border-inline-start": "-webkit-border-start", "border-inline-end": "-webkit-border-end" };
const TOO_NEW = /^(?:inset|(?:padding|margin|border)-(?:inline|block)$|(?:min-|max-)?(?:inline|block)-size$|.*-block-(?:start|end)|inset-.*|gap$|row-gap$|aspect-ratio$)/;
const NEW_VALUE = /\b(?:min|max|clamp)\(/;
const startName = "rsmms/old-name-first", newName = "rsmms/known-to-chrome-64", plainName = "rsmms/plain-value-first", listName = "rsmms/no-new-selector-in-a-list";
const messages = {
  [startName]: ruleMessages(startName, { rejected: (a, b) => `${b} must stand just before ${a}: Chrome 64 knows only the old name` }),
  [newName]: ruleMessages(newName, { rejected: (a) => `${a} came after Chrome 64: write it by side (left, top, width), or grid-gap and margins` }),
  [plainName]: ruleMessages(plainName, { rejected: (a) => `${a} with min(), max() or clamp() needs the same property with a plain value before it` }),
  [listName]: ruleMessages(listName, { rejected: (a) => `"${a}" in a list of selectors: a browser that does not know one drops all` }),
};
const rule = (ruleName, walk) => createPlugin(ruleName, Object.assign((on) => (root, result) => {
  if (on) walk(root, (node, ...said) => report({ ruleName, result, node, message: messages[ruleName].rejected(...said) }));
}, { ruleName, messages: messages[ruleName], meta: { url: "" } }));

export default {
  plugins: [
    "stylelint-no-unsupported-browser-features",
    rule(startName, (root, tell) => root.walkDecls((d) => {
      const old = PAIRS[d.prop], before = d.prev();
      if (old && (!before || before.prop !== old || before.value !== d.value)) tell(d, d.prop, old);
    })),
    rule(newName, (root, tell) => root.walkDecls((d) => { if (TOO_NEW.test(d.prop)) tell(d, d.prop); })),
    // A grid whose columns cannot be read is one column: nothing is lost.
    rule(plainName, (root, tell) => root.walkDecls((d) => {
      if (!NEW_VALUE.test(d.value) || d.prop === "grid-template-columns") return;
      const before = d.prev();
      if (!before || before.prop !== d.prop || NEW_VALUE.test(before.value)) tell(d, d.prop);
    })),
    rule(listName, (root, tell) => root.walkRules((r) => {
      const fresh = (s) => /:(?:has|is|where|focus-visible|dir)\b|::details-content/.test(s);
      if (r.selectors.some(fresh) && !r.selectors.every(fresh)) tell(r, r.selectors.find(fresh));
    })),
  ],
  rules: {
    [startName]: true, [newName]: true, [plainName]: true, [listName]: true,
    "alpha-value-notation": "number",
    "color-function-notation": "legacy",
    "plugin/no-unsupported-browser-features": [true, {
      browsers: ["chrome 64"], ignorePartialSupport: true,
      ignore: [
        "css-has", // filters of the tables; where it is not known they are not shown
        "css-text-wrap-balance", "css-logical-props", // beauty; the rule above
        "css-focus-visible", // the browser's own ring stands in
        "prefers-color-scheme", "prefers-reduced-motion", "css-forced-colors", // wishes that old phones cannot make
        "css-matches-pseudo", "css-math-functions", "css-overflow-anywhere", // always beside something plain
        "css-content-visibility", // on paper; the script opens what is folded where it is not known
        "css-snappoints", "css-not-sel-list", // where a jump ends; a bolder link
        "css-text-size-adjust", "text-size-adjust", "extended-system-fonts", "css-supports-api",
      ],
    }],
  },
};
