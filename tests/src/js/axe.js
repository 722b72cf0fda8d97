// Everything axe-core finds wrong by WCAG 2.2 A and AA and by its own good practice.
async ({ contrast }) => {
  const rules = contrast ? { 'color-contrast-enhanced': { enabled: true } } : {};
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await axe.run(document, {
    runOnly: { type: 'tag', values: tags }, rules, resultTypes: ['violations'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) =>
    `${id}: ${node.target.join(' ')} ${(node.failureSummary ?? '').split('\n').slice(1, 2).join('').trim()}`));
}
