// Targets too small or too close, letters too small, lines too close.
({ target, gap, font, line }) => {
  const faults = [];
  const round = (n) => Math.round(n * 10) / 10;
  const fileLabels = [...document.querySelectorAll('label')].filter((label) => label.control?.type === 'file');
  const targets = [...kit.controls(), ...fileLabels]
    .filter((element) => kit.visible(element) && !element.closest('[inert]'))
    .map((element) => {
      // A box that is ticked by its words is as large as both together.
      const parts = [element, ...(['checkbox', 'radio'].includes(element.type) ? element.labels : [])];
      const boxes = parts.map((part) => part.getBoundingClientRect());
      return {
        element,
        left: Math.min(...boxes.map((b) => b.left)), right: Math.max(...boxes.map((b) => b.right)),
        top: Math.min(...boxes.map((b) => b.top)), bottom: Math.max(...boxes.map((b) => b.bottom)),
      };
    });
  // What is scrolled out of its box, even in part, is scrolled in before it is hit.
  const shown = ({ element, left, right, top, bottom }) => {
    const seen = { left: Math.max(left, 0), right: Math.min(right, innerWidth), top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight) };
    for (let here = element.parentElement; here && here !== document.body; here = here.parentElement) {
      const style = getComputedStyle(here);
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      const box = here.getBoundingClientRect();
      seen.left = Math.max(seen.left, box.left);
      seen.right = Math.min(seen.right, box.right);
      seen.top = Math.max(seen.top, box.top);
      seen.bottom = Math.min(seen.bottom, box.bottom);
    }
    const whole = seen.left <= left && seen.right >= right && seen.top <= top && seen.bottom >= bottom;
    // The button that floats over what goes on below is gone once it has been scrolled to.
    return whole && element.id !== 'more';
  };
  for (const { element, left, right, top, bottom } of targets) {
    const [width, height] = [right - left, bottom - top];
    if (width < target - 0.5 || height < target - 0.5) {
      faults.push(`${kit.name(element)} is ${round(width)} × ${round(height)}, under ${target}`);
    }
  }
  const seen = targets.filter(shown);
  for (const [index, a] of seen.entries()) {
    for (const b of seen.slice(index + 1)) {
      if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
      const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
      const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
      const between = Math.max(across, down);
      if (between < gap - 0.5) {
        faults.push(`${kit.name(a.element)} and ${kit.name(b.element)} are ${round(between)} apart, under ${gap}`);
      }
    }
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const { parentElement: parent } = node;
    if (!node.data.trim() || !kit.visible(parent) || parent.closest('script, style, noscript, svg')) continue;
    const style = getComputedStyle(parent);
    const size = parseFloat(style.fontSize);
    if (size < font - 0.05) faults.push(`${kit.name(parent)} has letters of ${round(size)}, under ${font}`);
    const range = document.createRange();
    range.selectNodeContents(node);
    const tops = new Set([...range.getClientRects()].map((box) => Math.round(box.top / 4)));
    const spacing = parseFloat(style.lineHeight) / size;
    if (tops.size > 1 && spacing < line - 0.01) {
      faults.push(`${kit.name(parent)} has lines ${spacing.toFixed(2)} apart, under ${line}`);
    }
  }
  return [...new Set(faults)];
}
