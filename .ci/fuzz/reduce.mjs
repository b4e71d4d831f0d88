// Writes the API's description as the fuzzer can take it: of each operation's optional parameters
// some are left, others for each seed, because it would try every combination of a list's eighty
// filters; and where an id stands, the id of something that is there, because of made-up ones it
// would learn no more than that they are not found.
//
//   node reduce.mjs openapi.yaml http://127.0.0.1:8080 "ApiKey SU-…:…" 1 > reduced.json
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "yaml";

const LEFT = 3;
const [file, server, token, seed] = process.argv.slice(2);
const api = parse(readFileSync(file, "utf8"));
const lot = (...names) => createHash("sha256").update([seed, ...names].join(" ")).digest("hex");
const drawn = (from, ...names) => from[Number.parseInt(lot(...names).slice(0, 8), 16) % from.length];

const read = new Map();
async function rows(path) {
  if (!read.has(path)) {
    const answer = await fetch(`${server}${path}?limit=20`, { headers: { authorization: token } });
    const body = answer.ok ? await answer.json() : [];
    read.set(path, Array.isArray(body) ? body : []);
  }
  return read.get(path);
}

/** What is there for each variable of a path, from the left: accounts, then an account's versions. */
async function thereFor(path) {
  const found = {};
  let known = "";
  for (const segment of path.split("/").slice(1)) {
    if (!segment.startsWith("{")) {
      known += `/${segment}`;
      continue;
    }
    const name = segment.slice(1, -1);
    const ids = (await rows(known))
      .map((row) => row.id ?? row[name] ?? row.number)
      .filter((id) => id !== undefined && !token.includes(id)); // Or it would delete its own token.
    if (ids.length === 0) break;
    found[name] = String(drawn(ids, path, name));
    known += `/${found[name]}`;
  }
  return found;
}

const ofKind = {};
for (const [path, item] of Object.entries(api.paths)) {
  if (item.get && !path.includes("{")) {
    for (const { id } of await rows(path)) {
      const kind = typeof id === "string" && id.match(/^[A-Z]{2,4}(?=-\d)/)?.[0];
      if (kind) (ofKind[kind] ??= []).push(id);
    }
  }
}

function only(schema, value) {
  schema.example = value;
  schema.enum = [value];
  delete schema.pattern;
}

function giveIds(node) {
  if (node === null || typeof node !== "object") return;
  const kind = typeof node.example === "string" && node.example.match(/^[A-Z]{2,4}(?=-\d[\d-]*$)/)?.[0];
  if (node.type === "string" && kind && ofKind[kind]) only(node, drawn(ofKind[kind], node.example));
  Object.values(node).forEach(giveIds);
}
giveIds(api.components.schemas);

for (const [path, item] of Object.entries(api.paths)) {
  const there = await thereFor(path);
  for (const [method, operation] of Object.entries(item)) {
    const all = (operation.parameters ?? []).map((p) => (p.$ref ? api.components.parameters[p.$ref.split("/").pop()] : p));
    const optional = all
      .filter((p) => !p.required)
      .sort((a, b) => lot(path, method, a.name).localeCompare(lot(path, method, b.name)))
      .slice(0, LEFT);
    operation.parameters = all
      .filter((p) => p.required || optional.includes(p))
      .map((p) => {
        const own = structuredClone(p);
        if (p.in === "path" && there[p.name] !== undefined && own.schema.type === "string") only(own.schema, there[p.name]);
        delete own.example;
        return own;
      });
    for (const status of Object.keys(operation.responses)) {
      if (!/^2|^400$/.test(status)) delete operation.responses[status];
    }
  }
}
process.stdout.write(JSON.stringify(api));
