// What of the open field and its error lies under the keyboard or out of sight.
() => {
  const field = document.activeElement;
  const main = document.querySelector('.app-main').getBoundingClientRect();
  const keys = document.querySelector('.app-keys')?.getBoundingClientRect();
  if (!keys) return ['there is no keyboard'];
  const found = [];
  const parts = { field, error: field.closest('.app-field')?.querySelector('.app-error') };
  for (const [name, part] of Object.entries(parts)) {
    if (!part || (part !== field && !part.textContent.trim())) continue;
    const box = part.getBoundingClientRect();
    const text = `${name} ${Math.round(box.top)}–${Math.round(box.bottom)} of main ${Math.round(main.top)}–${Math.round(main.bottom)}`;
    if (box.height === 0) found.push(`${text}: it has no height`);
    // A long answer may be taller than the page: then its lower end, where one writes, is seen.
    const top = box.height > main.height * 0.9 ? box.bottom - 60 : box.top;
    if (top < main.top - 1 || box.bottom > main.bottom + 1) found.push(text);
    const lies_under = box.bottom > keys.top && box.top < keys.bottom && box.right > keys.left && box.left < keys.right;
    if (lies_under) found.push(`${text}: under the keyboard at ${Math.round(keys.top)}`);
  }
  return found;
}
