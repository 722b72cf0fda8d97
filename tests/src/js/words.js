// Words that no table said. Everything said in the pseudo-language stands in brackets; what stands
// outside of them must be one of `data`: names of the hall, what the visitor wrote, places.
(data) => {
  const faults = new Set();
  const letters = /\p{L}/u;
  const rest = (text) => data.reduce((left, known) => left.split(known).join(' '), text);
  const outside = (text, depth = { now: 0 }) => {
    let out = '';
    for (const c of text) {
      if (c === '[') depth.now += 1;
      else if (c === ']') depth.now = Math.max(0, depth.now - 1);
      else if (depth.now === 0) out += c;
    }
    return out;
  };
  const blocks = 'li, p, h1, h2, h3, button, label, legend, dt, dd, td, th, summary, output, option, a, small';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let block = null;
  let depth = { now: 0 };
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const { parentElement: parent } = node;
    if (!node.data.trim() || !kit.visible(parent) || parent.closest('script, style, noscript')) continue;
    // Names of places come from their table.
    if (parent.closest('[data-province], [data-city], [data-county], #division-up')) continue;
    const here = parent.closest(blocks);
    if (here !== block) [block, depth] = [here, { now: 0 }];
    const bare = rest(outside(node.data, depth));
    if (letters.test(bare)) faults.add(`${kit.name(parent)} says ${JSON.stringify(bare.trim())}`);
  }
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title], [aria-description]')) {
    if (!element.checkVisibility()) continue;
    for (const name of ['aria-label', 'placeholder', 'alt', 'title', 'aria-description']) {
      const bare = rest(outside(element.getAttribute(name) ?? ''));
      if (letters.test(bare)) faults.add(`${name} of ${kit.name(element)} says ${JSON.stringify(bare)}`);
    }
  }
  if (letters.test(rest(outside(document.title)))) faults.add(`the title says ${document.title}`);
  return [...faults];
}
