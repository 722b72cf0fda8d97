// The longest choice that `rest` begins with, once the choices are about what was typed.
(rest) => {
  const list = document.querySelector('#keys-choices');
  if (!list) return { waiting: 'there is no list' };
  if (list.dataset.answered !== 'true') return { waiting: 'it is about other keys' };
  const keys = [...list.querySelectorAll('[data-key^=choice-]')];
  if (!keys.length) return { waiting: 'there is no choice' };
  const fits = keys.filter((key) => rest.startsWith(key.textContent));
  fits.sort((a, b) => b.textContent.length - a.textContent.length);
  const best = fits[0];
  const seen = (key) => {
    const [area, box] = [list.getBoundingClientRect(), key.getBoundingClientRect()];
    return box.top >= area.top - 1 && box.bottom <= area.bottom + 1;
  };
  const is_end = list.scrollTop + list.clientHeight >= list.scrollHeight - 2;
  if (!best && is_end && keys.length > 24) return { waiting: `not one of ${keys.map((key) => key.textContent)}` };
  if (!best) return { ready: { key: '', text: '', is_seen: false } };
  return { ready: { key: best.dataset.key, text: best.textContent, is_seen: seen(best) } };
}
