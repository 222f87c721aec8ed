// Makes the lists of the benchmark, the same bytes every time, with the answers they must give.
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const places = ["Amsterdam", "Rotterdam", "Utrecht", "Eindhoven", "Groningen", "Zwolle", "Ede", "Best", "Leiden", "Breda"];
const sectors = ["Bouw", "Zorg", "Handel", "Horeca", "Industrie", "Onderwijs", "Transport"];
const owners = ["Anouk", "Bram", "Cem", "Daphne", "Erik"];
const names = ["Bakkerij", "Garage", "Installatie", "Slagerij", "Techniek", "Groothandel", "Advies"];

/** A sequence of 32-bit numbers that is always the same. */
function sequence(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

const two = (number) => String(number).padStart(2, "0");
const money = (cents) => `${Math.floor(cents / 100)},${two(cents % 100)}`;

function customers(rows, write) {
  const next = sequence(1);
  const revenue = new Float64Array(rows);
  write("Klantnummer;Klantnaam;Plaats;Branche;Accountmanager;Omzet 2025;Omzet 2024;Openstaand;Orders;Eerste order;Laatste order;Klachten\n");
  for (let row = 0; row < rows; row += 1) {
    const [a, b, c] = [next(), next(), next()];
    const cents = Math.floor(((a % 10_000) ** 3 / 1e6) * ((b % 97) + 1)) + 100;
    revenue[row] = cents;
    const break_ = row % 50 === 0;
    const name = `${names[a % 7]} ${b % 1_000_000} ${break_ ? "\nafdeling " : "Beheer "}${c % 1000}`;
    write(
      `K${String(row).padStart(7, "0")};${break_ ? `"${name}"` : name};${places[b % 10]};${sectors[c % 7]};${owners[a % 5]};` +
      `${money(cents)};${money(b % 90_000_000)};${money(c % 900_000)};${(a % 60) + 1};` +
      `${two((b % 28) + 1)}-${two((b % 12) + 1)}-20${10 + (c % 14)};${two((c % 28) + 1)}-${two((a % 12) + 1)}-2025;${c % 4}\n`,
    );
  }
  const total = revenue.reduce((sum, cents) => sum + BigInt(cents), 0n);
  revenue.sort();
  let sum = 0n, count = 0;
  while (sum * 10n < total * 8n) sum += BigInt(revenue[rows - ++count]);
  return { rows, customers: rows, total: String(total), for80: count };
}

function orders(rows, write) {
  const next = sequence(2);
  const spread = 200_000;
  const seen = new Uint8Array(spread);
  let total = 0n, last = "";
  write("Orderdatum;Klantnummer;Ordernummer;Bedrag\n");
  for (let row = 0; row < rows; row += 1) {
    const [a, b] = [next(), next()];
    const customer = a % spread;
    const cents = (b % 9_000_000) + 1;
    const date = `${2020 + (b % 6)}${two((a % 12) + 1)}${two((b % 28) + 1)}`;
    seen[customer] = 1;
    total += BigInt(cents);
    if (date > last) last = date;
    write(`${date.slice(6)}-${date.slice(4, 6)}-${date.slice(0, 4)};K${String(customer).padStart(7, "0")};O${1_000_000 + row};${money(cents)}\n`);
  }
  return { rows, customers: seen.reduce((sum, one) => sum + one, 0), total: String(total), last };
}

/** The list's file and its answers; written once and kept. */
export async function list(folder, kind, rows) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${kind}-${rows}.csv`);
  const answers = join(folder, `${kind}-${rows}.json`);
  if (existsSync(answers)) return { file, ...JSON.parse(await readFile(answers, "utf8")) };
  const out = createWriteStream(file);
  let pending = [], size = 0;
  const flush = () => {
    const text = pending.join("");
    pending = [];
    size += text.length;
    out.write(text);
  };
  const found = (kind === "customers" ? customers : orders)(rows, (text) => {
    pending.push(text);
    if (pending.length >= 50_000) flush();
  });
  flush();
  await new Promise((done) => out.end(done));
  const known = { kind, bytes: size, ...found };
  await writeFile(answers, JSON.stringify(known));
  return { file, ...known };
}
