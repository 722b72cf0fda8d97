// Controls that the tab key has not reached; a group of radios is one stop.
() => {
  const reached = window.__stops ?? new Map();
  window.__stops = undefined;
  return kit.controls()
    .filter((element) => kit.visible(element) && !element.closest('[inert]') && element.tabIndex >= 0)
    .filter((element) => !(element.type === 'radio' && !element.checked))
    // "More below" goes as soon as the keys have scrolled there.
    .filter((element) => !reached.has(element) && element.id !== 'more')
    .map((element) => `${kit.name(element)} is not reached by the tab key`);
}
