// What stands answered on the page: fields, choices, the chosen place, papers, the signature.
() => {
  const main = document.querySelector('main');
  const all = (css, read) => [...main.querySelectorAll(css)].map((e) => [e.id || e.dataset.value || '', read(e)]);
  return {
    screen: main.dataset.screen,
    person: main.dataset.person ?? null,
    fields: all('input:not([type=file], #division-search), textarea', (e) => (e.type === 'checkbox' ? e.checked : e.value)),
    choices: all('[role=radio][aria-checked=true]', () => true),
    numbers: all('output', (e) => e.innerText),
    places: all('fieldset', (e) => e.querySelectorAll('[data-county],[data-city],[data-province]').length === 0 && e.innerText),
    papers: all('[data-attachment]', (e) => [e.dataset.attachment, e.dataset.state]),
    answers: all('[data-answer]', (e) => e.innerText),
    signature: all('#board path', (e) => e.getAttribute('d')),
  };
}
