// Reading beside other readers, without a page: npm's csv-spectrum, and the values that PapaParse, uDSV, d3-dsv and
// DuckDB misread when they type a Dutch list by themselves.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";

const require = createRequire(import.meta.url);
const checkout = resolve(fileURLToPath(import.meta.url), "../../..");

/** The command-line example, built before these. */
function segment(...parameters: string[]): string {
  const target = resolve(checkout, process.env.CARGO_TARGET_DIR ?? "target");
  const program = ["debug", "release"].map((profile) => resolve(target, profile, "examples/segment")).find(existsSync);
  if (!program) throw new Error("build it first: cargo build --example segment");
  return execFileSync(program, parameters, { encoding: "utf8" });
}

/** RFC 4180 as `--table` writes it, by PapaParse without any guessing. */
function records(csv: string): Record<string, string>[] {
  const [header, ...rows] = require("papaparse").parse(csv, { delimiter: ",", skipEmptyLines: true }).data as string[][];
  return rows.map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column]])));
}

/** Its expectation names another telephone number (1234567890) than its file (2095257564), and is no list of rows. */
const WRONG = "location_coordinates";

test("csv-spectrum: eleven of its twelve files, and the twelfth expects what its file does not say", () => {
  const folder = dirname(require.resolve("csv-spectrum"));
  const names = readdirSync(resolve(folder, "csvs")).map((name) => name.replace(/\.csv$/, ""));
  expect(names).toHaveLength(12);
  const failed = names.filter((name) => {
    const found = records(segment("--table", resolve(folder, "csvs", `${name}.csv`)));
    const wanted = JSON.parse(readFileSync(resolve(folder, "json", `${name}.json`), "utf8"));
    return JSON.stringify(found) !== JSON.stringify(wanted);
  });
  expect(failed).toEqual([WRONG]);
  // What the file says is read: the bytes that are no UTF-8 character stand in it as U+FFFD already.
  const file = readFileSync(resolve(folder, "csvs", `${WRONG}.csv`), "utf8");
  const [only] = records(segment("--table", resolve(folder, "csvs", `${WRONG}.csv`)));
  expect(only["Contact Phone Number"]).toBe("2095257564");
  expect(file).toContain(Object.values(only).slice(0, 2).join(","));
});

const LIST = "Klantnr;Omzet;Korting\n01234;1.250;12,5\n04321;2.500;7,5\n";

/** The first row as each types it by itself. */
async function typed(): Promise<Record<string, Record<string, unknown>>> {
  const papa = require("papaparse").parse(LIST, { header: true, dynamicTyping: true, skipEmptyLines: true }).data[0];
  const { inferSchema, initParser } = require("udsv");
  const udsv = initParser(inferSchema(LIST)).typedObjs(LIST)[0];
  const { dsvFormat, autoType } = await import("d3-dsv");
  const d3 = dsvFormat(";").parse(LIST, autoType)[0];
  return { PapaParse: papa, uDSV: udsv, "d3-dsv": { ...d3 }, DuckDB: await duck() };
}

async function duck(): Promise<Record<string, unknown>> {
  const duckdb = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
  const wasm = (name: string) => ({ mainModule: require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${name}.wasm`), mainWorker: "" });
  const db = await duckdb.createDuckDB({ mvp: wasm("mvp"), eh: wasm("eh") }, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate(() => undefined);
  db.registerFileText("lijst.csv", LIST);
  return { ...db.connect().query("SELECT * FROM read_csv('lijst.csv')").toArray()[0].toJSON() };
}

test("1.250 is a thousand, 12,5 is a number and 01234 keeps its zero, where the others go wrong", async ({}, testInfo) => {
  const file = testInfo.outputPath("lijst.csv");
  writeFileSync(file, LIST);
  const ours = JSON.parse(segment(file, "--map", "id=Klantnr", "--map", "revenue=Omzet")).customers[0];
  expect(ours.id).toBe("01234");
  expect(Number(ours.revenue)).toBe(1250);
  // A second amount reads the other way round.
  const discount = JSON.parse(segment(file, "--map", "id=Klantnr", "--map", "revenue=Korting")).customers[0].revenue;
  expect(Number(discount)).toBe(12.5);

  const others = await typed();
  console.table({ Kernklant: { Klantnr: ours.id, Omzet: Number(ours.revenue), Korting: Number(discount) }, ...others });
  for (const [name, row] of Object.entries(others)) {
    expect(row.Omzet, `${name}: wrong a thousandfold, in silence`).toBe(1.25);
    expect(row.Korting, `${name}: a text that nobody can add up`).toBe("12,5");
  }
  const keepsZero = Object.entries(others).filter(([, row]) => row.Klantnr === "01234").map(([name]) => name);
  expect(keepsZero).not.toContain("PapaParse");
  expect(keepsZero).not.toContain("uDSV");
});
