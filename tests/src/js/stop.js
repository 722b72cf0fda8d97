// The control that has the focus: which one, and what is wrong with how it shows.
() => {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  const faults = [];
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  if (!outlined && style.boxShadow === 'none') faults.push('does not show that it has the focus');
  const box = element.getBoundingClientRect();
  const within = (low, size, limit) => (Math.max(low, 0) + Math.min(low + size, limit)) / 2;
  const hit = document.elementFromPoint(within(box.x, box.width, innerWidth), within(box.y, box.height, innerHeight));
  if (!hit || !(element.contains(hit) || hit.contains(element) || hit.closest('label')?.control === element)) {
    faults.push(`has the focus under ${kit.name(hit)}`);
  }
  const overlay = document.querySelector('[data-overlay]');
  if (overlay && !overlay.contains(element)) faults.push('is reached behind the overlay');
  // The page may change around it; the element itself stays the same.
  window.__stops ??= new Map();
  if (!window.__stops.has(element)) window.__stops.set(element, window.__stops.size);
  const index = window.__stops.get(element);
  return { index, faults: faults.map((fault) => `${kit.name(element)} ${fault}`) };
}
