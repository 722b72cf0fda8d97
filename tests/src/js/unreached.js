// Controls that the tab key has not reached; a group of radios is one stop.
() => {
  const reached = window.__stops ?? new Map();
  window.__stops = undefined;
  return kit.controls()
    .filter((element) => kit.visible(element) && !element.closest('[inert]') && element.tabIndex >= 0)
    .filter((element) => !(element.type === 'radio' && !element.checked))
    .filter((element) => !reached.has(element))
    .map((element) => `${kit.name(element)} is not reached by the tab key`);
}
