"use strict";

// Where candidates would stand under other weights: the rule of `reordered` in stratsel/results/what_if.py, and nothing
// of its own. Points are compared to so many decimal places, so that every program finds the same ties.
const DIGITS = 9;
const HUNDRED = 100;

function wholeShares(payload, weights) {
  const given = new Map(payload.nodes.map((node) => [node.criterion, weights.get(node.criterion) ?? node.share]));
  const totals = new Map();
  for (const node of payload.nodes) {
    totals.set(node.parent, (totals.get(node.parent) ?? 0) + given.get(node.criterion));
  }
  const whole = new Map();
  for (const node of payload.nodes) {
    const above = node.parent === null ? 1 : whole.get(node.parent);
    const total = totals.get(node.parent);
    whole.set(node.criterion, total ? (above * given.get(node.criterion)) / total : 0);
  }
  return whole;
}

function compared(points) {
  return Number(points.toFixed(DIGITS));
}

function reordered(payload, weights) {
  const whole = wholeShares(payload, weights);
  const points = payload.candidates.map((each) => {
    const sum = Object.keys(each.values).reduce((before, leaf) => before + whole.get(leaf) * each.values[leaf], 0);
    return HUNDRED * sum;
  });
  const levels = points.map(compared);
  const descending = [...levels].sort((a, b) => b - a);
  const above = new Map();
  const upTo = new Map();
  descending.forEach((level, at) => {
    if (!above.has(level)) above.set(level, at);
    upTo.set(level, at + 1);
  });
  const places = payload.candidates.map((each, at) => {
    const reaches = levels[at] >= compared(payload.minimum);
    const tier = payload.tiers.find((one) => reaches && upTo.get(levels[at]) <= one.places);
    return { candidate: each.candidate, rank: above.get(levels[at]) + 1, points: points[at], tier: tier?.tier ?? null };
  });
  return places.sort((a, b) => a.rank - b.rank);
}

// The rule of stratsel/language/numbers.py: a float to 12 significant digits, then half up on its decimal digits.
function formatNumber(number, places, marks) {
  const [mantissa, exponent] = Math.abs(number).toExponential(11).split("e");
  const digits = mantissa.replace(".", "");
  const kept = Number(exponent) + 1 + places;
  let whole = BigInt(digits.slice(0, Math.max(kept, 0)).padEnd(Math.max(kept, 1), "0"));
  if (kept < 0 || (kept === 0 && digits[0] < "5")) whole = 0n;
  else if (kept === 0) whole = 1n;
  else if (digits[kept] >= "5") whole += 1n;
  const text = whole.toString().padStart(places + 1, "0");
  const before = text.slice(0, text.length - places).replace(/\B(?=(\d{3})+$)/g, marks.thousands);
  const after = places ? marks.point + text.slice(text.length - places) : "";
  return (number < 0 && whole ? "−" : "") + before + after;
}

function asScenario(title, weights) {
  const head = ["stratsel: scenario/1", "id: what-if", `title: ${JSON.stringify(title)}`, "weights:"];
  const lines = [...weights].map(([criterion, weight]) => `  ${criterion}: ${Number(weight.toPrecision(12))}`);
  return [...head, ...lines, ""].join("\n");
}
