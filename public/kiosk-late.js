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

// Programs of their own with their own styles: the guide (src/bin/guide.rs), and the keyboard
// (src/bin/input.rs), which is fetched when somebody touches a field or while nobody is there.
const late = {};

// A failed try is not kept.
function open(name) {
  late[name] ??= Promise.all([load(name), style(`/${name}.css`)]).then(
    ([program]) => (late[name].program = program),
    (error) => {
      delete late[name];
      throw error;
    },
  );
  return late[name];
}

async function load(name) {
  const program = await import(new URL(`/${name}.js`, location.href));
  await program.default();
  return program;
}

function style(href) {
  if (document.querySelector(`link[href="${href}"]`)) {
    return undefined;
  }
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const loaded = new Promise((resolve) => (link.onload = link.onerror = resolve));
  document.head.append(link);
  return loaded;
}

export async function guideStart(place, lang, today, prints, url, topic, ring, submit) {
  const program = await open('guide');
  // Somebody may have gone on meanwhile.
  if (place.isConnected) {
    place.replaceChildren();
    program.start(place, lang, today, prints, url, topic, qr, ring, submit);
  }
}

const guide = () => late.guide?.program;

export function guideBack() {
  return guide()?.back() ?? false;
}

export function guideLeave() {
  guide()?.leave();
}

export function guidePrefill() {
  return guide()?.prefill() ?? new Uint8Array();
}

export async function guideHints(lang, category) {
  return (await open('guide')).hints(lang, category);
}

// The keyboard, now or with the first field.
export function keyboard(isNow) {
  const fetch = () => open('input').catch(console.error);
  if (isNow) {
    fetch();
  } else {
    addEventListener('focusin', ({ target }) => target.matches('input[type="text"], textarea') && fetch());
  }
}
