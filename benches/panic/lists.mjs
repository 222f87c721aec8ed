// What the benchmark of the panic question works on: a list of customers, and what members of a team answered about them.

/** A list of so many customers, Dutch as in practice. */
export function list(customers) {
  const lines = ["Klantnr;Klant;Plaats;Branche;Accountmanager;Omzet;Omzet vorig jaar;Marge;Laatste order"];
  for (let row = 1; row <= customers; row += 1) {
    const euros = (((row * 7919) % 90_000) + 100).toFixed(2).replace(".", ",");
    const before = (((row * 6311) % 90_000) + 100).toFixed(2).replace(".", ",");
    const margin = (((row * 2003) % 30_000) + 10).toFixed(2).replace(".", ",");
    lines.push(`K${row};Bedrijf ${row} B.V.;Plaats ${row % 90};Branche ${row % 12};Manager ${row % 9};${euros};${before};${margin};0${(row % 9) + 1}-11-2025`);
  }
  return lines.join("\n");
}

/** What a member answered: about everyone, or the first `about` of them, with signs and a note here and there. */
export function answers(member, customers, about = customers) {
  const said = {};
  for (let row = 1; row <= about; row += 1) {
    const answer = { panic: ((row * (member + 3)) >> 2) % 6, changed: 1_764_000_000_000 + row * 9000 };
    if (row % 3 === 0) answer.questions = { raves: { yes_no: "yes" }, fits: { yes_no: "no" } };
    if (row % 5 === 0) answer.buys_because = ["snelle levering"];
    if (row % 7 === 0) answer.note = "Belde zelf: zonder ons ligt alles stil.";
    said[`K${row}`] = answer;
  }
  return JSON.stringify({ kernklant: "answers", version: 1, rater: `Lid ${member}`, person: `p${member}`, answers: said });
}
