// What the probes share. Evaluated anew for each call: nothing of it stays on the page.
(() => {
  const frame = () => new Promise((go) => requestAnimationFrame(go));

  const visible = (element) => {
    if (!element || !element.isConnected) return false;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };

  // How a person would call it when telling what is wrong.
  const name = (element) => {
    if (!element) return 'nothing';
    const id = element.id ? `#${element.id}` : '';
    const classes = [...element.classList].slice(0, 2).map((c) => `.${c}`).join('');
    const words = (element.getAttribute('aria-label') || element.innerText || '').trim().slice(0, 24);
    return `<${element.tagName.toLowerCase()}${id}${classes}> “${words}”`;
  };

  // Running animations with an end, on the element or around it.
  const settle = async (element) => {
    const running = [];
    for (let here = element; here; here = here.parentElement) {
      running.push(...here.getAnimations().filter((animation) =>
        animation.playState === 'running'
        && animation.effect?.getComputedTiming().iterations !== Infinity));
    }
    await Promise.all(running.map((animation) => animation.finished.catch(() => {})));
  };

  // Everything a finger or a key can act on.
  const controls = () => [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [role=button], [role=radio], [role=checkbox], [role=link], [tabindex="0"]',
  )].filter((element) => !(element.type === 'hidden') && !element.disabled);

  return { frame, visible, name, settle, controls };
})()
