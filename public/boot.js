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
  });
}

const program = document.querySelector('script[data-wasm]').dataset;
const shell = document.getElementById('shell');

async function start() {
  // Returns once the first screen is in the page.
  await init({ module_or_path: fetch(program.wasm, { integrity: program.integrity }) });
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
