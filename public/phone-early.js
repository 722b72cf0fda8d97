// What the phone does before its program is there. The build puts this file into the one script of
// the page, ahead of everything: it takes the secret out of the address and asks the server, so
// that the answer is back when the program is. src/phone/arrival.rs takes over from here.

// The program that knows every derivation. It is large, and most people never need it.
async function derivations() {
  const secret = await import(new URL('secret.js', import.meta.url));
  await secret.default();
  return secret;
}

// As QrSecret::parse: the first 26 valid characters, without the tail that messengers add.
// Anything else becomes a secret that nobody has, so that it takes the same way.
function canonical(fragment) {
  const [, secret] = /^#?([0-9A-TV-Z]{26})/i.exec(fragment) ?? [, '0'.repeat(26)];
  return secret.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
}

// As QrSecret::lookup, by the browser's own cryptography; a test compares the two.
export async function lookup(fragment) {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) {
    // An old browser, or a page without TLS.
    return (await derivations()).lookup(fragment);
  }
  const bytes = (text) => new TextEncoder().encode(text);
  const key = await subtle.importKey('raw', bytes(canonical(fragment)), 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: bytes(''), info: bytes('xf/lookup/v1') };
  const bits = new Uint8Array(await subtle.deriveBits(how, key, 256));
  return Array.from(bits, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// As QueryCode::stretch.
export async function stretch(number, code) {
  return (await derivations()).stretch(number, code);
}

async function open(fragment) {
  const response = await fetch('/api/v1/status/open', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ lookup: await lookup(fragment) }),
  });
  return [response.status, await response.text()];
}

// The secret leaves the address and the history before anything else happens.
function takeFromAddress() {
  const fragment = location.hash;
  if (fragment) {
    history.replaceState(null, '', location.pathname);
  }
  return fragment;
}

let fragment = takeFromAddress();
let answer = fragment ? open(fragment) : undefined;
// Whoever waits for it is told; until then it is no error of the page.
answer?.catch(() => {});

// Hands over what came with the address and keeps nothing: the fragment, and the answer to it where
// it is under way. Called again when another code is scanned into the open page.
export function take() {
  const later = takeFromAddress();
  const taken = later ? [later, undefined] : [fragment, answer];
  fragment = '';
  answer = undefined;
  return taken;
}
