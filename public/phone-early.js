// What the phone does before its program is there, and all that it asks of the server. The build
// puts this file into the one script of the page, ahead of everything: it takes the secret out of
// the address and asks, so that the answer is back when the program is. src/phone/ask.rs goes on
// from here.

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

async function post(path, body) {
  const response = await fetch('/api/v1/status/' + path, {
    method: 'POST',
    // petition_contract::POSTCARD: the form that src/phone reads.
    headers: { 'content-type': 'application/json', accept: 'application/vnd.petition.v1+postcard' },
    body: JSON.stringify(body),
  });
  return [response.status, new Uint8Array(await response.arrayBuffer())];
}

async function openMatter(fragment) {
  return post('open', { lookup: await lookup(fragment) });
}

// Status and body of the answer to a scanned secret. What is under way already is not asked again.
export function open(fragment) {
  const early = answer;
  answer = undefined;
  return early ?? openMatter(fragment);
}

// The answer to the scanned secret if it is back already, so that nothing is drawn in vain.
export function answered() {
  const early = settled;
  if (early) {
    answer = settled = undefined;
  }
  return early;
}

// Status and body of the answer to number and code as typed.
export async function query(number, code) {
  // Lets the browser paint what the page says about it: stretching holds everything up.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const stretched_code = (await derivations()).stretch(number, code);
  return post('query', { number, stretched_code });
}

// The fragment leaves the address and the history before anything else happens.
export function takeFragment() {
  const taken = location.hash || fragment;
  fragment = '';
  if (location.hash) {
    history.replaceState(null, '', location.pathname);
    answer = settled = undefined;
  }
  return taken;
}

let fragment = '';
let answer;
let settled;
fragment = takeFragment();
if (fragment) {
  answer = openMatter(fragment);
  // Whoever waits for it is told of a failure; until then it is no error of the page.
  answer.then((value) => (settled = value), () => {});
}
