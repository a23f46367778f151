#!/bin/sh
# Package: minisearch 7.2.0 (npm). Its README says: "supports all browsers and NodeJS versions implementing the ES9 (ES2018) JavaScript standard".
# Seen: search() calls Array.prototype.flatMap, toJSON() calls Object.fromEntries, both ES2019. In an engine of ES2018 (Chrome 64 to 68) adding
# documents works and every search throws, so the fault shows only when somebody types. Bundlers lower syntax, not methods: their target does not help.
# Output seen:
#   promise: implementing the ES9 ... (ES2018) JavaScript standard
#   added 1 document
#   search: TypeError: ...flatMap is not a function
#   toJSON: TypeError: Object.fromEntries is not a function
# Exit 1 if the behaviour has changed.
set -e
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cd "$here"
npm install --silent --no-audit --no-fund --ignore-scripts minisearch@7.2.0
echo "promise: $(tr '\n' ' ' < node_modules/minisearch/README.md | grep -o 'implementing the ES9 *(ES2018) JavaScript standard')"
cat > try.cjs <<'JS'
const MiniSearch = require("minisearch");
delete Array.prototype.flatMap; // as Chrome 64 to 68
delete Object.fromEntries;
const index = new MiniSearch({ fields: ["text"] });
index.addAll([{ id: 1, text: "mon employeur garde mon passeport" }]);
console.log(`added ${index.documentCount} document`);
const say = (name, act) => { try { act(); return `${name}: works`; } catch (error) { return `${name}: ${error}`; } };
const told = [say("search", () => index.search("passeport")), say("toJSON", () => JSON.stringify(index))];
console.log(told.join("\n"));
process.exit(told.every((line) => line.includes("is not a function")) ? 0 : 1);
JS
node try.cjs
