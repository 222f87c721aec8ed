// A worker that reads a list with one of the libraries, types every column and keeps it, and answers as all must.
// One shared way of typing, so that only the reading differs.
/* global Papa, uDSV, d3 */
const cents = (text) => {
  const comma = text.indexOf(",");
  return comma < 0 ? +text * 100 : +text.slice(0, comma) * 100 + +text.slice(comma + 1);
};
const day = (text) => +text.slice(6) * 10_000 + +text.slice(3, 5) * 100 + +text.slice(0, 2);

class Kept {
  constructor(length) {
    this.length = length;
    this.texts = Array.from({ length: 5 }, () => new Array(length));
    this.numbers = Array.from({ length: 7 }, () => new Float64Array(length));
    this.rows = 0;
  }
  take(row) {
    const i = this.rows++;
    for (let column = 0; column < 5; column += 1) this.texts[column][i] = row[column];
    for (let column = 0; column < 3; column += 1) this.numbers[column][i] = cents(row[5 + column]);
    this.numbers[3][i] = +row[8];
    this.numbers[4][i] = day(row[9]);
    this.numbers[5][i] = day(row[10]);
    this.numbers[6][i] = +row[11];
  }
  answer() {
    const revenue = this.numbers[0].slice(0, this.rows);
    let total = 0;
    for (const amount of revenue) total += amount;
    const customers = new Set(this.texts[0]);
    customers.delete(undefined);
    const sorted = revenue.sort();
    let sum = 0, count = 0;
    while (sum * 10 < total * 8) sum += sorted[this.rows - ++count];
    return { rows: this.rows, customers: customers.size, total: String(total), for80: count };
  }
}

class Summed {
  constructor() {
    this.customers = new Map();
    this.rows = 0;
  }
  take(row) {
    this.rows += 1;
    const [date, key] = [day(row[0]), row[1]];
    const known = this.customers.get(key);
    if (known === undefined) this.customers.set(key, { sum: cents(row[3]), count: 1, last: date });
    else {
      known.sum += cents(row[3]);
      known.count += 1;
      if (date > known.last) known.last = date;
    }
  }
  answer() {
    let total = 0, last = 0;
    for (const one of this.customers.values()) {
      total += one.sum;
      if (one.last > last) last = one.last;
    }
    return { rows: this.rows, customers: this.customers.size, total: String(total), last: String(last) };
  }
}

const keeper = (kind) => (kind === "customers" ? new Kept(1_000_000) : new Summed());

const ways = {
  async bytes(file) {
    const reader = file.stream().getReader({ mode: "byob" });
    let buffer = new ArrayBuffer(4 << 20), size = 0;
    for (;;) {
      const { value, done } = await reader.read(new Uint8Array(buffer));
      if (done) return { size };
      size += value.length;
      buffer = value.buffer;
    }
  },
  async papaparse(file, kind) {
    const kept = keeper(kind);
    let isHeader = true;
    await new Promise((done, failed) => Papa.parse(file, {
      delimiter: ";",
      chunkSize: 4 << 20,
      skipEmptyLines: true,
      chunk: ({ data }) => {
        for (const row of data) {
          if (isHeader) isHeader = false;
          else kept.take(row);
        }
      },
      complete: done,
      error: failed,
    }));
    return kept.answer();
  },
  async udsv(file, kind) {
    const kept = keeper(kind);
    const text = await file.text();
    const parser = uDSV.initParser(uDSV.inferSchema(text.slice(0, 1 << 16), { col: ";" }));
    parser.stringArrs(text).forEach((row) => kept.take(row));
    return kept.answer();
  },
  async d3(file, kind) {
    const kept = keeper(kind);
    d3.dsvFormat(";").parseRows(await file.text(), (row, i) => {
      if (i > 0) kept.take(row);
    });
    return kept.answer();
  },
};

const sources = { papaparse: "papaparse/papaparse.min.js", udsv: "udsv/dist/uDSV.iife.min.js", d3: "d3-dsv/dist/d3-dsv.min.js" };

self.onmessage = async ({ data: { way, file, kind } }) => {
  try {
    if (sources[way]) importScripts(`/node_modules/${sources[way]}`);
    postMessage({ answer: await ways[way](file, kind) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
