// Runs before the page: what a test must move or count, and nothing the page could notice.
(() => {
  // The idle clock reads performance.now; a test jumps it forward.
  window.__skew = 0;
  const now = performance.now.bind(performance);
  performance.now = () => window.__frozen ?? now() + window.__skew;
  // A phone goes by the time of day, which goes on while it sleeps.
  window.__nap = 0;
  window.__clock = Date.now.bind(Date);
  Date.now = () => window.__clock() + window.__nap;
  // Pauses between tries and before pages that leave by themselves, divided by this.
  window.__hurry = 1;
  const later = window.setTimeout.bind(window);
  window.setTimeout = (act, wait = 0, ...rest) => later(act, wait / window.__hurry, ...rest);
  // A headless browser has no printer; a test counts the sheets.
  window.__prints = 0;
  window.print = () => { window.__prints += 1; };
  // The memories of the program, to look for what should be gone.
  window.__memories = [];
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...args) => {
      const result = await original(...args);
      const { memory } = (result.instance ?? result).exports;
      if (memory) window.__memories.push(memory);
      return result;
    };
  }
})();
