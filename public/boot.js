// Starts the program of the page. It is a file of its own because the content policy forbids
// inline scripts, and it runs before any of our Rust, so it also guards the one way by which
// text could become markup. `cargo xtask build` makes one file of it and the glue it imports.
import init from 'app-program';

// Leptos parses its own templates through innerHTML. Nothing else may, and no template of ours
// needs these. Anything the policy does not return is refused by the browser.
const refused = /<\s*(script|iframe|object|embed|base|meta|link|form)\b|[\s"'\/]on[a-z]+\s*=|javascript:/i;
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createHTML(html, _type, sink) {
      return sink === 'Element innerHTML' && !refused.test(html) ? html : null;
    },
    // The worker of the keyboard.
    createScriptURL(url) {
      return url === '/engine_loader.js' ? url : null;
    },
  });
}

const shell = document.getElementById('shell');

// The bytes of the program: a phone's page carries them, a kiosk's names them.
function program() {
  const carried = document.getElementById('program');
  if (!carried) {
    const { wasm, integrity } = document.querySelector('script[data-wasm]').dataset;
    return fetch(wasm, { integrity });
  }
  const text = carried.textContent;
  carried.remove();
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The three that HTML would not have kept; see crates/xtask/src/build/page.rs.
    bytes[i] = code < 256 ? code : [0, 13, 60][code - 256];
  }
  return bytes;
}

async function start() {
  // Returns once the first screen is in the page.
  await init({ module_or_path: program() });
  shell.remove();
}

start().catch((error) => {
  console.error(error);
  shell.hidden = false;
  shell.dataset.state = 'failed';
  document.getElementById('shell-wait').hidden = true;
  document.getElementById('shell-failed').hidden = false;
  // Nobody reloads a kiosk by hand.
  const retrySeconds = Number(shell.dataset.retrySeconds);
  if (retrySeconds > 0) {
    setTimeout(() => location.reload(), retrySeconds * 1000);
  }
});
