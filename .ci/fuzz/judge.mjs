// Stands between the fuzzer and the server, and judges each answer by the API's description: no
// 5xx, a status that the operation has, a body of its schema, and every error in the one error
// body. Specmatic alone would also call it a failure that an id which it made up is not found.
//
//   node judge.mjs openapi.yaml http://127.0.0.1:8080 9000
//
// Ends by SIGTERM, says what it saw, and exits with 1 if anything was amiss.
import Ajv2020 from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import http from "node:http";
import { parse } from "yaml";

const [file, server, port] = process.argv.slice(2);
const api = parse(readFileSync(file, "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
ajv.addSchema(api, "api");
const pointer = (...names) =>
  "api#/" + names.map((n) => encodeURIComponent(n.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");

// A path with fewer variables is the one meant.
const routes = Object.keys(api.paths)
  .map((path) => ({
    path,
    variables: (path.match(/\{/g) ?? []).length,
    pattern: new RegExp("^" + path.replace(/[.]/g, "\\.").replace(/\{[^}]+\}/g, "[^/]*") + "$"),
  }))
  .sort((a, b) => a.variables - b.variables);

const validators = new Map();
function validator(path, method, status) {
  const key = `${method} ${path} ${status}`;
  if (!validators.has(key)) {
    let at = ["paths", path, method, "responses", status];
    const response = api.paths[path][method].responses[status];
    if (response.$ref) at = response.$ref.slice(2).split("/");
    const described = at.reduce((node, name) => node[name], api);
    const types = Object.keys(described.content ?? {});
    const json = types.includes("application/json");
    validators.set(key, {
      types,
      valid: json ? ajv.compile({ $ref: pointer(...at, "content", "application/json", "schema") }) : null,
    });
  }
  return validators.get(key);
}

const statuses = {};
const called = new Set();
const amiss = new Map();
function complain(what, call) {
  if (!amiss.has(what)) amiss.set(what, { times: 0, call });
  amiss.get(what).times++;
}

function judge(request, sent, answer, text) {
  const status = answer.statusCode;
  statuses[status] = (statuses[status] ?? 0) + 1;
  const path = new URL(request.url, server).pathname;
  const method = request.method.toLowerCase();
  const call = `${request.method} ${request.url} ${sent.slice(0, 400)} -> ${status} ${text.slice(0, 400)}`;
  const route = routes.find((r) => r.pattern.test(path));
  const where = `${request.method} ${route?.path ?? path}`;
  if (status >= 500) complain(`${where}: ${status}`, call);
  const type = answer.headers["content-type"]?.split(";")[0];
  let body;
  try {
    if (type === "application/json") body = JSON.parse(text);
  } catch {
    return complain(`${where}: ${status} whose body is no JSON`, call);
  }
  if (status >= 400) {
    const right =
      answer.headers["content-type"] === "application/json" &&
      typeof body?.error_code === "string" &&
      Array.isArray(body.errors) &&
      body.errors.length > 0 &&
      body.status === status &&
      typeof body.trace_id === "string" &&
      body.trace_id === answer.headers["x-trace-id"];
    if (!right) complain(`${where}: ${status} without our error body`, call);
  }
  const operation = route && api.paths[route.path][method];
  if (!operation) return;
  called.add(where);
  if (!operation.responses[status]) return complain(`${where}: ${status} is not described`, call);
  const { types, valid } = validator(route.path, method, String(status));
  if (type === undefined ? types.length > 0 || text !== "" : !types.includes(type)) {
    complain(`${where}: ${status} has ${type ?? "no type"}, described is ${types.join() || "none"}`, call);
  } else if (body !== undefined && !valid(body)) {
    const { instancePath, message } = valid.errors[0];
    complain(`${where}: ${status} is not of its schema: ${instancePath.replace(/\d+/g, "N")} ${message}`, call);
  }
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
const proxy = http.createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const sent = Buffer.concat(parts);
    const { host, "accept-encoding": _, ...headers } = request.headers;
    if (headers.accept === undefined || headers.accept === "*/*") headers.accept = "application/json, */*;q=0.1";
    const onward = http.request(new URL(server), { agent, method: request.method, path: request.url, headers }, (answer) => {
      const got = [];
      answer.on("data", (part) => got.push(part));
      answer.on("end", () => {
        const bytes = Buffer.concat(got);
        judge(request, sent.toString(), answer, bytes.toString());
        const { "transfer-encoding": __, ...rest } = answer.headers;
        response.writeHead(answer.statusCode, rest);
        response.end(bytes);
      });
    });
    onward.on("error", (failure) => {
      complain(`${request.method} ${request.url.split("?")[0]}: no answer, ${failure.code}`, sent.toString().slice(0, 400));
      response.destroy();
    });
    onward.end(sent);
  });
});
proxy.listen(Number(port), "127.0.0.1");

process.on("SIGTERM", () => {
  const described = Object.values(api.paths).flatMap((path) => Object.keys(path)).length;
  console.log(`${called.size} of ${described} operations called; answers by status: ${JSON.stringify(statuses)}`);
  for (const [what, { times, call }] of amiss) console.log(`AMISS ${times} x ${what}\n      ${call}`);
  console.log(amiss.size === 0 ? "nothing amiss" : `${amiss.size} things amiss`);
  process.exit(amiss.size === 0 ? 0 : 1);
});
