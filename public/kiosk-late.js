// What the kiosk needs only at the end: stretching a query code and drawing a QR take a program of
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
