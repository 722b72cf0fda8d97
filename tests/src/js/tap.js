// Where to put the finger on `selector`, once it is there, still, and on top.
async (selector, moves) => {
  let element = document.querySelector(selector);
  if (!element) return { waiting: 'it is not there' };
  if (element.disabled || element.getAttribute('aria-disabled') === 'true') return { waiting: 'it is disabled' };
  // What stands for an input that is there for machines only.
  if (!kit.visible(element) && element.labels?.length) element = element.labels[0];
  if (!kit.visible(element)) return { waiting: 'it is not visible' };
  if (moves) await kit.settle(element);
  const box = () => element.getBoundingClientRect();
  const [width, height] = [document.documentElement.clientWidth, innerHeight];
  const before = box();
  const centre = { x: before.x + before.width / 2, y: before.y + before.height / 2 };
  const inside = centre.x >= 0 && centre.x < width && centre.y >= 0 && centre.y < height;
  if (!inside) element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
  const first = box();
  if (moves) {
    await kit.frame();
    await kit.frame();
  }
  const second = box();
  if (!element.isConnected) return { waiting: 'it was replaced' };
  if (Math.abs(first.x - second.x) + Math.abs(first.y - second.y) > 0.5) return { waiting: 'it moves' };
  const middle = (from, size, limit) => (Math.max(from, 0) + Math.min(from + size, limit)) / 2;
  const x = middle(second.x, second.width, width);
  const y = middle(second.y, second.height, height);
  const hit = document.elementFromPoint(x, y);
  const label = hit?.closest('label');
  if (!hit || !(element.contains(hit) || (label && (label === element || label.control === element)))) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    return { waiting: `it is covered by ${kit.name(hit)}` };
  }
  return { ready: { x, y, width: second.width, height: second.height, now: (window.__clock ?? Date.now)() / 1000 } };
}
