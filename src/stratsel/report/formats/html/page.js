// The page's own part: sliders, the table that follows them, and totals that open when a link leads to them.
function filled(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => facts[name] ?? place);
}

class WhatIf {
  constructor(part, payload) {
    this.part = part;
    this.payload = payload;
    this.spoken = JSON.parse(part.dataset.spoken);
    this.weights = new Map();
    this.sliders = [...part.querySelectorAll("input[type=range]")];
    this.bodies = new Map([...part.querySelectorAll("tbody")].map((body) => [body.dataset.tier, body]));
    this.rows = new Map([...part.querySelectorAll("tr[data-candidate]")].map((row) => [row.dataset.candidate, row]));
    this.own = new Map(payload.candidates.map((each) => [each.candidate, each]));
    this.state = part.querySelector(".state");
    this.back = part.querySelector(".back");
    this.copied = part.querySelector(".copied");
    this.yaml = part.querySelector("pre");
    for (const slider of this.sliders) {
      slider.value = slider.defaultValue;
      slider.addEventListener("input", () => this.move(slider));
    }
    this.back.addEventListener("click", () => this.reset());
    part.querySelector(".copy").addEventListener("click", () => this.copy());
    part.hidden = false;
    this.show();
  }

  move(slider) {
    if (slider.value === slider.defaultValue) this.weights.delete(slider.dataset.criterion);
    else this.weights.set(slider.dataset.criterion, Number(slider.value) / HUNDRED);
    this.show();
  }

  reset() {
    this.weights.clear();
    for (const slider of this.sliders) slider.value = slider.defaultValue;
    this.show();
  }

  show() {
    const isMoved = this.weights.size > 0;
    this.part.classList.toggle("moved", isMoved);
    this.back.disabled = !isMoved;
    this.copied.textContent = "";
    this.yaml.textContent = asScenario(this.spoken.title, this.namedWeights());
    this.showShares();
    const places = isMoved ? reordered(this.payload, this.weights) : this.payload.candidates;
    const shared = new Map();
    for (const { rank } of places) shared.set(rank, shared.has(rank));
    for (const place of places) this.showPlace(place, shared.get(place.rank));
    for (const body of this.bodies.values()) body.hidden = !body.querySelector("tr[data-candidate]");
    this.state.textContent = isMoved ? this.summary(places) : this.spoken.own;
  }

  showPlace(place, isShared) {
    const row = this.rows.get(place.candidate);
    const rise = this.own.get(place.candidate).rank - place.rank;
    const count = this.number(Math.abs(rise), 0);
    this.bodies.get(place.tier ?? "").append(row);
    row.querySelector(".rank").textContent = this.number(place.rank, 0) + (isShared ? "=" : "");
    row.querySelector(".points").textContent = this.number(place.points, 1);
    row.querySelector("rect.now").setAttribute("width", place.points);
    const change = row.querySelector(".change");
    change.classList.toggle("up", rise > 0);
    change.classList.toggle("down", rise < 0);
    const [mark, words] = rise > 0 ? ["▲ ", this.spoken.up] : ["▼ ", this.spoken.down];
    change.firstElementChild.textContent = rise ? mark + count : "–";
    change.lastElementChild.textContent = rise ? filled(words, { count }) : this.spoken.still;
  }

  showShares() {
    const whole = new Map();
    const given = (node) => this.weights.get(node.criterion) ?? node.share;
    for (const node of this.payload.nodes) whole.set(node.parent, (whole.get(node.parent) ?? 0) + given(node));
    const nodes = new Map(this.payload.nodes.map((node) => [node.criterion, node]));
    const moved = new Set([...this.weights.keys()].map((criterion) => nodes.get(criterion).parent));
    for (const slider of this.sliders) {
      const node = nodes.get(slider.dataset.criterion);
      const total = whole.get(node.parent);
      const isMoved = moved.has(node.parent);
      const share = isMoved ? this.percentage(total ? given(node) / total : 0) : slider.dataset.own;
      const output = slider.nextElementSibling;
      output.firstElementChild.textContent = share;
      output.classList.toggle("other", isMoved);
      slider.setAttribute("aria-valuetext", filled(this.spoken.share, { share, own: slider.dataset.own }));
    }
  }

  summary(places) {
    const before = new Map(this.payload.candidates.map((each) => [each.candidate, each.tier]));
    const after = new Map(places.map((each) => [each.candidate, each.tier]));
    const order = this.payload.tiers.map((each) => each.tier);
    const holds = (tier, at) => tier !== null && order.indexOf(tier) <= at;
    const sentences = [];
    order.forEach((tier, at) => {
      const names = (from, to) =>
        places
          .filter(({ candidate }) => holds(to.get(candidate), at) && !holds(from.get(candidate), at))
          .map(({ candidate }) => this.spoken.candidates[candidate])
          .join(", ");
      const [into, out] = [names(before, after), names(after, before)];
      if (into) sentences.push(filled(this.spoken.into, { tier: this.spoken.tiers[tier], names: into }));
      if (out) sentences.push(filled(this.spoken.out, { tier: this.spoken.tiers[tier], names: out }));
    });
    if (!sentences.length) sentences.push(this.spoken.same);
    const count = places.filter((each) => each.rank !== this.own.get(each.candidate).rank).length;
    return [this.spoken.moved, ...sentences, filled(this.spoken.ranks, { count: this.number(count, 0) })].join(" ");
  }

  // A scenario names weights beside those of the file, so that a group that is moved is named as a whole.
  namedWeights() {
    const parents = new Map(this.payload.nodes.map((node) => [node.criterion, node.parent]));
    const moved = new Set([...this.weights.keys()].map((criterion) => parents.get(criterion)));
    const named = this.payload.nodes.filter((node) => !moved.size || moved.has(node.parent));
    return new Map(
      named.map((node) => [node.criterion, HUNDRED * (this.weights.get(node.criterion) ?? node.share)]),
    );
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.yaml.textContent);
      this.copied.textContent = this.spoken.copied;
    } catch {
      this.yaml.closest("details").open = true;
      getSelection().selectAllChildren(this.yaml);
      this.copied.textContent = this.spoken.not_copied;
    }
  }

  number(number, places) {
    return formatNumber(number, places, this.spoken.marks);
  }

  percentage(share) {
    return this.number(HUNDRED * share, 1) + this.spoken.marks.percent;
  }
}

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.matches("details")) target.open = true;
}

const payload = document.getElementById("what-if-payload");
if (payload) {
  for (const part of document.querySelectorAll(".what-if")) new WhatIf(part, JSON.parse(payload.textContent));
}
if (matchMedia("(max-width: 60rem)").matches) {
  for (const contents of document.querySelectorAll(".contents details")) contents.open = false;
}
addEventListener("hashchange", openTarget);
openTarget();
