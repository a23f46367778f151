// Puts the form together from what the lock file names, so that nothing of it is fetched from another host when it runs.
// node bundle.mjs OUT
import { cp, mkdir, readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const entry = createRequire(import.meta.url).resolve("@sveltia/cms");

// What it would ask other hosts for: its fonts (they are in the package, its style names a CDN all the same), whether GitHub is well, whether
// it is the newest version. Fonts come from beside it; the two questions get an empty answer.
const NOTHING = "data:application/json,{}#";
const ELSEWHERE = /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[^/]+\/([a-z0-9-]+)\.woff2/g;
const ASKED = ["https://www.githubstatus.com/api/v2/status.json", "https://unpkg.com/@sveltia/cms"];
const assets = await readdir(path.join(path.dirname(entry), "assets"));

function fontOf(address, family, form) {
  const found = assets.find((name) => name.startsWith(`${family}-${form}-`) && name.endsWith(".woff2"));
  if (!found) throw new Error(`no font for ${address}`);
  return `form/assets/${found}`;
}

const nobodyElse = {
  name: "nobody-else",
  setup(plugin) {
    plugin.onLoad({ filter: /cms[\\/]npm[\\/]index\.js$/ }, async ({ path: file }) => {
      let contents = (await readFile(file, "utf8")).replace(ELSEWHERE, fontOf);
      for (const address of ASKED) {
        if (!contents.includes(address)) throw new Error(`${address} is asked no more: mend ASKED`);
        contents = contents.replaceAll(address, NOTHING);
      }
      if (contents.includes("cdn.jsdelivr.net/fontsource/fonts/")) throw new Error("a font of another host is left");
      return { contents, loader: "js" };
    });
  },
};

// Colours for 300 programming languages: our pages have none of them.
const fewLanguages = {
  name: "few-languages",
  setup(plugin) {
    plugin.onResolve({ filter: /^@shikijs\/langs\// }, ({ path: name }) => (/\/(markdown|yaml)$/.test(name) ? undefined : { path: "language", namespace: "left-out" }));
    plugin.onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "export default [];", loader: "js" }));
  },
};

await build({
  entryPoints: [path.join(here, "start.js")],
  outdir: out,
  bundle: true,
  format: "esm",
  splitting: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  chunkNames: "part-[hash]",
  logLevel: "warning",
  plugins: [nobodyElse, fewLanguages],
});
await mkdir(path.join(out, "assets"), { recursive: true });
await cp(path.join(path.dirname(entry), "assets"), path.join(out, "assets"), { recursive: true, filter: (name) => !/\.(map|wasm)$/.test(name) });
await cp(path.join(path.dirname(entry), "..", "LICENSE.txt"), path.join(out, "LICENSE.txt"));
