// Where the needles are found: on the page, in what the browser stores for it, in its memories.
// They come disguised, so that this text is not found itself.
async (disguised) => {
  const needles = disguised.map((codes) => String.fromCharCode(...codes.map((code) => code ^ 1)));
  const found = new Set();
  const look = (place, text) => {
    needles.forEach((needle, index) => { if (String(text).includes(needle)) found.add(`${place} #${index}`); });
  };
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      if ('value' in element) look('field', element.value);
    }
  }
  look('document', document.documentElement.outerHTML);
  look('title', document.title);
  look('address', `${location.href} ${document.referrer} ${window.name}`);
  look('state', JSON.stringify(history.state));
  look('requests', performance.getEntries().map((entry) => entry.name).join(' '));
  look('cookies', document.cookie);
  for (const [place, store] of [['localStorage', localStorage], ['sessionStorage', sessionStorage]]) {
    look(place, JSON.stringify(Object.entries(store)));
  }
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((go, no) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => go(opening.result);
      opening.onerror = () => no(opening.error);
    });
    look('indexedDB', name);
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store).getAll();
      await new Promise((go) => { all.onsuccess = all.onerror = go; });
      look('indexedDB', JSON.stringify(all.result));
    }
    db.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      look('caches', request.url + (await (await cache.match(request)).text()));
    }
  }
  const utf8 = (text) => String.fromCharCode(...new TextEncoder().encode(text));
  for (const memory of window.__memories ?? []) {
    const bytes = new TextDecoder('latin1').decode(memory.buffer);
    needles.forEach((needle, index) => { if (bytes.includes(utf8(needle))) found.add(`memory #${index}`); });
  }
  return [...found];
}
