// What the kiosk loads late. At the end: stretching a query code and drawing a QR take a program of
// its own (src/bin/secret.rs), shared with the phone and fetched when the petitioner is about to sign.

async function derivations() {
  const secret = await import(new URL('/q/secret.js', location.href));
  await secret.default();
  return secret;
}

let loading;

// Begins to fetch, so that nobody waits for it later. A failed try is not kept.
export function prepare() {
  loading ??= derivations().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

// As QueryCode::stretch, in hexadecimal digits.
export async function stretch(number, code) {
  return (await prepare()).stretch(number, code);
}

// Modules of a QR, row by row, 1 for dark.
export async function qr(text) {
  return (await prepare()).qr(text);
}

// The guide: a program of its own too (src/bin/guide.rs), with its own styles.
let guide;
let guideLoading;

async function loadGuide() {
  const program = await import(new URL('/guide.js', location.href));
  await program.default();
  return program;
}

function openGuide() {
  guideLoading ??= loadGuide().then(
    (program) => (guide = program),
    (error) => {
      guideLoading = undefined;
      throw error;
    },
  );
  return guideLoading;
}

function styleGuide() {
  if (document.querySelector('link[href="/guide.css"]')) {
    return undefined;
  }
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/guide.css' });
  const loaded = new Promise((resolve) => (link.onload = link.onerror = resolve));
  document.head.append(link);
  return loaded;
}

export async function guideStart(place, lang, today, prints, url, topic, ring, submit) {
  const [program] = await Promise.all([openGuide(), styleGuide()]);
  // Somebody may have gone on meanwhile.
  if (place.isConnected) {
    place.replaceChildren();
    program.start(place, lang, today, prints, url, topic, qr, ring, submit);
  }
}

export function guideBack() {
  return guide?.back() ?? false;
}

export function guideLeave() {
  guide?.leave();
}

export function guidePrefill() {
  return guide?.prefill() ?? new Uint8Array();
}

export async function guideHints(lang, category) {
  return (await openGuide()).hints(lang, category);
}
