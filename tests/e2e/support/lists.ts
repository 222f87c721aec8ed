// Lists to read, and what they say when computed by other means than the page's.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const checkout = resolve(fileURLToPath(import.meta.url), "../../../..");

/** The Dutch sample as the page carries it. */
export const sample = readFileSync(resolve(checkout, "assets/voorbeeld-klanten.csv"), "utf8");
/** The same firm's order lines. */
export const sampleOrders = readFileSync(resolve(checkout, "assets/voorbeeld-orders.csv"), "utf8");

/** The customers of the sample: its records without the total row, by column. */
export function sampleCustomers(): Record<string, string>[] {
  const [header, ...records] = sample.trim().split(/\r?\n/).map((line) => line.split(";"));
  return records
    .map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column]])))
    .filter((record) => record.Klantnr !== "");
}

/** `1.234,56` as a number. */
export function dutchNumber(text: string): number {
  return Number(text.replace(/\./g, "").replace(",", "."));
}

/** How unequally amounts are spread, over those above zero (METHOD section 2). */
export function concentration(amounts: number[]) {
  const sorted = amounts.filter((amount) => amount > 0).sort((a, b) => b - a);
  const total = sorted.reduce((all, one) => all + one, 0);
  const n = sorted.length;
  const weighted = sorted.reduce((all, one, place) => all + (n - place) * one, 0);
  const top = Math.ceil(n / 5);
  let held = 0;
  let holders = 0;
  while (held < 0.8 * total - 1e-6) held += sorted[holders++];
  return {
    gini: (2 * weighted) / (n * total) - (n + 1) / n,
    topShare: sorted.slice(0, top).reduce((all, one) => all + one, 0) / total,
    customersFor80: holders,
  };
}

/** A file of the reference data, which lies outside the project; `undefined` where it is absent. */
export function reference(name: string): string | undefined {
  const folders = [process.env.KERNKLANT_DATA, resolve(checkout, "../shared/data"), resolve(checkout, "../../shared/data")];
  return folders.filter((folder) => folder !== undefined).map((folder) => resolve(folder, name)).find((path) => existsSync(path));
}
