// What does not fit: sideways scrolling, words cut off or sticking out of what holds them.
() => {
  const faults = new Set();
  const root = document.scrollingElement;
  const width = root.clientWidth;
  if (root.scrollWidth > width) faults.add(`the page is ${root.scrollWidth} wide on a screen of ${width}`);
  const scrolls = (element) => {
    for (let here = element.parentElement; here; here = here.parentElement) {
      if (here.scrollWidth > here.clientWidth && ['auto', 'scroll'].includes(getComputedStyle(here).overflowX)) return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll('*')) {
    if (!kit.visible(element) || element.closest('svg')) continue;
    const box = element.getBoundingClientRect();
    if ((box.left < -1 || box.right > width + 1) && !scrolls(element)) {
      faults.add(`${kit.name(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} of ${width}`);
    }
    const style = getComputedStyle(element);
    const holdsText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const cuts = ['hidden', 'clip'].some((value) => [style.overflowX, style.overflowY].includes(value));
    if (holdsText && cuts && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)) {
      faults.add(`${kit.name(element)} cuts its words off`);
    }
  }
  const holders = [...kit.controls()].filter((e) => kit.visible(e) && !['INPUT', 'TEXTAREA', 'SELECT'].includes(e.tagName));
  for (const holder of holders) {
    const outer = holder.getBoundingClientRect();
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (!walker.currentNode.data.trim() || !kit.visible(walker.currentNode.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const inner = range.getBoundingClientRect();
      const out = Math.max(outer.left - inner.left, inner.right - outer.right, outer.top - inner.top, inner.bottom - outer.bottom);
      if (out > 2) faults.add(`the words of ${kit.name(holder)} stick out by ${Math.round(out)}`);
    }
  }
  return [...faults];
}
