// Prints, as JSON, what browsers of a given day do not know in scripts.
// Called with the day (2019-11-28) and the scripts' paths. What a name means is looked up in MDN's
// compatibility data; a name that stands for several things is fine if one of them is old enough.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const modules = new URL("../../node_modules/", import.meta.url).pathname;
const acorn = require(`${modules}acorn`);
const data = require(`${modules}@mdn/browser-compat-data/data.json`);

const BROWSERS = ["chrome", "chrome_android", "firefox", "safari", "safari_ios"];
const NEWER_PATTERN = /\\p\{|\\P\{|\(\?</; // classes of letters, looking behind, names for groups

const [day, ...files] = process.argv.slice(2);

function isOld(compat) {
  if (!compat) return true;
  return BROWSERS.every((browser) => {
    const since = [compat.support[browser]].flat()[0];
    if (!since || !since.version_added || since.flags || since.prefix) return false;
    const release = data.browsers[browser].releases[since.version_added.replace("≤", "")];
    return release && release.release_date <= day;
  });
}

const names = new Map(); // to whether something of that name is old enough
function note(name, compat) {
  names.set(name, names.get(name) || isOld(compat));
}
for (const group of [data.api, data.javascript.builtins]) {
  for (const [name, entry] of Object.entries(group)) {
    note(name, entry.__compat);
    for (const [member, { __compat }] of Object.entries(entry)) {
      if (member !== "__compat") note(member.replace(/_(static|event)$/, ""), __compat);
    }
  }
}

function fault(node) {
  const { type } = node;
  if (type === "ChainExpression") return "?.";
  if (type === "LogicalExpression" && node.operator === "??") return "??";
  if (type === "ExportAllDeclaration" && node.exported) return "export * as";
  if (type === "Literal" && node.bigint) return "BigInt";
  if (type === "Literal" && node.regex) {
    return /[sdv]/.test(node.regex.flags) || NEWER_PATTERN.test(node.regex.pattern) ? node.raw : "";
  }
  if (type === "MemberExpression" && !node.computed) return newer(node.property.name);
  if (type === "NewExpression" && node.callee.type === "Identifier") return newer(node.callee.name);
  return "";
}

const newer = (name) => (names.get(name) === false ? name : "");

function walk(node, found) {
  if (Array.isArray(node)) return node.forEach((one) => walk(one, found));
  if (!node || typeof node.type !== "string") return undefined;
  const is = fault(node);
  if (is) found.add(is);
  return Object.values(node).forEach((one) => typeof one === "object" && walk(one, found));
}

const faults = {};
for (const file of files) {
  const found = new Set();
  try {
    walk(acorn.parse(readFileSync(file, "utf8"), { ecmaVersion: 2020, sourceType: "module" }), found);
  } catch (error) {
    found.add(error.message);
  }
  faults[file] = [...found].sort();
}
process.stdout.write(JSON.stringify(faults));
